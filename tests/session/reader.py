"""What a screen reader finds on a test session's desktop: names, places and values of widgets.

The bus is the desktop's own (AT-SPI). A hand that clicks by it clicks what people are told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, prep_socket

from tests.session.dbus_client import BusClient
from tests.session.programs import need, until
from tests.session.x_session import XSession

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
Place = tuple[str, str]  # a program's name on the bus, and the path of one of its widgets
ATSPI = "org.a11y.atspi"
REGISTRY = f"{ATSPI}.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
SHOWING = 25  # bit of a state, Atspi.StateType
ON_SCREEN = 0  # Atspi.CoordType
PATIENCE = 40.0  # seconds; the machine may be busy with something else
ALWAYS_TOLD = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}  # Qt asks the desktop's settings otherwise


@dataclass(frozen=True, slots=True)
class Found:
    """A widget on the screen: how it is called, what it is, and where it stands."""

    name: str
    role: str
    box: tuple[int, int, int, int]  # x, y, width, height
    place: Place

    @property
    def middle(self) -> tuple[int, int]:
        """Give where a click hits it."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


class Reader:
    """Listens to the programs of a session that are started with `ALWAYS_TOLD`."""

    def __init__(self, session: XSession) -> None:
        """Start the session's bus of accessibility and wait until it serves."""
        self._session = session
        session.start(need(LAUNCHER), "--launch-immediately")
        client = BusClient(str(session.bus_path))
        client.wait_name("org.a11y.Bus", PATIENCE)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        asked = new_method_call(bus, "GetAddress")
        told = client.connection.send_and_get_reply(asked, timeout=PATIENCE).body[0]
        client.close()
        self._connection: Any = DBusConnection(prep_socket(_socket_of(told)))

    def close(self) -> None:
        """Listen no more."""
        self._connection.close()

    def everything(self, window: str) -> list[Found]:
        """Give what a window of this title shows, in the order in which it is read."""
        programs = self._children((REGISTRY, ROOT))
        tops = [top for program in programs for top in self._children(program)]
        names = self._answers([_name(top) for top in tops])
        wanted = [top for top, name in zip(tops, names, strict=True) if name == ("s", window)]
        return [found for top in wanted for found in self._below(top)]

    def wait(self, window: str, name: str, role: str = "") -> Found:
        """Wait for a widget of this name (and kind); raises TimeoutError."""

        def look() -> Found | None:
            shown = self.everything(window)
            return next((one for one in shown if one.name == name and role in one.role), None)

        return until(look, f"{name!r} in {window!r}", PATIENCE)

    def wait_words(self, window: str, words: str) -> Found:
        """Wait until a text with these words in it is shown; raises TimeoutError."""

        def look() -> Found | None:
            return next((one for one in self.everything(window) if words in one.name), None)

        return until(look, f"{words!r} in {window!r}", PATIENCE)

    def click(self, window: str, name: str, role: str = "") -> Found:
        """Click a widget by its name with the mouse, once it stands still."""
        before = self.wait(window, name, role)

        def stands() -> Found | None:
            nonlocal before
            now = self.wait(window, name, role)
            is_still, before = now == before, now
            return now if is_still else None

        found = until(stands, f"{name!r} standing still", PATIENCE)
        self._session.click(*found.middle)
        return found

    def value(self, found: Found) -> str:
        """Give what stands in a field."""
        (told,) = self._answers([_asked(found.place, "Text", "GetText", "ii", (0, -1))])
        return str(told)

    # -- inside

    def _below(self, top: Place) -> list[Found]:
        """Look level by level, all of a level at once: each question waits for the program."""
        known: dict[Place, Found] = {}
        inner: dict[Place, list[Place]] = {}
        level = [top]
        while level:
            told = self._answers([question for place in level for question in _questions(place)])
            for number, place in enumerate(level):
                state, name, role, box, children = told[number * 5 : number * 5 + 5]
                if None not in (state, name, role, box, children) and state[0] >> SHOWING & 1:
                    known[place] = Found(name[1], role, tuple(box), place)
                    inner[place] = _places(children)
            level = [child for place in level for child in inner.get(place, ())]
        return list(_read(top, known, inner))

    def _children(self, place: Place) -> list[Place]:
        (told,) = self._answers([_asked(place, "Accessible", "GetChildren")])
        return _places(told or [])

    def _answers(self, questions: list[Any]) -> list[Any]:
        """Ask all at once; what is gone meanwhile answers None."""
        numbers = []
        for question in questions:
            numbers.append(next(self._connection.outgoing_serial))
            self._connection.send(question, serial=numbers[-1])
        told: dict[int, Any] = {}
        while len(told) < len(questions):
            reply = self._connection.receive(timeout=PATIENCE)
            number = reply.header.fields.get(HeaderFields.reply_serial)
            if number in numbers:
                is_error = reply.header.message_type is MessageType.error
                told[number] = None if is_error else reply.body[0]
        return [told[number] for number in numbers]


def _questions(place: Place) -> list[Any]:
    return [
        _asked(place, "Accessible", "GetState"),
        _name(place),
        _asked(place, "Accessible", "GetRoleName"),
        _asked(place, "Component", "GetExtents", "u", (ON_SCREEN,)),
        _asked(place, "Accessible", "GetChildren"),
    ]


def _name(place: Place) -> Any:
    bus_name, path = place
    return Properties(DBusAddress(path, bus_name, f"{ATSPI}.Accessible")).get("Name")


def _asked(
    place: Place,
    interface: str,
    member: str,
    signature: str | None = None,
    body: tuple[object, ...] = (),
) -> Any:
    bus_name, path = place
    address = DBusAddress(path, bus_name, f"{ATSPI}.{interface}")
    return new_method_call(address, member, signature, body)


def _places(told: list[tuple[str, str]]) -> list[Place]:
    return [(str(bus_name), str(path)) for bus_name, path in told]


def _read(
    place: Place, known: dict[Place, Found], inner: dict[Place, list[Place]]
) -> Iterator[Found]:
    if place in known:
        yield known[place]
        for child in inner[place]:
            yield from _read(child, known, inner)


def _socket_of(address: str) -> str:
    """Give the path of a bus's socket; abstract ones begin with a zero byte."""
    kind, _, rest = address.partition(":")
    parts = dict(part.split("=", 1) for part in rest.split(","))
    if kind != "unix":
        raise ValueError(address)
    return parts.get("path") or "\0" + parts["abstract"]
