"""The short form for a letter to support that is not about a problem: a question, an order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dzwonek.domain.identity import NOBODY
from dzwonek.domain.report_text import bare_host
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.complaints import ProblemSummary, field_of
from dzwonek.ui.form.footer import Footer, Rule
from dzwonek.ui.form.said import one_line
from dzwonek.ui.form.ways_out import ask_file
from dzwonek.ui.language import spoken_now
from dzwonek.ui.look import Space, Type, dress, plain, px
from dzwonek.ui.matter_fields import LetterField, Writer
from dzwonek.ui.settings.fields import LineField, side_by_side
from dzwonek.ui.settings.navigation import scroll_to, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from dzwonek.domain.identity import Identity
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Draft

SIZE = QSize(560, 580)  # at the usual font


class MatterForm(QWidget):
    """Asks for a few lines, fills in what is known, and emits the operator's wishes."""

    edited = Signal()
    send_wanted = Signal(object)  # Draft
    put_aside = Signal(object)  # Draft
    send_now_wanted = Signal(object)  # Draft: without storing it
    file_wanted = Signal(object, str)  # Draft, path of the .eml
    program_wanted = Signal(object)  # Draft: open it in the mail program
    code_wanted = Signal(object)  # Draft: a code that a phone writes the message from
    told_sent = Signal(object)  # Draft: the operator says that another program sent it
    stop_wanted = Signal()  # break off what is being sent now

    def __init__(
        self,
        spoken: Callable[[str], ContactProfile],
        words: Callable[[Problem], tuple[str, str]],
    ) -> None:
        """Take `spoken`, which gives the profile as people read it in a language ("en")."""
        super().__init__(None, Qt.WindowType.Window)
        self._spoken, self._words = spoken, words
        self._problems: tuple[Problem, ...] = ()  # as they were said last
        self._wrong: tuple[Problem, ...] = ()  # of these, what is not mended
        self._draft: Draft | None = None
        self._is_kept_for_writer = False
        self.setObjectName("matter")
        self.setProperty("ground", "surface")
        self.title = plain("", Type.TITLE, self)
        self.hint = plain("", Type.QUIET, self)
        self.summary = ProblemSummary(words, self, self._name_of)
        self.text = LetterField("matter.description", self)
        self.quantity = LineField("matter.quantity", self)
        self.host = LineField("matter.host", self, "twojanazwa.daktela.com")
        self.agent = LineField("matter.agent", self)
        self.email = LineField("matter.email", self)
        self._writer = Writer(self.agent, self.email)
        self.footer = Footer(self)
        self.footer.preview.hide()
        self._arrange()
        self._connect()
        self._say()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    # -- what the desk tells

    def begin(self, draft: Draft) -> None:
        """Open for this letter, fresh or continued; the caret stands in the text."""
        self._draft = draft
        self._say_matter()
        self.quantity.show_text(draft.inquiry.quantity if draft.inquiry else "")
        self.text.show_text(draft.description)
        self.host.show_text(draft.host)
        self._writer.begin(draft.reporter)
        is_written = bool(self.text.text().strip() or self.quantity.text())
        self._is_kept_for_writer = draft.updated_at is not None and not is_written
        self.summary.begin()
        self.pane.verticalScrollBar().setValue(0)
        self.text.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.come_forward()

    def current(self) -> Draft:
        """Give the letter as it stands in the form. Raises RuntimeError when none is open."""
        if self._draft is None or self._draft.inquiry is None:
            raise RuntimeError("no letter is open")
        return replace(
            self._draft,
            host=bare_host(self.host.text()),
            reporter=self._writer.agent(),
            description=self.text.text(),
            inquiry=replace(self._draft.inquiry, quantity=self.quantity.text()),
        )

    def is_open(self) -> bool:
        """Say whether a letter is open."""
        return self._draft is not None

    def is_blank(self) -> bool:
        """Say whether nothing was written since; who sits here is filled in by the program.

        What was kept without a text was kept for a name or an address that somebody typed.
        """
        is_written = bool(self.text.text().strip() or self.quantity.text())
        return not (is_written or self._is_kept_for_writer or self._is_corrected())

    def _is_corrected(self) -> bool:
        """Say whether somebody typed another name or address than the program filled in."""
        host = bare_host(self._draft.host) if self._draft is not None else ""
        return self._writer.is_typed() or bare_host(self.host.text()) != host

    def come_forward(self) -> None:
        """Bring the window before the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell_identity(self, identity: Identity) -> None:
        """Take in who is logged in, where nobody has typed another name or address."""
        if self.is_open():
            self._writer.tell(identity.agent)

    def tell_kept(self, *, is_kept: bool) -> None:
        """Take in whether the draft is stored on this computer."""
        self.footer.tell_kept(is_kept=is_kept)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what keeps the letter from leaving; nothing typed is touched."""
        for field in self._fields().values():
            field.show_wrong("")
        self.summary.show_problems(problems)
        self._problems = self._wrong = problems
        self._say_wrong()
        self.pane.verticalScrollBar().setValue(0)

    def set_sending(self, is_sending: bool) -> None:
        """Hold the form still while the letter is being stored."""
        self._hold(is_held=is_sending)
        self.footer.set_sending(is_sending)

    def tell_progress(self, words: str, *, can_stop: bool = True, is_sending: bool = True) -> None:
        """Hold the form still while the letter leaves by another way, and say how far it is."""
        self._hold(is_held=True)
        self.footer.hold(is_held=True)
        self.summary.tell_progress(words, can_stop=can_stop, is_sending=is_sending)

    def tell_way_out(self, words: str, *, is_doubted: bool, is_handed: bool = False) -> None:
        """Say what came of it; the form can be used again."""
        self._release()
        self.summary.tell_way_out(words, is_doubted=is_doubted, is_handed=is_handed)

    def finish(self) -> None:
        """Close and forget the letter."""
        self._draft = None
        self._problems = self._wrong = ()
        for dialog in self.findChildren(QDialog):
            dialog.done(0)
        self.hide()
        self.set_sending(False)
        self._release()
        for field in self._fields().values():
            field.show_text("")
        self._writer.begin(NOBODY)
        self.summary.begin()

    # -- inside

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._say_problems()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the letter; the window stays until whoever keeps it says `finish`."""
        if self.is_open():
            self._put_aside()
        event.setAccepted(not self.is_open())

    def _fields(self) -> dict[str, LetterField | LineField]:
        return {
            "description": self.text,
            "quantity": self.quantity,
            "host": self.host,
            "agent": self.agent,
            "email": self.email,
        }

    def _name_of(self, name: str) -> str:
        return self._fields()[name].name.text()

    def _arrange(self) -> None:
        head = QWidget(self)
        words = QVBoxLayout(head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(self, Space.TIGHT))
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            words.addWidget(label)
        who = side_by_side(self, self.agent, self.email)
        parts = (head, self.summary, self.text, self.quantity, self.host, who)
        self.pane = scrolled(parts, self, Space.MEDIUM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addWidget(Rule(self))
        whole.addWidget(self.footer)
        order: list[QWidget] = [self.summary, *self.summary.ways_out.buttons]
        order += [field.editor for field in self._fields().values()]
        order += [self.footer.later, self.footer.send]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _connect(self) -> None:
        for name, field in self._fields().items():
            field.edited.connect(self.edited)
            field.edited.connect(lambda name=name: self._look_at(name))
        self.summary.field_wanted.connect(self._lead_to)
        self.summary.writing_wanted.connect(self._write_to)
        ways_out = self.summary.ways_out
        ways_out.send_wanted.connect(lambda: self._wish(self.send_now_wanted))
        ways_out.program_wanted.connect(lambda: self._wish(self.program_wanted))
        ways_out.code_wanted.connect(lambda: self._wish(self.code_wanted))
        ways_out.told_sent.connect(lambda: self._wish(self.told_sent))
        ways_out.file_wanted.connect(self._ask_file)
        ways_out.stop_wanted.connect(self.stop_wanted)
        self.footer.send_wanted.connect(self._send)
        self.footer.later_wanted.connect(self._put_aside)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._put_aside)

    def _say_matter(self) -> None:
        """Name what the open letter is about, in the language that is spoken now."""
        inquiry = self._draft.inquiry if self._draft else None
        if inquiry is None:
            return
        profile = self._spoken(spoken_now())
        matter = profile.matter(inquiry.matter)
        self.title.setText(matter.title if matter else inquiry.name)
        self.hint.setText(profile.told(matter.hint) if matter else "")
        asks = matter is not None and matter.asks_quantity
        self.quantity.setVisible(asks or bool(inquiry.quantity))

    def _say(self) -> None:
        self._say_matter()
        self.setWindowTitle(self.tr("Napisz do wsparcia"))
        self.text.say(self.tr("Treść"))
        self.quantity.say(self.tr("Liczba licencji (nieobowiązkowo)"))
        self.host.say(self.tr("Adres systemu"))
        self.agent.say(self.tr("Nazwa agenta"))
        self.email.say(self.tr("Adres e-mail"), self.tr("Na ten adres przyjdzie odpowiedź."))
        self._say_wrong()

    def _say_problems(self) -> None:
        """Say the last problems again; the keyboard stays where it is."""
        if self.summary.isHidden() or not self._problems:
            return
        focused = self.focusWidget()
        mended = {field_of(each) for each in self._problems if each not in self._wrong}
        self.summary.show_problems(self._problems)
        for name in mended:
            self.summary.mend(name)
        if focused in [field.editor for field in self._fields().values()]:
            focused.setFocus()

    def _say_wrong(self) -> None:
        """Say at each field what is wrong with it, until that is mended."""
        for problem in self._wrong:
            wrong = self._fields().get(field_of(problem))
            if wrong is not None:
                parts = (one_line(part) for part in self._words(problem))
                wrong.show_wrong(" ".join(part for part in parts if part))

    def _wish(self, wish: SignalInstance) -> None:
        if self.is_open():
            wish.emit(self.current())

    def _send(self) -> None:
        if self.footer.send.isEnabled():
            self._wish(self.send_wanted)

    def _put_aside(self) -> None:
        if self.footer.later.isEnabled():
            self._wish(self.put_aside)

    def _ask_file(self) -> None:
        if self._draft is not None:
            ask_file(self, self._draft.short_code, self._on_file)

    def _on_file(self, path: str) -> None:
        if self.is_open():
            self.file_wanted.emit(self.current(), path)

    def _lead_to(self, name: str) -> None:
        field = self._fields().get(name)
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            scroll_to(field)

    def _write_to(self, name: str, letter: QKeyEvent) -> None:
        self._lead_to(name)
        self.summary.hand_on(letter)

    def _look_at(self, name: str) -> None:
        """Tick a field off in the summary once it is right, and take that back."""
        self._wrong = tuple(each for each in self._wrong if field_of(each) != name)
        if self.is_open():
            lacking = {field_of(problem) for problem in problems_of(self.current())}
            (self.summary.reopen if name in lacking else self.summary.mend)(name)

    def _hold(self, *, is_held: bool) -> None:
        for field in self._fields().values():
            field.editor.setEnabled(not is_held)

    def _release(self) -> None:
        self._hold(is_held=False)
        self.footer.hold(is_held=False)
        self.summary.ways_out.rest()
