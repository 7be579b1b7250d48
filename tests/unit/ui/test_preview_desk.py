"""The preview over an open form: it shows what goes, follows what changes, and can be left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from dzwonek.capture.raster import decoded
from dzwonek.config.profile import load_profile
from dzwonek.domain.delivery import Entry
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Picture, Rect, Retouch
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.submit import Submission
from dzwonek.ui.desk import Desk
from dzwonek.ui.form.preview import PreviewWindow
from dzwonek.ui.form.preview_parts import FullPicture, SeenPicture
from dzwonek.ui.stamp import PictureStamp
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes.clock import FakeClock
from tests.fakes.form import FakeForm
from tests.fakes.parts import MemoryParts
from tests.fakes.screens import FakeScreens, plain_shot

STOP_SECONDS = 5.0
COVER = Retouch(covers=(Rect(0, 0, 200, 60),))


class CountingStamp(PictureStamp):
    """A real stamp that counts its pictures."""

    def __init__(self) -> None:
        self.count = 0

    def under(self, picture: Picture, text: str) -> Picture:
        self.count += 1
        return super().under(picture, text)


class Bench:
    """A desk with an open, complete report of two pictures, and a clock that stands still."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        clock = FakeClock()
        self.wrong: Problem | None = None
        writing = (
            load_profile("daktela-pl"), self.address, clock, "dzwonek 0", "Europe/Warsaw"
        )  # fmt: skip
        self.stamp = CountingStamp()
        self.parts.letters = Letters(*writing, stamp=self.stamp)
        self.parts.submission = Submission(
            self.parts.drafts, self.parts.outbox, Letters(*writing, stamp=PictureStamp())
        )
        self.form = FakeForm()
        self.tasks = tasks
        screens = FakeScreens([plain_shot("L", 320, 200), plain_shot("R", 320, 200, left=320)])
        self.desk = Desk(
            Reception(self.parts),
            tasks,
            lambda: screens,
            lambda: self.form,  # type: ignore[arg-type, return-value] # a form without widgets
        )
        self.desk.report()
        self.form.draft = replace(
            self.form.current(),
            kind=Kind.CALL_IN,
            description="nie słychać klienta <b>wcale</b>",
            occurrence=Occurrence.FIRST,
        )

    def address(self, is_test: bool) -> Address:
        if self.wrong is not None:
            raise trouble(self.wrong.code)
        return Address("dzwonek@firma.example", ("daktela@daktela.pl",))

    @property
    def windows(self) -> list[PreviewWindow]:
        return [each for each in self.form.findChildren(PreviewWindow) if each.isVisible()]


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    qtbot.addWidget(made.form)
    yield made
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def look(bench: Bench, qtbot: QtBot) -> Callable[[], PreviewWindow]:
    """Ask for the preview, and wait until it stands there."""

    def looked() -> PreviewWindow:
        bench.form.preview_wanted.emit(bench.form.current())
        (window,) = bench.windows
        qtbot.waitUntil(lambda: window.preview() is not None)
        return window

    return looked


def text_in(window: PreviewWindow) -> str:
    shown = window.findChild(QPlainTextEdit, "preview.text")
    assert isinstance(shown, QPlainTextEdit)
    return shown.toPlainText()


