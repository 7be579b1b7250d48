"""One click on a recent activity fills the report; one click more takes exactly that back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Kind
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]
CALL, MISSED, LETTER = scenes.recent()[:3]


def click(form: ReportForm, qtbot: QtBot, row: int) -> None:
    view = form.body.picker.list
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_one_click_fills_kind_numbers_time_and_call(form: ReportForm, qtbot: QtBot) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    draft = form.current()
    assert (draft.kind, draft.customer, draft.ours) == (Kind.CALL_IN, "730 770 660", "223 784 756")
    assert draft.occurred_at == CALL.occurred_at
    assert draft.activity == CALL
    assert form.body.when.note.text() == "dziś, czas rozmowy"


def test_a_second_click_undoes_exactly_that(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    type_text(form.body.numbers.customer, "600 100 200")
    before = form.current()
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    click(form, qtbot, 0)
    assert form.current() == before


def test_what_was_changed_after_the_click_survives_the_undo(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    form.body.numbers.ours.selectAll()
    type_text(form.body.numbers.ours, "111")
    type_text(form.body.description, "Cisza.")
    click(form, qtbot, 0)
    draft = form.current()
    assert (draft.kind, draft.customer, draft.ours) == (None, "", "111")
    assert draft.description == "Cisza."
    assert draft.occurred_at == scenes.NOW


def test_another_activity_takes_the_place_of_the_first(form: ReportForm, qtbot: QtBot) -> None:
    form.tell_recent(scenes.recent())
    before = form.current()
    click(form, qtbot, 0)
    click(form, qtbot, 2)
    draft = form.current()
    assert (draft.kind, draft.customer, draft.ours) == (Kind.EMAIL, "klient@sklep.example", "")
    click(form, qtbot, 2)
    assert form.current() == before


def test_a_double_click_counts_as_one(form: ReportForm, qtbot: QtBot) -> None:
    form.tell_recent(scenes.recent())
    view = form.body.picker.list
    place = view.visualRect(view.model().index(0, 0)).center()
    spot = QPointF(place)
    left = Qt.MouseButton.LeftButton
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    for kind in (*kinds, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        shared = view.viewport().mapToGlobal(spot)
        event = QMouseEvent(kind, spot, shared, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)
    assert form.current().activity == CALL


def test_the_picked_activity_stays_picked_when_the_list_is_told_again(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 1)
    form.tell_recent((scenes.call(1), *scenes.recent()))
    assert form.current().activity == MISSED


def test_a_continued_draft_shows_its_activity_and_can_let_it_go(
    idle_form: ReportForm, qtbot: QtBot
) -> None:
    draft = scenes.draft(kind=Kind.CALL_IN, customer="730 770 660", activity=CALL)
    idle_form.resume(draft, {})
    idle_form.tell_recent(())
    assert idle_form.body.picker.list.activities.items == (CALL,)
    click(idle_form, qtbot, 0)
    assert idle_form.current().activity is None
    assert idle_form.current().customer == "730 770 660"


def test_all_ten_are_shown_on_request(form: ReportForm) -> None:
    form.tell_recent(scenes.recent())
    view = form.body.picker.list
    few = view.height()
    form.body.picker.more.click()
    assert view.height() >= 10 * view.sizeHintForRow(0)
    form.body.picker.more.click()
    assert view.height() == few


def test_a_screen_reader_hears_a_whole_sentence(form: ReportForm) -> None:
    form.tell_recent(scenes.recent())
    model = form.body.picker.list.activities
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == (
        "połączenie przychodzące, 730 770 660, Obsługa klienta, 15:52, 3:12, rozłączył klient"
    )


def test_without_activities_the_list_says_so(form: ReportForm) -> None:
    form.tell_recent(())
    assert form.body.picker.list.line() == "brak ostatnich rozmów"


def test_a_letters_form_asks_for_the_address_and_not_for_our_number(form: ReportForm) -> None:
    form.body.kind.chips[2].click()
    assert form.body.numbers.label.text().replace("&", "") == "Adres klienta"
    assert not form.body.numbers.ours.isVisible()


def retype(field: QLineEdit, text: str, type_text: Typing) -> None:
    field.selectAll()
    type_text(field, text)


def test_a_customers_number_changed_by_hand_lets_the_call_go(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    retype(form.body.numbers.customer, "600 100 200", type_text)
    draft = form.current()
    assert (draft.activity, draft.customer, draft.kind) == (None, "600 100 200", Kind.CALL_IN)
    retype(form.body.numbers.customer, "+48 730-770-660", type_text)
    assert form.current().activity == CALL


def test_a_time_outside_the_call_lets_it_go(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    retype(form.body.when.edit, "15:54", type_text)
    assert form.current().activity == CALL  # it lasted three minutes
    retype(form.body.when.edit, "wczoraj 9:10", type_text)
    assert form.current().activity is None
    assert form.body.when.edit.text() == "wczoraj 9:10"


def test_another_kind_lets_the_call_go_and_its_row_says_so(form: ReportForm, qtbot: QtBot) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    form.body.kind.chips[1].click()
    model = form.body.picker.list.activities
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert form.current().activity is None
    assert "wybrane" not in str(heard)


def test_a_call_that_was_let_go_can_be_picked_again(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.tell_recent(scenes.recent())
    click(form, qtbot, 0)
    retype(form.body.numbers.customer, "600 100 200", type_text)
    click(form, qtbot, 0)
    assert form.current().activity == CALL
    assert form.current().customer == "730 770 660"
