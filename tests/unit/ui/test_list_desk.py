"""What the list's desk does with a wish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Capture
from dzwonek.domain.ports import Handed
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.reception import Reception
from dzwonek.ui.list_desk import ListDesk
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.qr_window import QrWindow
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


def test_it_says_what_to_do_where_a_program_was_only_asked_to_attach_the_file(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.parts.mail_program.answer = Handed.ASKED
    bench.window.program_wanted.emit(bench.entry.id)
    qtbot.waitUntil(lambda: "Jeśli pliku w niej nie ma" in bench.said())
    assert "daktela@daktela.pl" in bench.said()


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


def reach(bench: Bench, state: State, **changes: object) -> None:
    """Let the report come into another state, as the courier would."""
    entry = bench.parts.outbox.entry(bench.entry.id)
    bench.parts.outbox._put(replace(entry, state=state, **changes))  # type: ignore[arg-type]  # short hand


def test_the_list_reads_itself_when_it_opens(bench: Bench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bench.window.lines.rowCount() == 1)
    assert bench.window.chosen().id == bench.entry.id  # type: ignore[union-attr]  # it is there


def test_it_happened_again_opens_a_draft_of_the_same_thread(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.desk.continue_wanted) as wish:
        bench.window.follow_up_wanted.emit(bench.entry.id)
    (draft,) = wish.args
    assert draft.follows.message_id == bench.entry.message_id
    assert bench.said() == f"Nowe zgłoszenie {draft.short_code}: dopisz, co się stało tym razem."
    qtbot.waitUntil(lambda: bench.window.lines.rowCount() == 2)


def test_sent_anew_it_has_another_code_and_the_list_shows_it(bench: Bench, qtbot: QtBot) -> None:
    reach(bench, State.UNCERTAIN, uncertain_count=1)
    with qtbot.waitSignal(bench.desk.changed):
        bench.window.resend_wanted.emit(bench.entry.id)
    (new,) = bench.parts.outbox.rows.values()
    assert new.id != bench.entry.id
    assert bench.said() == (
        f"Zapisano jako nowe zgłoszenie {new.short_code}. Wkrótce zostanie wysłane."
    )
    qtbot.waitUntil(lambda: bench.window.lines.row_of(new.id) == 0)


def test_supports_number_is_noted_shown_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    reach(bench, State.DELIVERED)
    bench.window.confirm_wanted.emit(bench.entry.id, "nr 12345")
    qtbot.waitUntil(lambda: bench.said() == "Zapisano numer 12345.")
    qtbot.waitUntil(lambda: "Potwierdzono: numer 12345" in bench.window.standing.text())
    bench.window.confirm_wanted.emit(bench.entry.id, "")
    qtbot.waitUntil(lambda: bench.said() == "Usunięto numer od wsparcia.")


def test_what_arrived_by_another_way_waits_no_longer(bench: Bench, qtbot: QtBot) -> None:
    bench.window.confirm_wanted.emit(bench.entry.id, "")
    qtbot.waitUntil(lambda: bench.said().startswith("Zapisano: dotarło inną drogą."))
    assert bench.parts.outbox.entry(bench.entry.id).state is State.DELIVERED
    qtbot.waitUntil(lambda: bench.window.standing.text().startswith("Przekazano inną drogą"))


def test_what_stands_in_the_way_is_said(bench: Bench, qtbot: QtBot) -> None:
    bench.window.confirm_wanted.emit(bench.entry.id, "dziękujemy")
    qtbot.waitUntil(lambda: bench.said().startswith("Nie widać tu jednego numeru zgłoszenia."))


def test_the_reference_lands_in_the_clipboard(bench: Bench, qapp: QApplication) -> None:
    bench.window.reference_wanted.emit("DZW-7K2M9Q, numer 12345")
    assert qapp.clipboard().text() == "DZW-7K2M9Q, numer 12345"
    assert bench.said() == "Skopiowano: DZW-7K2M9Q, numer 12345."


def test_the_code_for_a_phone_opens_over_the_list(bench: Bench, qtbot: QtBot) -> None:
    bench.window.qr_wanted.emit(bench.entry.id)
    qtbot.waitUntil(lambda: bool(bench.window.findChildren(QrWindow)))
    (code,) = bench.window.findChildren(QrWindow)
    assert bench.parts.outbox.entry(bench.entry.id).state is State.QUEUED
    code.done_sent.click()
    qtbot.waitUntil(lambda: bench.said().startswith("Zapisano: dotarło inną drogą."))
    assert bench.parts.outbox.entry(bench.entry.id).state is State.DELIVERED