def sent_message(bench: Bench, entry: Entry) -> EmailMessage:
    message = message_from_bytes(bench.parts.outbox.message(entry.id), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_what_was_seen_is_what_is_sent_from_there(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    bench.form.retouch_wanted.emit(bench.form.current().pictures[0].id, COVER)
    window = look()
    shown = window.preview()
    assert shown is not None
    qtbot.waitUntil(window.isActiveWindow)
    read = text_in(window)
    with qtbot.waitSignal(bench.desk.saved) as saved:
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not bench.form.is_open()
    message = sent_message(bench, saved.args[0])
    body = message.get_body(("plain",))
    assert body is not None
    assert read == str(body.get_content()).replace("\r\n", "\n")
    assert shown.recipients == message["To"] == "daktela@daktela.pl"
    pixels = [part.get_payload(decode=True) for part in message.iter_attachments()]
    assert [each.content for each in shown.files] == pixels
    top_left = decoded(shown.pictures[0].content).pixelColor(5, 5)
    assert (top_left.red(), top_left.green(), top_left.blue()) == (0, 0, 0)
    assert decoded(shown.pictures[0].content).height() > 200  # the stamp stands below


def test_what_was_typed_is_shown_as_it_is(look: Callable[[], PreviewWindow]) -> None:
    assert "<b>wcale</b>" in text_in(look())


def test_a_look_keeps_the_form_and_esc_leads_back(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    window = look()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert bench.form.is_open()
    assert bench.windows == []
    assert bench.parts.outbox.rows == {}
    look()  # and again


def test_a_second_wish_opens_no_second_window(
    bench: Bench, look: Callable[[], PreviewWindow]
) -> None:
    look()
    bench.form.preview_wanted.emit(bench.form.current())
    assert len(bench.windows) == 1


def test_what_becomes_known_meanwhile_is_shown(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    window = look()
    bench.form.draft = replace(bench.form.current(), reporter=Agent("Anna Późna"))
    bench.form.edited.emit()
    qtbot.waitUntil(lambda: "Nazwa agenta: Anna Późna" in text_in(window))


def test_an_incomplete_report_can_be_seen_and_says_what_it_lacks(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    bench.form.draft = replace(bench.form.current(), occurrence=None)
    window = look()
    shown = window.preview()
    assert shown is not None
    assert [problem.code for problem in shown.lacks] == [Code.OCCURRENCE_MISSING]
    window.send.click()
    qtbot.waitUntil(lambda: bool(bench.form.problems))
    assert bench.form.is_open()


def test_while_it_is_made_nothing_can_be_sent_and_it_can_be_left(
    bench: Bench, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    bench.tasks.run(Lane.DISK, go_on.wait)
    bench.form.preview_wanted.emit(bench.form.current())
    (window,) = bench.windows
    assert window.told.text() == "Przygotowujemy podgląd…"
    assert not window.send.isEnabled()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.windows == [window]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    go_on.set()
    answers: list[None] = []
    bench.tasks.run(Lane.DISK, lambda: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert bench.windows == []
    assert bench.form.is_open()
    assert bench.stamp.count == 0


def test_progress_tells_which_picture_it_is(bench: Bench, qtbot: QtBot) -> None:
    go_on = threading.Event()
    bench.tasks.run(Lane.DISK, go_on.wait)
    bench.form.preview_wanted.emit(bench.form.current())
    (window,) = bench.windows
    heard: list[str] = []
    window.progressed.connect(heard.append)
    go_on.set()
    qtbot.waitUntil(lambda: window.preview() is not None)
    assert "Przygotowujemy podgląd… Zdjęcie 1 z 2." in heard
    assert "Przygotowujemy podgląd… Zdjęcie 2 z 2." in heard


def test_why_nothing_could_go_is_said_in_the_preview(bench: Bench, qtbot: QtBot) -> None:
    bench.wrong = Problem(Code.POLICY_RECIPIENTS_INVALID)
    bench.form.preview_wanted.emit(bench.form.current())
    (window,) = bench.windows
    qtbot.waitUntil(lambda: "podgląd" not in window.told.text())
    assert window.preview() is None
    assert not window.send.isEnabled()


def test_a_picture_is_shown_in_full_from_the_bytes_that_leave(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    window = look()
    picture = window.findChild(SeenPicture, "preview.picture.1")
    assert isinstance(picture, SeenPicture)
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(FullPicture)))
    (full,) = window.findChildren(FullPicture)
    shown = window.preview()
    assert shown is not None
    seen = full.pane.widget()
    assert seen is not None
    assert seen.size() == decoded(shown.pictures[1].content).size()
    qtbot.keyClick(full, Qt.Key.Key_Escape)
    assert bench.windows == [window]


def test_closing_the_form_closes_its_preview(
    bench: Bench, qtbot: QtBot, look: Callable[[], PreviewWindow]
) -> None:
    look()
    with qtbot.waitSignal(bench.desk.closed):
        bench.form.put_aside.emit(bench.form.current())
    assert bench.windows == []


def test_the_record_for_machines_is_folded_and_can_be_read(
    look: Callable[[], PreviewWindow],
) -> None:
    window = look()
    record = window.findChild(QPlainTextEdit, "preview.record")
    unfold = window.findChild(QPushButton, "preview.show_record")
    assert isinstance(record, QPlainTextEdit)
    assert isinstance(unfold, QPushButton)
    assert record.isHidden()
    unfold.click()
    shown = window.preview()
    assert shown is not None
    assert record.toPlainText() == shown.record
    lines = record.toPlainText().count("\n") + 1
    assert record.height() >= lines * record.fontMetrics().height() * 0.9
    unfold.click()
    assert record.isHidden()


def test_page_keys_scroll_the_preview_at_once(
    look: Callable[[], PreviewWindow], qtbot: QtBot
) -> None:
    window = look()
    window.resize(window.width(), window.height() // 2)
    bar = window.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and window.isActiveWindow())
    focused = window.focusWidget() or window
    qtbot.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(focused, Qt.Key.Key_PageUp)
    assert bar.value() == 0
