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
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    @property
    def second(self) -> str:
        """The property that adds another key to a list of keys."""
        return f"{self.name}2"

    @property
    def names(self) -> tuple[str, ...]:
        """The properties by which it is told."""
        return (self.name, self.second) if self.kind is Kind.KEYS else (self.name,)

    @property
    def condition(self) -> str:
        """What a told value has to be, in the language of Windows Installer; empty: anything.

        A text that is no number is neither above nor below one.
        """
        if self.choices:
            return " OR ".join(f'{self.name} = "{choice}"' for choice in self.choices)
        if self.high:
            return f"({self.name} >= {self.low} AND {self.name} <= {self.high})"
        return ""

    @property
    def allowed(self) -> str:
        """Say in signs what a told value has to be."""
        return " | ".join(self.choices) or f"{self.low}–{self.high}"


DEFAULTS = (
    Default("SYSTEMURL", "SystemUrl"),
    Default("MAILHOST", "DeliveryMailHost"),
    Default("MAILPORT", "DeliveryMailPort", Kind.NUMBER, low=1, high=65535),
    Default("MAILSECURITY", "DeliveryMailSecurity", choices=("tls", "starttls", "none")),
    Default("MAILUSER", "DeliveryMailUser"),
    Default("MAILFROM", "DeliveryMailFrom"),
    Default("MAILCAFILE", "DeliveryMailCaFile"),
    Default("MAILPROXY", "DeliveryMailProxy"),
    Default("HOTKEY", "HotkeysReport", Kind.KEYS),
    Default("FLAGHOTKEY", "HotkeysFlag", Kind.KEYS),
    Default("LANGUAGE", "UiLanguage", choices=("system", "pl", "en", "cs", "uk")),
    Default("PROFILE", "ProfileName"),
)


def told_properties() -> tuple[str, ...]:
    """List every property that may be given; an upgrade remembers each."""
    return ("INSTALLDIR", "AUTOSTART", *(name for one in DEFAULTS for name in one.names))


# What takes a property back: as if it had never been told.
NOTHING = "-"


def forgettable_properties() -> tuple[str, ...]:
    """List those that can be taken back; the folder is where the program lies."""
    return tuple(name for name in told_properties() if name != "INSTALLDIR")
