"""What an administrator can say on the installer's command line, and what becomes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

# Under the users' own settings, and under what Group Policy fixes: its key is not ours to write.
DEFAULTS_KEY = r"Software\Dzwonek\Dzwonek"
# What the installer was told; an upgrade that is told nothing says it again.
MEMORY_KEY = r"Software\Dzwonek\Installer"


class Kind(StrEnum):
    """How a default is kept in the registry."""

    TEXT = "text"  # REG_SZ
    NUMBER = "number"  # REG_DWORD
    KEYS = "keys"  # REG_MULTI_SZ, from one property or from two


class Default(NamedTuple):
    """A property of the installer and the value it sets, which bears its policy's name."""

    name: str
    value: str
    kind: Kind = Kind.TEXT

    @property
    def second(self) -> str:
        """The property that adds another key to a list of keys."""
        return f"{self.name}2"


DEFAULTS = (
    Default("SYSTEMURL", "SystemUrl"),
    Default("MAILHOST", "DeliveryMailHost"),
    Default("MAILPORT", "DeliveryMailPort", Kind.NUMBER),
    Default("MAILSECURITY", "DeliveryMailSecurity"),
    Default("MAILUSER", "DeliveryMailUser"),
    Default("MAILFROM", "DeliveryMailFrom"),
    Default("MAILPROXY", "DeliveryMailProxy"),
    Default("HOTKEY", "HotkeysReport", Kind.KEYS),
    Default("FLAGHOTKEY", "HotkeysFlag", Kind.KEYS),
    Default("LANGUAGE", "UiLanguage"),
    Default("PROFILE", "ProfileName"),
)


def told_properties() -> tuple[str, ...]:
    """List every property that may be given; an upgrade remembers each."""
    named = [
        name
        for default in DEFAULTS
        for name in (
            [default.name, default.second] if default.kind is Kind.KEYS else [default.name]
        )
    ]
    return ("INSTALLDIR", "AUTOSTART", *named)
