"""By what name Windows knows the program: its taskbar buttons, notices and pinned shortcuts.

The installer gives the same name to the shortcut in the Start menu; without one that bears it
Windows shows no notices of ours in its centre.
https://learn.microsoft.com/windows/win32/shell/appids
"""

from __future__ import annotations

import ctypes
import logging
import sys

from dzwonek.winapi import HRESULT, Call, Type

APP_USER_MODEL_ID = "Dzwonek.Dzwonek"  # also System.AppUserModel.ID of the shortcut
PCWSTR = Type("PCWSTR", ctypes.c_wchar_p)

CALLS: tuple[Call, ...] = (
    Call("shell32.dll", "SetCurrentProcessExplicitAppUserModelID", HRESULT, (PCWSTR,)),
)

log = logging.getLogger("dzwonek.desktop")


if sys.platform == "win32":
    from dzwonek.winapi import load

    def take_identity() -> bool:
        """Take the name, before any window of ours; say whether Windows took it.

        A failure is logged and changes little.
        """
        try:
            refused = load(CALLS)["SetCurrentProcessExplicitAppUserModelID"](APP_USER_MODEL_ID)
        except OSError as error:
            log.info("Windows knows no application ids: %s", error)
            return False
        if refused:
            log.info("Windows did not take the application's id: %#x", refused & 0xFFFFFFFF)
        return not refused
