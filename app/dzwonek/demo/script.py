"""The demo's play: what the scripted operator does, step by step, and what she waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dzwonek.domain.kinds import Occurrence
from dzwonek.ui.report_lines import Group

if TYPE_CHECKING:
    from dzwonek.sandbox.mailbox import Mailbox
    from dzwonek.startup.tray.program import TrayProgram

DESCRIPTION = "połączenie zostało rozłączone w trakcie rozmowy z Klientem"
CUSTOMER = "730770660"


class Hand(Protocol):
    """The process that presses a key or clicks."""

    def poll(self) -> int | None:
        """Give its exit code, nothing while it is at work."""


Press = Callable[[str], Hand]
Click = Callable[[QPoint], Hand]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: wait until `is_time`, then `act`; `picture` names the PNG taken before acting.

    A click may miss what moves just then, and a key a window that is just coming to the front; it
    `may_miss` and is done again when nothing came of it.
    `act` gives the hand that it set to work, if it needed one.
    """

    name: str
    is_time: Callable[[], bool]
    act: Callable[[], Hand | None]
    picture: str = ""
    may_miss: bool = False


class Play:
    """The steps, told in terms of the running program's own windows."""

    def __init__(self, program: TrayProgram, mailbox: Mailbox, press: Press, click: Click) -> None:
        self._program = program
        self._mailbox = mailbox
        self._press = press
        self._click = click

    def steps(self) -> tuple[Step, ...]:
        """Give the play in its order."""
        return (
            Step("hotkey", self._is_ready, self._ring, "01-przed-zgloszeniem"),
            Step("form", self._has_recent, self._pick_call, may_miss=True),
            Step("call", self._is_call_picked, self._type),
            Step("description", self._is_typed, self._choose_occurrence, may_miss=True),
            Step("send", self._is_complete, self._send, "02-formularz", may_miss=True),
            Step("saved", self._is_saved, lambda: None, "03-zapisano"),
            Step("list", self._is_received, self._open_list),
            Step("delivered", self._shows_delivered, self._quit, "04-moje-zgloszenia"),
        )

    # -- what is waited for

    def _is_ready(self) -> bool:
        bindings = self._program.hotkeys.bindings()
        return bool(bindings) and all(binding.active for binding in bindings[:1])

    def _has_recent(self) -> bool:
        form = self._program.windows.form
        return form.is_open() and self._call_row() is not None

    def _is_call_picked(self) -> bool:
        return self._program.windows.form.current().activity is not None

    def _is_typed(self) -> bool:
        return self._program.windows.form.current().description == DESCRIPTION

    def _is_complete(self) -> bool:
        return self._program.windows.form.current().occurrence is Occurrence.FIRST

    def _is_saved(self) -> bool:
        return not self._program.windows.form.is_open()

    def _is_received(self) -> bool:
        return bool(self._mailbox.letters)

    def _shows_delivered(self) -> bool:
        lines = self._program.windows.list_desk.window.lines
        line = lines.line(0)
        return line is not None and line.group is Group.DELIVERED

    # -- what is done

    def _ring(self) -> Hand:
        """Press the key that rings: the second one where another program has the first."""
        return self._press(_as_pressed(self._program.hotkeys.bindings()[0].active or ""))

    def _call_row(self) -> QRect | None:
        """Find the support page's own call in the list, as a place on the screen."""
        view = self._program.windows.form.body.picker.list
        for row, activity in enumerate(view.activities.items):
            if activity.customer.endswith(CUSTOMER):
                place = view.visualRect(view.activities.index(row))
                return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())
        return None

    def _pick_call(self) -> Hand | None:
        row = self._call_row()
        return self._click(row.center()) if row is not None else None

    def _type(self) -> None:
        """Type into what has the focus, letter by letter, as a keyboard of any layout would."""
        description = self._program.windows.form.body.description
        description.setFocus()
        for letter in DESCRIPTION:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(QApplication.focusWidget() or description, event)

    def _choose_occurrence(self) -> Hand:
        chips = self._program.windows.form.body.occurrence.chips
        return self._click(_middle(chips[0]))

    def _send(self) -> Hand:
        return self._press("Control_L+Return")

    def _open_list(self) -> None:
        self._program.windows.list_desk.open()

    def _quit(self) -> None:
        self._program.quit()


def _as_pressed(shortcut: str) -> str:
    """Spell a shortcut of the settings with the names of the keys under the fingers."""
    fingers = {"Ctrl": "Control_L", "Shift": "Shift_L"}
    return "+".join(fingers.get(key, key) for key in shortcut.split("+"))


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())
