"""Finding a report in the list, and support's number, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import State, Summary
from dzwonek.domain.kinds import Kind
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.report_acts import Wish
from dzwonek.ui.report_lines import Group
from tests.fakes import list_scenes as scenes
from tests.fakes.form_scenes import StillClock

Type = Callable[[QWidget, str], None]
CTRL = Qt.KeyboardModifier.ControlModifier
CUT_OFF = scenes.entry(
    State.DELIVERED,
    10,
    delivered_at=scenes.NOW,
    summary=Summary("Rozłączyło rozmowę", Kind.CALL_IN, "730770660", names=("Tobiasz Świeczka",)),
)
SILENT = scenes.entry(
    State.RETRY_WAIT, 20, summary=Summary("Nie słychać klienta", Kind.CALL_OUT, "601 222 333")
)
ECHO = scenes.entry(
    State.DELIVERED, 30, delivered_at=scenes.NOW, summary=Summary("Echo", ticket="104512", times=2)
)
DRAFT = scenes.draft(1, description="Klient słyszy echo", customer="+48 601-222-333")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MyReports]:
    """Give the list, open, with a draft and three reports."""
    made = MyReports(StillClock(scenes.NOW), scenes.ZONE)
    made.show()
    with qtbot.waitActive(made):
        pass
    made.show_all((DRAFT,), (CUT_OFF, SILENT, ECHO))
    yield made
    shiboken6.delete(made)


def shown(window: MyReports) -> list[str]:
    lines = (window.lines.line(row) for row in range(window.lines.rowCount()))
    return [line.id for line in lines if line]


def test_ctrl_f_leads_to_the_search_and_the_arrow_back_to_what_was_found(
    window: MyReports, qtbot: QtBot, type_text: Type
) -> None:
    qtbot.keyClick(window.list, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is window.search.field
    type_text(window.search.field, "SWIECZKA rozl")
    assert shown(window) == [CUT_OFF.id]
    qtbot.keyClick(window.search.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.list
    assert window.chosen().id == CUT_OFF.id  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("typed", ["601222333", "0048 601 222 333", "601 222-333", "222 33"])
def test_a_number_is_found_in_any_spelling_in_drafts_and_reports(
    window: MyReports, typed: str
) -> None:
    window.search.field.setText(typed)
    assert shown(window) == [DRAFT.id, SILENT.id]


def test_a_report_is_found_by_supports_number_and_by_its_code(window: MyReports) -> None:
    window.search.field.setText("104512")
    assert shown(window) == [ECHO.id]
    window.search.field.setText(CUT_OFF.short_code.lower())
    assert shown(window) == [CUT_OFF.id]


def test_how_much_was_found_is_said_in_all_and_in_each_group(window: MyReports) -> None:
    window.search.field.setText("echo")
    assert window.search.count.text() == "Znaleziono: 2"
    assert [chip.text() for chip in window.groups.chips] == [
        "Wszystkie (2)",
        "Szkice (1)",
        "Czekają",
        "Wymagają uwagi",
        "Przekazane (1)",
    ]
    window.show_group(Group.DELIVERED)
    assert shown(window) == [ECHO.id]


def test_that_nothing_was_found_is_said_and_where_it_might_be(window: MyReports) -> None:
    window.search.field.setText("faktura")
    assert window.search.count.text() == "Nic nie znaleziono"
    assert window.empty.isVisible()
    assert window.empty.text().startswith("Nic nie pasuje. Szukamy")
    window.search.field.setText("echo")
    window.show_group(Group.TROUBLE)
    assert window.empty.text() == "Nic nie pasuje w tej grupie. Zajrzyj do „Wszystkie”."


def test_esc_takes_the_search_back_first_and_then_closes(window: MyReports, qtbot: QtBot) -> None:
    window.search.focus_in()
    window.search.field.setText("echo")
    qtbot.keyClick(window.search.field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert len(shown(window)) == 4
    assert not window.search.count.isVisible()
    assert QApplication.focusWidget() is window.list
    qtbot.keyClick(window.list, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_search_ends_with_the_window(window: MyReports, qtbot: QtBot) -> None:
    window.search.field.setText("echo")
    with qtbot.waitSignal(window.left):
        window.close()
    assert window.search.field.text() == ""


def test_what_is_read_meanwhile_takes_no_keyboard_from_who_types(window: MyReports) -> None:
    window.search.focus_in()
    window.search.field.setText("jutro")
    window.show_all((scenes.draft(2, description="jutro"),), ())
    assert QApplication.focusWidget() is window.search.field


def test_more_lines_join_those_that_stand_there(window: MyReports) -> None:
    from dzwonek.ui.report_items import entry_item

    window.list.setCurrentIndex(window.lines.index(2, 0))
    chosen = window.chosen()
    older = scenes.entry(minutes_ago=500)
    window.add_items([entry_item(older)])
    assert shown(window)[-1] == older.id
    assert window.chosen() == chosen
    assert window.groups.chips[0].text() == "Wszystkie (5)"

    newer = scenes.entry(minutes_ago=0)
    window.add_items([entry_item(newer)])
    assert shown(window)[0] == newer.id
    assert window.chosen().id == chosen.id  # type: ignore[union-attr]  # it is chosen


def test_more_lines_are_searched_as_well(window: MyReports) -> None:
    from dzwonek.ui.report_items import entry_item

    window.search.field.setText("echo")
    more = [entry_item(scenes.entry(minutes_ago=n)) for n in (500, 600)]
    window.add_items(more)
    assert len(shown(window)) == 2
    window.search.field.clear()
    assert len(shown(window)) == 6


# -- support's number


def choose(window: MyReports, report_id: str) -> None:
    window.list.setCurrentIndex(window.lines.index(window.lines.row_of(report_id), 0))


def test_supports_number_is_entered_by_keyboard(
    window: MyReports, qtbot: QtBot, type_text: Type
) -> None:
    choose(window, CUT_OFF.id)
    qtbot.keyClick(window.acts.buttons[Wish.TICKET], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is window.ticket.field
    type_text(window.ticket.field, "[#12345]")
    with qtbot.waitSignal(window.confirm_wanted) as wish:
        qtbot.keyClick(window.ticket.field, Qt.Key.Key_Return)
    assert wish.args == [CUT_OFF.id, "[#12345]"]
    assert not window.ticket.isVisible()
    assert QApplication.focusWidget() is window.list


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("dziękujemy", "Nie widać tu jednego numeru"),
        ("DZW-7K2M9Q", "To kod z tego programu"),
        ("", "Wpisz numer"),
    ],
)
def test_what_is_no_number_is_said_kindly_and_stays_there(
    window: MyReports, qtbot: QtBot, typed: str, said: str
) -> None:
    choose(window, CUT_OFF.id)
    window.acts.buttons[Wish.TICKET].click()
    window.ticket.field.setText(typed)
    with qtbot.assertNotEmitted(window.confirm_wanted):
        window.ticket.save.click()
    assert said in window.ticket.hint.text()
    assert window.ticket.field.text() == typed
    assert window.ticket.field.property("wrong") is True
    window.ticket.field.setText("1")
    assert said not in window.ticket.hint.text()
    assert window.ticket.field.property("wrong") is False


def test_a_long_complaint_stands_below_the_field_whole(window: MyReports, qtbot: QtBot) -> None:
    choose(window, CUT_OFF.id)
    window.acts.buttons[Wish.TICKET].click()
    window.ticket.hint.setText("Nie widać tu jednego numeru zgłoszenia. " * 5)
    hint, field = window.ticket.hint, window.ticket.field
    line = hint.fontMetrics().height()
    qtbot.waitUntil(lambda: hint.height() >= hint.heightForWidth(hint.width()) > line)
    assert hint.y() > field.geometry().bottom()


def test_a_known_number_stands_there_and_can_be_taken_away(window: MyReports, qtbot: QtBot) -> None:
    choose(window, ECHO.id)
    button = window.acts.buttons[Wish.TICKET]
    assert button.text() == "Zmień numer od wsparcia"
    button.click()
    assert window.ticket.field.text() == "104512"
    window.ticket.field.clear()
    with qtbot.waitSignal(window.confirm_wanted) as wish:
        window.ticket.save.click()
    assert wish.args == [ECHO.id, ""]


def test_esc_leaves_the_number_alone_and_the_window_open(window: MyReports, qtbot: QtBot) -> None:
    choose(window, ECHO.id)
    window.acts.buttons[Wish.TICKET].click()
    with qtbot.assertNotEmitted(window.confirm_wanted):
        qtbot.keyClick(window.ticket.field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.ticket.isVisible()


def test_another_line_closes_the_question_about_the_first(window: MyReports) -> None:
    choose(window, ECHO.id)
    window.acts.buttons[Wish.TICKET].click()
    choose(window, CUT_OFF.id)
    assert not window.ticket.isVisible()


def test_of_a_waiting_report_it_is_said_that_it_is_not_sent_any_more(window: MyReports) -> None:
    choose(window, SILENT.id)
    window.acts.actions_of[Wish.TICKET].trigger()
    assert "już go nie wyśle" in window.ticket.hint.text()


# -- other wishes


def question(window: MyReports) -> QMessageBox:
    return window.findChildren(QMessageBox)[-1]


def agree(window: MyReports, text: str) -> None:
    next(one for one in question(window).buttons() if one.text() == text).click()


def test_sending_anew_is_asked_about_and_done_after_a_yes(window: MyReports, qtbot: QtBot) -> None:
    choose(window, CUT_OFF.id)
    window.acts.actions_of[Wish.RESEND].trigger()
    assert question(window).defaultButton().text() == "Zostaw"
    assert "Wsparcie może mieć wtedy oba." in question(window).informativeText()
    with qtbot.waitSignal(window.resend_wanted) as wish:
        agree(window, "Wyślij jako nowe")
    assert wish.args == [CUT_OFF.id]


def test_another_way_is_asked_about_and_noted_after_a_yes(window: MyReports, qtbot: QtBot) -> None:
    choose(window, SILENT.id)
    window.acts.actions_of[Wish.ARRIVED].trigger()
    with qtbot.waitSignal(window.confirm_wanted) as wish:
        agree(window, "Tak, dotarło")
    assert wish.args == [SILENT.id, ""]


def test_it_happened_again_is_one_click(window: MyReports, qtbot: QtBot) -> None:
    choose(window, ECHO.id)
    with qtbot.waitSignal(window.follow_up_wanted) as wish:
        window.acts.buttons[Wish.FOLLOW_UP].click()
    assert wish.args == [ECHO.id]


def test_ctrl_c_copies_what_one_reads_out_to_support(window: MyReports, qtbot: QtBot) -> None:
    choose(window, CUT_OFF.id)
    with qtbot.waitSignal(window.reference_wanted) as wish:
        qtbot.keyClick(window.list, Qt.Key.Key_C, CTRL)
    assert wish.args == [CUT_OFF.short_code]
    choose(window, ECHO.id)
    with qtbot.waitSignal(window.reference_wanted) as wish:
        window.acts.actions_of[Wish.COPY_CODE].trigger()
    assert wish.args == [f"{ECHO.short_code}, numer 104512"]


def test_a_confirmed_report_says_so_with_the_number_and_how_often(window: MyReports) -> None:
    choose(window, ECHO.id)
    assert window.standing.text() == (
        "Potwierdzono: numer 104512. Przekazano na serwer poczty (15:55). Zdarzyło się po raz 2."
    )


def test_the_code_for_a_phone_is_offered_while_it_waits(window: MyReports, qtbot: QtBot) -> None:
    choose(window, SILENT.id)
    with qtbot.waitSignal(window.qr_wanted) as wish:
        window.acts.actions_of[Wish.QR].trigger()
    assert wish.args == [SILENT.id]


def test_a_long_paste_is_cut_to_what_anybody_remembers(window: MyReports) -> None:
    window.search.field.setFocus()
    window.search.field.insert("7" * 3000)
    assert len(window.search.field.text()) == 100
