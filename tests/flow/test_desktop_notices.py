"""Notices, tray hosts and waking up, over real buses and a real notification daemon."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus", allow_module_level=True)

from jeepney import DBusAddress, new_error, new_method_return, new_signal

from dzwonek.desktop.bus import Bus, open_session_bus, open_system_bus
from dzwonek.desktop.notify import BusNotices, notifier_for
from dzwonek.desktop.session import watch_sleep
from dzwonek.desktop.tray_host import TrayHosts
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.events import (
    Event,
    NoticeClicked,
    NoticesLost,
    Resumed,
    SessionLeft,
    SessionReturned,
    TrayHostAppeared,
)
from dzwonek.domain.ports import Notice
from dzwonek.domain.problem import Code, ProblemError
from tests.session.dbus_client import BusClient
from tests.session.listening import is_readable, listen
from tests.session.programs import need, until
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

SAVED = Notice("Zapisano na tym komputerze", "DZW-7K2M9Q & <b>kolejka</b>", (("default", "Pokaż"),))


@pytest.fixture
def desktop(start_x_session: Callable[..., XSession]) -> XSession:
    """Give a session with a bus; trays and notification daemons come when a test wants them."""
    return start_x_session(tray=None, notices=False, keyring=False)


@pytest.fixture
def bus(desktop: XSession) -> Iterator[Bus]:
    bus = open_session_bus(desktop.env)
    assert bus is not None
    yield bus
    bus.close()


QUIET_SECONDS = 0.5


def settle(bus: Bus) -> list[Event]:
    """Let everything that was asked so far be answered; give what was told meanwhile.

    The bus answers at once, a daemon that has just started takes its time: quiet is waited for.
    """
    done: list[bool] = []
    events: list[Event] = []

    def answered(is_owned: bool) -> Iterable[Event]:
        done.append(is_owned)
        return ()

    bus.watch_name("pl.dzwonek.Nobody", answered)
    while not done:
        assert is_readable(bus, 5)
        events += bus.pump()
    while is_readable(bus, QUIET_SECONDS):
        events += bus.pump()
    return events


def test_a_notice_is_shown_and_its_click_comes_back(desktop: XSession, bus: Bus) -> None:
    desktop.start_notices()
    notices = BusNotices(bus, SystemClock())
    number = notices.show(SAVED)
    settle(bus)
    sent = desktop.wait_notice("Zapisano")
    assert sent.app == "Dzwonek"
    assert sent.body == "DZW-7K2M9Q &amp; &lt;b&gt;kolejka&lt;/b&gt;"
    assert sent.actions == ("default", "Pokaż")
    desktop.click_notice()
    assert listen(bus) == [NoticeClicked(number, "default")]
    assert "Zapisano na tym komputerze" in [notice.title for notice in desktop.notices()]
    assert notices.unshown() == ()


def test_each_notice_has_a_number_of_its_own(desktop: XSession, bus: Bus) -> None:
    desktop.start_notices()
    notices = BusNotices(bus, SystemClock())
    numbers = [notices.show(SAVED), notices.show(Notice("Druga", "bez przycisku"))]
    settle(bus)
    assert len(set(numbers)) == 2
    assert desktop.wait_notice("Druga").actions == ()
    assert [notice.title for notice in desktop.sent_notices()] == [SAVED.title, "Druga"]


def test_a_notice_takes_no_focus(desktop: XSession, bus: Bus) -> None:
    desktop.start_notices()
    need("xterm")
    desktop.start("xterm", "-T", "praca", "-e", "cat")
    desktop.focus(desktop.wait_window("praca"))
    BusNotices(bus, SystemClock()).show(SAVED)
    settle(bus)
    until(lambda: desktop.windows_of("Dunst"), "the notice")
    assert desktop.active_window() == "praca"


def test_without_a_daemon_the_notice_is_given_back_and_the_next_one_refused(
    desktop: XSession, bus: Bus
) -> None:
    notices = BusNotices(bus, SystemClock())
    notices.show(SAVED)
    assert listen(bus) == [NoticesLost()]
    assert notices.unshown() == (SAVED,)
    assert notices.unshown() == ()
    with pytest.raises(ProblemError) as refusal:
        notices.show(SAVED)
    assert refusal.value.problem.code is Code.NO_NOTICES
    desktop.start_notices()
    settle(bus)
    notices.show(SAVED)
    settle(bus)
    assert desktop.wait_notice("Zapisano").title == SAVED.title


def test_a_daemon_without_actions_and_markup_gets_plain_text(desktop: XSession, bus: Bus) -> None:
    daemon = PlainDaemon(str(desktop.bus_path))
    number = BusNotices(bus, SystemClock()).show(SAVED)
    asked = daemon.serve(bus, abilities=["body"])
    assert asked[4] == "DZW-7K2M9Q & <b>kolejka</b>"
    assert asked[5] == []
    daemon.click()
    assert listen(bus) == [NoticeClicked(number, "default")]
    daemon.client.close()


def test_clicks_on_other_programs_notices_are_not_ours(desktop: XSession, bus: Bus) -> None:
    daemon = PlainDaemon(str(desktop.bus_path))
    number = BusNotices(bus, SystemClock()).show(SAVED)
    daemon.serve(bus, abilities=[])
    daemon.click(notice=8)
    daemon.click()
    assert listen(bus, 2, 0.2) == [NoticeClicked(number, "default")]
    daemon.client.close()


def test_a_daemon_that_never_answers_is_taken_for_dead(desktop: XSession, bus: Bus) -> None:
    daemon = PlainDaemon(str(desktop.bus_path))
    clock = LateClock()
    notices = BusNotices(bus, clock)
    notices.show(SAVED)
    clock.late = timedelta(seconds=6)
    with pytest.raises(ProblemError):
        notices.show(SAVED)
    assert notices.unshown() == (SAVED,)
    daemon.client.close()


def test_a_daemon_that_refuses_gives_the_notice_back(desktop: XSession, bus: Bus) -> None:
    daemon = PlainDaemon(str(desktop.bus_path))
    notices = BusNotices(bus, SystemClock())
    notices.show(SAVED)
    daemon.refuse(bus)
    assert listen(bus) == [NoticesLost()]
    assert notices.unshown() == (SAVED,)
    daemon.client.close()


def test_the_end_of_the_bus_is_told_once_and_then_an_error(desktop: XSession, bus: Bus) -> None:
    notices = BusNotices(bus, SystemClock())
    settle(bus)
    desktop.stop("bus")
    assert listen(bus) == [NoticesLost()]
    with pytest.raises(ConnectionError):
        bus.pump()
    with pytest.raises(ProblemError):
        notices.show(SAVED)


@pytest.mark.parametrize("address", ["", "disabled:", "unix:path=/nowhere/bus", "tcp:host=x"])
def test_without_a_bus_every_notice_is_refused(address: str) -> None:
    bus = open_session_bus({"DBUS_SESSION_BUS_ADDRESS": address})
    assert bus is None
    with pytest.raises(ProblemError) as refusal:
        notifier_for(bus, SystemClock()).show(SAVED)
    assert refusal.value.problem.code is Code.NO_NOTICES


def test_the_bus_is_found_in_the_runtime_folder_too(desktop: XSession) -> None:
    bus = open_session_bus({"XDG_RUNTIME_DIR": desktop.env["XDG_RUNTIME_DIR"]})
    assert bus is not None
    bus.close()


def test_a_tray_that_comes_late_is_noticed(desktop: XSession, bus: Bus) -> None:
    hosts = TrayHosts(bus)
    settle(bus)
    assert hosts.is_here is False
    desktop.start_tray("sni")
    assert listen(bus) == [TrayHostAppeared()]
    assert hosts.is_here is True


def test_a_tray_that_was_there_first_is_no_news(desktop: XSession, bus: Bus) -> None:
    desktop.start_tray("sni")
    hosts = TrayHosts(bus)
    assert settle(bus) == []
    assert hosts.is_here is True
    assert not is_readable(bus)


def test_waking_up_is_told_and_falling_asleep_is_not(desktop: XSession) -> None:
    bus = open_system_bus({"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={desktop.bus_path}"})
    assert bus is not None
    watch_sleep(bus)
    settle(bus)
    logind = BusClient(str(desktop.bus_path))
    logind.call(BUS, "RequestName", "su", ("org.freedesktop.login1", 0))
    for is_going_to_sleep in (True, False):
        body = (is_going_to_sleep,)
        logind.connection.send(new_signal(LOGIND, "PrepareForSleep", "b", body))
    assert listen(bus, 2, 0.5) == [Resumed()]
    logind.close()
    bus.close()


def test_a_shutdown_is_told_beforehand_and_that_it_was_called_off(desktop: XSession) -> None:
    bus = open_system_bus({"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={desktop.bus_path}"})
    assert bus is not None
    watch_sleep(bus)
    settle(bus)
    logind = BusClient(str(desktop.bus_path))
    logind.call(BUS, "RequestName", "su", ("org.freedesktop.login1", 0))
    for is_going_to_end in (True, False):
        body = (is_going_to_end,)
        logind.connection.send(new_signal(LOGIND, "PrepareForShutdown", "b", body))
    assert listen(bus, 2, 0.5) == [SessionLeft(), SessionReturned()]
    logind.close()
    bus.close()


def test_a_machine_without_a_system_bus_is_quiet(desktop: XSession) -> None:
    assert open_system_bus(desktop.env) is None


BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
LOGIND = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
NOTICES = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")


class LateClock(SystemClock):
    """A clock that can be put forward."""

    late = timedelta(0)

    def monotonic(self) -> timedelta:
        """Give the time since some fixed moment."""
        return super().monotonic() + self.late


class PlainDaemon:
    """A notification daemon that can do little, served step by step by the test."""

    ID = 7

    def __init__(self, path: str) -> None:
        self.client = BusClient(path)
        self.client.call(BUS, "RequestName", "su", ("org.freedesktop.Notifications", 0))

    def serve(self, bus: Bus, abilities: list[str]) -> tuple[object, ...]:
        """Tell the abilities, take one notice and give its arguments."""
        self.client.connection.send(new_method_return(self._call(), "as", (abilities,)))
        listen(bus, 1, 0.3)
        notify = self._call()
        self.client.connection.send(new_method_return(notify, "u", (self.ID,)))
        listen(bus, 1, 0.3)
        return tuple(notify.body)

    def refuse(self, bus: Bus) -> None:
        """Tell the abilities and refuse the notice."""
        self.client.connection.send(new_method_return(self._call(), "as", ([],)))
        listen(bus, 1, 0.3)
        error = new_error(self._call(), "org.freedesktop.DBus.Error.LimitsExceeded")
        self.client.connection.send(error)

    def click(self, notice: int = ID) -> None:
        """Tell everybody that a notice was clicked."""
        self.client.connection.send(new_signal(NOTICES, "ActionInvoked", "us", (notice, "default")))

    def _call(self) -> Any:
        while True:
            message = self.client.connection.receive(timeout=5)
            if message.header.message_type.name == "method_call":
                return message
