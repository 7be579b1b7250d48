"""What keeps a report from leaving: a summary on top that leads to each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.rows import in_order
from dzwonek.ui.form.said import one_line
from dzwonek.ui.form.ways_out import WaysOut
from dzwonek.ui.look import LINK_INSET, Act, Space, Type, announce, button, plain, px, set_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FIELD_OF = {
    Code.SYSTEM_MISSING: "host",
    Code.TIME_UNCLEAR: "when",
    Code.TIME_AHEAD: "when",
    Code.TIME_SKIPPED: "when",
    Code.AGENT_MISSING: "agent",
    Code.KIND_MISSING: "kind",
    Code.NAMES_MISSING: "names",
    Code.DESCRIPTION_MISSING: "description",
    Code.OCCURRENCE_MISSING: "occurrence",
    Code.INQUIRY_TEXT_MISSING: "description",
    Code.EMAIL_MISSING: "email",
    Code.EMAIL_INVALID: "email",
}
# at submit these say that nothing can be stored here: what is left is to send it now, or a file
UNSTORABLE = frozenset(
    {
        Code.DISK_FULL,
        Code.DISK_READ_ONLY,
        Code.DISK_FAILED,
        Code.QUEUE_KEY_FORBIDDEN,
        Code.QUEUE_KEY_UNREACHABLE,
        Code.STORE_NEWER,
        Code.KEYRING_MISSING,
        Code.KEYRING_LOCKED,
        Code.KEYRING_LATE,
        Code.KEYRING_REFUSED,
    }
)
SAY_IT = frozenset(
    {Code.DISK_FULL, Code.DISK_READ_ONLY, Code.DISK_FAILED, Code.QUEUE_KEY_FORBIDDEN}
)  # their own words begin with "not stored"
FIELDS = (
    *("host", "agent", "kind", "customer", "ours", "when", "names", "description", "occurrence"),
    *("email", "quantity"),
)
WRITTEN = ("host", "agent", "customer", "ours", "when", "names", "description", "email", "quantity")
OPEN, DONE = "•   ", "✓  "  # a dot is narrower: the words behind both begin in a line


def field_of(problem: Problem) -> str:
    """Name the field that a problem belongs to; empty when it is the whole report's."""
    if problem.code is Code.TEXT_TOO_LONG:
        field = str(problem.values.get("field", ""))
        return field if field in FIELDS else ""
    return FIELD_OF.get(problem.code, "")


def name_of(field: str) -> str:
    """Name a field as its label does, without the mark of its key."""
    translate = QCoreApplication.translate
    names = {
        "host": translate("MatterForm", "Adres systemu"),
        "agent": translate("MatterForm", "Nazwa agenta"),
        "kind": translate("Body", "Rod&zaj problemu"),
        "customer": translate("NumbersCell", "Nume&r klienta"),
        "ours": translate("NumbersCell", "&Nasz numer"),
        "when": translate("Body", "&Kiedy"),
        "names": translate("Body", "Ko&go dotyczy"),
        "description": translate("Body", "&Opis"),
        "occurrence": translate("Body", "&Wystąpienie"),
        "email": translate("MatterForm", "Adres e-mail"),
        "quantity": translate("MatterForm", "Liczba licencji (nieobowiązkowo)"),
    }
    return names[field].replace("&", "")


