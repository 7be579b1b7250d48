"""Global hotkeys on Windows: RegisterHotKey, never a hook, so that only our keys are ever seen.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey
"""

from __future__ import annotations

import ctypes
import logging
import sys
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dzwonek.desktop.hotkey_slots import HotkeySlots
from dzwonek.desktop.keys import parse
from dzwonek.desktop.virtual_keys import keys_of, modifier_bits, virtual_key
from dzwonek.domain.events import HotkeyPressed, Slot
from dzwonek.domain.problem import Code, trouble
from dzwonek.winapi import BOOL, DWORD, HWND, INT, UINT, Call, Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dzwonek.desktop.windows_messages import MessageThread

WM_HOTKEY, WM_TIMER = 0x312, 0x113
MOD_NOREPEAT = 0x4000
ERROR_HOTKEY_ALREADY_REGISTERED = 1409
CONSTANTS = {
    "WM_HOTKEY": WM_HOTKEY,
    "WM_TIMER": WM_TIMER,
    "MOD_NOREPEAT": MOD_NOREPEAT,
    "ERROR_HOTKEY_ALREADY_REGISTERED": ERROR_HOTKEY_ALREADY_REGISTERED,
}

SHORT = Type("SHORT", ctypes.c_int16)
UINT_PTR = Type("UINT_PTR", ctypes.c_uint64)
CALLS = (
    Call("user32.dll", "RegisterHotKey", BOOL, (HWND, INT, UINT, UINT)),
    Call("user32.dll", "UnregisterHotKey", BOOL, (HWND, INT)),
    Call("user32.dll", "GetAsyncKeyState", SHORT, (INT,)),
    Call("user32.dll", "GetKeyboardLayout", Type("HKL", ctypes.c_void_p), (DWORD,)),
    Call(
        "user32.dll",
        "VkKeyScanExW",
        SHORT,
        (Type("WCHAR", ctypes.c_wchar), Type("HKL", ctypes.c_void_p)),
    ),
    Call(
        "user32.dll",
        "SetTimer",
        UINT_PTR,
        (HWND, UINT_PTR, UINT, Type("TIMERPROC", ctypes.c_void_p)),
    ),
    Call("user32.dll", "KillTimer", BOOL, (HWND, UINT_PTR)),
)

LAST_NUMBER = 0xBFFF  # what RegisterHotKey takes of a program
LOOK_MS = 15  # two presses by hand lie further apart
MOST_LOOKS = 2000  # half a minute; then the key counts as stuck, and is looked at no more

log = logging.getLogger("dzwonek.desktop")


class Keys(Protocol):
    """Windows's calls about keys, for the message thread alone."""

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        """Call RegisterHotKey: 0, or the number of Windows's error."""
        ...

    def unregister(self, window: int, number: int) -> None:
        """Call UnregisterHotKey."""
        ...

    def is_down(self, key: int) -> bool:
        """Say whether a finger is on the key."""
        ...

    def key_writing(self, character: str) -> int:
        """Give the virtual key that writes a character on the layout in use, or 0."""
        ...

    def start_timer(self, window: int, number: int, milliseconds: int) -> None:
        """Send the window WM_TIMER again and again."""
        ...

    def stop_timer(self, window: int, number: int) -> None:
        """Send it no more."""
        ...


class Taken(NamedTuple):
    """A combination that is ours, as Windows knows it."""

    modifiers: int
    key: int


