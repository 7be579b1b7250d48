"""Covering with mouse and keyboard: opaque, undoable, in the picture's own pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.picture import Rect, Retouch
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.covering_board import Board, Mark, Tool

Opening = Callable[..., CoverEditor]
KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ONE, OTHER = Rect(10, 10, 40, 30), Rect(200, 100, 60, 20)


def picture(width: int = 800, height: int = 600) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#88aacc"))
    return image


@pytest.fixture
def open_editor(qtbot: QtBot) -> Opening:
    """Give a way to open an editor, over some covers, on a picture of 800 × 600 at 100 %."""
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitActive(parent):
        parent.show()

    def opened(*covers: Rect) -> CoverEditor:
        made = CoverEditor.ask(parent, picture(), "Zakryj", lambda done: None, Retouch(covers))
        made.resize(900, 800)
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return opened


@pytest.fixture
def editor(open_editor: Opening) -> CoverEditor:
    """Give an editor over a picture without covers."""
    return open_editor()


def drag(qtbot: QtBot, editor: CoverEditor, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(editor.canvas, left, pos=start)
    qtbot.mouseMove(editor.canvas, end)
    qtbot.mouseRelease(editor.canvas, left, pos=end)


def test_a_drag_covers_the_pixels_under_it(editor: CoverEditor, qtbot: QtBot) -> None:
    drag(qtbot, editor, QPoint(100, 50), QPoint(300, 150))
    assert editor.retouch().covers == (Rect(100, 50, 200, 100),)


def test_a_drag_at_another_zoom_still_counts_the_pictures_pixels(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    editor.canvas.set_scale(0.5)
    drag(qtbot, editor, QPoint(100, 50), QPoint(150, 100))
    assert editor.retouch().covers == (Rect(200, 100, 100, 100),)


def test_a_drag_backwards_and_beyond_the_edge_stays_in_the_picture(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    drag(qtbot, editor, QPoint(100, 50), QPoint(-40, -20))
    assert editor.retouch().covers == (Rect(0, 0, 100, 50),)


def test_a_slip_of_the_hand_covers_nothing(editor: CoverEditor, qtbot: QtBot) -> None:
    drag(qtbot, editor, QPoint(100, 50), QPoint(102, 51))
    assert editor.retouch().covers == ()


def test_a_cover_is_solid_black_on_the_screen_also_while_it_is_selected(
    qtbot: QtBot, open_editor: Opening
) -> None:
    editor = open_editor(Rect(100, 100, 200, 200))
    seen = editor.canvas.grab().toImage()
    assert seen.pixelColor(200, 200) == QColor(0, 0, 0)
    qtbot.keyClick(editor.canvas, KEY.Key_Tab)
    seen = editor.canvas.grab().toImage()
    assert seen.pixelColor(200, 200) == QColor(0, 0, 0)
    assert seen.pixelColor(50, 50) == QColor("#88aacc")


def test_a_cover_is_drawn_with_the_keyboard_alone(editor: CoverEditor, qtbot: QtBot) -> None:
    for key in (KEY.Key_Left, KEY.Key_Up, KEY.Key_Space, *(KEY.Key_Right,) * 3, KEY.Key_Down):
        qtbot.keyClick(editor.canvas, key)
    qtbot.keyClick(editor.canvas, KEY.Key_Down, SHIFT)
    qtbot.keyClick(editor.canvas, KEY.Key_Right, CONTROL)
    qtbot.keyClick(editor.canvas, KEY.Key_Space)
    assert editor.retouch().covers == (Rect(390, 290, 31, 90),)


def test_tab_goes_through_the_covers_and_then_to_the_buttons(
    qtbot: QtBot, open_editor: Opening
) -> None:
    editor = open_editor(ONE, OTHER)
    chosen = []
    for _ in range(3):
        qtbot.keyClick(editor.canvas, KEY.Key_Tab)
        chosen.append(editor.canvas.board.selected)
    assert chosen == [0, 1, None]
    assert QApplication.focusWidget() is not editor.canvas


def test_arrows_move_the_selected_cover(qtbot: QtBot, open_editor: Opening) -> None:
    editor = open_editor(ONE)
    qtbot.keyClick(editor.canvas, KEY.Key_Tab)
    qtbot.keyClick(editor.canvas, KEY.Key_Right)
    qtbot.keyClick(editor.canvas, KEY.Key_Left, SHIFT)
    assert editor.retouch().covers == (Rect(0, 10, 40, 30),)


def test_the_mouse_moves_a_cover_in_one_undoable_step(qtbot: QtBot, open_editor: Opening) -> None:
    editor = open_editor(ONE)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(editor.canvas, left, pos=QPoint(20, 20))
    for x in (30, 60, 120):
        qtbot.mouseMove(editor.canvas, QPoint(x, 20))
    qtbot.mouseRelease(editor.canvas, left, pos=QPoint(120, 20))
    assert editor.retouch().covers == (Rect(110, 10, 40, 30),)
    editor.undo.click()
    assert editor.retouch().covers == (ONE,)


def test_delete_takes_the_selected_cover_and_ctrl_z_brings_it_back(
    qtbot: QtBot, open_editor: Opening
) -> None:
    editor = open_editor(ONE, OTHER)
    qtbot.keyClick(editor.canvas, KEY.Key_Tab)
    qtbot.keyClick(editor.canvas, KEY.Key_Delete)
    assert editor.retouch().covers == (OTHER,)
    qtbot.keyClick(editor.canvas, KEY.Key_Z, CONTROL)
    assert editor.retouch().covers == (ONE, OTHER)


def test_esc_lets_go_step_by_step(qtbot: QtBot, open_editor: Opening) -> None:
    editor = open_editor(ONE)
    qtbot.keyClick(editor.canvas, KEY.Key_Tab)
    qtbot.keyClick(editor.canvas, KEY.Key_Escape)
    assert editor.isVisible()
    assert editor.canvas.board.selected is None
    qtbot.keyClick(editor.canvas, KEY.Key_Space)
    qtbot.keyClick(editor.canvas, KEY.Key_Escape)
    assert editor.isVisible()
    assert editor.canvas.board.begun is None
    with qtbot.waitSignal(editor.rejected):
        qtbot.keyClick(editor.canvas, KEY.Key_Escape)


def test_accepting_hands_all_covers_over_also_the_one_being_drawn(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    for key in (KEY.Key_Space, KEY.Key_Right, KEY.Key_Down):
        qtbot.keyClick(editor.canvas, key)
    with qtbot.waitSignal(editor.done_with) as done:
        qtbot.keyClick(editor.canvas, KEY.Key_Return, CONTROL)
    assert done.args == [Retouch((Rect(400, 300, 10, 10),))]


@pytest.mark.parametrize("is_by_key", [True, False])
def test_esc_and_the_close_box_keep_what_was_covered(
    editor: CoverEditor, qtbot: QtBot, is_by_key: bool
) -> None:
    drag(qtbot, editor, QPoint(100, 50), QPoint(300, 150))
    with qtbot.waitSignal(editor.done_with) as done:
        if is_by_key:
            qtbot.keyClick(editor.canvas, KEY.Key_Escape)
        else:
            editor.close()
    assert done.args == [Retouch((Rect(100, 50, 200, 100),))]
    assert not editor.isVisible()


def test_the_close_box_keeps_also_the_cover_being_drawn(editor: CoverEditor, qtbot: QtBot) -> None:
    for key in (KEY.Key_Space, KEY.Key_Right, KEY.Key_Down):
        qtbot.keyClick(editor.canvas, key)
    with qtbot.waitSignal(editor.done_with) as done:
        editor.close()
    assert done.args == [Retouch((Rect(400, 300, 10, 10),))]
    assert not editor.isVisible()


def test_closing_an_editor_in_which_nothing_changed_hands_nothing_over(
    qtbot: QtBot, open_editor: Opening
) -> None:
    editor = open_editor(ONE)
    with qtbot.assertNotEmitted(editor.done_with):
        editor.close()
    assert not editor.isVisible()


def test_covers_are_dropped_only_by_the_button_that_says_so(
    editor: CoverEditor, qtbot: QtBot
) -> None:
    assert editor.ending.cancel.text() == "Porzuć zmiany"
    assert not editor.ending.cancel.isEnabled()
    drag(qtbot, editor, QPoint(100, 50), QPoint(300, 150))
    assert editor.ending.cancel.isEnabled()


def test_giving_up_hands_nothing_over(qtbot: QtBot, open_editor: Opening) -> None:
    editor = open_editor()
    drag(qtbot, editor, QPoint(100, 50), QPoint(300, 150))
    with qtbot.assertNotEmitted(editor.done_with):
        editor.ending.cancel.click()


def test_the_picture_fits_until_somebody_zooms(editor: CoverEditor, qtbot: QtBot) -> None:
    editor.resize(500, 400)
    QApplication.sendPostedEvents()
    fitted = editor.canvas.scale
    assert editor.canvas.width() <= editor.area.viewport().width()
    assert editor.canvas.height() <= editor.area.viewport().height()
    qtbot.keyClick(editor.canvas, KEY.Key_Plus, CONTROL)
    assert editor.canvas.scale > fitted
    qtbot.keyClick(editor.canvas, KEY.Key_Minus, CONTROL)
    assert editor.canvas.scale == pytest.approx(fitted)
    qtbot.keyClick(editor.canvas, KEY.Key_Plus, CONTROL)
    qtbot.keyClick(editor.canvas, KEY.Key_0, CONTROL)
    assert editor.canvas.scale == pytest.approx(fitted)


def test_ctrl_and_the_wheel_zoom(editor: CoverEditor) -> None:
    before = editor.canvas.scale
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.area.viewport(), wheel)
    assert editor.canvas.scale > before


def test_the_status_line_says_what_the_keys_do_now(editor: CoverEditor, qtbot: QtBot) -> None:
    assert "Przeciągnij" in editor.ending.status.text()
    qtbot.keyClick(editor.canvas, KEY.Key_Space)
    assert "spacja kończy" in editor.ending.status.text()
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Space):
        qtbot.keyClick(editor.canvas, key)
    assert "Zakryte miejsca: 1" in editor.ending.status.text()


def test_every_button_can_be_hit_and_named(editor: CoverEditor) -> None:
    tools = (*editor.tools.chips, editor.undo, editor.remove, *editor.zoom.buttons)
    for tool in (*tools, editor.ending.cancel, editor.ending.accept):
        assert min(tool.width(), tool.height()) >= 24
        assert tool.objectName()
        assert tool.accessibleName() or tool.text()


corners = st.tuples(st.integers(-50, 900), st.integers(-50, 700))


@given(corners, corners)
def test_a_cover_never_reaches_beyond_the_picture(
    start: tuple[int, int], end: tuple[int, int]
) -> None:
    board = Board(800, 600).at(*start).begin().at(*end).end()
    for rect in board.places(Tool.COVER):
        assert rect.left >= 0
        assert rect.top >= 0
        assert rect.left + rect.width <= 800
        assert rect.top + rect.height <= 600


@given(st.lists(st.sampled_from(["draw", "move", "remove", "select"]), max_size=12))
def test_undoing_everything_gives_the_first_covers_back(acts: list[str]) -> None:
    board = Board(800, 600, (Mark(Tool.COVER, ONE),))
    for act in acts:
        if act == "draw":
            board = board.at(300, 300).begin().at(400, 350).end()
        elif act == "move":
            board = board.move(7, 9)
        elif act == "remove":
            board = board.remove()
        else:
            board = board.next_mark(1) or board.select(None)
    for _ in range(len(acts) + 1):
        board = board.undo()
    assert board.places(Tool.COVER) == (ONE,)


def test_the_topmost_cover_is_taken_hold_of() -> None:
    places = (Rect(0, 0, 100, 100), Rect(50, 50, 100, 100))
    board = Board(800, 600, tuple(Mark(Tool.COVER, place) for place in places))
    assert board.mark_at(60, 60, 6) == 1
    assert board.mark_at(10, 10, 6) == 0
    assert board.mark_at(100, 10, 6) is None
