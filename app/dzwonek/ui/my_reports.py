"""*Moje zgłoszenia*: drafts, what waits, what was delivered, what is in trouble."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListView,
    QMessageBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from dzwonek.domain.problem import Problem
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.look import Act, Space, Type, announce, button, dress, plain, px, set_mark
from dzwonek.ui.report_lines import (
    Group,
    Line,
    ReportLines,
    draft_line,
    entry_line,
    first_words,
)
from dzwonek.ui.report_painter import ReportPainter
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.report import Draft

SIZE = QSize(700, 560)  # at the usual font


class MyReports(QWidget):
    """Shows the list and emits what a person wants done with one line."""

    continue_wanted = Signal(object)  # Draft
    discard_draft_wanted = Signal(str)
    retry_wanted = Signal(str)
    discard_wanted = Signal(str)
    export_wanted = Signal(str, str)  # id, path
    copy_wanted = Signal(str)
    program_wanted = Signal(str)  # id: open it in the mail program
    refresh_wanted = Signal()

    def __init__(self, clock: Clock, zone: tzinfo) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._clock, self._zone = clock, zone
        self._asked: QMessageBox | None = None
        self.setObjectName("my_reports")
        self.setProperty("ground", "surface")
        self.lines = ReportLines()
        self.list = QListView(self)
        self.empty = plain("", Type.QUIET, self)
        self.standing = plain("", Type.BODY, self)
        self.told = plain("", Type.QUIET, self)
        self.groups = Choice("group", [Answer(group, group.value) for group in Group], self)
        self.go_on = button("", Act.PRIMARY, self)
        self.retry = button("", Act.PRIMARY, self)
        self.export = button("", Act.NORMAL, self)
        self.copy = button("", Act.NORMAL, self)
        self.program = button("", Act.NORMAL, self)
        self.discard = button("", Act.NORMAL, self)
        self._arrange()
        self._connect()
        self._say()
        self._choose_buttons()
        dress(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    # -- what is told

    def show_all(self, drafts: tuple[Draft, ...], entries: tuple[Entry, ...]) -> None:
        """Show everything anew; the chosen line stays chosen."""
        chosen, row = self.chosen(), self.list.currentIndex().row()
        was_empty = self.stack.currentWidget() is self.empty
        now = self._clock.now()
        self.lines.put(
            [
                *(draft_line(draft, now, self._zone) for draft in drafts),
                *(entry_line(entry, now, self._zone) for entry in entries),
            ]
        )
        self._choose(chosen.id if chosen else "", row)
        self._say_counts()
        if was_empty and not self.list.isHidden():  # hidden, it could not take the keyboard
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, answer: Problem | str) -> None:
        """Say what became of the last wish."""
        is_problem = isinstance(answer, Problem)
        text = sentence(answer) if isinstance(answer, Problem) else answer
        self._set_told(text)
        set_mark(self.told, "kind", (Type.DANGER if is_problem else Type.GOOD).value)
        announce(self, text)

    def chosen(self) -> Line | None:
        """Give the chosen line."""
        return self.lines.line(self.list.currentIndex().row())

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        """Start with a clean line of news."""
        self._set_told("")
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.refresh_wanted.emit()
        super().changeEvent(event)

    # -- building

    def _arrange(self) -> None:
        self.list.setObjectName("reports")
        self.list.setModel(self.lines)
        self.list.setItemDelegate(ReportPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.groups.show_value(Group.ALL)
        self.stack = QStackedLayout()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        bottom = FlowRow(gap=px(self, Space.SMALL), ends_right=True)
        for one in (self.discard, self.copy, self.program, self.export, self.retry, self.go_on):
            bottom.addWidget(one)
        self.standing.setObjectName("standing")
        for label in (self.standing, self.told):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.groups)
        column.addLayout(self.stack, 1)
        column.addWidget(self.standing)
        column.addWidget(self.told)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.groups.chosen.connect(self.show_group)
        for name, one, wish in (
            ("continue", self.go_on, self._go_on),
            ("retry", self.retry, self._retry),
            ("copy", self.copy, self._copy),
            ("program", self.program, self._open_elsewhere),
            ("export", self.export, self._ask_path),
            ("discard", self.discard, self._ask_discard),
        ):
            one.setObjectName(name)
            one.clicked.connect(wish)
        self.list.activated.connect(self._act)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        QShortcut(QKeySequence("Delete"), self.list).activated.connect(self._ask_discard)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_wanted)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    # -- wishes

    def _act(self) -> None:
        """Enter or a double click does what is most likely wanted."""
        line = self.chosen()
        if line is None:
            return
        if line.draft is not None:
            self._go_on()
        elif line.can_retry:
            self._retry()

    def _go_on(self) -> None:
        line = self.chosen()
        if line is not None and line.draft is not None:
            self.continue_wanted.emit(line.draft)

    def _retry(self) -> None:
        line = self.chosen()
        if line is not None and line.can_retry:
            self.retry_wanted.emit(line.id)

    def _copy(self) -> None:
        line = self.chosen()
        if line is not None and line.draft is None:
            self.copy_wanted.emit(line.id)

    def _open_elsewhere(self) -> None:
        line = self.chosen()
        if line is not None and line.draft is None:
            self.program_wanted.emit(line.id)

    def _ask_path(self) -> None:
        line = self.chosen()
        if line is None or line.draft is not None:
            return
        dialog = QFileDialog(self, self.tr("Zapisz jako .eml"), _proposal(line))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Wiadomość e-mail (*.eml)"))
        dialog.setDefaultSuffix("eml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_wanted.emit(line.id, path))
        dialog.open()

    def _ask_discard(self) -> None:
        """Ask once, for it cannot be undone."""
        line = self.chosen()
        if line is None or self._asked is not None:
            return
        box = QMessageBox(self)
        box.setObjectName("ask_discard")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Usuń"))
        asked = self.tr("Usunąć „{words}”, {when} ({code})?")
        words = first_words(line.words)
        box.setText(asked.format(words=words, when=line.when, code=line.code))
        box.setInformativeText(self._warning(line))
        yes = box.addButton(self.tr("Usuń"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("Zostaw"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        yes.clicked.connect(lambda: self._discard(line))
        box.finished.connect(self._forget_question)
        self._asked = box
        box.open()

    def _warning(self, line: Line) -> str:
        if line.group is Group.DELIVERED:
            return self.tr("Serwer poczty już je ma. Zniknie tylko z tego komputera.")
        return self.tr("Nie zostanie wysłane i nie da się go odzyskać.")

    def _discard(self, line: Line) -> None:
        wish = self.discard_draft_wanted if line.draft is not None else self.discard_wanted
        wish.emit(line.id)

    def _forget_question(self) -> None:
        if self._asked is not None:
            self._asked.deleteLater()
        self._asked = None

    # -- showing

    def show_group(self, group: Group) -> None:
        """Show the lines of one group, the newest chosen."""
        self.groups.show_value(group)
        self.lines.choose(group)
        self._choose("", 0)
        self._say_empty()

    def _choose(self, line_id: str, else_row: int) -> None:
        """Choose a line by its id, or the one that stands where it stood."""
        row = self.lines.row_of(line_id)
        if row < 0:
            row = min(max(0, else_row), self.lines.rowCount() - 1)
        self.list.setCurrentIndex(self.lines.index(row))
        self._choose_buttons()

    def _on_selection(self, chosen: QItemSelection, before: QItemSelection) -> None:
        self._choose_buttons()

    def _choose_buttons(self) -> None:
        line = self.chosen()
        has_content = line is not None and line.has_content
        self.go_on.setVisible(line is not None and line.draft is not None)
        self.retry.setVisible(line is not None and line.can_retry)
        self.export.setVisible(has_content)
        self.copy.setVisible(has_content)
        self.program.setVisible(has_content)
        self.discard.setVisible(line is not None)
        self._say_standing(line)
        self.stack.setCurrentWidget(self.list if self.lines.rowCount() else self.empty)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Moje zgłoszenia"))
        self.list.setAccessibleName(self.tr("Lista zgłoszeń"))
        self.go_on.setText(self.tr("Dokończ"))
        self.retry.setText(self.tr("Wyślij teraz"))
        self.export.setText(self.tr("Zapisz jako .eml"))
        self.copy.setText(self.tr("Kopiuj treść"))
        self.program.setText(self.tr("Otwórz w programie pocztowym"))
        self.discard.setText(self.tr("Usuń"))
        self._say_counts()

    def _say_standing(self, line: Line | None) -> None:
        """Say the chosen line's state in full: the list has room for its beginning only."""
        parts = (line.state.title, line.state.detail) if line else ()
        ended = (part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
        self.standing.setText(" ".join(ended))
        self.standing.setVisible(bool(parts))

    def _set_told(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _say_empty(self) -> None:
        """Say of an empty list what would stand in it, or that only this group is empty."""
        nothing = self.tr("Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje.")
        is_filtered = self.groups.value() is not Group.ALL and self.lines.count(Group.ALL) > 0
        self.empty.setText(self.tr("W tej grupie nic nie ma.") if is_filtered else nothing)

    def _say_counts(self) -> None:
        names = {
            Group.ALL: self.tr("Wszystkie"),
            Group.DRAFTS: self.tr("Szkice"),
            Group.WAITING: self.tr("Czekają"),
            Group.TROUBLE: self.tr("Z kłopotem"),
            Group.DELIVERED: self.tr("Przekazane"),
        }
        for chip in self.groups.chips:
            group = Group(str(chip.answer.value))
            count = self.lines.count(group)
            chip.setText(f"{names[group]} ({count})" if count else names[group])
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
        self._say_empty()


def _proposal(line: Line) -> str:
    """Propose a file among the person's documents, named by the report's code."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return f"{folder}/{line.code}.eml"
