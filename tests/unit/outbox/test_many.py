"""Ten thousand reports: nothing reads all of them at each look."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox.register import ENDED, LISTED, OPEN
from dzwonek.outbox.rows import Row, columns_of
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import SUMMARY, envelope

MANY = 10_000
DELIVERED = 500


def insert(outbox: SealedOutbox, rows: Iterable[Row]) -> None:
    """Add rows in one transaction."""
    names = list(columns_of(next(iter(outbox.index.rows()))))
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO report ({', '.join(names)}) VALUES ({marks})"
    connection = outbox.index.file._opened()
    connection.execute("BEGIN")
    connection.executemany(statement, (tuple(columns_of(row).values()) for row in rows))
    connection.execute("COMMIT")


@pytest.fixture
def full(outbox: SealedOutbox, reopen: Callable[[], SealedOutbox]) -> SealedOutbox:
    """Fill an outbox with reports that were delivered, most of them long ago."""
    first = outbox.submit(envelope(), SUMMARY, START)
    row = outbox.index.row(first.id)
    assert row is not None
    ids = [envelope(number).report_id for number in range(1, MANY)]
    done = replace(row, state=State.DELIVERED, delivered_at=START)
    over = replace(row, state=State.TOMBSTONE, ended_as="delivered", wrap=None, summary=None)
    insert(outbox, (replace(done, id=each) for each in ids[:DELIVERED]))
    insert(outbox, (replace(over, id=each) for each in ids[DELIVERED:]))
    for each in ids[:DELIVERED]:
        (outbox.folder / "spool" / f"{each}.sent.dzw").write_bytes(b"sealed")
    outbox.close()
    return reopen()


def effort(call: Callable[[], object]) -> timedelta:
    """Measure the processor's time: other programs may be at work."""
    begin = time.process_time()
    call()
    return timedelta(seconds=time.process_time() - begin)


def test_a_start_a_list_and_a_look_stay_quick(full: SealedOutbox, clock: FakeClock) -> None:
    assert effort(full.recover) < timedelta(seconds=3)
    assert effort(full.entries) < timedelta(seconds=1.5)
    assert effort(full.tally) < timedelta(milliseconds=50)
    desk = Desk(full, Post(), clock)
    assert effort(desk.look) < timedelta(milliseconds=100)
    assert effort(desk.look) < timedelta(milliseconds=100)

    assert len(desk.post.messages) == 1
    assert len(full.entries()) == 1 + DELIVERED + LISTED


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * FROM report {OPEN} AND state IN (?, ?) ORDER BY due_wall",
        f"SELECT state, count(*), min(created_wall) FROM report {OPEN} GROUP BY state",
        "SELECT * FROM report WHERE state = 'delivered' ORDER BY delivered_wall LIMIT ?",
        f"SELECT * FROM report {ENDED} AND changed_wall <= ? ORDER BY changed_wall LIMIT ?",
    ],
)
def test_what_each_look_asks_reads_no_more_than_it_finds(outbox: SealedOutbox, query: str) -> None:
    values = ("a",) * query.count("?")
    plan = outbox.index.file.read(f"EXPLAIN QUERY PLAN {query}", values)

    steps = [str(step["detail"]) for step in plan]
    assert any("INDEX report_" in step for step in steps), steps
