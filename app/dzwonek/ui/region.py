"""Choosing one piece of a screen: only the piece is kept, nothing else of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dzwonek.capture.pieces import cut_out
from dzwonek.capture.raster import image_of
from dzwonek.domain.picture import UNTOUCHED, Screenshot
from dzwonek.ui.covering_board import Tool
from dzwonek.ui.covering_tools import ToolBar, ZoomBar, beside, padded, rule
from dzwonek.ui.covering_view import PictureView
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import Act, Type, announce, button, dress, plain, px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class RegionPicker(QDialog):
    """Shows the screens as captured, one at a time, and takes one piece of one of them."""

    picked = Signal(object)  # Screenshot: the piece alone

    def __init__(self, shots: Sequence[Screenshot], parent: QWidget | None = None) -> None:
        """Take at least one screenshot."""
        super().__init__(parent)
        self.setObjectName("region-picker")
        self.setProperty("ground", "window")
        self.setWindowTitle(self.tr("Wybierz obszar ekranu"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shots = tuple(shots)
        self._shot = self._shots[0]
        self.area = PictureView(image_of(self._shot), UNTOUCHED, self)
        self.canvas = self.area.canvas
        self.canvas.setAccessibleName(self.tr("Zrzut ekranu, na którym wybiera się obszar"))
        self.canvas.take_up(Tool.CROP)
        self._arrange()
        self._connect()
        dress(self)
        self.resize(self._first_size())
        self._tell()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        shots: Sequence[Screenshot],
        on_picked: Callable[[Screenshot], object],
    ) -> RegionPicker:
        """Open over `parent`; `on_picked` gets the piece, if one is chosen."""
        picker = cls(shots, parent)
        picker.picked.connect(on_picked)
        picker.open()
        picker.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return picker

    def _arrange(self) -> None:
        answers = [
            Answer(place, self.tr("Ekran {number}").replace("{number}", str(place + 1)))
            for place in range(len(self._shots))
        ]
        self.screens = Choice("region-screen", answers, self)
        self.screens.setAccessibleName(self.tr("Ekran"))
        self.screens.show_value(0)
        self.screens.setVisible(len(self._shots) > 1)
        self.zoom = ZoomBar(self.area, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ToolBar((beside(self.screens, self.zoom, self),), self))
        column.addWidget(rule(self))
        column.addWidget(self.area, 1)
        column.addWidget(rule(self))
        column.addLayout(self._ending())

    def _ending(self) -> QHBoxLayout:
        self.status = plain("", Type.QUIET, self)
        self.status.setObjectName("region-status")
        self.status.setWordWrap(True)
        # a picture that is fitted would move under the hand whenever a longer sentence stands there
        self.status.setMinimumHeight(2 * self.status.fontMetrics().lineSpacing())
        self.cancel = button(self.tr("Anuluj"), Act.NORMAL, self)
        self.cancel.setObjectName("region-cancel")
        self.accept_button = button(self.tr("Dodaj obszar"), Act.PRIMARY, self)
        self.accept_button.setObjectName("region-accept")
        self.accept_button.setDefault(True)
        row = QHBoxLayout()
        padded(row, self)
        row.addWidget(self.status, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        return row

    def _connect(self) -> None:
        self.canvas.changed.connect(self._tell)
        self.screens.chosen.connect(self._show_screen)
        self.cancel.clicked.connect(self._give_up)
        self.accept_button.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.canvas.undo)

    def accept(self) -> None:
        """Hand over the piece alone; without one nothing happens."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.end())
        place = self.canvas.board.crop()
        if place is not None:
            self.picked.emit(cut_out(self._shot, place))
            super().accept()

    def reject(self) -> None:
        """Let go of what is being drawn; else close without a piece."""
        if self.canvas.board.begun is not None:
            self.canvas.take(self.canvas.board.give_up())
        else:
            self._give_up()

    def _give_up(self) -> None:
        super().reject()

    def _show_screen(self, place: int) -> None:
        self._shot = self._shots[place]
        self.area.show_image(image_of(self._shot))

    def _tell(self) -> None:
        board = self.canvas.board
        self.accept_button.setEnabled(board.crop() is not None or board.begun is not None)
        text = self._sentence()
        if text != self.status.text():
            self.status.setText(text)
            announce(self.status, text)

    def _sentence(self) -> str:
        board = self.canvas.board
        if board.begun is not None:
            return self.tr("Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.")
        if (place := board.crop()) is not None:
            told = self.tr("Wybrany obszar: {width} × {height} pikseli. Reszta obrazu zniknie.")
            return told.replace("{width}", str(place.width)).replace("{height}", str(place.height))
        return self.tr(
            "Przeciągnij myszą po obszarze, który chcesz dodać, albo: "
            "strzałki, spacja, strzałki, spacja."
        )

    def _first_size(self) -> QSize:
        room = self.screen().availableGeometry().size() * 0.9
        wanted = QSize(self._shot.width, self._shot.height) / self.devicePixelRatioF()
        least = QSize(px(self, 640), px(self, 420))
        wanted = (wanted + QSize(4, px(self, 120))).boundedTo(room)
        return wanted.expandedTo(least.boundedTo(room))
