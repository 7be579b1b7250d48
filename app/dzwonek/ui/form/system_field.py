"""The system's address: known as a rule, and corrected with one click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dzwonek.ui.form import said
from dzwonek.ui.form.name_parts import NameEdit
from dzwonek.ui.look import LINK_INSET, Act, Type, button, plain, px, set_mark, set_tip

WIDEST = 250  # pixels of an address at the usual font
WIDTH = 210  # pixels at the usual font


def host_in(typed: str) -> str:
    """Take the host out of a typed or pasted address."""
    bare = typed.strip().split("://", 1)[-1]
    return bare.split("/", 1)[0].split("?", 1)[0].rpartition("@")[2]


class SystemField(QWidget):
    """Shows the address as a thing that can be changed, or asks for it."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = ""
        self.link = button("", Act.LINK, self)
        self.link.setObjectName("system")
        self.link.setProperty("weight", "strong")
        self.link.clicked.connect(self._open)
        self.note = plain(self.tr("adres systemu"), Type.QUIET, self)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.note.setIndent(px(self, LINK_INSET))
        self.edit = NameEdit(self)
        self.edit.setObjectName("system.edit")
        self.edit.setAccessibleName(self.tr("Adres systemu"))
        self.edit.setPlaceholderText("twojanazwa.daktela.com")
        self.edit.setMinimumWidth(px(self, WIDTH))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._take)
        self.edit.given_up.connect(self._give_up)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        right = Qt.AlignmentFlag.AlignRight
        for line, part in ((0, self.link), (0, self.edit), (1, self.note)):
            grid.addWidget(part, line, 0, right)

    def show_host(self, host: str) -> None:
        """Show an address; without one the field is open."""
        self._host = host
        self.edit.setText("")
        self.show_wrong("")
        self._show()

    def host(self) -> str:
        """Give the address; of a typed one without what surrounds it."""
        return host_in(self.edit.text()) if self._is_open() else self._host

    def show_wrong(self, message: str) -> None:
        """Say under the address what is wrong with it; empty takes the words back."""
        self.note.setText(message or self.tr("adres systemu"))
        set_mark(self.note, "kind", (Type.DANGER if message else Type.QUIET).value)
        set_mark(self.edit, "wrong", bool(message))

    def focus_in(self) -> None:
        """Put the keyboard on the address."""
        field = self.edit if self._is_open() else self.link
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_open(self) -> bool:
        return not self.edit.isHidden()

    def _show(self) -> None:
        host = said.one_line(self._host)
        middle = Qt.TextElideMode.ElideMiddle
        shown = self.link.fontMetrics().elidedText(host, middle, px(self, WIDEST))
        self.link.setText(shown.replace("&", "&&"))
        told = self.tr("Adres systemu: {host}. Zmień").replace("{host}", host)
        self.link.setAccessibleName(told)
        set_tip(self.link, host if shown != host else self.tr("Inny adres systemu? Zmień"))
        self.link.setVisible(bool(host))
        self.edit.setVisible(not host)
        self.edit.has_old = bool(host)

    def _open(self) -> None:
        self.edit.setText(self._host)
        self.edit.selectAll()
        self.link.hide()
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        typed = host_in(self.edit.text())
        if not typed or not self._is_open():
            return
        had_focus = self.edit.hasFocus()
        self._host = typed
        self._show()
        if had_focus:
            self.focus_in()
        self.changed.emit()

    def _give_up(self) -> None:
        self._show()
        self.focus_in()
        self.changed.emit()
