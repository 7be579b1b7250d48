"""*Kod QR*: a report as a code from which a phone's mail program writes the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dzwonek.domain.report_text import one_line
from dzwonek.reporting.phone_mail import Lack
from dzwonek.ui.look import Act, Size, Space, Type, button, dress, plain, px
from dzwonek.ui.qr import LargeQrCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.reporting.phone_mail import PhoneMail

WORDS_WIDTH = 270  # at the usual font


class QrWindow(QDialog):
    """Shows the code, says what it cannot carry, and asks whether the phone has sent it."""

    sent = Signal()  # so the operator says

    def __init__(self, mail: PhoneMail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mail = mail
        self.setObjectName("qr_window")
        self.setProperty("ground", "surface")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = LargeQrCode(mail.address, "", self)
        self.code.setObjectName("qr_window.code")
        self.heading = self._words(Type.HEADING)
        self.address = self._words(Type.STRONG)
        self.subject = self._words(Type.BODY)
        self.lacks = self._words(Type.BODY)
        self.lacks.setObjectName("qr_window.lacks")
        self.warning = self._words(Type.QUIET)
        self.done_sent = button("", Act.PRIMARY, self)
        self.done_sent.setObjectName("qr_window.sent")
        self.close_window = button("", Act.NORMAL, self)
        self.close_window.setObjectName("qr_window.close")
        self._arrange()
        self.done_sent.clicked.connect(self._on_sent)
        self.close_window.clicked.connect(self.reject)
        self.say()
        dress(self)
        self.resize(self.sizeHint())

    @classmethod
    def ask(cls, parent: QWidget, mail: PhoneMail, sent: Callable[[], object]) -> QrWindow:
        """Open over `parent`; `sent` is called when the operator says that the phone sent it."""
        window = cls(mail, parent)
        window.sent.connect(sent)
        window.open()
        window.close_window.setFocus(Qt.FocusReason.OtherFocusReason)
        return window

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    def say(self) -> None:
        """Set all texts anew."""
        self.setWindowTitle(self.tr("Kod QR na telefon"))
        self.code.setAccessibleName(self.tr("Kod QR z treścią zgłoszenia"))
        self.heading.setText(self.tr("Zeskanuj telefonem, otwórz w poczcie i wyślij"))
        self.address.setText(", ".join(one_line(each) for each in self._mail.recipients))
        self.subject.setText(one_line(self._mail.subject))
        self.lacks.setText("\n\n".join(self._lack_words()))
        self.lacks.setVisible(bool(self._mail.lacks))
        self.warning.setText(
            self.tr(
                "Sam kod niczego nie wysyła. Odpowiedź wsparcia przyjdzie na adres, "
                "z którego wyśle telefon."
            )
        )
        self.done_sent.setText(self.tr("Wysłane z telefonu"))
        self.close_window.setText(self.tr("Zamknij"))

    def _lack_words(self) -> list[str]:
        """Say what the phone will not have, the most important first."""
        told = {
            Lack.PICTURES: self.tr(
                "Zrzutów ekranu kod nie przeniesie. Jeśli są ważne, zapisz też plik .eml."
            ),
            Lack.WORDS: self.tr("Opis jest na kod za długi: przeniesie tylko jego początek."),
            Lack.DETAILS: self.tr("Danych technicznych na końcu zgłoszenia też nie przeniesie."),
        }
        return [words for lack, words in told.items() if lack in self._mail.lacks]

    def _words(self, kind: Type) -> QLabel:
        label = plain("", kind, self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, WORDS_WIDTH))
        return label

    def _arrange(self) -> None:
        frame = QFrame(self)
        frame.setProperty("ground", "card")
        around = QVBoxLayout(frame)
        around.setContentsMargins(Size.LINE, Size.LINE, Size.LINE, Size.LINE)
        around.addWidget(self.code)
        words = QVBoxLayout()
        words.setSpacing(px(self, Space.MEDIUM))
        for part in (self.heading, self.address, self.subject, self.lacks, self.warning):
            words.addWidget(part)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(px(self, Space.SMALL))
        buttons.addWidget(self.done_sent)
        buttons.addWidget(self.close_window)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(px(self, Space.LARGE))
        row.addWidget(frame, 1)
        row.addLayout(words)

    def _on_sent(self) -> None:
        self.sent.emit()
        self.accept()
