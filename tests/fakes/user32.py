"""A Windows made by hand: a window with a queue, keys, a session, all as far as we use them.

The queue is the thread's own, as on Windows: what is sent waits until the window answered.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue

from dzwonek.desktop.hotkeys_windows import ERROR_HOTKEY_ALREADY_REGISTERED, WM_HOTKEY, WM_TIMER

MOD_NOREPEAT = 0x4000
HANDLE = 0x5A
DEADLINE = 5.0  # seconds; nothing in a test takes that long


class FakeUser32:
    """Fills the ports Window, Keys, SessionCalls and EndingCalls.

    With `repeats`, MOD_NOREPEAT is not honoured (as under Wine); `taken` holds the (modifiers,
    key) of other programs, `refused` those that Windows keeps, with its error.
    """

    def __init__(self, *, repeats: bool = False) -> None:
        self.repeats = repeats
        self.taken: set[tuple[int, int]] = set()
        self.refused: dict[tuple[int, int], int] = {}
        self.layout: dict[str, int] = {";": 0xBA, "/": 0xBF}
        self.registered: dict[int, tuple[int, int]] = {}
        self.log: list[tuple[str, object]] = []
        self.down: set[int] = set()
        self.timers: dict[int, int] = {}
        self.missing: tuple[str, ...] = ()
        self.open_fault: OSError | None = None
        self.restart_error = 0
        self.reasons: list[str] = []
        self.is_open = False
        self._answer: Callable[[int, int, int], int | None] = lambda *_: None
        self._queue: SimpleQueue[tuple[int, int, int, Future[int]] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    # -- port Window

    def open(self, answer: Callable[[int, int, int], int | None]) -> int:
        if self.open_fault is not None:
            raise self.open_fault
        self._answer = answer
        self._thread = threading.current_thread()
        self.is_open = True
        return HANDLE

    def turn(self) -> bool:
        sent = self._queue.get()
        if sent is None:
            return False
        message, wparam, lparam, answered = sent
        told = self._answer(message, wparam, lparam)
        answered.set_result(0 if told is None else told)
        return True

    def post(self, message: int) -> bool:
        if self.is_open:
            self._queue.put((message, 0, 0, Future()))
        return self.is_open

    def shut(self) -> None:
        self.is_open = False

    # -- port Keys

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        self._is_ours(window)
        assert modifiers & MOD_NOREPEAT
        wanted = (modifiers & ~MOD_NOREPEAT, key)
        if wanted in self.refused:
            return self.refused[wanted]
        if wanted in self.taken or wanted in self.registered.values():
            return ERROR_HOTKEY_ALREADY_REGISTERED
        assert number not in self.registered
        assert 0 <= number <= 0xBFFF
        self.registered[number] = wanted
        self.log.append(("register", wanted))
        return 0

    def unregister(self, window: int, number: int) -> None:
        self._is_ours(window)
        self.log.append(("unregister", self.registered.pop(number)))

    def is_down(self, key: int) -> bool:
        return key in self.down

    def key_writing(self, character: str) -> int:
        return self.layout.get(character, 0)

    def start_timer(self, window: int, number: int, milliseconds: int) -> None:
        self._is_ours(window)
        self.timers[number] = milliseconds

    def stop_timer(self, window: int, number: int) -> None:
        self._is_ours(window)
        del self.timers[number]

    # -- port SessionCalls

    def follow(self, window: int) -> tuple[str, ...]:
        self._is_ours(window)
        self.log.append(("follow", window))
        return self.missing

    def unfollow(self, window: int) -> None:
        self._is_ours(window)
        self.log.append(("unfollow", window))

    # -- port EndingCalls

    def block(self, window: int, reason: str) -> None:
        self._is_ours(window)
        self.reasons.append(reason)

    def unblock(self, window: int) -> None:
        self._is_ours(window)
        self.reasons.append("")

    def come_back(self, arguments: str) -> int:
        self.log.append(("come_back", arguments))
        return self.restart_error

    # -- what a test does

    def begin(self, message: int, wparam: int = 0, lparam: int = 0) -> Future[int]:
        """Send the window a message; the answer comes in time."""
        answered: Future[int] = Future()
        self._queue.put((message, wparam, lparam, answered))
        return answered

    def send(self, message: int, wparam: int = 0, lparam: int = 0) -> int:
        """Send the window a message and wait for its answer."""
        return self.begin(message, wparam, lparam).result(DEADLINE)

    def press(self, modifiers: int, key: int) -> None:
        """Put a finger on a key, or leave it there: the keyboard repeats."""
        is_repeat = key in self.down
        self.down |= {key, *(code for bit, code in MODIFIER_KEYS.items() if bit & modifiers)}
        for number, wanted in tuple(self.registered.items()):
            if wanted == (modifiers, key) and (self.repeats or not is_repeat):
                self.send(WM_HOTKEY, number, modifiers | key << 16)

    def lift(self) -> None:
        """Take all fingers away."""
        self.down.clear()

    def tick(self) -> None:
        """Let each timer come once."""
        for number in tuple(self.timers):
            self.send(WM_TIMER, number)

    def break_off(self) -> None:
        """End the queue, as when Windows takes the desktop away."""
        self._queue.put(None)

    def _is_ours(self, window: int) -> None:
        assert window == HANDLE
        assert threading.current_thread() is self._thread


MODIFIER_KEYS = {0x1: 0x12, 0x2: 0x11, 0x4: 0x10}
