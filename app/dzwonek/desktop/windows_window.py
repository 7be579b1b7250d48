"""The one window of ours that nobody sees: Windows tells it what happens to keys and session.

It is a top-level window, because message-only windows get no broadcasts.
https://learn.microsoft.com/windows/win32/winmsg/window-features#message-only-windows
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Protocol

from dzwonek.winapi import (
    ATOM,
    BOOL,
    DWORD,
    HINSTANCE,
    HWND,
    INT,
    LPARAM,
    LPCWSTR,
    LPVOID,
    LRESULT,
    UINT,
    WPARAM,
    Call,
    Layout,
    Type,
    pointer_to,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    # What a message is answered with: its number, wParam, lParam; None leaves it to Windows.
    Answer = Callable[[int, int, int], int | None]

WM_APP = 0x8000
WS_POPUP = 0x80000000
CONSTANTS = {"WM_APP": WM_APP, "WS_POPUP": WS_POPUP}

TITLE = "Dzwonek"


class WindowClass(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", ctypes.c_uint32),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int32),
        ("window_extra", ctypes.c_int32),
        ("instance", ctypes.c_void_p),
        ("icon", ctypes.c_void_p),
        ("cursor", ctypes.c_void_p),
        ("background", ctypes.c_void_p),
        ("menu_name", ctypes.c_wchar_p),
        ("class_name", ctypes.c_wchar_p),
    )


class Message(ctypes.Structure):
    """MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wparam", ctypes.c_uint64),
        ("lparam", ctypes.c_int64),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )


LAYOUTS = (
    Layout(
        WindowClass,
        "WNDCLASSW",
        {
            "style": "style",
            "procedure": "lpfnWndProc",
            "class_extra": "cbClsExtra",
            "window_extra": "cbWndExtra",
            "instance": "hInstance",
            "icon": "hIcon",
            "cursor": "hCursor",
            "background": "hbrBackground",
            "menu_name": "lpszMenuName",
            "class_name": "lpszClassName",
        },
    ),
    Layout(
        Message,
        "MSG",
        {
            "window": "hwnd",
            "message": "message",
            "wparam": "wParam",
            "lparam": "lParam",
            "time": "time",
            "x": "pt.x",
            "y": "pt.y",
        },
    ),
)

HMENU = Type("HMENU", ctypes.c_void_p)
HMODULE = Type("HMODULE", ctypes.c_void_p)
CALLS = (
    Call("kernel32.dll", "GetModuleHandleW", HMODULE, (LPCWSTR,)),
    Call("user32.dll", "RegisterClassW", ATOM, (pointer_to(WindowClass, "const WNDCLASSW *"),)),
    Call("user32.dll", "UnregisterClassW", BOOL, (LPCWSTR, HINSTANCE)),
    Call(
        "user32.dll",
        "CreateWindowExW",
        HWND,
        (DWORD, LPCWSTR, LPCWSTR, DWORD, INT, INT, INT, INT, HWND, HMENU, HINSTANCE, LPVOID),
    ),
    Call("user32.dll", "DestroyWindow", BOOL, (HWND,)),
    Call("user32.dll", "DefWindowProcW", LRESULT, (HWND, UINT, WPARAM, LPARAM)),
    Call("user32.dll", "GetMessageW", BOOL, (pointer_to(Message, "LPMSG"), HWND, UINT, UINT)),
    Call("user32.dll", "DispatchMessageW", LRESULT, (pointer_to(Message, "const MSG *"),)),
    Call("user32.dll", "PostMessageW", BOOL, (HWND, UINT, WPARAM, LPARAM)),
)


class Window(Protocol):
    """A window and the queue of its thread; all but `post` belong to the thread that opened it."""

    def open(self, answer: Answer) -> int:
        """Make the window on this thread and give its handle; raises OSError."""
        ...

    def turn(self) -> bool:
        """Sleep until a message comes, and let it be answered; False when none can come."""
        ...

    def post(self, message: int) -> bool:
        """Put a message into the queue, from any thread; False when the window is gone."""
        ...

    def shut(self) -> None:
        """Take the window away."""
        ...


if sys.platform == "win32":
    from dzwonek.winapi import load

    Procedure = ctypes.WINFUNCTYPE(
        LRESULT.carrier, HWND.carrier, UINT.carrier, WPARAM.carrier, LPARAM.carrier
    )

    class HiddenWindow:
        """A window of Windows's own (port Window); making it raises OSError."""

        def __init__(self) -> None:
            self._call = load(CALLS)
            self._handle = 0
            self._class_name = ""
            self._procedure: object = None  # lives as long as Windows may call it

        def open(self, answer: Answer) -> int:
            """Make the window on this thread and give its handle; raises OSError."""
            from threading import get_native_id

            default = self._call["DefWindowProcW"]

            def procedure(window: int, message: int, wparam: int, lparam: int) -> int:
                told = answer(message, wparam, lparam)
                return int(default(window, message, wparam, lparam)) if told is None else told

            self._procedure = called = Procedure(procedure)
            self._class_name = f"{TITLE}.{get_native_id()}"
            instance = self._call["GetModuleHandleW"](None)
            kind = WindowClass(
                procedure=ctypes.cast(called, ctypes.c_void_p),
                instance=instance,
                class_name=self._class_name,
            )
            if not self._call["RegisterClassW"](ctypes.byref(kind)):
                raise ctypes.WinError(ctypes.get_last_error())
            place = (0, 0, 0, 0)
            handle = self._call["CreateWindowExW"](
                0, self._class_name, TITLE, WS_POPUP, *place, None, None, instance, None
            )
            if not handle:
                raise ctypes.WinError(ctypes.get_last_error())
            self._handle = handle
            return self._handle

        def turn(self) -> bool:
            """Sleep until a message comes, and let it be answered; False when none can come."""
            message = Message()
            if self._call["GetMessageW"](ctypes.byref(message), None, 0, 0) <= 0:
                return False
            self._call["DispatchMessageW"](ctypes.byref(message))
            return True

        def post(self, message: int) -> bool:
            """Put a message into the queue, from any thread; False when the window is gone."""
            return bool(self._handle and self._call["PostMessageW"](self._handle, message, 0, 0))

        def shut(self) -> None:
            """Take the window away."""
            handle, self._handle = self._handle, 0
            self._call["DestroyWindow"](handle)
            self._call["UnregisterClassW"](self._class_name, self._call["GetModuleHandleW"](None))
