"""The keyring behind a deadline, and what stands beside it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from keyring.errors import (
    InitError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)

from dzwonek.config.secrets import KeyringBox, KeyringState, SessionBox
from dzwonek.config.secrets.backends import (
    ALLOWED,
    WINDOWS_NAME,
    NamedBackend,
    allowed_backend,
)
from dzwonek.domain.problem import Code, Problem, ProblemError

APP = Path(__file__).parents[3] / "app"
SHORT = timedelta(milliseconds=150)


class FakeKeyring:
    """A keyring in memory that can fail, be locked, or wait for a person."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.failure: Exception | None = None
        self.answered = threading.Event()
        self.answered.set()
        self.asked = 0

    def _serve(self) -> None:
        self.asked += 1
        assert self.answered.wait(30)
        if self.failure:
            raise self.failure

    def get_password(self, service: str, username: str) -> str | None:
        self._serve()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._serve()
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._serve()
        if self.secrets.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.fixture
def keyring() -> Iterator[FakeKeyring]:
    fake = FakeKeyring()
    yield fake
    fake.answered.set()
    for thread in threading.enumerate():
        if thread.name == "dzwonek-keyring":
            thread.join(10)


def box(
    keyring: FakeKeyring,
    deadline: timedelta = timedelta(seconds=10),
    patience: timedelta = timedelta(minutes=2),
    name: str = "Fake",
) -> KeyringBox:
    return KeyringBox(deadline, patience, lambda: NamedBackend(name, keyring))


def test_code_that_is_slow_to_load_makes_no_keyring_late(keyring: FakeKeyring) -> None:
    def load() -> None:
        threading.Event().wait(0.6)  # as a busy disk takes
        keyring.answered.clear()
        threading.Timer(0.05, keyring.answered.set).start()

    found = NamedBackend("Fake", keyring)
    slow = KeyringBox(timedelta(seconds=0.5), find=lambda: found, load=load)
    assert slow.read("daktela") is None
    assert keyring.asked == 1


def test_the_code_of_this_systems_keyring_is_loaded_or_left() -> None:
    first = [module for module, _, _ in ALLOWED.get(sys.platform, ())[:1]]
    script = f"""
import sys
from dzwonek.config.secrets.backends import load_first
assert not set({first}) & set(sys.modules)
load_first()
assert set({first}) <= set(sys.modules)
"""
    command = (sys.executable, "-c", script)
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(APP)}, check=True, timeout=100)


def code_of(call: Callable[[], object]) -> Code:
    with pytest.raises(ProblemError) as caught:
        call()
    return caught.value.problem.code


def test_a_secret_comes_back_under_our_own_service(keyring: FakeKeyring) -> None:
    store = box(keyring)
    assert store.read("mail") is None
    store.write("mail", "żółć")
    assert store.read("mail") == "żółć"
    assert keyring.secrets == {("Dzwonek", "mail"): "żółć"}
    store.forget("mail")
    store.forget("mail")
    assert store.read("mail") is None


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (KeyringLocked("x"), Code.KEYRING_LOCKED),
        (NoKeyringError("x"), Code.KEYRING_MISSING),
        (InitError("x"), Code.KEYRING_REFUSED),
        (PasswordSetError("x"), Code.KEYRING_REFUSED),
        (ConnectionResetError(), Code.KEYRING_REFUSED),
        (ZeroDivisionError("of some D-Bus library"), Code.KEYRING_REFUSED),
    ],
)
def test_a_keyrings_own_errors_become_ours(
    keyring: FakeKeyring, failure: Exception, code: Code
) -> None:
    keyring.failure = failure
    store = box(keyring)
    assert code_of(lambda: store.read("a")) is code
    assert code_of(lambda: store.write("a", "secret")) is code
    assert code_of(lambda: store.forget("a")) is code


def test_what_the_keyring_said_never_travels_on(keyring: FakeKeyring) -> None:
    keyring.failure = PasswordSetError("cannot store 'tajne'")
    with pytest.raises(ProblemError) as caught:
        box(keyring).write("a", "tajne")
    assert caught.value.__cause__ is None
    assert caught.value.problem.values == {"reason": "PasswordSetError"}


def test_a_keyring_that_waits_for_a_person_is_late(keyring: FakeKeyring) -> None:
    keyring.answered.clear()
    started = time.monotonic()
    assert code_of(lambda: box(keyring, SHORT).read("a")) is Code.KEYRING_LATE
    assert 0.1 < time.monotonic() - started < 2


