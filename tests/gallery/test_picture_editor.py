"""Pictures of the windows in which one picture is worked on, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.region import RegionPicker
from dzwonek.ui.words import title_and_advice
from tests.fakes import form_scenes as scenes
from tests.gallery.conftest import Gallery

COVERS = (Rect(1330, 180, 520, 140), Rect(60, 225, 900, 60))
FRAMES = (Rect(50, 380, 1290, 100),)
KEY = Qt.Key


@pytest.fixture
def kept(gallery: Gallery) -> Iterator[list[QWidget]]:
    """Hold a test's windows, and end them with it."""
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        window.hide()
        shiboken6.delete(window)


def editor_of(kept: list[QWidget], retouch: Retouch, width: int = 1000) -> CoverEditor:
    editor = CoverEditor(scenes.screen(1, 1920, 1080), "Zakryj dane klienta", retouch)
    kept.append(editor)
    editor.resize(width, width * 7 // 10)
    editor.show()
    QApplication.sendPostedEvents()
    return editor


def test_covers_of_which_one_is_selected(
    gallery: Gallery, kept: list[QWidget], qtbot: QtBot
) -> None:
    editor = editor_of(kept, Retouch(COVERS))
    qtbot.keyClick(editor.canvas, KEY.Key_Tab)
    gallery.hang("editor-covers", editor)


def test_a_cover_being_drawn_with_the_keyboard(
    gallery: Gallery, kept: list[QWidget], qtbot: QtBot
) -> None:
    editor = editor_of(kept, Retouch())
    editor.canvas.setFocus()
    for key in (KEY.Key_Space, *(KEY.Key_Right,) * 12, *(KEY.Key_Down,) * 5):
        qtbot.keyClick(editor.canvas, key)
    gallery.hang("editor-keys", editor)


def test_a_frame_beside_covers(gallery: Gallery, kept: list[QWidget]) -> None:
    editor = editor_of(kept, Retouch(COVERS, FRAMES))
    editor.take_frame()
    gallery.hang("editor-frame", editor)


def test_a_crop(gallery: Gallery, kept: list[QWidget]) -> None:
    editor = editor_of(kept, Retouch(COVERS, FRAMES, Rect(30, 100, 1340, 640)))
    editor.take_crop()
    gallery.hang("editor-crop", editor)


def test_a_picture_at_its_own_size(gallery: Gallery, kept: list[QWidget]) -> None:
    editor = editor_of(kept, Retouch(COVERS, FRAMES))
    editor.area.show_original()
    gallery.hang("editor-original-size", editor)


def test_the_editor_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, kept: list[QWidget]
) -> None:
    large_font()
    gallery.hang("editor-large-font", editor_of(kept, Retouch(COVERS, FRAMES), 1200))


def test_the_choice_of_a_region(gallery: Gallery, kept: list[QWidget], qtbot: QtBot) -> None:
    picker = RegionPicker((scenes.shot(1), scenes.shot(2)))
    kept.append(picker)
    picker.resize(1000, 700)
    picker.show()
    QApplication.sendPostedEvents()
    gallery.hang("region-empty", picker)
    board = picker.canvas.board.at(50, 170).begin().at(1360, 640).end()
    picker.canvas.take(board)
    gallery.hang("region-chosen", picker)


@pytest.fixture
def form(kept: list[QWidget]) -> Iterator[ReportForm]:
    """Build the form, which tells of its pictures."""
    made = ReportForm(load_profile("daktela-pl"), title_and_advice, scenes.StillClock())
    kept.append(made)
    made.warm()
    yield made
    made.finish()


def shown(form: ReportForm) -> ReportForm:
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent()[:2])
    QApplication.sendPostedEvents()
    form.body.pictures.refine()
    form.pane.ensureWidgetVisible(form.body.pictures)
    return form


def test_a_picture_that_is_older_than_its_draft_beside_one_in_its_smaller_form(
    form: ReportForm, gallery: Gallery
) -> None:
    first, second = (replace(scenes.note(number), screen=number) for number in (1, 2))
    draft = scenes.draft((first, replace(second, media_type="image/jpeg")))
    form.resume(draft, {second.id: scenes.screen(2, 1920, 1080)})
    form.refuse_picture(Problem(Code.PICTURE_UNREADABLE, {"reason": "older"}))
    gallery.hang("pictures-older", shown(form))


def test_no_picture_where_the_administrator_switched_them_off(
    form: ReportForm, gallery: Gallery
) -> None:
    problem = Problem(Code.CAPTURE_SWITCHED_OFF, {"by": "policy"})
    form.begin(scenes.draft((), picture_problem=problem), ())
    gallery.hang("pictures-by-policy", shown(form))
