"""Working on one picture in full: covering what support does not need, framing, cropping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dzwonek.domain.picture import UNTOUCHED, Retouch
from dzwonek.ui.covering_board import Tool
from dzwonek.ui.covering_tools import (
    EndBar,
    ToolBar,
    ZoomBar,
    beside,
    pressed_by_enter,
    rule,
    say_tool,
    tool_button,
)
from dzwonek.ui.covering_view import PictureView
from dzwonek.ui.covering_words import hint, tool_name
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import Space, dress, px, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

TOOL_KEYS = {Tool.COVER: "F2", Tool.FRAME: "F3", Tool.CROP: "F4"}
LEAST, TOOLS = (760, 420), 120  # pixels at the usual font


class CoverEditor(QDialog):
    """Shows one picture and takes marks; closing hands them over in the picture's own pixels.

    So do *Gotowe*, Esc and the window's own box; only *Porzuć zmiany* lets go what was drawn.
    """

    done_with = Signal(object)  # Retouch
    drawn = Signal()  # a mark was made, moved or taken away, so that `retouch` is another one

    def __init__(
        self,
        image: QImage,
        title: str,
        retouch: Retouch = UNTOUCHED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cover-editor")
        self.setProperty("ground", "window")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image_size, self._first, self._last = image.size(), retouch, retouch
        self.area = PictureView(image, retouch, self)
        self.canvas = self.area.canvas
        self._arrange()
        self._say()
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
        on_accept: Callable[[Retouch], object],
        retouch: Retouch = UNTOUCHED,
    ) -> CoverEditor:
        """Open the editor over `parent`; `on_accept` gets all that is to be done, when it ends."""
        editor = cls(image, title, retouch, parent)
        editor.done_with.connect(on_accept)
        editor.open()
        editor.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return editor

    # -- parts

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(rule(self))
        column.addWidget(self.area, 1)
        column.addWidget(rule(self))
        self.ending = EndBar(self, "cover")
        column.addLayout(self.ending)

    def _tools(self) -> ToolBar:
        self.tools = Choice("cover-tool", [Answer(tool, "") for tool in Tool], self)
        self.tools.show_value(Tool.COVER)
        self.undo = tool_button(self, "undo")
        self.remove = tool_button(self, "remove")
        self.zoom = ZoomBar(self.area, self)
        changes = QWidget(self)
        row = QHBoxLayout(changes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.TIGHT))
        row.addWidget(self.undo)
        row.addWidget(self.remove)
        return ToolBar((beside(self.tools, changes, self), self.zoom), self)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._tell()
        super().changeEvent(event)

    def _say(self) -> None:
        self.tools.setAccessibleName(self.tr("Narzędzie"))
        self.tools.say([tool_name(tool) for tool in Tool])
        for chip in self.tools.chips:
            set_tip(chip, f"{chip.text()} ({TOOL_KEYS[Tool(str(chip.answer.value))]})")
        say_tool(self.undo, self.tr("Cofnij"), "Ctrl+Z")
        say_tool(self.remove, self.tr("Usuń"), "Delete")
        self.canvas.setAccessibleName(self.tr("Zrzut ekranu, na którym zakrywa się dane"))
        self.ending.say(self.tr("Porzuć zmiany"), self.tr("Gotowe"))

    def _connect(self) -> None:
        self.canvas.changed.connect(self._tell)
        self.tools.chosen.connect(self.canvas.take_up)
        self.undo.clicked.connect(self.canvas.undo)
        self.remove.clicked.connect(self.canvas.remove)
        self.ending.cancel.clicked.connect(self._give_up)
        self.ending.accept.clicked.connect(self.accept)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.canvas.undo,
            "Ctrl+Return": self.accept,
            "Ctrl+Enter": self.accept,
            TOOL_KEYS[Tool.COVER]: self.take_cover,
            TOOL_KEYS[Tool.FRAME]: self.take_frame,
            TOOL_KEYS[Tool.CROP]: self.take_crop,
        }
        for key, wish in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(wish)

    # -- wishes

    def retouch(self) -> Retouch:
        """Give all that was drawn as it is now, in the picture's own pixels."""
        return self.canvas.board.retouch()

    def take_cover(self) -> None:
        """Draw covers from now on."""
        self._take_up(Tool.COVER)

    def take_frame(self) -> None:
        """Draw frames from now on."""
        self._take_up(Tool.FRAME)

    def take_crop(self) -> None:
        """Draw what is to be left of the picture."""
        self._take_up(Tool.CROP)

    def accept(self) -> None:
        """Hand everything over; what is still being drawn is ended first."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.end())
        self.done_with.emit(self.retouch())
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a tool with Enter as with Space; elsewhere Enter ends the work."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was drawn when the window's own box closes it."""
        if self.isVisible():
            self._close()
        event.setAccepted(not self.isVisible())

    # -- inside

    def _take_up(self, tool: Tool) -> None:
        self.tools.show_value(tool)
        self.canvas.take_up(tool)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Close as *Gotowe* does, or without a word when nothing was changed."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.end())
        if self.retouch() != self._first:
            self.accept()
        else:
            super().reject()

    def _give_up(self) -> None:
        """Close and leave the picture as it was."""
        super().reject()

    def _tell(self) -> None:
        board = self.canvas.board
        self.undo.setEnabled(bool(board.past) or board.begun is not None)
        self.remove.setEnabled(bool(board.marks))
        retouch, before = board.retouch(), self._last
        self.ending.cancel.setEnabled(board.begun is not None or retouch != self._first)
        self.ending.tell(hint(board))
        self._last = retouch
        if retouch != before:
            self.drawn.emit()

    def _first_size(self) -> QSize:
        room = self.screen().availableGeometry().size() * 0.9
        wanted = self._image_size / self.devicePixelRatioF() + QSize(4, px(self, TOOLS))
        least = QSize(px(self, LEAST[0]), px(self, LEAST[1]))
        return wanted.boundedTo(room).expandedTo(least.boundedTo(room))
