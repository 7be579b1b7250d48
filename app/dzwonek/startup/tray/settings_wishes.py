"""What *Ustawienia* and the first start ask of the running program, and how they are answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.problem import Problem
    from dzwonek.startup.core import Core
    from dzwonek.startup.tray.windows import Windows
    from dzwonek.ui.hotkey_desk import HotkeyDesk
    from dzwonek.ui.settings_desk import SettingsDesk


class SettingsWishes(QObject):
    """Opens the two windows with what holds now, and fulfils what they ask for."""

    failed = Signal(object)  # Problem
    test_saved = Signal(object)  # Entry of the test report to oneself

    def __init__(
        self, core: Core, windows: Windows, hotkeys: HotkeyDesk, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._windows = windows
        self._hotkeys = hotkeys
        self._tasks = tasks
        for desk in (windows.settings_desk, windows.first_run_desk):
            desk.signed_in.connect(self._meet)
            desk.hotkeys_wanted.connect(hotkeys.bind)
            desk.autostart_wanted.connect(partial(self._set_autostart, desk))
            desk.test_report_wanted.connect(partial(self._send_test_report, desk))
        windows.settings_wanted.connect(self.open)

    def open(self) -> None:
        """Show *Ustawienia* with what holds now."""
        self._open(self._windows.settings_desk)

    def open_first_run(self) -> None:
        """Show the short window of the first start."""
        self._open(self._windows.first_run_desk)

    def _open(self, desk: SettingsDesk) -> None:
        core = self._core
        self._tasks.run(
            Lane.NET,  # a keyring may be slow, and typing is stored by the disk lane
            lambda: (core.key_note(), core.signed_in()),
            partial(self._show, desk),
            self.failed.emit,
        )

    def _show(self, desk: SettingsDesk, known: tuple[Problem | None, Identity | None]) -> None:
        core = self._core
        autostart = core.autostart()
        desk.open(
            core.settings,
            core.policy.locked,
            self._hotkeys.bindings(),
            autostart.is_on(),
            *known,
        )
        desk.window.tell_autostart_note(autostart.note())

    def _meet(self, identity: Identity) -> None:
        self._tasks.run(
            Lane.DISK,
            partial(self._core.reception.meet, identity),
            lambda _: None,
            self.failed.emit,
        )

    def _set_autostart(self, desk: SettingsDesk, wanted: bool) -> None:
        self._tasks.run(
            Lane.DISK,
            lambda: self._core.autostart().set_on(wanted),
            lambda _: desk.window.tell_autostart(wanted),
            desk.window.tell_autostart,
        )

    def _send_test_report(self, desk: SettingsDesk) -> None:
        def told(by_notice: Callable[[Any], None], answer: Entry | Problem) -> None:
            by_notice(answer)  # the window may be closed by then
            desk.tell_test(answer)

        self._tasks.run(
            Lane.DISK,
            self._core.submit_test,
            partial(told, self.test_saved.emit),
            partial(told, self.failed.emit),
        )
