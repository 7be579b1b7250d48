"""Starts the tray program: first the bell, then all the rest."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dzwonek.capture.memory import share_one_heap
from dzwonek.desktop.taskbar import taskbar_is_dark
from dzwonek.startup.tray.opening import Opening
from dzwonek.startup.tray.sources import leave_sources_unread
from dzwonek.ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.desktop.single_instance import Instance
    from dzwonek.domain.command import Command
    from dzwonek.domain.ports import SecretBox
    from dzwonek.startup.tray.program import TrayProgram

APP_ID = "pl.dzwonek.Dzwonek"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
DISABLED_BUS = "disabled:"  # libdbus: an address that is none, so that nothing is autolaunched


def run_tray(
    instance: Instance,
    wish: Command,
    *,
    keyring: SecretBox | None = None,
    admin: AdminPlaces | None = None,
    on_start: Callable[[TrayProgram], object] | None = None,
) -> int:
    """Run the tray program until it is asked to quit; gives the exit code.

    Raises ProblemError (NO_DISPLAY, DISK_…) when it cannot even begin.

    `keyring` stands in for the system's, `admin` for its places of policies; `on_start` is told the
    program once all is connected.
    """
    leave_sources_unread()
    share_one_heap()  # before Qt's threads begin
    with ExitStack() as stack:
        stack.callback(instance.close)  # the last to go: until then nobody else may begin
        _prepare_environment()
        app = _application()
        tray = Tray(app, taskbar_is_dark)

        def build() -> None:
            program = _program(app, tray, stack, keyring, admin)
            program.begin(instance, wish)
            if on_start is not None:
                on_start(program)

        return Opening(app, build).run()


def _program(
    app: QApplication,
    tray: Tray,
    stack: ExitStack,
    keyring: SecretBox | None,
    admin: AdminPlaces | None,
) -> TrayProgram:
    """Load and make all that stands behind the bell."""
    from dzwonek.startup.core import open_core
    from dzwonek.startup.tray.program import TrayProgram
    from dzwonek.ui.language import speak

    core = stack.enter_context(open_core(keyring=keyring, is_patient=True, admin=admin))
    app.setStyle("Fusion")  # the one style that the house's look is made for
    speak(app, core.settings.ui.language)
    return TrayProgram(app, core, stack, tray)


def _prepare_environment() -> None:
    """Keep Qt from waiting for a bus that is not there, and from loading a whole GTK.

    On Windows all windows to come get the program's own name.
    """
    if sys.platform == "win32":
        from dzwonek.desktop.identity_windows import take_identity

        take_identity()
        # Qt's plugins look for their DLLs where those of PySide6 stand, and nowhere by themselves.
        os.add_dll_directory(os.path.dirname(PySide6.__file__))
    if sys.platform != "linux":
        return
    if not any(os.environ.get(name) for name in DISPLAYS):
        from dzwonek.domain.problem import Code, trouble

        raise trouble(Code.NO_DISPLAY)  # Qt would end the process
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    has_bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or os.path.exists(f"{runtime}/bus")
    if not has_bus:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = DISABLED_BUS
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")


def _application() -> QApplication:
    import dzwonek.resources_rc  # noqa: F401 - registers icons and translations

    app = QApplication([APP_ID])
    app.setApplicationName("Dzwonek")
    app.setQuitOnLastWindowClosed(False)
    QGuiApplication.setDesktopFileName(APP_ID)
    return app
