"""What one start of the program may ask of another; alone, since every start needs it first."""

from __future__ import annotations

from enum import StrEnum


class Command(StrEnum):
    """What a second start may ask of the running program; nothing else crosses that border."""

    SHOW = "show"
    REPORT = "report"
    FLAG = "flag"
    QUIT = "quit"
    HIDDEN = "hidden"
    RELOAD = "reload"  # another process changed settings or secrets: read them again
    NUDGE = "nudge"  # a report was sealed by another process: look into the outbox
