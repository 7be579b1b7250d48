"""*Pomoc i kontakt*: all of the support page, without a network, the emergency first."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dzwonek.ui.help_emergency import EmergencyCard
from dzwonek.ui.help_now import holiday_words
from dzwonek.ui.help_sections import MattersSection, Section, SupportSection, TextSection
from dzwonek.ui.language import spoken_now
from dzwonek.ui.look import Space, Type, announce, dress, plain, px
from dzwonek.ui.settings.navigation import Navigation, scrolled
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile

    Spoken = Callable[[str], ContactProfile]

SIZE = QSize(780, 680)  # at the usual font
SUPPORT = "support"


class HelpWindow(QWidget):
    """Shows whom to call and write, what holds now, and the page's hints beside their contents."""

    shown = Signal()
    copy_wanted = Signal(str)
    open_wanted = Signal(str)  # an address, for the program that this desktop has for it
    matter_wanted = Signal(str)  # write about this matter of the profile
    report_wanted = Signal()

    def __init__(self, profile: ContactProfile, clock: Clock, spoken: Spoken | None = None) -> None:
        """Take `spoken`, which gives the profile as people read it in a language ("en")."""
        super().__init__(None, Qt.WindowType.Window)
        self._profile, self._clock = profile, clock
        self._spoken = spoken
        self._is_leading = False
        self.setObjectName("help")
        self.setProperty("ground", "window")
        self.emergency = EmergencyCard(profile.contact, clock, self)
        self.told = plain("", Type.DANGER, self)
        self.told.setObjectName("help_told")
        self.told.setWordWrap(True)
        self.told.hide()
        self.matters = MattersSection(profile, self)
        self.sections = self._made_sections()
        self.contents = Navigation(len(self.sections), self)
        self.pane = scrolled(self.sections, self, Space.LARGE)
        self._connect()
        self._arrange()
        self._say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    # -- what is told

    def tell_schemes(self, schemes: frozenset[str]) -> None:
        """Take in which kinds of addresses (`tel`, `https`) a program here opens."""
        self.emergency.tell_can_call(can_call="tel" in schemes)
        for section in self.sections:
            section.tell_schemes(schemes)

    def tell(self, problem: Problem) -> None:
        """Say what did not work."""
        self.told.setText(sentence(problem))
        self.told.show()
        announce(self.told, self.told.text())

    def look_again(self) -> None:
        """After sleep, or when the clock was set: say what holds now."""
        if self.isVisible():
            self.emergency.look_again()

    # -- inside

    def showEvent(self, event: QShowEvent) -> None:
        """Start without what went wrong the last time; arrow keys turn to a section at once."""
        self.told.hide()
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once; look at the clock whenever somebody comes back."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_again()
        super().changeEvent(event)

    def _made_sections(self) -> tuple[Section, ...]:
        """Give the sections in the profile's order, the matters behind the support's."""
        sections: list[Section] = []
        self.support: SupportSection | None = None
        for text in self._profile.help:
            if text.id != SUPPORT:
                sections.append(TextSection(text, self))
                continue
            self.support = SupportSection(text, self._profile, self)
            sections += [self.support, self.matters]
        if self.support is None:
            sections.append(self.matters)
        return tuple(sections)

    def _connect(self) -> None:
        self.emergency.copied.connect(self.copy_wanted)
        self.emergency.call_wanted.connect(self.open_wanted)
        self.emergency.changed.connect(self._say_holidays)
        for section in self.sections:
            section.copied.connect(self.copy_wanted)
            section.open_wanted.connect(self.open_wanted)
        self.matters.matter_wanted.connect(self.matter_wanted)
        self.matters.report_wanted.connect(self.report_wanted)
        self.contents.chosen.connect(self._lead)
        self.pane.verticalScrollBar().valueChanged.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        for key, pages in (("PgDown", 1), ("PgUp", -1)):
            turn = QShortcut(QKeySequence(key), self)
            turn.activated.connect(lambda pages=pages: self._turn(pages))

    def _arrange(self) -> None:
        side = px(self, Space.SMALL)
        rail = QVBoxLayout()
        rail.setContentsMargins(side, px(self, Space.MEDIUM), side, side)
        rail.addWidget(self.contents)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(rail)
        below.addWidget(self.pane, 1)
        edge = px(self, Space.MEDIUM)
        head = QVBoxLayout()
        head.setContentsMargins(edge, edge, edge, edge)
        head.setSpacing(px(self, Space.SMALL))
        head.addWidget(self.emergency)
        head.addWidget(self.told)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(rule)
        whole.addLayout(below, 1)
        order: list[QWidget] = [self.emergency.call, self.emergency.copy, self.contents]
        for section in self.sections:
            order += section.findChildren(QPushButton)
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _lead(self, row: int) -> None:
        """Scroll to a section; the list shows it even where it cannot come to the top."""
        self.pane.settle()
        self._is_leading = True
        self.pane.verticalScrollBar().setValue(self.sections[row].y() - px(self, Space.MEDIUM))
        self._is_leading = False

    def _follow(self, value: int) -> None:
        """Let the list of contents show where the reader is."""
        if self._is_leading:
            return
        bar = self.pane.verticalScrollBar()
        tops = [section.y() for section in self.sections]
        row = bisect_right(tops, value + px(self, Space.HUGE)) - 1
        if value == bar.maximum():
            row = len(tops) - 1
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(max(row, 0))

    def _turn(self, pages: int) -> None:
        bar = self.pane.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _say_holidays(self) -> None:
        if self.support is not None:
            card = self.emergency
            words = holiday_words(self._profile.contact, self._clock.now(), card.is_holiday)
            self.support.tell_holidays(words)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Pomoc i kontakt"))
        self.emergency.say()
        profile = self._profile
        if self._spoken is not None:
            profile = self._spoken(spoken_now())
        for section in self.sections:
            section.say(profile)
        self.contents.say(self.tr("Spis treści"), [section.short for section in self.sections])
