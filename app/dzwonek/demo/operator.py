"""The scripted operator: plays the demo's steps, each with a bound, a time and a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer, Signal

from dzwonek.demo.script import Hand, Step

LOOK_MS = 30
SETTLE_MS = 250  # a window that was just mapped is painted, and laid out, by then
STEP_BOUND_MS = 45_000
AGAIN_MS = 5_000  # from the end of a click: what a busy computer needs to show what it did


@dataclass(frozen=True, slots=True)
class Played:
    """How one step went; `took_ms` is the wait for its moment."""

    name: str
    took_ms: int


class ScriptedOperator(QObject):
    """Waits for each step's moment, takes its picture and acts, without blocking the program."""

    ended = Signal(str)  # the name of the step that never came, or nothing

    def __init__(
        self, steps: Sequence[Step], photograph: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._photograph = photograph
        self.played: list[Played] = []
        self._since = QElapsedTimer()
        self._idle = QElapsedTimer()  # since the hand let go
        self._missed: Step | None = None  # done last, and may have missed
        self._hand: Hand | None = None  # what still clicks or presses
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def begin(self) -> None:
        """Start the play."""
        self._since.start()
        self._idle.start()
        self._look.start()

    def _on_look(self) -> None:
        step = self._steps[0]
        if step.is_time():
            self._look.stop()
            self.played.append(Played(step.name, self._since.elapsed()))
            must_stand = step.picture or step.may_miss
            QTimer.singleShot(SETTLE_MS if must_stand else 0, self, self._act)
        elif self._since.elapsed() > STEP_BOUND_MS:
            self._look.stop()
            self._photograph("99-nieudane")
            self.ended.emit(step.name)
        elif self._hand is not None and self._hand.poll() is None:
            self._idle.start()  # a second click beside the first would take it back
        elif self._missed is not None and self._idle.elapsed() > AGAIN_MS:
            self._hand = self._missed.act()
            self._idle.start()

    def _act(self) -> None:
        step = self._steps.pop(0)
        self._missed = step if step.may_miss else None
        if step.picture:
            self._photograph(step.picture)
        if self._steps:
            self.begin()
        else:
            self.ended.emit("")
        self._hand = step.act()


class Hands:
    """Press keys and click from processes of their own, as a real keyboard and mouse do."""

    def __init__(self, run: Callable[[list[str]], Hand]) -> None:
        self._run = run

    def press(self, keys: str) -> Hand:
        """Press keys together."""
        return self._do("key", keys)

    def click(self, place: QPoint) -> Hand:
        """Click a place on the screen."""
        return self._do("click", str(place.x()), str(place.y()))

    def _do(self, *what: str) -> Hand:
        return self._run([sys.executable, "-m", "dzwonek.sandbox.press", *what])


def photographer(out: Path | None) -> Callable[[str], None]:
    """Make the camera: it saves the whole screen under a name, as the program itself captures."""

    def photograph(name: str) -> None:
        if out is None:
            return
        from PySide6.QtGui import QGuiApplication

        picture = QGuiApplication.primaryScreen().grabWindow(0)
        picture.save(str(out / f"{name}.png"), "PNG", 70)

    return photograph
