"""What ties a report to an earlier one: it happened again, or it is sent anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thread:
    """The report that stands before this one.

    `code` is its short code, `message_id` that of its message, `root` that of the first message
    of all; `times` counts how often it has happened, this time included; `ticket` is support's
    number, where the operator knows it; `is_resent` says that this one is sent in its place and
    nothing has happened anew.
    """

    code: str
    message_id: str
    root: str
    times: int = 2
    ticket: str = ""
    is_resent: bool = False

    @property
    def references(self) -> tuple[str, ...]:
        """List the messages before this one, the first of all in front (RFC 5322 §3.6.4)."""
        return tuple(dict.fromkeys(each for each in (self.root, self.message_id) if each))
