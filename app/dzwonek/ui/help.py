"""*Pomoc i kontakt*: all of the support page, without a network, the emergency first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from dzwonek.domain.office_hours import DeskState, desk_state, holiday_check
from dzwonek.ui.copy_button import CopyButton
from dzwonek.ui.look import Act, Space, Type, dress, plain, px
from dzwonek.ui.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.profile import ContactProfile, HelpText

SIZE = QSize(620, 640)  # at the usual font
EMERGENCY, SUPPORT = "emergency", "support"


class HelpWindow(QWidget):
    """Shows whom to call and write, what holds now, and the page's hints."""

    copy_wanted = Signal(str)

    def __init__(self, profile: ContactProfile, clock: Clock) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._profile = profile
        self._clock = clock
        self.setObjectName("help")
        self.setProperty("ground", "window")
        self.now = plain("", Type.STRONG, self)
        self.now.setWordWrap(True)
        contact = profile.contact
        self.copy_number = CopyButton(contact.emergency, "help_copy_number", Act.PRIMARY, self)
        self.copy_mail = CopyButton(contact.email, "help_copy_mail", Act.LINK, self)
        self.links: list[tuple[HelpText, CopyButton]] = []
        self._emergency_title = plain("", Type.HEADING, self)
        self._emergency_title.setWordWrap(True)
        self._qr_hint = plain("", Type.QUIET, self)
        self._matters_title = plain("", Type.HEADING, self)
        self._connect()
        self._arrange()
        self._say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what holds at this moment, each time it is opened."""
        self.now.setText(self._now_words())
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.copy_number.copied.connect(self.copy_wanted)
        self.copy_mail.copied.connect(self.copy_wanted)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    def _arrange(self) -> None:
        inner = QWidget(self)
        inner.setProperty("ground", "window")
        column = QVBoxLayout(inner)
        edge = px(self, Space.LARGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.MEDIUM))
        column.addWidget(self._emergency_card())
        for text in self._profile.help:
            if text.id != EMERGENCY:
                column.addWidget(self._card(text))
            if text.id == SUPPORT:
                column.addWidget(self._matters_card())
        column.addStretch(1)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(pane)

    def _emergency_card(self) -> QFrame:
        contact = self._profile.contact
        card, column = self._frame("notice")
        number = plain(contact.emergency, Type.TITLE, card)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(px(self, Space.SMALL))
        for part in (self._emergency_title, number, self.now):
            words.addWidget(part)
        words.addWidget(self.copy_number, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        code = QVBoxLayout()
        code.setSpacing(px(self, Space.TIGHT))
        qr = QrCode(f"tel:{contact.emergency_e164}", contact.emergency, card)
        code.addWidget(qr, 0, Qt.AlignmentFlag.AlignHCenter)
        code.addWidget(self._qr_hint, 0, Qt.AlignmentFlag.AlignHCenter)
        code.addStretch(1)
        side = QHBoxLayout()
        side.setSpacing(px(self, Space.LARGE))
        side.addLayout(words, 1)
        side.addLayout(code)
        column.addLayout(side)
        for paragraph in self._paragraphs(EMERGENCY):
            column.addWidget(_paragraph(paragraph, card))
        return card

    def _card(self, text: HelpText) -> QFrame:
        card, column = self._frame("card")
        column.addWidget(plain(text.title, Type.HEADING, card))
        for paragraph in text.paragraphs:
            column.addWidget(_paragraph(paragraph, card))
        if text.id == SUPPORT:
            column.addWidget(self.copy_mail, 0, Qt.AlignmentFlag.AlignLeft)
        if text.link:
            link = CopyButton(text.link, f"help_link_{text.id}", Act.LINK, card)
            link.copied.connect(self.copy_wanted)
            self.links.append((text, link))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _matters_card(self) -> QFrame:
        card, column = self._frame("card")
        column.addWidget(self._matters_title)
        for matter in self._profile.matters:
            column.addWidget(plain(matter.title, Type.STRONG, card))
            column.addWidget(_paragraph(matter.hint, card))
        return card

    def _frame(self, ground: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame(self)
        card.setProperty("ground", ground)
        column = QVBoxLayout(card)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        return card, column

    def _paragraphs(self, wanted: str) -> Iterable[str]:
        return next((text.paragraphs for text in self._profile.help if text.id == wanted), ())

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Pomoc i kontakt"))
        self._emergency_title.setText(self.tr("W nagłym przypadku dzwoń, całą dobę"))
        self._qr_hint.setText(self.tr("Zeskanuj i zadzwoń"))
        self._matters_title.setText(self.tr("Z czym można pisać"))
        self.copy_number.say(self.tr("Kopiuj numer"))
        copy_address = self.tr("Kopiuj adres {address}")
        self.copy_mail.say(copy_address.format(address=self._profile.contact.email))
        for text, link in self.links:
            link.say(copy_address.format(address=text.link))
        self.now.setText(self._now_words())

    def _now_words(self) -> str:
        hours = self._profile.contact.hours
        state = desk_state(hours, self._clock.now(), holiday_check(hours.country))
        if state.is_open and state.until is not None:
            until = state.until.astimezone(ZoneInfo(hours.zone))
            return self.tr("Biuro otwarte do {time}.").format(time=f"{until:%H:%M}")
        return self._closed_words(state)

    def _closed_words(self, state: DeskState) -> str:
        number = self._profile.contact.emergency.replace(" ", "\u00a0")  # never cut in two
        text = self.tr("Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).")
        if state.is_holiday:
            text = self.tr(
                "Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę)."
            )
        if state.opens_at is None:
            return text.format(number=number)
        opens: datetime = state.opens_at.astimezone(ZoneInfo(self._profile.contact.hours.zone))
        day = f"{QLocale().dayName(opens.isoweekday())} {opens:%d.%m}"
        again = self.tr("Znów otwarte: {day} o {time}.").format(day=day, time=f"{opens:%H:%M}")
        return f"{text.format(number=number)} {again}"


def _paragraph(text: str, parent: QWidget) -> QLabel:
    label = plain(text, Type.BODY, parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
