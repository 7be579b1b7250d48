"""A program that shows one plain colour on one place of the desktop, to be captured.

It is given left, top, width, height in physical pixels, and the colour; its title is "Stage" and
the colour. Programs of others are never left out of our pictures.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    """Show it until the program is ended."""
    os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"  # one pixel is one pixel
    app = QApplication(sys.argv)
    left, top, width, height = (int(number) for number in sys.argv[1:5])
    window = QWidget(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    window.setWindowTitle(f"Stage {sys.argv[5]}")
    window.setPalette(QPalette(QColor(sys.argv[5])))
    window.setGeometry(left, top, width, height)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
