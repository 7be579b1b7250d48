"""The rows of the form: a label, its field, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from dzwonek.ui.form.choice import Choice
from dzwonek.ui.look import LINK_INSET, Size, Space, Type, plain, px, set_mark


@dataclass(frozen=True, slots=True)
class Row:
    """The two widgets of a question: its label, and the place of its field with the message."""

    label: QLabel
    place: QWidget
    error: QLabel

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide both."""
        self.label.setVisible(is_visible)
        self.place.setVisible(is_visible)


class Rows:
    """Puts the rows into a grid and says at each what is wrong with it."""

    def __init__(self, grid: QGridLayout, parent: QWidget) -> None:
        self._grid, self._parent = grid, parent
        self._rows: dict[str, Row] = {}
        self._inputs: dict[str, tuple[str, QWidget]] = {}  # field: its row, its input

    def __getitem__(self, name: str) -> Row:
        """Give a row by its name."""
        return self._rows[name]

    def label(self, text: str, buddy: QWidget) -> QLabel:
        """Make a label whose key leads to a field."""
        label = plain(text, parent=self._parent)
        label.setBuddy(buddy)
        return label

    def add(self, line: int, label: QLabel, cell: QWidget, name: str) -> None:
        """Put a row into a line of the grid."""
        error = plain("", Type.DANGER, self._parent)
        error.setObjectName(f"{name}.error")
        error.setWordWrap(True)
        error.hide()
        place = QWidget(self._parent)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(place, Space.TIGHT))
        column.addWidget(cell, 1)
        column.addWidget(error)
        label.setFixedHeight(px(place, Size.CONTROL))
        label.setIndent(px(place, LINK_INSET))
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(place, line, 1)
        self._rows[name] = Row(label, place, error)

    def answer(self, field: str, row: str, widget: QWidget) -> None:
        """Name the input of a field, and the row that tells what is wrong with it."""
        self._inputs[field] = (row, widget)

    @property
    def errors(self) -> dict[str, QLabel]:
        """Give the messages by the names of the rows."""
        return {name: row.error for name, row in self._rows.items()}

    def show_error(self, field: str, message: str) -> None:
        """Say at a field what is wrong with it."""
        row, widget = self._inputs[field]
        label = self._rows[row].error
        label.setMinimumHeight(0)
        label.setText(message)
        label.show()
        _frame(widget, is_wrong=True)

    def mend(self, field: str) -> None:
        """Take one message back without moving what stands below it."""
        row, widget = self._inputs[field]
        label = self._rows[row].error
        if not label.isHidden():
            label.setMinimumHeight(label.height())
            label.setText("")
            _frame(widget, is_wrong=False)

    def clear(self) -> None:
        """Take all messages away."""
        for row in self._rows.values():
            row.error.hide()
            row.error.setMinimumHeight(0)
        for _, widget in self._inputs.values():
            _frame(widget, is_wrong=False)

    def focus(self, field: str) -> None:
        """Put the keyboard on a field."""
        widget = self._inputs[field][1]
        if isinstance(widget, Choice):
            widget.focus_in()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _frame(widget: QWidget, *, is_wrong: bool) -> None:
    if isinstance(widget, Choice):
        widget.show_wrong(is_wrong)
    else:
        set_mark(widget, "wrong", is_wrong)
