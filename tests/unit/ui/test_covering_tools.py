"""Frames, crops and zoom in the editor, with the mouse and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.capture.pieces import FRAME_COLOUR, retouched
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.ui import covering_tools
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.covering_board import Board, Mark, Tool

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
GROUND = QColor("#88aacc")
COVER, FRAME, CROP = Rect(20, 20, 40, 30), Rect(200, 100, 100, 80), Rect(10, 10, 600, 400)


def picture() -> QImage:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    return image


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[CoverEditor]:
    """Give an editor over an untouched picture at 100 %."""
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitActive(parent):
        parent.show()
    made = CoverEditor.ask(parent, picture(), "Zakryj", lambda done: None)
    made.resize(900, 800)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    parent.close()  # held until here, else it is gone with the editor


def drag(qtbot: QtBot, editor: CoverEditor, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(editor.canvas, left, pos=start)
    qtbot.mouseMove(editor.canvas, end)
    qtbot.mouseRelease(editor.canvas, left, pos=end)


def test_each_tool_draws_its_own_mark(editor: CoverEditor, qtbot: QtBot) -> None:
    for tool in editor.tools.chips:
        tool.click()
        drag(qtbot, editor, QPoint(100, 100), QPoint(300, 200))
    place = Rect(100, 100, 200, 100)
    assert editor.retouch() == Retouch((place,), (place,), place)


def test_everything_is_drawn_with_the_keyboard_alone(editor: CoverEditor, qtbot: QtBot) -> None:
    for key in (KEY.Key_F3, KEY.Key_F4):
        qtbot.keyClick(editor.canvas, key)
        qtbot.keyClick(editor.canvas, KEY.Key_Space)
        for _ in range(3):
            qtbot.keyClick(editor.canvas, KEY.Key_Right)
            qtbot.keyClick(editor.canvas, KEY.Key_Down)
        qtbot.keyClick(editor.canvas, KEY.Key_Space)
    places = Rect(400, 300, 30, 30), Rect(430, 330, 30, 30)
    assert editor.retouch() == Retouch((), (places[0],), places[1])


def test_the_key_of_a_tool_shows_which_one_is_in_use(editor: CoverEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(editor.canvas, KEY.Key_F4)
    assert editor.tools.value() is Tool.CROP
    assert "ma zostać" in editor.ending.status.text()
    qtbot.keyClick(editor.canvas, KEY.Key_F2)
    assert editor.tools.value() is Tool.COVER


def test_a_second_crop_stands_for_the_first_and_is_undone_to_it(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    editor.take_crop()
    drag(qtbot, editor, QPoint(100, 100), QPoint(500, 400))
    drag(qtbot, editor, QPoint(150, 150), QPoint(350, 300))
    assert editor.retouch().crop == Rect(150, 150, 200, 150)
    qtbot.keyClick(editor.canvas, KEY.Key_Z, CONTROL)
    assert editor.retouch().crop == Rect(100, 100, 400, 300)
    qtbot.keyClick(editor.canvas, KEY.Key_Z, CONTROL)
    assert editor.retouch() == Retouch()


def test_a_cover_is_drawn_inside_a_frame_and_a_crop(editor: CoverEditor, qtbot: QtBot) -> None:
    editor.canvas.take(Board(800, 600, (Mark(Tool.FRAME, FRAME), Mark(Tool.CROP, CROP))))
    drag(qtbot, editor, QPoint(220, 120), QPoint(260, 150))
    assert editor.retouch() == Retouch((Rect(220, 120, 40, 30),), (FRAME,), CROP)


def test_a_frame_is_moved_by_its_edge(editor: CoverEditor, qtbot: QtBot) -> None:
    editor.canvas.take(Board(800, 600, (Mark(Tool.FRAME, FRAME),), Tool.FRAME))
    drag(qtbot, editor, QPoint(201, 140), QPoint(221, 150))
    assert editor.retouch().frames == (Rect(220, 110, 100, 80),)


def test_the_canvas_shows_what_will_leave(editor: CoverEditor) -> None:
    marks = (Mark(Tool.COVER, COVER), Mark(Tool.FRAME, FRAME))
    editor.canvas.take(Board(800, 600, marks))
    seen = editor.canvas.grab().toImage()
    leaving = retouched(picture(), editor.retouch())
    for x, y in ((40, 35), (199, 140), (250, 140), (5, 5)):
        assert seen.pixelColor(x, y) == leaving.pixelColor(x, y)
    assert seen.pixelColor(199, 140) == QColor(FRAME_COLOUR)


def test_what_a_crop_drops_is_dimmed(editor: CoverEditor) -> None:
    editor.canvas.take(Board(800, 600, (Mark(Tool.CROP, CROP),)))
    seen = editor.canvas.grab().toImage()
    assert seen.pixelColor(700, 500).lightness() < GROUND.lightness() / 2
    assert seen.pixelColor(300, 200) == GROUND


def test_a_cropped_slip_of_the_hand_is_no_crop(editor: CoverEditor, qtbot: QtBot) -> None:
    editor.take_crop()
    drag(qtbot, editor, QPoint(100, 100), QPoint(110, 300))
    assert editor.retouch() == Retouch()


@pytest.mark.parametrize(("key", "scale"), [(KEY.Key_1, 1.0), (KEY.Key_2, 2.0)])
def test_the_picture_is_shown_at_its_own_and_at_twice_its_size(
    editor: CoverEditor, qtbot: QtBot, key: Qt.Key, scale: float
) -> None:
    editor.resize(500, 400)
    qtbot.keyClick(editor.canvas, key, CONTROL)
    assert editor.canvas.scale * editor.devicePixelRatioF() == pytest.approx(scale)
    assert editor.zoom.told.text() == f"{scale * 100:.0f} %"


def test_a_change_of_the_status_line_does_not_move_the_picture(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    before = editor.canvas.mapTo(editor, QPoint(0, 0)), editor.canvas.size()
    for step in (editor.take_frame, editor.take_crop, editor.take_cover):
        step()
        drag(qtbot, editor, QPoint(100, 100), QPoint(300, 200))
        assert (editor.canvas.mapTo(editor, QPoint(0, 0)), editor.canvas.size()) == before


def test_what_changed_is_announced(
    editor: CoverEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(covering_tools, "announce", lambda _, text: said.append(text))
    qtbot.keyClick(editor.canvas, KEY.Key_F3)
    drag(qtbot, editor, QPoint(100, 100), QPoint(300, 200))
    assert "wokół tego" in said[0]
    assert "Ramki: 1" in said[-1]


def test_enter_chooses_the_tool_that_has_the_keyboard_and_ends_nothing(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    chip = editor.tools.chips[2]
    chip.setFocus()
    qtbot.keyClick(chip, KEY.Key_Return)
    assert editor.isVisible()
    assert editor.tools.value() is Tool.CROP
    drag(qtbot, editor, QPoint(100, 100), QPoint(300, 200))
    assert editor.retouch() == Retouch(crop=Rect(100, 100, 200, 100))
    editor.undo.setFocus()
    qtbot.keyClick(editor.undo, KEY.Key_Enter)
    assert editor.isVisible()
    assert not editor.retouch()
