"""Who sits at the desk, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
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
    """What this computer remembers between reports: the last answer of Daktela and five names."""

    identity: Identity | None = None
    names: tuple[str, ...] = ()

    MAX_NAMES = 5

    def with_name(self, name: str) -> Remembered:
        """Put `name` first, without repeats, keeping the last five."""
        wanted = name.strip()
        if not wanted:
            return self
        rest = tuple(known for known in self.names if known.casefold() != wanted.casefold())
        return Remembered(self.identity, (wanted, *rest)[: self.MAX_NAMES])
