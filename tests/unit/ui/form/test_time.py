"""When it happened: typed in anybody's words, moved by keys, or chosen from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.when import Unread
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.calendar import CalendarPopup
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]


@pytest.fixture
def edit(form: ReportForm) -> QWidget:
    """Give the open form's field for the time, all of it selected."""
    form.body.focus_field("when")
    form.body.when.edit.selectAll()
    return form.body.when.edit


def calendar_of(form: ReportForm) -> CalendarPopup:
    found = form.findChild(CalendarPopup)
    assert isinstance(found, CalendarPopup)
    return found


@pytest.mark.parametrize(
    ("typed", "at", "note"),
    [
        ("dziś o 13:55", datetime(2020, 2, 27, 12, 55, tzinfo=UTC), "dziś o 13:55"),
        ("wczoraj 9:10", datetime(2020, 2, 26, 8, 10, tzinfo=UTC), "wczoraj, 26.02.2020 o 09:10"),
        ("przed chwilą", scenes.NOW, "dziś o 15:55"),
    ],
)
def test_the_form_says_at_once_how_words_are_understood(
    form: ReportForm, edit: QWidget, type_text: Typing, typed: str, at: datetime, note: str
) -> None:
    type_text(edit, typed)
    assert form.current().occurred_at == at
    assert form.body.when.note.text() == note


@pytest.mark.parametrize(
    ("typed", "code"), [("kiedyś", Code.TIME_UNCLEAR), ("23:59", Code.TIME_AHEAD)]
)
def test_a_time_that_means_nothing_is_complained_of_on_sending_alone(
    form: ReportForm, edit: QWidget, type_text: Typing, qtbot: QtBot, typed: str, code: Code
) -> None:
    type_text(edit, typed)
    assert form.body.errors["when"].isHidden()
    with qtbot.assertNotEmitted(form.send_wanted):
        form.footer.send.click()
    assert code.value in form.body.errors["when"].text()
    assert "kind" in form.body.summary.links  # and all else that is missing
    assert form.body.when.edit.text() == typed
    form.body.when.edit.selectAll()
    type_text(edit, "13:55")
    assert "when" not in form.body.summary.links
    assert form.body.errors["when"].text() == "✓  w porządku"


def test_the_hour_that_spring_left_out_is_told(
    idle_form: ReportForm, clock: scenes.StillClock, type_text: Typing
) -> None:
    clock.moment = datetime(2020, 3, 29, 10, 0, tzinfo=UTC)
    idle_form.begin(scenes.draft(), ())
    idle_form.body.when.edit.selectAll()
    type_text(idle_form.body.when.edit, "2:30")
    assert "przestawiono" in idle_form.body.when.note.text()


def test_typing_the_shown_time_again_gives_the_seconds_back(
    form: ReportForm, edit: QWidget, type_text: Typing
) -> None:
    shown = form.body.when.edit.text()
    type_text(edit, "9:10")
    form.body.when.edit.selectAll()
    type_text(edit, shown)
    assert form.current().occurred_at == scenes.NOW


def test_arrow_keys_move_the_time_and_never_into_the_future(
    form: ReportForm, edit: QWidget, qtbot: QtBot
) -> None:
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert form.current().occurred_at == datetime(2020, 2, 27, 14, 54, tzinfo=UTC)
    qtbot.keyClick(edit, Qt.Key.Key_PageDown)
    assert form.current().occurred_at == datetime(2020, 2, 27, 13, 54, tzinfo=UTC)
    for _ in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_PageUp)
    assert form.current().occurred_at == datetime(2020, 2, 27, 14, 54, tzinfo=UTC)


def test_the_calendar_is_built_when_it_is_first_asked_for(
    form: ReportForm, edit: QWidget, qtbot: QtBot
) -> None:
    assert form.findChild(CalendarPopup) is None
    qtbot.keyClick(edit, Qt.Key.Key_F4)
    month = calendar_of(form).month
    assert month.isVisible()
    assert month.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert month.selectedDate() == QDate(2020, 2, 27)
    assert month.maximumDate() == QDate(2020, 2, 27)


def test_a_day_of_the_calendar_keeps_the_hour(
    form: ReportForm, edit: QWidget, qtbot: QtBot
) -> None:
    form.body.when.calendar.click()
    month = calendar_of(form).month
    with qtbot.waitSignal(form.edited):
        month.clicked.emit(QDate(2020, 2, 25))
    assert form.current().occurred_at == datetime(2020, 2, 25, 14, 55, tzinfo=UTC)
    assert not calendar_of(form).isVisible()
    assert form.body.when.edit.text() == "25.02.2020  15:55"


