"""A plain client on a session's bus: waits for names, calls, and overhears notices."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, prep_socket

WATCHER = DBusAddress(
    "/StatusNotifierWatcher",
    bus_name="org.kde.StatusNotifierWatcher",
    interface="org.kde.StatusNotifierWatcher",
)


@dataclass(frozen=True, slots=True)
class SeenNotice:
    """A notice as a program sent it to the daemon, or as the daemon's history tells it."""

    app: str
    title: str
    body: str
    actions: tuple[str, ...] = ()


class BusClient:
    """One connection to the bus at a socket's path."""

    def __init__(self, path: str) -> None:
        self.connection: Any = DBusConnection(prep_socket(path))
        self._proxy: Any = Proxy(message_bus, self.connection, timeout=5)

    def close(self) -> None:
        """End the connection."""
        self.connection.close()

    def has_name(self, name: str) -> bool:
        """Say whether somebody on the bus has the name."""
        return bool(self._proxy.NameHasOwner(name)[0])

    def wait_name(self, name: str, seconds: float = 20.0) -> None:
        """Wait until somebody has the name; raises TimeoutError."""
        rule = MatchRule(
            type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged", path=None
        )
        rule.add_arg_condition(0, name)
        self._proxy.AddMatch(rule)
        ends_at = time.monotonic() + seconds
        with self.connection.filter(rule, bufsize=100) as changes:
            while not self.has_name(name):
                left = ends_at - time.monotonic()
                try:
                    self.connection.recv_until_filtered(changes, timeout=max(left, 0))
                except TimeoutError as error:
                    raise TimeoutError(f"nobody took {name} within {seconds} s") from error
        self._proxy.RemoveMatch(rule)

    def call(
        self, address: DBusAddress, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Call and give the answer's values, an error's included; raises TimeoutError."""
        message = new_method_call(address, member, signature or None, body)
        return tuple(self.connection.send_and_get_reply(message, timeout=5).body)

    def tray_items(self) -> tuple[str, ...]:
        """List the icons that the StatusNotifierWatcher knows."""
        properties = DBusAddress(
            WATCHER.object_path,
            bus_name=WATCHER.bus_name,
            interface="org.freedesktop.DBus.Properties",
        )
        wanted = (WATCHER.interface, "RegisteredStatusNotifierItems")
        return tuple(self.call(properties, "Get", "ss", wanted)[0][1])


class Overhearing:
    """Listens to every Notify call on the bus, so that a test can wait for a notice."""

    def __init__(self, path: str) -> None:
        self._client = BusClient(path)
        self._seen: list[SeenNotice] = []
        monitoring = DBusAddress(
            "/org/freedesktop/DBus",
            bus_name="org.freedesktop.DBus",
            interface="org.freedesktop.DBus.Monitoring",
        )
        rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
        self._client.call(monitoring, "BecomeMonitor", "asu", ([rule], 0))

    def close(self) -> None:
        """Stop listening."""
        self._client.close()

    def seen(self) -> tuple[SeenNotice, ...]:
        """Give all notices sent so far."""
        while self._take(0):
            pass
        return tuple(self._seen)

    def wait(self, text: str, seconds: float = 20.0) -> SeenNotice:
        """Wait for a notice with `text` in its title or body; raises TimeoutError."""
        ends_at = time.monotonic() + seconds
        known = 0
        while True:
            for notice in self._seen[known:]:
                if text in notice.title or text in notice.body:
                    return notice
            known = len(self._seen)
            if not self._take(ends_at - time.monotonic()):
                raise TimeoutError(f"no notice says {text!r}; there were {self._seen}")

    def _take(self, seconds: float) -> bool:
        try:
            message = self._client.connection.receive(timeout=max(seconds, 0))
        except TimeoutError:
            return False
        if len(message.body) == 8:
            app, _, _, title, body, actions, _, _ = message.body
            self._seen.append(SeenNotice(app, title, body, tuple(actions)))
        return True
