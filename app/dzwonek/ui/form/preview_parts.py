"""The pieces of the preview: texts as they leave, shown whole, and pictures as they leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dzwonek.ui.look import Act, Space, button, colours_of, dress, px

if TYPE_CHECKING:
    from dzwonek.delivery.mime import Attachment

EDGE = 1
BELOW_PICTURE = 80  # pixels at the usual font: the button, and edges
KILO = 1000
FIRST_IN_MEGABYTES = 999_950  # bytes; below that kB do not round to 1000,0


@dataclass(frozen=True, slots=True)
class Small:
    """A picture as it leaves, made small, with the measures that it leaves with."""

    image: QImage
    width: int
    height: int


class WholeText(QPlainTextEdit):
    """Shows a text to be read and copied, as high as all its lines; long words are broken."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for turn_off in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, text: str) -> None:
        """Show this text."""
        self.setPlainText(text)
        self._grow()

    def use_fixed_letters(self) -> None:
        """Write as programs do, in letters of one width."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.document().setDefaultFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and have room for them."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        line = self.blockBoundingRect(self.firstVisibleBlock()).height()
        lines = self.document().size().height()  # counted in lines, QPlainTextDocumentLayout
        first = self.document().firstBlock().layout().lineCount()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        self.setFixedHeight(round(lines * line / max(first, 1) + around) + 1)


class SeenPicture(QAbstractButton):
    """One picture as it leaves, as wide as there is room; a press shows it in full."""

    def __init__(self, number: int, image: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap.fromImage(image)
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.setObjectName(f"preview.picture.{number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self._pixmap.deviceIndependentSize().toSize() + QSize(2, 2) * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in a frame that shows the keyboard's place."""
        tones = colours_of(self)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(EDGE, EDGE), self._pixmap)
        is_marked = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(tones.accent if is_marked else tones.edge, 2 if is_marked else 1))
        painter.drawRect(QRectF(QRect(QPoint(), self.size())).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class PicturePane(QScrollArea):
    """Holds a picture that is larger than its window; arrow keys move it."""

    def __init__(self, name: str, shown: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("full_picture.pane")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(shown)


class FullPicture(QDialog):
    """Shows one picture as it leaves, each of its pixels as one of the screen's."""

    def __init__(self, name: str, image: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("full_picture")
        self.setProperty("ground", "window")
        self.setWindowTitle(name)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = _shown(image, self)
        self.pane = PicturePane(name, label, self)
        self.back = button("", Act.NORMAL, self)
        self.back.setObjectName("full_picture.back")
        self.back.clicked.connect(self.reject)
        self._arrange()
        dress(self)
        room = self.screen().availableGeometry().size() * 0.9
        wanted = label.size() + QSize(px(self, Space.HUGE), px(self, BELOW_PICTURE))
        self.resize(wanted.boundedTo(room))
        self._say()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        edge = px(self, Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        column.addWidget(self.pane, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)

    def _say(self) -> None:
        self.back.setText(self.tr("Wróć do podglądu"))


def _shown(image: QImage, parent: QWidget) -> QLabel:
    """Give a label that shows each pixel of an image as one of the screen's."""
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(parent.devicePixelRatioF())
    label = QLabel(parent)
    label.setPixmap(pixmap)
    label.setFixedSize(pixmap.deviceIndependentSize().toSize())
    return label


def size_words(count: int) -> str:
    """Say how large something of so many bytes is, in units that no language declines: "0,8 kB"."""
    unit, name = (KILO, "kB") if count < FIRST_IN_MEGABYTES else (KILO * KILO, "MB")
    return f"{QLocale().toString(count / unit, 'f', 1)} {name}"


def file_words(file: Attachment, picture: Small | None = None) -> str:
    """Name a file that leaves, with its size, and a picture's measures."""
    measures = (f"{picture.width} × {picture.height}",) if picture is not None else ()
    return " · ".join((file.filename, *measures, size_words(len(file.content))))
