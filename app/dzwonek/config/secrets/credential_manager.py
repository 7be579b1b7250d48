"""Windows's Credential Manager: one entry for each secret, and none that leaves this computer.

keyring's own backend moves entries about when a second name is stored, and keeps the value that
was replaced under another name. It also lets them roam with the user's profile.
https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw
"""

from __future__ import annotations

from typing import Any

from keyring.backends.Windows import WinVaultKeyring
from keyring.errors import PasswordDeleteError

CRED_PERSIST_LOCAL_MACHINE = 2


class CredentialManager(WinVaultKeyring):
    """keyring's backend with names that stay: `Dzwonek/mail` holds the secret `mail`."""

    _persist: Any = CRED_PERSIST_LOCAL_MACHINE

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret, or None."""
        entry = self._read_credential(target_of(service, username))  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        return None if entry is None else str(entry.value)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a secret in place of an earlier one."""
        self._set_password(target_of(service, username), username, password)  # type: ignore[no-untyped-call]  # keyring leaves it untyped

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret; raises PasswordDeleteError when there is none."""
        target = target_of(service, username)
        if self._read_credential(target) is None:  # type: ignore[no-untyped-call]  # keyring leaves it untyped
            raise PasswordDeleteError("no such entry")
        self._delete_password(target)  # type: ignore[no-untyped-call]  # keyring leaves it untyped


def target_of(service: str, name: str) -> str:
    """Name the entry of a secret, as the Credential Manager lists it."""
    return f"{service}/{name}"
