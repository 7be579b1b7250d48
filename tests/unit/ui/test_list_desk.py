"""What the list's desk does with a wish for the mail program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Capture
from dzwonek.domain.ports import Handed
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.reception import Reception
from dzwonek.ui.list_desk import ListDesk
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.tasks import Tasks
from tests.fakes.parts import MemoryParts

STOP_SECONDS = 5.0


class Bench:
    """A list with one report that waits."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        reception = Reception(self.parts)
        draft = replace(
            reception.begin(Capture(self.parts.clock.now())),
            kind=Kind.CALL_IN,
            description="nie słychać klienta",
            occurrence=Occurrence.FIRST,
        )
        self.entry: Entry = reception.submit(draft)
        zone = ZoneInfo("Europe/Warsaw")
        self.window = MyReports(self.parts.clock, zone)
        self.desk = ListDesk(reception, tasks, lambda: self.window, self.parts.clock, UTC)
        self.desk.open()

    def said(self) -> str:
        return self.window.told.text()


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    qtbot.addWidget(made.window)
    yield made
    made.parts.mail_program.was_left.set()
    assert tasks.stop(STOP_SECONDS)


def test_it_says_what_the_mail_program_got_and_the_report_still_waits(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.window.program_wanted.emit(bench.entry.id)
    assert bench.said() == "Otwieramy zgłoszenie w programie pocztowym…"
    qtbot.waitUntil(lambda: bench.said().startswith("Zgłoszenie jest w programie pocztowym."))
    assert "daktela@daktela.pl" in bench.said()
    (message,) = bench.parts.mail_program.handed
    assert message.name == bench.entry.short_code
    assert bench.parts.outbox.entry(bench.entry.id).state is State.QUEUED


def test_it_says_when_no_picture_could_go_along(bench: Bench, qtbot: QtBot) -> None:
    bench.parts.mail_program.answer = Handed.WORDS
    bench.window.program_wanted.emit(bench.entry.id)
    qtbot.waitUntil(lambda: "bez zdjęć" in bench.said())


def test_it_says_what_went_wrong(bench: Bench, qtbot: QtBot) -> None:
    bench.parts.mail_program.problem = Problem(Code.MAIL_PROGRAM_LATE)
    bench.window.program_wanted.emit(bench.entry.id)
    qtbot.waitUntil(lambda: bench.said().startswith("Program pocztowy nie odpowiedział"))


def test_a_second_wish_gives_up_the_one_that_hangs_and_only_its_answer_counts(
    bench: Bench, qtbot: QtBot
) -> None:
    program = bench.parts.mail_program
    program.hangs = True
    bench.window.program_wanted.emit(bench.entry.id)
    program.hangs = False
    bench.window.program_wanted.emit(bench.entry.id)
    assert program.was_left.is_set()
    qtbot.waitUntil(lambda: bench.said().startswith("Zgłoszenie jest w programie pocztowym."))
