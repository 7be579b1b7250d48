"""The head of *Pomoc i kontakt*: whom to call, and what holds now; it never scrolls away."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dzwonek.domain.office_hours import IsHoliday, holiday_check, next_change
from dzwonek.ui.copy_button import CopyButton
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.help_now import now_words
from dzwonek.ui.look import Act, Space, Type, button, plain, px, set_mark
from dzwonek.ui.qr import QrCode

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.profile import Contact

translate = QCoreApplication.translate
# Sleep and a clock that is set move the moment: nobody waits for it longer than this at a time.
LONGEST_NAP = 15 * 60 * 1000  # milliseconds


class EmergencyCard(QFrame):
    """Shows the number, copies it, dials it where something here can, and shows its QR code."""

    changed = Signal()  # something else holds now
    copied = Signal(str)
    call_wanted = Signal(str)  # tel: address

    def __init__(self, contact: Contact, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._contact, self._clock = contact, clock
        self.setObjectName("help_emergency")
        self.setProperty("ground", "notice")
        self.title = self._words("", Type.HEADING)
        self.number = plain(contact.emergency, Type.TITLE, self)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.now = self._words("", Type.STRONG)
        self.copy = CopyButton(contact.emergency, "help_copy_number", Act.PRIMARY, self)
        self.call = button("", Act.PRIMARY, self)
        self.call.setObjectName("help_call")
        self.code = QrCode(self.address, contact.emergency, self)
        self.scan = plain("", Type.QUIET, self)
        self._change = QTimer(self, singleShot=True)
        self._change.timeout.connect(self.look_again)
        self.copy.copied.connect(self.copied)
        self.call.clicked.connect(lambda: self.call_wanted.emit(self.address))
        self._arrange()
        self.tell_can_call(can_call=False)

    @property
    def address(self) -> str:
        """Give what is dialled (RFC 3966)."""
        return f"tel:{self._contact.emergency_e164}"

    @cached_property
    def is_holiday(self) -> IsHoliday:
        """Give the test for the country's holidays, loaded when the window is first shown."""
        return holiday_check(self._contact.hours.country)

    def say(self) -> None:
        """Set all texts anew, in the language that is spoken now."""
        self.title.setText(translate("HelpWindow", "W nagłym przypadku dzwoń, całą dobę"))
        self.copy.say(translate("HelpWindow", "Kopiuj numer"))
        self.call.setText(translate("HelpWindow", "Zadzwoń"))
        self.call.setAccessibleName(
            translate("HelpWindow", "Zadzwoń: {number}").format(number=self._contact.emergency)
        )
        self.scan.setText(translate("HelpWindow", "Zeskanuj i zadzwoń"))
        if self.isVisible():
            self.look_again()

    def tell_can_call(self, *, can_call: bool) -> None:
        """Offer to dial only where something on this computer can."""
        self.call.setVisible(can_call)
        set_mark(self.copy, "act", (Act.NORMAL if can_call else Act.PRIMARY).value)

    def look_again(self) -> None:
        """Say what holds at this moment, and look again when something else will."""
        now = self._clock.now()
        self.now.setText(now_words(self._contact, now, self.is_holiday))
        wait = next_change(self._contact.hours, now, self.is_holiday) - now
        milliseconds = int(wait.total_seconds() * 1000) + 1
        self._change.start(max(1, min(milliseconds, LONGEST_NAP)))
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to keep it true."""
        self.look_again()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: nothing wakes up for it."""
        self._change.stop()
        super().hideEvent(event)

    def _words(self, text: str, kind: Type) -> QLabel:
        label = plain(text, kind, self)
        label.setWordWrap(True)
        return label

    def _arrange(self) -> None:
        acts = FlowRow(gap=px(self, Space.SMALL))
        acts.addWidget(self.call)
        acts.addWidget(self.copy)
        words = QVBoxLayout()
        words.setSpacing(px(self, Space.TIGHT))
        for part in (self.title, self.number, self.now):
            words.addWidget(part)
        words.addSpacing(px(self, Space.TIGHT))
        words.addLayout(acts)
        words.addStretch(1)
        code = QVBoxLayout()
        code.setSpacing(px(self, Space.TIGHT))
        for shown in (self.code, self.scan):
            code.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
        code.addStretch(1)
        row = QHBoxLayout(self)
        edge = px(self, Space.MEDIUM)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(px(self, Space.LARGE))
        row.addLayout(words, 1)
        row.addLayout(code)
