"""Two hundred damages: each start works, each damage is noticed, all that is whole goes out once.

A report counts as damaged only where its own sealed file was touched; whatever happens to the index
and its log, every other waiting report has to go out, and none that was delivered or destroyed.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import ProblemError
from dzwonek.outbox import recovery, seal
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.faults.conftest import Extent, Figures
from tests.faults.damage_store import Damage, Known, build, inflict, opened

NOTICED = frozenset({State.QUARANTINED, State.HELD})


class MissedError(AssertionError):
    """The harness found a report lost, doubled or changed, or a start that failed."""


@pytest.fixture
def memory() -> Iterator[Path]:
    """Give a folder whose syncs cost nothing: damage has nothing to do with them."""
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="dzwonek-damage-", dir=place) as folder:
        yield Path(folder)


@pytest.fixture
def any_warning(expected_warnings: list[str]) -> None:
    """Damage may be logged in any words; that nothing of a report is, other tests look at."""
    expected_warnings.append("")


def check(damage: Damage, known: Known) -> int:
    """Start on what is left and send; give the number of damaged reports that were noticed."""
    clock = FakeClock(START + timedelta(hours=2))
    outbox = opened(damage.home, clock)
    try:
        outbox.recover()
    except ProblemError as error:
        raise MissedError(f"no start: {error}") from error
    desk = Desk(outbox, Post(), clock)
    desk.run(timedelta(hours=30))
    noticed = _noticed(desk, damage, known)
    outbox.close()
    again = opened(damage.home, clock)
    again.recover()
    later = Desk(again, Post(), clock)
    later.run(timedelta(hours=30))
    again.close()
    if later.post.messages:
        raise MissedError("sent again after another start")
    return noticed


def _noticed(desk: Desk, damage: Damage, known: Known) -> int:
    sent = Counter(message.report_id for message in desk.post.messages)
    for message in desk.post.messages:
        if message != known.waiting.get(message.report_id):
            raise MissedError("wrong bytes, or one that was over")
    if set(sent.values()) - {1}:
        raise MissedError("sent twice")
    whole = set(known.waiting) - damage.touched
    if missing := whole - set(sent):
        raise MissedError(f"not sent: {len(missing)} {desk.outbox.entry(missing.pop())}")
    silent = (damage.touched & set(known.waiting)) - set(sent)
    states = {row.id: row.state for row in desk.outbox.index.rows()}
    if any(states.get(each, State.QUARANTINED) not in NOTICED for each in silent):
        raise MissedError("a damaged report waits as if nothing had happened")
    return len(silent)


@pytest.mark.usefixtures("any_warning")
@pytest.mark.timeout(600)
def test_after_any_damage_all_that_is_whole_goes_out_once_and_nothing_else_does(
    memory: Path, extent: Extent, figures: Figures
) -> None:
    known = build(memory / "ready")
    count, noticed = extent.of(24, 200), 0
    kinds: Counter[str] = Counter()
    for seed in range(count):
        damage = inflict(seed, memory / "ready", memory / str(seed))
        try:
            noticed += check(damage, known)
        except MissedError as error:
            raise AssertionError(f"seed {seed}, {damage.done}: {error}") from error
        kinds.update(damage.done[1:])
    figures.add(
        "damage",
        f"{count} damages of {len(kinds)} kinds, {count} starts, {noticed} damaged reports noticed,"
        f" 0 of the whole ones lost or doubled, 0 wrong bytes",
    )


def _opened_blindly(secret: bytes, sealed: bytes, _: bytes) -> bytes:
    """Decrypt without looking at the tag (NIST SP 800-38D: GCM counts from 2)."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start = sealed[: seal.NONCE_LENGTH] + (2).to_bytes(4, "big")
    cipher = Cipher(algorithms.AES(secret), modes.CTR(start)).decryptor()
    return cipher.update(sealed[seal.NONCE_LENGTH : -seal.TAG_LENGTH])


def caught(memory: Path, known: Known, seeds: range) -> int:
    """Count the seeds at which the harness finds fault."""
    found = 0
    for seed in seeds:
        damage = inflict(seed, memory / "ready", memory / f"control-{seed}")
        try:
            check(damage, known)
        except MissedError:
            found += 1
    return found


@pytest.mark.usefixtures("any_warning")
def test_the_harness_catches_a_reader_that_looks_at_no_tag(
    memory: Path, monkeypatch: pytest.MonkeyPatch, extent: Extent, figures: Figures
) -> None:
    known, count = build(memory / "ready"), extent.of(10, 60)
    monkeypatch.setattr(seal, "_open", _opened_blindly)

    found = caught(memory, known, range(count))

    assert found
    figures.add("damage, control without tags", f"caught at {found} of {count} damages")


@pytest.mark.usefixtures("any_warning")
def test_the_harness_catches_a_start_that_makes_no_index_anew(
    memory: Path, monkeypatch: pytest.MonkeyPatch, extent: Extent, figures: Figures
) -> None:
    known, count = build(memory / "ready"), extent.of(10, 60)
    monkeypatch.setattr(recovery, "_set_aside", lambda *_: None)

    found = caught(memory, known, range(count))

    assert found
    figures.add("damage, control without rebuilding", f"caught at {found} of {count} damages")
