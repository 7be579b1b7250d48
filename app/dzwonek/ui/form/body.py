"""The middle of the form, which scrolls: every question of the support page, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.form.circumstances import ConcernCell, NumbersCell, WhenCell
from dzwonek.ui.form.complaints import ProblemSummary
from dzwonek.ui.form.description import Description
from dzwonek.ui.form.filling import Matter
from dzwonek.ui.form.picker import RecentPicker
from dzwonek.ui.form.pictures import PictureShelf
from dzwonek.ui.look import LINK_INSET, Space, Type, plain, px, set_mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft


class Body(QWidget):
    """All questions with their labels; it knows the fields, not the report."""

    edited = Signal()
    field_touched = Signal(str)

    def __init__(
        self,
        words: Callable[[Problem], tuple[str, str]],
        clock: Clock,
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setProperty("ground", "surface")
        self.summary = ProblemSummary(words, self)
        self.picker = RecentPicker(words, clock, zone, self)
        self.picker.ask_matter_by(self.matter)
        self.kind = self._kinds()
        self.numbers = NumbersCell(self)
        self.when = WhenCell(clock, zone, self)
        self.concern = ConcernCell(self)
        self.description = Description(self)
        self.occurrence = self._occurrences()
        self.pictures = PictureShelf(self)
        self.errors: dict[str, QLabel] = {}
        self._arrange()
        self._connect()

    def _kinds(self) -> Choice:
        choice = Choice(
            "kind",
            (
                Answer(Kind.CALL_IN, self.tr("Połączenie przychodzące")),
                Answer(Kind.CALL_OUT, self.tr("Wychodzące"), self.tr("Połączenie wychodzące")),
                Answer(Kind.EMAIL, self.tr("E-mail"), self.tr("Wiadomość e-mail")),
                Answer(Kind.CHAT, self.tr("Czat")),
                Answer(Kind.OTHER, self.tr("Inny"), self.tr("Inny rodzaj problemu")),
            ),
            self,
        )
        choice.setAccessibleName(self.tr("Rodzaj problemu"))
        return choice

    def _occurrences(self) -> Choice:
        choice = Choice(
            "occurrence",
            (
                Answer(Occurrence.FIRST, self.tr("Po raz pierwszy")),
                Answer(Occurrence.REPEATED, self.tr("Więcej niż raz")),
                Answer(Occurrence.CONSTANT, self.tr("Cały czas")),
            ),
            self,
        )
        choice.setAccessibleName(self.tr("Wystąpienie"))
        return choice

    # -- the rows

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        edge = px(self, Space.LARGE)
        inset = edge - px(self, LINK_INSET)  # so that labels stand above links
        grid.setContentsMargins(inset, px(self, Space.MEDIUM), edge, px(self, Space.SMALL))
        grid.setHorizontalSpacing(px(self, Space.MEDIUM))
        grid.setVerticalSpacing(px(self, Space.SMALL))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.summary, 0, 0, 1, 2)
        grid.addWidget(self.picker.side, 1, 0)
        grid.addWidget(self.picker.list, 1, 1)
        self._row(grid, 2, self._label(self.tr("Rod&zaj problemu"), self.kind), self.kind, "kind")
        self._row(grid, 3, self.numbers.label, self.numbers, "customer")
        self._row(grid, 4, self._label(self.tr("&Kiedy"), self.when.edit), self.when, "when")
        concern = self._label(self.tr("Ko&go dotyczy"), self.concern.choice)
        self._row(grid, 5, concern, self.concern, "names")
        opis = self._label(self.tr("&Opis"), self.description)
        opis.setProperty("kind", Type.STRONG.value)
        self._row(grid, 6, opis, self.description, "description")
        grid.setRowStretch(6, 1)
        often = self._label(self.tr("&Wystąpienie"), self.occurrence)
        self._row(grid, 7, often, self.occurrence, "occurrence")
        shots = self._label(self.tr("Zrz&uty ekranu"), self.pictures.thumbs[0].preview)
        self._row(grid, 8, shots, self.pictures, "pictures")

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = plain(text, parent=self)
        label.setBuddy(buddy)
        return label

    def _row(self, grid: QGridLayout, row: int, label: QLabel, cell: QWidget, field: str) -> None:
        error = plain("", Type.DANGER, self)
        error.setObjectName(f"{field}.error")
        error.setWordWrap(True)
        error.hide()
        self.errors[field] = error
        place = QWidget(self)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.TIGHT))
        column.addWidget(cell, 1)
        column.addWidget(error)
        label.setFixedHeight(px(self, 30))
        label.setIndent(px(self, LINK_INSET))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(place, row, 1)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._take_kind)
        self.numbers.changed.connect(self._touch_numbers)
        self.when.changed.connect(self.edited)
        self.concern.changed.connect(self._touch_names)
        self.description.textChanged.connect(self._touch_description)
        self.occurrence.chosen.connect(self._touch_occurrence)
        self.picker.wanted.connect(self._take_matter)

    # -- what the window tells

    def show_draft(self, draft: Draft, why: str) -> None:
        """Fill all fields from a draft; `why` says where its moment comes from."""
        self.clear_errors()
        self.summary.begin()
        self.show_matter(
            Matter(draft.kind, draft.customer, draft.ours, draft.occurred_at, draft.activity), why
        )
        self.concern.show_scope(draft.scope, draft.others)
        self.description.setPlainText(draft.description)
        self.description.moveCursor(QTextCursor.MoveOperation.End)
        self.occurrence.show_value(draft.occurrence)
        self.picker.begin(draft.activity)

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
            self.numbers.customer.text().strip(),
            self.numbers.ours.text().strip(),
            self.when.moment(),
            self.picker.picked(),
        )

    def show_matter(self, matter: Matter, why: str) -> None:
        """Show what an activity filled, or what stood there before."""
        self.kind.show_value(matter.kind)
        self.numbers.show_kind(matter.kind)
        self.numbers.customer.setText(matter.customer)
        self.numbers.ours.setText(matter.ours)
        self.when.show_moment(matter.occurred_at, why)

    def often(self) -> Occurrence | None:
        """Give the chosen occurrence."""
        value = self.occurrence.value()
        return value if isinstance(value, Occurrence) else None

    # -- errors

    def show_error(self, field: str, message: str) -> None:
        """Say at a field what is wrong with it."""
        label = self.errors["customer" if field == "ours" else field]
        label.setMinimumHeight(0)
        label.setText(message)
        label.show()
        self._frame(field, is_wrong=True)

    def clear_errors(self) -> None:
        """Take all messages away."""
        for field, label in self.errors.items():
            label.hide()
            label.setMinimumHeight(0)
            self._frame(field, is_wrong=False)
        self._frame("ours", is_wrong=False)

    def mend(self, field: str) -> None:
        """Take one message back without moving what stands below it."""
        label = self.errors["customer" if field == "ours" else field]
        if not label.isHidden():
            label.setMinimumHeight(label.height())
            label.setText("")
            self._frame(field, is_wrong=False)

    def focus_field(self, field: str) -> None:
        """Put the keyboard on a field."""
        match field:
            case "kind":
                self.kind.focus_in()
            case "occurrence":
                self.occurrence.focus_in()
            case "pictures":
                self.pictures.focus_in()
            case _:
                self._inputs()[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def _inputs(self) -> dict[str, QWidget]:
        return {
            "customer": self.numbers.customer,
            "ours": self.numbers.ours,
            "names": self.concern.names,
            "description": self.description,
            "when": self.when.edit,
        }

    def _frame(self, field: str, *, is_wrong: bool) -> None:
        if field in ("kind", "occurrence"):
            (self.kind if field == "kind" else self.occurrence).show_wrong(is_wrong)
        elif field in self._inputs():
            set_mark(self._inputs()[field], "wrong", is_wrong)

    # -- what a person does

    def _take_kind(self) -> None:
        self.numbers.show_kind(self.matter().kind)
        self._touch("kind")

    def _take_matter(self, matter: Matter) -> None:
        why = self.tr("czas rozmowy") if matter.activity is not None else self.opening_words()
        self.show_matter(matter, why)
        if matter.kind is not None:
            self._mend("kind")
        self._touch_numbers()

    def opening_words(self) -> str:
        """Say where the moment of a fresh report comes from."""
        return self.tr("chwila otwarcia zgłoszenia")

    def _touch_numbers(self) -> None:
        self._mend("ours")
        self._touch("customer")

    def _touch_names(self) -> None:
        self._touch("names")

    def _touch_description(self) -> None:
        self._touch("description")

    def _touch_occurrence(self) -> None:
        self._touch("occurrence")

    def _touch(self, field: str) -> None:
        self._mend(field)
        self.edited.emit()

    def _mend(self, field: str) -> None:
        self.mend(field)
        self.summary.mend(field)
