"""What other programs do: they hold a key, send our windows messages, or take what is typed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Answer = TypeVar("Answer")
BROADCAST = 0xFFFF  # HWND_BROADCAST
TITLE = "Dzwonek"
NOTEPAD = "Untitled - Notepad"
FORM = "Zgłoś problem"
PATIENCE_SECONDS = 20.0

# Takes a key without modifiers, says so, and holds it until its input ends.
HOLDER = """
import ctypes, sys
taken = ctypes.WinDLL("user32").RegisterHotKey(None, 1, 0, int(sys.argv[1]))
print("taken" if taken else "refused", flush=True)
sys.stdin.read()
"""
# Sends a message to windows, waits for each answer, and prints the answers.
SENDER = """
import ctypes, sys
from ctypes import wintypes
message, wparam, lparam, *handles = map(int, sys.argv[1:])
send = ctypes.WinDLL("user32").SendMessageTimeoutW
send.argtypes = [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM,
                 wintypes.UINT, wintypes.UINT, ctypes.POINTER(ctypes.c_size_t)]
for handle in handles:
    answer = ctypes.c_size_t()
    done = send(handle, message, wparam, lparam, 0, 10_000, ctypes.byref(answer))
    print(answer.value if done else "no answer", flush=True)
"""


@contextmanager
def holding(key: int) -> Iterator[None]:
    """Let another program hold a key meanwhile."""
    command = (sys.executable, "-c", HOLDER, str(key))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "taken"
        yield


def sent(handles: tuple[int, ...], message: int, wparam: int = 0, lparam: int = 0) -> list[str]:
    """Let another program send a message to these windows; gives each answer in its words."""
    values = (message, wparam, lparam, *handles)
    command = (sys.executable, "-c", SENDER, *map(str, values))
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.split()


def meanwhile(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """Begin work on another thread; the function that this gives waits for its answer."""
    answers: list[Answer] = []
    worker = threading.Thread(target=lambda: answers.append(work()))
    worker.start()

    def answer() -> Answer:
        worker.join(PATIENCE_SECONDS)
        return answers[0]

    return answer


def windows_of(process: int, *, only_hidden: bool = False) -> tuple[int, ...]:
    """List the top-level windows of a process, or only the one that gets our messages."""
    if sys.platform != "win32":
        return ()
    import ctypes

    user32 = ctypes.WinDLL("user32")
    found: list[int] = []
    kind = ctypes.create_unicode_buffer(256)

    def note(handle: int, _: int) -> int:
        owner = ctypes.c_uint32()
        user32.GetWindowThreadProcessId(ctypes.c_void_p(handle), ctypes.byref(owner))
        user32.GetClassNameW(ctypes.c_void_p(handle), kind, 256)
        is_ours = kind.value.startswith(f"{TITLE}.")
        if owner.value == process and (is_ours or not only_hidden):
            found.append(handle)
        return 1

    collect = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    user32.EnumWindows(collect(note), None)
    return tuple(found)


def text_of(notepad: int) -> str:
    """Give what stands in a window of Notepad."""
    return text_of_window(edit_of(notepad))


def edit_of(notepad: int) -> int:
    """Give the window within Notepad's that holds its text."""
    if sys.platform != "win32":
        return 0
    import ctypes

    user32 = ctypes.WinDLL("user32")
    user32.FindWindowExW.restype = ctypes.c_void_p
    return int(user32.FindWindowExW(ctypes.c_void_p(notepad), None, "Edit", None) or 0)


def text_of_window(handle: int) -> str:
    """Give the text that a window of any program gives for its own."""
    if sys.platform != "win32":
        return ""
    import ctypes

    text = ctypes.create_unicode_buffer(1000)
    get_text = 0x000D  # WM_GETTEXT
    ctypes.WinDLL("user32").SendMessageW(ctypes.c_void_p(handle), get_text, 1000, text)
    return text.value


def is_typed_into(handle: int) -> bool:
    """Say whether the keys go to this window, which may be one within another."""
    if sys.platform != "win32":
        return False
    import ctypes

    # GUITHREADINFO: https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-guithreadinfo
    info = (ctypes.c_uint64 * 9)()
    ctypes.cast(info, ctypes.POINTER(ctypes.c_uint32))[0] = ctypes.sizeof(info)
    focus = 2  # behind size and flags, and the active window
    found = ctypes.WinDLL("user32").GetGUIThreadInfo(0, ctypes.byref(info))
    return bool(found) and info[focus] == handle
