"""The short window of the first start: what is needed, and nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dzwonek.ui.look import Act, Size, Space, Type, button, dress, plain, px, set_mark
from dzwonek.ui.settings.columns import Columns
from dzwonek.ui.settings.faults import VENDOR
from dzwonek.ui.settings.fields import paragraph
from dzwonek.ui.settings.mail_page import HOST
from dzwonek.ui.settings.navigation import scrolled
from dzwonek.ui.settings.with_own_report import WithOwnReport

if TYPE_CHECKING:
    from dzwonek.config.settings import Settings
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import Binding
    from dzwonek.domain.problem import Problem
    from dzwonek.ui.settings.fields import Page

SIZE = QSize(1000, 720)  # at the usual font
WIDEST = 1040  # pixels at the usual font, of both columns


class Fold(QWidget):
    """Keeps a page out of the way until it is wanted: most people have nothing to put in it."""

    unfolded = Signal()

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.title = plain("", Type.HEADING, self)
        self.why = paragraph(Type.QUIET, self)
        self.open = button("", Act.NORMAL, self)
        self.open.setObjectName(f"{page.objectName()}.unfold")
        self.open.clicked.connect(self._on_open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.MEDIUM))
        column.addWidget(self.title)
        column.addWidget(self.why)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(page)
        self.fold()

    def fold(self) -> None:
        """Put the page away."""
        self._show(is_open=False)

    def unfold(self) -> None:
        """Show the page."""
        self._show(is_open=True)

    def _on_open(self) -> None:
        self.unfold()
        self.unfolded.emit()

    def _show(self, *, is_open: bool) -> None:
        self.page.setVisible(is_open)
        for part in (self.title, self.why, self.open):
            part.setVisible(not is_open)


class FirstRun(WithOwnReport):
    """Asks once for what makes the first report easy; *Później* asks again at the next start."""

    def __init__(self, suffix: str = VENDOR) -> None:
        super().__init__(is_short=True, suffix=suffix)
        self.setObjectName("first_run")
        self.mail_fold = Fold(self.mail, self)
        self.mail_fold.unfolded.connect(self._to_mail)
        self.welcome = plain("", Type.TITLE, self)
        self.promise = paragraph(Type.BODY, self)
        self._arrange()
        self._order_tabs()
        self.say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that shows all of itself, and fits every screen in use."""
        room = self.screen().availableGeometry().size()
        most = QSize(round(room.width() * 0.9), room.height() - px(self, Size.FRAME))
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(most)

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
        if not self.isVisible():
            self.mail_fold.fold()
        self.mail_fold.setVisible(HOST not in locked)
        self._say_mail()

    def pages(self) -> tuple[Page, ...]:
        """List the pages in their order: the try of everything stands behind what it tries."""
        usual = (self.system, self.sign_in, self.person, self.hotkeys, self.mail)
        return (*usual, self.test, self.start)

    def show_page(self, page: Page) -> None:
        """Scroll to a page."""
        if page is self.mail:
            self.mail_fold.unfold()
            self.pane.settle()
        self.pane.ensureWidgetVisible(page, 0, px(self, Space.LARGE))

    def say(self) -> None:
        """Set all texts anew."""
        super().say()
        self.setWindowTitle("Dzwonek")
        self.mail_fold.title.setText(self.mail.title())
        self.mail_fold.open.setText(self.tr("Wpisz dane serwera"))
        self._say_mail()
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
        """Close, unless there is something to read or a test to wait for."""
        is_testing = self.sends_after_saving()
        if held is None and not is_testing:
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

    def _order_tabs(self) -> None:
        """Let Tab go from page to page as they stand; within a page it goes right already."""
        chain: list[QWidget] = []
        one: QWidget | None = self.nextInFocusChain()
        while one is not None and one is not self and one not in chain:
            chain.append(one)
            one = one.nextInFocusChain()
        parts = [self.mail_fold if page is self.mail else page for page in self.pages()]
        order = [
            each
            for part in (*parts, self.system.foreign, self.footer)
            for each in chain
            if part.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        order.remove(self.mail_fold.open)
        order.insert(order.index(self.mail.host.edit), self.mail_fold.open)
        for before, behind in pairwise(order):
            QWidget.setTabOrder(before, behind)

    def _ask_for_mail(self) -> bool:
        is_asked = super()._ask_for_mail()
        if is_asked:
            self.show_page(self.mail)
            self.mail.host.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_asked

    def _to_mail(self) -> None:
        self.mail.host.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_page(self.mail)

    def _say_mail(self) -> None:
        host = self.mail.host.text()
        told = self.tr("Zgłoszenia wyjdą przez {host}.").format(host=host)
        asked = self.tr("Przez niego wychodzą zgłoszenia. Dane poda administrator.")
        self.mail_fold.why.setText(told if host else asked)

    def _arrange(self) -> None:
        for said_twice in (self.system.heading, self.start.heading, self.sign_in.way.name):
            said_twice.hide()
        set_mark(self.system.address.name, "kind", Type.HEADING.value)
        who = (self.system, self.sign_in, self.person)
        self.columns = Columns(who, (self.hotkeys, self.mail_fold, self.test, self.start), self)
        self.pane = scrolled((self._greeting(), self.columns), self, Space.LARGE, WIDEST)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addWidget(rule)
        whole.addWidget(self.system.foreign)
        whole.addWidget(self.footer)
