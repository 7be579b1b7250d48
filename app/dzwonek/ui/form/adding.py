"""Ways to add a picture to the report: another capture, a piece of it, the clipboard, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QWidget

from dzwonek.ui.look import Act, button, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

PASTE_KEYS = "Ctrl+Shift+V"


class AddingTile(QWidget):
    """Offers the ways; each is a wish that somebody else fulfils."""

    screen_wanted = Signal()
    region_wanted = Signal()
    paste_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pictures.add")
        self.screen_button = self._button("screen", self.tr("Dodaj zrzut"), self.tr(
            "Dodaj zrzut tego, co jest teraz na ekranie"))  # fmt: skip
        self.region = self._button("region", self.tr("Wybierz obszar"), self.tr(
            "Dodaj fragment tego, co jest teraz na ekranie"))  # fmt: skip
        self.paste = self._button("paste", self.tr("Wklej"), self.tr("Wklej obraz ze schowka"))
        self.file = self._button("file", self.tr("Z pliku…"), self.tr(
            "Dodaj obraz z pliku; można go też upuścić na to okno"))  # fmt: skip
        self.screen_button.clicked.connect(self.screen_wanted)
        self.region.clicked.connect(self.region_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.file.clicked.connect(self.file_wanted)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for place, each in enumerate(self.buttons):
            grid.addWidget(each, place % 2, place // 2)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Give the buttons in their order."""
        return (self.screen_button, self.region, self.paste, self.file)

    def offer_capture(self, *, is_allowed: bool) -> None:
        """Offer to capture the screen only where the settings allow it."""
        for each in (self.screen_button, self.region):
            each.setVisible(is_allowed)

    def _button(self, name: str, text: str, spoken: str) -> QPushButton:
        made = button(text, Act.LINK, self)
        made.setObjectName(f"pictures.add.{name}")
        made.setAccessibleName(text)
        made.setAccessibleDescription(spoken)
        set_tip(made, spoken)
        return made


def ask_picture(parent: QWidget, chosen: Callable[[list[str]], None]) -> None:
    """Ask for files to add; nothing is said when nobody chooses one."""
    translate = QCoreApplication.translate
    asking = QFileDialog(parent, translate("ReportForm", "Dodaj obraz z pliku"))
    asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
    kinds = translate("ReportForm", "Obrazy")
    asking.setNameFilter(f"{kinds} (*.png *.jpg *.jpeg *.bmp *.webp)")
    asking.filesSelected.connect(chosen)
    asking.finished.connect(asking.deleteLater)
    asking.open()
