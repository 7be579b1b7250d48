"""A form filled and painted once where nobody sees it, so that the first press is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.report import Draft
from dzwonek.ui.form.slots import Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def blank_report(pictures: int, now: datetime) -> tuple[Draft, list[Slot]]:
    """Make a report of nothing with so many small pictures; `now` is UTC."""
    blank = QImage(16, 9, QImage.Format.Format_RGB32)
    notes = (PictureNote("", "", 16, 9, "", now) for _ in range(pictures))
    return Draft(new_id(now), now, now), [Slot(note, blank) for note in notes]


def paint_unseen(form: QWidget, take_room: Callable[[], None], finish: Callable[[], None]) -> None:
    """Lay a filled form out, paint it into nothing, and finish it."""
    for part in form.findChildren(QWidget):
        part.ensurePolished()
    take_room()
    form.winId()  # the system's window, so that the first show has only to map it
    form.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    form.show()
    form.grab()
    finish()
    form.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
