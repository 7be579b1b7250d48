"""Global hotkeys with real key presses on a real X server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("X11 hotkeys", allow_module_level=True)

from dzwonek.desktop.hotkeys_x11 import X11Hotkeys
from dzwonek.desktop.keyboard import Grab
from dzwonek.domain.events import BindingsChanged, Event, HotkeyPressed, Slot
from dzwonek.domain.problem import Code, Problem
from tests.session import key_holder
from tests.session.listening import is_readable, listen
from tests.session.programs import end, need, until
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

REPORT, FLAG = HotkeyPressed(Slot.REPORT), HotkeyPressed(Slot.FLAG)
APP = Path(__file__).parents[2] / "app"


@pytest.fixture
def hotkeys(bare_session: XSession) -> Iterator[X11Hotkeys]:
    hotkeys = X11Hotkeys(bare_session.env["DISPLAY"])
    yield hotkeys
    hotkeys.close()


def heard_after(session: XSession, hotkeys: X11Hotkeys, *keys: str) -> list[Event]:
    """Press keys and then the flag's key, which marks the end; give what came before it."""
    session.key(*keys, "Shift+Pause")
    events: list[Event] = []
    while FLAG not in events:
        events += listen(hotkeys)
    return events[: events.index(FLAG)]


def start_holder(session: XSession, *keys: str) -> subprocess.Popen[bytes]:
    """Start another program that takes keys, and wait until it has them."""
    session.env["PYTHONPATH"] = str(APP)
    holder = session.start(sys.executable, "-u", str(key_holder.__file__), *keys)
    log = session.folder / f"{Path(sys.executable).name}.log"
    until(lambda: f"ready {keys[0]}" in log.read_text(), "the other program's keys")
    return holder


def test_a_press_arrives_while_another_window_has_the_focus(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    need("xterm")
    bare_session.start("xterm", "-T", "praca", "-e", "cat")
    bare_session.focus(bare_session.wait_window("praca"))
    assert hotkeys.bind(Slot.REPORT, ["Pause", "Ctrl+Shift+F9"]).active == "Pause"
    bare_session.key("Pause")
    assert listen(hotkeys) == [REPORT]
    assert bare_session.active_window() == "praca"


def test_both_slots_are_told_apart(bare_session: XSession, hotkeys: X11Hotkeys) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])
    bare_session.key("Shift+Pause", "Pause", "Shift+Pause")
    assert listen(hotkeys, 3) == [FLAG, REPORT, FLAG]


@pytest.mark.parametrize("locks", [["Num_Lock"], ["Caps_Lock"], ["Num_Lock", "Caps_Lock"]])
def test_lock_keys_do_not_hide_the_hotkey(
    bare_session: XSession, hotkeys: X11Hotkeys, locks: list[str]
) -> None:
    hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    bare_session.key(*locks, "Ctrl+Shift+F9")
    assert listen(hotkeys) == [REPORT]


def test_other_modifiers_and_other_keys_do_not_fire(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])
    keys = ("F9", "Ctrl+F9", "Ctrl+Alt+Shift+F9", "a", "Pause")
    assert heard_after(bare_session, hotkeys, *keys) == []


@pytest.mark.parametrize("layout", ["pl", "us", "de"])
def test_the_letter_is_found_where_the_layout_has_it(
    bare_session: XSession, hotkeys: X11Hotkeys, layout: str
) -> None:
    hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+Y"])
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])
    bare_session.layout(layout)
    listen(hotkeys, 1, 0.2)
    assert heard_after(bare_session, hotkeys, "Ctrl+Shift+y") == [REPORT]
    assert heard_after(bare_session, hotkeys, "Ctrl+Shift+z") == []


