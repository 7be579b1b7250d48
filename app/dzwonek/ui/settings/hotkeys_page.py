"""The page of the two global hotkeys: chosen by being pressed, and tried on the spot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
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
        is_dead = self._active is None and bool(self._refused)
        kind = Type.DANGER if is_dead else Type.STRONG
        set_mark(self.words, "kind", kind.value)

    def _told(self) -> str:
        if self._active is None:
            return self.tr("Żaden skrót teraz nie działa.")
        if self.is_lit:
            return self.tr("✓ Działa! Naciśnięto {key}.").format(key=self._active)
        return self.tr("Naciśnij {key}, aby sprawdzić.").format(key=self._active)


class KeyField(Field):
    """One place of a hotkey's list."""

    def __init__(self, path: str, parent: QWidget) -> None:
        self.keys = KeyEdit(parent)
        super().__init__(path, self.keys, parent)
        self._usual = ""
        self.keys.refused.connect(self._on_refused)
        self.keys.listens.connect(self._on_listens)

    def say(self, name: str, help_line: str = "") -> None:
        """Set the texts; while it listens the help says so."""
        self._usual = help_line
        super().say(name, self._listening() if self.keys.hasFocus() else help_line)

    def _on_listens(self, is_listening: bool) -> None:
        self.show_help(self._listening() if is_listening else self._usual)

    def _listening(self) -> str:
        return self.tr("Naciśnij nowy skrót.")

    def _on_refused(self, problem: Problem) -> None:
        self.show_wrong(partial(sentence, problem))


class SlotPart(QWidget):
    """One hotkey: the key, a second one for when the first is taken, and the try."""

    wanted = Signal(int, str)  # which place of the list, the new key; empty takes it out

    def __init__(self, slot: Slot, parent: QWidget, *, is_short: bool) -> None:
        super().__init__(parent)
        self.title = plain("", Type.STRONG, self)
        self.places = (KeyField(PATHS[slot], self), KeyField(PATHS[slot], self))
        self.places[1].keys.setObjectName(f"{PATHS[slot]}.second")
        self.trial = TryLine(self)
        self.trial.setObjectName(f"{PATHS[slot]}.try")
        for number, place in enumerate(self.places):
            place.setVisible(not is_short)
            place.keys.pressed_keys.connect(partial(self.wanted.emit, number))
            place.keys.taken_back.connect(partial(self.wanted.emit, number, ""))
        if is_short:
            self._stand_in_a_row()
        else:
            self._stand_in_a_column()

    def _stand_in_a_row(self) -> None:
        self.title.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(self, Space.MEDIUM))
        row.addWidget(self.title, 1)
        row.addWidget(self.trial, 2)

    def _stand_in_a_column(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(self, Space.MEDIUM))
        for place in self.places:
            row.addWidget(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.SMALL))
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.trial)

    def show_keys(self, candidates: tuple[str, ...]) -> None:
        """Show the list's first two keys."""
        for place, keys in zip(self.places, (*candidates, "", ""), strict=False):
            place.keys.show_keys(keys)
            place.show_wrong("")

    def say(self, title: str) -> None:
        """Set all texts anew."""
        self.title.setText(title)
        for place, name, help_line in zip(self.places, _place_names(), _place_helps(), strict=True):
            place.say(name, help_line)
            place.keys.setAccessibleName(f"{title}: {name}")
        self.trial.say()


class HotkeysPage(Page):
    """Shows and changes both hotkeys; a changed one holds at once, to be tried."""

    hotkeys_wanted = Signal(object)  # HotkeySettings

    def __init__(self, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__("page.hotkeys", parent)
        self._is_short = is_short
        self._wanted = HotkeySettings()
        self.parts = {slot: SlotPart(slot, self, is_short=is_short) for slot in Slot}
        for slot, part in self.parts.items():
            self.column.addWidget(part)
            part.wanted.connect(partial(self._change, slot))

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(
            self.tr("Skróty klawiszowe"),
            self.tr("Działają w każdym programie.")
            if self._is_short
            else self.tr("Działają w każdym programie. Kliknij pole i naciśnij nowy skrót."),
        )
        self.parts[Slot.REPORT].say(self.tr("Zgłoś problem"))
        self.parts[Slot.FLAG].say(self.tr("Oznacz teraz, opisz później"))

    def load(self, settings: Settings) -> None:
        """Show the keys that hold."""
        self._show(settings.hotkeys)

    def values(self) -> dict[str, object]:
        """Give the lists of keys."""
        return {PATHS[slot]: self._of(slot) for slot in Slot}

    def wanted(self) -> HotkeySettings:
        """Give the lists of keys as they stand here."""
        return self._wanted

    def show_bindings(self, bindings: tuple[Binding, ...]) -> None:
        """Show which keys hold now; nothing is told before the hotkeys are loaded."""
        for binding in bindings:
            self.parts[binding.slot].trial.show_binding(binding.active, binding.refused)
        for part in self.parts.values():
            part.trial.setVisible(bool(bindings))

    def light_up(self, slot: Slot) -> None:
        """Say that a real hotkey arrived."""
        self.parts[slot].trial.light_up()

    def _of(self, slot: Slot) -> tuple[str, ...]:
        return self._wanted.report if slot is Slot.REPORT else self._wanted.flag

    def _show(self, wanted: HotkeySettings) -> None:
        self._wanted = wanted
        for slot, part in self.parts.items():
            part.show_keys(self._of(slot))

    def _change(self, slot: Slot, place: int, keys: str) -> None:
        field = self.parts[slot].places[place]
        if not keys and place == 0:
            return  # a hotkey without any key would be none
        taken = {key for other in Slot for key in self._of(other)}
        taken -= set(self._of(slot)[place : place + 1])
        if keys in taken:
            field.show_wrong(lambda: self.tr("Ten skrót jest już tutaj użyty. Wybierz inny."))
            return
        new = changed(self._of(slot), place, keys)
        self._show(with_keys(self._wanted, slot, new))
        self.edited.emit()
        self.hotkeys_wanted.emit(self._wanted)


def with_keys(wanted: HotkeySettings, slot: Slot, keys: tuple[str, ...]) -> HotkeySettings:
    """Give the settings with another list for one hotkey."""
    if slot is Slot.REPORT:
        return HotkeySettings(keys, wanted.flag)
    return HotkeySettings(wanted.report, keys)


def changed(candidates: tuple[str, ...], place: int, keys: str) -> tuple[str, ...]:
    """Put a key at a place of a list, or take that place out with an empty one."""
    new = list(candidates)
    new[place : place + 1] = [keys] if keys else []
    return tuple(new)


def _place_names() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return translate("HotkeysPage", "Skrót"), translate("HotkeysPage", "Zapasowy")


def _place_helps() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return "", translate("HotkeysPage", "Gdy pierwszy jest zajęty. Backspace usuwa.")
