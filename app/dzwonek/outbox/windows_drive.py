"""Asks Windows whether a path leads to another computer.

https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew
"""

from __future__ import annotations

import ctypes
import os
import sys

from dzwonek.winapi import BOOL, DWORD, LPCWSTR, LPWSTR, UINT, Call

DRIVE_REMOTE = 4
CONSTANTS = {"DRIVE_REMOTE": DRIVE_REMOTE}
CALLS = (
    Call("kernel32.dll", "GetVolumePathNameW", BOOL, (LPCWSTR, LPWSTR, DWORD)),
    Call("kernel32.dll", "GetDriveTypeW", UINT, (LPCWSTR,)),
)


if sys.platform == "win32":
    from dzwonek.winapi import load

    def is_remote(path: str) -> bool:
        """Say whether the root that an absolute path lies under is a drive of the network."""
        call = load(CALLS)
        root = ctypes.create_unicode_buffer(len(path) + 2)
        if not call["GetVolumePathNameW"](path, root, len(root)):
            root.value = f"{os.path.splitdrive(path)[0]}\\"
        return bool(call["GetDriveTypeW"](root.value) == DRIVE_REMOTE)