def test_a_layout_without_the_letter_gives_the_next_candidate_and_back(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+Y", "Pause"])
    bare_session.layout("ru")
    assert listen(hotkeys) == [BindingsChanged()]
    binding = hotkeys.binding(Slot.REPORT)
    assert binding.active == "Pause"
    assert binding.refused == (Problem(Code.HOTKEY_NOT_ON_LAYOUT, {"key": "Ctrl+Shift+Y"}),)
    bare_session.layout("us")
    assert listen(hotkeys) == [BindingsChanged()]
    assert hotkeys.binding(Slot.REPORT).active == "Ctrl+Shift+Y"


def test_the_second_layout_of_two_does_not_hide_the_hotkey(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    bare_session.layout("us,ru", "grp:sclk_toggle")
    hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+Y"])
    keycode = max(hotkeys._wanted[Slot.REPORT]).keycode
    bare_session.key("Scroll_Lock")
    bare_session.run("xdotool", "key", "ctrl+shift+" + str(keycode))
    assert listen(hotkeys) == [REPORT]


def test_a_press_right_after_a_change_of_the_keyboard_is_not_lost(
    bare_session: XSession, hotkeys: X11Hotkeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("xmodmap")
    hotkeys.bind(Slot.REPORT, ["Pause"])
    listen(hotkeys, 1, 0.05)
    given_back: list[Grab] = []
    monkeypatch.setattr(hotkeys, "_ungrab", given_back.extend)
    bare_session.run("xmodmap", "-e", "keycode 250 = F20")
    bare_session.key("Pause")
    assert listen(hotkeys) == [REPORT]
    assert given_back == []  # there was no moment at which the key was anybody's
    bare_session.key("Pause")
    assert listen(hotkeys) == [REPORT]


def test_a_press_that_comes_while_keys_are_bound_wakes_the_loop(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    listen(hotkeys, 1, 0.05)
    bare_session.key("Pause")
    assert is_readable(hotkeys, 5)
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])  # reads the press off the connection
    assert is_readable(hotkeys, 5)
    assert listen(hotkeys) == [REPORT]


def test_a_key_that_another_program_holds_is_named_and_regained_when_free(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    rival = start_holder(bare_session, "Pause")
    binding = hotkeys.bind(Slot.REPORT, ["Pause", "Ctrl+Shift+F9"])
    assert binding.active == "Ctrl+Shift+F9"
    assert binding.refused == (Problem(Code.HOTKEY_TAKEN, {"key": "Pause"}),)
    bare_session.key("Ctrl+Shift+F9")
    assert listen(hotkeys) == [REPORT]
    assert not hotkeys.retry_first()
    end(rival)
    assert until(hotkeys.retry_first, "Pause free")
    assert hotkeys.binding(Slot.REPORT).active == "Pause"
    assert hotkeys.binding(Slot.REPORT).refused == ()
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])
    assert heard_after(bare_session, hotkeys, "Pause", "Ctrl+Shift+F9") == [REPORT]


def test_a_key_held_for_a_second_and_a_half_is_one_press(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    bare_session.run("xset", "r", "rate", "200", "25")
    bare_session.hold("Pause")
    assert listen(hotkeys, 2, 1.5) == [REPORT]
    bare_session.let_go("Pause")
    bare_session.key("Pause")
    assert listen(hotkeys) == [REPORT]


def test_ordinary_typing_does_not_wake_the_program(bare_session: XSession) -> None:
    pid = start_holder(bare_session, "Pause").pid
    bare_session.key("Pause")
    log = bare_session.folder / f"{Path(sys.executable).name}.log"
    until(lambda: "HotkeyPressed" in log.read_text() and is_asleep(pid), "the program's sleep")
    before = switches(pid)
    bare_session.type_text("zwykłe pisanie, " * 12)
    assert switches(pid) == before


def test_the_end_of_the_server_is_a_connection_error(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    bare_session.programs.stop()
    with pytest.raises(ConnectionError):
        listen(hotkeys)
    binding = hotkeys.bind(Slot.REPORT, ["Pause", "F9"])
    assert binding.active is None
    assert binding.refused == (Problem(Code.HOTKEY_UNAVAILABLE, {"key": "Pause, F9"}),)


def test_keys_typed_while_the_hotkey_is_held_are_not_told(
    bare_session: XSession, hotkeys: X11Hotkeys
) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    hotkeys.bind(Slot.FLAG, ["Shift+Pause"])
    bare_session.run("xset", "r", "off")
    bare_session.hold("Pause")
    bare_session.key("a", "b")
    bare_session.let_go("Pause")
    bare_session.key("Shift+Pause")
    assert listen(hotkeys, 9, 0.5) == [REPORT, FLAG]


def test_released_keys_are_free_for_others(bare_session: XSession, hotkeys: X11Hotkeys) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    hotkeys.release()
    assert hotkeys.binding(Slot.REPORT).active is None
    other = X11Hotkeys(bare_session.env["DISPLAY"])
    assert other.bind(Slot.REPORT, ["Pause"]).active == "Pause"
    other.close()


def switches(pid: int) -> int:
    """Count how often a process gave up or lost the processor: its wakeups."""
    told = Path(f"/proc/{pid}/status").read_text()
    return sum(map(int, re.findall(r"ctxt_switches:\s*(\d+)", told)))


def is_asleep(pid: int) -> bool:
    """Say whether a process waits for something to happen."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "S"
