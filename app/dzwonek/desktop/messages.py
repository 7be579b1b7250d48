"""Gives the thread to which Windows tells of keys, session, power and the end of the session."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.windows_messages import MessageThread

log = logging.getLogger("dzwonek.desktop")


def key_messages() -> MessageThread | None:
    """Give a thread for hotkeys alone, or None where no such thread is; never raises."""
    if sys.platform == "win32":
        from dzwonek.desktop.windows_messages import MessageThread
        from dzwonek.desktop.windows_window import HiddenWindow

        try:
            return MessageThread(HiddenWindow())
        except OSError as error:
            log.info("Windows tells us nothing: %s", type(error).__name__)
    return None


def program_messages(reason: Callable[[], str], arguments: str) -> MessageThread | None:
    """Give the thread of the running program, or None where no such thread is; never raises.

    `reason` says in the operator's language why the session's end has to wait; an upgrade starts
    the program again with `arguments` (empty: it does not). Linux and macOS have sources of their
    own for all that.
    """
    messages = key_messages()
    if messages is not None and sys.platform == "win32":
        from dzwonek.desktop.ending_windows import EndingMessages, WindowsEnding
        from dzwonek.desktop.session_windows import SessionMessages, WindowsSession
        from dzwonek.desktop.taskbar import TaskbarMessages

        try:
            ending = EndingMessages(messages, WindowsEnding(), reason)
            if arguments:
                ending.come_back(arguments)
            SessionMessages(messages, WindowsSession())
            TaskbarMessages(messages)
        except OSError as error:
            log.info("Windows tells only of keys: %s", type(error).__name__)
    return messages
