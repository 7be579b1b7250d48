"""The strip at the bottom: *Wyślij*, *Później*, *Podgląd*, and the promise of safety."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dzwonek.ui.look import Act, Size, Space, Type, announce, bold, colours_of, plain, px, small


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

    def rename(self, text: str, key: str, other_text: str = "") -> None:
        """Take other words and another name of the key, in another language."""
        self._all_words = (text, other_text)
        self._key = key
        self.setAccessibleDescription(key)
        self.say(text)
        self.updateGeometry()

    def words(self) -> str:
        """Give the words on the button."""
        return self._words

    def _widths(self) -> tuple[int, int]:
        words = QFontMetrics(bold(self.font())).horizontalAdvance(self._words)
        return words, QFontMetrics(small(self.font())).horizontalAdvance(self._key)

    def sizeHint(self) -> QSize:
        """Give room to the key and the longest words, so that a change moves nothing."""
        strong = QFontMetrics(bold(self.font()))
        longest = max(strong.horizontalAdvance(words) for words in self._all_words)
        width = longest + self._widths()[1] + px(self, Space.SMALL) + 2 * px(self, Space.LARGE)
        return QSize(
            width,
            max(px(self, Size.BUTTON), self.fontMetrics().height() + 2 * px(self, Space.SMALL)),
        )

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
            ink = faint = tones.off
        words, key = self._widths()
        gap = px(self, Space.SMALL)
        left = (self.width() - words - gap - key) // 2
        painter = QPainter(self)
        painter.setFont(bold(self.font()))
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, words + 2, self.height()), middle, self._words)
        painter.setFont(small(self.font()))
        painter.setPen(faint)
        painter.drawText(QRect(left + words + gap, 0, key + 2, self.height()), middle, self._key)
        painter.end()


class Footer(QFrame):
    """Holds the two ways out of the form, and the look at what would go."""

    preview_wanted = Signal()
    send_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setProperty("ground", "window")
        self.promise = plain("", Type.QUIET, self)
        self._is_kept = True
        self.promise.setWordWrap(True)
        self.preview = self._button("preview", Act.NORMAL)
        self.preview.clicked.connect(self.preview_wanted)
        self.later = self._button("later", Act.NORMAL)
        self.later.clicked.connect(self.later_wanted)
        self.send = self._button("send", Act.PRIMARY)
        self.send.clicked.connect(self.send_wanted)
        self._say()
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, Size.EDGE), edge, px(self, Size.EDGE))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.promise, 1)
        row.addWidget(self.preview)
        row.addWidget(self.later)
        row.addWidget(self.send)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _button(self, name: str, act: Act) -> KeyButton:
        made = KeyButton("", "", act, self)
        made.setObjectName(name)
        return made

    def _say(self) -> None:
        self.preview.rename(self.tr("Podgląd"), self.tr("Ctrl+P"))
        self.later.rename(self.tr("Później"), self.tr("Esc"))
        self.send.rename(self.tr("Wyślij"), self.tr("Ctrl+Enter"), self.tr("Zapisujemy…"))
        self.tell_kept(is_kept=self._is_kept)

    def tell_kept(self, *, is_kept: bool) -> None:
        """Promise that the draft is stored, or say that it is not."""
        is_news, self._is_kept = is_kept != self._is_kept, is_kept
        self.promise.setText(
            self.tr("Szkic zapisuje się na tym komputerze.")
            if is_kept
            else self.tr("Szkic się nie zapisuje: nie zamykaj okna.")
        )
        if is_news:
            announce(self.promise, self.promise.text())

    def set_sending(self, is_sending: bool) -> None:
        """Say that the report is being stored, and take no second press."""
        self.send.say(self.tr("Zapisujemy…") if is_sending else self.tr("Wyślij"))
        self.hold(is_held=is_sending)
        if is_sending:
            announce(self, self.tr("Zapisujemy zgłoszenie"))

    def hold(self, *, is_held: bool) -> None:
        """Take no press while something else is done with the report."""
        self.preview.setEnabled(not is_held)
        self.send.setEnabled(not is_held)
        self.later.setEnabled(not is_held)


class Rule(QFrame):
    """A hairline between two grounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rule")
        self.setFixedHeight(Size.LINE)
