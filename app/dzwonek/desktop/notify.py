"""Shows notices through the desktop's notification daemon, and tells which ones were clicked.

Source: Desktop Notifications Specification 1.2,
https://specifications.freedesktop.org/notification-spec/latest/. Sent by us and not by Qt,
because QSystemTrayIcon sends no actions, so that nothing can be clicked.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from dzwonek.desktop.bus import Answer, Peer, Signal
from dzwonek.desktop.desktop_file import APP_ID
from dzwonek.domain.events import Event, NoticeClicked, NoticesLost
from dzwonek.domain.markup import escaped
from dzwonek.domain.ports import Notifier
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.desktop.bus import Bus
    from dzwonek.domain.ports import Clock, Notice

APP_NAME = "Dzwonek"
DAEMON = Peer(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
PATIENCE = timedelta(seconds=5)  # a daemon that has not answered by then is taken for dead
REST = timedelta(seconds=60)  # after a refusal, before the daemon is tried again
REMEMBERED = 64  # notices that can still be clicked, in the daemon's history too


class DesktopNotices(Notifier, Protocol):
    """A notifier that knows what nobody saw."""

    def unshown(self) -> tuple[Notice, ...]:
        """Give the notices that were sent and not taken, once; ask at NoticesLost."""
        ...


class NoNotices:
    """Stands in where no session bus is: every notice is refused, so that it is shown elsewhere."""

    def show(self, notice: Notice) -> int:
        """Raise ProblemError (NO_NOTICES)."""
        raise trouble(Code.NO_NOTICES)

    def unshown(self) -> tuple[Notice, ...]:
        """Give nothing: nothing was taken."""
        return ()


def notifier_for(bus: Bus | None, clock: Clock) -> DesktopNotices:
    """Give the notifier of this session bus, or the one that says that there is none."""
    if bus is None:
        return NoNotices()
    try:
        return BusNotices(bus, clock)
    except ConnectionError:
        return NoNotices()


class BusNotices:
    """Sends notices without waiting for the daemon; clicks and losses come by the bus's `pump`.

    What the daemon turned out not to take is kept for `unshown`, and NoticesLost tells so.
    """

    def __init__(self, bus: Bus, clock: Clock) -> None:
        """Start listening; raises ConnectionError when the bus is gone."""
        self._bus = bus
        self._clock = clock
        self._numbers = count(1)
        self._abilities: frozenset[str] | None = None
        self._has_asked = False
        self._refused_at: timedelta | None = None
        self._pending: dict[int, tuple[Notice, timedelta]] = {}
        self._shown: dict[int, int] = {}  # the daemon's id → our number
        bus.listen(Signal(DAEMON, "ActionInvoked"), self._clicked)
        bus.watch_name(DAEMON.name, self._daemon_changed)
        bus.on_loss(self._lost)

    def show(self, notice: Notice) -> int:
        """Send the notice and give its number; raises ProblemError (NO_NOTICES)."""
        if self._bus.is_lost or self._is_resting() or self._is_late():
            raise trouble(Code.NO_NOTICES)
        number = next(self._numbers)
        try:
            self._send(number, notice)
        except ConnectionError as error:
            raise trouble(Code.NO_NOTICES) from error
        self._pending[number] = (notice, self._clock.monotonic())
        return number

    def unshown(self) -> tuple[Notice, ...]:
        """Give the notices that were sent and not taken, once."""
        notices = tuple(notice for notice, _ in self._pending.values())
        self._pending.clear()
        return notices

    def _is_resting(self) -> bool:
        refused_at = self._refused_at
        return refused_at is not None and self._clock.monotonic() - refused_at < REST

    def _is_late(self) -> bool:
        asked_at = next((moment for _, moment in self._pending.values()), None)
        return asked_at is not None and self._clock.monotonic() - asked_at > PATIENCE

    def _send(self, number: int, notice: Notice) -> None:
        if self._abilities is not None:
            self._notify(number, notice, self._abilities)
        elif not self._has_asked:  # starts the daemon where the bus can do that
            self._bus.call(DAEMON, "GetCapabilities", on_answer=self._learnt)
            self._has_asked = True

    def _learnt(self, answer: Answer) -> Iterable[Event]:
        self._has_asked = False
        if answer.error:
            return self._lost()
        self._abilities = frozenset(answer.body[0])
        try:
            for number, (notice, _) in tuple(self._pending.items()):
                self._notify(number, notice, self._abilities)
        except ConnectionError:
            return self._lost()
        return ()

    def _notify(self, number: int, notice: Notice, abilities: frozenset[str]) -> None:
        def shown(answer: Answer) -> Iterable[Event]:
            if answer.error:
                return self._lost()
            self._pending.pop(number, None)
            self._shown[answer.body[0]] = number
            for forgotten in tuple(self._shown)[:-REMEMBERED]:
                del self._shown[forgotten]
            return ()

        self._bus.call(DAEMON, "Notify", "susssasa{sv}i", _body(notice, abilities), shown)

    def _clicked(self, body: tuple[Any, ...]) -> Iterable[Event]:
        number = self._shown.get(body[0])  # everybody hears of everybody's clicks
        return () if number is None else (NoticeClicked(number, str(body[1])),)

    def _daemon_changed(self, is_owned: bool) -> Iterable[Event]:
        self._shown.clear()  # another daemon counts anew
        self._abilities = None
        self._refused_at = None if is_owned else self._refused_at
        return ()

    def _lost(self) -> Iterable[Event]:
        is_known = self._is_resting()
        self._refused_at = self._clock.monotonic()
        return () if is_known else (NoticesLost(),)


def _body(notice: Notice, abilities: frozenset[str]) -> tuple[Any, ...]:
    """Write the arguments of Notify; a body is markup where the daemon says it reads markup."""
    text = escaped(notice.body) if "body-markup" in abilities else notice.body
    actions = [part for action in notice.actions for part in action]
    icon = "dialog-warning" if notice.is_trouble else APP_ID
    hints = {"desktop-entry": ("s", APP_ID), "urgency": ("y", 1)}
    milliseconds = int(notice.lasts / timedelta(milliseconds=1))
    offered = actions if "actions" in abilities else []
    return (APP_NAME, 0, icon, notice.title, text, offered, hints, milliseconds)
