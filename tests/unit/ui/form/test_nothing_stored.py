"""The form when nothing can be stored: two ways out, held while one is under way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.ways_out import WaysOut
from dzwonek.ui.form.window import ReportForm

Typing = Callable[[QWidget, str], None]
FULL = Problem(Code.DISK_FULL)
UNSTORABLE = (
    Code.DISK_FULL,
    Code.DISK_READ_ONLY,
    Code.DISK_FAILED,
    Code.QUEUE_KEY_FORBIDDEN,
    Code.QUEUE_KEY_UNREACHABLE,
    Code.STORE_NEWER,
    Code.KEYRING_MISSING,
    Code.KEYRING_LOCKED,
    Code.KEYRING_LATE,
    Code.KEYRING_REFUSED,
)


@pytest.fixture
def ways_out(form: ReportForm) -> WaysOut:
    """Give the ways out of a form whose report found no room."""
    form.show_problems((FULL,))
    return form.body.summary.ways_out


@pytest.mark.parametrize("code", UNSTORABLE)
def test_a_report_that_cannot_be_stored_has_four_ways_out(form: ReportForm, code: Code) -> None:
    form.show_problems((Problem(code),))
    ways_out = form.body.summary.ways_out
    assert ways_out.isVisible()
    assert [each.text() for each in ways_out.buttons if each.isVisible()] == [
        "Wyślij teraz bez zapisywania",
        "Otwórz w programie pocztowym",
        "Zapisz jako .eml",
        "Kod QR na telefon",
    ]


def test_words_that_do_not_say_it_are_led_by_words_that_do(form: ReportForm) -> None:
    form.show_problems((Problem(Code.STORE_NEWER),))
    assert form.body.summary.heading.text() == "Nie wysłano ani nie zapisano."
    form.show_problems((FULL,))
    assert form.body.summary.heading.text() == "Nie wysłano."


@pytest.mark.parametrize("code", [Code.KIND_MISSING, Code.UNEXPECTED])
def test_any_other_trouble_offers_nothing_of_the_kind(form: ReportForm, code: Code) -> None:
    form.show_problems((FULL,))
    form.show_problems((Problem(code),))
    assert not form.body.summary.ways_out.isVisible()


@pytest.mark.parametrize(
    ("way", "wish"),
    [
        ("ways_out.send", "send_now_wanted"),
        ("ways_out.program", "program_wanted"),
        ("ways_out.code", "code_wanted"),
    ],
)
def test_each_way_takes_what_stands_in_the_form(
    form: ReportForm,
    ways_out: WaysOut,
    qtbot: QtBot,
    type_text: Typing,
    way: str,
    wish: str,
) -> None:
    type_text(form.body.description, "Cisza.")
    pressed = next(each for each in ways_out.buttons if each.objectName() == way)
    with qtbot.waitSignal(getattr(form, wish)) as wanted:
        pressed.click()
    assert wanted.args is not None
    assert wanted.args[0].description == "Cisza."


def test_a_place_for_the_file_is_asked_for(
    form: ReportForm, ways_out: WaysOut, qtbot: QtBot
) -> None:
    ways_out.file.click()
    dialog = form.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{form.current().short_code}.eml")
    with qtbot.waitSignal(form.file_wanted) as wanted:
        dialog.fileSelected.emit("/media/usb/zgłoszenie.eml")
    assert wanted.args is not None
    assert wanted.args[1] == "/media/usb/zgłoszenie.eml"
    dialog.reject()


def test_waiting_for_the_mail_program_is_no_sending_and_can_be_broken_off(
    form: ReportForm, ways_out: WaysOut, qtbot: QtBot
) -> None:
    form.tell_progress("Otwieramy…", is_sending=False)
    assert form.body.summary.heading.text() == "Nie wysłano."
    assert not any(each.isEnabled() for each in ways_out.ways)
    with qtbot.waitSignal(form.stop_wanted):
        ways_out.stop.click()


def test_while_it_is_sent_nothing_but_breaking_off_can_be_pressed(
    form: ReportForm, ways_out: WaysOut, qtbot: QtBot
) -> None:
    form.tell_progress("Wysyłamy zgłoszenie…")
    kept = (form.send_wanted, form.put_aside)
    refused = (*kept, form.send_now_wanted, form.file_wanted, form.program_wanted)
    stopped: list[bool] = []
    form.stop_wanted.connect(lambda: stopped.append(True))
    for signal in refused:
        with qtbot.assertNotEmitted(signal):
            qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            qtbot.keyClick(form, Qt.Key.Key_Escape)
            ways_out.send.click()
            ways_out.file.click()
            ways_out.program.click()
            form.footer.send.click()
    assert not form.body.description.isEnabled()
    assert form.footer.send.words() == "Wyślij"  # nothing is being stored
    assert ways_out.told.text() == "Wysyłamy zgłoszenie…"
    assert form.body.summary.heading.text() == "Wysyłanie bez zapisywania"
    ways_out.stop.click()
    ways_out.stop.click()
    assert stopped == [True]


def test_the_close_box_keeps_the_window_while_it_is_sent(
    form: ReportForm, ways_out: WaysOut
) -> None:
    form.tell_progress("Wysyłamy zgłoszenie…")
    assert not form.close()
    assert form.isVisible()


def test_a_file_being_written_cannot_be_broken_off(form: ReportForm, ways_out: WaysOut) -> None:
    form.tell_progress("Piszemy plik…", can_stop=False)
    assert not ways_out.stop.isVisible()
    assert not ways_out.send.isEnabled()


def test_after_a_failure_everything_can_be_used_again(
    form: ReportForm, ways_out: WaysOut, type_text: Typing
) -> None:
    type_text(form.body.description, "Cisza.")
    form.tell_progress("Wysyłamy zgłoszenie…")
    form.tell_way_out("Nie udało się.", is_doubted=False)
    assert form.body.description.isEnabled()
    assert form.person.isEnabled()
    assert form.footer.send.isEnabled()
    assert form.footer.later.isEnabled()
    assert form.current().description == "Cisza."
    assert ways_out.told.text() == "Nie udało się."
    assert not ways_out.stop.isVisible()
    assert QApplication.focusWidget() is ways_out.send
    assert form.body.summary.heading.text() == "Nie wysłano."
    assert "Nie udało się." in form.body.summary.accessibleName()


def test_what_may_have_arrived_is_never_called_unsent(form: ReportForm, ways_out: WaysOut) -> None:
    form.tell_way_out("Serwer poczty nie potwierdził odbioru.", is_doubted=True)
    form.show_problems((FULL,))
    assert form.body.summary.heading.text() == "Nie wiadomo, czy zgłoszenie dotarło."


def test_a_fresh_form_knows_nothing_of_it(form: ReportForm, ways_out: WaysOut) -> None:
    from tests.fakes import form_scenes as scenes

    form.tell_progress("Wysyłamy zgłoszenie…")
    form.tell_way_out("Nie wiadomo.", is_doubted=True)
    form.finish()
    form.begin(scenes.draft(), ())
    assert not ways_out.isVisible()
    assert form.body.description.isEnabled()
    form.show_problems((FULL,))
    assert form.body.summary.heading.text() == "Nie wysłano."
    assert not ways_out.told.isVisible()


def test_the_ways_out_come_first_in_the_tab_order_and_can_be_hit(
    form: ReportForm, ways_out: WaysOut
) -> None:
    reached: list[QWidget | None] = []
    widget: QWidget | None = form.body.summary
    while widget is not None and widget is not form.body.picker.list:
        widget = widget.nextInFocusChain()
        reached.append(widget)
    assert [each for each in reached if each in ways_out.buttons] == list(ways_out.buttons)
    for each in ways_out.ways:
        assert each.height() >= 24
        assert each.accessibleName() == each.text()
        assert each.width() >= each.sizeHint().width()
