"""The program's windows and their desks, each made at its first use and then kept."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from dzwonek.ui.curtain import FADED_MS

if TYPE_CHECKING:
    from contextlib import ExitStack

    from dzwonek.capture.screens import Screens
    from dzwonek.startup.core import Core
    from dzwonek.ui.bell_window import BellWindow
    from dzwonek.ui.desk import Desk
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.help import HelpWindow
    from dzwonek.ui.list_desk import ListDesk
    from dzwonek.ui.matter_desk import MatterDesk
    from dzwonek.ui.matter_form import MatterForm
    from dzwonek.ui.my_reports import MyReports
    from dzwonek.ui.settings_desk import SettingsDesk
    from dzwonek.ui.settings_window import SettingsBase
    from dzwonek.ui.tasks import Tasks
    from dzwonek.ui.tray import TrayMenu


class Windows(QObject):
    """Makes the windows late, so that an idle program has none but the form."""

    settings_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, stack: ExitStack, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._tasks = tasks
        self._stack = stack
        self._bell: BellWindow | None = None

    @cached_property
    def screens(self) -> Screens:
        """Give the way to the pictures of all monitors."""
        from dzwonek.capture.screens import screens_for
        from dzwonek.ui.screen_grab import ToolkitScreens

        screens = screens_for(
            self._core.environment,
            sys.platform,
            self._core.clock,
            ToolkitScreens(self._core.clock),
            is_allowed=self._core.settings.privacy.screenshots,
            is_fixed="privacy.screenshots" in self._core.policy.locked,
        )
        self._stack.callback(screens.close)
        return screens

    @cached_property
    def form(self) -> ReportForm:
        """Give the report form."""
        from dzwonek.ui.form.window import ReportForm
        from dzwonek.ui.words import title_and_advice

        core = self._core
        form = ReportForm(core.profile, title_and_advice, core.clock, core.zone, can_uncover=True)
        form.settings_wanted.connect(self.settings_wanted)
        form.copy_wanted.connect(self.copy_wanted)
        return form

    @cached_property
    def desk(self) -> Desk:
        """Give the desk of the form."""
        from dzwonek.ui.desk import Desk

        return Desk(
            self._core.reception, self._tasks, lambda: self.screens, lambda: self.form, self
        )

    @cached_property
    def list_desk(self) -> ListDesk:
        """Give the desk of *Moje zgłoszenia*."""
        from dzwonek.ui.list_desk import ListDesk

        core = self._core
        return ListDesk(
            core.reception, self._tasks, self._list_window, core.clock, ZoneInfo(core.zone), self
        )

    def _list_window(self) -> MyReports:
        from dzwonek.ui.my_reports import MyReports

        return MyReports(self._core.clock, ZoneInfo(self._core.zone))

    @cached_property
    def settings_desk(self) -> SettingsDesk:
        """Give the desk of *Ustawienia*."""
        from dzwonek.ui.settings_desk import SettingsDesk

        return SettingsDesk(self._core.setup, self._tasks, self._settings_window, self)

    def _settings_window(self) -> SettingsBase:
        from dzwonek.ui.settings_window import SettingsWindow

        return SettingsWindow(suffix=self._core.profile.system_suffix)

    @cached_property
    def first_run_desk(self) -> SettingsDesk:
        """Give the desk of the short window at the first start."""
        from dzwonek.ui.settings_desk import SettingsDesk

        return SettingsDesk(self._core.setup, self._tasks, self._first_run_window, self)

    def _first_run_window(self) -> SettingsBase:
        from dzwonek.ui.first_run import FirstRun

        return FirstRun(suffix=self._core.profile.system_suffix)

    @cached_property
    def help(self) -> HelpWindow:
        """Give *Pomoc i kontakt*."""
        from dzwonek.ui.help import HelpWindow
        from dzwonek.ui.help_desk import HelpDesk

        core = self._core
        window = HelpWindow(core.profile, core.clock, core.spoken_profile)
        window.copy_wanted.connect(self.copy_wanted)
        window.matter_wanted.connect(self.matter_desk.write)
        window.report_wanted.connect(self._report_from_help)
        HelpDesk(window, core.links, self._tasks, self)
        return window

    def look_again(self) -> None:
        """The computer has slept: what an open help says of now may be of yesterday."""
        if "help" in self.__dict__:  # else it was never opened
            self.help.look_again()

    def _report_from_help(self) -> None:
        """Close the help first: the capture is to show what was behind it."""
        self.help.hide()
        QTimer.singleShot(FADED_MS, self.desk, self.desk.report)

    @cached_property
    def matter_desk(self) -> MatterDesk:
        """Give the desk of letters about other matters; its form is built at its first use."""
        from dzwonek.ui.matter_desk import MatterDesk

        core = self._core
        return MatterDesk(core.reception, self._tasks, core.spoken_profile, self._matter_form, self)

    def _matter_form(self) -> MatterForm:
        from dzwonek.ui.matter_form import MatterForm
        from dzwonek.ui.words import title_and_advice

        return MatterForm(self._core.spoken_profile, title_and_advice)

    def bell(self, menu: TrayMenu) -> BellWindow:
        """Give the window that stands in for the tray; held here, else it would be swept away."""
        from dzwonek.ui.bell_window import BellWindow

        if self._bell is None:
            self._bell = BellWindow(menu)
        return self._bell
