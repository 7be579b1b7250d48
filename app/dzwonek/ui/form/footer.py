"""The strip at the bottom: *Wyślij*, *Później*, and the promise that nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dzwonek.ui.look import Act, Space, Type, announce, colours_of, plain, px


class KeyButton(QPushButton):
    """A button that shows its key beside its text, more quietly."""

    def __init__(
        self, text: str, key: str, act: Act, parent: QWidget, other_text: str = ""
    ) -> None:
        super().__init__("", parent)
        self.setProperty("act", act.value)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._act, self._words, self._key = act, text, key
        self._all_words = (text, other_text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)

    def say(self, text: str) -> None:
        """Change the words to the other ones or back; the width has room for both."""
        self._words = text
        self.setAccessibleName(text)
        self.update()

    def words(self) -> str:
        """Give the words on the button."""
        return self._words

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _widths(self) -> tuple[int, int]:
        words = QFontMetrics(self._strong()).horizontalAdvance(self._words)
        return words, QFontMetrics(self._small()).horizontalAdvance(self._key)

    def sizeHint(self) -> QSize:
        """Give room to the key and the longest words, so that a change moves nothing."""
        strong = QFontMetrics(self._strong())
        longest = max(strong.horizontalAdvance(words) for words in self._all_words)
        width = longest + self._widths()[1] + px(self, Space.SMALL) + 2 * px(self, Space.LARGE)
        return QSize(width, max(px(self, 36), self.fontMetrics().height() + 2 * px(self, 8)))

    def minimumSizeHint(self) -> QSize:
        """Never cut the texts."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then both texts."""
        super().paintEvent(event)
        tones = colours_of(self)
        is_primary = self._act is Act.PRIMARY
        ink = tones.on_accent if is_primary else tones.text
        faint = tones.on_accent if is_primary else tones.quiet
        if not self.isEnabled():
            ink = faint = tones.quiet
        words, key = self._widths()
        gap = px(self, Space.SMALL)
        left = (self.width() - words - gap - key) // 2
        painter = QPainter(self)
        painter.setFont(self._strong())
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, words + 2, self.height()), middle, self._words)
        painter.setFont(self._small())
        painter.setPen(faint)
        painter.drawText(QRect(left + words + gap, 0, key + 2, self.height()), middle, self._key)
        painter.end()


class Footer(QFrame):
    """Holds the two ways out of the form."""

    send_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setProperty("ground", "window")
        self.promise = plain("", Type.QUIET, self)
        self.tell_kept(is_kept=True)
        self.promise.setWordWrap(True)
        self.later = KeyButton(self.tr("Później"), self.tr("Esc"), Act.NORMAL, self)
        self.later.setObjectName("later")
        self.later.clicked.connect(self.later_wanted)
        self.send = KeyButton(
            self.tr("Wyślij"), self.tr("Ctrl+Enter"), Act.PRIMARY, self, self.tr("Zapisujemy…")
        )
        self.send.setObjectName("send")
        self.send.clicked.connect(self.send_wanted)
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, 10), edge, px(self, 10))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.promise, 1)
        row.addWidget(self.later)
        row.addWidget(self.send)

    def tell_kept(self, *, is_kept: bool) -> None:
        """Promise that the draft is stored, or say that it is not."""
        self.promise.setText(
            self.tr("Nic nie przepada: szkic zapisuje się na tym komputerze.")
            if is_kept
            else self.tr("Szkic nie zapisuje się: nie zamykaj tego okna przed wysłaniem.")
        )

    def set_sending(self, is_sending: bool) -> None:
        """Say that the report is being stored, and take no second press."""
        self.send.say(self.tr("Zapisujemy…") if is_sending else self.tr("Wyślij"))
        self.hold(is_held=is_sending)
        if is_sending:
            announce(self, self.tr("Zapisujemy zgłoszenie"))

    def hold(self, *, is_held: bool) -> None:
        """Take no press while something else is done with the report."""
        self.send.setEnabled(not is_held)
        self.later.setEnabled(not is_held)


class Rule(QFrame):
    """A hairline between two grounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rule")
        self.setFixedHeight(1)