def is_letter(event: QKeyEvent) -> bool:
    """Say whether a key writes something that can be seen; Ctrl+Alt is AltGr on Windows."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    is_free = held in (Qt.KeyboardModifier.NoModifier, control | alt)
    return is_free and text.isprintable() and bool(text.strip())


class ProblemSummary(QFrame):
    """Lists the problems; each that has a field is a button that leads there."""

    field_wanted = Signal(str)
    writing_wanted = Signal(str, QKeyEvent)  # field: letters are typed that belong there

    def __init__(
        self,
        words: Callable[[Problem], tuple[str, str]],
        parent: QWidget | None = None,
        names: Callable[[str], str] = name_of,
    ) -> None:
        """Take `words` of problems, and `names` of the fields as they stand in the window."""
        super().__init__(parent)
        self._words, self._names = words, names
        self.setObjectName("problems")
        self.setProperty("ground", "trouble")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading = plain("", Type.STRONG, self)
        self.heading.setWordWrap(True)
        self.heading.setIndent(px(self, LINK_INSET))
        self.links: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        edge = px(self, Space.SMALL)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._column.addStretch(1)
        self.ways_out = WaysOut(self)
        self._column.addWidget(self.ways_out)
        self._is_doubted = self._is_unsaid = False
        self._lines: list[QWidget] = []
        self._done: set[QWidget] = set()
        self._spoken: dict[QWidget, str] = {}
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a blank from leading anywhere: who types a sentence has not chosen a line."""
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on to the first faulty field that takes them, or to the description."""
        if not is_letter(event):
            super().keyPressEvent(event)
            return
        field = next((name for name in self.links if name in WRITTEN), "description")
        self.writing_wanted.emit(field, event)

    def hand_on(self, event: QKeyEvent) -> None:
        """Type a letter again, where the keyboard is now; none where it is still here."""
        taker = QApplication.focusWidget()
        if taker is not None and taker is not self and not self.isAncestorOf(taker):
            QApplication.sendEvent(taker, event)

    def begin(self) -> None:
        """Start with a fresh report: nothing of it is anywhere."""
        self._is_doubted = False
        self.clear()

    def clear(self) -> None:
        """Have nothing to complain about."""
        for line in tuple(self._lines):
            self._drop(line)
        self.links = {}
        self.ways_out.withdraw()
        set_mark(self, "ground", "trouble")
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems and take the focus."""
        self.clear()
        if not problems:
            return
        has_fields = all(field_of(problem) for problem in problems)
        codes = {problem.code for problem in problems}
        self._is_unsaid = bool(codes & UNSTORABLE) and not codes & SAY_IT
        self.heading.setText(self._asked() if has_fields else self._fate())
        for problem in problems:
            self._add(problem)
        if codes & UNSTORABLE:
            self.ways_out.offer()
        self._name()
        self.show()
        first = next(iter(self.links.values()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def tell_progress(self, words: str, *, can_stop: bool, is_sending: bool) -> None:
        """Say how far it is: the sending, the mail program's answer, or the writing of a file."""
        if can_stop and is_sending:
            self.heading.setText(self.tr("Wysyłanie bez zapisywania"))
        self.ways_out.show_progress(words, can_stop=can_stop)

    def tell_way_out(self, words: str, *, is_doubted: bool, is_handed: bool = False) -> None:
        """Say what came of sending at once or of the file; `is_doubted`: it may have arrived.

        `is_handed`: the mail program has it, and whether it was sent there a person has to say.
        """
        self._is_doubted = is_doubted
        self.heading.setText(self._fate())
        self.ways_out.tell(words)
        if is_handed:
            self.ways_out.ask_if_sent()
        self._name()

    def _fate(self) -> str:
        if self._is_doubted:
            return self.tr("Nie wiadomo, czy zgłoszenie dotarło.")
        if self._is_unsaid:
            return self.tr("Nie wysłano ani nie zapisano.")
        return self.tr("Nie wysłano.")

    def mend(self, field: str) -> None:
        """Tick a field's problems off; they keep their room, so nothing moves under the hand."""
        open_lines = [line for line in self._of(field) if line not in self._done]
        if not open_lines:
            return
        self.links.pop(field, None)
        for line in open_lines:
            if line.hasFocus():
                next(iter(self.links.values()), self).setFocus(Qt.FocusReason.OtherFocusReason)
            name = self._names(field)
            line.setText(f"{DONE}{name}".replace("&", "&&"))
            line.setAccessibleName(f"{name}: {in_order()}")
            self._done.add(line)
        self._tell_rest()

    def reopen(self, field: str) -> None:
        """Take the tick back: the field lacks something again."""
        for line in self._of(field):
            if line in self._done:
                line.setText(f"{OPEN}{self._spoken[line]}".replace("&", "&&"))
                line.setAccessibleName(self._spoken[line])
                self._done.remove(line)
                self.links.setdefault(field, line)
                self._tell_rest()

    def _of(self, field: str) -> list[QPushButton]:
        lines = [line for line in self._lines if isinstance(line, QPushButton)]
        return [line for line in lines if line.property("field") == field]

    def _tell_rest(self) -> None:
        """Say that all is done once it is."""
        is_done = all(line in self._done for line in self._lines)
        set_mark(self, "ground", "notice" if is_done else "trouble")
        if is_done:
            self.heading.setText(self.tr("Wszystko uzupełnione – można wysłać."))
            announce(self, self.heading.text())
        elif all(line.property("field") for line in self._lines):
            self.heading.setText(self._asked())
        self._name()

    def _asked(self) -> str:
        return self.tr("Do uzupełnienia przed wysłaniem:")

    def _drop(self, line: QWidget) -> None:
        self._column.removeWidget(line)
        self._lines.remove(line)
        self._done.discard(line)
        self._spoken.pop(line, None)
        line.hide()
        line.deleteLater()

    def _name(self) -> None:
        """Name for a screen reader what still stands here."""
        rest = (self._spoken[line] for line in self._lines if line not in self._done)
        told = (self.heading.text(), *rest)
        self.setAccessibleName(" ".join(part for part in (*told, self.ways_out.said()) if part))

    def _add(self, problem: Problem) -> None:
        title, advice = (one_line(text) for text in self._words(problem))
        field = field_of(problem)
        if not field:
            line = plain(" ".join(part for part in (title, advice) if part), parent=self)
            line.setWordWrap(True)
            line.setIndent(px(self, LINK_INSET))
            self._take(line, title)
            return
        text = f"{OPEN}{title}".replace("&", "&&")
        link = button(text, Act.LINK, self, is_dense=True)
        link.setAccessibleName(title)
        link.setObjectName(f"problems.{field}")
        link.setProperty("field", field)
        link.clicked.connect(self._lead)
        link.installEventFilter(self)
        self.links.setdefault(field, link)
        self._take(link, title, Qt.AlignmentFlag.AlignLeft)

    def _take(
        self,
        line: QWidget,
        spoken: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag(0),  # noqa: B008  # a plain flag
    ) -> None:
        self._column.insertWidget(1 + len(self._lines), line, 0, align)
        self._spoken[line] = spoken
        QWidget.setTabOrder(self._lines[-1] if self._lines else self, line)
        self._lines.append(line)

    def _lead(self) -> None:
        self.field_wanted.emit(str(self.sender().property("field")))
