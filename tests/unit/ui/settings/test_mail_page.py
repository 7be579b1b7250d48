"""The mail server is tried with what stands in the fields, and nothing is sent."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.settings_window import SettingsWindow
from tests.fakes import settings_scenes as scenes
from tests.unit.ui.settings.conftest import Build


def test_the_try_takes_the_fields_and_the_typed_password(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.password.edit.setText("tajne")
    window.mail.user.edit.setText("inny")
    with qtbot.waitSignal(window.try_mail_wanted) as wish:
        window.mail.trial.button.click()
    mail, password = wish.args
    assert (mail.host, mail.user, password) == ("smtp.firma.example", "inny", "tajne")
    assert window.mail.trial.button.text() == "Łączymy się…"


def test_success_says_that_nothing_was_sent(window: SettingsWindow) -> None:
    window.mail.trial.button.click()
    window.tell_mail(None)
    assert (
        window.mail.trial.told.text() == "Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano."
    )


def test_a_refused_login_is_told_without_advice_about_waiting_reports(
    window: SettingsWindow,
) -> None:
    window.tell_mail(Problem(Code.MAIL_LOGIN_REFUSED))
    assert window.mail.trial.told.text() == "Serwer poczty odrzucił nazwę użytkownika lub hasło."


def test_an_untrusted_certificate_keeps_its_advice(window: SettingsWindow) -> None:
    window.tell_mail(Problem(Code.MAIL_CERTIFICATE, {"host": "smtp.firma.example"}))
    assert "Powiadom administratora" in window.mail.trial.told.text()


def test_a_try_can_be_cancelled(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.trial.button.click()
    with qtbot.waitSignal(window.cancel_wanted) as wish:
        window.mail.trial.cancel.click()
    assert wish.args == ["mail"]


def test_editing_during_a_try_cancels_it(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.trial.button.click()
    with qtbot.waitSignal(window.cancel_wanted):
        window.mail.host.edit.textEdited.emit("x")
    assert not window.mail.trial.is_running


def test_a_faulty_port_is_not_tried(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.port.edit.setText("zero")
    with qtbot.assertNotEmitted(window.try_mail_wanted):
        window.mail.trial.button.click()
    assert window.mail.port.note.text()


def test_the_usual_port_follows_the_security(window: SettingsWindow) -> None:
    window.mail.security.choice.chips[1].click()
    assert window.mail.port.text() == "587"
    window.mail.port.edit.setText("2525")
    window.mail.security.choice.chips[0].click()
    assert window.mail.port.text() == "2525"


def test_a_port_of_the_administrator_does_not_follow(built: Build) -> None:
    window = built(SettingsWindow)
    window.load(scenes.FILLED, frozenset({"delivery.mail.port"}), (), False, None)
    window.mail.security.choice.chips[1].click()
    assert window.mail.port.text() == "465"
