"""`python -m benchmarks.list_inside FOLDER COUNT`: *Moje zgłoszenia* with many reports, obeying.

The store is the real one, its words sealed; the window is the real one, too. Lines on standard
input are obeyed, answers are lines of JSON: the longest gap in milliseconds, the seconds, and the
most that the window's own thread computed at a stretch, in milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.beat import Beat
from dzwonek.capture.memory import keep_large_blocks_apart
from dzwonek.demo.box import MemoryBox
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import State, Summary
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind
from dzwonek.domain.report import Draft
from dzwonek.outbox import seal
from dzwonek.outbox.contents import Stored, row_of
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.reception import Parts, Reception
from dzwonek.ui import garbage
from dzwonek.ui.list_desk import ListDesk
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.report_lines import Group
from dzwonek.ui.tasks import Tasks

ZONE = ZoneInfo("Europe/Warsaw")
FRAME_MS = 16
PAGES = 150  # turns of the scrolling, over the whole list
TYPED = "rozłączone 730770"
LETTER_MS = 60  # a quick typist
GROUP_MS = 150
WORDS = "połączenie zostało rozłączone w trakcie rozmowy z Klientem, jak dzień wcześniej"
NAMES = ("Tobiasz Świeczka", "Anna Przykładowa", "Łukasz Zmyślony")


class NoDrafts:
    """A draft box in which there is nothing."""

    def drafts(self) -> tuple[Draft, ...]:
        """List nothing."""
        return ()


class Shop:
    """What the list needs of the parts."""

    def __init__(self, outbox: SealedOutbox) -> None:
        self.clock = SystemClock()
        self.drafts = NoDrafts()
        self.outbox = outbox


class Ear(QObject):
    """Obeys what the measurement asks."""

    def __init__(self, desk: ListDesk, count: int) -> None:
        super().__init__()
        self._desk, self._count = desk, count
        self._window = desk.window
        self._beat = Beat(self)
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)
        self._window.lines.rowsInserted.connect(self._on_rows)
        self._is_reading = False

    def _on_line(self) -> None:
        line = os.read(sys.stdin.fileno(), 4096).decode().strip()
        if not line:
            QApplication.exit()
            return
        word, _, rest = line.partition(" ")
        acts: dict[str, Callable[[], None]] = {
            "idle": lambda: self._rest(float(rest)),
            "read": self._read,
            "scroll": lambda: self._walk(self._scrolled(), FRAME_MS),
            "search": lambda: self._walk(self._typed(), LETTER_MS),
            "filter": lambda: self._walk(self._filtered(), GROUP_MS),
        }
        acts[word]()

    def _read(self) -> None:
        """Read everything afresh into the open list, and wait until all of it stands there."""
        self._window.show_all((), ())
        self._window.left.emit()  # what was read before is forgotten
        self._is_reading = True
        self._beat.start()
        self._desk.refresh()

    def _rest(self, seconds: float) -> None:
        self._beat.start()
        QTimer.singleShot(round(seconds * 1000), self, self._end)

    def _on_rows(self) -> None:
        if self._is_reading and self._window.lines.rowCount() == self._count:
            self._is_reading = False
            QTimer.singleShot(0, self, self._end)

    def _scrolled(self) -> Iterator[Callable[[], object]]:
        turns = (turn / PAGES for turn in range(PAGES + 1))
        keys = (Qt.Key.Key_Home, Qt.Key.Key_End, *[Qt.Key.Key_PageUp] * 10, Qt.Key.Key_Home)
        yield from _each(self._scroll_to, turns)
        yield from _each(partial(_press, self._window.list), keys)

    def _scroll_to(self, part: float) -> None:
        bar = self._window.list.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))

    def _typed(self) -> Iterator[Callable[[], object]]:
        field = self._window.search.field
        yield from _each(field.insert, TYPED)
        yield from (field.backspace for _ in TYPED)

    def _filtered(self) -> Iterator[Callable[[], object]]:
        yield from _each(self._window.show_group, [*Group, *reversed(Group)])

    def _walk(self, steps: Iterator[Callable[[], object]], pause: int) -> None:
        self._steps = steps
        self._beat.start()
        self._timer.start(pause)

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            return
        self._timer.stop()
        self._end()

    def _end(self) -> None:
        print(json.dumps([*self._beat.end(), self._beat.computed_ms]), flush=True)


def _each(act: Callable[..., object], values: Iterable[object]) -> Iterator[Callable[[], object]]:
    for value in values:
        yield partial(act, value)


def _press(widget: QWidget, key: Qt.Key) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def fill(outbox: SealedOutbox, count: int) -> None:
    """Put rows of delivered reports into the index, with sealed words and without their files."""
    key, now = outbox.keys.current(), outbox.now()
    states = (State.DELIVERED,) * 8 + (State.REJECTED, State.HELD)
    outbox.index.file.read("PRAGMA synchronous=OFF")
    for number in range(count):
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        report_id = new_id(at)
        summary = Summary(
            words=f"{number}. {WORDS}"[:80],
            kind=Kind.CALL_IN,
            customer=f"730 {number % 1000:03} {number // 10 % 1000:03}",
            ours="223 784 756",
            names=(NAMES[number % len(NAMES)],),
        )
        meta: dict[str, str | int] = {
            "message_id": f"<{report_id}@firma.example>",
            "date": at.isoformat(),
            "channel": "mail",
            "created": at.isoformat(),
            "size": 500_000,
        }
        sealed = seal.seal(report_id, {seal.SUMMARY: msgspec.json.encode(summary)}, key, meta)
        row = row_of(Stored(sealed, bytes(32)), now, now.wall)
        state = states[number % len(states)]
        outbox.index.insert(replace(row, state=state, delivered_at=at, due=None))


def main() -> int:
    """Build the store, open the list, and listen."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    keep_large_blocks_apart()
    clock = SystemClock()
    outbox = SealedOutbox(folder / "data", KeyRing(folder / "state", MemoryBox(), clock), clock)
    fill(outbox, count)
    reception = Reception(cast("Parts", Shop(outbox)))
    tasks = Tasks()
    desk = ListDesk(reception, tasks, lambda: MyReports(clock, ZONE), clock, ZONE)
    ear = Ear(desk, count)
    garbage.take_over()
    desk.window.show()
    print(json.dumps("ready"), flush=True)
    code = app.exec()
    tasks.stop(5.0)
    outbox.close()
    del ear
    return code


if __name__ == "__main__":
    sys.exit(main())
