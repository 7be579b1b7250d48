"""What is drawn is stored while it is being drawn, with the real form and its picture editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dzwonek.capture.raster import decoded
from dzwonek.config.profile import load_profile
from dzwonek.domain.draft_life import Stage
from dzwonek.domain.kinds import Kind
from dzwonek.domain.picture import Rect, Screenshot
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.desk import Desk
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes import form_scenes as scenes
from tests.fakes.parts import MemoryParts
from tests.fakes.screens import MOMENT, FakeScreens, plain_shot

STOP_SECONDS = 30.0
LONG = 30_000  # milliseconds
COVER = Rect(10, 10, 20, 20)


@dataclass
class Bench:
    """The real form at a desk whose stores are in memory."""

    parts: MemoryParts
    form: ReportForm
    desk: Desk
    tasks: Tasks

    def open_editor(self) -> CoverEditor:
        self.form.body.pictures.thumbs[0].preview.click()
        editor = self.form.findChild(CoverEditor)
        assert isinstance(editor, CoverEditor)
        return editor

    def stored(self) -> tuple[Draft, QImage]:
        """Give the draft and its first picture as they are stored now."""
        (draft,) = self.parts.drafts.texts.values()
        picture = self.parts.drafts.pictures[draft.id, draft.pictures[0].id]
        return draft, decoded(picture.content)

    def is_covered(self) -> bool:
        draft, image = self.stored()
        return draft.pictures[0].is_covered and image.pixelColor(20, 20).lightness() == 0


def draw(editor: CoverEditor, rect: Rect = COVER) -> None:
    board = editor.canvas.board.at(rect.left, rect.top).begin()
    editor.canvas.take(board.at(rect.left + rect.width, rect.top + rect.height).end())


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    tasks = Tasks()
    parts = MemoryParts()
    form = ReportForm(load_profile("daktela-pl"), scenes.words, parts.clock, can_uncover=True)
    qtbot.addWidget(form, before_close_func=lambda form: form.finish())
    form.warm()
    screens = FakeScreens([plain_shot("L"), plain_shot("R", left=64)])
    desk = Desk(Reception(parts), tasks, lambda: screens, lambda: form)
    yield Bench(parts, form, desk, tasks)
    assert tasks.stop(STOP_SECONDS)
    QApplication.clipboard().clear()


@pytest.fixture
def settled(qtbot: QtBot, bench: Bench) -> Callable[[], None]:
    def wait() -> None:
        answers: list[None] = []
        bench.tasks.run(Lane.DISK, lambda: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=LONG)

    return wait


def test_a_cover_is_burnt_into_the_stored_picture_while_the_editor_is_still_open(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    editor = bench.open_editor()
    draw(editor)
    qtbot.waitUntil(bench.is_covered, timeout=LONG)
    assert editor.isVisible()
    editor.canvas.undo()
    qtbot.waitUntil(lambda: not bench.is_covered(), timeout=LONG)
    editor.reject()


def test_changes_that_are_given_up_are_given_up_on_the_disk_too(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    _, before = bench.stored()
    editor = bench.open_editor()
    draw(editor)
    qtbot.waitUntil(bench.is_covered, timeout=LONG)
    give_up = editor.findChild(QPushButton, "cover-cancel")
    assert isinstance(give_up, QPushButton)
    give_up.click()
    qtbot.waitUntil(lambda: not bench.is_covered(), timeout=LONG)
    assert bench.stored()[1] == before


def test_what_is_drawn_when_the_session_ends_is_stored(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draw(bench.open_editor())
    bench.desk.flush()
    settled()
    assert bench.is_covered()
    assert bench.stored()[0].stage is Stage.OPEN


def test_an_autosave_takes_no_finished_cover_back(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    editor = bench.open_editor()
    draw(editor)
    editor.accept()
    bench.form.body.description.setPlainText("zakryte")
    qtbot.waitUntil(lambda: bench.stored()[0].description == "zakryte", timeout=LONG)
    settled()
    assert bench.is_covered()


def test_esc_in_a_form_that_nobody_touched_leaves_an_empty_draft_to_nobody(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    with qtbot.waitSignal(bench.desk.dropped, timeout=LONG):
        qtbot.keyClick(bench.form, Qt.Key.Key_Escape)
    assert not bench.form.is_open()
    assert bench.stored()[0].stage is Stage.DROPPED


@pytest.mark.parametrize("touch", ["word", "kind", "cover", "remove"])
def test_esc_keeps_whatever_somebody_did(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None], touch: str
) -> None:
    bench.desk.report()
    settled()
    match touch:
        case "word":
            bench.form.body.description.setPlainText("x")
        case "kind":
            bench.form.body.kind.show_value(Kind.CHAT)
        case "cover":
            editor = bench.open_editor()
            draw(editor)
            editor.accept()
        case _:
            bench.form.body.pictures.thumbs[0].remove.click()
    with qtbot.waitSignal(bench.desk.kept, timeout=LONG):
        qtbot.keyClick(bench.form, Qt.Key.Key_Escape)
    (draft,) = bench.parts.drafts.texts.values()
    assert draft.stage is Stage.ASIDE


def test_what_was_typed_just_before_a_refused_send_is_stored(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    bench.form.body.description.setPlainText("ostatnie słowa")
    bench.form.footer.send.click()
    settled()
    assert bench.form.is_open()
    qtbot.waitUntil(lambda: bench.stored()[0].description == "ostatnie słowa", timeout=LONG)


def test_a_picture_of_more_than_three_megabytes_is_told_as_smaller_until_a_crop_makes_it_small(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    pixels = bytearray(Random(1).randbytes(1280 * 900 * 4))
    noisy = Screenshot("L", 0, 0, 1280, 900, 1280 * 4, pixels, MOMENT)
    bench.desk._screens = lambda: FakeScreens([noisy])
    bench.desk.report()
    settled()
    told = bench.form.body.pictures.smaller
    qtbot.waitUntil(told.isVisible, timeout=LONG)
    assert told.text() == "Zapisane jako JPEG (każdy ponad 3 MB): Zrzut ekranu."
    assert encoded(bench).startswith(b"\xff\xd8")

    editor = bench.open_editor()
    editor.take_crop()
    draw(editor, Rect(0, 0, 320, 200))
    editor.accept()
    qtbot.waitUntil(lambda: not told.isVisible(), timeout=LONG)
    assert encoded(bench).startswith(b"\x89PNG")


def encoded(bench: Bench) -> bytes:
    (picture,) = bench.parts.drafts.pictures.values()
    return picture.content
