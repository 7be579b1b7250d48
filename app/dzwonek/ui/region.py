"""Choosing one piece of a screen: only the piece is kept, nothing else of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dzwonek.capture.pieces import cut_out
from dzwonek.capture.raster import image_of
from dzwonek.domain.picture import UNTOUCHED, Screenshot
from dzwonek.ui.covering_board import Tool
from dzwonek.ui.covering_tools import EndBar, ToolBar, ZoomBar, beside, pressed_by_enter, rule
from dzwonek.ui.covering_view import PictureView
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.look import dress, px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEAST, TOOLS = (640, 420), 120  # pixels at the usual font


class RegionPicker(QDialog):
    """Shows the screens as captured, one at a time, and takes one piece of one of them."""

    picked = Signal(object)  # Screenshot: the piece alone

    def __init__(self, shots: Sequence[Screenshot], parent: QWidget | None = None) -> None:
        """Take at least one screenshot."""
        super().__init__(parent)
        self.setObjectName("region-picker")
        self.setProperty("ground", "window")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shots = tuple(shots)
        self._shot = self._shots[0]
        self.area = PictureView(image_of(self._shot), UNTOUCHED, self)
        self.canvas = self.area.canvas
        self.canvas.take_up(Tool.CROP)
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
        answers = [Answer(place, "") for place in range(len(self._shots))]
        self.screens = Choice("region-screen", answers, self)
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
        self.ending = EndBar(self, "region")
        column.addLayout(self.ending)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._tell()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Wybierz obszar ekranu"))
        self.canvas.setAccessibleName(self.tr("Zrzut ekranu, na którym wybiera się obszar"))
        self.screens.setAccessibleName(self.tr("Ekran"))
        screen = self.tr("Ekran {number}")
        places = [shot.screen or place for place, shot in enumerate(self._shots, 1)]
        self.screens.say([screen.replace("{number}", str(place)) for place in places])
        self.ending.say(self.tr("Anuluj"), self.tr("Dodaj obszar"))

    def _connect(self) -> None:
        self.canvas.changed.connect(self._tell)
        self.screens.chosen.connect(self._show_screen)
        self.ending.cancel.clicked.connect(self._give_up)
        self.ending.accept.clicked.connect(self.accept)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter as with Space."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        super().reject()

    def _show_screen(self, place: int) -> None:
        self._shot = self._shots[place]
        self.area.show_image(image_of(self._shot))

    def _tell(self) -> None:
        board = self.canvas.board
        self.ending.accept.setEnabled(board.crop() is not None or board.begun is not None)
        self.ending.tell(self._sentence())

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
        least = QSize(px(self, LEAST[0]), px(self, LEAST[1]))
        wanted = (wanted + QSize(4, px(self, TOOLS))).boundedTo(room)
        return wanted.expandedTo(least.boundedTo(room))
