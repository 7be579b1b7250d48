"""Hotkeys on a Windows made by hand: what is taken, given back, refused, and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from dzwonek.desktop.hotkeys_windows import MOST_LOOKS, WM_HOTKEY, WindowsHotkeys
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import Event, HotkeyPressed, Slot
from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Code, Problem
from tests.fakes.user32 import FakeUser32

PAUSE = (0, 0x13)
CTRL_SHIFT_F9 = (0x2 | 0x4, 0x78)
CTRL_SHIFT_F8 = (0x2 | 0x4, 0x77)
REPORT, FLAG = HotkeyPressed(Slot.REPORT), HotkeyPressed(Slot.FLAG)
CANDIDATES = ("Pause", "Ctrl+Shift+F9")


@dataclass(frozen=True, slots=True)
class Rig:
    """Hotkeys with all that stands behind them."""

    windows: FakeUser32
    messages: MessageThread
    hotkeys: WindowsHotkeys

    def heard(self) -> list[Event]:
        return list(self.messages.pump())


@pytest.fixture(params=[False, True], ids=["windows", "with repeats"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    windows = FakeUser32(repeats=request.param)
    messages = MessageThread(windows)
    yield Rig(windows, messages, WindowsHotkeys(messages, windows))
    messages.close()


def refused(code: Code, key: str) -> Problem:
    return Problem(code, {"key": key})


def test_the_first_free_candidate_is_taken_and_no_other(rig: Rig) -> None:
    assert rig.hotkeys.bind(Slot.REPORT, CANDIDATES) == Binding(Slot.REPORT, "Pause")
    assert list(rig.windows.registered.values()) == [PAUSE]


def test_a_key_of_another_program_is_refused_by_name_and_the_next_one_taken(rig: Rig) -> None:
    rig.windows.taken.add(PAUSE)
    binding = rig.hotkeys.bind(Slot.REPORT, CANDIDATES)
    assert binding.active == "Ctrl+Shift+F9"
    assert binding.refused == (refused(Code.HOTKEY_TAKEN, "Pause"),)


def test_a_key_that_windows_keeps_for_itself_is_called_reserved(rig: Rig) -> None:
    rig.windows.refused[PAUSE] = 5
    binding = rig.hotkeys.bind(Slot.REPORT, CANDIDATES)
    assert binding.refused == (refused(Code.HOTKEY_RESERVED, "Pause"),)


def test_the_first_choice_comes_back_when_the_other_program_is_gone(rig: Rig) -> None:
    rig.windows.taken.add(PAUSE)
    rig.hotkeys.bind(Slot.REPORT, CANDIDATES)
    assert not rig.hotkeys.retry_first()
    rig.windows.taken.clear()
    assert rig.hotkeys.retry_first()
    assert rig.hotkeys.binding(Slot.REPORT) == Binding(Slot.REPORT, "Pause")
    assert list(rig.windows.registered.values()) == [PAUSE]
    assert not rig.hotkeys.retry_first()


def test_the_new_key_is_taken_before_the_old_one_is_given_back(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    assert rig.windows.log == [
        ("register", PAUSE),
        ("register", CTRL_SHIFT_F9),
        ("unregister", PAUSE),
    ]


def test_binding_the_same_key_anew_never_lets_go_of_it(rig: Rig) -> None:
    for _ in range(3):
        rig.hotkeys.bind(Slot.REPORT, CANDIDATES)
    assert rig.windows.log == [("register", PAUSE)]


def test_keys_can_be_handed_from_one_slot_to_the_other(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    assert rig.hotkeys.bind(Slot.FLAG, ["Pause"]).refused == (refused(Code.HOTKEY_TAKEN, "Pause"),)
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    assert rig.hotkeys.retry_first()
    rig.windows.press(*PAUSE)
    assert rig.heard() == [FLAG]


def test_each_press_is_told_once_with_its_slot(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    rig.hotkeys.bind(Slot.FLAG, ["Ctrl+Shift+F8"])
    for combination in (PAUSE, CTRL_SHIFT_F8):
        rig.windows.press(*combination)
        rig.windows.lift()
        rig.windows.tick()
    assert rig.heard() == [REPORT, FLAG]


def test_a_key_that_is_held_is_one_press(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    for _ in range(30):
        rig.windows.press(*PAUSE)
        rig.windows.tick()
    assert rig.heard() == [REPORT]


def test_a_second_press_counts_as_soon_as_the_finger_was_gone(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    for _ in range(3):
        rig.windows.press(*PAUSE)
        rig.windows.tick()
        rig.windows.lift()
        rig.windows.tick()
    assert rig.heard() == [REPORT] * 3


def test_letting_go_of_a_modifier_ends_the_press(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    rig.windows.press(*CTRL_SHIFT_F9)
    assert rig.windows.timers != {}
    rig.windows.down = {0x78, 0x10}
    rig.windows.tick()
    assert rig.windows.timers == {}


def test_nothing_ticks_once_no_finger_is_on_a_key(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    assert rig.windows.timers == {}
    rig.windows.press(*PAUSE)
    rig.windows.tick()
    assert list(rig.windows.timers.values()) == [15]
    rig.windows.lift()
    rig.windows.tick()
    assert rig.windows.timers == {}


def test_a_key_that_never_comes_up_is_not_looked_at_for_ever(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    rig.windows.press(*PAUSE)
    for _ in range(MOST_LOOKS):
        rig.windows.tick()
    assert rig.windows.timers == {}
    rig.windows.lift()
    rig.windows.press(*PAUSE)
    assert rig.heard() == [REPORT, REPORT]


def test_a_press_of_a_key_that_was_given_back_meanwhile_is_nobodys(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    (number,) = rig.windows.registered
    rig.windows.press(*PAUSE)
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F9"])
    assert rig.heard() == [REPORT]
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Shift+F8"])
    rig.windows.send(WM_HOTKEY, number)
    assert rig.heard() == []
    assert rig.windows.timers == {}


def test_release_gives_all_keys_back(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Pause"])
    rig.hotkeys.bind(Slot.FLAG, ["Ctrl+Shift+F8"])
    rig.hotkeys.release()
    assert rig.windows.registered == {}
    assert rig.hotkeys.binding(Slot.REPORT) == Binding(Slot.REPORT, None)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        *((key, Code.HOTKEY_RESERVED) for key in ("Win+F9", "F12", "Ctrl+F12", "PrintScreen")),
        *((key, Code.HOTKEY_RESERVED) for key in ("Ctrl+Alt+Z", "Ctrl+Alt+Plus", "A", "Shift+7")),
        *((key, Code.HOTKEY_REMOTE_DESKTOP) for key in ("Ctrl+Alt+Home", "Ctrl+Alt+End")),
        *((key, Code.HOTKEY_REMOTE_DESKTOP) for key in ("Ctrl+Alt+Pause", "Alt+PageUp")),
        ("Pauza", Code.HOTKEY_INVALID),
    ],
)
def test_a_combination_that_must_not_be_taken_never_reaches_windows(
    rig: Rig, key: str, code: Code
) -> None:
    assert rig.hotkeys.bind(Slot.REPORT, [key]).refused == (refused(code, key),)
    assert rig.windows.log == []


def test_a_character_that_the_layout_lacks_is_refused_in_words(rig: Rig) -> None:
    rig.windows.layout.clear()
    binding = rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Slash"])
    assert binding.refused == (refused(Code.HOTKEY_NOT_ON_LAYOUT, "Ctrl+Slash"),)


def test_ctrl_pause_is_taken_as_the_key_that_the_keyboard_makes_of_it(rig: Rig) -> None:
    rig.hotkeys.bind(Slot.REPORT, ["Ctrl+Pause"])
    assert list(rig.windows.registered.values()) == [(0x2, 0x03)]
    binding = rig.hotkeys.bind(Slot.FLAG, ["Ctrl+ScrollLock"])
    assert binding.refused == (refused(Code.HOTKEY_TAKEN, "Ctrl+ScrollLock"),)


def test_without_the_message_thread_the_binding_says_that_no_key_can_be_had(rig: Rig) -> None:
    rig.messages.close()
    binding = rig.hotkeys.bind(Slot.REPORT, CANDIDATES)
    assert binding.refused == (refused(Code.HOTKEY_UNAVAILABLE, "Pause, Ctrl+Shift+F9"),)
    rig.hotkeys.release()
