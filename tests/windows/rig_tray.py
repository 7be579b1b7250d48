"""Wine's taskbar: the bell in it, what a pointer over the bell is told, balloons, and the menu."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu

from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import text_of_window
from tests.windows.rig_scene import FORMAT, stands_still
from tests.windows.rig_windows import Look, Window, again_until, until

HINT = "tooltips_class32"
POPUP = "Popup"
SMALL_ICON = 49  # SM_CXSMICON
BORDER = 8  # wine's, around an icon, both sides together
PATIENCE = 60.0
ENTRIES: Mapping[str, str] = {
    "report": "Zgłoś problem",
    "flag": "Oznacz teraz, opisz później",
    "list": "Moje zgłoszenia",
    "help": "Pomoc i kontakt",
    "emergency": "Telefon awaryjny 22 153 0461 – kopiuj",
    "settings": "Ustawienia",
    "quit": "Zakończ",
}
BEHIND_A_LINE = ("list", "settings")


class Bell:
    """The program's icon in the taskbar, as a person sees and uses it."""

    def __init__(self, hand: Hand, look: Look) -> None:
        self._hand = hand
        self._look = look

    @property
    def place(self) -> QRect:
        """Give the icon's cell, the rightmost of the taskbar, in physical pixels."""
        bar = next(iter(self._look.of_kind("Shell_TrayWnd")))
        cell = small_icon() + BORDER
        return QRect(bar.left + bar.width - cell, bar.top, cell, bar.height)

    def seen(self) -> QImage:
        """Give what the icon's cell shows."""
        place = self.place
        shown = self._hand.picture().part(place.x(), place.y(), place.width(), place.height())
        size = place.width(), place.height(), place.width() * 3
        return QImage(shown.pixels, *size, FORMAT).copy()

    def is_painted(self) -> bool:
        """Say whether something dark, as the bell is on a light taskbar, fills part of the cell."""
        shown = self.seen()
        places = ((x, y) for x in range(shown.width()) for y in range(shown.height()))
        dark = sum(shown.pixelColor(x, y).lightness() < 128 for x, y in places)
        return dark > small_icon() ** 2 // 6

    def click(self, button: int = 1) -> None:
        """Click at the bell."""
        middle = self.place.center()
        self._hand.click(middle.x(), middle.y(), button)

    def hint(self, part: str) -> str:
        """Let the pointer rest on the bell until the hint with this text in it is shown."""
        middle = self.place.center()

        def rest_on_it() -> None:
            self._hand.move(middle.x() - 200, middle.y() - 200)
            self._hand.move(middle.x(), middle.y())

        shown = again_until(rest_on_it, lambda: self._told(part), f"the hint {part!r}")
        self._hand.move(middle.x() - 200, middle.y() - 200)
        until(lambda: self._told("Dzwonek\n") is None, "the hint's end", PATIENCE)
        return shown

    def told(self, part: str) -> str:
        """Wait for a hint or balloon with this text in it, and give its whole text."""
        return until(lambda: self._told(part), f"a balloon or hint with {part!r}", PATIENCE)

    def menu(self) -> Window:
        """Open the menu by a right click."""
        self.click(3)
        until(self._popup, "the bell's menu", PATIENCE)
        stands_still(self._hand)
        return until(self._popup, "the bell's menu", PATIENCE)

    def choose(self, entry: str) -> None:
        """Choose an entry of the menu with the mouse."""
        menu = self.menu()
        _, entries = expected_menu({})
        middle = entries[entry]
        self._hand.click(menu.left + middle.x(), menu.top + middle.y())
        until(self._is_closed, "the menu's end", PATIENCE)

    def choose_last(self) -> None:
        """Choose the last entry of the menu with the keyboard."""
        self.menu()
        again_until(lambda: self._hand.press("Up Return"), self._is_closed, "the menu's end")

    def close_menu(self) -> None:
        """Close the menu with the keyboard."""
        again_until(lambda: self._hand.press("Escape"), self._is_closed, "the menu's end")

    def _popup(self) -> Window | None:
        return next(iter(self._look.of_kind(POPUP)), None)

    def _is_closed(self) -> bool:
        return self._popup() is None

    def _told(self, part: str) -> str | None:
        return next((text for text in self._texts() if part in text), None)

    def _texts(self) -> list[str]:
        return [text_of_window(each.handle) for each in self._look.of_kind(HINT)]


def expected_menu(keys: Mapping[str, str]) -> tuple[QImage, Mapping[str, QPoint]]:
    """Draw the menu as it has to look; give it, and the middle of each entry."""
    QApplication.setStyle("Fusion")
    menu = QMenu()
    actions = {}
    for name, text in ENTRIES.items():
        if name in BEHIND_A_LINE:
            menu.addSeparator()
        actions[name] = menu.addAction(f"{text}\t{keys[name]}" if name in keys else text)
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage().convertToFormat(FORMAT)
    return image, {name: menu.actionGeometry(each).center() for name, each in actions.items()}


def small_icon() -> int:
    """Give the side of the taskbar's icons, in physical pixels."""
    if sys.platform != "win32":
        return 16
    import ctypes

    return int(ctypes.WinDLL("user32").GetSystemMetrics(SMALL_ICON))
