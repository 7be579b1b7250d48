"""A hand that writes and draws until the program is killed, and what it then finds on the disk."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from dzwonek.capture.raster import decoded
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from tests.fakes.secret_box import MemorySecretBox
from tests.session.hand import FORM, wait_focus
from tests.session.office import PATIENCE, Computer
from tests.session.programs import until
from tests.session.scene import stands_still
from tests.session.x_session import XSession

EDITOR = "Zakryj dane klienta"
SYLLABLES = ("zażó", "łć gę", "ślą j", "aźń ", "rozł", "ącza ")
WALLPAPER = "#c030a0"  # found again in the form's small picture
STEP, SIDE = 30, 20  # pixels of the picture: from cover to cover, and a cover's sides
COVERS = 14
SETTINGS = '[ui]\nlanguage = "pl"\n'  # nobody to ask and nobody to send to


def moved_in(session: XSession) -> Computer:
    home = Path(tempfile.mkdtemp(prefix="h", dir=session.folder))
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return Computer(session, home)


def stop(computer: Computer) -> None:
    if computer.running is not None and computer.running.poll() is None:
        computer.running.kill()
        computer.running.wait()
    assert "unexpected" not in computer.log(), computer.log()


def box_of(computer: Computer) -> SealedDrafts:
    """Open the drafts as they lie on the disk; their key lies in a file."""
    keyring = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    keys = KeyRing(computer.home / "state", keyring, SystemClock(), is_file_allowed=True)
    box = SealedDrafts(computer.home / "data" / "drafts", keys)
    box._is_swept = True  # what looks half-written may be just being written
    return box


def drafts_of(computer: Computer) -> tuple[Draft, ...]:
    return box_of(computer).drafts()


def picture_of(computer: Computer, draft: Draft) -> QImage:
    return decoded(box_of(computer).picture(draft.id, draft.pictures[0].id))


class Work:
    """What a hand does step by step until it is interrupted, and when each step was done."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.done_at: list[float] = []

    def go_on(self, steps: Iterator[object], seconds: float) -> float:
        """Work so long, or to the last step; kill the program and give the moment."""
        ends_at = time.monotonic() + seconds
        for _ in steps:
            self.done_at.append(time.monotonic())
            if time.monotonic() > ends_at:
                break
        killed_at = time.monotonic()
        assert self.computer.running is not None
        self.computer.running.kill()
        self.computer.wait_end()
        return killed_at

    def steps_due(self, killed_at: float, promise: float) -> int:
        """Count the steps that have to be on the disk after so many seconds."""
        return sum(moment < killed_at - promise for moment in self.done_at)

    def behind(self, killed_at: float, found: int) -> float:
        """Tell how long the first step that is not on the disk was done before the kill."""
        missing = self.done_at[found:]
        return killed_at - missing[0] if missing else 0.0


def typing(session: XSession, letters: list[int]) -> Iterator[None]:
    """Type syllable after syllable; `letters` grows by how many there are after each."""
    text = ""
    while True:
        part = SYLLABLES[len(letters) % len(SYLLABLES)]
        session.type_text(part)
        text += part
        letters.append(len(text))
        yield


def drawing(session: XSession) -> Iterator[None]:
    """Draw covers down the picture's diagonal, from its middle."""
    there = ("Right", "Down") * (SIDE // 10)
    for _ in range(COVERS):
        session.key("space", *there, "space", *("Right", "Down") * ((STEP - SIDE) // 10))
        yield


def written(letters: int) -> str:
    whole = "".join(SYLLABLES)
    return (whole * (letters // len(whole) + 1))[:letters]


def open_editor(computer: Computer) -> None:
    """Click the form's first picture, which shows nothing but the wallpaper."""
    place = until(lambda: picture_place(computer.session), "a painted form", PATIENCE)
    computer.session.click(*place)
    wait_focus(computer, EDITOR)


def picture_place(session: XSession) -> tuple[int, int] | None:
    """Find the form's first small picture; before the form is painted the wallpaper is behind."""
    x, y, width, height = session.place_of(session.wait_window(FORM))
    screens = stands_still(session, session.folder / "form.ppm")
    number, left = divmod(x, screens[0].width())
    wanted = QImage(1, 1, QImage.Format.Format_RGB32)
    wanted.fill(WALLPAPER)
    inside = [
        (across, down)
        for down in range(y + 8, y + height - 8, 8)
        for across in range(left + 8, left + width - 8, 8)
        if screens[number].pixel(across, down) == wanted.pixel(0, 0)
    ]
    if not inside or inside[0] == (left + 8, y + 8):
        return None
    across, down = inside[0]  # the upper left corner, about
    return x - left + across + 20, down + 20


def covers_in(image: QImage) -> int:
    """Count the covers that are burnt in without a gap, from the first one on."""
    middle_x, middle_y = image.width() // 2, image.height() // 2
    for number in range(COVERS):
        place = number * STEP + SIDE // 2
        if image.pixelColor(middle_x + place, middle_y + place).lightness() > 0:
            return number
    return COVERS
