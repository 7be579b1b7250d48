"""Lives of the program whose disk fails: each tries one thing, and again once the fault has gone.

What a life has to say goes through `writev`, which no fault of these tests touches.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol

from dzwonek.domain.delivery import Phase, State
from dzwonek.domain.picture import Picture
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import ProblemError
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.register import LeaseLostError
from dzwonek.outbox.rows import Row
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.submit import drop_submitted
from tests.fakes.clock import START, FakeClock
from tests.fakes.reports import SUMMARY, envelope
from tests.faults.errors_home import WEEK, Home, draft, rehearse, say
from tests.faults.kills_nursery import wait_for_the_word

AGAIN = timedelta(seconds=30)  # as the courier waits when a state could not be written
SOON = timedelta(seconds=60)  # by then all has to be well after a fault
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
TRIED, ENDED, SAVED, REFUSED = "TRIED", "ENDED", "SAVED", "REFUSED"
KEPT, GONE = "KEPT", "GONE"

Variant = Literal["", "hasty", "reckless"]


class Operation(Protocol):
    """One thing that the program does."""

    def attempt(self) -> bool:
        """Try it while the fault may be there; True when there is nothing more to try."""
        ...

    def mend(self) -> None:
        """Do within a minute, now that the fault has gone, what is still to be done."""
        ...


class Submit:
    """*Wyślij*: a draft with a picture becomes a report; pressed again while it is refused."""

    def __init__(self, home: Home, variant: Variant) -> None:
        rehearse(home.clock)
        self._is_hasty = variant == "hasty"
        self._submission = home.submission()
        self._draft = home.drafts.drafts()[0]
        self._is_saved = False

    def attempt(self) -> bool:
        if self._is_hasty:
            say(SAVED, self._draft.id)
            self._is_saved = True
        try:
            self._submission.submit(self._draft)
        except ProblemError as error:
            say(REFUSED, error.problem.code)
            return self._is_saved
        say(SAVED, self._draft.id)
        self._is_saved = True
        return True

    def mend(self) -> None:
        if not self._is_saved:
            self.attempt()


class Send:
    """The courier at work on two reports."""

    def __init__(self, home: Home, variant: Variant) -> None:
        if variant == "reckless":
            home.outbox.ledger = reckless(home.outbox)
        self._desk = home.desk()

    def attempt(self) -> bool:
        try:
            wait = self._desk.look()
        except ProblemError as error:
            say(REFUSED, error.problem.code)
            wait = AGAIN
        if wait is None or wait > SOON:
            return True
        self._desk.clock.advance(wait)
        return False

    def mend(self) -> None:
        self._desk.run(SOON)


class Reckless(Ledger):
    """Broken: sends on although what has to be written first could not be."""

    def lease(self, row: Row) -> Row | None:
        try:
            return super().lease(row)
        except ProblemError:
            return row

    def journal(self, row: Row) -> Journal:
        write = super().journal(row)

        def careless(phase: Phase) -> None:
            with suppress(ProblemError, LeaseLostError):
                write(phase)

        return careless


def reckless(outbox: SealedOutbox) -> Ledger:
    """Break an outbox's ledger."""
    return Reckless(outbox.index, outbox.spool, outbox.clock, outbox.owner, outbox.notify)


class Discard:
    """The operator destroys a report that waits."""

    def __init__(self, home: Home, _: Variant) -> None:
        self._outbox = home.outbox
        self._id = home.outbox.entries()[0].id
        self._is_gone = False

    def attempt(self) -> bool:
        try:
            self._outbox.discard(self._id)
        except ProblemError as error:
            say(REFUSED, error.problem.code)
            return False
        say(GONE, self._id)
        self._is_gone = True
        return True

    def mend(self) -> None:
        if not self._is_gone:
            self.attempt()


class Purge(Send):
    """The courier destroys the content of a report that was delivered a week ago."""


class Type:
    """Typing into a draft, and covering its picture."""

    def __init__(self, home: Home, _: Variant) -> None:
        self._drafts = home.drafts
        self._draft = home.drafts.drafts()[0]
        self._turn = 0

    def attempt(self) -> bool:
        self._turn += 1
        note = self._draft.pictures[0]
        try:
            picture = Picture(note, PICTURE + str(self._turn).encode())
            self._drafts.put_picture(self._draft.id, picture)
            self._drafts.save(replace(self._draft, description=str(self._turn)))
        except ProblemError as error:
            say(REFUSED, error.problem.code)
            return False
        say(KEPT, self._turn)
        return False

    def mend(self) -> None:
        self.attempt()


OPERATIONS: dict[str, Callable[[Home, Variant], Operation]] = {
    "submit": Submit,
    "send": Send,
    "discard": Discard,
    "purge": Purge,
    "type": Type,
}


def prepare(folder: Path, operation: str) -> None:
    """Make the home that a life of that name begins with."""
    home = Home(folder, FakeClock())
    if operation in {"submit", "type"}:
        made = draft(home.clock)
        home.drafts.put_picture(made.id, Picture(made.pictures[0], PICTURE + b"0"))
        home.drafts.save(made)
    else:
        for number in range(2 if operation == "send" else 1):
            home.outbox.submit(envelope(number), SUMMARY, home.clock.now())
    if operation == "purge":
        home.desk().run(SOON)
    home.outbox.close()


def began(operation: str) -> datetime:
    """Say when a life of that name begins."""
    return START + WEEK + timedelta(days=1) if operation == "purge" else START


def live(folder: str, operation: str, tries: str, variant: Variant) -> None:
    """Try so often, wait for the word that the fault has gone, and put things right."""
    if sys.platform == "win32":
        raise NotImplementedError
    home = Home(Path(folder), FakeClock(began(operation)))
    doing: Operation = OPERATIONS[operation](home, variant)
    wait_for_the_word()
    for _ in range(int(tries)):
        if doing.attempt():
            break
    say(TRIED)
    signal.sigwait({signal.SIGUSR1})
    doing.mend()
    say(ENDED)
    home.outbox.close()


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What a new start finds: states, drafts as (text, picture), and the copies sent of each."""

    states: dict[str, State]
    drafts: tuple[tuple[str, bytes], ...]
    received: tuple[str, ...]
    soon: tuple[str, ...]  # what had been received before this start


def started_anew(folder: Path, operation: str) -> Aftermath:
    """Start the program on what is left an hour later, and let it send what waits."""
    home = Home(folder, FakeClock(began(operation) + timedelta(hours=1)))
    desk = home.desk()
    soon = tuple(home.post.received())
    drop_submitted(home.drafts, home.outbox)
    desk.run(timedelta(hours=2))
    drafts = tuple(
        (each.description, home.drafts.picture(each.id, each.pictures[0].id))
        for each in home.drafts.drafts()
    )
    states = {row.id: row.state for row in home.outbox.index.rows()}
    home.outbox.close()
    return Aftermath(states, drafts, tuple(home.post.received()), soon)
