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
from dzwonek.ui.settings.held import is_saved
from dzwonek.ui.settings.navigation import Navigation, scrolled
from dzwonek.ui.settings.own_report_page import OwnReportPage
from dzwonek.ui.settings.program_page import LanguagePage, PrivacyPage

if TYPE_CHECKING:
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import Binding

__all__ = ["SettingsBase", "SettingsWindow"]

SIZE = QSize(760, 620)  # at the usual font


class SettingsWindow(SettingsBase):
    """All settings, one page at a time."""

    def __init__(self, suffix: str = VENDOR) -> None:
        super().__init__(is_short=False, suffix=suffix)
        self.setObjectName("settings")
        self.language = LanguagePage(self)
        self.privacy = PrivacyPage(self)
        self.test = OwnReportPage(self)
        self._tests_after_saving = False
        for page in (self.language, self.privacy):
            page.edited.connect(self.on_edited)
        self.test.wanted.connect(self._on_test)
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

    def tell_saved(self, answer: Problem | None) -> None:
        """Say whether it is saved; a test report that waited for it does not go without."""
        if not is_saved(answer):
            self._tests_after_saving = False
            self.test.forget()
        super().tell_saved(answer)

    def after_saving(self, held: Problem | None) -> None:
        """Send the test report that waited for the saving."""
        if self._tests_after_saving:
            self._tests_after_saving = False
            self._emit_test()

    def _on_test(self) -> None:
        """Save first: a test proves what is saved, not what is typed."""
        if not self.person.email.text():
            self.show_page(self.person)
            self.person.email.show_wrong(self.tr("Tu przyjdzie zgłoszenie próbne: wpisz adres."))
            self.person.email.edit.setFocus()
        elif self.is_changed():
            self._tests_after_saving = True
            self.save()
        else:
            self._emit_test()

    def _emit_test(self) -> None:
        self.test.tell_sent(self.person.email.text())
        self.test_report_wanted.emit()

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
