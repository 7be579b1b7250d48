"""What can be seen of the open report form: where its parts stand, found by their colours."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage

from dzwonek.ui.look import Colours, colours_now
from tests.session.hand import FORM
from tests.session.office import APP, PATIENCE, Computer
from tests.session.programs import until
from tests.session.scene import stands_still
from tests.session.x_session import XSession

LONG = 260  # pixels of one colour side by side: the frame of a wide field, the ground of a box
BAR = 3  # pixels: the mark before a picked activity, wider than any frame
HIGH = 20  # pixels: so high is no letter
ROUND = 40  # pixels: a window manager may count its frame into a window's place, or not
LINES = 3  # of the summary, for a report that nobody wrote anything into
STRIP = """\
import sys
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from dzwonek.ui.form.strip import EmergencyStrip
from dzwonek.ui.look import dress
telephone, code, width, file = sys.argv[1:]
application = QApplication([])
window = QWidget()
column = QVBoxLayout(window)
column.setContentsMargins(0, 0, 0, 0)
strip = EmergencyStrip(telephone, window)
column.addWidget(strip)
strip.show_urgent(is_urgent=True, code=code)
dress(window)
window.resize(int(width), window.sizeHint().height())
window.grab().save(file)
"""


@dataclass(frozen=True, slots=True)
class Sight:
    """The form as photographed, with what is round it; `x` and `y` are the place on the desktop.

    `width` is that of the form alone, in pixels.
    """

    image: QImage
    x: int
    y: int
    width: int
    tones: Colours

    def place(self, across: int, down: int) -> tuple[int, int]:
        """Give a place of the form as one of the desktop."""
        return self.x + across, self.y + down

    def _rows(self, wanted: bytes) -> list[tuple[int, int]]:
        """List where rows of pixels hold these in a row: x and y, from above."""
        found = []
        for down, row in enumerate(rows_of(self.image)):
            place = row.find(wanted)
            while place > 0 and place % 3:
                place = row.find(wanted, place + 1)
            if place >= 0:
                found.append((place // 3, down))
        return found

    def picked(self) -> tuple[int, int] | None:
        """Find the picked activity, by the mark before it."""
        rows = self._rows(pixels(self.tones.accent) * BAR + pixels(self.tones.tint) * 4)
        for left, count in Counter(across for across, _ in rows).items():
            if count >= HIGH:
                below = [down for across, down in rows if across == left]
                return self.place(left + 100, below[count // 2])
        return None

    def summary(self) -> tuple[tuple[int, int], ...]:
        """Find the lines of the summary of all that is missing in a fresh form, from above."""
        ground = self._rows(pixels(self.tones.danger_tint) * LONG)
        if not ground:
            return ()
        left = min(across for across, _ in ground)
        top, bottom = ground[0][1], ground[-1][1]
        line = (bottom - top) / (LINES + 1)
        middles = (round(top + line * (number + 1.4)) for number in range(LINES))
        return tuple(self.place(left + 40, middle) for middle in middles)

    def faulty_field(self) -> tuple[int, int] | None:
        """Find the wide field below the summary that stands in a red frame: its upper left."""
        ground = self._rows(pixels(self.tones.danger_tint) * LONG)
        end = ground[-1][1] + BAR if ground else 0
        frame = [row for row in self._rows(pixels(self.tones.danger) * LONG) if row[1] > end]
        return frame[0] if frame else None

    def prompt(self) -> tuple[int, int] | None:
        """Find the first prompt of the last row, above a description that is still missing."""
        corner = self.faulty_field()
        return self.place(corner[0] + 30, corner[1] - 12) if corner else None

    def shows(self, part: QImage) -> bool:
        """Say whether a picture stands in the form, pixel by pixel."""
        begun = self._rows(next(rows_of(part)))
        places = (part.rect().translated(across, down) for across, down in begun)
        return any(self.image.copy(place) == part for place in places)


def rows_of(image: QImage) -> Iterator[bytes]:
    """Give the rows of pixels of a photograph, three bytes a pixel, from above."""
    content, stride = bytes(image.constBits()), image.bytesPerLine()
    for start in range(0, stride * image.height(), stride):
        yield content[start : start + 3 * image.width()]


def pixels(colour: QColor) -> bytes:
    """Give one pixel of a colour as it lies in a photograph."""
    return bytes((colour.red(), colour.green(), colour.blue()))


def look_at_form(computer: Computer) -> Sight:
    """Photograph the form once everything stands still; the mouse is put out of the way."""
    session = computer.session
    session.run("xdotool", "mousemove", "4", "400")
    screens = stands_still(session, session.folder / "form.ppm")
    x, y, width, height = session.place_of(session.wait_window(FORM, PATIENCE))
    number, left = divmod(x, screens[0].width())
    whole = screens[number].copy(left - ROUND, y - ROUND, width + 2 * ROUND, height + ROUND)
    return Sight(whole, x - ROUND, y - ROUND, width, colours_now())


def wait_summary(computer: Computer) -> Sight:
    """Wait until the form says what is missing."""

    def look() -> Sight | None:
        sight = look_at_form(computer)
        return sight if sight.summary() else None

    return until(look, "the summary", PATIENCE)


def strip_with(session: XSession, telephone: str, code: str, width: int) -> QImage:
    """Paint in the session how the form's top asks to ring at once, with a code to read out."""
    file = session.folder / f"strip-{code}.png"
    subprocess.run(
        (sys.executable, "-c", STRIP, telephone, code, str(width), str(file)),
        env={**session.env, "PYTHONPATH": str(APP)},
        check=True,
        timeout=PATIENCE,
    )
    return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
