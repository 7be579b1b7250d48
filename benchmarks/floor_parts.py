"""The floor of what was asked for: minimal tray, key, grab, database and the form's bare widgets.

Nothing of Dzwonek is in it. The window has as many widgets of each kind of Qt's as the report form,
in Qt's own look and without a word of what they do, and was painted once where nobody sees it.
"""

from __future__ import annotations

import sqlite3
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QDateTimeEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from benchmarks.floor_form import SIZE, Floor

WIDGETS: tuple[tuple[type[QWidget], int], ...] = (
    (QWidget, 30), (QLabel, 30), (QFrame, 6), (QPushButton, 9), (QRadioButton, 14), (QLineEdit, 6),
    (QListView, 1), (QDateTimeEdit, 1), (QPlainTextEdit, 1),
)  # fmt: skip
TEXT = "Zgłoś problem"


class Parts(Floor):
    """Waits for the key with a larger window and an open database."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = sqlite3.connect(":memory:")
        self._mss.close()  # else a whole picture stays mapped, which is no floor

    def _made_window(self) -> QWidget:
        window = QWidget()
        scroll = QScrollArea(window)
        scroll.setWidgetResizable(True)
        QVBoxLayout(window).addWidget(scroll)
        body = QWidget()
        column = QVBoxLayout(body)
        for kind, count in WIDGETS:
            for _ in range(count):
                widget = kind(body)
                column.addWidget(widget)
                if isinstance(widget, (QLabel, QPushButton, QRadioButton, QLineEdit)):
                    widget.setText(TEXT)
        scroll.setWidget(body)
        window.resize(*SIZE)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window.grab()
        window.hide()
        return window


def main() -> int:
    """Show an icon with a menu, and hold the rest ready, until told to end."""
    app = QApplication(["floor"])
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    picture = QPixmap(64, 64)
    picture.fill(QColor("#00aa66"))
    icon = QSystemTrayIcon(QIcon(picture))
    menu = QMenu()
    menu.addAction("Quit", app.quit)
    icon.setContextMenu(menu)
    icon.show()
    parts = Parts()
    code = app.exec()
    del parts
    return code


if __name__ == "__main__":
    sys.exit(main())
