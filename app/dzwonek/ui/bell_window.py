"""The small window that stands in for the bell where a desktop has no tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.look import Act, Space, Type, button, dress, plain, px
from dzwonek.ui.words import title_and_advice

if TYPE_CHECKING:
    from dzwonek.ui.tray import TrayMenu

BELL_SIZE = 40  # pixels at the usual font


class BellWindow(QWidget):
    """Says that there is no tray, and offers the entries of the tray's menu as buttons.

    Its close box only makes it small: without it nobody could reach the program.
    """

    def __init__(self, menu: TrayMenu) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("bell")
        self.setProperty("ground", "surface")
        self.setWindowTitle("Dzwonek")
        self._menu = menu
        self._title = plain("", Type.HEADING, self)
        self._advice = plain("", Type.QUIET, self)
        for label in (self._title, self._advice):
            label.setWordWrap(True)
        self.buttons = [self._button(action) for action in menu.actions() if action.text()]
        self._arrange()
        self._say()
        dress(self)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._menu.retranslate()
            self._say()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Get out of the way, and stay reachable."""
        event.ignore()
        self.showMinimized()

    def _arrange(self) -> None:
        bell = QLabel(self)
        side = px(self, BELL_SIZE)
        bell.setPixmap(QIcon(":/icons/dzwonek.svg").pixmap(side, side))
        head = QHBoxLayout()
        head.setSpacing(px(self, Space.MEDIUM))
        head.addWidget(bell)
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._advice)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        edge = px(self, Space.LARGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        column.addLayout(head)
        column.addSpacing(px(self, Space.SMALL))
        for one in self.buttons:
            column.addWidget(one)

    def _button(self, action: QAction) -> QPushButton:
        is_first = action is self._menu.report_action
        made = button("", Act.PRIMARY if is_first else Act.NORMAL, self)
        made.setObjectName(f"bell_{action.objectName()}")
        made.clicked.connect(lambda: action.trigger())
        action.changed.connect(self._say)
        return made

    def _say(self) -> None:
        title, advice = title_and_advice(Problem(Code.NO_TRAY))
        self._title.setText(title)
        self._advice.setText(advice)
        actions = [action for action in self._menu.actions() if action.text()]
        for one, action in zip(self.buttons, actions, strict=True):
            text = action.text().split("\t")[0]
            one.setText(text.replace("&", "&&"))
            one.setAccessibleName(text)