def test_one_window_at_a_time_and_its_late_answer_is_dropped(keyring: FakeKeyring) -> None:
    keyring.answered.clear()
    store = box(keyring, SHORT)
    assert code_of(lambda: store.write("a", "first")) is Code.KEYRING_LATE
    assert code_of(lambda: store.write("a", "second")) is Code.KEYRING_LATE
    assert code_of(lambda: store.read("a")) is Code.KEYRING_LATE
    assert keyring.asked == 1
    keyring.answered.set()
    _calls_end()
    assert store.read("a") == "first"  # what had begun; the later wishes were given up


def test_a_window_that_nobody_answers_does_not_block_for_ever(keyring: FakeKeyring) -> None:
    keyring.answered.clear()
    store = box(keyring, SHORT, patience=SHORT)
    assert code_of(lambda: store.read("a")) is Code.KEYRING_LATE
    stuck = keyring.answered
    keyring.answered = threading.Event()
    keyring.answered.set()
    assert _until_served(store) is None
    stuck.set()
    _calls_end()
    assert store.read("a") is None


def _until_served(store: KeyringBox) -> str | None:
    for _ in range(20):
        with contextlib.suppress(ProblemError):
            return store.read("a")
    raise AssertionError("blocked for ever")


def _calls_end() -> None:
    for thread in threading.enumerate():
        if thread.name == "dzwonek-keyring":
            thread.join(10)


@pytest.mark.parametrize(
    ("value", "fits"),
    [("x" * 1280, True), ("x" * 1281, False), ("🔔" * 640, True), ("🔔" * 641, False)],
)
def test_windows_takes_1280_units_and_no_more(keyring: FakeKeyring, value: str, fits: bool) -> None:
    store = box(keyring, name=WINDOWS_NAME)
    if fits:
        store.write("token", value)
        assert store.read("token") == value
    else:
        with pytest.raises(ProblemError) as caught:
            store.write("token", value)
        assert caught.value.problem == Problem(
            Code.KEYRING_REFUSED, {"reason": "too_long", "limit": 1280}
        )
        assert keyring.secrets == {}


def test_the_keyring_is_described_without_touching_a_secret(keyring: FakeKeyring) -> None:
    assert box(keyring).describe() == KeyringState("Fake")
    assert keyring.asked == 0


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
@pytest.mark.parametrize("address", ["unix:path=/nonexistent", "disabled:", "", "nonsense"])
def test_without_a_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert code_of(lambda: KeyringBox().read("a")) is Code.KEYRING_MISSING
    assert KeyringBox().describe() == KeyringState("", Problem(Code.KEYRING_MISSING))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system always has a keyring")
def test_a_plain_file_is_never_taken_even_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert code_of(allowed_backend) is Code.KEYRING_MISSING
    names = [entry[0] for entries in ALLOWED.values() for entry in entries]
    assert not any(word in name for name in names for word in ("alt", "null", "fail", "chain"))


def test_without_a_keyring_secrets_are_held_for_this_run(keyring: FakeKeyring) -> None:
    keyring.failure = NoKeyringError("none")
    store = SessionBox(box(keyring))
    assert store.read("mail") is None
    store.write("mail", "hasło")
    assert store.read("mail") == "hasło"
    assert store.held == {"mail"}
    assert SessionBox(box(keyring)).read("mail") is None  # the next run has to ask again
    store.forget("mail")
    assert store.read("mail") is None


def test_a_keyring_that_serves_holds_the_secret_itself(keyring: FakeKeyring) -> None:
    store = SessionBox(box(keyring))
    keyring.failure = KeyringLocked("x")
    store.write("mail", "pierwsze")
    assert store.held == {"mail"}
    keyring.failure = None
    store.write("mail", "drugie")
    assert store.held == frozenset()
    assert store.read("mail") == "drugie"
    assert keyring.secrets == {("Dzwonek", "mail"): "drugie"}


def test_a_locked_keyring_is_not_taken_for_an_empty_one(keyring: FakeKeyring) -> None:
    keyring.failure = KeyringLocked("x")
    store = SessionBox(box(keyring))
    assert code_of(lambda: store.read("mail")) is Code.KEYRING_LOCKED
    assert code_of(lambda: store.forget("mail")) is Code.KEYRING_LOCKED
