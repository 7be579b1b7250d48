"""The form in another language: its parts are made anew and take over what the old ones held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from dzwonek.domain.report import Draft
    from dzwonek.ui.form.slots import Slot
    from dzwonek.ui.form.window import ReportForm


class Told:
    """Keeps what a form was told last of each matter, so that new parts can be told again."""

    def __init__(self) -> None:
        self._again: dict[str, Callable[[], object]] = {}

    def keep(self, matter: str, again: Callable[[], object]) -> None:
        """Keep the last word on a matter, behind those on others."""
        self._again.pop(matter, None)
        self._again[matter] = again

    def forget(self, *matters: str) -> None:
        """Let go what holds no more; everything, when nothing is named."""
        for matter in matters or tuple(self._again):
            self._again.pop(matter, None)

    def repeat(self) -> None:
        """Tell everything once more, in the order in which it came."""
        for again in tuple(self._again.values()):
            again()


class NewLanguage(QObject):
    """Sees to it that the form speaks a new language as soon as nothing stands over it."""

    _heard = Signal()

    def __init__(self, form: ReportForm, renew: Callable[[], None]) -> None:
        super().__init__(form)
        self._form, self._renew = form, renew
        self._is_due = False
        self._heard.connect(self._take_turn, Qt.ConnectionType.QueuedConnection)

    def hear(self) -> None:
        """Take in that the language changes; a change comes as several events."""
        if not self._is_due:
            self._is_due = True
            self._heard.emit()

    def _take_turn(self) -> None:
        """Wait for an editor or a preview: what it was opened for has to be there at its end."""
        above = [one for one in self._form.findChildren(QDialog) if one.isVisible()]
        if above:
            above[-1].finished.connect(self._heard)
            return
        self._is_due = False
        self._renew()


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in an open form beyond its draft, and has to stand in the new parts, too."""

    draft: Draft
    slots: tuple[Slot, ...]
    is_settled: bool  # a person chose who reports
    is_named: bool  # since the form was opened
    is_folded: bool
    when: str  # as typed
    caret: int
    shows_all: bool  # of the recent activities
    focused: str  # the name of the field with the keyboard

    @classmethod
    def by(cls, form: ReportForm) -> Held:
        """Take down what stands in a form."""
        focused: QWidget | None = form.focusWidget()
        body = form.body
        return cls(
            form.current(),
            form.pictures.slots(),
            form.person.is_settled() or form.is_named_by_hand(),
            form.is_named_by_hand(),
            body.is_folded,
            body.when.edit.text(),
            body.description.textCursor().position(),
            bool(body.picker.more.property("isAll")),
            focused.objectName() if focused is not None else "",
        )

    def give_back(self, form: ReportForm) -> None:
        """Put it into the new parts, which hold the draft already."""
        body = form.body
        form.pictures.show_again(self.slots)
        form.person.tell_by_hand(is_by_hand=self.is_named)
        body.when.retype(self.when)
        if self.shows_all:
            body.picker.more.click()
        if not self.is_folded:
            body.unfold()
        cursor = body.description.textCursor()
        cursor.setPosition(self.caret)
        body.description.setTextCursor(cursor)
        for field in form.findChildren(QWidget, self.focused) if self.focused else ():
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def clear(form: QWidget, kept: tuple[QObject | None, ...]) -> None:
    """Take away all that a form was made of: its parts, their layout, its keys."""
    focused: QWidget | None = form.focusWidget()
    if focused is not None:
        focused.clearFocus()
    for part in form.children():
        if part not in kept and shiboken6.isValid(part):
            shiboken6.delete(part)
