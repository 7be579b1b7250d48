"""A desktop for one measurement: X server with monitors, bus, window manager and tray."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.eyes import Eyes
from benchmarks.processes import Running, need, until

INCH = 25.4
TRAY_WIDTH, TRAY_HEIGHT = 240, 32
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""  # no service folders: nothing is started by surprise


@dataclass(frozen=True, slots=True)
class Layout:
    """Monitors of one size, side by side."""

    name: str
    width: int
    height: int
    monitors: int = 1

    @property
    def whole(self) -> tuple[int, int]:
        """Give the desktop's width and height."""
        return self.width * self.monitors, self.height


FULL_HD = Layout("1080p", 1920, 1080)
TWO_FULL_HD = Layout("2x1080p", 1920, 1080, 2)
UHD = Layout("4K", 3840, 2160)
TWO_UHD = Layout("2x4K", 3840, 2160, 2)
LAYOUTS = (FULL_HD, TWO_FULL_HD, UHD, TWO_UHD)


class Desktop:
    """A desktop that runs: start programs on it, look at it, press its keys."""

    def __init__(self, layout: Layout, folder: Path) -> None:
        self.layout = layout
        self.folder = folder
        self._running: list[Running] = []
        self.env = self._environment()

    def start(self, *command: str, is_spoken_to: bool = False) -> Running:
        """Start a program here; it ends with the desktop at the latest."""
        log = self.folder / f"{Path(command[0]).name}.log"
        running = Running(list(command), self.env, log, is_spoken_to=is_spoken_to)
        self._running.append(running)
        return running

    def end(self, running: Running) -> None:
        """End a program that was started here."""
        running.end()
        if running in self._running:
            self._running.remove(running)

    def open(self) -> None:
        """Start everything and wait until it serves."""
        self._start_server()
        self.eyes = Eyes(self.env["DISPLAY"])
        self._start_bus()
        self.start("openbox")
        until(lambda: self.eyes.property_of_root("_NET_SUPPORTING_WM_CHECK"), "openbox")
        place = ("--edge", "bottom", "--align", "left", "--SetDockType", "true")
        shape = ("--widthtype", "pixel", "--width", str(TRAY_WIDTH), "--heighttype", "pixel")
        self.start("trayer", *place, *shape, "--height", str(TRAY_HEIGHT))
        until(lambda: self.eyes.owner_of("_NET_SYSTEM_TRAY_S0"), "trayer")
        self.eyes.point_at(60, 60)

    def close(self) -> None:
        """End everything, the server last."""
        while self._running:
            self._running.pop().end()

    def _start_server(self) -> None:
        width, height = self.layout.whole
        readable, writable = os.pipe()
        command = ["Xvfb", "-displayfd", str(writable), "-noreset", "-nolisten", "tcp"]
        command += ["-screen", "0", f"{width}x{height}x24"]
        server = Running(command, self.env, self.folder / "xvfb.log", pass_fds=(writable,))
        self._running.append(server)
        os.close(writable)
        with os.fdopen(readable) as told:
            self.env["DISPLAY"] = f":{told.readline().strip()}"
        for number in range(self.layout.monitors):
            self._set_monitor(number)

    def _set_monitor(self, number: int) -> None:
        width, height = self.layout.width, self.layout.height
        sizes = f"{width}/{round(width * INCH / 96)}x{height}/{round(height * INCH / 96)}"
        name, output = ("*M0", "screen") if number == 0 else (f"M{number}", "none")
        shape = f"{sizes}+{number * width}+0"
        self.start("xrandr", "--setmonitor", name, shape, output).process.wait()

    def _start_bus(self) -> None:
        socket = self.folder / "run" / "bus"
        config = self.folder / "bus.conf"
        config.write_text(BUS.format(socket=socket))
        self.start(need("dbus-daemon"), f"--config-file={config}", "--nofork", "--nopidfile")
        until(socket.exists, "the session bus")

    def _environment(self) -> dict[str, str]:
        """Make the variables of a session that shares nothing with the one we run in."""
        places = {
            "HOME": "home",
            "XDG_RUNTIME_DIR": "run",
            "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "share",
            "XDG_STATE_HOME": "state",
            "XDG_CACHE_HOME": "cache",
            "DZWONEK_HOME": "dzwonek",
        }
        for name in places.values():
            (self.folder / name).mkdir(mode=0o700)
        root = Path(__file__).resolve().parent.parent
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join((str(root), str(root / "app"))),
            "LANG": "C.UTF-8",
            "TZ": "Europe/Warsaw",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder / 'run' / 'bus'}",
            "QT_QPA_PLATFORMTHEME": "generic",  # what Dzwonek sets itself; the floor gets it too
            **{variable: str(self.folder / name) for variable, name in places.items()},
        }


@contextmanager
def desktop(layout: Layout) -> Iterator[Desktop]:
    """Open a desktop and end it, with everything that was started on it."""
    folder = Path(tempfile.mkdtemp(prefix="dzb-"))  # short: sockets live in it
    made = Desktop(layout, folder)
    try:
        made.open()
        yield made
    finally:
        made.close()
        shutil.rmtree(folder, ignore_errors=True)
