"""The screenshots in the form: seen, removed, covered for good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.picture import Origin, Rect, Retouch
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

BLACK = QColor(0, 0, 0)
COVER = Rect(100, 100, 400, 300)


def editor_of(form: ReportForm) -> CoverEditor:
    editor = form.findChild(CoverEditor)
    assert isinstance(editor, CoverEditor)
    return editor


def cover(form: ReportForm, *covers: Rect) -> None:
    form.body.pictures.thumbs[0].preview.click()
    editor = editor_of(form)
    board = editor.canvas.board
    for rect in covers:
        board = board.at(rect.left, rect.top).begin()
        board = board.at(rect.left + rect.width, rect.top + rect.height).end()
    editor.canvas.take(board)
    editor.accept()
    QApplication.sendPostedEvents()


def test_each_monitor_has_a_thumbnail_with_its_name(idle_form: ReportForm) -> None:
    notes = (scenes.note(1), scenes.note(2))
    idle_form.begin(scenes.draft(notes), (scenes.shot(1), scenes.shot(2)))
    shown = [thumb for thumb in idle_form.body.pictures.thumbs if thumb.isVisible()]
    assert [thumb.name.text() for thumb in shown] == ["Ekran 1", "Ekran 2"]
    assert [thumb.name.toolTip() for thumb in shown] == ["DP-1", "DP-2"]


def names(form: ReportForm) -> list[str]:
    return [thumb.name.text() for thumb in form.body.pictures.thumbs if thumb.isVisible()]


def test_what_is_left_of_three_screens_keeps_its_names_when_the_draft_is_taken_up_again(
    idle_form: ReportForm,
) -> None:
    notes = [replace(scenes.note(number), screen=number) for number in (1, 2, 3)]
    later = [replace(note, id=f"later-{note.screen}") for note in notes]
    piece = replace(notes[0], id="piece", origin=Origin.REGION)
    kept = (notes[1], notes[2], later[0], later[1], piece)
    idle_form.resume(scenes.draft(kept), {})
    assert names(idle_form) == ["Ekran 2", "Ekran 3", "Ekran 1", "Zrzut 4", "Obszar 5"]
    idle_form.resume(scenes.draft((notes[1],)), {})
    assert names(idle_form) == ["Ekran 2"]


def test_a_screen_next_to_a_black_one_is_called_by_its_own_number(idle_form: ReportForm) -> None:
    note = replace(scenes.note(2), screen=2)
    black = Problem(Code.CAPTURE_BLACK, {"monitor": "DP-1"})
    idle_form.begin(scenes.draft((note,), picture_problem=black), (scenes.shot(2),))
    assert names(idle_form) == ["Ekran 2"]


def test_more_monitors_than_prepared_thumbnails_are_all_shown(idle_form: ReportForm) -> None:
    notes = tuple(scenes.note(number, 320, 180) for number in range(1, 6))
    shots = tuple(scenes.shot(number, 320, 180) for number in range(1, 6))
    idle_form.begin(scenes.draft(notes), shots)
    assert sum(thumb.isVisible() for thumb in idle_form.body.pictures.thumbs) == 5


def test_a_removed_picture_leaves_the_draft_and_is_told(form: ReportForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.picture_removed) as removed:
        form.body.pictures.thumbs[0].remove.click()
    assert removed.args == ["picture-1"]
    assert form.current().pictures == ()
    assert "bez zrzutów" in form.body.pictures.reason.text()
    assert QApplication.focusWidget() is form.body.description


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_picture_opens_in_full_by_keyboard(form: ReportForm, qtbot: QtBot, key: Qt.Key) -> None:
    preview = form.body.pictures.thumbs[0].preview
    preview.setFocus()
    qtbot.keyClick(preview, key)
    assert editor_of(form).isVisible()
    editor_of(form).reject()


def test_a_cover_is_told_and_its_pixels_are_forgotten(form: ReportForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.retouch_wanted) as wanted:
        cover(form, COVER)
    assert wanted.args == ["picture-1", Retouch((COVER,))]
    assert form.current().pictures[0].is_covered
    image = form.original_of("picture-1")
    assert image is not None
    assert image.pixelColor(300, 200) == BLACK
    assert image.pixelColor(99, 200) != BLACK


def test_a_second_cover_is_told_alone(form: ReportForm, qtbot: QtBot) -> None:
    cover(form, COVER)
    other = Rect(700, 700, 50, 50)
    with qtbot.waitSignal(form.retouch_wanted) as wanted:
        cover(form, other)
    assert wanted.args == ["picture-1", Retouch((other,))]


def test_nothing_is_told_when_nothing_was_covered(form: ReportForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.retouch_wanted):
        cover(form)
    assert not form.current().pictures[0].is_covered


def test_a_stored_note_does_not_uncover_a_picture(form: ReportForm) -> None:
    cover(form, COVER)
    form.tell_pictures((scenes.note(),))
    assert form.current().pictures[0].is_covered


def test_where_covers_can_be_undone_all_of_them_are_told_each_time(
    qtbot: QtBot, clock: scenes.StillClock
) -> None:
    form = ReportForm(load_profile("daktela-pl"), scenes.words, clock, can_uncover=True)
    qtbot.addWidget(form, before_close_func=ReportForm.finish)
    form.begin(scenes.draft((scenes.note(),)), (scenes.shot(),))
    cover(form, COVER)
    other = Rect(700, 700, 50, 50)
    with qtbot.waitSignal(form.retouch_wanted) as wanted:
        cover(form, other)
    assert wanted.args == ["picture-1", Retouch((COVER, other))]
    image = form.original_of("picture-1")
    assert image is not None
    assert image.pixelColor(300, 200) != BLACK


def test_the_thumbnail_shows_the_cover(form: ReportForm, qtbot: QtBot) -> None:
    whole = Rect(0, 0, 1920, 1080)
    cover(form, whole)
    preview = form.body.pictures.thumbs[0].preview
    assert preview.grab().toImage().pixelColor(preview.rect().center()) == BLACK
    assert form.body.pictures.thumbs[0].name.text() == "Z zakryciem"


def test_a_thumbnail_without_room_for_its_name_still_says_that_it_is_covered(
    idle_form: ReportForm,
) -> None:
    first, second = idle_form.body.pictures.thumbs[:2]
    second.remove.setText("Odstranit")  # as long as in other languages
    notes = tuple(replace(scenes.note(number), is_covered=True) for number in (1, 2))
    idle_form.begin(scenes.draft(notes), (scenes.shot(1), scenes.shot(2)))
    assert [first.name.text(), second.name.text()] == ["Ekran 1, zakrycia", "Z zakryciem"]
    assert "Ekran 2, z zakryciem" in second.preview.accessibleName()


def test_the_smooth_thumbnail_comes_after_the_first_painting(
    form: ReportForm, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not form.pictures.is_rough, timeout=2000)


def test_an_open_editor_closes_with_the_form_and_covers_nothing(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.body.pictures.thumbs[0].preview.click()
    editor = editor_of(form)
    with qtbot.assertNotEmitted(form.retouch_wanted), qtbot.waitSignal(editor.rejected):
        form.finish()
    assert not form.isVisible()


def test_a_missing_picture_is_explained_beside_the_one_that_is_there(
    idle_form: ReportForm,
) -> None:
    black = Problem(Code.CAPTURE_BLACK, {"monitor": "DP-2"})
    idle_form.begin(scenes.draft((scenes.note(),), picture_problem=black), (scenes.shot(),))
    shelf = idle_form.body.pictures
    assert shelf.reason.isVisible()
    assert "capture_black" in shelf.reason.text()
    assert shelf.thumbs[0].isVisible()
    assert shelf.thumbs[0].name.text() == "Ekran 1"
    assert "Cały" not in shelf.thumbs[0].preview.accessibleName()


def test_a_picture_keeps_its_name_when_another_one_is_removed(idle_form: ReportForm) -> None:
    notes = (scenes.note(1), scenes.note(2))
    idle_form.begin(scenes.draft(notes), (scenes.shot(1), scenes.shot(2)))
    idle_form.body.pictures.thumbs[0].remove.click()
    shown = [thumb.name.text() for thumb in idle_form.body.pictures.thumbs if thumb.isVisible()]
    assert shown == ["Ekran 2"]
    assert not idle_form.body.pictures.reason.isVisible()


def test_a_single_picture_does_not_claim_to_be_everything(form: ReportForm) -> None:
    assert form.body.pictures.thumbs[0].name.text() == "Zrzut ekranu"


def test_a_cover_stays_when_the_editor_is_left_by_its_close_box(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.body.pictures.thumbs[0].preview.click()
    editor = editor_of(form)
    editor.canvas.take(editor.canvas.board.at(100, 100).begin().at(500, 400).end())
    with qtbot.waitSignal(form.retouch_wanted) as wanted:
        editor.close()
    assert wanted.args == ["picture-1", Retouch((COVER,))]
