"""A whole X session for tests: server, monitors, bus, window manager, tray, notices, keyring.

Every program is real, started here and ended here; it takes about half a second.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import xcffib
import xcffib.xproto  # without it a connection has no requests

from tests.session.dbus_client import BusClient, Overhearing, SeenNotice
from tests.session.desk import Desk
from tests.session.programs import Programs, end, need, until
from tests.session.settings import write_settings

KEYRING_PASSWORD = b"tajne"  # no line end: it would become part of the password
INCH = 25.4


class XSession(Desk):
    """A running session: `env` for programs, hands and eyes of `Desk`, and its parts by name."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.folder = folder
        self.size = size
        self.bus_path = folder / "run" / "bus"
        self.programs = Programs(folder)
        self._parts: dict[str, subprocess.Popen[bytes]] = {}
        self._overhearing: Overhearing | None = None
        super().__init__(_environment(folder, self.bus_path))
        write_settings(folder, self.bus_path, size[1])

    # -- parts

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program in the session; it ends with the session at the latest."""
        return self.programs.start(*command, env=self.env)

    def stop(self, part: str) -> None:
        """End one part: `tray`, `notices`, `bus`, `keyring` or `wm`."""
        end(self._parts.pop(part))

    def start_tray(self, kind: str) -> None:
        """Start a tray host, `xembed` or `sni`, and wait until it serves."""
        self._launch_tray(kind)
        self._wait_tray(kind)

    def start_notices(self) -> None:
        """Start the notification daemon and wait until it serves."""
        self._launch_notices()
        self._wait_notices()

    def start_keyring(self) -> None:
        """Start the Secret Service with an unlocked keyring and wait until it serves."""
        self._launch_keyring()
        self._wait_name("org.freedesktop.secrets")

    def start_all(self, tray: str | None, notices: bool, keyring: bool) -> None:
        """Start what is wanted, all at once, and wait until all of it serves."""
        if tray:
            self._launch_tray(tray)
        if notices:
            self._launch_notices()
        if keyring:
            self.start_keyring()
        if notices:
            self._wait_notices()
        if tray:
            self._wait_tray(tray)

    def _launch_tray(self, kind: str) -> None:
        if kind == "sni":
            self._parts.setdefault("xfconf", self.start(_xfconfd()))
            self._wait_name("org.xfce.Xfconf")
            self._parts["tray"] = self.start("xfce4-panel", "--disable-wm-check")
        else:
            place = ("--edge", "bottom", "--align", "left", "--margin", "300")
            shape = ("--width", "1", "--widthtype", "request", "--height", "32")
            self._parts["tray"] = self.start("trayer", *place, *shape)

    def _wait_tray(self, kind: str) -> None:
        if kind == "sni":
            self._wait_name("org.kde.StatusNotifierWatcher")
        else:
            until(lambda: has_owner(self.env["DISPLAY"], "_NET_SYSTEM_TRAY_S0"), "trayer")

    def _launch_notices(self) -> None:
        self._parts["notices"] = self.start("dunst", "-conf", str(self.folder / "dunstrc"))

    def _wait_notices(self) -> None:
        self._wait_name("org.freedesktop.Notifications")
        self._overhearing = self._overhearing or Overhearing(str(self.bus_path))

    def _launch_keyring(self) -> None:
        command = ("gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets")
        self._parts["keyring"] = self.programs.start(*command, env=self.env, stdin=KEYRING_PASSWORD)

    # -- what can be seen

    def tray_icon_position(self, seconds: float = 20.0) -> tuple[int, int]:
        """Wait for the one icon in the tray and give its middle; raises TimeoutError."""
        window = until(self._tray_with_icon, "an icon in the tray", seconds)
        x, y, width, height = self.place_of(window)
        return x + width // 2, y + height // 2

    def notices(self) -> tuple[SeenNotice, ...]:
        """Give the daemon's history, newest first; what is on the screen goes into it now."""
        self.run("dunstctl", "close-all")
        history = json.loads(self.run("dunstctl", "history"))["data"][0]
        return tuple(
            SeenNotice(*(entry[key]["data"] for key in ("appname", "summary", "body")))
            for entry in history
        )

    def sent_notices(self) -> tuple[SeenNotice, ...]:
        """Give the notices as programs sent them, oldest first; the screen stays as it is."""
        return self._overhearing.seen() if self._overhearing else ()

    def wait_notice(self, text: str, seconds: float = 20.0) -> SeenNotice:
        """Wait until a program has sent a notice with `text` in it; raises TimeoutError."""
        if self._overhearing is None:
            raise RuntimeError("this session has no notification daemon")
        return self._overhearing.wait(text, seconds)

    def click_notice(self) -> None:
        """Click the notice on the screen: its default action."""
        self.click_window(until(lambda: self.windows_of("Dunst"), "a notice on the screen")[0])

    # -- life

    def open_display(self) -> None:
        """Start the X server on a display that nobody has, with two monitors side by side."""
        width, height = self.size
        readable, writable = os.pipe()
        screen = ("-screen", "0", f"{width}x{height}x24", "-noreset", "-nolisten", "tcp")
        server = ("Xvfb", "-displayfd", str(writable), *screen)
        self.programs.start(*server, env=self.env, pass_fds=(writable,))
        os.close(writable)
        with os.fdopen(readable) as told:
            number = told.readline().strip()
        self.env["DISPLAY"] = f":{number}"
        half, tall = width // 2, height
        for name, left, output in (("*L", 0, "screen"), ("R", half, "none")):
            shape = f"{half}/{round(half * INCH / 96)}x{tall}/{round(tall * INCH / 96)}+{left}+0"
            self.run("xrandr", "--setmonitor", name, shape, output)
        self.layout("pl")

    def open_bus(self) -> None:
        """Start the session bus, on which nothing is activatable."""
        config = f"--config-file={self.folder / 'bus.conf'}"
        self._parts["bus"] = self.start("dbus-daemon", config, "--nofork", "--nopidfile")
        until(self.bus_path.exists, "the session bus")

    def open_window_manager(self) -> None:
        """Start openbox and wait until it manages."""
        config = str(self.folder / "openbox.xml")
        self._parts["wm"] = self.start("openbox", "--config-file", config)
        check = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
        until(lambda: "window id" in self.run(*check), "openbox")

    def close(self) -> None:
        """End everything."""
        if self._overhearing is not None:
            self._overhearing.close()
        self.programs.stop()

    def _wait_name(self, name: str) -> None:
        client = BusClient(str(self.bus_path))
        try:
            client.wait_name(name)
        finally:
            client.close()

    def _tray_with_icon(self) -> int | None:
        sized = ((window, self.place_of(window)) for window in self.windows_of("trayer"))
        embedded = [window for window, (_, _, width, _) in sized if width >= 16]
        if embedded:
            return embedded[0]
        client = BusClient(str(self.bus_path))
        try:
            if not client.has_name("org.kde.StatusNotifierWatcher") or not client.tray_items():
                return None
        finally:
            client.close()
        panels = self.windows_of("Xfce4-panel")
        return panels[0] if panels else None


