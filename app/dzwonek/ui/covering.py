"""Covering what support does not need to see: one picture in full, and solid black over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dzwonek.ui.covering_canvas import Canvas
from dzwonek.ui.look import Act, Space, Type, announce, button, dress, plain, px, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.picture import Rect

ZOOM_STEP = 1.25
LARGEST, SMALLEST = 8.0, 0.05  # logical pixels for one pixel of the picture


class CoverEditor(QDialog):
    """Shows one picture and takes covers; closing hands them over in the picture's own pixels.

    So do *Gotowe*, Esc and the window's own box; only *Porzuć zmiany* lets go what was drawn.
    """

    done_with = Signal(object)  # tuple[Rect, ...]

    def __init__(
        self,
        image: QImage,
        title: str,
        covers: tuple[Rect, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cover-editor")
        self.setProperty("ground", "window")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image, self._first = image, covers
        self._is_fitted = True
        self.canvas = Canvas(image, covers, self)
        self.area = QScrollArea(self)
        self.area.setObjectName("cover-area")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setWidget(self.canvas)
        self.area.viewport().installEventFilter(self)
        self._arrange()
        self._connect()
        dress(self)
        self.resize(self._first_size())
        self._tell()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        image: QImage,
        title: str,
        on_accept: Callable[[tuple[Rect, ...]], object],
        covers: tuple[Rect, ...] = (),
    ) -> CoverEditor:
        """Open the editor over `parent`; `on_accept` gets all covers when they are accepted."""
        editor = cls(image, title, covers, parent)
        editor.done_with.connect(on_accept)
        editor.open()
        editor.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return editor

    # -- parts

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools())
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        column.addWidget(rule)
        column.addWidget(self.area, 1)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        column.addWidget(rule)
        column.addLayout(self._ending())

    def _tools(self) -> QHBoxLayout:
        self.undo = self._tool("undo", self.tr("Cofnij"), "Ctrl+Z")
        self.remove = self._tool("remove", self.tr("Usuń zakrycie"), "Delete")
        self.smaller = self._tool("smaller", "−", "Ctrl+-", self.tr("Pomniejsz"))
        self.fit = self._tool("fit", self.tr("Całość"), "Ctrl+0", self.tr("Pokaż całość"))
        self.larger = self._tool("larger", "+", "Ctrl++", self.tr("Powiększ"))
        self.zoom = plain("", Type.QUIET, self)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("1000 %"))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        edge = px(self, Space.MEDIUM)
        row.setContentsMargins(edge, px(self, Space.SMALL), edge, px(self, Space.SMALL))
        row.setSpacing(px(self, Space.SMALL))
        for tool in (self.undo, self.remove):
            row.addWidget(tool)
        row.addStretch(1)
        for part in (self.zoom, self.smaller, self.fit, self.larger):
            row.addWidget(part)
        return row

    def _ending(self) -> QHBoxLayout:
        self.status = plain("", Type.QUIET, self)
        self.status.setObjectName("cover-status")
        self.status.setWordWrap(True)
        self.cancel = button(self.tr("Porzuć zmiany"), Act.NORMAL, self)
        self.cancel.setObjectName("cover-cancel")
        self.accept_button = button(self.tr("Gotowe"), Act.PRIMARY, self)
        self.accept_button.setObjectName("cover-accept")
        self.accept_button.setDefault(True)
        row = QHBoxLayout()
        edge = px(self, Space.MEDIUM)
        row.setContentsMargins(edge, px(self, Space.SMALL), edge, px(self, Space.SMALL))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.status, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        return row

    def _tool(self, name: str, text: str, key: str, spoken: str = "") -> QPushButton:
        made = button(text, Act.NORMAL, self)
        made.setObjectName(f"cover-{name}")
        made.setAutoDefault(False)
        made.setAccessibleName(spoken or text)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        set_tip(made, f"{spoken or text} ({shown})")
        return made

    def _connect(self) -> None:
        self.canvas.changed.connect(self._tell)
        self.canvas.moved.connect(self._bring_into_view)
        self.undo.clicked.connect(self.canvas.undo)
        self.remove.clicked.connect(self.canvas.remove)
        self.smaller.clicked.connect(self.zoom_out)
        self.larger.clicked.connect(self.zoom_in)
        self.fit.clicked.connect(self.show_whole)
        self.cancel.clicked.connect(self._give_up)
        self.accept_button.clicked.connect(self.accept)
        keys = {
            "Ctrl+Z": self.canvas.undo,
            "Ctrl++": self.zoom_in,
            "Ctrl+=": self.zoom_in,
            "Ctrl+-": self.zoom_out,
            "Ctrl+0": self.show_whole,
            "Ctrl+Return": self.accept,
            "Ctrl+Enter": self.accept,
        }
        for key, wish in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(wish)

    # -- wishes

    def covers(self) -> tuple[Rect, ...]:
        """Give the covers as drawn now, in the picture's own pixels."""
        return self.canvas.board.covers

    def accept(self) -> None:
        """Hand the covers over; one that is still being drawn is ended first."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.end())
        self.done_with.emit(self.covers())
        super().accept()

    def reject(self) -> None:
        """Let go step by step: what is being drawn, what is selected, then close and keep."""
        board = self.canvas.board
        if board.begun is not None:
            self.canvas.take(board.give_up())
        elif board.selected is not None:
            self.canvas.take(board.select(None))
        else:
            self._close()

    def _close(self) -> None:
        """Close as *Gotowe* does, or without a word when nothing was changed."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.end())
        if self.covers() != self._first:
            self.accept()
        else:
            super().reject()

    def _give_up(self) -> None:
        """Close and leave the covers as they were."""
        super().reject()

    def zoom_in(self) -> None:
        """Show the picture larger."""
        self._zoom(self.canvas.scale * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the picture smaller."""
        self._zoom(self.canvas.scale / ZOOM_STEP)

    def show_whole(self) -> None:
        """Fit the picture into the window, never larger than it is."""
        self._is_fitted = True
        self._let_scroll(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edge = 2 * px(self, Space.MEDIUM)
        room = self.area.contentsRect().size() - QSize(edge, edge)
        whole = min(room.width() / self._image.width(), room.height() / self._image.height())
        self._set_scale(max(SMALLEST, min(whole, 1 / self.devicePixelRatioF())))

    # -- events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was drawn when the window's own box closes it."""
        if self.isVisible():
            self._close()
        event.setAccepted(not self.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with Ctrl and the wheel; keep the whole picture in view until somebody zooms."""
        if event.type() == QEvent.Type.Resize and self._is_fitted:
            self.show_whole()
        control = Qt.KeyboardModifier.ControlModifier
        if isinstance(event, QWheelEvent) and event.modifiers() & control:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return True
        return super().eventFilter(watched, event)

    # -- inside

    def _zoom(self, scale: float) -> None:
        self._is_fitted = False
        self._let_scroll(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._set_scale(min(max(scale, SMALLEST), LARGEST))
        self._bring_into_view(self.canvas.in_view())

    def _let_scroll(self, policy: Qt.ScrollBarPolicy) -> None:
        self.area.setHorizontalScrollBarPolicy(policy)
        self.area.setVerticalScrollBarPolicy(policy)

    def _set_scale(self, scale: float) -> None:
        self.canvas.set_scale(scale)
        self.zoom.setText(f"{round(scale * self.devicePixelRatioF() * 100)} %")

    def _bring_into_view(self, place: QRect) -> None:
        centre = place.center()
        margin = px(self, 40)
        self.area.ensureVisible(centre.x(), centre.y(), margin, margin)

    def _tell(self) -> None:
        board = self.canvas.board
        self.undo.setEnabled(bool(board.past) or board.begun is not None)
        self.remove.setEnabled(bool(board.covers))
        self.cancel.setEnabled(board.begun is not None or board.covers != self._first)
        text = self._sentence()
        if text != self.status.text():
            self.status.setText(text)
            announce(self.status, text)

    def _sentence(self) -> str:
        board = self.canvas.board
        if board.begun is not None:
            return self.tr("Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.")
        if board.selected is not None:
            return self.tr("Strzałki albo mysz przesuwają zakrycie, Delete je usuwa.")
        if not board.covers:
            return self.tr(
                "Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja."
            )
        return self.tr(
            "Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.", "", len(board.covers)
        )

    def _first_size(self) -> QSize:
        room = self.screen().availableGeometry().size() * 0.9
        wanted = self._image.size() / self.devicePixelRatioF() + QSize(4, px(self, 110))
        return wanted.boundedTo(room).expandedTo(
            QSize(px(self, 560), px(self, 360)).boundedTo(room)
        )