def test_the_calendar_is_used_by_keys_alone(form: ReportForm, edit: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(edit, Qt.Key.Key_F4)
    popup = calendar_of(form)
    days = popup.month.findChild(QTableView)
    assert days is not None
    qtbot.keyClick(days, Qt.Key.Key_Left)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert form.current().occurred_at == datetime(2020, 2, 26, 14, 55, tzinfo=UTC)
    qtbot.keyClick(form.body.when.edit, Qt.Key.Key_F4)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert form.is_open()
    assert form.current().occurred_at == datetime(2020, 2, 26, 14, 55, tzinfo=UTC)


def test_a_pick_and_its_undo_bring_typed_words_back(
    form: ReportForm, edit: QWidget, type_text: Typing
) -> None:
    type_text(edit, "wczoraj 9:1")  # the note asks for more
    type_text(edit, "0")
    form.tell_recent(scenes.recent())
    before = form.current()
    form.body.picker.list.toggled.emit(scenes.recent()[0])
    form.body.picker.list.toggled.emit(scenes.recent()[0])
    assert form.current() == before
    assert form.body.when.edit.text() == "wczoraj 9:10"


def test_the_form_that_was_refused_for_its_time_is_sent_once_it_is_right(
    form: ReportForm, edit: QWidget, type_text: Typing, qtbot: QtBot
) -> None:
    type_text(edit, "jutro")
    form.footer.send.click()
    form.body.when.edit.selectAll()
    type_text(edit, "13:55")
    with qtbot.waitSignal(form.send_wanted):
        form.footer.send.click()


def test_the_caret_can_be_led_to_the_time(form: ReportForm) -> None:
    form.show_problems((Problem(Code.TIME_UNCLEAR),))
    form.body.description.setFocus()
    form.body.summary.links["when"].click()
    assert QApplication.focusWidget() is form.body.when.edit


def test_a_time_that_means_nothing_is_kept_with_the_draft_and_stands_there_again(
    form: ReportForm, edit: QWidget, type_text: Typing, qtbot: QtBot
) -> None:
    type_text(edit, "przed obiadem")
    kept = form.current()
    assert kept.when_typed == "przed obiadem"
    form.finish()
    form.resume(kept, {})
    assert form.body.when.edit.text() == "przed obiadem"
    assert form.body.when.edit.isVisible()
    assert "np." in form.body.when.note.text()
    with qtbot.assertNotEmitted(form.send_wanted):
        form.footer.send.click()
    assert "when" in form.body.summary.links


def test_a_time_that_lay_ahead_when_it_was_typed_is_not_taken_for_yesterdays(
    form: ReportForm, edit: QWidget, type_text: Typing, clock: scenes.StillClock
) -> None:
    type_text(edit, "23:59")
    kept = form.current()
    form.finish()
    clock.moment = datetime(2020, 2, 28, 8, 0, tzinfo=UTC)
    form.resume(kept, {})
    assert form.body.when.fault is Unread.AHEAD
    assert form.current() == kept


def test_once_it_is_understood_nothing_of_the_typed_text_is_kept(
    form: ReportForm, edit: QWidget, type_text: Typing
) -> None:
    type_text(edit, "przed obiadem")
    form.body.when.edit.selectAll()
    type_text(edit, "13:55")
    assert form.current().when_typed == ""


def test_no_way_out_takes_a_report_whose_time_means_nothing(
    form: ReportForm, edit: QWidget, type_text: Typing, qtbot: QtBot
) -> None:
    type_text(edit, "23:59")
    form.show_problems((Problem(Code.DISK_FULL),))
    ways = form.body.summary.ways_out
    for told, wanted in (
        (ways.send_wanted, form.send_now_wanted),
        (ways.program_wanted, form.program_wanted),
        (ways.code_wanted, form.code_wanted),
    ):
        with qtbot.assertNotEmitted(wanted):
            told.emit()
        assert Code.TIME_AHEAD.value in form.body.errors["when"].text()
    ways.file_wanted.emit()
    assert form.findChildren(QDialog) == []


def test_what_was_said_of_a_time_that_lies_ahead_stays_until_it_is_understood(
    form: ReportForm, edit: QWidget, type_text: Typing
) -> None:
    type_text(edit, "23:59")
    form.show_problems(problems_of(form.current()))  # as the preview's own button tells it
    assert "when" in form.body.summary.links
    type_text(form.body.description, "cisza")
    assert "when" in form.body.summary.links
    form.body.when.edit.selectAll()
    type_text(form.body.when.edit, "13:55")
    assert "when" not in form.body.summary.links