class WindowsHotkeys(HotkeySlots[Taken]):
    """Takes keys from Windows; presses come as events of the message thread (port Hotkeys)."""

    def __init__(self, messages: MessageThread, keys: Keys) -> None:
        super().__init__()
        self._messages = messages
        self._keys = keys
        self._held: dict[Taken, int] = {}  # under which number
        self._numbers = count(1)
        self._down: dict[int, int] = {}  # numbers of keys with a finger on them: looks left
        messages.listen(WM_HOTKEY, self._on_hotkey)
        messages.listen(WM_TIMER, self._on_timer)

    # -- taking keys

    def _settle(self, slots: Sequence[Slot]) -> None:
        """Bind slots anew: new keys first, and only then those go that nobody wants any more."""
        try:
            self._messages.ask(partial(self._settle_here, slots))
        except OSError as error:
            log.info("hotkeys could not be taken: %s", type(error).__name__)
            self._lose(slots)

    def _settle_here(self, slots: Iterable[Slot]) -> None:
        self._bind_anew(slots)
        for taken in self._held.keys() - set(self._wanted.values()):
            number = self._held.pop(taken)
            self._let_go(number)
            self._keys.unregister(self._messages.window, number)

    def _taken(self, slot: Slot, candidate: str) -> str:
        combination = parse(candidate)
        key = virtual_key(combination, self._keys.key_writing)
        if not key:
            raise trouble(Code.HOTKEY_NOT_ON_LAYOUT, key=str(combination))
        wanted = Taken(modifier_bits(combination), key)
        is_ours = wanted in self._others(slot)
        error = ERROR_HOTKEY_ALREADY_REGISTERED if is_ours else self._take(wanted)
        if error:
            is_taken = error == ERROR_HOTKEY_ALREADY_REGISTERED
            log.info("Windows refused a hotkey: error %d", error)
            code = Code.HOTKEY_TAKEN if is_taken else Code.HOTKEY_RESERVED
            raise trouble(code, key=str(combination))
        self._wanted[slot] = wanted
        return str(combination)

    def _take(self, wanted: Taken) -> int:
        """Register a combination unless it is ours; 0 or Windows's error."""
        if wanted in self._held:
            return 0
        number = self._free_number()
        modifiers = wanted.modifiers | MOD_NOREPEAT
        error = self._keys.register(self._messages.window, number, modifiers, wanted.key)
        if not error:
            self._held[wanted] = number
        return error

    def _free_number(self) -> int:
        """Give a number that no press which is still on its way can mean."""
        used = set(self._held.values())
        numbers = (number % (LAST_NUMBER + 1) for number in self._numbers)
        return next(number for number in numbers if number not in used)

    # -- presses

    def _on_hotkey(self, number: int, _: int) -> int:
        """Tell a press, but not what the keyboard repeats while a finger stays on the key.

        Windows is asked not to send repeats; where it does all the same (Wine), the key's own
        state is looked at until a finger is gone, so that the next press counts.
        """
        slot = self._slot_of(number)
        if slot is not None and number not in self._down:
            self._down[number] = MOST_LOOKS
            self._keys.start_timer(self._messages.window, number, LOOK_MS)
            self._messages.tell(HotkeyPressed(slot))
        return 0

    def _on_timer(self, number: int, _: int) -> int:
        left = self._down.get(number, 0) - 1
        taken = next((taken for taken, held in self._held.items() if held == number), None)
        if taken is not None and left > 0 and self._is_down(taken):
            self._down[number] = left
        else:
            self._let_go(number)
        return 0

    def _is_down(self, taken: Taken) -> bool:
        return all(self._keys.is_down(key) for key in (taken.key, *keys_of(taken.modifiers)))

    def _let_go(self, number: int) -> None:
        if self._down.pop(number, 0):
            self._keys.stop_timer(self._messages.window, number)

    def _slot_of(self, number: int) -> Slot | None:
        slots = (slot for slot, taken in self._wanted.items() if self._held.get(taken) == number)
        return next(slots, None)


if sys.platform == "win32":
    from dzwonek.winapi import load

    class User32Keys:
        """Windows's own calls (port Keys); making it raises OSError."""

        def __init__(self) -> None:
            self._call = load(CALLS)

        def register(self, window: int, number: int, modifiers: int, key: int) -> int:
            """Call RegisterHotKey: 0, or the number of Windows's error."""
            done = self._call["RegisterHotKey"](window, number, modifiers, key)
            return 0 if done else ctypes.get_last_error() or -1

        def unregister(self, window: int, number: int) -> None:
            """Call UnregisterHotKey."""
            self._call["UnregisterHotKey"](window, number)

        def is_down(self, key: int) -> bool:
            """Say whether a finger is on the key: the highest bit of what Windows answers."""
            return bool(self._call["GetAsyncKeyState"](key) < 0)

        def key_writing(self, character: str) -> int:
            """Give the virtual key that writes a character on the layout in use, or 0."""
            layout = self._call["GetKeyboardLayout"](0)
            found = int(self._call["VkKeyScanExW"](character, layout))
            return 0 if found == -1 else found & 0xFF

        def start_timer(self, window: int, number: int, milliseconds: int) -> None:
            """Send the window WM_TIMER again and again."""
            self._call["SetTimer"](window, number, milliseconds, None)

        def stop_timer(self, window: int, number: int) -> None:
            """Send it no more."""
            self._call["KillTimer"](window, number)
