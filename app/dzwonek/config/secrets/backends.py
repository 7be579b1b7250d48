"""Which keyrings may hold our secrets."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from dzwonek.domain.problem import Code, trouble

WINDOWS_NAME = "Windows Credential Manager"
# Module and class of each keyring that encrypts, with its name for people. `keyring.get_keyring`
# is not asked: it would take whatever a configuration file or a variable names, plain files too,
# and its search costs 100-220 ms.
ALLOWED = {
    "win32": (("dzwonek.config.secrets.credential_manager", "CredentialManager", WINDOWS_NAME),),
    "darwin": (("keyring.backends.macOS", "Keyring", "macOS Keychain"),),
    "linux": (
        ("dzwonek.config.secrets.secret_service", "SecretService", "Secret Service"),
        ("keyring.backends.kwallet", "DBusKeyring", "KWallet"),
    ),
}


class Backend(Protocol):
    """What we use of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...  # noqa: D102
    def set_password(self, service: str, username: str, password: str) -> None: ...  # noqa: D102
    def delete_password(self, service: str, username: str) -> None: ...  # noqa: D102


@runtime_checkable
class Lockable(Protocol):
    """A keyring that can say whether it is locked, without asking anybody to unlock it."""

    def is_locked(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class NamedBackend:
    """A keyring and its name for people."""

    name: str
    backend: Backend


def load_first() -> None:
    """Load the code of the keyring that is asked first; where it cannot be, `allowed_backend` says.

    On a busy computer this takes longer than a keyring may: 5 s were seen on a Windows.
    """
    from importlib import import_module

    for module, _, _ in ALLOWED.get(sys.platform, ())[:1]:
        with suppress(ImportError):
            import_module(module)


def allowed_backend() -> NamedBackend:
    """Find the first keyring of this system that works; raises ProblemError (KEYRING_MISSING)."""
    from importlib import import_module

    for module, kind, name in ALLOWED.get(sys.platform, ()):
        try:
            backend_type = getattr(import_module(module), kind)
            if backend_type.priority > 0:  # raises RuntimeError where it cannot work
                return NamedBackend(name, backend_type())
        except (ImportError, AttributeError, RuntimeError, OSError):
            continue  # OSError: the bus's socket is named, but gone
    raise trouble(Code.KEYRING_MISSING)
