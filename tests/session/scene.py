"""Something real on the screen to be photographed: two terminals that stand still."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.session.letters import grabbed
from tests.session.programs import need, until
from tests.session.x_session import XSession

NOTEPAD = "notatnik"
NEIGHBOUR = "drugi ekran"
LOOK_SECONDS = 40.0
SHOWN = """\
import sys
for row in range(30):
    line = "".join(f"\\033[48;5;{(row * 7 + n) % 216 + 16}m {n % 10}" for n in range(30))
    print(line + "\\033[0m zażółć gęślą jaźń", row)
print("\\033[?25l", end="", flush=True)
sys.stdin.read()
"""


def set_scene(session: XSession) -> int:
    """Open a terminal on each monitor, wait until both are painted, and give the first's window."""
    need("xterm")
    script = session.folder / "scene.py"
    script.write_text(SHOWN, encoding="utf-8")
    for title, place in ((NEIGHBOUR, "+2300+90"), (NOTEPAD, "+60+80")):
        shape = ("-u8", "-T", title, "-geometry", f"90x32{place}")
        session.start("xterm", *shape, "-e", sys.executable, str(script))
        session.wait_window(title, LOOK_SECONDS)
    window = session.wait_window(NOTEPAD)
    session.focus(window)
    shown = stands_still(session, session.folder / "scene.ppm")
    assert all(map(is_shown, shown))
    return window


def stands_still(session: XSession, file: Path) -> tuple[QImage, ...]:
    """Wait until two photographs in a row are the same, and give it, one picture a monitor."""
    before: list[tuple[QImage, ...]] = []

    def look() -> tuple[QImage, ...] | None:
        now = grabbed(session, file)
        is_still = bool(before) and before[-1] == now
        before.append(now)
        return now if is_still else None

    return until(look, "a scene that stands still", LOOK_SECONDS)


def is_shown(image: QImage) -> bool:
    """Say whether the picture shows much more than an empty desktop."""
    width, height = image.width(), image.height()
    places = ((x, y) for x in range(0, width, 20) for y in range(0, height, 7))
    return len({image.pixel(x, y) for x, y in places}) > 50
