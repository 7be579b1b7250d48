"""The switchboard: every press, click and message reaches the one who deals with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from dzwonek.domain.command import Command
from dzwonek.domain.delivery import TROUBLED, State
from dzwonek.domain.events import (
    BindingsChanged,
    CommandArrived,
    EndAsked,
    EndWanted,
    HotkeyPressed,
    NetworkUp,
    NoticeClicked,
    NoticesLost,
    Resumed,
    SessionLeft,
    SessionReturned,
    Slot,
    TaskbarChanged,
    TrayHostAppeared,
)
from dzwonek.ui.ages import Ages
from dzwonek.ui.draft_calls import DraftCalls
from dzwonek.ui.endings import EndingsWatch
from dzwonek.ui.notices import (
    copied_notice,
    delivered_notice,
    kept_notice,
    old_notice,
    problem_notice,
    refused_key_notice,
    saved_notice,
    sent_notice,
    trouble_notice,
)
from dzwonek.ui.place import centre
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.tray_now import TrayNow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from dzwonek.domain.delivery import Entry, Tally
    from dzwonek.domain.events import Event
    from dzwonek.domain.ports import Binding, Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.reception import Reception
    from dzwonek.ui.bell_window import BellWindow
    from dzwonek.ui.desk import Desk
    from dzwonek.ui.help import HelpWindow
    from dzwonek.ui.hotkey_desk import HotkeyDesk
    from dzwonek.ui.list_desk import ListDesk
    from dzwonek.ui.matter_desk import MatterDesk
    from dzwonek.ui.notices import Notices
    from dzwonek.ui.settings_desk import SettingsDesk
    from dzwonek.ui.settings_window import SettingsBase
    from dzwonek.ui.tray import Tray, TrayMenu


@dataclass(frozen=True, slots=True)
class Lines:
    """Those who deal with what arrives; windows are made at their first use."""

    desk: Desk
    list_desk: ListDesk
    settings_desks: tuple[SettingsDesk, ...]  # of *Ustawienia* and of the first start
    open_settings: Callable[[], None]
    help_window: Callable[[], HelpWindow]
    bell_window: Callable[[], BellWindow]
    notices: Notices
    tray: Tray
    menu: TrayMenu
    hotkeys: HotkeyDesk
    reload: Callable[[], None]  # settings and secrets are read again; on the disk lane
    nudge: Callable[[], None]  # the courier looks at once; on the disk lane
    spread: Callable[[], None]  # what waits goes out within minutes; on the disk lane
    matters: MatterDesk | None = None  # letters about other matters than problems


class Switchboard(QObject):
    """Routes wishes and events, and keeps tray, tooltip and list true."""

    quit_wanted = Signal()
    reloaded = Signal(object)
    outbox_changed = Signal(object)  # Entry, from any thread
    resumed = Signal()  # the computer has slept

    def __init__(
        self,
        lines: Lines,
        reception: Reception,
        tasks: Tasks,
        clock: Clock,
        emergency: str,
        zone: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._reception = reception
        self._tasks = tasks
        self._emergency = emergency
        self._zone = zone
        self._tray_now = TrayNow(lines.tray, lines.menu)
        self._ages = Ages(clock, self)
        self._endings = EndingsWatch(reception, tasks, lines.notices.tell, zone, self)
        self._drafts = DraftCalls(lines.desk, reception, tasks, lines.notices, clock, zone, self)
        self._states: dict[str, State] = {}
        self._told_refusals: tuple[Problem, ...] = ()
        self._connect()

    def _connect(self) -> None:
        lines = self._lines
        menu = lines.menu
        menu.report_wanted.connect(self._report)
        menu.flag_wanted.connect(lines.desk.flag)
        menu.list_wanted.connect(lines.list_desk.open)
        menu.help_wanted.connect(self.open_help)
        menu.emergency_copy_wanted.connect(self._copy_emergency)
        menu.settings_wanted.connect(lines.open_settings)
        menu.quit_wanted.connect(self.quit_wanted)
        menu.aboutToShow.connect(lines.hotkeys.retry_first)
        lines.tray.clicked.connect(self._report)
        lines.tray.message_clicked.connect(lines.notices.on_balloon_click)
        lines.notices.clicked.connect(self._on_notice)
        desk = lines.desk
        desk.saved.connect(self.tell_saved)
        desk.sent.connect(lambda sent: lines.notices.tell(sent_notice(sent, self._zone)))
        desk.flag_failed.connect(self.tell_problem)
        desk.keep_failed.connect(self.tell_problem)
        desk.changed.connect(self.refresh)
        self._connect_list(lines.list_desk, lines.matters)
        lines.hotkeys.bound.connect(self.show_bindings)
        self.outbox_changed.connect(self._on_outbox_changed)
        self._drafts.changed.connect(self.refresh)
        self._drafts.continue_wanted.connect(self.resume)
        self._drafts.failed.connect(self.tell_problem)
        self._ages.due.connect(self.refresh)
        self._ages.reached.connect(lambda age: lines.notices.tell(old_notice(age)))

    def _connect_list(self, list_desk: ListDesk, matters: MatterDesk | None) -> None:
        list_desk.continue_wanted.connect(self.resume)
        list_desk.changed.connect(self.refresh)
        if matters is None:
            return
        notices = self._lines.notices
        matters.saved.connect(self.tell_saved)
        matters.sent.connect(lambda sent: notices.tell(sent_notice(sent, self._zone)))
        matters.kept.connect(lambda draft: notices.tell(kept_notice(draft), draft.id))
        matters.keep_failed.connect(self.tell_problem)
        matters.changed.connect(self.refresh)

    # -- what arrives

    def on_event(self, event: Event) -> None:
        """Deal with one event of the desktop."""
        match event:
            case HotkeyPressed(slot):
                self._on_hotkey(slot)
            case BindingsChanged():
                self._lines.hotkeys.tell()
            case CommandArrived(command):
                self.obey(command)
            case NoticeClicked(number, action):
                self._lines.notices.on_click(number, action)
            case TrayHostAppeared():
                self._lines.tray.make_anew()
            case NoticesLost():
                self._lines.notices.lost()
            case NetworkUp():
                self._tasks.run(Lane.DISK, self._lines.spread)
            case _:
                self._on_turn(event)

    def _on_turn(self, event: Event) -> None:
        """Deal with what becomes of session and computer."""
        match event:
            case Resumed():
                self.resumed.emit()
                self._tasks.run(Lane.DISK, self._lines.spread)
                self._lines.hotkeys.retry_first()
                self._drafts.reminders.look()
            case SessionLeft():
                self.flush()
                self._drafts.reminders.leave()
            case SessionReturned():
                self._lines.hotkeys.retry_first()
                self._drafts.reminders.come_back()
            case EndAsked(answer):
                self.flush()
                self._tasks.run(Lane.DISK, answer)  # behind what is being stored
            case EndWanted():
                self.quit_wanted.emit()
            case TaskbarChanged():
                self._lines.tray.repaint()

    def obey(self, command: Command) -> None:
        """Do what a second start asks."""
        match command:
            case Command.SHOW | Command.REPORT:
                self._report()
            case Command.FLAG:
                self._lines.desk.flag()
            case Command.QUIT:
                self.quit_wanted.emit()
            case Command.NUDGE:
                self._tasks.run(Lane.DISK, self._lines.nudge, lambda _: self.refresh())
            case Command.RELOAD:
                self._tasks.run(Lane.DISK, self._lines.reload, self.reloaded.emit)
            case Command.HIDDEN:
                pass

    def resume(self, draft: Draft) -> None:
        """Continue a stored draft in the form that it was begun in."""
        if draft.inquiry is not None and self._lines.matters is not None:
            self._lines.matters.resume(draft)
        else:
            self._lines.desk.resume(draft)

    def flush(self) -> None:
        """Before the program ends: store what is open without a word."""
        self._lines.desk.flush()
        if self._lines.matters is not None:
            self._lines.matters.flush()

    def open_help(self) -> None:
        """Show *Pomoc i kontakt*."""
        self._come_forward(self._lines.help_window())

    def show_bell_window(self) -> None:
        """Show the small window that stands in for the tray, once nobody fills in a form."""
        if self._lines.desk.open_id:  # it would take the keyboard in the middle of a word
            once = Qt.ConnectionType.SingleShotConnection
            self._lines.desk.closed.connect(self.show_bell_window, once)
            return
        self._come_forward(self._lines.bell_window())

    # -- what is shown

    def refresh(self) -> None:
        """Count again, and show it in tray and list."""
        self._tasks.run(Lane.DISK, self._reception.tally, self._show_tally, self.tell_problem)
        self._lines.list_desk.refresh()

    def stores_opened(self, problems: Sequence[Problem] = ()) -> None:
        """Show what the stores hold, what they found, and what will soon be destroyed."""
        for problem in problems:
            self.tell_problem(problem)
        self.refresh()
        self._endings.look()
        self._drafts.look()

    def finish(self) -> None:
        """Before the program ends: let nothing stay that was said to go."""
        self._drafts.dropped.finish()

    def show_bindings(self, bindings: Sequence[Binding]) -> None:
        """Show which hotkeys hold now."""
        self._tray_now.show_bindings(bindings)
        for window in self._settings_windows():
            window.tell_bindings(tuple(bindings))
        self._tell_refusals(bindings)

    def _tell_refusals(self, bindings: Sequence[Binding]) -> None:
        """Tell once of each key that cannot be had, and which one holds instead."""
        for binding in bindings:
            told = tuple(p for p in binding.refused if p not in self._told_refusals)[:1]
            self._told_refusals += binding.refused
            for problem in told:
                self._lines.notices.tell(refused_key_notice(problem, binding.active))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show lasting troubles of the program itself in the tray."""
        self._tray_now.show_problems(problems)

    def tell_problem(self, problem: Problem) -> None:
        """Tell of something that did not work."""
        self._lines.notices.tell(problem_notice(problem))

    def _show_tally(self, tally: Tally) -> None:
        self._tray_now.show_tally(tally, self._ages.look(tally.oldest_waiting))

    # -- answers

    def _report(self) -> None:
        """Open the form; who held our first key may have gone meanwhile."""
        self._lines.desk.report()
        self._lines.hotkeys.retry_first()

    def _on_hotkey(self, slot: Slot) -> None:
        tried_in = [window for window in self._settings_windows() if window.isActiveWindow()]
        if tried_in:
            tried_in[0].tell_hotkey_pressed(slot)
        elif slot is Slot.REPORT:
            self._report()
        else:
            self._lines.desk.flag()

    def _settings_windows(self) -> list[SettingsBase]:
        windows = (desk.open_window for desk in self._lines.settings_desks)
        return [window for window in windows if window is not None]

    def tell_saved(self, entry: Entry) -> None:
        """Say that a report is safe on this computer."""
        self._states.setdefault(entry.id, entry.state)
        self._lines.notices.tell(saved_notice(entry), entry.id)

    def _on_outbox_changed(self, entry: Entry) -> None:
        """Tell of each report once when it is delivered, and once when it is in trouble."""
        before = self._states.get(entry.id)
        self._states[entry.id] = entry.state
        if before is not entry.state:
            if entry.is_by_hand:
                pass  # who said so knows
            elif entry.delivered_at is not None:
                self._lines.notices.tell(delivered_notice(entry, self._zone))
            elif entry.state in TROUBLED:
                self._lines.notices.tell(trouble_notice(entry), entry.id)
        self.refresh()

    def _on_notice(self, subject: str, action: str) -> None:
        if not self._drafts.follow(subject, action):
            self._lines.list_desk.open()

    def _copy_emergency(self) -> None:
        QGuiApplication.clipboard().setText(self._emergency)
        self._lines.notices.tell(copied_notice(self._emergency))

    def _come_forward(self, window: BellWindow | HelpWindow) -> None:
        centre(window)
        window.show()
        window.raise_()
        window.activateWindow()
