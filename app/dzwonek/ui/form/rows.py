"""The rows of the form: a label, its field, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        self._wrong: dict[str, str] = {}  # field: the message
        self._own: dict[str, str] = {}  # field: what it told of itself before it was wrong

    def __getitem__(self, name: str) -> Row:
        """Give a row by its name."""
        return self._rows[name]

    def label(self, text: str, buddy: QWidget) -> QLabel:
        """Make a label whose key leads to a field."""
        label = plain(text, parent=self._parent)
        label.setBuddy(buddy)
        return label

    def add(
        self,
        line: int,
        label: QLabel,
        cell: QWidget,
        name: str,
        *,
        begins_with_link: bool = False,
        ends_in_link: bool = False,
    ) -> None:
        """Put a row into a line of the grid; a link at its edge has its frame beyond the edge."""
        error = plain("", Type.DANGER, self._parent)
        error.setObjectName(f"{name}.error")
        error.setWordWrap(True)
        error.hide()
        place = QWidget(self._parent)
        column = QVBoxLayout(place)
        inset = px(place, LINK_INSET)
        left, right = (0 if has_link else inset for has_link in (begins_with_link, ends_in_link))
        column.setContentsMargins(left, 0, right, 0)
        if begins_with_link:
            error.setIndent(inset)
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
        self._wrong[field] = message
        self._own.setdefault(field, self._inputs[field][1].accessibleDescription())
        self._tell(field)

    def mend(self, field: str) -> None:
        """Tick a field off where its message stood, so that nothing below it moves."""
        if self._wrong.pop(field, ""):
            error = self._rows[self._inputs[field][0]].error
            if error.y() > 0:  # it is laid out, and somebody may point at what stands below
                error.setMinimumHeight(error.height())
            self._tell(field)

    def clear(self) -> None:
        """Take all messages away."""
        fields, self._wrong = tuple(self._own), {}
        for field in fields:
            self._tell(field)
        self._own = {}
        for row in self._rows.values():
            row.error.hide()
            row.error.setMinimumHeight(0)

    def renew(self, field: str) -> None:
        """Take in that a field describes itself in other words."""
        if field in self._own:
            self._own[field] = self._inputs[field][1].accessibleDescription()
            self._describe(field)

    def _tell(self, field: str) -> None:
        """Frame a field by what is wrong with it, and say all that is wrong in its row."""
        row, widget = self._inputs[field]
        _frame(widget, self._wrong.get(field, ""))
        self._describe(field)
        told = [self._wrong[name] for name in self._inputs_of(row) if name in self._wrong]
        error = self._rows[row].error
        set_mark(error, "kind", (Type.DANGER if told else Type.GOOD).value)
        error.setText(" ".join(told) or f"✓  {in_order()}")
        error.show()

    def _describe(self, field: str) -> None:
        """Let a screen reader say what is wrong, before what the field tells of itself."""
        told = (self._wrong.get(field, ""), self._own[field])
        self._inputs[field][1].setAccessibleDescription(" ".join(part for part in told if part))

    def _inputs_of(self, row: str) -> list[str]:
        return [field for field, (place, _) in self._inputs.items() if place == row]

    def focus(self, field: str) -> None:
        """Put the keyboard on a field."""
        widget = self._inputs[field][1]
        if isinstance(widget, Choice):
            widget.focus_in()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


def in_order() -> str:
    """Say that what was wrong with a field is mended."""
    return QCoreApplication.translate("Rows", "w porządku")


def inset_by(inset: int, widget: QWidget, *, on_right: bool = True) -> QHBoxLayout:
    """Lay a widget out so many pixels within its place, at the left and usually at the right."""
    row = QHBoxLayout()
    row.setContentsMargins(inset, 0, inset if on_right else 0, 0)
    row.addWidget(widget)
    return row


def _frame(widget: QWidget, message: str) -> None:
    if isinstance(widget, Choice):
        widget.show_wrong(message)
    else:
        set_mark(widget, "wrong", bool(message))
