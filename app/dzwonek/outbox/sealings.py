"""How often each picture of a draft was sealed: an earlier file never stands for a later one.

A picture's file tells in its sealed header its how-manieth it is, and the draft's sealed text tells
how far its pictures had come. So whoever swaps files in the folder cannot bring back a picture as
it was before something in it was covered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SEALING = "sealing"  # the name of the count in a picture's header


class Sealings:
    """Counts for all drafts that this process has met; of files of before counts were kept, 0."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, int]] = {}

    def knows(self, draft_id: str) -> bool:
        """Say whether this draft's text was met."""
        return draft_id in self._counts

    def learn(self, draft_id: str, told: Mapping[str, int]) -> None:
        """Take in what a draft's text tells; nothing ever counts back."""
        counts = self._counts.setdefault(draft_id, {})
        for picture_id, count in told.items():
            counts[picture_id] = max(count, counts.get(picture_id, 0))

    def of(self, draft_id: str) -> dict[str, int]:
        """Give how far a draft's pictures have come, by their ids."""
        return dict(self._counts.get(draft_id, {}))

    def forget(self, draft_id: str) -> None:
        """Let go of a draft that is destroyed."""
        self._counts.pop(draft_id, None)


def sealing_of(meta: Mapping[str, str | int]) -> int:
    """Read the count of a picture's header that was checked."""
    count = meta.get(SEALING, 0)
    return count if isinstance(count, int) else 0
