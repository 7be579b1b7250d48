"""Tells whether the taskbar is dark, where that is a choice of its own beside the windows'."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.windows_messages import MessageThread

WM_SETTINGCHANGE = 0x1A
CONSTANTS = {"WM_SETTINGCHANGE": WM_SETTINGCHANGE}
CALLS = ()
PERSONALIZE = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
LIGHT = "SystemUsesLightTheme"  # DWORD; windows have one of their own, AppsUseLightTheme
COLOURS = "ImmersiveColorSet"  # what a change of either is announced as


class TaskbarMessages:
    """Turns Windows's word of other colours into an event."""

    def __init__(
        self, messages: MessageThread, text_at: Callable[[int], str] = ctypes.wstring_at
    ) -> None:
        self._messages = messages
        self._text_at = text_at
        messages.listen(WM_SETTINGCHANGE, self._on_change)

    def _on_change(self, _: int, area: int) -> int:
        if area and self._text_at(area) == COLOURS:
            from dzwonek.domain.events import (
                TaskbarChanged,  # the bell is shown before it is needed
            )

            self._messages.tell(TaskbarChanged(), is_once=True)
        return 0


if sys.platform == "win32":
    import winreg

    def taskbar_is_dark() -> bool | None:
        """Ask Windows; where it says nothing (before 1903) the taskbar is dark."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, PERSONALIZE) as key:
                value, _ = winreg.QueryValueEx(key, LIGHT)
        except OSError:
            return True
        return not value

else:

    def taskbar_is_dark() -> bool | None:
        """Give None: the palette tells."""
        return None
