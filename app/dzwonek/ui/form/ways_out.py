"""What is left when nothing can be stored here: send it now, or by other hands than ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import LINK_INSET, Act, Space, announce, button, plain, px
from dzwonek.ui.saving import proposed

if TYPE_CHECKING:
    from collections.abc import Callable


class WaysOut(QWidget):
    """Offers the ways, shows how far the sending is, and says what came of it."""

    send_wanted = Signal()
    file_wanted = Signal()
    program_wanted = Signal()
    code_wanted = Signal()
    told_sent = Signal()  # the mail program sent it, says the operator
    stop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ways_out")
        self.told = plain("", parent=self)
        self.told.setObjectName("ways_out.told")
        self.told.setWordWrap(True)
        self.send = self._button("send", self.tr("Wyślij teraz bez zapisywania"))
        self.send.clicked.connect(self.send_wanted)
        self.file = self._button("file", self.tr("Zapisz jako .eml"))
        self.file.clicked.connect(self.file_wanted)
        self.program = self._button("program", self.tr("Otwórz w programie pocztowym"))
        self.program.clicked.connect(self.program_wanted)
        self.code = self._button("code", self.tr("Kod QR na telefon"))
        self.code.clicked.connect(self.code_wanted)
        self.done = self._button("done", self.tr("Wysłane z programu pocztowego"))
        self.done.clicked.connect(self.told_sent)
        self.stop = self._button("stop", self.tr("Przerwij"))
        self.stop.clicked.connect(self._on_stop)
        self._is_busy = False
        self._arrange()
        self.withdraw()

    def _button(self, name: str, text: str) -> QPushButton:
        made = button(text, Act.NORMAL, self)
        made.setObjectName(f"ways_out.{name}")
        made.setAccessibleName(text)
        return made

    def _arrange(self) -> None:
        row = FlowRow(gap=px(self, Space.SMALL))
        for each in self.buttons:
            row.addWidget(each)
        column = QVBoxLayout(self)
        edge = px(self, Space.TIGHT)
        column.setContentsMargins(px(self, LINK_INSET), edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.told)
        column.addLayout(row)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Give the buttons in their order."""
        return (*self.ways, self.done, self.stop)

    @property
    def ways(self) -> tuple[QPushButton, ...]:
        """Give the buttons of the ways, without the one that breaks off."""
        return (self.send, self.program, self.file, self.code)

    def offer(self) -> None:
        """Show all ways."""
        self.rest()
        self.show()

    def withdraw(self) -> None:
        """Offer nothing: the report can go the usual way."""
        self.rest()
        self.done.hide()
        self.told.hide()
        self.told.setText("")
        self.hide()

    def show_progress(self, words: str, *, can_stop: bool) -> None:
        """Say how far it is; only breaking it off can be pressed, where that is possible."""
        if can_stop and self.stop.isHidden():
            self.stop.show()
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in (*self.ways, self.done):
            each.setEnabled(False)
        self._is_busy = True
        self._say(words)

    def rest(self) -> None:
        """Let all ways be pressed again."""
        was_busy, self._is_busy = self._is_busy, False
        for each in (*self.ways, self.done):
            each.setEnabled(True)
        if was_busy and self.isVisible():
            self.send.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop.hide()
        self.stop.setEnabled(True)

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self.rest()
        self._say(words)

    def ask_if_sent(self) -> None:
        """Offer to say that the mail program has sent it: only a person there can know."""
        self.done.show()

    def said(self) -> str:
        """Give what is said here, for a screen reader."""
        return "" if self.isHidden() else self.told.text()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)  # until it has ended
        self.stop_wanted.emit()

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        announce(self.told, words)


def ask_file(parent: QWidget, name: str, chosen: Callable[[str], None]) -> None:
    """Ask where a message is to lie; `name` without its ending is proposed."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, translate("WaysOut", "Zapisz jako .eml"), proposed(name))
    dialog.setObjectName("ask_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("WaysOut", "Wiadomość e-mail (*.eml)"))
    dialog.setDefaultSuffix("eml")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
