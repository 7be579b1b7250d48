"""Our secrets in a real Secret Service: gnome-keyring, its lock and its unlock window."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
import secretstorage

from dzwonek.config.secrets import KeyringBox, KeyringState
from dzwonek.domain.problem import Code, Problem, ProblemError
from tests.session.dbus_client import BusClient
from tests.session.programs import need, until
from tests.session.x_session import KEYRING_PASSWORD, XSession

pytestmark = pytest.mark.flow

PROMPTER = "/usr/libexec/gcr-prompter"
SERVICE = KeyringState("Secret Service")
LOCKED = KeyringState("Secret Service", Problem(Code.KEYRING_LOCKED))
DEADLINE = 3.0
MARGIN = 1.0  # for a busy machine


@pytest.fixture
def session(
    start_x_session: Callable[..., XSession], monkeypatch: pytest.MonkeyPatch
) -> Iterator[XSession]:
    """Give a session with an unlocked keyring, in which this process takes part."""
    running = start_x_session(tray=None, notices=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.env["DBUS_SESSION_BUS_ADDRESS"])
    yield running
    for thread in threading.enumerate():
        if thread.name == "dzwonek-keyring":
            thread.join(10)


@pytest.fixture
def prompter(session: XSession, component: Callable[[str, str], str]) -> XSession:
    """Add the program that shows gnome-keyring's unlock window."""
    session.start(component(PROMPTER, "gcr"))
    wait_name(session, "org.gnome.keyring.SystemPrompter")
    return session


def wait_name(session: XSession, name: str) -> None:
    with closing(BusClient(str(session.bus_path))) as client:
        client.wait_name(name)


def lock() -> None:
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def code_of(call: Callable[[], object]) -> Code:
    with pytest.raises(ProblemError) as caught:
        call()
    return caught.value.problem.code


def open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_secrets_are_stored_given_and_removed(session: XSession) -> None:
    box = KeyringBox()
    assert box.describe() == SERVICE
    assert box.read("daktela") is None
    box.write("daktela", "żółty token 🔔")
    box.write("mail", "hasło")
    assert KeyringBox().read("daktela") == "żółty token 🔔"
    assert box.read("mail") == "hasło"
    box.write("daktela", "nowy")
    assert box.read("daktela") == "nowy"
    box.forget("daktela")
    box.forget("daktela")
    assert box.read("daktela") is None
    assert box.read("mail") == "hasło"


def test_other_programs_find_the_secret_under_our_name(session: XSession) -> None:
    KeyringBox().write("mail", "hasło")
    need("secret-tool")
    told = session.run("secret-tool", "lookup", "service", "Dzwonek", "username", "mail")
    assert told.strip() == "hasło"


def test_a_locked_keyring_without_an_unlock_window_is_told_at_once(session: XSession) -> None:
    box = KeyringBox()
    box.write("daktela", "token")
    lock()
    started = time.monotonic()
    assert box.describe() == LOCKED
    assert code_of(lambda: box.read("daktela")) is Code.KEYRING_LOCKED
    assert code_of(lambda: box.write("daktela", "x")) is Code.KEYRING_LOCKED
    assert time.monotonic() - started < DEADLINE


def test_failures_leave_no_connection_open(session: XSession) -> None:
    box = KeyringBox()
    box.write("daktela", "token")
    lock()
    before = open_descriptors()
    for _ in range(5):
        assert code_of(lambda: box.read("daktela")) is Code.KEYRING_LOCKED
        box.describe()
    assert open_descriptors() == before


def test_an_unlock_window_makes_the_call_late_and_the_answer_serves_the_next(
    prompter: XSession,
) -> None:
    box = KeyringBox()
    box.write("daktela", "token")
    lock()
    started = time.monotonic()
    assert code_of(lambda: box.read("daktela")) is Code.KEYRING_LATE
    assert DEADLINE <= time.monotonic() - started < DEADLINE + MARGIN
    assert code_of(lambda: box.write("daktela", "x")) is Code.KEYRING_LATE
    (window,) = until(lambda: prompter.windows_of("Gcr-prompter"), "the unlock window")
    prompter.focus(window)
    prompter.type_text(KEYRING_PASSWORD.decode())
    prompter.key("Return")
    assert until(lambda: _given(box), "the token") == "token"
    assert box.describe() == SERVICE


def _given(box: KeyringBox) -> str | None:
    try:
        return box.read("daktela")
    except ProblemError:
        return None


def test_describing_opens_no_unlock_window(prompter: XSession) -> None:
    KeyringBox().write("daktela", "token")
    lock()
    assert KeyringBox().describe() == LOCKED
    assert prompter.windows_of("Gcr-prompter") == ()


def test_a_keyring_that_was_never_set_up_holds_nothing(
    start_x_session: Callable[..., XSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start_x_session(tray=None, notices=False, keyring=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.env["DBUS_SESSION_BUS_ADDRESS"])
    running.start("gnome-keyring-daemon", "--foreground", "--components=secrets")
    wait_name(running, "org.freedesktop.secrets")
    box = KeyringBox()
    assert box.read("daktela") is None
    box.forget("daktela")
    assert code_of(lambda: box.write("daktela", "x")) is Code.KEYRING_REFUSED


def test_a_bus_without_a_keyring_has_none(
    start_x_session: Callable[..., XSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start_x_session(tray=None, notices=False, keyring=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.env["DBUS_SESSION_BUS_ADDRESS"])
    assert code_of(lambda: KeyringBox().read("daktela")) is Code.KEYRING_MISSING


def test_a_keyring_that_ends_is_missed_and_found_again(session: XSession) -> None:
    box = KeyringBox()
    box.write("daktela", "token")
    session.stop("keyring")
    assert code_of(lambda: box.read("daktela")) is Code.KEYRING_MISSING
    session.start_keyring()
    assert box.read("daktela") == "token"
