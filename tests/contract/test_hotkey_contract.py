"""What every implementation of the Hotkeys port keeps to."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from dzwonek.desktop.hotkeys import DesktopHotkeys, hotkeys_for
from dzwonek.desktop.hotkeys_none import NoHotkeys
from dzwonek.desktop.hotkeys_windows import WindowsHotkeys
from dzwonek.desktop.messages import key_messages
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import Slot
from dzwonek.domain.ports import Hotkeys
from dzwonek.domain.problem import Code
from tests.fakes.user32 import FakeUser32

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    from tests.session.x_session import x_session

    with x_session(tray=None, notices=False, keyring=False, bus=False) as session:
        yield session.env["DISPLAY"]


@pytest.fixture
def none() -> DesktopHotkeys:
    return NoHotkeys(Code.HOTKEY_UNAVAILABLE)


@pytest.fixture
def windows_by_hand() -> Iterator[DesktopHotkeys]:
    windows = FakeUser32()
    messages = MessageThread(windows)
    yield WindowsHotkeys(messages, windows)
    messages.close()


@pytest.fixture
def win32() -> Iterator[DesktopHotkeys]:
    messages = key_messages()
    assert messages is not None
    yield hotkeys_for({}, "win32", messages)
    messages.close()


@pytest.fixture
def linux(display: str) -> Iterator[DesktopHotkeys]:
    from dzwonek.desktop.hotkeys_x11 import X11Hotkeys

    held = X11Hotkeys(display)
    yield held
    held.close()


OF_THIS_SYSTEM = [sys.platform] if sys.platform in ("linux", "win32") else []


@pytest.fixture(params=["none", "windows_by_hand", *OF_THIS_SYSTEM])
def hotkeys(request: pytest.FixtureRequest) -> DesktopHotkeys:
    made: DesktopHotkeys = request.getfixturevalue(request.param)
    return made


def test_a_binding_is_told_at_once_and_later(hotkeys: Hotkeys) -> None:
    binding = hotkeys.bind(Slot.REPORT, ["Pause", "Ctrl+Shift+F9"])
    assert binding.slot is Slot.REPORT
    assert binding == hotkeys.binding(Slot.REPORT)
    assert binding.active in ("Pause", None)


def test_no_active_key_comes_with_reasons(hotkeys: Hotkeys) -> None:
    binding = hotkeys.bind(Slot.REPORT, ["F12", "nonsense"])
    assert binding.active is None
    assert binding.refused
    assert all("key" in problem.values for problem in binding.refused)


def test_bad_candidates_never_raise(hotkeys: Hotkeys) -> None:
    for candidates in ([], [""], ["+"], ["Ctrl+Alt+Z"], ["\0"], ["Win+F1"]):
        assert hotkeys.bind(Slot.FLAG, candidates).active is None


def test_an_unasked_slot_has_no_key(hotkeys: Hotkeys) -> None:
    assert hotkeys.binding(Slot.FLAG).active is None


def test_both_slots_never_hold_one_key(hotkeys: Hotkeys) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    assert hotkeys.bind(Slot.FLAG, ["Pause"]).active is None


def test_binding_anew_replaces_the_old_key(hotkeys: Hotkeys) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    assert hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"]).active in ("Ctrl+Shift+F9", None)
    assert hotkeys.bind(Slot.FLAG, ["Pause"]).active in ("Pause", None)


def test_release_may_be_repeated_and_leaves_nothing(hotkeys: DesktopHotkeys) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    hotkeys.release()
    hotkeys.release()
    assert hotkeys.binding(Slot.REPORT).active is None
    assert not hotkeys.retry_first()
