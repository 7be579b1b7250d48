"""Who sits at the desk, and how we know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Agent:
    """A person who works in Daktela; `name` is what is shown and sent, the rest may be empty."""

    name: str
    login: str = ""
    email: str = ""
    extension: str = ""


NOBODY = Agent("")


class IdentitySource(StrEnum):
    """Where an agent's name came from."""

    DAKTELA = "daktela"
    REMEMBERED = "remembered"
    SETTINGS = "settings"
    TYPED = "typed"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Identity:
    """An agent, the source of that knowledge and the moment (UTC) it was true."""

    agent: Agent
    source: IdentitySource
    as_of: datetime
    zone: str = ""  # IANA name that Daktela told for this agent, or empty


@dataclass(frozen=True, slots=True)
class Remembered:
    """What this computer remembers between reports, so that nobody types it twice.

    The last answer of Daktela, the last names of those who reported and of the colleagues that a
    report was about (newest first), and the system's address where the settings name none.
    """

    identity: Identity | None = None
    names: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()
    host: str = ""

    MAX_NAMES = 5
    MAX_COLLEAGUES = 8

    def with_name(self, name: str) -> Remembered:
        """Put `name` first, without repeats, keeping the last five."""
        return replace(self, names=_with_first(name, self.names, self.MAX_NAMES))

    def with_colleagues(self, names: tuple[str, ...]) -> Remembered:
        """Put these first, without repeats, keeping the last eight."""
        known = self.colleagues
        for name in reversed(names):
            known = _with_first(name, known, self.MAX_COLLEAGUES)
        return replace(self, colleagues=known)

    def without(self, name: str) -> Remembered:
        """Forget a name; what Daktela says of who is logged in now stays."""
        return replace(
            self, names=_without(name, self.names), colleagues=_without(name, self.colleagues)
        )


def _with_first(name: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    wanted = " ".join(name.split())
    return (wanted, *_without(wanted, known))[:most] if wanted else known


def _without(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    unwanted = " ".join(name.split()).casefold()
    return tuple(each for each in known if each.casefold() != unwanted)
