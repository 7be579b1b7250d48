"""When nothing can be stored: what the desk does with the form's ways out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import Outcome, Phase, Verdict
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.ports import Handed
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.rescue import By
from dzwonek.ui.desk import Desk
from dzwonek.ui.qr_window import QrWindow
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes.form import FakeForm
from tests.fakes.parts import FULL, MemoryParts
from tests.fakes.post import CUT_OFF
from tests.fakes.screens import FakeScreens, plain_shot

STOP_SECONDS = 5.0
NO_SERVER = Outcome(
    Verdict.TRANSIENT,
    "refused",
    problem=Problem(Code.MAIL_UNREACHABLE, {"host": "mail.firma.example"}),
    is_channel_wide=True,
)


class Bench:
    """A desk in front of a disk that takes nothing, with a report that was refused already."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        self.form = FakeForm()
        self.tasks = tasks
        self.saved: list[object] = []
        self.sent: list[object] = []
        screens = FakeScreens([plain_shot("L")])
        self.desk = Desk(
            Reception(self.parts),
            tasks,
            lambda: screens,
            lambda: self.form,  # type: ignore[arg-type, return-value] # a form without widgets
        )
        self.desk.saved.connect(self.saved.append)
        self.desk.sent.connect(self.sent.append)

    @property
    def post(self) -> list[str]:
        return [letter.message_id for letter in self.parts.post.messages]

    def fill(self) -> None:
        self.parts.drafts.broken = self.parts.outbox.broken = FULL

    def written(self) -> Draft:
        self.form.draft = replace(
            self.form.current(),
            kind=Kind.CALL_IN,
            description="nie słychać klienta",
            occurrence=Occurrence.FIRST,
        )
        return self.form.draft


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    made.fill()
    made.desk.report()
    made.form.send_wanted.emit(made.written())
    qtbot.waitUntil(lambda: made.form.problems == (FULL,))
    yield made
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def told(bench: Bench, qtbot: QtBot) -> Callable[[int], str]:
    """Wait until the form was told so many times what came of it; give the last words."""

    def wait(times: int = 1) -> str:
        qtbot.waitUntil(lambda: len(bench.form.told) == times)
        return bench.form.told[-1]

    return wait


