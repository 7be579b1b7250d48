"""*Ustawienia*: shows what holds, takes changes, and says in words what became of each wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from dzwonek.config.settings import Settings
from dzwonek.domain.problem import Problem
from dzwonek.ui.look import Space, dress, px
from dzwonek.ui.settings.base import SettingsBase
from dzwonek.ui.settings.faults import VENDOR
from dzwonek.ui.settings.fields import Page
from dzwonek.ui.settings.navigation import Navigation, scrolled
from dzwonek.ui.settings.program_page import LanguagePage, PrivacyPage
from dzwonek.ui.settings.with_own_report import WithOwnReport

if TYPE_CHECKING:
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import Binding

__all__ = ["SettingsBase", "SettingsWindow"]

SIZE = QSize(760, 620)  # at the usual font


class SettingsWindow(WithOwnReport):
    """All settings, one page at a time."""

    def __init__(self, suffix: str = VENDOR) -> None:
        super().__init__(is_short=False, suffix=suffix)
        self.setObjectName("settings")
        self.language = LanguagePage(self)
        self.privacy = PrivacyPage(self)
        for page in (self.language, self.privacy):
            page.edited.connect(self.on_edited)
        self._sheets = (
            (self.system, self.sign_in),
            (self.person,),
            (self.mail, self.test),
            (self.hotkeys,),
            (self.start, self.language),
            (self.privacy,),
        )
        self.navigation = Navigation(len(self._sheets), self)
        self.stack = QStackedWidget(self)
        self._arrange()
        self.say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    def pages(self) -> tuple[Page, ...]:
        """List all pages in their order."""
        return tuple(page for sheet in self._sheets for page in sheet)

    def show_page(self, page: Page) -> None:
        """Turn to the sheet on which a page stands."""
        number = next(n for n, sheet in enumerate(self._sheets) if page in sheet)
        self.navigation.choose(number)

    def load(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        autostart: bool,
        key_note: Problem | None,
        signed_in: Identity | None = None,
    ) -> None:
        """Show what holds, and where the key of the stored reports lies."""
        super().load(settings, locked, bindings, autostart, key_note, signed_in)
        self.privacy.show_key(key_note)

    def say(self) -> None:
        """Set all texts anew."""
        super().say()
        self.setWindowTitle(self.tr("Ustawienia"))
        self.navigation.say(
            self.tr("Strony ustawień"),
            (
                self.tr("Daktela"),
                self.tr("O mnie"),
                self.tr("Poczta"),
                self.tr("Skróty"),
                self.tr("Program"),
                self.tr("Prywatność"),
            ),
        )

    def say_buttons(self) -> None:
        """Name the two ways out."""
        self.footer.save.setText(self.tr("Zapisujemy…") if self._is_saving else self.tr("Zapisz"))
        closing = self.tr("Zamknij bez zapisywania") if self._warned else self.tr("Zamknij")
        self.footer.close_window.setText(closing)

    def after_saving(self, held: Problem | None) -> None:
        """Send the test report that waited for the saving."""
        self.sends_after_saving()

    def _arrange(self) -> None:
        for sheet in self._sheets:
            self.stack.addWidget(scrolled(sheet, self))
        self.navigation.chosen.connect(self.stack.setCurrentIndex)
        side = px(self, Space.SMALL)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        rail = QFrame(self)
        rail.setProperty("ground", "window")
        rail_column = QVBoxLayout(rail)
        rail_column.setContentsMargins(side, px(self, Space.MEDIUM), side, side)
        rail_column.addWidget(self.navigation)
        middle.addWidget(rail)
        middle.addWidget(self.stack, 1)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(rule)
        whole.addWidget(self.system.foreign)
        whole.addWidget(self.footer)
