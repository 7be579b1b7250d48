"""The page of the mail server by which reports leave this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dzwonek.domain.problem import Problem
from dzwonek.ui.look import Act, Type, button
from dzwonek.ui.settings.fields import ChoiceField, LineField, Page, SecretField, side_by_side
from dzwonek.ui.settings.trial import Trial

if TYPE_CHECKING:
    from dzwonek.config.settings import Settings

HOST, PORT, SECURITY = "delivery.mail.host", "delivery.mail.port", "delivery.mail.security"
USER, SENDER, CA_FILE = "delivery.mail.user", "delivery.mail.from", "delivery.mail.ca_file"
USUAL_PORTS = {"tls": "465", "starttls": "587", "none": "25"}  # RFC 8314 §7, RFC 5321


class MailPage(Page):
    """Takes the mail server's data, and emits the wish to try it without a report."""

    try_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__("page.mail", parent)
        self._is_short = is_short
        self.host = LineField(HOST, self, "smtp.firma.example")
        self.port = LineField(PORT, self)
        self.security = ChoiceField(SECURITY, tuple(USUAL_PORTS), self)
        self.user = LineField(USER, self)
        self.password = SecretField("delivery.mail.password", self)
        self.sent_from = LineField(SENDER, self, "dzwonek@firma.example")
        self.ca_file = LineField(CA_FILE, self)
        self.browse = button("", Act.LINK, self)
        self.browse.setObjectName("delivery.mail.ca_file.browse")
        self.trial = Trial("mail.try", self)
        self._arrange()
        self._connect()
        for part in (self.ca_file, self.browse):
            part.setVisible(not is_short)

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(
            self.tr("Serwer poczty"),
            self.tr("Przez niego wychodzą zgłoszenia. Dane poda administrator."),
        )
        self.host.say(self.tr("Serwer"))
        self.port.say(self.tr("Port"))
        self.security.say(self.tr("Zabezpieczenie"))
        self.security.say_answers(("TLS", "STARTTLS", self.tr("Bez (tylko ten komputer)")))
        self.user.say(self.tr("Użytkownik"))
        kept = self.tr("Puste: bez zmian. Trzyma je systemowy magazyn haseł.")
        if self._is_short:  # at the first start there is nothing yet that could stay
            kept = self.tr("Trzyma je systemowy magazyn haseł.")
        self.password.say(self.tr("Hasło"), kept)
        self.sent_from.say(self.tr("Adres nadawcy"))
        self.ca_file.say(
            self.tr("Własny certyfikat urzędu certyfikacji (CA), plik PEM"),
            self.tr("Zwykle pusty. Dokłada się do certyfikatów systemu."),
        )
        self.browse.setText(self.tr("Wybierz plik…"))
        self.trial.say(self.tr("Wypróbuj"), self.tr("Łączymy się…"))

    def load(self, settings: Settings) -> None:
        """Show what holds; the password is never shown."""
        mail = settings.delivery.mail
        self.host.show_text(mail.host)
        self.port.show_text(str(mail.port))
        self.security.show_value(mail.security)
        self.user.show_text(mail.user)
        self.sent_from.show_text(mail.sender)
        self.ca_file.show_text(mail.ca_file)
        self.password.show_text("")
        self.trial.stop()

    def values(self) -> dict[str, object]:
        """Give what stands in the fields; the password is asked for apart."""
        port = self.port.text()
        return {
            HOST: self.host.text(),
            PORT: int(port) if port.isascii() and port.isdigit() else port,
            SECURITY: self.security.value(),
            USER: self.user.text(),
            SENDER: self.sent_from.text(),
            CA_FILE: self.ca_file.text(),
        }

    def lock(self, locked: frozenset[str]) -> None:
        """Lock what the administrator has fixed."""
        super().lock(locked)
        self.browse.setEnabled(CA_FILE not in locked)

    def start_trial(self) -> None:
        """Show that the server is being tried."""
        self.trial.start()

    def tell(self, problem: Problem | None) -> None:
        """Say whether the server would take our mail."""
        if problem is not None:
            self.trial.tell_problem(problem)
            return
        self.trial.tell(
            lambda: self.tr("Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano."), Type.GOOD
        )

    def _arrange(self) -> None:
        self.port.edit.setMaxLength(5)
        for part in (
            side_by_side(self, self.host, self.port, first=3),
            self.security,
            side_by_side(self, self.user, self.password),
            self.sent_from,
            self.ca_file,
        ):
            self.column.addWidget(part)
        self.column.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trial)

    def _connect(self) -> None:
        lines = (self.host, self.port, self.user, self.password, self.sent_from, self.ca_file)
        for field in (*lines, self.security):
            field.edited.connect(self._on_edited)
        self.security.edited.connect(self._follow_security)
        self.host.edited.connect(lambda: self.security.show_wrong(""))
        for line in lines:
            line.edit.returnPressed.connect(self.try_wanted)
        self.trial.wanted.connect(self.try_wanted)
        self.browse.clicked.connect(self._ask_file)

    def _on_edited(self) -> None:
        self.trial.stop()
        self.edited.emit()

    def _follow_security(self) -> None:
        """Change the port with the security, unless it is one of the server's own."""
        self.security.show_wrong("")
        if not self.port.is_locked and self.port.text() in USUAL_PORTS.values():
            self.port.show_text(USUAL_PORTS[self.security.value()])

    def _ask_file(self) -> None:
        title = self.tr("Certyfikat urzędu certyfikacji (CA)")
        dialog = QFileDialog(self, title, self.ca_file.text(), "PEM (*.pem *.crt *.cer);;* (*)")
        dialog.setObjectName("choose_ca_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.ca_file.show_text(path)
        self._on_edited()
