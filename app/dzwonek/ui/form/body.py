"""The middle of the form, which scrolls: every question of the support page, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.ui.form.complaints import ProblemSummary
from dzwonek.ui.form.concern import ConcernCell
from dzwonek.ui.form.description import Description
from dzwonek.ui.form.details import DetailsCell
from dzwonek.ui.form.filling import Matter
from dzwonek.ui.form.numbers import NumbersCell
from dzwonek.ui.form.picker import RecentPicker
from dzwonek.ui.form.pictures import PictureShelf
from dzwonek.ui.form.prompts import Prompts, write_sentence
from dzwonek.ui.form.questions import kind_choice, occurrence_choice
from dzwonek.ui.form.rows import Rows, inset_by
from dzwonek.ui.form.when import WhenCell
from dzwonek.ui.look import LINK_INSET, Size, Space, Type, plain, px

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtWidgets import QLabel

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.domain.thread import Thread
    from dzwonek.ui.form.when import Said

FOLDED = ("customer", "ours", "when", "scope", "names")


class Body(QWidget):
    """All questions with their labels; it knows the fields, not the report."""

    edited = Signal()
    fold_changed = Signal()

    def __init__(
        self,
        words: Callable[[Problem], tuple[str, str]],
        clock: Clock,
        zone: tzinfo,
        region: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setProperty("ground", "surface")
        self.summary = ProblemSummary(words, self)
        self.picker = RecentPicker(words, clock, zone, region, self)
        self.picker.ask_matter_by(self.matter)
        self.kind = kind_choice(self)
        self.details = DetailsCell(region, self)
        self.numbers = NumbersCell(region, self)
        self.when = WhenCell(clock, zone, self)
        self.concern = ConcernCell(self)
        self.again = plain("", Type.QUIET, self)
        self.again.setObjectName("again")
        self.again.setWordWrap(True)
        self.prompts = Prompts(self)
        self.description = Description(self)
        self.occurrence = occurrence_choice(self)
        self.pictures = PictureShelf(self)
        self.is_folded = True
        self._said_before: Said | None = None  # the time before an activity was picked
        self._arrange()
        self._connect()
        self.fold()

    # -- the rows

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        edge = px(self, Space.LARGE)
        inset = px(self, LINK_INSET)  # of all that is no link, so that words stand in a line
        ends = edge - inset
        grid.setContentsMargins(ends, px(self, Space.MEDIUM), ends, px(self, Space.SMALL))
        grid.setHorizontalSpacing(px(self, Space.MEDIUM) - inset)
        grid.setVerticalSpacing(px(self, Space.SMALL))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.summary, 0, 0, 1, 2)
        grid.addWidget(self.picker.side, 1, 0)
        grid.addLayout(inset_by(inset, self.picker.list), 1, 1)
        grid.setRowStretch(7, 1)
        self._fill(Rows(grid, self))

    def _fill(self, rows: Rows) -> None:
        self.rows = rows
        kind = rows.label(self.tr("Rod&zaj problemu"), self.kind)
        details = rows.label(self.tr("Szcz&egóły"), self.details.change)
        when = rows.label(self.tr("&Kiedy"), self.when.edit)
        concern = rows.label(self.tr("Ko&go dotyczy"), self.concern.choice)
        opis = rows.label(self.tr("&Opis"), self.description)
        opis.setProperty("kind", Type.STRONG.value)
        often = rows.label(self.tr("&Wystąpienie"), self.occurrence)
        shots = rows.label(self.tr("Zrz&uty ekranu"), self.pictures.thumbs[0].preview)
        rows.add(2, kind, self.kind, "kind")
        rows.add(3, details, self.details, "details", ends_in_link=True)
        rows.add(4, self.numbers.label, self.numbers, "customer")
        rows.add(5, when, self.when, "when")
        rows.add(6, concern, self.concern, "names")
        rows.add(7, opis, self._writing(), "description", begins_with_link=True)
        rows.add(8, often, self.occurrence, "occurrence")
        rows.add(9, shots, self.pictures, "pictures", begins_with_link=True)
        rows.answer("kind", "kind", self.kind)
        rows.answer("customer", "customer", self.numbers.customer)
        rows.answer("ours", "customer", self.numbers.ours)
        rows.answer("when", "when", self.when.edit)
        rows.answer("scope", "names", self.concern.choice)
        rows.answer("names", "names", self.concern.names)
        rows.answer("description", "description", self.description)
        rows.answer("occurrence", "occurrence", self.occurrence)

    def _writing(self) -> QWidget:
        """Put the prompts above the text: from the text, Tab leads on to the next question."""
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        top = (px(cell, Size.CONTROL) - px(cell, Size.TARGET)) // 2  # in a line with the label
        column.setContentsMargins(0, top, 0, 0)
        column.setSpacing(0)
        inset = px(cell, LINK_INSET)
        for label in (self.again, self.description.note):
            label.setIndent(inset)
        column.addWidget(self.again)
        column.addWidget(self.prompts)
        column.addLayout(inset_by(inset, self.description, on_right=False), 1)
        column.addWidget(self.description.note)
        return cell

    def _connect(self) -> None:
        self.kind.chosen.connect(self._take_kind)
        for changed in (self.numbers.changed, self.when.changed):
            changed.connect(self._weigh)
        self.concern.changed.connect(self._tell)
        self.prompts.wanted.connect(self._take_prompt)
        self.description.textChanged.connect(self.edited)
        self.occurrence.chosen.connect(self.edited)
        self.picker.wanted.connect(self._take_matter)
        self.details.unfold_wanted.connect(self._unfold_by_hand)

    # -- folding

    def fold(self) -> None:
        """Fold what is filled or optional into one line."""
        self._show_folded(is_folded=True)

    def unfold(self) -> None:
        """Show the fields of the folded line."""
        if self.is_folded:
            self._show_folded(is_folded=False)

    def _show_folded(self, *, is_folded: bool) -> None:
        self.is_folded = is_folded
        self.rows["details"].set_visible(is_folded)
        for field in ("customer", "when", "names"):
            self.rows[field].set_visible(not is_folded)
        self.fold_changed.emit()

    def _unfold_by_hand(self) -> None:
        """Unfold once: a label's key presses its button a moment later, and somebody types then."""
        if self.is_folded:
            self.focus_field("customer")

    # -- what the window tells

    def show_draft(self, draft: Draft, why: str) -> None:
        """Fill all fields from a draft; `why` says where its moment comes from."""
        self.clear_errors()
        self.summary.begin()
        self.concern.show_scope(draft.scope, draft.others)
        self._said_before = None
        self.picker.begin(draft.activity)
        self.show_matter(
            Matter(draft.kind, draft.customer, draft.ours, draft.occurred_at, draft.activity), why
        )
        self.description.setPlainText(draft.description)
        self.description.moveCursor(QTextCursor.MoveOperation.End)
        self._show_thread(draft.follows)
        self.occurrence.show_value(draft.occurrence)
        self.fold()
        if draft.when_typed:
            self.when.show_not_understood(draft.when_typed, draft.created_at)
            self.unfold()

    def _show_thread(self, thread: Thread | None) -> None:
        """Say of what this is a repetition, which is nothing that happens for the first time."""
        is_again = thread is not None and not thread.is_resent
        told = ""
        if thread is not None and is_again:
            told = self.tr("Ponownie: {code}").format(code=thread.code)
            if thread.ticket:
                told = self.tr("Ponownie: {code}, numer {ticket}").format(
                    code=thread.code, ticket=thread.ticket
                )
        self.again.setText(told)
        self.again.setVisible(bool(told))
        self.occurrence.shut(
            Occurrence.FIRST,
            self.tr("To zgłoszenie mówi, że zdarzyło się ponownie.") if told else "",
        )

    def hold(self, *, is_held: bool) -> None:
        """Hold every question still; what is said of the report on top stays in reach."""
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if part is not self.summary:
                part.setEnabled(not is_held)

    def matter(self) -> Matter:
        """Give what an activity could fill, as it stands now."""
        kind = self.kind.value()
        return Matter(
            kind if isinstance(kind, Kind) else None,
            self.numbers.customer.typed(),
            self.numbers.ours.typed(),
            self.when.moment(),
            self.picker.picked(),
        )

    def show_matter(self, matter: Matter, why: str) -> None:
        """Show what an activity filled, or what stood there before."""
        self.kind.show_value(matter.kind)
        self._show_kind(matter.kind)
        self.numbers.customer.show_typed(matter.customer)
        self.numbers.ours.show_typed(matter.ours)
        self.when.show_moment(matter.occurred_at, why)
        self.show_details()

    def show_details(self) -> None:
        """Say again in the folded line what stands in the fields."""
        self.details.show_matter(self.matter(), self.when.in_words(), self.concern.in_words())

    def often(self) -> Occurrence | None:
        """Give the chosen occurrence."""
        value = self.occurrence.value()
        return value if isinstance(value, Occurrence) else None

    def opening_words(self) -> str:
        """Say where the moment of a fresh report comes from."""
        return self.tr("chwila otwarcia zgłoszenia")

    def activity_words(self) -> str:
        """Say that the moment is that of the picked activity."""
        return self.tr("czas rozmowy")

    def words_of_moment(self, draft: Draft) -> str:
        """Say where the moment of an open draft comes from."""
        is_picked = draft.activity is not None
        return self.activity_words() if is_picked else self.opening_words()

    # -- errors

    @property
    def errors(self) -> dict[str, QLabel]:
        """Give the messages by the names of the rows."""
        return self.rows.errors

    def show_error(self, field: str, message: str) -> None:
        """Say at a field what is wrong with it."""
        if field in FOLDED:
            self.unfold()
        if field == "when":
            self.when.note.clear()  # the message says the same
        self.rows.show_error(field, message)

    def clear_errors(self) -> None:
        """Take all messages away."""
        self.rows.clear()

    def mend(self, field: str) -> None:
        """Tick one field off without moving what stands below it."""
        self.rows.mend(field)

    def focus_field(self, field: str) -> None:
        """Put the keyboard on a field, and unfold it for that."""
        if field in FOLDED:
            self.unfold()
        self.rows.focus(field)

    # -- what a person does

    def _take_kind(self) -> None:
        self._show_kind(self.matter().kind)
        self._weigh()

    def _show_kind(self, kind: Kind | None) -> None:
        self.numbers.show_kind(kind)
        self.prompts.show_kind(kind)
        self.description.show_kind(kind)
        self.rows.renew("description")

    def _take_matter(self, matter: Matter) -> None:
        """Show what a pick filled in, or exactly what stood there before it."""
        if matter.activity is not None:
            self._said_before = self._said_before or self.when.said()
            self.show_matter(matter, self.activity_words())
        else:
            before, self._said_before = self._said_before, None
            self.show_matter(matter, self.opening_words())
            if before is not None and before.moment == matter.occurred_at:
                self.when.show_said(before)
        self.edited.emit()

    def _take_prompt(self, sentence: str) -> None:
        write_sentence(self.description, sentence)
        self.description.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self) -> None:
        self.picker.weigh(self.matter())
        self._tell()

    def _tell(self) -> None:
        self.show_details()
        self.edited.emit()
