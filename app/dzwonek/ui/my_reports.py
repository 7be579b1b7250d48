"""*Moje zgłoszenia*: drafts, what waits, what was delivered, what is in trouble."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Problem
from dzwonek.domain.search import parsed
from dzwonek.ui import list_words
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.list_pane import ListPane
from dzwonek.ui.list_questions import Questions
from dzwonek.ui.list_search import ListSearch
from dzwonek.ui.look import Space, Type, announce, dress, plain, px, set_mark
from dzwonek.ui.report_acts import ReportActs, Wish, wishes
from dzwonek.ui.report_items import draft_item, entry_item
from dzwonek.ui.report_lines import Group, Line
from dzwonek.ui.ticket_row import TicketRow
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.report import Draft
    from dzwonek.ui.report_items import Item

KEPT = 200  # lines that may stay in memory while nobody looks
SIZE = QSize(720, 600)  # at the usual font


class MyReports(QWidget):
    """Shows the list and emits what a person wants done with one line."""

    continue_wanted = Signal(object)  # Draft
    discard_draft_wanted = Signal(str)
    retry_wanted = Signal(str)
    discard_wanted = Signal(str)
    export_wanted = Signal(str, str)  # id, path
    copy_wanted = Signal(str)
    reference_wanted = Signal(str)  # the words to copy
    program_wanted = Signal(str)  # id: open it in the mail program
    qr_wanted = Signal(str)
    follow_up_wanted = Signal(str)
    resend_wanted = Signal(str)
    confirm_wanted = Signal(str, str)  # id, support's number as typed, perhaps empty
    refresh_wanted = Signal()
    left = Signal()  # nobody looks at it any more

    def __init__(self, clock: Clock, zone: tzinfo) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("my_reports")
        self.setProperty("ground", "surface")
        self._chosen_id = ""
        self._answer: Problem | None = None  # what `told` says, if it is that
        self._told_of: tuple[str, Entry | None] | None = None  # the chosen line as it was then
        self._is_news = False  # the list has not been read since
        self.questions = Questions(self)
        self.search = ListSearch(self)
        self.groups = Choice("group", [Answer(group, group.value) for group in Group], self)
        self.pane = ListPane(clock, zone, self)
        self.lines, self.list, self.empty = self.pane.lines, self.pane.list, self.pane.empty
        self.standing = plain("", Type.BODY, self)
        self.ticket = TicketRow(self)
        self.told = plain("", Type.QUIET, self)
        self.acts = ReportActs(self)
        self._arrange()
        self._connect()
        self._say()
        self._show_chosen()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    # -- what is told

    def show_all(self, drafts: Iterable[Draft], entries: Iterable[Entry]) -> None:
        """Show these drafts and reports, and nothing else."""
        self.show_items([*map(draft_item, drafts), *map(entry_item, entries)])

    def show_items(self, items: Sequence[Item]) -> None:
        """Show everything anew; the chosen line stays chosen."""
        was_empty = self.pane.is_empty
        is_news, self._is_news = self._is_news, False
        if is_news:  # what is told is of the very change that is shown now
            self._told_of = None
        self.pane.put(items)
        if is_news:
            self._told_of = self._now_chosen()
        self._say_counts()
        if was_empty and self.focusWidget() in (None, self.list, self.search.field):
            self._take_keyboard()

    def add_items(self, items: Sequence[Item]) -> None:
        """Show more of the same, which is still being read."""
        self.pane.add(items)
        self._say_counts()

    def tell(self, answer: Problem | str, *, is_done: bool = True) -> None:
        """Say what became of the last wish; `is_done` where it came true."""
        is_problem = isinstance(answer, Problem)
        self._answer = answer if isinstance(answer, Problem) else None
        text = sentence(answer) if isinstance(answer, Problem) else answer
        self._set_told(text)
        kind = Type.DANGER if is_problem else Type.GOOD if is_done else Type.QUIET
        set_mark(self.told, "kind", kind.value)
        announce(self, text)

    def chosen(self) -> Line | None:
        """Give the chosen line."""
        return self.pane.chosen()

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        """Start with a clean line of news."""
        if not event.spontaneous():
            self._set_told("")
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show nobody's words to the next one: the list is read anew when it opens again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.search.clear()
            self.ticket.leave()
            if self.lines.total > KEPT:
                self.show_items(())
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._set_told(sentence(self._answer) if self._answer is not None else "")
            self.pane.speak_anew()
        super().changeEvent(event)

    # -- building

    def _arrange(self) -> None:
        self.groups.show_value(Group.ALL)
        self.standing.setObjectName("standing")
        for label in (self.standing, self.told):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.search)
        column.addWidget(self.groups)
        column.addWidget(self.pane, 1)
        for part in (self.standing, self.ticket, self.told, self.acts):
            column.addWidget(part)

    def _connect(self) -> None:
        self.search.typed.connect(self._look_for)
        self.search.left.connect(self.pane.take_keyboard)
        self.groups.chosen.connect(self.show_group)
        self.acts.wanted.connect(self._do_wish)
        self.ticket.saved.connect(self.confirm_wanted)
        self.ticket.closed.connect(self.pane.take_keyboard)
        self.pane.act_wanted.connect(self._act)
        self.pane.menu_wanted.connect(self.acts.show_menu)
        self.pane.changed.connect(self._show_chosen)
        for keys, wish in (("Delete", Wish.DISCARD), ("Ctrl+C", Wish.COPY_CODE)):
            key = QShortcut(QKeySequence(keys), self.list)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(partial(self._do_wish, wish))
        for keys, act in (
            ("Ctrl+F", self.search.focus_in),
            ("F3", self.search.focus_in),
            ("F5", self.refresh_wanted.emit),
            ("Esc", self._on_escape),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # -- wishes

    def _act(self) -> None:
        """Enter or a double click does what is most likely wanted."""
        offered = wishes(self.chosen())
        for wish in (Wish.CONTINUE, Wish.RETRY):
            if wish in offered:
                self._do_wish(wish)

    def _do_wish(self, wish: Wish) -> None:
        line = self.chosen()
        if line is None or wish not in wishes(line):
            return
        asked = {
            Wish.CONTINUE: partial(self.continue_wanted.emit, line.draft),
            Wish.RETRY: partial(self.retry_wanted.emit, line.id),
            Wish.FOLLOW_UP: partial(self.follow_up_wanted.emit, line.id),
            Wish.TICKET: partial(self._ask_ticket, line),
            Wish.EXPORT: partial(self._ask_path, line),
            Wish.DISCARD: partial(self._ask_discard, line),
            Wish.COPY_CODE: partial(self.reference_wanted.emit, line.reference),
            Wish.COPY: partial(self.copy_wanted.emit, line.id),
            Wish.PROGRAM: partial(self.program_wanted.emit, line.id),
            Wish.QR: partial(self.qr_wanted.emit, line.id),
            Wish.ARRIVED: partial(self._ask_arrived, line),
            Wish.RESEND: partial(self._ask_resend, line),
        }
        asked[wish]()

    def _ask_path(self, line: Line) -> None:
        dialog = QFileDialog(self, self.tr("Zapisz jako .eml"), list_words.proposal(line))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Wiadomość e-mail (*.eml)"))
        dialog.setDefaultSuffix("eml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_wanted.emit(line.id, path))
        dialog.open()

    def _ask_ticket(self, line: Line) -> None:
        entry = line.entry
        if entry is not None:
            waits = entry.state is not State.DELIVERED
            self.ticket.ask(line.id, line.code, entry.ticket, ends_waiting=waits)

    def _ask_discard(self, line: Line) -> None:
        wish = self.discard_draft_wanted if line.draft is not None else self.discard_wanted
        self.questions.ask(list_words.discard_question(line), partial(wish.emit, line.id))

    def _ask_resend(self, line: Line) -> None:
        self.questions.ask(
            list_words.resend_question(line), partial(self.resend_wanted.emit, line.id)
        )

    def _ask_arrived(self, line: Line) -> None:
        self.questions.ask(
            list_words.arrived_question(line), partial(self.confirm_wanted.emit, line.id, "")
        )

    # -- searching and choosing

    def show_group(self, group: Group) -> None:
        """Show the lines of one group, the newest chosen."""
        self.groups.show_value(group)
        self.pane.show_group(group)
        self._say_empty()

    def _look_for(self, typed: str) -> None:
        self.pane.look_for(parsed(typed))
        self._set_told("")
        self._say_counts()

    def _take_keyboard(self) -> None:
        """Give it to the first lines that come, unless somebody is typing what to look for."""
        if not self.lines.search:
            self.pane.take_keyboard()

    def _on_escape(self) -> None:
        """Take back what was begun last: a number, then the search; close the window then."""
        if self.ticket.report_id:
            self.ticket.leave()
        elif self.search.clear():
            self.pane.take_keyboard()
        else:
            self.close()

    def _show_chosen(self) -> None:
        """Say the chosen line's state in full, and offer what makes sense for it."""
        line = self.chosen()
        self.acts.offer(line)
        chosen_id = line.id if line is not None else ""
        if chosen_id != self._chosen_id:
            self.ticket.leave()
        self._chosen_id = chosen_id
        parts = (line.state.title, line.state.detail) if line else ()
        ended = (part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
        self.standing.setText(" ".join(ended))
        self.standing.setVisible(line is not None and self.pane.says_more(line))
        if self._told_of is not None and self._told_of != self._now_chosen():
            self._set_told("")

    def _now_chosen(self) -> tuple[str, Entry | None]:
        line = self.chosen()
        return (line.id, line.entry) if line is not None else ("", None)

    # -- words

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Moje zgłoszenia"))
        self.list.setAccessibleName(self.tr("Lista zgłoszeń"))
        self.search.say()
        self.ticket.say()
        self.acts.say()
        self._say_counts()

    def _set_told(self, text: str) -> None:
        self._told_of, self._is_news = self._now_chosen(), bool(text)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _say_empty(self) -> None:
        is_searched, shown = bool(self.lines.search), self.lines.rowCount()
        hits = self.lines.count(Group.ALL)
        self.empty.setText(
            list_words.empty_words(
                is_searched=is_searched,
                elsewhere=hits - shown,
                is_filtered=self.groups.value() is not Group.ALL and hits > 0,
            )
        )

    def _say_counts(self) -> None:
        names = {
            Group.ALL: self.tr("Wszystkie"),
            Group.DRAFTS: self.tr("Szkice"),
            Group.WAITING: self.tr("Czekają"),
            Group.TROUBLE: self.tr("Wymagają uwagi"),
            Group.DELIVERED: self.tr("Przekazane"),
        }
        for chip in self.groups.chips:
            group = Group(str(chip.answer.value))
            count = self.lines.count(group)
            text = f"{names[group]} ({count})" if count else names[group]
            if text != chip.text():
                chip.setText(text)
                chip.setAccessibleName(text)
                chip.updateGeometry()
        self.search.tell(self.lines.count(Group.ALL) if self.lines.search else None)
        self._say_empty()
