"""The floor of a start and of idling: the smallest tray program that PySide6 allows."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


def main() -> int:
    """Show an icon with a menu until told to end."""
    app = QApplication(["floor"])
    app.setQuitOnLastWindowClosed(False)
    picture = QPixmap(64, 64)
    picture.fill(QColor("#00aa66"))
    icon = QSystemTrayIcon(QIcon(picture))
    menu = QMenu()
    menu.addAction("Quit", app.quit)
    icon.setContextMenu(menu)
    icon.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