@contextmanager
def x_session(
    size: tuple[int, int] = (3840, 1080),
    tray: str | None = "xembed",
    notices: bool = True,
    keyring: bool = True,
    bus: bool = True,
) -> Iterator[XSession]:
    """Run a session; `tray` is `xembed` (trayer), `sni` (xfce4-panel) or None.

    `size` is the desktop's, cut into two equal monitors L and R. A program that is missing fails
    the test in CI and skips it elsewhere.
    """
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="dzs-"))  # short: sockets live in it
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        session = XSession(folder, size)
        stack.callback(session.close)
        session.open_display()
        if bus:
            session.open_bus()
        else:
            session.env["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        session.open_window_manager()
        session.start_all(tray, notices and bus, keyring and bus)
        yield session


def has_owner(display: str, selection: str) -> bool:
    """Say whether a program owns an X selection; a tray announces itself so.

    Its window may stay hidden as long as it is empty.
    """
    server: Any = xcffib
    connection = server.Connection(display)
    atom = connection.core.InternAtom(False, len(selection), selection).reply().atom
    owner = connection.core.GetSelectionOwner(atom).reply().owner
    connection.disconnect()
    return bool(owner)


def _environment(folder: Path, bus: Path) -> dict[str, str]:
    """Make the variables of a session that shares nothing with the one the tests run in."""
    places = {
        "HOME": folder / "home",
        "XDG_RUNTIME_DIR": folder / "run",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_CONFIG_DIRS": folder / "etc",
        "XDG_DATA_HOME": folder / "data",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "TMPDIR": folder / "tmp",
    }
    for place in places.values():
        place.mkdir(mode=0o700)
    return {
        **{name: str(place) for name, place in places.items()},
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "USER": "operator",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder / 'run' / 'no-system-bus'}",
        "XDG_SESSION_TYPE": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "NO_AT_BRIDGE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _xfconfd() -> str:
    found = next(Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"), None)
    return str(found or need("xfconfd"))