def test_sent_at_once_it_is_there_and_nothing_is_called_saved(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(bench.form.current())
    assert len(bench.post) == 1
    assert not bench.form.is_open()
    assert bench.saved == []
    assert bench.parts.outbox.rows == {}
    qtbot.waitUntil(lambda: bench.parts.post.closed == 1)


def test_the_way_is_shown_step_by_step(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(bench.form.current())
    assert list(dict.fromkeys(bench.form.progress)) == [
        "Łączymy się z serwerem poczty…",
        "Wysyłamy zgłoszenie…",
        "Czekamy na potwierdzenie serwera poczty…",
    ]


def test_the_form_stays_held_until_the_server_answers(bench: Bench, qtbot: QtBot) -> None:
    at_the_dot, go_on = threading.Event(), threading.Event()

    def hold(phase: Phase) -> None:
        if phase is Phase.DOT_SENT:
            at_the_dot.set()
            assert go_on.wait(5)

    bench.parts.post.on_phase = hold
    bench.form.send_now_wanted.emit(bench.form.current())
    qtbot.waitUntil(at_the_dot.is_set)
    assert bench.form.is_open()
    assert bench.form.is_held
    bench.form.send_now_wanted.emit(bench.form.current())
    with qtbot.waitSignal(bench.desk.sent):
        go_on.set()
    assert len(bench.post) == 1


def test_a_failure_leaves_the_form_open_with_all_it_holds(
    bench: Bench, told: Callable[..., str]
) -> None:
    bench.parts.post.refusal = NO_SERVER
    draft = bench.form.current()
    bench.form.send_now_wanted.emit(draft)
    assert told() == (
        "Nie udało się połączyć z serwerem poczty mail.firma.example. "
        "Zgłoszenie jest tylko w tym oknie: wyślij je jeszcze raz albo zapisz plik."
    )
    assert bench.form.current() == draft
    assert not bench.form.is_held
    assert not bench.form.is_doubted


def test_a_channel_that_is_not_set_up_is_named(bench: Bench, told: Callable[..., str]) -> None:
    bench.parts.post.refusal = trouble(Code.MAIL_NOT_CONFIGURED)
    bench.form.send_now_wanted.emit(bench.form.current())
    assert told().startswith("Nie podano serwera poczty. ")


def test_an_unknown_answer_is_told_and_a_second_press_sends_the_same(
    bench: Bench, told: Callable[..., str], qtbot: QtBot
) -> None:
    bench.parts.post.answers.append(CUT_OFF)
    bench.form.send_now_wanted.emit(bench.form.current())
    assert told().startswith("Serwer poczty nie potwierdził odbioru")
    assert bench.form.is_doubted
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(bench.form.current())
    first, second = bench.parts.post.messages
    assert first == second


def test_a_doubt_is_not_forgotten_by_a_later_failure(
    bench: Bench, told: Callable[..., str]
) -> None:
    bench.parts.post.answers.append(CUT_OFF)
    bench.form.send_now_wanted.emit(bench.form.current())
    told()
    bench.parts.post.refusal = NO_SERVER
    bench.form.send_now_wanted.emit(bench.form.current())
    assert "mogła jednak dotrzeć" in told(2)
    assert bench.form.is_doubted


def test_what_may_have_arrived_is_stored_as_the_same_message_once_there_is_room(
    bench: Bench, told: Callable[..., str], qtbot: QtBot
) -> None:
    bench.parts.post.answers.append(CUT_OFF)
    bench.form.send_now_wanted.emit(bench.form.current())
    told()
    bench.parts.drafts.broken = bench.parts.outbox.broken = None
    with qtbot.waitSignal(bench.desk.saved):
        bench.form.send_wanted.emit(bench.form.current())
    assert list(bench.parts.outbox.envelopes.values()) == bench.parts.post.messages


def test_what_may_have_arrived_and_was_changed_is_stored_under_the_next_id(
    bench: Bench, told: Callable[..., str], qtbot: QtBot
) -> None:
    bench.parts.post.answers.append(CUT_OFF)
    bench.form.send_now_wanted.emit(bench.form.current())
    told()
    bench.parts.drafts.broken = bench.parts.outbox.broken = None
    with qtbot.waitSignal(bench.desk.saved):
        bench.form.send_wanted.emit(replace(bench.form.current(), description="cisza"))
    (sealed,) = bench.parts.outbox.envelopes.values()
    assert sealed.message_id == bench.post[0].replace("@", ".2@")


def test_breaking_off_is_told_once_it_has_ended(
    bench: Bench, told: Callable[..., str], qtbot: QtBot
) -> None:
    at_mail, go_on = threading.Event(), threading.Event()

    def hold(phase: Phase) -> None:
        if phase is Phase.MAIL:
            at_mail.set()
            assert go_on.wait(5)

    bench.parts.post.on_phase = hold
    bench.parts.post.answers.append(Outcome(Verdict.TRANSIENT, "cancelled"))
    bench.form.send_now_wanted.emit(bench.form.current())
    qtbot.waitUntil(at_mail.is_set)
    bench.form.stop_wanted.emit()
    go_on.set()
    assert told().startswith("Przerwano wysyłanie. ")
    assert bench.parts.post.cancelled == 1
    assert bench.form.is_open()


def test_a_fault_of_ours_gives_the_form_back(bench: Bench, told: Callable[..., str]) -> None:
    bench.parts.post.answers.append(MemoryError())
    bench.form.send_now_wanted.emit(bench.form.current())
    assert told().startswith("Coś poszło nie tak w Dzwonku. ")
    assert bench.form.is_doubted


def test_the_file_equals_what_is_sent_and_is_not_called_sent(
    bench: Bench, told: Callable[..., str], qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "zgłoszenie.eml"
    bench.form.file_wanted.emit(bench.form.current(), str(place))
    words = told()
    assert str(place) in words
    assert "nie jest jeszcze wysłany" in words
    assert "Zapisano" not in words
    assert bench.form.is_open()
    assert not bench.form.is_doubted
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(bench.form.current())
    (letter,) = bench.parts.post.messages
    assert place.read_bytes() == letter.content


def test_the_mail_program_gets_the_letter_and_nothing_is_called_sent(
    bench: Bench, told: Callable[..., str], qtbot: QtBot
) -> None:
    bench.form.program_wanted.emit(bench.form.current())
    words = told()
    assert words == (
        "Zgłoszenie jest w programie pocztowym. "
        "Sprawdź w nim, czy zostało wysłane na adres daktela@daktela.pl."
    )
    assert bench.form.progress == ["Otwieramy zgłoszenie w programie pocztowym…"]
    assert not bench.form.is_sending_now
    assert bench.form.is_open()
    assert bench.form.is_doubted  # only the mail program knows
    assert bench.sent == []
    (message,) = bench.parts.mail_program.handed
    assert message.name == bench.form.current().short_code
    assert "nie słychać klienta" in message.text
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(bench.form.current())
    (letter,) = bench.parts.post.messages
    assert letter.content.partition(b"\r\n\r\n")[2] == message.eml.partition(b"\r\n\r\n")[2]


def test_an_address_that_carries_no_pictures_is_called_so(
    bench: Bench, told: Callable[..., str]
) -> None:
    bench.parts.mail_program.answer = Handed.WORDS
    bench.form.program_wanted.emit(bench.form.current())
    assert "bez zdjęć" in told()


def test_a_mail_program_that_fails_leaves_the_form_as_it_is(
    bench: Bench, told: Callable[..., str]
) -> None:
    bench.parts.mail_program.problem = Problem(Code.MAIL_PROGRAM_MISSING)
    bench.form.program_wanted.emit(bench.form.current())
    assert told().startswith("Na tym komputerze nie ma programu pocztowego.")
    assert bench.form.is_open()
    assert not bench.form.is_doubted


def test_a_mail_program_that_hangs_can_be_left(bench: Bench, told: Callable[..., str]) -> None:
    bench.parts.mail_program.hangs = True
    bench.form.program_wanted.emit(bench.form.current())
    bench.form.program_wanted.emit(bench.form.current())  # one at a time
    bench.form.stop_wanted.emit()
    assert told().startswith("Już nie czekamy na program pocztowy.")
    assert len(bench.form.told) == 1


def test_a_file_that_cannot_be_written_is_told(
    bench: Bench, told: Callable[..., str], tmp_path: Path
) -> None:
    bench.form.file_wanted.emit(bench.form.current(), str(tmp_path / "no" / "a.eml"))
    assert str(tmp_path / "no" / "a.eml") in told()
    assert bench.form.is_open()


@pytest.mark.parametrize("way", ["send_now_wanted", "file_wanted", "program_wanted", "code_wanted"])
def test_what_the_report_lacks_is_asked_for(
    bench: Bench, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    draft = replace(bench.form.current(), description="")
    more = (str(tmp_path / "a.eml"),) if way == "file_wanted" else ()
    getattr(bench.form, way).emit(draft, *more)
    wanted = (Problem(Code.DESCRIPTION_MISSING),)
    qtbot.waitUntil(lambda: bench.form.problems == wanted)
    assert not bench.form.is_held
    assert list(tmp_path.iterdir()) == []


def test_a_draft_stored_while_there_was_room_is_gone_after_the_sending(
    bench: Bench, qtbot: QtBot
) -> None:
    draft = bench.form.current()
    bench.parts.drafts.texts[draft.id] = draft
    bench.parts.drafts.broken = None
    with qtbot.waitSignal(bench.desk.sent):
        bench.form.send_now_wanted.emit(draft)
    qtbot.waitUntil(lambda: draft.id not in bench.parts.drafts.texts)
    answers: list[None] = []
    bench.tasks.run(Lane.DISK, lambda: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert bench.parts.drafts.texts == {}


def test_gaps_are_asked_for_before_any_disk(qapp: object, qtbot: QtBot) -> None:
    tasks = Tasks()
    bench = Bench(tasks)
    bench.fill()
    bench.desk.report()
    bench.form.send_wanted.emit(bench.form.current())
    qtbot.waitUntil(lambda: bool(bench.form.problems))
    assert FULL not in bench.form.problems
    assert tasks.stop(STOP_SECONDS)


def code_window(bench: Bench, qtbot: QtBot) -> QrWindow:
    bench.form.code_wanted.emit(bench.form.current())
    qtbot.waitUntil(lambda: bool(bench.form.findChildren(QrWindow)))
    (window,) = bench.form.findChildren(QrWindow)
    assert isinstance(window, QrWindow)
    return window


def test_a_code_for_the_phone_sends_nothing_by_itself(
    bench: Bench, qtbot: QtBot, told: Callable[..., str]
) -> None:
    window = code_window(bench, qtbot)
    assert told() == "Sam kod niczego nie wysłał. Zgłoszenie jest nadal w tym oknie."
    window.reject()
    assert bench.form.is_open()
    assert not bench.form.is_held
    assert bench.sent == []


def test_the_word_that_the_phone_sent_it_closes_the_form_as_such(
    bench: Bench, qtbot: QtBot
) -> None:
    report_id = bench.form.current().id
    window = code_window(bench, qtbot)
    with qtbot.waitSignal(bench.desk.sent) as sent:
        window.done_sent.click()
    (said,) = sent.args or []
    assert (said.report_id, said.by) == (report_id, By.PHONE)
    assert not bench.form.is_open()
    assert bench.saved == []
    assert bench.post == []


def test_whether_the_mail_program_sent_it_only_the_operator_says(
    bench: Bench, qtbot: QtBot, told: Callable[..., str]
) -> None:
    bench.form.program_wanted.emit(bench.form.current())
    told()
    assert bench.form.is_handed
    assert bench.sent == []
    with qtbot.waitSignal(bench.desk.sent) as sent:
        bench.form.told_sent.emit(bench.form.current())
    assert (sent.args or [])[0].by is By.PROGRAM
    assert not bench.form.is_open()


def test_what_the_mail_program_refused_is_not_asked_about(
    bench: Bench, told: Callable[..., str]
) -> None:
    bench.parts.mail_program.problem = Problem(Code.MAIL_PROGRAM_MISSING)
    bench.form.program_wanted.emit(bench.form.current())
    told()
    assert not bench.form.is_handed
