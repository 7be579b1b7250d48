"""The choices of the support page: what kind, how often, whom it concerns."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The page's second question; values are those of `dzwonek report --kind`."""

    CALL_IN = "call-in"
    CALL_OUT = "call-out"
    EMAIL = "email"
    CHAT = "chat"
    OTHER = "other"

    @property
    def is_call(self) -> bool:
        """Say whether telephone numbers belong to this kind."""
        return self in (Kind.CALL_IN, Kind.CALL_OUT)


class Occurrence(StrEnum):
    """How often it happened; values are those of `dzwonek report --occurrence`."""

    FIRST = "first"
    REPEATED = "repeated"
    CONSTANT = "constant"


class Scope(StrEnum):
    """Whom it concerns."""

    ME = "me"
    OTHERS = "others"
    TEAM = "team"
