"""Choosing a piece of a screen: the piece alone goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.picture import Screenshot
from dzwonek.ui.region import RegionPicker
from tests.fakes.screens import plain_shot

KEY = Qt.Key
LEFT, RIGHT = plain_shot("L", 640, 400), plain_shot("R", 500, 300, (9, 90, 200), left=640)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def picker_of(parent: QWidget, qtbot: QtBot, *shots: Screenshot) -> RegionPicker:
    made = RegionPicker.ask(parent, shots, lambda shot: None)
    made.resize(900, 700)
    qtbot.waitUntil(made.isActiveWindow)
    made.area.show_original()
    return made


def drag(qtbot: QtBot, picker: RegionPicker) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(picker.canvas, left, pos=QPoint(20, 30))
    qtbot.mouseMove(picker.canvas, QPoint(120, 90))
    qtbot.mouseRelease(picker.canvas, left, pos=QPoint(120, 90))


def test_a_dragged_region_is_handed_over_without_the_rest(parent: QWidget, qtbot: QtBot) -> None:
    picker = picker_of(parent, qtbot, LEFT)
    drag(qtbot, picker)
    assert "100 × 60" in picker.ending.status.text()
    with qtbot.waitSignal(picker.picked) as picked:
        picker.ending.accept.click()
    (piece,) = picked.args or []
    assert (piece.left, piece.top, piece.width, piece.height) == (20, 30, 100, 60)
    assert len(piece.pixels) == 100 * 60 * 4
    assert not picker.isVisible()


def test_a_region_is_chosen_with_the_keyboard_alone(parent: QWidget, qtbot: QtBot) -> None:
    picker = picker_of(parent, qtbot, LEFT)
    for key in (KEY.Key_Space, *(KEY.Key_Right,) * 4, *(KEY.Key_Down,) * 2, KEY.Key_Space):
        qtbot.keyClick(picker.canvas, key)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.canvas, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (piece,) = picked.args or []
    assert (piece.left, piece.top, piece.width, piece.height) == (320, 200, 40, 20)


def test_another_screen_can_be_chosen(parent: QWidget, qtbot: QtBot) -> None:
    picker = picker_of(parent, qtbot, LEFT, RIGHT)
    picker.screens.chips[1].click()
    picker.area.show_original()
    drag(qtbot, picker)
    with qtbot.waitSignal(picker.picked) as picked:
        picker.accept()
    (piece,) = picked.args or []
    assert (piece.monitor, piece.left) == ("R", 660)
    assert bytes(piece.pixels[:3]) == bytes((200, 90, 9))


def test_one_screen_offers_no_choice_of_screens(parent: QWidget, qtbot: QtBot) -> None:
    assert not picker_of(parent, qtbot, LEFT).screens.isVisible()


def test_nothing_is_handed_over_without_a_region_or_by_esc(parent: QWidget, qtbot: QtBot) -> None:
    picker = picker_of(parent, qtbot, LEFT)
    assert not picker.ending.accept.isEnabled()
    with qtbot.assertNotEmitted(picker.picked):
        picker.accept()
        qtbot.keyClick(picker.canvas, KEY.Key_Space)
        qtbot.keyClick(picker.canvas, KEY.Key_Escape)
        assert picker.isVisible()
        qtbot.keyClick(picker.canvas, KEY.Key_Escape)
    assert not picker.isVisible()


def test_every_part_has_a_name_and_can_be_hit(parent: QWidget, qtbot: QtBot) -> None:
    picker = picker_of(parent, qtbot, LEFT, RIGHT)
    for part in (
        *picker.screens.chips,
        *picker.zoom.buttons,
        picker.ending.cancel,
        picker.ending.accept,
    ):
        assert min(part.width(), part.height()) >= 24
        assert part.objectName()
        assert part.accessibleName() or part.text()
