"""What stands above a picture that is worked on: tools, and how large it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Act, Space, Type, button, plain, px, set_tip

if TYPE_CHECKING:
    from dzwonek.ui.covering_view import PictureView


def tool_button(parent: QWidget, name: str, text: str, key: str, spoken: str = "") -> QPushButton:
    """Make a button of the bar; its tip names the key."""
    made = button(text, Act.NORMAL, parent)
    made.setObjectName(f"cover-{name}")
    made.setAutoDefault(False)
    made.setAccessibleName(spoken or text)
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    set_tip(made, f"{spoken or text} ({shown})")
    return made


def rule(parent: QWidget) -> QFrame:
    """Make a line between the picture and what stands around it."""
    made = QFrame(parent)
    made.setProperty("ground", "rule")
    return made


def padded(layout: QLayout, window: QWidget) -> QLayout:
    """Give a bar's layout the room that all bars have."""
    edge = px(window, Space.MEDIUM)
    layout.setContentsMargins(edge, px(window, Space.SMALL), edge, px(window, Space.SMALL))
    layout.setSpacing(px(window, Space.SMALL))
    return layout


class ZoomBar(QWidget):
    """Shows how large the picture is seen, and changes it."""

    def __init__(self, view: PictureView, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = plain("", Type.QUIET, self)
        self.told.setMinimumWidth(self.told.fontMetrics().horizontalAdvance("1000 %"))
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.smaller = tool_button(self, "smaller", "−", "Ctrl+-", self.tr("Pomniejsz"))
        self.larger = tool_button(self, "larger", "+", "Ctrl++", self.tr("Powiększ"))
        self.fit = tool_button(self, "fit", self.tr("Całość"), "Ctrl+0", self.tr("Pokaż całość"))
        one = self.tr("Rzeczywista wielkość")
        self.original = tool_button(self, "original", "100 %", "Ctrl+1", one)
        double = self.tr("Dwukrotna wielkość")
        self.double = tool_button(self, "double", "200 %", "Ctrl+2", double)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.fit.clicked.connect(view.show_whole)
        self.original.clicked.connect(view.show_original)
        self.double.clicked.connect(view.show_double)
        view.zoomed.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.TIGHT))
        for part in (self.told, *self.buttons):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Give the buttons in their order."""
        return (self.smaller, self.larger, self.fit, self.original, self.double)

    def _tell(self, percent: int) -> None:
        self.told.setText(f"{percent} %")


class ToolBar(QWidget):
    """A row of groups that wraps when it gets too narrow."""

    def __init__(self, groups: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        row = FlowRow(gap=px(parent, Space.SMALL))
        for group in groups:
            row.addWidget(group)
        column = QVBoxLayout(self)  # a row that wraps knows no margins
        padded(column, parent)
        column.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def beside(tools: QWidget, buttons: QWidget, parent: QWidget) -> QWidget:
    """Hold two groups of different heights on one line, in its middle."""
    place = QWidget(parent)
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(parent, Space.SMALL))
    row.addWidget(tools, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
    return place
