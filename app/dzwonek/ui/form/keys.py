"""The keys of the form, and the order in which Tab goes through it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dzwonek.ui.form.questions import KIND_KEYS, OCCURRENCE_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dzwonek.ui.form.body import Body
    from dzwonek.ui.form.footer import Footer
    from dzwonek.ui.form.person import PersonBar
    from dzwonek.ui.form.strip import EmergencyStrip

FOLDED_LABELS = (("customer", "customer"), ("when", "when"), ("names", "scope"))  # row, field


class FormKeys(QObject):
    """Holds the shortcuts; the keys of folded fields unfold them."""

    def __init__(self, form: QWidget, body: Body) -> None:
        super().__init__(form)
        self._form, self._body = form, body
        for choice, keys in ((body.kind, KIND_KEYS), (body.occurrence, OCCURRENCE_KEYS)):
            for place, key in enumerate(keys):
                self.press((key,), partial(choice.choose, place))
        self._folded = [self._lead(row, field) for row, field in FOLDED_LABELS]
        body.fold_changed.connect(self._switch)

    def press(self, keys: Iterable[str], act: Callable[[], object]) -> None:
        """Have each of these keys do something."""
        for key in keys:
            QShortcut(QKeySequence(key), self._form).activated.connect(act)

    def _lead(self, row: str, field: str) -> QShortcut:
        """Let the key of a folded label work as if the label were there."""
        label = self._body.rows[row].label
        shortcut = QShortcut(QKeySequence.mnemonic(label.text()), self._form)
        shortcut.activated.connect(
            lambda: self._body.focus_field(field) if label.isEnabled() else None
        )
        return shortcut

    def _switch(self) -> None:
        for shortcut in self._folded:
            shortcut.setEnabled(self._body.is_folded)


def order_tabs(strip: EmergencyStrip, person: PersonBar, body: Body, footer: Footer) -> None:
    """Let Tab go through the form as it is read."""
    order: list[QWidget] = [
        strip.copy, person.name, person.edit, person.address.link, person.system_edit,
        body.summary, *body.summary.ways_out.buttons,
        body.picker.list, body.picker.more, body.picker.settings,
        *body.kind.chips, body.details.change,
        body.numbers.customer, body.numbers.ours, body.when.edit, body.when.calendar,
        *body.concern.choice.chips, body.concern.names,
        *body.prompts.links, body.description, *body.occurrence.chips,
    ]  # fmt: skip
    for thumb in body.pictures.thumbs:
        order += [thumb.preview, thumb.remove]
    order += body.pictures.adding.buttons
    order += [footer.preview, footer.later, footer.send]
    for one, next_one in pairwise(order):
        QWidget.setTabOrder(one, next_one)
