"""The first start asks briefly, saves the same way, and asks again after *Później*."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import dzwonek.resources_rc  # noqa: F401 - registers the translations
from dzwonek.config.settings import Delivery, HotkeySettings, Settings
from dzwonek.domain.delivery import State
from dzwonek.domain.events import Slot
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.first_run import SIZE, FirstRun
from dzwonek.ui.language import SPOKEN, speak
from tests.fakes import settings_scenes as scenes
from tests.fakes.languages import given_back
from tests.fakes.list_scenes import NOW, entry

LAPTOP = QSize(1366, 768 - 80)  # what a small one leaves beside title bar and taskbar


def seen_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_ready_saves_what_was_typed_and_closes(
    first: FirstRun, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(first.system.address.edit, scenes.HOST)
    type_text(first.person.name.edit, "Zażółć Gęślą")
    type_text(first.mail.host.edit, "smtp.firma.example")
    with qtbot.waitSignal(first.save_wanted) as wish:
        first.footer.save.click()
    settings = wish.args[0]
    assert settings.system.url == f"https://{scenes.HOST}"
    assert settings.agent.name == "Zażółć Gęślą"
    assert first.isVisible()
    first.tell_saved(None)
    assert not first.isVisible()


def test_ready_without_a_mail_server_says_first_that_reports_will_only_wait(
    first: FirstRun, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(first.save_wanted):
        first.footer.save.click()
    assert "tylko czekać na tym komputerze" in first.footer.told.text()
    with qtbot.waitSignal(first.save_wanted) as wish:
        first.footer.save.click()
    assert wish.args == [Settings(), ""]


def test_another_way_out_than_mail_needs_no_mail_server(first: FirstRun, qtbot: QtBot) -> None:
    by_ticket = Settings(delivery=Delivery(channel="ticket"))
    first.load(by_ticket, frozenset(), (), False, None)
    with qtbot.waitSignal(first.save_wanted):
        first.footer.save.click()


def test_a_password_kept_for_this_run_only_is_read_before_the_window_goes(
    first: FirstRun, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(first.mail.host.edit, "smtp.firma.example")
    first.mail.password.edit.setText("tajne")
    first.footer.save.click()
    first.tell_saved(Problem(Code.KEYRING_MISSING))
    assert first.isVisible()
    assert "tylko do zamknięcia programu" in first.footer.told.text()
    first.footer.save.click()
    first.tell_saved(None)
    assert not first.isVisible()


def test_a_first_password_is_not_offered_to_stay_unchanged(first: FirstRun) -> None:
    assert first.mail.password.note.text() == "Trzyma je systemowy magazyn haseł."


def test_the_buttons_stay_under_the_mouse_when_the_notice_comes(first: FirstRun) -> None:
    first.resize(560, 600)  # where the notice needs several lines
    QApplication.sendPostedEvents()
    before = first.footer.save.mapToGlobal(QPoint())
    first.footer.save.click()
    for _ in range(3):  # the layouts of label, footer and window, one after the other
        QApplication.sendPostedEvents()
    assert first.footer.told.height() > first.footer.save.height()
    assert first.footer.save.mapToGlobal(QPoint()) == before


def test_a_failed_saving_keeps_the_window_open(first: FirstRun) -> None:
    first.footer.save.click()
    first.footer.save.click()
    first.tell_saved(Problem(Code.SETTINGS_NOT_SAVED))
    assert first.isVisible()


def test_later_closes_and_saves_nothing(first: FirstRun, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(first.save_wanted):
        first.footer.close_window.click()
    assert not first.isVisible()


def test_later_with_something_typed_is_asked_about_once(first: FirstRun) -> None:
    first.person.name.edit.setText("Ktoś")
    first.footer.close_window.click()
    assert first.isVisible()
    assert first.footer.close_window.text() == "Później, bez zapisywania"
    first.footer.close_window.click()
    assert not first.isVisible()


def test_a_mail_server_of_the_administrator_is_not_asked_for(first: FirstRun) -> None:
    assert first.mail_fold.isVisible()
    first.load(scenes.FILLED, frozenset({"delivery.mail.host"}), (), False, None)
    assert not first.mail_fold.isVisible()


def test_the_hotkey_is_shown_and_lights_up(first: FirstRun) -> None:
    line = first.hotkeys.parts[Slot.REPORT].trial
    assert line.words.text() == "Naciśnij Pause, aby sprawdzić."
    first.tell_hotkey_pressed(Slot.REPORT)
    assert line.is_lit


@pytest.mark.parametrize("slot", Slot)
@pytest.mark.parametrize("size", [(420, 320), (420, 720)])
def test_a_hotkey_that_arrives_is_seen_to_light_up(
    first: FirstRun, slot: Slot, size: tuple[int, int]
) -> None:
    first.resize(*size)
    QApplication.processEvents()
    first.pane.verticalScrollBar().setValue(0)
    line = first.hotkeys.parts[slot].trial
    assert not seen_whole(line)
    first.tell_hotkey_pressed(slot)
    QApplication.processEvents()
    assert seen_whole(line)


@pytest.mark.parametrize("language", SPOKEN)
def test_all_of_it_is_seen_at_once_on_a_small_laptop(
    first: FirstRun, qapp: QApplication, language: str
) -> None:
    with given_back(qapp):
        speak(qapp, language)
        first.resize(SIZE.boundedTo(LAPTOP))
        for _ in range(4):
            QApplication.sendPostedEvents()
        assert first.pane.verticalScrollBar().maximum() == 0
        assert first.columns.are_side_by_side


def test_a_narrow_window_shows_one_column(first: FirstRun) -> None:
    for width, are_beside in ((1000, True), (640, False), (1000, True)):
        first.resize(width, 600)
        QApplication.sendPostedEvents()
        assert first.columns.are_side_by_side is are_beside
        assert first.columns.width() <= first.pane.viewport().width()


def test_no_hotkey_is_rebound_by_closing(first: FirstRun, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(first.hotkeys_wanted):
        first.reject()
    assert first.hotkeys.wanted() == HotkeySettings()


def test_the_mail_server_is_folded_away_until_it_is_wanted(first: FirstRun, qtbot: QtBot) -> None:
    assert not first.mail.isVisible()
    first.mail_fold.open.setFocus()
    qtbot.keyClick(first.mail_fold.open, Qt.Key.Key_Space)
    assert first.mail.isVisible()
    assert not first.mail_fold.open.isVisible()
    assert first.mail.host.edit.hasFocus()


def test_a_warning_of_the_missing_mail_server_leads_to_its_field(first: FirstRun) -> None:
    first.footer.save.click()
    assert first.mail.isVisible()
    assert first.mail.host.edit.hasFocus()


def test_a_mail_server_that_is_known_is_named_in_the_fold(first: FirstRun) -> None:
    first.hide()
    first.load(scenes.FILLED, frozenset(), scenes.BINDINGS, True, None)
    assert scenes.FILLED.delivery.mail.host in first.mail_fold.why.text()


def test_a_fault_in_the_folded_page_is_seen(
    first: FirstRun, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(first.mail.host.edit, "smtp.firma.example")
    type_text(first.mail.port.edit, "x")
    assert not first.mail.isVisible()
    first.footer.save.click()
    assert first.mail.isVisible()


def test_nobody_is_offered_to_sign_out_before_having_signed_in(first: FirstRun) -> None:
    first.sign_in.way.show_value("without")
    first.sign_in.way.edited.emit()
    assert first.sign_in.without.isVisible()
    assert not first.sign_in.leave.isVisible()


def test_a_test_report_is_sent_when_all_is_saved_and_the_window_waits_for_it(
    first: FirstRun, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(first.mail.host.edit, "smtp.firma.example")
    type_text(first.person.email.edit, "tobiasz@firma.example")
    with qtbot.waitSignal(first.save_wanted):
        first.test.trial.button.click()
    with qtbot.waitSignal(first.test_report_wanted):
        first.tell_saved(None)
    assert first.isVisible()
    assert seen_whole(first.test.trial.told)
    first.tell_test(entry(State.QUEUED))
    assert first.test.trial.told.text() == (
        "Zapisano na tym komputerze. Teraz idzie na tobiasz@firma.example."
    )
    first.tell_test(entry(State.DELIVERED, delivered_at=NOW))
    assert first.test.trial.told.text() == (
        "Serwer poczty przyjął zgłoszenie próbne. Sprawdź skrzynkę tobiasz@firma.example."
    )


def test_why_a_test_report_does_not_leave_is_said_where_it_was_asked_for(first: FirstRun) -> None:
    first.tell_test(entry(State.HELD, problem=Problem(Code.MAIL_LOGIN_REFUSED)))
    refused = first.test.trial.told.text()
    assert refused
    first.tell_test(Problem(Code.DISK_FULL))
    assert first.test.trial.told.text() not in ("", refused)


def test_a_test_that_was_kept_back_is_not_sent_by_ready(
    first: FirstRun, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(first.person.email.edit, "tobiasz@firma.example")
    first.test.trial.button.click()  # without a mail server it is asked about first
    with qtbot.waitSignal(first.save_wanted):
        first.footer.save.click()
    with qtbot.assertNotEmitted(first.test_report_wanted):
        first.tell_saved(None)
    assert not first.isVisible()


def test_the_whole_window_is_gone_through_by_tab(first: FirstRun, qtbot: QtBot) -> None:
    wanted = [
        first.system.address.edit, first.system.check.button,
        first.sign_in.user.edit, first.sign_in.password.edit, first.sign_in.enter.button,
        first.person.name.edit, first.person.email.edit,
        first.mail_fold.open, first.test.trial.button, first.start.autostart.box,
        first.footer.close_window, first.footer.save,
    ]  # fmt: skip
    first.system.address.edit.setFocus()
    reached = []
    for _ in range(40):
        focused = first.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [one for one in reached if one in wanted] == wanted
