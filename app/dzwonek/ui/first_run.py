"""The short window of the first start: what is needed, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dzwonek.ui.look import Space, Type, dress, plain, px
from dzwonek.ui.settings.base import SettingsBase
from dzwonek.ui.settings.faults import VENDOR
from dzwonek.ui.settings.fields import paragraph
from dzwonek.ui.settings.mail_page import HOST
from dzwonek.ui.settings.navigation import scrolled

if TYPE_CHECKING:
    from dzwonek.config.settings import Settings
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import Binding
    from dzwonek.domain.problem import Problem
    from dzwonek.ui.settings.fields import Page

SIZE = QSize(600, 720)  # at the usual font


class FirstRun(SettingsBase):
    """Asks once for what makes the first report easy; *Później* asks again at the next start."""

    def __init__(self, suffix: str = VENDOR) -> None:
        super().__init__(is_short=True, suffix=suffix)
        self.setObjectName("first_run")
        self.welcome = plain("", Type.TITLE, self)
        self.promise = paragraph(Type.BODY, self)
        self._arrange()
        self.say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    def load(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        autostart: bool,
        key_note: Problem | None,
        signed_in: Identity | None = None,
    ) -> None:
        """Show what holds; a mail server that the administrator has set is not asked for."""
        super().load(settings, locked, bindings, autostart, key_note, signed_in)
        self.mail.setVisible(HOST not in locked)

    def show_page(self, page: Page) -> None:
        """Scroll to a page."""
        self.pane.ensureWidgetVisible(page, 0, px(self, Space.LARGE))

    def say(self) -> None:
        """Set all texts anew."""
        super().say()
        self.setWindowTitle("Dzwonek")
        self.welcome.setText(self.tr("Dzień dobry, tu Dzwonek"))
        self.promise.setText(
            self.tr("Kilka pól i gotowe. Wszystko jest opcjonalne i da się zmienić w Ustawieniach.")
        )

    def say_buttons(self) -> None:
        """Name the two ways out."""
        self.footer.save.setText(self.tr("Zapisujemy…") if self._is_saving else self.tr("Gotowe"))
        later = self.tr("Później, bez zapisywania") if self._warned else self.tr("Później")
        self.footer.close_window.setText(later)

    def after_saving(self, held: Problem | None) -> None:
        """Close, unless there is something to read: everything asked for is saved."""
        if held is None:
            self.leave()
            self.accept()

    def _greeting(self) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.welcome)
        column.addWidget(self.promise)
        return whole

    def _arrange(self) -> None:
        self.pane = scrolled((self._greeting(), *self.pages()), self, Space.LARGE)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addWidget(rule)
        whole.addWidget(self.system.foreign)
        whole.addWidget(self.footer)
