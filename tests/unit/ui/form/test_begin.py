"""How the form opens, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.thread import Thread
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]


def test_the_caret_stands_in_the_description(form: ReportForm) -> None:
    assert QApplication.focusWidget() is form.body.description


def test_a_continued_draft_is_written_on_at_its_end(
    idle_form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    with qtbot.waitActive(idle_form):
        idle_form.resume(scenes.draft(description="Najpierw.\nPotem"), {})
    type_text(idle_form.body.description, " cisza.")
    assert idle_form.current().description == "Najpierw.\nPotem cisza."


def test_an_untouched_form_gives_back_the_draft_it_was_given(idle_form: ReportForm) -> None:
    draft = scenes.draft((scenes.note(),), reporter=scenes.AGENT)
    idle_form.begin(draft, (scenes.shot(),))
    assert idle_form.current() == draft


def test_a_continued_draft_comes_back_as_it_was(idle_form: ReportForm) -> None:
    draft = scenes.draft(
        (scenes.note(1), scenes.note(2)),
        kind=Kind.CALL_OUT,
        customer="730 770 660",
        ours="223 784 756",
        reporter=scenes.AGENT,
        scope=Scope.OTHERS,
        others=("Anna Przykładowa", "Jan Wzorcowy"),
        description="Zażółć gęślą jaźń.\nDruga linia.",
        occurrence=Occurrence.CONSTANT,
        activity=scenes.call(),
    )
    idle_form.resume(draft, {"picture-1": scenes.screen(1, 640, 360)})
    assert idle_form.current() == draft


def test_polish_text_is_typed_as_it_is(form: ReportForm, type_text: Typing) -> None:
    type_text(form.body.description, "Zażółć gęślą jaźń – „cały czas”")
    assert form.current().description == "Zażółć gęślą jaźń – „cały czas”"


def test_nothing_of_the_last_report_is_left_in_the_next_one(
    form: ReportForm, type_text: Typing, qtbot: QtBot
) -> None:
    form.tell_recent(scenes.recent())
    form.body.picker.list.toggled.emit(scenes.recent()[0])
    type_text(form.body.description, "stare")
    form.body.occurrence.chips[2].click()
    form.body.concern.choice.chips[1].click()
    type_text(form.body.concern.names, "Anna")
    form.show_problems((Problem(Code.KIND_MISSING),))
    form.finish()
    fresh = scenes.draft((scenes.note(),))
    form.begin(fresh, (scenes.shot(),))
    assert form.current() == fresh
    assert form.body.summary.isHidden()
    assert all(label.isHidden() for label in form.body.errors.values())


def test_each_change_tells_that_the_draft_was_edited(
    form: ReportForm, type_text: Typing, qtbot: QtBot
) -> None:
    changes: tuple[Callable[[], object], ...] = (
        lambda: type_text(form.body.description, "a"),
        lambda: type_text(form.body.numbers.customer, "7"),
        lambda: type_text(form.body.numbers.ours, "2"),
        lambda: form.body.kind.chips[1].click(),
        lambda: form.body.occurrence.chips[1].click(),
        lambda: form.body.concern.choice.chips[1].click(),
        lambda: type_text(form.body.concern.names, "A"),
        lambda: type_text(form.body.when.edit, "1"),
        lambda: form.body.pictures.thumbs[0].remove.click(),
    )
    for change in changes:
        with qtbot.waitSignal(form.edited, timeout=1000):
            change()


def test_filling_the_form_is_no_edit(idle_form: ReportForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(idle_form.edited):
        idle_form.begin(scenes.draft((scenes.note(),)), (scenes.shot(),))


def test_the_seconds_of_the_press_are_kept_until_another_time_is_typed(
    form: ReportForm, type_text: Typing
) -> None:
    assert form.current().occurred_at == scenes.NOW
    form.body.when.edit.selectAll()
    type_text(form.body.when.edit, "15:54")
    assert form.current().occurred_at == datetime(2020, 2, 27, 14, 54, tzinfo=UTC)


def test_the_wheel_does_not_change_the_time(form: ReportForm, qtbot: QtBot) -> None:
    edit = form.body.when.edit
    edit.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(edit.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit, wheel)
    assert form.current().occurred_at == scenes.NOW


def test_the_form_says_why_there_is_no_picture(idle_form: ReportForm) -> None:
    idle_form.begin(scenes.draft(picture_problem=Problem(Code.CAPTURE_WAYLAND)), ())
    reason = idle_form.body.pictures.reason
    assert reason.isVisible()
    assert reason.text() == "Kłopot: capture_wayland. Zrób coś."
    assert not idle_form.body.pictures.privacy.isVisible()


def test_an_address_can_be_typed_where_none_is_set(
    idle_form: ReportForm, type_text: Typing
) -> None:
    idle_form.begin(scenes.draft(host=""), ())
    type_text(idle_form.person.system_edit, "https://twojanazwa.daktela.com/tickets?id=1")
    assert idle_form.current().host == "twojanazwa.daktela.com"


def test_the_emergency_number_is_copied(form: ReportForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.copy_wanted) as copied:
        form.strip.copy.click()
    assert copied.args == ["22 153 0461"]
    assert QApplication.clipboard().text() == "22 153 0461"
    assert form.strip.copy.text() == "Skopiowano"


def test_finish_closes_and_forgets_the_pictures(form: ReportForm) -> None:
    picture_id = form.current().pictures[0].id
    form.finish()
    assert not form.isVisible()
    assert not form.is_open()
    assert form.original_of(picture_id) is None
    with pytest.raises(RuntimeError):
        form.current()


def test_stored_notes_take_the_place_of_the_first_ones(form: ReportForm) -> None:
    stored = replace(scenes.note(), media_type="image/jpeg")
    form.tell_pictures((stored,))
    assert form.current().pictures == (stored,)


def test_a_lost_picture_of_a_draft_shows_the_gap(idle_form: ReportForm) -> None:
    idle_form.resume(scenes.draft((scenes.note(),)), {})
    assert idle_form.body.pictures.thumbs[0].preview.is_lost
    assert idle_form.current().pictures == (scenes.note(),)


def test_a_name_counts_as_given_by_hand_once_somebody_types_or_chooses_it(
    form: ReportForm, type_text: Callable[[QWidget, str], None]
) -> None:
    form.tell_identity(scenes.identity())
    assert not form.is_named_by_hand()
    form.person._open_edit()
    assert not form.is_named_by_hand()
    form.person.edit.selectAll()
    type_text(form.person.edit, "Anna Przykład")
    assert form.is_named_by_hand()
    form.person._take_typed()
    assert form.is_named_by_hand()
    form._speak_anew()
    assert form.is_named_by_hand()
    form.finish()
    form.begin(scenes.draft(), ())
    assert not form.is_named_by_hand()


def test_on_a_low_screen_the_description_is_in_sight_at_once(
    idle_form: ReportForm, qtbot: QtBot
) -> None:
    with qtbot.waitActive(idle_form):
        idle_form.begin(scenes.draft(), ())
    idle_form.finish()
    idle_form.resize(720, 420)
    idle_form.begin(scenes.draft(), ())
    text, seen = idle_form.body.description, idle_form.pane.viewport()
    top = text.mapTo(seen, QPoint(0, 0)).y()
    assert 0 <= top <= seen.height() - text.height()


def test_a_follow_up_says_of_what_and_is_not_for_the_first_time(idle_form: ReportForm) -> None:
    thread = Thread("DZW-PBD8CA", "<1@x.example>", "<1@x.example>", ticket="12345")
    idle_form.begin(scenes.draft(follows=thread), ())
    body = idle_form.body
    first = body.occurrence.chips[0]
    assert body.again.isVisible()
    assert body.again.text() == "Ponownie: DZW-PBD8CA, numer 12345"
    assert not first.isEnabled()
    assert first.accessibleDescription() == "To zgłoszenie mówi, że zdarzyło się ponownie."
    idle_form.finish()
    idle_form.begin(scenes.draft(), ())
    assert not body.again.isVisible()
    assert first.isEnabled()
    assert first.accessibleDescription() == "Ctrl+1"
