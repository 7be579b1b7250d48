"""The running program: its parts, connected; each is stopped in the reverse order of its start."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon

from dzwonek.capture.memory import give_back_memory, keep_large_blocks_apart
from dzwonek.crash import CrashGuard
from dzwonek.domain.command import Command
from dzwonek.domain.picture import Capture
from dzwonek.startup.command import restart_arguments
from dzwonek.startup.tray.windows import Windows
from dzwonek.ui import garbage
from dzwonek.ui.bridge import Bridge
from dzwonek.ui.end_signals import EndSignals
from dzwonek.ui.rest import Rest
from dzwonek.ui.stamp import PictureStamp
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.tray import TrayMenu, icon_files

if TYPE_CHECKING:
    from contextlib import ExitStack

    from PySide6.QtWidgets import QApplication

    from dzwonek.config.settings import Settings
    from dzwonek.desktop.hotkeys import DesktopHotkeys
    from dzwonek.desktop.notify import DesktopNotices
    from dzwonek.desktop.single_instance import Instance
    from dzwonek.desktop.tray_host import TrayHosts
    from dzwonek.desktop.windows_messages import MessageThread
    from dzwonek.domain.ports import EventSource
    from dzwonek.domain.problem import Problem
    from dzwonek.startup.core import Core
    from dzwonek.ui.switchboard import Lines
    from dzwonek.ui.tray import Tray

TRAY_PATIENCE_MS = 4000  # a panel that starts with the session may come after us
STORES_AGAIN_MS = 15_000  # a full disk may have room again; only while the stores are shut
STOP_SECONDS = 5.0
STORING_SECONDS = 15.0  # what is being stored, on a slow disk or a busy computer


class TrayProgram(QObject):
    """Holds the parts of the running program together."""

    def __init__(self, app: QApplication, core: Core, stack: ExitStack, tray: Tray) -> None:
        """Take over the bell that stands in the tray; the windows are not built yet."""
        super().__init__(app)
        self._app = app
        self.core = core
        core.stamp = PictureStamp()
        self._stack = stack
        self._menu = TrayMenu(core.profile.contact.emergency)
        self._tray = tray
        tray.offer(self._menu)
        stack.callback(self._tray.close)
        self._guard = CrashGuard(self)
        self._guard.install()
        stack.callback(self._guard.remove)
        self._tasks = Tasks(self)
        self._tasks.crashed.connect(self._guard.report)
        stack.callback(self._tasks.stop, STOP_SECONDS, STORING_SECONDS)
        stack.callback(core.leave_mail_program)
        self._bridge = Bridge(self)
        self._tray_hosts: TrayHosts | None = None
        self._messages: MessageThread | None = None
        self._has_stores = False
        self._told_of_stores: Problem | None = None
        self.windows = Windows(core, self._tasks, stack, self)

    def begin(self, instance: Instance, wish: Command) -> None:
        """Build and connect the rest, now that the icon stands."""
        self._app.setWindowIcon(QIcon(":/icons/dzwonek.svg"))
        self._connect()
        self._watch(instance)
        self._watch_system()
        self._end_signals = EndSignals(self)
        self._end_signals.arrived.connect(self.quit)
        self._stack.callback(self._end_signals.close)
        self.hotkeys.load(self.core.settings.hotkeys)
        self._stack.callback(self.hotkeys.close)
        self._begin_stores()
        QTimer.singleShot(0, self, self._warm_up)
        QTimer.singleShot(TRAY_PATIENCE_MS, self, self._look_for_tray)
        if wish in (Command.REPORT, Command.FLAG):
            self._board.obey(wish)
        elif wish is Command.SHOW and not self.core.loaded.is_there:
            self._wishes.open_first_run()

    def _connect(self) -> None:
        from dzwonek.startup.tray.settings_wishes import SettingsWishes
        from dzwonek.ui.hotkey_desk import HotkeyDesk
        from dzwonek.ui.notices import Notices
        from dzwonek.ui.switchboard import Switchboard

        self._notices = Notices(self._notifier(), self._tray.balloon, self)
        self.hotkeys = HotkeyDesk(self._made_hotkeys, self._bridge, self._tasks, self)
        self._wishes = SettingsWishes(self.core, self.windows, self.hotkeys, self._tasks, self)
        emergency = self.core.profile.contact.emergency
        self._board = Switchboard(
            self._lines(),
            self.core.reception,
            self._tasks,
            self.core.clock,
            emergency,
            ZoneInfo(self.core.zone),
            self,
        )
        self._board.quit_wanted.connect(self.quit)
        self._board.resumed.connect(self.windows.look_again)
        self._board.reloaded.connect(lambda _: self._on_settings(self.core.settings))
        self._bridge.arrived.connect(self._board.on_event)
        for desk in (self.windows.settings_desk, self.windows.first_run_desk):
            desk.saved.connect(self._on_settings)
            self._board.outbox_changed.connect(desk.follow)
        self._wishes.failed.connect(self._board.tell_problem)
        self._wishes.test_saved.connect(self._board.tell_saved)
        self.windows.copy_wanted.connect(self._copy)
        for moved in (self._app.screenAdded, self._app.screenRemoved):
            moved.connect(self._on_screens)
        self._board.show_problems(self.core.problems)

    def _lines(self) -> Lines:
        from dzwonek.ui.switchboard import Lines

        windows = self.windows
        return Lines(
            desk=windows.desk,
            list_desk=windows.list_desk,
            settings_desks=(windows.settings_desk, windows.first_run_desk),
            open_settings=self._wishes.open,
            help_window=lambda: windows.help,
            bell_window=lambda: windows.bell(self._menu),
            notices=self._notices,
            tray=self._tray,
            menu=self._menu,
            hotkeys=self.hotkeys,
            reload=self.core.reload,
            nudge=self.core.look_again,
            spread=self.core.spread,
            matters=windows.matter_desk,
        )

    def _notifier(self) -> DesktopNotices:
        from dzwonek.desktop.bus import open_session_bus, open_system_bus
        from dzwonek.desktop.notify import notifier_for
        from dzwonek.desktop.session import watch_sleep
        from dzwonek.desktop.tray_host import TrayHosts

        bus = open_session_bus(self.core.environment)
        notifier = notifier_for(bus, self.core.clock)
        if bus is not None:
            self._stack.callback(bus.close)
            self._tray_hosts = TrayHosts(bus)
            self._watch(bus)
        system = open_system_bus(self.core.environment)
        if system is not None:
            self._stack.callback(system.close)
            watch_sleep(system)
            self._watch(system)
        return notifier

    def _watch_system(self) -> None:
        """Hear of the network's return; on Windows also of keys, power and the session's end."""
        from dzwonek.desktop.messages import program_messages
        from dzwonek.desktop.network import network_source

        self._messages = program_messages(_why_the_session_waits, restart_arguments())
        if self._messages is None:
            self._app.commitDataRequest.connect(lambda _: self._board.flush())
        for source in (network_source(self.core.clock), self._messages):
            if source is not None:
                self._stack.callback(source.close)
                self._watch(source)

    def _watch(self, source: EventSource) -> None:
        """Watch a source until the program ends; one that has nothing to watch is left alone."""
        if source.fileno() >= 0:
            self._bridge.watch(source)
            self._stack.callback(self._bridge.forget, source)

    def _made_hotkeys(self) -> DesktopHotkeys:
        from dzwonek.desktop.hotkeys import hotkeys_for

        return hotkeys_for(self.core.environment, sys.platform, self._messages)

    # -- after the start

    def _warm_up(self) -> None:
        """Build the form and rehearse a capture, so that the first press is as quick as others."""
        keep_large_blocks_apart()
        self._tasks.run(Lane.NET, self.windows.screens.warm)
        self.core.reception.begin(Capture(self.core.clock.now()))  # loads what a draft is made of
        self.windows.form.warm()
        garbage.take_over()
        self._stack.callback(garbage.give_back)
        self.windows.desk.closed.connect(self._tidy_up)
        self._rest = Rest(self)
        self._rest.begun.connect(self._on_rest)
        self._app.lastWindowClosed.connect(self._rest.expect)
        self._rest.expect()

    def _tidy_up(self) -> None:
        """After a report: no picture stays in memory, and what they took goes back."""
        self._tasks.run(Lane.NET, self._give_back)
        self._rest.expect()

    def _on_rest(self) -> None:
        """Some time after the start or a report, when that has been delivered as a rule."""
        garbage.collect()
        self._tasks.run(Lane.NET, give_back_memory)

    def _give_back(self) -> None:
        self.windows.screens.warm()
        give_back_memory()

    def _begin_stores(self) -> None:
        self._tasks.run(Lane.DISK, self._open_stores, self._on_stores, self._on_no_stores)

    def _open_stores(self) -> None:
        """On the disk lane: open, set right what a crash left, and let the courier begin.

        Whatever was done by an earlier try is not done again.
        """
        if self._has_stores:
            return
        self.core.places.prepare()
        self.core.reception.recall()
        outbox = self.core.outbox
        self.core.reception.tidy()
        self.core.mail_program.tidy()
        self.core.courier.start()
        outbox.listen(self._board.outbox_changed.emit)
        self._has_stores = True
        self.core.install_entry(icon_files())
        self.core.see_to_autostart()

    def _on_stores(self, _: None) -> None:
        self._told_of_stores = None
        self._board.show_problems(self.core.problems)
        self._board.stores_opened(self.core.outbox.problems)

    def _on_no_stores(self, problem: Problem) -> None:
        """Say once why nothing can be sent, and try again until it can."""
        self._board.show_problems((*self.core.problems, problem))
        if self._told_of_stores != problem:
            self._board.tell_problem(problem)
        self._told_of_stores = problem
        QTimer.singleShot(STORES_AGAIN_MS, self, self._begin_stores)

    def _look_for_tray(self) -> None:
        """Offer a window where no tray came; an icon between two kinds of trays is made anew."""
        if self._tray.is_available():
            return
        if self._tray_hosts is not None and self._tray_hosts.is_here:
            self._tray.make_anew()
        else:
            self._board.show_bell_window()

    def _on_screens(self) -> None:
        self.windows.screens.monitors_changed()
        self._tasks.run(Lane.NET, self.windows.screens.warm)

    # -- settings

    def _on_settings(self, settings: Settings) -> None:
        from dzwonek.ui.language import speak

        speak(self._app, settings.ui.language)
        self._menu.retranslate()
        self.hotkeys.bind(self.core.settings.hotkeys)
        self._board.show_problems(self.core.problems)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    # -- ending

    def quit(self) -> None:
        """End the program; a half-written report is put aside first."""
        self._board.flush()
        self._board.finish()
        self._app.exit(0)  # `quit` asks every window first, and one that says no keeps us running


def _why_the_session_waits() -> str:
    return QCoreApplication.translate("Ending", "Dzwonek zapisuje rozpoczęte zgłoszenie.")
