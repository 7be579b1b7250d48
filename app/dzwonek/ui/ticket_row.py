"""Where support's number is entered: a line that opens below the chosen report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dzwonek.domain.problem import ProblemError
from dzwonek.domain.ticket import ticket_number
from dzwonek.ui.look import Act, Space, Type, announce, button, plain, px, set_mark
from dzwonek.ui.words import sentence

FIELD_WIDTH = 180  # at the usual font


class TicketRow(QWidget):
    """Takes one number, says kindly what is wrong with it, and never clears what was typed."""

    saved = Signal(str, str)  # report id, as typed
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._report_id = ""
        self._was_known = self._ends_waiting = False
        self._code = ""
        self.label = plain("", Type.STRONG, self)
        self.field = QLineEdit(self)
        self.field.setObjectName("ticket.number")
        self.label.setBuddy(self.field)
        self.save = button("", Act.PRIMARY, self)
        self.save.setObjectName("ticket.save")
        self.cancel = button("", Act.NORMAL, self)
        self.cancel.setObjectName("ticket.cancel")
        self.hint = plain("", Type.QUIET, self)
        self.hint.setObjectName("ticket.hint")
        self._arrange()
        self.field.returnPressed.connect(self._save)
        self.field.textChanged.connect(self._take_back)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    @property
    def report_id(self) -> str:
        """Give the report that is asked about; empty while nothing is."""
        return self._report_id

    def ask(self, report_id: str, code: str, known: str, *, ends_waiting: bool) -> None:
        """Open for one report; `ends_waiting` says that it still waits to be sent."""
        self._report_id, self._was_known = report_id, bool(known)
        self._code, self._ends_waiting = code, ends_waiting
        self._say_question()
        self.field.setText(known)
        self._take_back()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close without a word."""
        if self._report_id:
            self._report_id = ""
            self.hide()
            self.closed.emit()

    def say(self) -> None:
        """Speak the language of now; what was typed stays."""
        self.save.setText(self.tr("Zapisz numer"))
        self.cancel.setText(self.tr("Anuluj"))
        if self._report_id:
            self._say_question()
            self._take_back()

    def _say_question(self) -> None:
        self.label.setText(self.tr("Numer od wsparcia ({code}):").format(code=self._code))
        self.field.setAccessibleName(self.label.text())
        self._hint = (
            self.tr("Skoro wsparcie je ma, ten komputer już go nie wyśle.")
            if self._ends_waiting
            else self.tr("Stoi w odpowiedzi wsparcia, zwykle w temacie. Puste pole go usuwa.")
            if self._was_known
            else self.tr("Stoi w odpowiedzi wsparcia, zwykle w temacie.")
        )

    def _arrange(self) -> None:
        self._hint = ""
        self.hint.setWordWrap(True)
        self.field.setMinimumWidth(px(self, FIELD_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(px(self, Space.SMALL))
        for part in (self.label, self.field, self.save, self.cancel):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.TIGHT))
        column.addLayout(row)
        column.addWidget(self.hint)

    def _save(self) -> None:
        typed = self.field.text()
        try:
            number = ticket_number(typed)
        except ProblemError as error:
            self._complain(sentence(error.problem))
            return
        if not number and not self._was_known:
            self._complain(self.tr("Wpisz numer, na przykład 12345."))
            return
        report_id = self._report_id
        self.leave()
        self.saved.emit(report_id, typed)

    def _complain(self, text: str) -> None:
        self.hint.setText(text)
        set_mark(self.hint, "kind", Type.DANGER.value)
        set_mark(self.field, "wrong", True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.field, text)

    def _take_back(self) -> None:
        """Take the complaint back while it is being put right."""
        self.hint.setText(self._hint)
        set_mark(self.hint, "kind", Type.QUIET.value)
        set_mark(self.field, "wrong", False)
