"""Half-written reports that nobody is writing now: offered after a start, called to mind once."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.draft_life import Stage
from dzwonek.domain.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dzwonek.domain.ports import DraftBox
    from dzwonek.domain.report import Draft

_log = logging.getLogger("dzwonek.reporting")


class Unfinished:
    """Picks out of the stored drafts those of which the operator is to be told; may block.

    That a draft is going to be told of is stored before it is told, so that a crash in between
    tells of it never rather than twice: it waits in the list anyway.
    """

    def __init__(self, box: Callable[[], DraftBox]) -> None:
        self._box = box

    def left_open(self, open_id: str) -> tuple[Draft, ...]:
        """Give the drafts that were open when the program ended, each at one start alone.

        Newest first; `open_id` is the one that is open again already. Empty ones that somebody
        closed are destroyed. Raises ProblemError.
        """
        found = []
        for draft in self._box().drafts():
            if draft.stage is Stage.DROPPED:
                self._box().discard(draft.id)
            elif draft.stage is Stage.OPEN and draft.id != open_id:
                found.append(self._noted(replace(draft, stage=Stage.ASIDE)))
        return tuple(found)

    def to_remind(self) -> tuple[Draft, ...]:
        """Give the marked moments that were not called to mind yet; raises ProblemError."""
        return tuple(draft for draft in self._box().drafts() if draft.remind_at is not None)

    def remind(self, draft_ids: Collection[str]) -> tuple[Draft, ...]:
        """Give those of these that nobody described or was reminded of, newest first.

        They are not given again. Raises ProblemError.
        """
        due = [draft for draft in self.to_remind() if draft.id in draft_ids]
        return tuple(self._noted(replace(draft, remind_at=None)) for draft in due)

    def keep(self, draft: Draft) -> Draft:
        """Let a draft that was closed with nothing in it wait in the list; raises ProblemError."""
        kept = replace(draft, stage=Stage.ASIDE)
        self._box().save(kept)
        return kept

    def _noted(self, draft: Draft) -> Draft:
        """Store what is known of it now; where the disk takes nothing it is told all the same."""
        try:
            self._box().save(draft)
        except ProblemError as error:
            _log.info("draft %s not noted as told: %s", draft.id, error.problem.code)
        return draft
