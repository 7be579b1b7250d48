"""What every event source of the desktop keeps to, so that one bridge serves them all."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("event sources of X11, D-Bus and AF_UNIX", allow_module_level=True)

import socket

from jeepney import DBusAddress

from dzwonek.desktop.bus import open_session_bus
from dzwonek.desktop.hotkeys_windows import WindowsHotkeys
from dzwonek.desktop.hotkeys_x11 import X11Hotkeys
from dzwonek.desktop.single_instance import claim
from dzwonek.desktop.tray_host import TrayHosts
from dzwonek.desktop.virtual_keys import VK_PAUSE
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.command import Command
from dzwonek.domain.events import (
    CommandArrived,
    Event,
    HotkeyPressed,
    Slot,
    TrayHostAppeared,
)
from dzwonek.domain.ports import EventSource
from tests.fakes.user32 import FakeUser32
from tests.session.dbus_client import BusClient
from tests.session.listening import is_readable, listen
from tests.session.x_session import XSession, x_session

pytestmark = pytest.mark.gui
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


@dataclass(frozen=True, slots=True)
class Case:
    """A source, what makes it speak, and what it says then."""

    source: EventSource
    cause: Callable[[], object]
    event: Event
    end: Callable[[], object] = lambda: None


@pytest.fixture(scope="module")
def session() -> Iterator[XSession]:
    with x_session(tray=None, notices=False, keyring=False) as session:
        yield session


@pytest.fixture(params=["hotkeys", "bus", "instance", "messages"])
def case(request: pytest.FixtureRequest, session: XSession, tmp_path: Path) -> Iterator[Case]:
    makers = {
        "hotkeys": hotkeys_case,
        "bus": bus_case,
        "instance": instance_case,
        "messages": messages_case,
    }
    case = makers[request.param](session, tmp_path)
    while is_readable(case.source, 0.1):  # answers to what was asked while it was made
        assert case.source.pump() == ()
    yield case
    case.source.close()
    case.end()


def hotkeys_case(session: XSession, _: Path) -> Case:
    hotkeys = X11Hotkeys(session.env["DISPLAY"])
    hotkeys.bind(Slot.REPORT, ["Pause"])
    return Case(hotkeys, lambda: session.key("Pause"), HotkeyPressed(Slot.REPORT))


def bus_case(session: XSession, _: Path) -> Case:
    bus = open_session_bus(session.env)
    assert bus is not None
    TrayHosts(bus)
    client = BusClient(str(session.bus_path))
    wanted = ("RequestName", "su", ("org.kde.StatusNotifierWatcher", 0))
    return Case(bus, lambda: client.call(BUS, *wanted), TrayHostAppeared(), client.close)


def instance_case(session: XSession, folder: Path) -> Case:
    runtime = Path(session.env["XDG_RUNTIME_DIR"])
    instance = claim(folder, session.env)
    assert instance is not None

    def call() -> None:
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(str(next(runtime.glob("dzwonek-*.sock"))))
            caller.sendall(b"dzwonek 1 flag\n")

    return Case(instance, call, CommandArrived(Command.FLAG))


def messages_case(_: XSession, __: Path) -> Case:
    windows = FakeUser32()
    messages = MessageThread(windows)
    WindowsHotkeys(messages, windows).bind(Slot.REPORT, ["Pause"])
    return Case(messages, lambda: windows.press(0, VK_PAUSE), HotkeyPressed(Slot.REPORT))


def test_a_quiet_source_is_not_readable_and_its_pump_does_not_wait(case: Case) -> None:
    began_at = time.monotonic()
    assert not is_readable(case.source)
    assert case.source.pump() == ()
    assert time.monotonic() - began_at < 0.5


def test_news_make_the_descriptor_readable_and_one_pump_tells_them(case: Case) -> None:
    case.cause()
    assert listen(case.source) == [case.event]
    assert listen(case.source, 1, 0.1) == []
    assert not is_readable(case.source)


def test_closing_twice_does_no_harm(case: Case) -> None:
    case.source.close()
    case.source.close()
