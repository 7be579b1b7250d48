"""How long contents are kept, and that nothing unsent goes without a word three days before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import Outcome, State, Verdict
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.outbox.pace import Moment
from dzwonek.outbox.retention import Term
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import START, FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import TRY_LATER
from tests.fakes.reports import DESCRIPTION, SUMMARY, envelope

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
REFUSED = Outcome(Verdict.REJECTED, "554", problem=Problem(Code.MAIL_CONTENT_REFUSED))


def moment(days: float = 0, boot: str = "this start", mono: float | None = None) -> Moment:
    at = START + days * DAY
    return Moment(at, (days if mono is None else mono) * DAY, boot)


@pytest.mark.parametrize(
    ("told", "now", "left"),
    [
        (None, moment(100), None),
        (moment(27), moment(29.5), 0.5),
        (moment(27), moment(30), 0),
        (moment(29), moment(30), 2),
        (moment(40), moment(41), 2),
        (moment(40), moment(43), 0),
        # the wall clock jumped ten years ahead after it was told
        (moment(27), moment(3677, mono=28), 2),
        (moment(27), moment(3677, mono=30), 0),
        # another start of the system: only the wall clock is left
        (moment(27), moment(30, boot="the next start", mono=0), 0),
        (moment(27), moment(29, boot="the next start", mono=9), 1),
        (moment(27, boot=""), moment(30, boot="", mono=27), 0),
        # told by a clock that was ahead and has been set right
        (moment(3677), moment(30), None),
    ],
)
def test_the_time_that_is_left_counts_from_what_was_told_by_both_clocks(
    told: Moment | None, now: Moment, left: float | None
) -> None:
    term = Term(START, 30 * DAY, told)

    assert term.left(now) == (None if left is None else left * DAY)


@pytest.mark.parametrize(
    ("told", "days", "is_to_be_told"),
    [
        (None, 26.9, False),
        (None, 27, True),
        (None, 1000, True),
        (moment(27), 28, False),
        (moment(3677), 28, True),
    ],
)
def test_the_operator_is_told_three_days_before_and_once(
    told: Moment | None, days: float, is_to_be_told: bool
) -> None:
    assert Term(START, 30 * DAY, told).is_to_be_told(moment(days)) is is_to_be_told


@pytest.mark.parametrize(
    ("told", "days", "end"), [(None, 5, 30), (None, 29, 32), (moment(29), 30, 32)]
)
def test_the_end_is_three_days_after_it_is_told_at_the_earliest(
    told: Moment | None, days: float, end: float
) -> None:
    assert Term(START, 30 * DAY, told).end(moment(days)) == START + end * DAY


def test_a_term_without_end_in_sight_is_no_error() -> None:
    assert Term(START, timedelta(days=10**7)).end(moment()).year == 9999


def expired(outbox: SealedOutbox, clock: FakeClock, report_id: str) -> bool:
    """Let four days go by after what is to be told was told."""
    outbox.told(entry.id for entry in outbox.expiring())
    clock.advance(4 * DAY)
    outbox.shredder.purge()
    return outbox.entry(report_id).state is State.EXPIRED


def test_what_could_not_be_sent_expires_three_days_after_it_was_told(
    outbox: SealedOutbox, clock: FakeClock, tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(26 * DAY)
    assert outbox.expiring() == ()
    clock.advance(2 * DAY)
    (entry,) = outbox.expiring()
    assert (entry.id, entry.expires_at) == (report_id, clock.now() + 3 * DAY)
    before = outbox.index.row(report_id)

    outbox.told([report_id])
    assert outbox.expiring() == ()
    clock.advance(3 * DAY - HOUR)
    assert outbox.shredder.purge() == HOUR
    assert outbox.entry(report_id).state is State.QUEUED
    clock.advance(HOUR)
    outbox.shredder.purge()

    row = outbox.index.row(report_id)
    assert row is not None
    assert before is not None
    assert (row.state, row.ended_as, row.wrap, row.summary) == (
        State.EXPIRED,
        "expired",
        None,
        None,
    )
    kept = (row.id, row.short_code, row.message_id, row.root_message_id, row.created.wall)
    assert kept == (before.id, before.short_code, before.message_id, before.message_id, START)
    assert list((tmp_path / "data" / "spool").iterdir()) == []
    held = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("index.db*"))
    assert before.wrap is not None
    assert before.wrap not in held
    assert DESCRIPTION.encode() not in held


def test_nothing_unsent_expires_before_somebody_was_told(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(400 * DAY)

    assert outbox.shredder.purge() is None

    assert outbox.entry(report_id).state is State.QUEUED


def test_a_clock_that_jumps_ten_years_ahead_destroys_nothing_at_once(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    early, late = (outbox.submit(envelope(n), SUMMARY, START).id for n in range(2))
    clock.advance(28 * DAY)
    outbox.told([early])
    clock.advance(DAY)
    clock.jump(3650 * DAY)

    outbox.shredder.purge()
    assert [entry.id for entry in outbox.expiring()] == [late]
    outbox.told([late])
    clock.advance(2 * DAY)
    outbox.shredder.purge()

    assert outbox.entry(early).state is State.EXPIRED
    assert outbox.entry(late).state is State.QUEUED


def test_a_report_that_the_operator_tried_again_has_to_be_told_anew(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(28 * DAY)
    outbox.told([report_id])
    clock.advance(2 * DAY)

    outbox.retry(report_id)
    clock.advance(4 * DAY)
    outbox.shredder.purge()

    assert outbox.entry(report_id).state is State.QUEUED
    assert [entry.id for entry in outbox.expiring()] == [report_id]


def test_a_report_is_told_only_when_it_is_due(outbox: SealedOutbox, clock: FakeClock) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id

    outbox.told([report_id, "019c9f98-0000-7000-8000-000000000001"])
    clock.advance(40 * DAY)
    outbox.shredder.purge()

    assert outbox.entry(report_id).state is State.QUEUED


def test_a_report_of_an_old_draft_has_its_own_thirty_days(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START - 29 * DAY).id
    clock.advance(26 * DAY)
    assert outbox.expiring() == ()
    assert outbox.entry(report_id).expires_at == START + 30 * DAY
    clock.advance(DAY)
    assert [entry.id for entry in outbox.expiring()] == [report_id]


def test_a_report_that_is_being_sent_does_not_expire(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(28 * DAY)
    outbox.told([report_id])
    clock.advance(4 * DAY)
    row = outbox.index.row(report_id)
    assert row is not None
    outbox.ledger.lease(row)

    outbox.shredder.purge()

    assert outbox.entry(report_id).state is State.SENDING


def test_a_report_that_changed_just_then_is_looked_at_again_in_a_minute(
    outbox: SealedOutbox, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(28 * DAY)
    outbox.told([report_id])
    clock.advance(4 * DAY)
    monkeypatch.setattr(outbox.index, "change", lambda *_: None)

    assert outbox.shredder.purge() == timedelta(minutes=1)


def test_rejected_and_quarantined_reports_expire_with_their_files(
    desk: Desk, clock: FakeClock, tmp_path: Path
) -> None:
    desk.post.answers.append(REFUSED)
    rejected = desk.submit(1)
    desk.look()
    quarantined = desk.submit(2)
    path = tmp_path / "data" / "spool" / f"{quarantined}.dzw"
    path.write_bytes(path.read_bytes()[:-1])
    clock.advance(timedelta(seconds=2))
    desk.look()
    clock.advance(28 * DAY)
    states = {entry.state for entry in desk.outbox.expiring()}

    assert states == {State.REJECTED, State.QUARANTINED}
    assert expired(desk.outbox, clock, rejected)
    assert desk.entry(quarantined).state is State.EXPIRED
    assert list((tmp_path / "data" / "spool").iterdir()) == []


def test_an_expired_report_stays_in_the_list_and_gives_no_content(
    outbox: SealedOutbox, clock: FakeClock
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    clock.advance(28 * DAY)

    assert expired(outbox, clock, report_id)
    (entry,) = outbox.entries()
    assert (entry.state, entry.summary, entry.expires_at) == (State.EXPIRED, None, None)
    with pytest.raises(ProblemError):
        outbox.message(report_id)


def test_the_quiet_courier_lets_expire_and_wakes_for_it(desk: Desk, clock: FakeClock) -> None:
    desk.post.answers.append(REFUSED)
    report_id = desk.submit()
    desk.look()
    clock.advance(28 * DAY)
    desk.outbox.told([report_id])

    wait = desk.look()

    assert wait == 3 * DAY
    clock.advance(wait)
    desk.look()
    assert desk.entry(report_id).state is State.EXPIRED


def test_entries_say_when_their_content_ends(desk: Desk, clock: FakeClock) -> None:
    desk.post.answers.append(TRY_LATER)
    waiting = desk.submit(1)
    desk.look()
    clock.advance(timedelta(seconds=2))
    delivered = desk.submit(2)
    desk.outbox.retry(delivered)
    desk.look()

    assert desk.entry(waiting).expires_at == START + 30 * DAY
    assert desk.entry(delivered).expires_at == clock.now() + 7 * DAY


def test_the_times_of_the_settings_hold(outbox: SealedOutbox, clock: FakeClock) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.keep_for(DAY, 5 * DAY)
    clock.advance(2 * DAY)

    assert [entry.id for entry in outbox.expiring()] == [report_id]


def test_drafts_are_purged_with_the_reports(
    outbox: SealedOutbox, clock: FakeClock, tmp_path: Path
) -> None:
    calls: list[str] = []

    def purge() -> timedelta:
        calls.append("drafts")
        return HOUR

    other = SealedOutbox(tmp_path / "other", outbox.keys, clock, purge_drafts=purge)

    assert other.shredder.purge() == HOUR
    assert calls == ["drafts"]
    other.close()


def test_drafts_that_cannot_be_purged_keep_no_report_back(
    outbox: SealedOutbox, clock: FakeClock, tmp_path: Path, expected_warnings: list[str]
) -> None:
    def fail() -> timedelta:
        raise ProblemError(Problem(Code.DISK_READ_ONLY))

    expected_warnings.append("drafts not purged code=disk_read_only")
    other = SealedOutbox(tmp_path / "other", outbox.keys, clock, purge_drafts=fail)

    assert other.shredder.purge() is None
    other.close()


@pytest.mark.parametrize(("days", "is_kept"), [(364, True), (366, False)])
def test_tombstones_are_forgotten_after_a_year(
    outbox: SealedOutbox, clock: FakeClock, days: int, is_kept: bool
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    outbox.discard(report_id)
    clock.advance(days * DAY)

    outbox.shredder.purge()

    assert (outbox.index.row(report_id) is not None) is is_kept


def test_a_tombstone_outlives_a_file_that_could_not_be_destroyed(
    outbox: SealedOutbox, clock: FakeClock, reopen: Callable[[], SealedOutbox], tmp_path: Path
) -> None:
    report_id = outbox.submit(envelope(), SUMMARY, START).id
    path = tmp_path / "data" / "spool" / f"{report_id}.dzw"
    content = path.read_bytes()
    outbox.discard(report_id)
    path.write_bytes(content)
    clock.advance(400 * DAY)

    outbox.shredder.purge()
    assert outbox.index.row(report_id) is not None
    later = reopen()
    later.recover()

    assert later.entries() == ()
    assert not path.exists()
