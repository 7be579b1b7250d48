"""What capturing asks of Windows: physical pixels, own windows left out, what hides the screen.

All of it is data, readable on every system; `windows_system.py` makes the calls.
"""

from __future__ import annotations

import ctypes

from dzwonek import winapi
from dzwonek.winapi import BOOL, DWORD, HRESULT, HWND, INT, LPARAM, LPVOID, VOID, Call, Type

USER, WTS = "user32.dll", "wtsapi32.dll"

DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2 = -4
WDA_NONE = 0x00
WDA_EXCLUDEFROMCAPTURE = 0x11
SM_REMOTESESSION = 0x1000
UOI_NAME = 2
DESKTOP_READOBJECTS = 0x0001
WTSDisconnected = 4  # of WTS_CONNECTSTATE_CLASS
WTS_CURRENT_SESSION = 0xFFFFFFFF
CONSTANTS = {
    "DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2": DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2,
    "WDA_NONE": WDA_NONE,
    "WDA_EXCLUDEFROMCAPTURE": WDA_EXCLUDEFROMCAPTURE,
    "SM_REMOTESESSION": SM_REMOTESESSION,
    "UOI_NAME": UOI_NAME,
    "DESKTOP_READOBJECTS": DESKTOP_READOBJECTS,
    "WTSDisconnected": WTSDisconnected,
    "WTS_CURRENT_SESSION": WTS_CURRENT_SESSION,
}

# The headers of mingw-w64 10 end before these three:
# https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoex_level1_w
WTS_SESSION_INFO_EX = 25  # of WTS_INFO_CLASS
WTS_SESSIONSTATE_LOCK = 0


class SessionInfo(ctypes.Structure):
    """The head of WTSINFOEXW; its times make the inner structure begin at a multiple of eight."""

    _fields_ = (
        ("level", ctypes.c_uint32),
        ("gap", ctypes.c_uint32),
        ("session", ctypes.c_uint32),
        ("state", ctypes.c_int32),
        ("flags", ctypes.c_int32),
    )


# 64-bit Windows has one calling convention.
EACH_WINDOW = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_int64)
WNDENUMPROC = Type("WNDENUMPROC", EACH_WINDOW)
HDESK = Type("HDESK", ctypes.c_void_p)
DWORD_OUT = Type("DWORD *", ctypes.POINTER(ctypes.c_uint32))
CONTEXT = Type("DPI_AWARENESS_CONTEXT", ctypes.c_void_p)
INFO_CLASS = Type("WTS_INFO_CLASS", ctypes.c_int32)
BUFFER_OUT = Type("LPWSTR *", ctypes.POINTER(ctypes.c_void_p))

CLAIM = Call(USER, "SetProcessDpiAwarenessContext", BOOL, (CONTEXT,))  # Windows 10 1703
OWN_WINDOWS = (
    Call(USER, "EnumWindows", BOOL, (WNDENUMPROC, LPARAM)),
    Call(USER, "GetWindowThreadProcessId", DWORD, (HWND, DWORD_OUT)),
    Call(USER, "IsWindowVisible", BOOL, (HWND,)),
    Call(USER, "SetWindowDisplayAffinity", BOOL, (HWND, DWORD)),
    Call("dwmapi.dll", "DwmFlush", HRESULT),
)
SESSION = (
    Call(
        WTS,
        "WTSQuerySessionInformationW",
        BOOL,
        (winapi.HANDLE, DWORD, INFO_CLASS, BUFFER_OUT, DWORD_OUT),
    ),
    Call(WTS, "WTSFreeMemory", VOID, (LPVOID,)),
    Call(USER, "OpenInputDesktop", HDESK, (DWORD, BOOL, DWORD)),
    Call(USER, "CloseDesktop", BOOL, (HDESK,)),
    Call(USER, "GetThreadDesktop", HDESK, (DWORD,)),
    Call(
        USER,
        "GetUserObjectInformationW",
        BOOL,
        (winapi.HANDLE, INT, LPVOID, DWORD, DWORD_OUT),
    ),
    Call("kernel32.dll", "GetCurrentThreadId", DWORD),
    Call(USER, "GetSystemMetrics", INT, (INT,)),
    Call(USER, "GetForegroundWindow", HWND),
    Call(USER, "GetWindowDisplayAffinity", BOOL, (HWND, DWORD_OUT)),
)
CALLS = (CLAIM, *OWN_WINDOWS, *SESSION)
