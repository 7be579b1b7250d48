"""Whom the problem concerns: the one who reports, named colleagues, or the whole team."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dzwonek.domain.kinds import Scope
from dzwonek.ui.form.choice import Answer, Choice
from dzwonek.ui.form.known_names import KnownNames
from dzwonek.ui.look import Space, Type, announce, plain, px


def names_in(text: str) -> tuple[str, ...]:
    """Take typed names apart at commas, semicolons and line ends, each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


class ConcernCell(QWidget):
    """Whom it concerns; who reports stays the one at the desk, also on behalf of another."""

    changed = Signal()
    forget_wanted = Signal(str)  # a colleague's name that this computer should not know

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._colleagues = "", tuple[str, ...]()
        self.choice = Choice(
            "scope",
            (
                Answer(Scope.ME, self.tr("Mnie")),
                Answer(Scope.OTHERS, self.tr("Innych agentów")),
                Answer(Scope.TEAM, self.tr("Całego zespołu")),
            ),
            self,
        )
        self.choice.setAccessibleName(self.tr("Kogo dotyczy problem"))
        self.names = QLineEdit(self)
        self.names.setObjectName("names")
        self.names.setAccessibleName(self.tr("Imiona i nazwiska agentów, po przecinku"))
        self.names_label = plain(self.tr("&Imiona i nazwiska, po przecinku"), Type.QUIET, self)
        self.names_label.setBuddy(self.names)
        self.names.textEdited.connect(self._take_typed)
        self.names.returnPressed.connect(self._begin_next)
        self.known: KnownNames | None = None  # built when others are first chosen
        self.choice.chosen.connect(self._take_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.choice)
        column.addWidget(self.names_label)
        column.addWidget(self.names)
        self.show_scope(Scope.ME, ())

    def scope(self) -> Scope:
        """Give the chosen scope."""
        value = self.choice.value()
        return value if isinstance(value, Scope) else Scope.ME

    def others(self) -> tuple[str, ...]:
        """Give the typed names."""
        return names_in(self.names.text())

    def in_words(self) -> str:
        """Say whom it concerns, within a sentence."""
        match self.scope():
            case Scope.ME:
                return self.tr("dotyczy mnie")
            case Scope.TEAM:
                return self.tr("dotyczy całego zespołu")
            case Scope.OTHERS:
                names = ", ".join(self.others())
                return self.tr("dotyczy: {names}").replace("{names}", names or "…")

    def show_scope(self, scope: Scope, others: tuple[str, ...]) -> None:
        """Show a scope and names."""
        self.choice.show_value(scope)
        self.names.setText(", ".join(others))
        self._show_others()

    def tell_names(self, own: str, colleagues: tuple[str, ...]) -> None:
        """Take in who reports, and the colleagues that this computer remembers."""
        if (own, colleagues) != (self._own, self._colleagues):
            self._own, self._colleagues = own, colleagues
            if self.known is not None:
                self._fill_known(self.known)

    def _take_choice(self) -> None:
        self._show_others()
        if self.scope() is Scope.OTHERS and not self.names.text():
            self.names.setFocus()
        self.changed.emit()

    def _show_others(self) -> None:
        is_others = self.scope() is Scope.OTHERS
        if is_others and self.known is None:
            self.known = self._built()
        self.names_label.setVisible(is_others)
        self.names.setVisible(is_others)
        if self.known is not None:
            self.known.show_chosen(self.others())
            self.known.setVisible(is_others and bool(self.known.chips))

    def _built(self) -> KnownNames:
        known = KnownNames(self)
        known.switched.connect(self._switch)
        known.forget_wanted.connect(self._forget)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(known)
        self._fill_known(known)
        return known

    def _fill_known(self, known: KnownNames) -> None:
        known.show_names(self._own, self._colleagues)
        known.show_chosen(self.others())
        known.setVisible(self.scope() is Scope.OTHERS and bool(known.chips))
        before: QWidget = self.names
        for stop in known.stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _take_typed(self) -> None:
        if self.known is not None:
            self.known.show_chosen(self.others())
        self.changed.emit()

    def _begin_next(self) -> None:
        """Put a comma behind the names, for one more."""
        if self.others() and not self.names.text().rstrip().endswith((",", ";")):
            self.names.setText(f"{self.names.text().rstrip()}, ")

    def _switch(self, name: str, is_on: bool) -> None:
        """Add a known name to the typed ones, or take it away."""
        rest = tuple(each for each in self.others() if each.casefold() != name.casefold())
        self.names.setText(", ".join((*rest, name) if is_on else rest))
        self.changed.emit()

    def _forget(self, name: str) -> None:
        self._colleagues = tuple(each for each in self._colleagues if each != name)
        if self.known is not None:
            self._fill_known(self.known)
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.names, self.tr("Zapomniano: {name}").replace("{name}", name))
        self.forget_wanted.emit(name)
