"""The page of the two global hotkeys: chosen by being pressed, and tried on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dzwonek.config.settings import HotkeySettings
from dzwonek.domain.events import Slot
from dzwonek.ui.look import Space, Type, announce, plain, px, set_mark
from dzwonek.ui.settings.fields import Field, Page, paragraph
from dzwonek.ui.settings.key_field import KeyEdit
from dzwonek.ui.words import sentence, title_and_advice

if TYPE_CHECKING:
    from dzwonek.config.settings import Settings
    from dzwonek.domain.ports import Binding
    from dzwonek.domain.problem import Problem

PATHS = {Slot.REPORT: "hotkeys.report", Slot.FLAG: "hotkeys.flag"}
LIT_FOR = 4000  # milliseconds


class TryLine(QFrame):
    """Says which key holds, asks for it to be pressed, and lights up when it arrives."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._active: str | None = None
        self._refused: tuple[Problem, ...] = ()
        self.is_lit = False
        self.words = plain("", Type.STRONG, self)
        self.words.setWordWrap(True)
        self.why = paragraph(Type.QUIET, self)
        column = QVBoxLayout(self)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, px(self, Space.SMALL), edge, px(self, Space.SMALL))
        column.setSpacing(px(self, Space.HAIR))
        column.addWidget(self.words)
        column.addWidget(self.why)
        self._dim = QTimer(self, singleShot=True, interval=LIT_FOR)
        self._dim.timeout.connect(self.dim)

    def show_binding(self, active: str | None, refused: tuple[Problem, ...]) -> None:
        """Show which key holds now, and why others do not."""
        self._active, self._refused = active, refused
        self.dim()

    def light_up(self) -> None:
        """Say that the real key arrived."""
        self.is_lit = True
        self.say()
        self._dim.start()
        announce(self, self.words.text())

    def dim(self) -> None:
        """Wait for the key again."""
        self._dim.stop()
        self.is_lit = False
        self.say()

    def say(self) -> None:
        """Set all texts anew."""
        self.words.setText(self._told())
        reasons = (title_and_advice(problem)[0] for problem in self._refused)
        if self._active is None:
            reasons = (sentence(problem) for problem in self._refused)
        why = " ".join(dict.fromkeys(reasons))
        self.why.setText(why)
        self.why.setVisible(bool(why) and not self.is_lit)
        set_mark(self, "ground", "notice" if self.is_lit else "card")
        kind = Type.DANGER if self._active is None and self._refused else Type.STRONG
        set_mark(self.words, "kind", (Type.GOOD if self.is_lit else kind).value)

    def _told(self) -> str:
        if self._active is None:
            return self.tr("Żaden skrót teraz nie działa.")
        if self.is_lit:
            return self.tr("Działa! Naciśnięto {key}.").format(key=self._active)
        return self.tr("Naciśnij {key}, aby sprawdzić.").format(key=self._active)


class SlotPart(QWidget):
    """One hotkey: the key, a second one for when the first is taken, and the try."""

    edited = Signal()

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot
        self._candidates: tuple[str, ...] = ()
        self.title = plain("", Type.STRONG, self)
        self.first = Field(PATHS[slot], KeyEdit(self), self)
        self.second = Field(PATHS[slot], KeyEdit(self), self)
        self.second.editor.setObjectName(f"{PATHS[slot]}.second")
        self.trial = TryLine(self)
        self.trial.setObjectName(f"{PATHS[slot]}.try")
        row = QHBoxLayout()
        row.setSpacing(px(self, Space.MEDIUM))
        row.addWidget(self.first)
        row.addWidget(self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.trial)
        for place, edit in enumerate(self.edits):
            edit.pressed_keys.connect(lambda keys, place=place: self._take(place, keys))
            edit.refused.connect(self._parts[place].show_wrong_problem)
            edit.taken_back.connect(lambda place=place: self._take_back(place))

    def candidates(self) -> tuple[str, ...]:
        """List the keys in the order in which they are tried."""
        return self._candidates

    def show_candidates(self, candidates: tuple[str, ...]) -> None:
        """Show the keys; those after the second stay as they are, unseen."""
        self._candidates = candidates
