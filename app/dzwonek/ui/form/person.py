"""Who reports, and from which system: always visible, the name changed with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QWidget,
)

from dzwonek.domain.identity import NOBODY, Agent, Identity, IdentitySource
from dzwonek.ui.form import said
from dzwonek.ui.form.name_parts import Initials, NameEdit
from dzwonek.ui.form.system_field import SystemField
from dzwonek.ui.look import (
    LINK_INSET,
    Act,
    Space,
    Type,
    announce,
    button,
    plain,
    px,
    set_mark,
    set_tip,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem

TRUST = (
    IdentitySource.NOBODY,
    IdentitySource.SETTINGS,
    IdentitySource.REMEMBERED,
    IdentitySource.DAKTELA,
)

NAME_WIDTH, LONGEST_NAME = 240, 260  # pixels at the usual font


def may_replace(offered: Identity, shown: IdentitySource, *, is_chosen: bool) -> bool:
    """Say whether late knowledge may change the name: never over what a person chose."""
    if is_chosen or not offered.agent.name.strip():
        return False
    if shown not in TRUST or offered.source not in TRUST:
        return True
    return TRUST.index(offered.source) >= TRUST.index(shown)


class PersonBar(QFrame):
    """Shows the agent's name with its source, and the system's address."""

    changed = Signal()
    forget_wanted = Signal(str)  # a name that this computer should not know

    def __init__(
        self,
        words: Callable[[Problem], tuple[str, str]],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._clock = words, clock
        self._agent, self._known = NOBODY, NOBODY
        self._shown = IdentitySource.NOBODY
        self._is_chosen = self._is_by_hand = False
        self._names: tuple[str, ...] = ()
        self._told: str | None = None  # what stood where a fault of the name is told
        self.setObjectName("person")
        self.setProperty("ground", "window")
        self._build_name()
        self.address = SystemField(self)
        self.system_edit, self.system_note = self.address.edit, self.address.note
        self.address.changed.connect(self.changed)
        self._arrange()

    def _build_name(self) -> None:
        self.initials = Initials(self)
        self.name = button("", Act.LINK, self)
        self.name.setObjectName("agent")
        self.name.setProperty("weight", "strong")
        self.name.clicked.connect(self._offer)
        self.menu = QMenu(self)
        self.menu.setObjectName("agent.menu")
        self.edit = NameEdit(self)
        self.edit.setObjectName("agent.edit")
        self.edit.setAccessibleName(self.tr("Imię i nazwisko zgłaszającego"))
        self.edit.setPlaceholderText(self.tr("Imię i nazwisko"))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._take_typed)
        self.edit.given_up.connect(self._close_edit)
        self.edit.setMinimumWidth(px(self, NAME_WIDTH))
        self.place = QWidget(self)
        row = QHBoxLayout(self.place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.source = plain("", Type.QUIET, self)
        self.source.setObjectName("agent.source")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, Space.SMALL), edge, px(self, Space.SMALL))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.initials)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.place, 0, 0)
        grid.addWidget(self.source, 1, 0)
        grid.addWidget(self.address, 0, 1, 2, 1)
        self.source.setIndent(px(self, LINK_INSET))
        row.addLayout(grid, 1)

    # -- what the form tells

    def begin(self, agent: Agent, host: str, *, is_chosen: bool) -> None:
        """Show a draft's agent; `is_chosen` when a person settled that name already."""
        self._agent, self._known = agent, agent
        self._shown, self._is_chosen = IdentitySource.NOBODY, is_chosen
        self._is_by_hand = False
        self._show_edit(False)
        self._show_name()
        self._say(self.tr("z tego szkicu") if is_chosen else self.tr("wczytujemy…"))
        self.address.show_host(host)

    def agent(self) -> Agent:
        """Give the agent as shown, also while a name is being typed."""
        if self._is_typing() and self.edit.text().strip():
            return self._named(self.edit.text())
        return self._agent

    def is_settled(self) -> bool:
        """Say whether a person chose the name: no answer takes its place then."""
        return self._is_chosen

    def is_by_hand(self) -> bool:
        """Say whether somebody typed or chose the name since the form was opened."""
        is_other = self.edit.text().strip() not in ("", self._agent.name.strip())
        return self._is_by_hand or (self._is_typing() and is_other)

    def tell_by_hand(self, *, is_by_hand: bool) -> None:
        """Take in that the name shown was typed or chosen: the parts of the form are new ones."""
        self._is_by_hand = is_by_hand

    def host(self) -> str:
        """Give the system's address; of a typed one without what surrounds it."""
        return self.address.host()

    def tell_identity(self, answer: Identity | Problem) -> None:
        """Take late knowledge in, quietly."""
        if not isinstance(answer, Identity):
            self._tell_trouble(answer)
            return
        if answer.agent.name.strip():
            self._known = answer.agent
        if not may_replace(answer, self._shown, is_chosen=self._is_chosen):
            return
        is_other = answer.agent != self._agent
        self._agent, self._shown = answer.agent, answer.source
        self._show_name()
        self._say(said.source(answer, self._clock.now()))
        if is_other:
            self.changed.emit()

    def tell_names(self, names: tuple[str, ...]) -> None:
        """Keep the names for the menu."""
        self._names = names

    def show_wrong(self, message: str) -> None:
        """Say under the name what is wrong with it."""
        self._told = self._told or self.source.text()
        self._say(message, kind=Type.DANGER)
        set_mark(self.edit, "wrong", True)

    def mend(self) -> None:
        """Take these words back; where the name comes from is told again."""
        if self._told is not None:
            told, self._told = self._told, None
            self._say(told)
        set_mark(self.edit, "wrong", False)

    def show_system_wrong(self, message: str) -> None:
        """Say under the address what is wrong with it; empty takes the words back."""
        self.address.show_wrong(message)

    def focus_in(self) -> None:
        """Put the keyboard on the name."""
        field = self.edit if self._is_typing() else self.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_system(self) -> None:
        """Put the keyboard on the address."""
        self.address.focus_in()

    # -- inside

    def _tell_trouble(self, problem: Problem) -> None:
        if self._is_chosen or self._shown is not IdentitySource.NOBODY:
            return
        self._say(said.one_line(self._words(problem)[0]))

    def _say(self, text: str, kind: Type = Type.QUIET) -> None:
        if kind is Type.QUIET:
            self._told = None
        self.source.setText(text)
        set_mark(self.source, "kind", kind.value)

    def _show_name(self) -> None:
        name = said.one_line(self._agent.name)
        shown = self.name.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, px(self, LONGEST_NAME)
        )
        told = shown.replace("&", "&&") or self.tr("Wpisz imię i nazwisko")
        self.name.setText(f"{told}  ▾")
        self.name.setAccessibleName(
            self.tr("Zgłasza: {name}. Zmień").replace("{name}", name or self.tr("nikt"))
        )
        set_tip(self.name, name if shown != name else self.tr("Zgłasza ktoś inny? Zmień"))
        self.initials.show_name(name)

    def _offer(self) -> None:
        if not self._names and not self._agent.name:
            self._open_edit()
            return
        self._fill_menu()
        self.menu.popup(self.name.mapToGlobal(self.name.rect().bottomLeft()))

    def _fill_menu(self) -> None:
        self.menu.clear()
        known = (self._known.name, *self._names)
        for name in dict.fromkeys(said.one_line(name) for name in known if name.strip()):
            action = self.menu.addAction(name.replace("&", "&&"))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == said.one_line(self._agent.name))
            action.triggered.connect(self._take_from_menu)
        self.menu.addSeparator()
        self._fill_forgetting()
        other = self.menu.addAction(self.tr("Wpisz inne imię i nazwisko…"))
        other.setObjectName("agent.other")
        other.triggered.connect(self._open_edit)

    def _fill_forgetting(self) -> None:
        """Offer to forget each name that this computer remembers."""
        if not self._names:
            return
        forgetting = self.menu.addMenu(self.tr("Zapomnij na tym komputerze"))
        for name in self._names:
            action = forgetting.addAction(said.one_line(name).replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(self._forget)

    def _forget(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            name = str(action.data())
            self._names = tuple(each for each in self._names if each != name)
            self.forget_wanted.emit(name)

    def _take_from_menu(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._choose(str(action.data()), self.tr("wybrane"))

    def _open_edit(self) -> None:
        self.edit.setText(self._agent.name)
        self.edit.selectAll()
        self._show_edit(True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_typing(self) -> bool:
        return not self.edit.isHidden()

    def _show_edit(self, is_wanted: bool) -> None:
        self.edit.setVisible(is_wanted)
        self.name.setVisible(not is_wanted)

    def _close_edit(self) -> None:
        self._show_edit(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_typed(self) -> None:
        if not self._is_typing():
            return
        typed = self.edit.text().strip()
        had_focus = self.edit.hasFocus()
        self._show_edit(False)
        if had_focus:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed and typed != self._agent.name:
            self._choose(typed, self.tr("wpisane"))

    def _choose(self, name: str, how: str) -> None:
        self._agent, self._is_chosen, self._is_by_hand = self._named(name), True, True
        self._shown = IdentitySource.TYPED
        self._show_name()
        self._say(how)
        announce(self.name, self.name.accessibleName())
        self.changed.emit()

    def _named(self, name: str) -> Agent:
        wanted = name.strip()
        return self._known if wanted == self._known.name else Agent(wanted)
