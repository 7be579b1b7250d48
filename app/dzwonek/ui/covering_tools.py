"""What stands around a picture that is worked on: tools, how large it is shown, how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Act, Space, Type, announce, button, plain, px, set_tip

if TYPE_CHECKING:
    from dzwonek.ui.covering_view import PictureView


def tool_button(parent: QWidget, name: str) -> QPushButton:
    """Make a button of the bar."""
    made = button("", Act.NORMAL, parent)
    made.setObjectName(f"cover-{name}")
    made.setAutoDefault(False)
    return made


def say_tool(tool: QPushButton, text: str, key: str, spoken: str = "") -> None:
    """Name a button of the bar, in the language that is spoken now; its tip names the key."""
    tool.setText(text)
    tool.setAccessibleName(spoken or text)
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    set_tip(tool, f"{spoken or text} ({shown})")


def pressed_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button that has the keyboard, as Space does, before a default button hears Enter.

    Says whether there was one; for the `keyPressEvent` of a dialog.
    """
    focused = window.focusWidget()
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True


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


class EndBar(QHBoxLayout):
    """What stands below a picture: a sentence on what can be done, and the two ways to end."""

    def __init__(self, window: QWidget, name: str) -> None:
        """Take the window that it belongs to, and what its parts are named after."""
        super().__init__()
        self.status = plain("", Type.QUIET, window)
        self.status.setObjectName(f"{name}-status")
        self.status.setWordWrap(True)
        # a picture that is fitted would move under the hand whenever a longer sentence stands there
        self.status.setMinimumHeight(2 * self.status.fontMetrics().lineSpacing())
        self.cancel = button("", Act.NORMAL, window)
        self.cancel.setObjectName(f"{name}-cancel")
        self.accept = button("", Act.PRIMARY, window)
        self.accept.setObjectName(f"{name}-accept")
        self.accept.setDefault(True)
        padded(self, window)
        self.addWidget(self.status, 1)
        self.addWidget(self.cancel)
        self.addWidget(self.accept)

    def say(self, give_up: str, accept: str) -> None:
        """Name the two ways to end."""
        self.cancel.setText(give_up)
        self.accept.setText(accept)

    def tell(self, text: str) -> None:
        """Show a sentence, and have it read out where it is a new one."""
        if text != self.status.text():
            self.status.setText(text)
            announce(self.status, text)


class ZoomBar(QWidget):
    """Shows how large the picture is seen, and changes it."""

    def __init__(self, view: PictureView, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = plain("", Type.QUIET, self)
        self.told.setMinimumWidth(self.told.fontMetrics().horizontalAdvance("1000 %"))
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.smaller = tool_button(self, "smaller")
        self.larger = tool_button(self, "larger")
        self.fit = tool_button(self, "fit")
        self.original = tool_button(self, "original")
        self.double = tool_button(self, "double")
        self._say()
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

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        say_tool(self.smaller, "−", "Ctrl+-", self.tr("Pomniejsz"))
        say_tool(self.larger, "+", "Ctrl++", self.tr("Powiększ"))
        say_tool(self.fit, self.tr("Całość"), "Ctrl+0", self.tr("Pokaż całość"))
        say_tool(self.original, "100 %", "Ctrl+1", self.tr("Rzeczywista wielkość"))
        say_tool(self.double, "200 %", "Ctrl+2", self.tr("Dwukrotna wielkość"))

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
