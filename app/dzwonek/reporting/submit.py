"""*Wyślij*: one draft becomes one frozen message in the outbox, exactly once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Entry, Summary
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.reporting.check import problems_of
from dzwonek.reporting.letter import Address, ExtraFile, Letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.ports import DraftBox, Outbox
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft

__all__ = ["Address", "ExtraFile", "IncompleteError", "Submission", "drop_submitted", "summary_of"]

SUMMARY_LENGTH = 80


class IncompleteError(Exception):
    """The draft cannot be sent yet; `problems` say what it lacks, in the form's order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class Submission:
    """Turns drafts into reports that wait in the outbox."""

    def __init__(self, drafts: DraftBox, outbox: Outbox, letters: Letters) -> None:
        self._drafts = drafts
        self._outbox = outbox
        self._letters = letters

    def submit(self, draft: Draft, extras: Sequence[ExtraFile] = ()) -> Entry:
        """Do what `seal` does, and destroy the draft."""
        entry = self.seal(draft, extras)
        self.forget(draft.id)
        return entry

    def seal(
        self, draft: Draft, extras: Sequence[ExtraFile] = (), letter: Envelope | None = None
    ) -> Entry:
        """Render, seal and index a draft; on return it survives a power cut, and the draft stands.

        A `letter` of this draft that may have left this computer is sealed as it is (I4). Raises
        IncompleteError, or ProblemError when nothing could be kept. Takes time: never on the GUI
        thread.
        """
        problems = problems_of(draft)
        if problems:
            raise IncompleteError(problems)
        whole, contents = self._with_pictures(draft)
        if letter is None:
            letter = self._letters.render(whole, contents, extras)
        return self._outbox.submit(letter, summary_of(whole), draft.created_at)

    def _with_pictures(self, draft: Draft) -> tuple[Draft, tuple[bytes, ...]]:
        """Read the sealed pictures; one that is lost for good is left out and named.

        One that only cannot be read now stops the submit: the draft keeps it for the next press.
        """
        notes, contents, lost = [], [], draft.picture_problem
        for note in draft.pictures:
            try:
                contents.append(self._drafts.picture(draft.id, note.id))
            except ProblemError as error:
                if not _is_gone(error.problem):
                    raise
                lost = error.problem
            else:
                notes.append(note)
        return replace(draft, pictures=tuple(notes), picture_problem=lost), tuple(contents)

    def forget(self, draft_id: str) -> None:
        """Destroy a draft that is sealed as a report, pictures and keys.

        Should that fail, the next start drops what the outbox already holds.
        """
        import logging

        try:
            self._drafts.discard(draft_id)
        except ProblemError as error:
            logging.getLogger("dzwonek.reporting").info(
                "draft %s outlives its report: %s", draft_id, error.problem.code
            )


def _is_gone(problem: Problem) -> bool:
    """Say whether no later try could read it: destroyed, damaged, or its key lost for good."""
    is_key_lost = problem.values.get("reason") == "missing"
    return problem.code is Code.PICTURE_UNREADABLE or (
        problem.code is Code.QUEUE_KEY_UNREACHABLE and is_key_lost
    )


def summary_of(draft: Draft) -> Summary:
    """Cut out the few words by which a list shows the report."""
    words = " ".join(draft.description.split())[:SUMMARY_LENGTH]
    return Summary(
        words=words,
        kind=draft.kind,
        customer=draft.customer,
        ours=draft.ours,
        names=draft.names,
        pictures=len(draft.pictures),
        is_test=draft.is_test,
        times=draft.follows.times if draft.follows else 1,
        matter=draft.inquiry.name if draft.inquiry else "",
    )


def drop_submitted(drafts: DraftBox, outbox: Outbox) -> None:
    """After a crash between sealing and dropping the draft: drop drafts that became reports."""
    reports = {head.id for head in outbox.heads()}
    for draft in drafts.drafts():
        if draft.id in reports:
            drafts.discard(draft.id)
