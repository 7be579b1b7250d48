"""Hotkeys of Windows itself, pressed on a keyboard while another program is in front."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from dzwonek.domain.events import HotkeyPressed, Slot
from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Code, Problem
from tests.session.listening import listen
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import FORM, NOTEPAD, holding, text_of
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

from dzwonek.desktop.hotkeys import DesktopHotkeys, hotkeys_for  # noqa: E402
from dzwonek.desktop.messages import key_messages  # noqa: E402
from dzwonek.desktop.windows_messages import MessageThread  # noqa: E402

VK_PAUSE = 0x13
CANDIDATES = ("Pause", "Ctrl+Shift+F9")
REPORT, FLAG = HotkeyPressed(Slot.REPORT), HotkeyPressed(Slot.FLAG)
QUIET = 0.5  # seconds in which nothing more may come
HOLD = 1.5


@pytest.fixture
def messages() -> Iterator[MessageThread]:
    messages = key_messages()
    assert messages is not None
    yield messages
    messages.close()


@pytest.fixture
def hotkeys(messages: MessageThread) -> DesktopHotkeys:
    return hotkeys_for({}, "win32", messages)


@pytest.fixture
def notepad(look: Look, programs: Programs) -> int:
    """Put Notepad in front."""
    programs.start("notepad")
    return look.wait_in_front(NOTEPAD).handle


def test_a_key_pressed_in_another_program_is_told_once_and_writes_nothing_there(
    messages: MessageThread, hotkeys: DesktopHotkeys, notepad: int, hand: Hand
) -> None:
    assert hotkeys.bind(Slot.REPORT, CANDIDATES) == Binding(Slot.REPORT, "Pause")
    assert hotkeys.bind(Slot.FLAG, ["Ctrl+Shift+Y"]) == Binding(Slot.FLAG, "Ctrl+Shift+Y")
    hand.press("Pause")
    assert listen(messages, 2, QUIET) == [REPORT]
    hand.press("Ctrl+Shift+Y")
    assert listen(messages, 2, QUIET) == [FLAG]
    assert text_of(notepad) == ""


def test_a_key_that_another_program_holds_is_told_and_comes_back_when_that_ends(
    messages: MessageThread, hotkeys: DesktopHotkeys, notepad: int, hand: Hand
) -> None:
    with holding(VK_PAUSE):
        binding = hotkeys.bind(Slot.REPORT, CANDIDATES)
        assert binding.active == "Ctrl+Shift+F9"
        assert binding.refused == (Problem(Code.HOTKEY_TAKEN, {"key": "Pause"}),)
        assert not hotkeys.retry_first()
        hand.press("Ctrl+Shift+F9")
        assert listen(messages, 2, QUIET) == [REPORT]
    assert hotkeys.retry_first()
    assert hotkeys.binding(Slot.REPORT) == Binding(Slot.REPORT, "Pause")
    hand.press("Pause")
    assert listen(messages, 2, QUIET) == [REPORT]
    hand.press("Ctrl+Shift+F9")
    assert listen(messages, 1, QUIET) == []


def test_what_was_released_another_program_can_take(
    hotkeys: DesktopHotkeys, messages: MessageThread
) -> None:
    hotkeys.bind(Slot.REPORT, ["Pause"])
    hotkeys.release()
    with holding(VK_PAUSE):
        assert hotkeys.binding(Slot.REPORT) == Binding(Slot.REPORT, None)


@pytest.mark.parametrize("key", ["Pause", "Ctrl+Shift+F9"])
def test_a_key_that_is_held_is_one_press_and_the_next_press_counts(
    messages: MessageThread, hotkeys: DesktopHotkeys, notepad: int, hand: Hand, key: str
) -> None:
    hotkeys.bind(Slot.REPORT, [key])
    hand.hold(key, HOLD)
    assert listen(messages, 2, QUIET) == [REPORT]
    for _ in range(2):
        hand.press(key)
        assert listen(messages, 2, QUIET) == [REPORT]


def test_ctrl_pause_is_heard_although_the_keyboard_makes_another_key_of_it(
    messages: MessageThread, hotkeys: DesktopHotkeys, notepad: int, hand: Hand
) -> None:
    assert hotkeys.bind(Slot.REPORT, ["Ctrl+Pause"]).active == "Ctrl+Pause"
    hand.press("Ctrl+Pause")
    assert listen(messages, 2, QUIET) == [REPORT]


def test_keys_that_write_other_characters_elsewhere_are_found_on_the_layout(
    messages: MessageThread, hotkeys: DesktopHotkeys, notepad: int, hand: Hand
) -> None:
    keys = ("Ctrl+Semicolon", "Ctrl+Slash")
    assert [hotkeys.bind(slot, [key]).active for slot, key in zip(Slot, keys, strict=True)] == [
        *keys
    ]


@pytest.mark.usefixtures("polish")
def test_the_form_that_a_key_opens_takes_the_keyboard_from_the_program_in_front(
    notepad: int, hand: Hand, look: Look, programs: Programs
) -> None:
    programs.start(sys.executable, "-X", "utf8", "-m", "dzwonek", "--hidden")

    def form_in_front() -> bool:
        hand.press("Pause")
        return look.in_front().title == FORM

    until(form_in_front, "the form in front", 60)
    hand.type("Zażółć")
    assert text_of(notepad) == ""
    look.wait_in_front(FORM)
