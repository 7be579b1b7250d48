"""The form speaks another language at once, and loses nothing of what was typed, told and drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import dzwonek.resources_rc  # noqa: F401  # the translations
from dzwonek.domain.kinds import Occurrence
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.language import speak
from tests.fakes import form_scenes as scenes
from tests.fakes.languages import given_back

TEXT = "Klient mnie nie słyszy."
COVER = Retouch((Rect(10, 10, 40, 20),))


@pytest.fixture(autouse=True)
def languages(qapp: QApplication) -> Iterator[None]:
    """Give the language back when the test ends."""
    with given_back(qapp):
        yield


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()


def say_in_english(qapp: QApplication) -> None:
    speak(qapp, "en")
    settle()


def label_of(form: ReportForm) -> str:
    return form.body.kind.accessibleName()


def test_an_open_form_changes_its_words_and_keeps_what_was_typed(
    form: ReportForm, qapp: QApplication
) -> None:
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.body.description.setPlainText(TEXT)
    form.body.occurrence.show_value(Occurrence.REPEATED)
    form.body.kind.chips[2].click()
    before = form.current()

    say_in_english(qapp)

    assert label_of(form) == "Kind of problem"
    assert form.windowTitle() == "Report a problem"
    assert form.current() == before
    assert len(form.body.picker.list.activities.items) == len(scenes.recent())
    assert form.isVisible()


def test_the_caret_stays_where_it_was(form: ReportForm, qapp: QApplication) -> None:
    form.body.description.setPlainText(TEXT)
    cursor = form.body.description.textCursor()
    cursor.setPosition(6)
    form.body.description.setTextCursor(cursor)
    form.body.description.setFocus()

    say_in_english(qapp)

    assert form.body.description.textCursor().position() == 6
    assert form.focusWidget() is form.body.description


def test_what_was_typed_as_a_time_is_not_cleared(form: ReportForm, qapp: QApplication) -> None:
    form.body.when.retype("nie wiem")

    say_in_english(qapp)

    assert form.body.when.edit.text() == "nie wiem"


def test_covers_can_still_be_taken_back(form: ReportForm, qapp: QApplication) -> None:
    (slot,) = form.pictures.slots()
    slot.work(COVER)
    picture, drawn = form.original_of(slot.note.id), form.drawn()

    say_in_english(qapp)

    (later,) = form.pictures.slots()
    assert later.retouch == COVER
    assert form.drawn() == drawn
    assert form.original_of(slot.note.id) == picture


def test_what_is_wrong_is_said_again(form: ReportForm, qapp: QApplication) -> None:
    form.show_problems((Problem(Code.KIND_MISSING), Problem(Code.OCCURRENCE_MISSING)))
    told = form.body.errors["kind"].text()

    say_in_english(qapp)

    assert not form.body.errors["kind"].isHidden()
    assert form.body.errors["kind"].text() == told  # the test's own words for a code


def test_what_was_mended_before_stays_ticked_off(form: ReportForm, qapp: QApplication) -> None:
    form.show_problems((Problem(Code.KIND_MISSING), Problem(Code.OCCURRENCE_MISSING)))
    form.body.kind.chips[0].click()

    say_in_english(qapp)

    assert list(form.body.summary.links) == ["occurrence"]
    assert form.body.errors["kind"].text().startswith("✓")


def test_the_form_waits_for_an_editor_that_stands_over_it(
    form: ReportForm, qapp: QApplication, qtbot: QtBot
) -> None:
    form.body.pictures.thumbs[0].preview.click()
    (editor,) = form.findChildren(CoverEditor)

    say_in_english(qapp)
    assert label_of(form) == "Rodzaj problemu"
    assert editor.ending.accept.text() == "Done"

    with qtbot.waitSignal(editor.finished):
        editor.accept()
    settle()
    assert label_of(form) == "Kind of problem"


def test_keys_work_once_after_a_change(form: ReportForm, qapp: QApplication, qtbot: QtBot) -> None:
    say_in_english(qapp)
    sent: list[object] = []
    form.send_wanted.connect(sent.append)
    qtbot.keyClick(form.body.description, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(sent) == 1


def test_a_form_that_is_closed_opens_in_the_new_language(
    idle_form: ReportForm, qapp: QApplication
) -> None:
    say_in_english(qapp)
    assert not idle_form.isVisible()
    assert label_of(idle_form) == "Kind of problem"
    idle_form.begin(scenes.draft(), ())
    assert idle_form.is_open()


def test_old_parts_are_gone(form: ReportForm, qapp: QApplication) -> None:
    old = form.body
    destroyed: list[bool] = []
    old.destroyed.connect(lambda: destroyed.append(True))
    parts = len(form.children())

    say_in_english(qapp)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert destroyed == [True]
    assert len(form.children()) == parts


def test_pictures_keep_their_numbers(idle_form: ReportForm, qapp: QApplication) -> None:
    notes = (scenes.note(1), scenes.note(2))
    idle_form.begin(scenes.draft(notes), (scenes.shot(1), scenes.shot(2)))
    idle_form.body.pictures.thumbs[0].remove.click()

    say_in_english(qapp)

    assert [slot.number for slot in idle_form.pictures.slots()] == [2]
