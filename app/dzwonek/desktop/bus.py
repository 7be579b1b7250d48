"""Speaks D-Bus: one connection that calls, listens and never waits once it is open.

The only door to jeepney. Address and message rules: the D-Bus specification
(https://dbus.freedesktop.org/doc/dbus-specification.html).
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from dzwonek.domain.events import Event

CONNECT_DEADLINE = timedelta(milliseconds=200)
SEND_DEADLINE = timedelta(milliseconds=100)  # reached only when the bus itself has stopped reading
READ_BYTES = 65536
SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"
DBUS = "org.freedesktop.DBus"


@dataclass(frozen=True, slots=True)
class Peer:
    """Whom a call is for: a bus name, an object on it and one of its interfaces."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back on a call; `error` is the error's name, empty when all went well."""

    body: tuple[Any, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """Which broadcast is wanted; `about` narrows it to those whose first argument equals it."""

    peer: Peer
    member: str
    about: str = ""

    @property
    def rule(self) -> str:
        """Write it as a match rule."""
        parts = {
            "type": "signal",
            "sender": self.peer.name,
            "path": self.peer.path,
            "interface": self.peer.interface,
            "member": self.member,
            "arg0": self.about,
        }
        return ",".join(f"{key}='{value}'" for key, value in parts.items() if value)


BUS_ITSELF = Peer(DBUS, "/org/freedesktop/DBus", DBUS)
OnAnswer = Callable[[Answer], Iterable[Event]]
OnSignal = Callable[[tuple[Any, ...]], Iterable[Event]]


def open_session_bus(
    environment: Mapping[str, str], deadline: timedelta = CONNECT_DEADLINE
) -> Bus | None:
    """Connect to the session bus, or give None when there is none for us.

    An address that is set but empty, or `disabled:`, means none; one that is not set means the
    socket that systemd keeps in `$XDG_RUNTIME_DIR`. Blocks for `deadline` at most (1 ms as a
    rule), so it may run on the GUI thread or off it; a Bus belongs to one thread at a time.
    """
    address = environment.get("DBUS_SESSION_BUS_ADDRESS")
    runtime = environment.get("XDG_RUNTIME_DIR")
    if address is None and runtime:
        address = f"unix:path={runtime}/bus"
    return _opened(address or "", deadline)


def open_system_bus(
    environment: Mapping[str, str], deadline: timedelta = CONNECT_DEADLINE
) -> Bus | None:
    """Connect to the system bus, or give None when there is none; blocks as the other one does."""
    return _opened(environment.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM_BUS, deadline)


def _opened(address: str, deadline: timedelta) -> Bus | None:
    if sys.platform != "linux":  # nobody there speaks D-Bus, and jeepney is not installed
        return None
    from jeepney.bus import get_connectable_addresses
    from jeepney.io.blocking import prep_socket

    try:
        places = tuple(get_connectable_addresses(address))
    except (RuntimeError, ValueError):  # no transport that we know, or no address at all
        return None
    for place in places:
        try:
            return Bus(prep_socket(place, timeout=deadline.total_seconds()))
        except (OSError, ValueError):  # AuthenticationError is a ValueError
            continue
    return None


class Bus:
    """An open connection, already greeted; what it hears becomes events in `pump`."""

    def __init__(self, connected: socket.socket) -> None:
        from jeepney import Parser

        self._socket = connected
        self._parser: Any = Parser()
        self._serials = count(1)
        self._waiting: dict[int, OnAnswer] = {}
        self._listeners: list[tuple[Signal, OnSignal]] = []
        self._mourners: list[Callable[[], Iterable[Event]]] = []
        self.is_lost = False
        self.call(BUS_ITSELF, "Hello")

    def call(
        self,
        peer: Peer,
        member: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        on_answer: OnAnswer | None = None,
    ) -> None:
        """Send a call; its answer, if wanted, is handed to `on_answer` by a later `pump`.

        Raises ConnectionError when the bus is gone.
        """
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(peer.path, bus_name=peer.name, interface=peer.interface)
        serial = next(self._serials)
        content = new_method_call(address, member, signature or None, body).serialise(serial)
        if on_answer is not None:
            self._waiting[serial] = on_answer
        try:
            self._socket.settimeout(SEND_DEADLINE.total_seconds())
            self._socket.sendall(content)
            self._socket.settimeout(0)
        except OSError as error:  # half a message may be out: the connection is of no more use
            self.is_lost = True
            raise ConnectionResetError("the bus is gone") from error

    def listen(self, signal: Signal, hear: OnSignal) -> None:
        """Hand the body of each matching broadcast to `hear`; raises ConnectionError."""
        self._listeners.append((signal, hear))
        self.call(BUS_ITSELF, "AddMatch", "s", (signal.rule,))

    def watch_name(self, name: str, owned: Callable[[bool], Iterable[Event]]) -> None:
        """Tell `owned` whether somebody has the name, now and at each change of the owner.

        Raises ConnectionError.
        """
        changes = Signal(BUS_ITSELF, "NameOwnerChanged", about=name)
        self.listen(changes, lambda body: owned(bool(body[2])))
        self.call(BUS_ITSELF, "NameHasOwner", "s", (name,), lambda now: owned(now.body == (True,)))

    def on_loss(self, mourn: Callable[[], Iterable[Event]]) -> None:
        """Let `mourn` give the events that the end of the connection means."""
        self._mourners.append(mourn)

    # -- the event loop

    def fileno(self) -> int:
        """Give the connection's descriptor."""
        return self._socket.fileno()

    def pump(self) -> tuple[Event, ...]:
        """Read all that is there.

        When the bus is gone this gives the events of `on_loss` once, and raises ConnectionError
        the next time.
        """
        events: list[Event] = []
        self._feed()
        while (message := self._parser.get_next_message()) is not None:
            events.extend(self._dispatch(message))
        if self.is_lost and not events:
            events.extend(event for mourn in self._mourners for event in mourn())
            self._mourners.clear()
        if self.is_lost and not events:
            raise ConnectionResetError("the bus is gone")
        return tuple(events)

    def close(self) -> None:
        """End the connection."""
        self.is_lost = True
        self._mourners.clear()
        self._socket.close()

    def _feed(self) -> None:
        while not self.is_lost:
            try:
                content = self._socket.recv(READ_BYTES)
            except BlockingIOError:
                return
            except OSError:
                content = b""
            self.is_lost = not content
            self._parser.add_data(content)

    def _dispatch(self, message: Any) -> Iterable[Event]:
        from jeepney import HeaderFields, MessageType

        header = message.header
        kind, fields = header.message_type, header.fields
        if kind is MessageType.signal:
            return self._hear(message.body, fields)
        on_answer = self._waiting.pop(fields.get(HeaderFields.reply_serial, 0), None)
        if on_answer is None:
            return ()
        error = fields.get(HeaderFields.error_name, "") if kind is MessageType.error else ""
        return on_answer(Answer(tuple(message.body), error))

    def _hear(self, body: tuple[Any, ...], fields: Mapping[Any, Any]) -> Iterable[Event]:
        from jeepney import HeaderFields

        said = (
            fields.get(HeaderFields.path),
            fields.get(HeaderFields.interface),
            fields.get(HeaderFields.member),
        )
        for signal, hear in tuple(self._listeners):
            if said != (signal.peer.path, signal.peer.interface, signal.member):
                continue
            if not signal.about or body[:1] == (signal.about,):
                yield from hear(tuple(body))
