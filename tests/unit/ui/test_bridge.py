"""Events of the desktop, brought onto the loop."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.events import Event, Resumed
from dzwonek.ui.bridge import Bridge


class Wire:
    """An event source on a socket pair: each byte is one event."""

    def __init__(self) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.ours.setblocking(False)

    def fileno(self) -> int:
        return self.ours.fileno()

    def pump(self) -> tuple[Event, ...]:
        try:
            got = self.ours.recv(100)
        except BlockingIOError:
            return ()
        if not got:
            raise ConnectionError
        return tuple(Resumed() for _ in got)

    def close(self) -> None:
        self.ours.close()
        self.theirs.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.close()


def test_events_arrive(qtbot: QtBot, wire: Wire) -> None:
    bridge = Bridge()
    bridge.watch(wire)
    with qtbot.waitSignal(bridge.arrived) as arrived:
        wire.theirs.send(b"x")
    assert arrived.args == [Resumed()]
    bridge.forget(wire)


def test_what_waited_before_the_watch_arrives_too(qtbot: QtBot, wire: Wire) -> None:
    wire.theirs.send(b"xy")
    bridge = Bridge()
    events: list[Event] = []
    bridge.arrived.connect(events.append)
    bridge.watch(wire)
    assert events == [Resumed(), Resumed()]
    bridge.forget(wire)


def test_a_source_that_is_gone_is_no_longer_watched(qtbot: QtBot, wire: Wire) -> None:
    bridge = Bridge()
    bridge.watch(wire)
    wire.theirs.close()
    qtbot.waitUntil(lambda: not bridge.is_watching(wire))
