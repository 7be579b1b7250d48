"""The freedesktop Secret Service (gnome-keyring, KWallet 6, KeePassXC), without loose ends.

keyring's own backend leaves its bus connection open whenever the collection is locked or missing,
and asks a person to create a collection when only a look was meant. Importing this module costs
some 100 ms: `backends` does it late.
"""

from __future__ import annotations

from contextlib import closing

import secretstorage
from keyring.backends.SecretService import Keyring
from keyring.errors import KeyringLocked, PasswordDeleteError

PATIENCE = 110.0  # seconds before an unlock window; a bit less than the box's own


class SecretService(Keyring):
    """keyring's backend, closing what it opened and looking before it asks."""

    def get_preferred_collection(self) -> secretstorage.Collection:
        """Open the default collection, unlocked by a person if need be; raises KeyringLocked."""
        bus = secretstorage.dbus_init()
        try:
            collection = secretstorage.get_default_collection(bus)
            if collection.is_locked():
                _unlock(collection)
        except BaseException:
            bus.close()
            raise
        return collection

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret, or None; a store that does not exist yet holds none."""
        if not self._exists():
            return None
        password: str | None = super().get_password(service, username)  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        return password

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret; raises PasswordDeleteError when there is none."""
        if not self._exists():
            raise PasswordDeleteError("no collection")
        super().delete_password(service, username)  # type: ignore[no-untyped-call]  # keyring leaves it untyped

    def is_locked(self) -> bool:
        """Say whether the default collection exists and is locked; opens no window."""
        with closing(secretstorage.dbus_init()) as bus:
            try:
                return secretstorage.Collection(bus).is_locked()
            except secretstorage.ItemNotFoundException:
                return False

    def _exists(self) -> bool:
        with closing(secretstorage.dbus_init()) as bus:
            try:
                secretstorage.Collection(bus)
            except secretstorage.ItemNotFoundException:
                return False
        return True


def _unlock(collection: secretstorage.Collection) -> None:
    try:
        collection.unlock(timeout=PATIENCE)
    except TimeoutError as error:
        raise KeyringLocked("nobody answered") from error
    if collection.is_locked():
        raise KeyringLocked("dismissed")
