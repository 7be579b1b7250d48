"""What an operator has on the screen, and pictures of it to hold against the report's."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.windows.rig_hand import Hand, Picture
from tests.windows.rig_messages import NOTEPAD, edit_of, is_typed_into, text_of
from tests.windows.rig_windows import Look, Programs, Window, again_until, until

KNOWN = "Rozmowa 14:02, klient nie slyszy"
LOOK_SECONDS = 40.0
CARET = (4, 40)  # the most a blinking caret covers, in physical pixels
FORMAT = QImage.Format.Format_RGB888


def image(picture: Picture) -> QImage:
    """Give a picture of the hand's as Qt has it."""
    width, height = picture.width, picture.height
    return QImage(picture.pixels, width, height, width * 3, FORMAT).copy()


def decoded(content: bytes) -> QImage:
    """Decode an attached picture."""
    found = QImage.fromData(content)
    assert not found.isNull()
    return found.convertToFormat(FORMAT)


def differing(one: QImage, other: QImage) -> QRect:
    """Give the rectangle outside which two pictures of one size are the same, to the pixel."""
    assert one.size() == other.size(), (one.size(), other.size())
    rows = [y for y in range(one.height()) if _row(one, y) != _row(other, y)]
    if not rows:
        return QRect()
    first, last = one.width(), 0
    for y in rows:
        pair = list(zip(_pixels(one, y), _pixels(other, y), strict=True))
        columns = [x for x, (mine, theirs) in enumerate(pair) if mine != theirs]
        first, last = min(first, columns[0]), max(last, columns[-1])
    return QRect(first, rows[0], last - first + 1, rows[-1] - rows[0] + 1)


def is_same(one: QImage, other: QImage) -> bool:
    """Say whether two pictures show the same; a caret may stand in one and blink in the other."""
    place = differing(one, other)
    return place.width() <= CARET[0] and place.height() <= CARET[1]


def stands_still(hand: Hand) -> Picture:
    """Wait until two looks in a row see the same, and give it; raises TimeoutError."""
    before: list[QImage] = []

    def look() -> Picture | None:
        seen = hand.picture()
        now = image(seen)
        is_still = bool(before) and is_same(before[-1], now)
        before.append(now)
        return seen if is_still else None

    return until(look, "a screen that stands still", LOOK_SECONDS)


def open_notepad(hand: Hand, look: Look, programs: Programs) -> Window:
    """Put Notepad in front, with a known text in it."""
    programs.start("notepad")
    notepad = look.wait_in_front(NOTEPAD)
    until(lambda: is_typed_into(edit_of(notepad.handle)), "the caret in Notepad")

    def write() -> None:
        hand.press("Ctrl+a")
        hand.type(KNOWN)

    again_until(write, lambda: text_of(notepad.handle) == KNOWN, "the known text")
    return notepad


def keep(hand: Hand, name: str) -> None:
    """Leave a picture of the desktop for people to look at, where they named a folder for it."""
    if folder := os.environ.get("DZWONEK_PICTURES"):
        test = os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].partition(" ")[0]
        safe = "".join(letter if letter.isalnum() else "-" for letter in test)
        hand.picture().save(Path(folder, f"{safe}-{name}.png"))


def _row(picture: QImage, y: int) -> bytes:
    stride = picture.bytesPerLine()
    return bytes(picture.constBits()[y * stride : y * stride + picture.width() * 3])


def _pixels(picture: QImage, y: int) -> list[bytes]:
    row = _row(picture, y)
    return [row[at : at + 3] for at in range(0, len(row), 3)]
