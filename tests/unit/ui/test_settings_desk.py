"""The settings' desk and its window: a wish runs beside the GUI, its answer comes to the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from dzwonek.config.secrets import SessionBox
from dzwonek.config.settings import Mail, Settings
from dzwonek.domain.delivery import State
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.reporting.setup import DAKTELA_SECRET, MAIL_SECRET, Setup
from dzwonek.ui.settings_desk import SettingsDesk
from dzwonek.ui.settings_window import SettingsWindow
from dzwonek.ui.tasks import Tasks
from tests.fakes import list_scenes
from tests.fakes import settings_scenes as scenes
from tests.fakes.secret_box import MemorySecretBox

TOBIASZ = Identity(
    Agent("Tobiasz Świeczka"), IdentitySource.DAKTELA, datetime(2020, 2, 27, tzinfo=UTC)
)


class Door:
    """A Daktela that knows one password."""

    def check(self) -> str:
        return "6.20"

    def login(self, user: str, password: str) -> str:
        if password != "dobre":
            raise trouble(Code.DAKTELA_WRONG_PASSWORD)
        return "token"

    def who_am_i(self) -> Identity:
        return TOBIASZ


class SetupInMemory:
    """What setting up is made of, without a network."""

    def __init__(self) -> None:
        self.keyring = MemorySecretBox()
        self.secrets = SessionBox(self.keyring)
        self.kept: list[Settings] = []
        self.in_force: list[tuple[int, dict[str, str]]] = []
        self.mail_answers = threading.Event()
        self.mail_answers.set()
        self.cancelled = 0

    def normalised(self, address: str) -> str:
        return f"https://{address}"

    def daktela_at(self, address: str, token: str | None) -> Door:
        return Door()

    def try_mail(self, mail: Mail, password: str | None) -> None:
        self.mail_answers.wait(10)

    def cancel_try(self) -> None:
        self.cancelled += 1
        self.mail_answers.set()

    def keep_settings(self, settings: Settings) -> None:
        self.kept.append(settings)

    def secrets_changed(self) -> None:
        self.in_force.append((len(self.kept), dict(self.keyring.secrets)))


@pytest.fixture
def parts() -> SetupInMemory:
    """Give the parts of setting up."""
    return SetupInMemory()


@pytest.fixture
def desk(parts: SetupInMemory, qtbot: QtBot) -> Iterator[SettingsDesk]:
    """Give the desk with its window open."""
    tasks = Tasks()
    made = SettingsDesk(Setup(parts), tasks, SettingsWindow)
    made.open(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None)
    yield made
    parts.mail_answers.set()
    assert tasks.stop(10)
    made.window.hide()
    shiboken6.delete(made.window)


def window_of(desk: SettingsDesk) -> SettingsWindow:
    window = desk.open_window
    assert isinstance(window, SettingsWindow)
    return window


def test_a_checked_address_is_told(desk: SettingsDesk, qtbot: QtBot) -> None:
    check = window_of(desk).system.check
    check.button.click()
    qtbot.waitUntil(lambda: not check.is_running)
    assert "odpowiada Daktela" in check.told.text()


def test_signing_in_keeps_the_token_and_names_the_agent(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    page = window_of(desk).sign_in
    page.password.edit.setText("dobre")
    page.enter.button.click()
    qtbot.waitUntil(lambda: not page.enter.is_running)
    assert page.enter.told.text() == "Zalogowano jako Tobiasz Świeczka."
    assert parts.keyring.secrets == {DAKTELA_SECRET: "token"}


def test_a_wrong_password_is_told(desk: SettingsDesk, qtbot: QtBot) -> None:
    page = window_of(desk).sign_in
    page.password.edit.setText("złe")
    page.enter.button.click()
    qtbot.waitUntil(lambda: not page.enter.is_running)
    assert "odrzuciła" in page.enter.told.text()


def test_signing_out_is_told_when_it_is_done(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    parts.keyring.secrets[DAKTELA_SECRET] = "token"
    page = window_of(desk).sign_in
    page.way.choice.chips[2].click()
    page.leave.button.click()
    qtbot.waitUntil(lambda: not page.leave.is_running)
    assert parts.keyring.secrets == {}
    assert "Wylogowano" in page.leave.told.text()


def test_a_cancelled_try_ends_and_its_late_answer_is_not_shown(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    parts.mail_answers.clear()
    trial = window_of(desk).mail.trial
    trial.button.click()
    trial.cancel.click()
    assert parts.cancelled == 1
    check = window_of(desk).system.check
    check.button.click()  # an answer that comes after the cancelled one
    qtbot.waitUntil(lambda: not check.is_running)
    assert trial.told.text() == "Przerwano."


def test_saving_keeps_settings_and_password(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    window = window_of(desk)
    window.mail.password.edit.setText("tajne")
    with qtbot.waitSignal(desk.saved):
        window.save()
    assert parts.kept == [scenes.FILLED]
    assert parts.keyring.secrets == {MAIL_SECRET: "tajne"}
    assert window.footer.told.text() == "Zapisano."


def test_what_was_held_goes_again_once_when_settings_and_password_are_both_new(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    window = window_of(desk)
    window.mail.password.edit.setText("tajne")
    with qtbot.waitSignal(desk.saved):
        window.save()
    assert parts.in_force == [(1, {MAIL_SECRET: "tajne"})]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (Code.KEYRING_MISSING, "na tym komputerze nie ma systemowego magazynu haseł."),
        (Code.KEYRING_LOCKED, "jest zablokowany."),
    ],
)
def test_a_password_that_lives_for_this_run_only_is_said_to(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot, code: Code, reason: str
) -> None:
    parts.keyring.problem = Problem(code)
    window = window_of(desk)
    window.mail.password.edit.setText("tajne")
    with qtbot.waitSignal(desk.saved):
        window.save()
    told = window.footer.told.text()
    assert told.startswith("Zapisano. Hasło pamiętamy tylko do zamknięcia programu")
    assert told.endswith(reason)
    assert not window.is_changed()


def test_a_sign_in_that_lives_for_this_run_only_is_said_to(
    desk: SettingsDesk, parts: SetupInMemory, qtbot: QtBot
) -> None:
    parts.keyring.problem = Problem(Code.KEYRING_MISSING)
    page = window_of(desk).sign_in
    page.password.edit.setText("dobre")
    with qtbot.waitSignal(desk.signed_in) as met:
        page.enter.button.click()
    assert met.args == [TOBIASZ]
    assert page.enter.told.text() == (
        "Zalogowano jako Tobiasz Świeczka. Logowanie pamiętamy tylko do zamknięcia programu: "
        "na tym komputerze nie ma systemowego magazynu haseł."
    )


def test_opening_names_who_is_signed_in(desk: SettingsDesk) -> None:
    desk.open(scenes.FILLED, frozenset(), scenes.BINDINGS, False, None, TOBIASZ)
    page = window_of(desk).sign_in
    assert page.signed_in.text() == "Zalogowano jako Tobiasz Świeczka."
    assert page.signed_in.isVisible()


def test_a_test_report_is_followed_to_the_mail_server_and_no_other_report_is(
    desk: SettingsDesk,
) -> None:
    window = window_of(desk)
    ours, other = list_scenes.entry(State.QUEUED), list_scenes.entry(State.QUEUED)
    desk.tell_test(ours)
    assert window.test.trial.told.text().startswith("Zapisano na tym komputerze")
    desk.follow(replace(other, id="other", state=State.DELIVERED, delivered_at=list_scenes.NOW))
    assert window.test.trial.told.text().startswith("Zapisano na tym komputerze")
    desk.follow(replace(ours, state=State.DELIVERED, delivered_at=list_scenes.NOW))
    assert window.test.trial.told.text().startswith("Serwer poczty przyjął")


def test_a_test_report_that_left_before_its_saving_was_told_is_called_delivered(
    desk: SettingsDesk,
) -> None:
    window = window_of(desk)
    ours = list_scenes.entry(State.QUEUED)
    desk.follow(replace(ours, state=State.DELIVERED, delivered_at=list_scenes.NOW))
    desk.tell_test(ours)
    assert window.test.trial.told.text().startswith("Serwer poczty przyjął")
