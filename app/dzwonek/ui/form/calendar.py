"""A month to choose a day from, built when somebody first asks for it."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from dzwonek.ui.look import Space, colours_of, px

DAYS_SHOWN = 42
SHEET = """
QWidget { background: $surface; color: $text; }
QToolButton {
  color: $text; background: $surface; border: none; padding: 0 4px;
  min-width: ${target}px; min-height: ${target}px; font-weight: 600;
}
QToolButton:hover { background: $hover; }
QToolButton:focus { color: $accent; }
QAbstractItemView {
  color: $text; background: $surface; border: none; padding: 0;
  selection-color: $on_accent; selection-background-color: $accent;
}
QAbstractItemView:focus { border: none; }
QAbstractItemView:disabled { color: $quiet; }
"""

DAY, MONTH = 28, (300, 250)  # pixels at the usual font


class CalendarPopup(QFrame):
    """Shows a month under a button; a click or Enter chooses a day, Esc chooses none."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self.setProperty("ground", "card")
        self.month = QCalendarWidget(self)
        self.month.setObjectName("calendar.month")
        self.month.setAccessibleName(self.tr("Dzień, w którym to się stało"))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.month.setGridVisible(False)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        self._name_arrows()
        days = self.month.findChild(QTableView, "qt_calendar_calendarview")  # Qt's own name
        if days is not None:
            days.installEventFilter(self)
        column = QVBoxLayout(self)
        edge = px(self, Space.TIGHT)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.month)

    def open_at(self, place: QWidget, day: QDate, today: QDate) -> None:
        """Open under a widget, at a day; days after today cannot be chosen."""
        self.month.setLocale(QLocale())
        self._colour()
        self.month.setMaximumDate(today)
        self._cross_out_after(today)
        self.month.setSelectedDate(day)
        self.adjustSize()
        self.move(self._beside(place))
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with Enter and Space; Qt would only begin to edit the day's number."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in keys:
            self._choose(self.month.selectedDate())
            return True
        return super().eventFilter(watched, event)

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(day)

    def _colour(self) -> None:
        """Take the place of the system's blue bar and red weekend by the house's colours."""
        tones = colours_of(self)
        usual = QTextCharFormat()
        usual.setForeground(tones.text)
        usual.setBackground(tones.surface)
        self.month.setHeaderTextFormat(usual)
        weekend = QTextCharFormat()
        weekend.setForeground(tones.text)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, weekend)
        colours = {name: getattr(tones, name).name() for name in ("surface", "text", "quiet")}
        more = {name: getattr(tones, name).name() for name in ("hover", "accent", "on_accent")}
        target = px(self, DAY)
        self.month.setStyleSheet(Template(SHEET).substitute(colours, **more, target=target))
        self.month.setMinimumSize(px(self, MONTH[0]), px(self, MONTH[1]))

    def _cross_out_after(self, today: QDate) -> None:
        """Mark what cannot be chosen; Qt shows the rest of this month like any other day."""
        never = QTextCharFormat()
        never.setForeground(colours_of(self).quiet)
        never.setFontStrikeOut(True)
        self.month.setDateTextFormat(QDate(), QTextCharFormat())  # those of an earlier day
        for ahead in range(1, DAYS_SHOWN):
            self.month.setDateTextFormat(today.addDays(ahead), never)

    def _name_arrows(self) -> None:
        """Show the two arrows in the text's colour; Qt's own are black on any ground."""
        for name, sign, told in (
            ("qt_calendar_prevmonth", "‹", self.tr("Poprzedni miesiąc")),
            ("qt_calendar_nextmonth", "›", self.tr("Następny miesiąc")),
        ):
            arrow = self.month.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(QIcon())
                arrow.setText(sign)
                arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
                arrow.setAccessibleName(told)

    def _beside(self, place: QWidget) -> QPoint:
        """Find room under the widget, or above it where there is none below."""
        room = place.screen().availableGeometry()
        under = place.mapToGlobal(QPoint(0, place.height()))
        if under.y() + self.height() > room.bottom():
            under.setY(place.mapToGlobal(QPoint(0, 0)).y() - self.height())
        under.setX(max(room.left(), min(under.x(), room.right() - self.width())))
        return under
