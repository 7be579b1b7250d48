"""The address is checked and signed in to; each button says what happened and can be cancelled."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.settings_window import SettingsBase, SettingsWindow
from tests.fakes import settings_scenes as scenes

TOBIASZ = Identity(
    Agent("Tobiasz Świeczka", "tobiasz", "tobiasz@firma.example"),
    IdentitySource.DAKTELA,
    datetime(2020, 2, 27, tzinfo=UTC),
)


def test_the_check_asks_about_what_is_typed_and_shows_progress(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.check_system_wanted) as wish:
        window.system.check.button.click()
    assert wish.args == [scenes.HOST]
    assert window.system.check.button.text() == "Sprawdzamy…"
    assert window.system.check.cancel.isVisible()


def test_a_second_click_while_it_runs_asks_nothing(window: SettingsWindow, qtbot: QtBot) -> None:
    window.system.check.button.click()
    with qtbot.assertNotEmitted(window.check_system_wanted):
        window.system.check.button.click()


def test_enter_in_the_address_checks_it(window: SettingsWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.check_system_wanted):
        qtbot.keyClick(window.system.address.edit, Qt.Key.Key_Return)


def test_a_daktela_is_named_and_its_address_made_tidy(window: SettingsWindow) -> None:
    window.system.address.edit.setText(" HTTPS://TwojaNazwa.daktela.com/login ")
    window.tell_system(f"https://{scenes.HOST}")
    assert window.system.address.text() == scenes.HOST
    assert window.system.check.told.text() == f"Tak, pod adresem {scenes.HOST} odpowiada Daktela."
    assert window.system.check.button.text() == "Sprawdź adres"


def test_a_failure_says_why_and_gives_the_button_back(window: SettingsWindow) -> None:
    window.system.check.button.click()
    window.tell_system(Problem(Code.DAKTELA_NOT_A_DAKTELA, {"host": scenes.HOST}))
    assert "nie odpowiada Daktela" in window.system.check.told.text()
    assert not window.system.check.is_running


def test_a_running_check_can_be_cancelled(window: SettingsWindow, qtbot: QtBot) -> None:
    window.system.check.button.click()
    with qtbot.waitSignal(window.cancel_wanted) as wish:
        window.system.check.cancel.click()
    assert wish.args == ["system"]
    assert window.system.check.told.text() == "Przerwano."


def test_typing_on_takes_the_old_answer_back(window: SettingsWindow, qtbot: QtBot) -> None:
    window.tell_system(f"https://{scenes.HOST}")
    qtbot.keyClick(window.system.address.edit, Qt.Key.Key_X)
    assert not window.system.check.told.isVisible()


@pytest.mark.parametrize(
    "typed", ["http://x.daktela.com", "https://user:secret@x.daktela.com", "https://", "a b c"]
)
def test_what_is_no_address_is_told_in_its_place(
    window: SettingsWindow, qtbot: QtBot, typed: str
) -> None:
    window.system.address.edit.setText(typed)
    with qtbot.assertNotEmitted(window.check_system_wanted):
        window.system.check.button.click()
    assert "nie jest adresem systemu" in window.system.address.note.text()
    assert "secret" not in window.system.address.note.text()
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()


def test_an_address_outside_daktela_is_asked_about_once(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    with qtbot.assertNotEmitted(window.check_system_wanted):
        window.system.check.button.click()
    assert window.system.foreign.isVisible()
    assert "daktela.firma.example" in window.system.foreign.words.text()
    with qtbot.waitSignal(window.check_system_wanted):
        window.system.foreign.yes.click()
    assert not window.system.foreign.isVisible()
    with qtbot.waitSignal(window.save_wanted):
        window.save()


def test_saving_an_address_outside_daktela_asks_on_every_page(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    window.show_page(window.privacy)
    with qtbot.assertNotEmitted(window.save_wanted):
        window.save()
    assert window.system.foreign.isVisible()
    with qtbot.waitSignal(window.save_wanted) as wish:
        window.system.foreign.yes.click()
    assert wish.args[0].system.url == "https://daktela.firma.example"


def test_a_confirmed_address_stays_confirmed_for_signing_in(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.system.address.edit.setText("HTTPS://Daktela.Firma.example/login")
    window.system.check.button.click()
    window.system.foreign.yes.click()
    with qtbot.waitSignal(window.save_wanted):
        window.save()
    window.tell_system("https://daktela.firma.example")
    window.sign_in.password.edit.setText("sekret")
    with qtbot.waitSignal(window.sign_in_wanted):
        window.sign_in.enter.button.click()
    assert not window.system.is_asking


@pytest.mark.parametrize("is_first", [False, True])
def test_the_question_about_an_address_moves_nothing_under_the_mouse(
    window: SettingsWindow, first: FirstRun, is_first: bool
) -> None:
    asked: SettingsBase = first if is_first else window
    parts = (asked.system.check.button, asked.sign_in.enter.button, asked.footer.save)
    QApplication.sendPostedEvents()
    before = [part.mapToGlobal(QPoint()) for part in parts]
    asked.system.address.edit.setText("daktela.firma.example")
    asked.system.check.button.click()
    QApplication.sendPostedEvents()
    assert asked.system.foreign.isVisible()
    assert [part.mapToGlobal(QPoint()) for part in parts] == before


def test_after_the_answer_the_keyboard_is_where_it_was(window: SettingsWindow) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    window.sign_in.user.edit.setFocus()
    window.save()
    assert window.system.foreign.yes.hasFocus()
    window.system.foreign.yes.click()
    assert window.sign_in.user.edit.hasFocus()


def test_a_look_alike_of_daktela_is_asked_about(window: SettingsWindow) -> None:
    window.system.address.edit.setText("x.daktela.com.oszust.example")
    window.system.check.button.click()
    assert window.system.foreign.isVisible()


def test_declining_leads_back_to_the_address(window: SettingsWindow, qtbot: QtBot) -> None:
    window.system.address.edit.setText("daktela.firma.example")
    window.show_page(window.privacy)
    window.save()
    with qtbot.assertNotEmitted(window.save_wanted):
        window.system.foreign.no.click()
    assert window.system.address.edit.hasFocus()


def test_signing_in_gives_address_user_and_password(window: SettingsWindow, qtbot: QtBot) -> None:
    window.sign_in.password.edit.setText("sekret")
    with qtbot.waitSignal(window.sign_in_wanted) as wish:
        window.sign_in.enter.button.click()
    assert wish.args == [scenes.HOST, "tobiasz", "sekret"]
    assert window.sign_in.enter.button.text() == "Logujemy…"


def test_a_signed_in_agent_is_named_and_the_password_gone(window: SettingsWindow) -> None:
    window.sign_in.password.edit.setText("sekret")
    window.sign_in.enter.button.click()
    window.tell_signed_in(TOBIASZ)
    assert window.sign_in.enter.told.text() == "Zalogowano jako Tobiasz Świeczka."
    assert window.sign_in.password.text() == ""


def test_a_password_that_never_reached_daktela_can_be_tried_again(window: SettingsWindow) -> None:
    window.sign_in.password.edit.setText("sekret")
    window.tell_signed_in(Problem(Code.DAKTELA_CERTIFICATE, {"host": scenes.HOST}))
    assert window.sign_in.password.text() == "sekret"
    window.tell_signed_in(Problem(Code.DAKTELA_WRONG_PASSWORD))
    assert window.sign_in.password.text() == ""


def test_what_daktela_knows_fills_only_what_is_empty(window: SettingsWindow) -> None:
    window.person.email.edit.clear()
    window.person.name.edit.setText("Wpisane Ręcznie")
    window.tell_signed_in(TOBIASZ)
    assert window.person.email.text() == "tobiasz@firma.example"
    assert window.person.name.text() == "Wpisane Ręcznie"


def test_a_refused_password_is_told_without_advice_to_open_the_settings(
    window: SettingsWindow,
) -> None:
    window.tell_signed_in(Problem(Code.DAKTELA_WRONG_PASSWORD))
    assert "odrzuciła login lub hasło" in window.sign_in.enter.told.text()
    window.tell_signed_in(Problem(Code.DAKTELA_UNREACHABLE, {"host": scenes.HOST}))
    assert "Zgłoszenie" not in window.sign_in.enter.told.text()


def test_a_pasted_token_is_offered_with_the_address(window: SettingsWindow, qtbot: QtBot) -> None:
    window.sign_in.way.choice.chips[1].click()
    window.sign_in.token.edit.setText("abc123")
    with qtbot.waitSignal(window.token_wanted) as wish:
        window.sign_in.enter.button.click()
    assert wish.args == [scenes.HOST, "abc123"]


def test_going_without_offers_to_forget_the_token(window: SettingsWindow, qtbot: QtBot) -> None:
    window.sign_in.way.choice.chips[2].click()
    assert not window.sign_in.enter.isVisible()
    with qtbot.waitSignal(window.sign_out_wanted):
        window.sign_in.leave.button.click()
    window.tell_signed_out(None)
    assert "Token został usunięty" in window.sign_in.leave.told.text()


def test_a_token_that_stays_is_not_called_removed(window: SettingsWindow) -> None:
    window.sign_in.way.choice.chips[2].click()
    window.sign_in.leave.button.click()
    window.tell_signed_out(Problem(Code.KEYRING_LOCKED))
    assert "zablokowany" in window.sign_in.leave.told.text()


def test_one_who_is_signed_in_is_named_in_place_of_an_empty_form(window: SettingsWindow) -> None:
    window.load(scenes.FILLED, frozenset(), (), False, None, TOBIASZ)
    assert window.sign_in.signed_in.isVisible()
    assert window.sign_in.signed_in.text() == "Zalogowano jako Tobiasz Świeczka."
    assert not window.sign_in.password.isVisible()
    assert not window.sign_in.enter.isVisible()
    assert not window.is_changed()


def test_one_who_is_signed_in_can_sign_out_there_and_in_again(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.load(scenes.FILLED, frozenset(), (), False, None, TOBIASZ)
    with qtbot.waitSignal(window.sign_out_wanted):
        window.sign_in.leave.button.click()
    window.tell_signed_out(None)
    assert "Token został usunięty" in window.sign_in.leave.told.text()
    assert window.sign_in.leave.told.isVisible()
    assert not window.sign_in.signed_in.isVisible()
    window.sign_in.way.choice.chips[0].click()
    assert window.sign_in.password.isVisible()


def test_signing_in_without_an_address_says_what_is_missing(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    window.system.address.edit.clear()
    window.sign_in.password.edit.setText("sekret")
    with qtbot.assertNotEmitted(window.sign_in_wanted):
        window.sign_in.enter.button.click()
    assert "adresu systemu" in window.sign_in.enter.told.text()


def test_signing_in_without_a_password_points_at_its_field(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(window.sign_in_wanted):
        window.sign_in.enter.button.click()
    assert window.sign_in.password.edit.hasFocus()


def test_no_password_is_ever_shown(window: SettingsWindow) -> None:
    for field in (window.sign_in.password, window.sign_in.token, window.mail.password):
        field.edit.setText("sekret")
        assert "sekret" not in field.edit.displayText()
