"""The bell in the tray: its menu, and what its icon and tooltip say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

HALF_LIGHT = 128
MENU_GONE_MS = 200  # a menu drawn by another process needs this long to leave the screen


@dataclass(frozen=True, slots=True)
class TrayWords:
    """What the tray says now: one of the icon's states, and the lines of the tooltip."""

    state: str  # idle | waiting | trouble
    lines: tuple[str, ...]


class TrayMenu(QMenu):
    """The entries that the tray and the window without a tray both offer."""

    report_wanted = Signal()
    flag_wanted = Signal()
    list_wanted = Signal()
    help_wanted = Signal()
    emergency_copy_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, emergency: str) -> None:
        super().__init__()
        self._keys: dict[str, str] = {}
        self.report_action = self._entry("report", self._after_menu(self.report_wanted.emit))
        self.flag_action = self._entry("flag", self._after_menu(self.flag_wanted.emit))
        self.addSeparator()
        self.list_action = self._entry("list", self.list_wanted.emit)
        self.help_action = self._entry("help", self.help_wanted.emit)
        self.emergency_action = self._entry("emergency", self.emergency_copy_wanted.emit)
        self.addSeparator()
        self.settings_action = self._entry("settings", self.settings_wanted.emit)
        self.quit_action = self._entry("quit", self.quit_wanted.emit)
        self._emergency = emergency
        self.retranslate()

    def show_keys(self, report: str | None, flag: str | None) -> None:
        """Name the hotkeys that hold beside their entries."""
        self._keys = {"report": report or "", "flag": flag or ""}
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts anew, after a change of language or of the hotkeys."""
        self.report_action.setText(self._with_key(self.tr("Zgłoś problem"), "report"))
        self.flag_action.setText(self._with_key(self.tr("Oznacz teraz, opisz później"), "flag"))
        self.list_action.setText(self.tr("Moje zgłoszenia"))
        self.help_action.setText(self.tr("Pomoc i kontakt"))
        self.emergency_action.setText(
            self.tr("Telefon awaryjny {number} – kopiuj").format(number=self._emergency)
        )
        self.settings_action.setText(self.tr("Ustawienia"))
        self.quit_action.setText(self.tr("Zakończ"))

    def _with_key(self, text: str, slot: str) -> str:
        key = self._keys.get(slot, "")
        return f"{text}\t{key}" if key else text

    def _entry(self, name: str, chosen: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"tray_{name}")
        action.triggered.connect(lambda: chosen())
        self.addAction(action)
        return action

    def _after_menu(self, wish: Callable[[], None]) -> Callable[[], None]:
        """Wait until the menu has left the screen, so that it is in no picture."""
        return lambda: QTimer.singleShot(MENU_GONE_MS, self, wish)


class Tray(QObject):
    """Shows the bell as soon as there is a tray, also when the tray comes after us."""

    clicked = Signal()
    message_clicked = Signal()

    def __init__(
        self, parent: QObject | None = None, is_dark: Callable[[], bool | None] = lambda: None
    ) -> None:
        """Show the bell; `is_dark` tells of the taskbar, None where it has the windows' colours."""
        super().__init__(parent)
        self._is_dark = is_dark
        self._menu: TrayMenu | None = None
        self._words = TrayWords("idle", ())
        self._icon = self._made()

    @staticmethod
    def is_available() -> bool:
        """Say whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def offer(self, menu: TrayMenu) -> None:
        """Let the icon have its menu; it comes later, because making one takes time."""
        self._menu = menu
        self._icon.setContextMenu(menu)

    def make_anew(self) -> None:
        """Make the icon again for a host that came after us (Qt falls to XEmbed for good)."""
        self._icon.hide()
        self._icon.deleteLater()
        self._icon = self._made()

    def say(self, words: TrayWords) -> None:
        """Show a state on the icon, and the same in words in the tooltip."""
        self._words = words
        self.repaint()
        self._icon.setToolTip("\n".join(("Dzwonek", *words.lines)))

    def repaint(self) -> None:
        """Draw the icon again, for the taskbar's colours of now."""
        self._icon.setIcon(tray_icon(self._words.state, self._is_dark()))

    def balloon(self, title: str, body: str) -> bool:
        """Show a notice through the tray, where the desktop has no notices of its own.

        Says whether there is a tray that shows it.
        """
        self._icon.showMessage(title, body, tray_icon("idle", self._is_dark()))
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(tray_icon(self._words.state, self._is_dark()), self)
        icon.setToolTip("\n".join(("Dzwonek", *self._words.lines)))
        if self._menu is not None:
            icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.message_clicked)
        icon.show()
        return icon

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.clicked.emit()


def tray_icon(state: str, is_dark: bool | None = None) -> QIcon:
    """Give the bell for a state, drawn for a light or dark taskbar; None: as the windows are."""
    if is_dark is None:
        # The palette tells the same as the style hints, whose enums take PySide 50 ms to make.
        is_dark = QGuiApplication.palette().window().color().lightness() < HALF_LIGHT
    return QIcon(f":/icons/tray-{state}-on-{'dark' if is_dark else 'light'}.svg")


def icon_files() -> dict[str, bytes]:
    """Give the program's icon as the desktop's icon theme wants it: folder → picture."""
    file = QFile(":/icons/dzwonek.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return {}
    return {"scalable": bytes(file.readAll().data())}
