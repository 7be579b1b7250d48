"""The floor of a press: a bare grab, then a window with one field that was built beforehand.

F10 does it. Its pictures are thrown away: nothing is encoded, stored or asked.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import mss
import xcffib
import xcffib.xproto
from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

X: Any = xcffib
F10 = 0xFFC7
ANY_MODIFIER, ASYNCHRONOUS, KEY_PRESS = 0x8000, 1, 2
SIZE = (680, 900)


class Floor(QObject):
    """Waits for the key, grabs and shows."""

    def __init__(self) -> None:
        super().__init__()
        self._x = X.Connection(os.environ["DISPLAY"])
        self._grab_key()
        self._mss = mss.MSS()
        self._mss.grab(self._mss.monitors[0])
        self.window = self._made_window()
        self._notifier = QSocketNotifier(
            self._x.get_file_descriptor(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._pump)

    def _made_window(self) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QPlainTextEdit(window))
        QShortcut(QKeySequence("Esc"), window).activated.connect(window.hide)
        window.resize(*SIZE)
        whole = QGuiApplication.primaryScreen().geometry()
        window.move(whole.center() - window.rect().center())
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window.grab()
        window.hide()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        return window

    def _grab_key(self) -> None:
        setup = self._x.get_setup()
        first, last = setup.min_keycode, setup.max_keycode
        mapping = self._x.core.GetKeyboardMapping(first, last - first + 1).reply()
        place = list(mapping.keysyms).index(F10)
        code = first + place // mapping.keysyms_per_keycode
        mode = (ASYNCHRONOUS, ASYNCHRONOUS)
        self._x.core.GrabKey(False, setup.roots[0].root, ANY_MODIFIER, code, *mode)
        self._x.flush()

    def _pump(self) -> None:
        while (event := self._x.poll_for_event()) is not None:
            if event.response_type & 0x7F == KEY_PRESS:
                self._mss.grab(self._mss.monitors[0])
                self.window.show()
                self.window.activateWindow()


def main() -> int:
    """Wait for presses until told to end."""
    app = QApplication(["floor"])
    app.setQuitOnLastWindowClosed(False)
    floor = Floor()
    print("ready", flush=True)
    code = app.exec()
    del floor
    return code


if __name__ == "__main__":
    sys.exit(main())
