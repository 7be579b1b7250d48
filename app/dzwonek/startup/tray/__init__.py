"""Starts the tray program: first the bell, then all the rest."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dzwonek.startup.core import Core, open_core
from dzwonek.startup.tray.program import TrayProgram
from dzwonek.ui.language import speak

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.desktop.single_instance import Instance
    from dzwonek.domain.events import Command
    from dzwonek.domain.ports import SecretBox

APP_ID = "pl.dzwonek.Dzwonek"
DISABLED_BUS = "disabled:"  # libdbus: an address that is none, so that nothing is autolaunched


def run_tray(
    instance: Instance,
    wish: Command,
    *,
    keyring: SecretBox | None = None,
    on_start: Callable[[TrayProgram], object] | None = None,
) -> int:
    """Run the tray program until it is asked to quit; gives the exit code.

    `keyring` stands in for the system's; `on_start` is told the program once all is connected.
    """
    _prepare_environment()
    with ExitStack() as stack:
        stack.callback(instance.close)  # the last to go: until then nobody else may begin
        core = stack.enter_context(open_core(keyring=keyring))
        app = _application(core)
        program = TrayProgram(app, core, stack)
        QTimer.singleShot(0, program, lambda: program.begin(instance, wish))
        if on_start is not None:
            QTimer.singleShot(0, program, lambda: on_start(program))
        return app.exec()


def _prepare_environment() -> None:
    """Keep Qt from waiting for a bus that is not there, and from loading a whole GTK."""
    if sys.platform != "linux":
        return
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    has_bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or os.path.exists(f"{runtime}/bus")
    if not has_bus:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = DISABLED_BUS
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")


def _application(core: Core) -> QApplication:
    import dzwonek.resources_rc  # noqa: F401 - registers icons and translations

    app = QApplication([APP_ID])
    app.setStyle("Fusion")  # the one style that the house's look is made for
    app.setApplicationName("Dzwonek")
    app.setQuitOnLastWindowClosed(False)
    QGuiApplication.setDesktopFileName(APP_ID)
    speak(app, core.settings.ui.language)
    return app
