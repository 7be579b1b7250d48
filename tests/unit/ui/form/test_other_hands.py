"""What the form offers beside *Wyślij*: the preview, a code for the phone, the operator's word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.ways_out import WaysOut
from dzwonek.ui.form.window import ReportForm

FULL = Problem(Code.DISK_FULL)


@pytest.fixture
def ways_out(form: ReportForm) -> WaysOut:
    form.show_problems((FULL,))
    return form.body.summary.ways_out


def test_ctrl_p_and_the_button_ask_for_the_preview_of_what_stands_there(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.body.description.setPlainText("cisza")
    with qtbot.waitSignal(form.preview_wanted) as wish:
        qtbot.keyClick(form.body.description, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (wish.args or [])[0].description == "cisza"
    with qtbot.waitSignal(form.preview_wanted):
        form.footer.preview.click()


def test_while_it_is_being_stored_there_is_no_preview(form: ReportForm, qtbot: QtBot) -> None:
    form.set_sending(True)
    with qtbot.assertNotEmitted(form.preview_wanted):
        qtbot.keyClick(form, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        form.footer.preview.click()
    form.set_sending(False)
    assert form.footer.preview.isEnabled()


def test_the_code_for_a_phone_stands_among_the_ways_out(
    form: ReportForm, ways_out: WaysOut, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.code_wanted) as wish:
        ways_out.code.click()
    assert (wish.args or [])[0] == form.current()


def test_whether_the_mail_program_sent_it_is_asked_only_when_it_has_it(
    form: ReportForm, ways_out: WaysOut, qtbot: QtBot
) -> None:
    assert ways_out.done.isHidden()
    form.tell_progress("Otwieramy…", is_sending=False)
    form.tell_way_out("Nie ma programu.", is_doubted=False)
    assert ways_out.done.isHidden()
    form.tell_way_out("Jest w programie.", is_doubted=True, is_handed=True)
    assert ways_out.done.isVisible()
    with qtbot.waitSignal(form.told_sent) as word:
        ways_out.done.click()
    assert (word.args or [])[0] == form.current()


def test_a_report_that_is_tried_again_is_not_asked_about(
    form: ReportForm, ways_out: WaysOut
) -> None:
    form.tell_way_out("Jest w programie.", is_doubted=True, is_handed=True)
    form.show_problems((FULL,))
    assert ways_out.done.isHidden()


def test_the_footer_speaks_a_new_language_with_what_it_promises(form: ReportForm) -> None:
    form.footer.tell_kept(is_kept=False)
    form.footer.promise.setText("?")
    form.footer.preview.say("?")
    QApplication.sendEvent(form.footer, QEvent(QEvent.Type.LanguageChange))
    assert form.footer.promise.text() == "Szkic się nie zapisuje: nie zamykaj okna."
    assert form.footer.preview.words() == "Podgląd"
