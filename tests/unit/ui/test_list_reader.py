"""The list is read in pages, and of what is known only what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.reporting.reception import Reception
from dzwonek.ui import list_reader
from dzwonek.ui.list_reader import ListReader
from dzwonek.ui.report_items import Item
from dzwonek.ui.tasks import Tasks
from tests.fakes import list_scenes as scenes
from tests.fakes.boxes import MemoryOutbox
from tests.fakes.parts import MemoryParts

STOP_SECONDS = 5.0


class CountingOutbox(MemoryOutbox):
    """Notes which reports were opened; `broken` keeps even the heads away."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def heads(self):  # type: ignore[no-untyped-def]  # as the one above
        if self.broken is not None:
            raise ProblemError(self.broken)
        return super().heads()

    def some(self, report_ids: Sequence[str]) -> tuple[Entry, ...]:
        self.opened += report_ids
        return super().some(report_ids)


class Bench:
    """A reader over a store, and all that it brought."""

    def __init__(self, tasks: Tasks, count: int) -> None:
        self.parts = MemoryParts()
        self.outbox = CountingOutbox()
        self.parts.outbox = self.outbox
        self.entries = [
            scenes.entry(State.DELIVERED, minutes_ago=n, delivered_at=scenes.NOW)
            for n in range(count)
        ]
        for entry in self.entries:
            self.outbox._put(entry)
        self.reader = ListReader(Reception(self.parts), tasks)
        self.items: list[Item] = []
        self.pages: list[int] = []
        self.problems: list[Problem] = []
        self.reader.found.connect(self._on_found)
        self.reader.more.connect(self._on_more)
        self.reader.failed.connect(self.problems.append)

    def _on_found(self, items: list[Item]) -> None:
        self.items = items
        self.pages.append(len(items))

    def _on_more(self, items: list[Item]) -> None:
        self.items += items
        self.pages.append(len(items))

    @property
    def ids(self) -> list[str]:
        return [item.id for item in self.items]


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop(STOP_SECONDS)


def test_a_long_list_comes_in_pages_the_newest_first(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_reader, "PAGE", 4)
    bench = Bench(tasks, 10)
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.items) == 10)
    assert bench.pages == [4, 4, 2]
    assert bench.ids == [entry.id for entry in bench.entries]


def test_a_second_look_opens_only_what_changed(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 10)
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.items) == 10)
    bench.outbox.opened.clear()

    changed = replace(bench.entries[3], state=State.TOMBSTONE, summary=None)
    bench.outbox._put(changed)
    bench.outbox.discard(bench.entries[5].id)
    bench.reader.read()

    qtbot.waitUntil(lambda: len(bench.items) == 9)
    assert bench.outbox.opened == [changed.id]
    assert next(item for item in bench.items if item.id == changed.id).entry == changed


def test_what_waits_is_always_looked_at_again(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 2)
    waiting = scenes.entry(State.RETRY_WAIT, minutes_ago=9)
    bench.outbox._put(waiting)
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 1)
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 2)
    assert bench.outbox.opened.count(waiting.id) == 2


def test_words_that_could_not_be_read_are_tried_again(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 1)
    (entry,) = bench.entries
    bench.outbox.rows[entry.id] = replace(entry, summary=None)
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 1)
    bench.outbox.rows[entry.id] = entry  # its key is back, the row is the same
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 2)
    assert bench.items[0].entry == entry


def test_a_look_that_is_asked_for_meanwhile_follows(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 3)
    bench.reader.read()
    bench.reader.read()
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 2)


def test_what_is_forgotten_brings_nothing_and_is_read_afresh(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 3)
    bench.reader.read()
    bench.reader.forget()
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.pages) == 1)
    assert bench.outbox.opened == 2 * bench.ids


def test_trouble_is_told_and_the_next_look_works_again(tasks: Tasks, qtbot: QtBot) -> None:
    bench = Bench(tasks, 1)
    bench.outbox.broken = Problem(Code.DISK_FAILED)
    bench.reader.read()
    qtbot.waitUntil(lambda: bench.problems == [Problem(Code.DISK_FAILED)])
    bench.outbox.broken = None
    bench.reader.read()
    qtbot.waitUntil(lambda: len(bench.items) == 1)
