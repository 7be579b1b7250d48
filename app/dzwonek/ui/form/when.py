"""When it happened: the press, the chosen call, or whatever a person types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from dzwonek.domain.when import Unread, moment_in
from dzwonek.ui.form import said
from dzwonek.ui.look import Act, Size, Space, Type, announce, colours_of, plain, px, set_tip

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock
    from dzwonek.ui.form.calendar import CalendarPopup

MOST = 60  # characters; more is no moment
LONGEST = "w poniedziałek o 18:00"  # what the field has room for
STEPS = {
    Qt.Key.Key_Up: timedelta(minutes=1),
    Qt.Key.Key_Down: timedelta(minutes=-1),
    Qt.Key.Key_PageUp: timedelta(hours=1),
    Qt.Key.Key_PageDown: timedelta(hours=-1),
}


class MomentEdit(QLineEdit):
    """Takes a moment in anybody's words; arrow keys move it, F4 opens the calendar."""

    stepped = Signal(object)  # timedelta
    calendar_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("when")
        self.setAccessibleName(self.tr("Kiedy to się stało"))
        self.setAccessibleDescription(self.tr("Np. dziś o 13:55, wczoraj 9:10, 10 minut temu"))
        self.setMaxLength(MOST)
        inset = 2 * px(self, Space.MEDIUM)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(LONGEST) + inset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the moment with the arrow keys."""
        key, is_alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key is Qt.Key.Key_F4 or (is_alt and key is Qt.Key.Key_Down):
            self.calendar_wanted.emit()
        elif key in STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)


class CalendarButton(QPushButton):
    """A small button with the sign of a calendar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setProperty("act", Act.LINK.value)
        self.setObjectName("when.calendar")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Wybierz dzień z kalendarza"))
        self.setAccessibleDescription("F4")
        set_tip(self, self.tr("Wybierz dzień z kalendarza (F4)"))

    def sizeHint(self) -> QSize:
        """Take a square as high as a field."""
        return QSize(px(self, Size.CONTROL), px(self, Size.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the sign in its own colour."""
        super().paintEvent(event)
        tones, unit = colours_of(self), px(self, Size.BOX) / 16
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2 - 8 * unit, self.height() / 2 - 8 * unit)
        painter.scale(unit, unit)
        painter.setPen(QPen(tones.accent if self.isEnabled() else tones.off, 1.4))
        painter.drawRoundedRect(2, 3, 12, 11, 1.5, 1.5)
        for x in (5, 11):
            painter.drawLine(x, 1, x, 4)
        painter.drawLine(2, 7, 14, 7)
        painter.end()


@dataclass(frozen=True, slots=True)
class Said:
    """A moment (UTC) as it stands in the form: its text, where it comes from, what is wrong."""

    text: str
    moment: datetime
    why: str
    fault: Unread | None = None


class WhenCell(QWidget):
    """The moment it happened, in the operator's own time."""

    changed = Signal()

    def __init__(self, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._zone = clock, zone
        self._moment = self._given = clock.now()
        self.why = self._given_why = ""
        self._given_text = ""
        self.fault: Unread | None = None
        self._calendar: CalendarPopup | None = None
        self.edit = MomentEdit(self)
        self.edit.textEdited.connect(self._take_typed)
        self.edit.editingFinished.connect(self._tell)
        self.edit.stepped.connect(self._step)
        self.edit.calendar_wanted.connect(self._open_calendar)
        self.calendar = CalendarButton(self)
        self.calendar.clicked.connect(self._open_calendar)
        self.note = plain("", Type.QUIET, self)
        self.note.setObjectName("when.note")
        self.note.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.TIGHT))
        row.addWidget(self.edit)
        row.addWidget(self.calendar)
        row.addWidget(self.note, 1)

    def moment(self) -> datetime:
        """Give the moment in UTC; to the second as long as nobody typed another one."""
        return self._moment

    def show_moment(self, moment: datetime, why: str) -> None:
        """Show a moment (UTC) and where it comes from."""
        self._moment = self._given = moment
        self.why = self._given_why = why
        self._given_text = f"{moment.astimezone(self._zone):%d.%m.%Y  %H:%M}"
        self.fault = None
        self.edit.setText(self._given_text)
        self._show_note()

    def said(self) -> Said:
        """Give all that stands here, to be shown again by `show_said`."""
        return Said(self.edit.text(), self._moment, self.why, self.fault)

    def show_said(self, before: Said) -> None:
        """Show what stood here before, also where it could not be understood."""
        self._moment, self.why, self.fault = before.moment, before.why, before.fault
        self.edit.setText(before.text)
        self._show_note()

    def not_understood(self) -> str:
        """Give the typed text as long as it gives no moment, else nothing."""
        return self.edit.text().strip() if self.fault is not None else ""

    def show_not_understood(self, text: str, typed_after: datetime) -> None:
        """Show a text that gave no moment when it was typed, with what is wrong with it.

        It is read as of `typed_after` (UTC): an hour that lay ahead is no hour of yesterday now.
        """
        read = moment_in(text, typed_after, self._zone)
        self.fault = read if isinstance(read, Unread) else Unread.UNCLEAR
        self.why = self.tr("wpisane")
        self.edit.setText(text)
        self._show_note()

    def retype(self, text: str) -> None:
        """Take a text as if it were typed, unless it stands there already."""
        if text != self.edit.text():
            self.edit.setText(text)
            self._take_typed(text)

    def in_words(self) -> str:
        """Say the moment as briefly as it stays clear."""
        return said.day_and_time(self._moment, self._clock.now(), self._zone)

    def _take_typed(self, text: str) -> None:
        if text.strip() == self._given_text:
            read: datetime | Unread = self._given
            self.why = self._given_why
        else:
            read = moment_in(text, self._clock.now(), self._zone)
            self.why = self.tr("wpisane")
        self.fault = read if isinstance(read, Unread) else None
        if isinstance(read, datetime):
            self._moment = read
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        self.note.setText(self._note())

    def _note(self) -> str:
        match self.fault:
            case Unread.UNCLEAR:
                return self.tr("np. dziś o 13:55, wczoraj 9:10, 10 minut temu")
            case Unread.AHEAD:
                return self.tr("to jeszcze przed nami – sprawdź datę i godzinę")
            case Unread.SKIPPED:
                return self.tr("takiej godziny nie było: przestawiono wtedy zegary")
        now = self._clock.now()
        if self.edit.text() == self._given_text:
            day = said.day(self._moment, now, self._zone)
            return ", ".join(part for part in (day, self.why) if part)
        return said.full_moment(self._moment, now, self._zone)

    def _tell(self) -> None:
        """Let a screen reader say how the words were understood."""
        if self.edit.text() != self._given_text:
            announce(self.edit, self.note.text())

    def _step(self, by: timedelta) -> None:
        at = (self._moment + by).replace(second=0, microsecond=0)
        if at <= self._clock.now():
            self._show_other(f"{at.astimezone(self._zone):%d.%m.%Y  %H:%M}")

    def _show_other(self, text: str) -> None:
        """Show what a key or the calendar chose, as if it had been typed."""
        self.edit.setText(text)
        self._take_typed(text)

    # -- the calendar

    def _open_calendar(self) -> None:
        if self._calendar is None:
            from dzwonek.ui.form.calendar import CalendarPopup

            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._take_day)
        today = self._clock.now().astimezone(self._zone).date()
        day = self._moment.astimezone(self._zone).date()
        self._calendar.open_at(
            self.calendar,
            QDate(day.year, day.month, day.day),
            QDate(today.year, today.month, today.day),
        )

    def _take_day(self, day: QDate) -> None:
        """Keep the hour; the day is another one."""
        hour = self._moment.astimezone(self._zone)
        self._show_other(f"{day.day():02}.{day.month():02}.{day.year():04}  {hour:%H:%M}")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.edit, self.note.text())
