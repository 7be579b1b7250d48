"""*Ustawienia*: what holds is shown, what is typed is saved, nothing is lost by closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.config.policy_table import BY_PATH
from dzwonek.config.settings import Privacy, Settings, System, Ui
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.settings_window import SettingsWindow
from tests.fakes import settings_scenes as scenes
from tests.unit.ui.settings.conftest import Build

TypeText = Callable[[QWidget, str], None]
NOT_SAVED = Problem(Code.SETTINGS_NOT_SAVED, {"path": "x", "reason": "ENOSPC"})


def saved(window: SettingsWindow, qtbot: QtBot) -> tuple[Settings, str]:
    with qtbot.waitSignal(window.save_wanted) as wish:
        window.footer.save.click()
    settings, password = wish.args
    return settings, password


def test_what_is_not_touched_is_saved_as_it_was(window: SettingsWindow, qtbot: QtBot) -> None:
    assert saved(window, qtbot) == (scenes.FILLED, "")


def test_a_polish_name_typed_key_by_key_is_saved(
    window: SettingsWindow, qtbot: QtBot, type_text: TypeText
) -> None:
    window.show_page(window.person)
    window.person.name.edit.clear()
    type_text(window.person.name.edit, "Łucja Żółć-Ńska")
    assert saved(window, qtbot)[0].agent.name == "Łucja Żółć-Ńska"


def test_every_field_reaches_its_own_setting(window: SettingsWindow, qtbot: QtBot) -> None:
    window.system.address.edit.setText("inna.daktela.com/path?q=1")
    window.mail.port.edit.setText("2525")
    window.mail.ca_file.edit.setText("/etc/ssl/own.pem")
    window.mail.security.choice.chips[1].click()
    window.language.language.choice.chips[2].click()
    window.privacy.screenshots.box.setChecked(False)
    window.privacy.queue_key.box.setChecked(False)
    settings, _ = saved(window, qtbot)
    mail = scenes.FILLED.delivery.mail
    assert settings.system == System("https://inna.daktela.com")
    assert settings.delivery.mail == replace(
        mail, port=2525, security="starttls", ca_file="/etc/ssl/own.pem"
    )
    assert settings.ui == Ui("en")
    assert settings.privacy == Privacy(screenshots=False, queue_key="keyring")


def test_the_mail_password_goes_beside_the_settings_and_is_emptied_when_saved(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.password.edit.setText(" tajne hasło ")
    assert saved(window, qtbot)[1] == " tajne hasło "
    window.tell_saved(None)
    assert window.mail.password.text() == ""
    assert window.footer.told.text() == "Zapisano."
    assert not window.is_changed()


def test_a_second_press_while_saving_asks_for_nothing(window: SettingsWindow, qtbot: QtBot) -> None:
    saved(window, qtbot)
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()
    assert window.footer.save.text() == "Zapisujemy…"


def test_what_was_typed_while_saving_is_still_unsaved(window: SettingsWindow, qtbot: QtBot) -> None:
    saved(window, qtbot)
    window.person.name.edit.setText("Ktoś Inny")
    window.tell_saved(None)
    assert window.is_changed()


def test_a_failed_saving_says_so_and_keeps_what_was_typed(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.person.name.edit.setText("Ktoś Inny")
    saved(window, qtbot)
    window.tell_saved(NOT_SAVED)
    assert "nie udało się zapisać" in window.footer.told.text()
    assert window.is_changed()
    assert window.footer.save.isEnabled()


def test_a_password_kept_for_this_run_only_is_told_and_not_kept_in_the_window(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.password.edit.setText("tajne")
    saved(window, qtbot)
    window.tell_saved(Problem(Code.KEYRING_MISSING))
    assert window.footer.told.text() == (
        "Zapisano. Hasło pamiętamy tylko do zamknięcia programu: "
        "na tym komputerze nie ma systemowego magazynu haseł."
    )
    assert window.mail.password.text() == ""


def test_a_test_report_goes_also_with_a_password_for_this_run_only(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.password.edit.setText("tajne")
    window.test.trial.button.click()
    with qtbot.waitSignal(window.test_report_wanted):
        window.tell_saved(Problem(Code.KEYRING_MISSING))


def test_saving_without_a_mail_server_warns_once(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.host.edit.clear()
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()
    assert "tylko czekać na tym komputerze" in window.footer.told.text()
    saved(window, qtbot)
    window.tell_saved(None)
    saved(window, qtbot)


def test_faulty_fields_stop_the_saving_and_get_the_keyboard(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.person.email.edit.setText("tobiasz")
    window.mail.port.edit.setText("70000")
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()
    assert window.stack.currentIndex() == 1
    assert window.person.email.edit.hasFocus()
    assert "nie jest adresem e-mail" in window.person.email.note.text()
    assert window.mail.port.note.text() == "Dozwolone: 1–65535"
    assert "Popraw" in window.footer.told.text()


def test_mail_without_encryption_is_refused_for_another_computer(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.security.choice.chips[2].click()
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()
    assert "na tym komputerze" in window.mail.security.note.text()
    window.mail.host.edit.setText("127.0.0.1")
    assert saved(window, qtbot)[0].delivery.mail.security == "none"


def test_locked_settings_cannot_be_changed_and_say_why(built: Build) -> None:
    window = built(SettingsWindow)
    locked = frozenset({"system.url", "delivery.mail.port", "privacy.screenshots"})
    window.load(scenes.FILLED, locked, scenes.BINDINGS, False, None)
    for field, policy in (
        (window.system.address, "SystemUrl"),
        (window.mail.port, "DeliveryMailPort"),
    ):
        assert not field.editor.isEnabled()
        assert field.note.text() == f"Ustawione przez administratora (zasada {policy})."
    assert not window.privacy.screenshots.box.isEnabled()
    assert "PrivacyScreenshots" in window.privacy.screenshots.note.text()
    assert window.mail.host.editor.isEnabled()


def test_every_field_that_a_policy_can_fix_names_it(built: Build) -> None:
    window = built(SettingsWindow)
    window.load(scenes.FILLED, frozenset(BY_PATH), scenes.BINDINGS, False, None)
    named = {
        field.path: field.note.text()
        for page in window.pages()
        for field in page.fields()
        if field.path in BY_PATH
    }
    assert len(named) > 14
    for path, told in named.items():
        assert told == f"Ustawione przez administratora (zasada {BY_PATH[path].name})."


def test_a_locked_setting_is_never_saved_otherwise(built: Build, qtbot: QtBot) -> None:
    window = built(SettingsWindow)
    window.load(scenes.FILLED, frozenset({"delivery.mail.host"}), (), False, None)
    window.mail.host.edit.setText("oszust.example")
    assert saved(window, qtbot)[0].delivery.mail.host == "smtp.firma.example"


def test_a_faulty_setting_of_the_administrator_does_not_stop_the_others(
    built: Build, qtbot: QtBot
) -> None:
    window = built(SettingsWindow)
    faulty = replace(scenes.FILLED, agent=replace(scenes.FILLED.agent, email="zły"))
    window.load(faulty, frozenset({"agent.email"}), (), False, None)
    window.person.name.edit.setText("Inny")
    assert saved(window, qtbot)[0].agent.name == "Inny"


def test_closing_with_unsaved_changes_warns_once(window: SettingsWindow, qtbot: QtBot) -> None:
    window.person.name.edit.setText("Ktoś Inny")
    window.close()
    assert window.isVisible()
    assert window.footer.told.text() == "Zmian jeszcze nie zapisano."
    assert window.footer.close_window.text() == "Zamknij bez zapisywania"
    window.close()
    assert not window.isVisible()


def test_esc_closes_an_unchanged_window_at_once(window: SettingsWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_closed_window_holds_no_secret_and_nothing_under_way(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.sign_in.password.edit.setText("hasło")
    window.sign_in.token.edit.setText("token")
    window.system.check.button.click()
    cancelled: list[str] = []
    window.cancel_wanted.connect(cancelled.append)
    window.close()
    assert cancelled == ["system"]
    assert window.sign_in.password.edit.text() == window.sign_in.token.edit.text() == ""


def test_opening_again_never_overwrites_what_is_being_typed(window: SettingsWindow) -> None:
    window.person.name.edit.setText("Ktoś Inny")
    window.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    assert window.person.name.text() == "Ktoś Inny"


def test_the_window_opens_anew_with_what_holds_after_changes_were_given_up(
    window: SettingsWindow,
) -> None:
    window.person.name.edit.setText("Ktoś Inny")
    window.reject()
    window.reject()
    window.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    assert window.person.name.text() == "Tobiasz Świeczka"


def test_enter_in_a_field_presses_no_far_button(window: SettingsWindow, qtbot: QtBot) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    window.system.check.button.click()
    with qtbot.assertNotEmitted(window.check_system_wanted):  # what "yes" would go on with
        qtbot.keyClick(window.sign_in.user.edit, Qt.Key.Key_Return)
    assert window.system.foreign.isVisible()
    window.show_page(window.person)
    with qtbot.assertNotEmitted(window.save_wanted):
        qtbot.keyClick(window.person.name.edit, Qt.Key.Key_Return)
    assert window.isVisible()


def test_ctrl_enter_saves(window: SettingsWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.save_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_switch_asks_at_once_and_tells_what_the_desktop_did(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.show_page(window.start)
    with qtbot.waitSignal(window.autostart_wanted) as wish:
        window.start.autostart.box.click()
    assert wish.args == [True]
    window.tell_autostart(True)
    assert window.start.autostart.note.text() == "Gotowe: Dzwonek uruchomi się razem z komputerem."
    assert not window.is_changed()


def test_a_refused_switch_goes_back(window: SettingsWindow) -> None:
    window.show_page(window.start)
    window.start.autostart.box.click()
    window.tell_autostart(Problem(Code.AUTOSTART_FAILED))
    assert not window.start.autostart.box.isChecked()
    assert "Nie udało się" in window.start.autostart.note.text()


def test_a_key_in_a_file_is_named(window: SettingsWindow) -> None:
    window.load(scenes.FILLED, frozenset(), scenes.BINDINGS, False, Problem(Code.QUEUE_KEY_IN_FILE))
    assert "leży w pliku" in window.privacy.key_now.text()


def test_a_test_report_goes_at_once_when_everything_is_saved(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.test_report_wanted):
        window.test.trial.button.click()
    assert "tobiasz@firma.example" in window.test.trial.told.text()


def test_a_test_report_waits_until_the_changes_are_saved(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.mail.host.edit.setText("nowy.firma.example")
    with qtbot.assertNotEmitted(window.test_report_wanted), qtbot.waitSignal(window.save_wanted):
        window.test.trial.button.click()
    with qtbot.waitSignal(window.test_report_wanted):
        window.tell_saved(None)


def test_a_failed_saving_sends_no_test_report(window: SettingsWindow, qtbot: QtBot) -> None:
    window.mail.host.edit.setText("nowy.firma.example")
    window.test.trial.button.click()
    window.tell_saved(NOT_SAVED)
    with qtbot.assertNotEmitted(window.test_report_wanted):
        window.save()
        window.tell_saved(None)


def test_a_test_report_without_an_address_asks_for_it(window: SettingsWindow, qtbot: QtBot) -> None:
    window.person.email.edit.clear()
    with qtbot.assertNotEmitted(window.test_report_wanted):
        window.test.trial.button.click()
    assert window.person.email.edit.hasFocus()


def test_a_change_of_language_speaks_at_once(window: SettingsWindow) -> None:
    window.tell_system(f"https://{scenes.HOST}")
    window.system.heading.setText("?")
    window.system.check.told.setText("?")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.system.heading.text() == "System"
    assert scenes.HOST in window.system.check.told.text()
