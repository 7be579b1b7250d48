"""What an attempt's end makes of a report's row: pure decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.delivery import Outcome, State, Verdict
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import AFTER_UNCERTAIN, HELD_PROBE, RetryPlan
from dzwonek.outbox.contents import MISSING
from dzwonek.outbox.pace import ZERO, Floor, Moment, to_number
from dzwonek.outbox.rows import HOLD_MESSAGE, Row, Scalar, floor_columns, taken_column

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from random import Random

    from dzwonek.outbox.circuit import Circuit

    Columns = dict[str, Scalar]

PARTLY = "partly"  # beside the verdicts: some have it, others were refused
# a quick repeat may lock the account, whoever asks for it
LOCKING = frozenset({Code.MAIL_LOGIN_REFUSED, Code.MAIL_BASIC_RETIRED})
# a recipient to whom the server answered so may be asked again like any other
PASSING = frozenset({Code.MAIL_TRY_LATER, Code.MAIL_GARBLED})


def is_delivered(outcome: Outcome) -> bool:
    """Say whether every recipient has the report, so that nothing of it is ever sent again."""
    return outcome.verdict is Verdict.DELIVERED and not outcome.refused


def answer_of(outcome: Outcome) -> tuple[str, str, str]:
    """Give what is written down of an attempt's end: a word for it, and the answer's code and text.

    Where some took the message, it is the answer to those who were refused that tells something.
    """
    if not outcome.refused:
        return outcome.verdict.value, outcome.code, outcome.text
    code, text = outcome.refused_code or outcome.code, outcome.refused_text
    return PARTLY, code, text if outcome.refused_code else outcome.text


def is_lost(problem: Problem) -> bool:
    """Say whether a report's content is gone or spoilt, so that it belongs into quarantine."""
    if problem.code is Code.QUEUE_KEY_UNREACHABLE:
        return problem.values.get("reason") == MISSING
    return problem.code is Code.SEALED_FILE_DAMAGED


def floor_of_hold(outcome: Outcome) -> timedelta:
    """Give the time before which nobody may probe a held channel, not even a person."""
    is_locking = outcome.problem is not None and outcome.problem.code in LOCKING
    return max(HELD_PROBE, outcome.floor) if is_locking else outcome.floor


def columns_after(
    row: Row, outcome: Outcome, circuit: Circuit, now: Moment, plan: RetryPlan, random: Random
) -> Columns:
    """Decide what an attempt's end makes of the row; who has the report stands in `row.taken`."""
    match outcome.verdict:
        case Verdict.DELIVERED if outcome.refused:
            return _partly(row, outcome, now, plan, random)
        case Verdict.DELIVERED:
            wall = to_number(now.wall)
            return {"state": State.DELIVERED.value, "delivered_wall": wall, "due_wall": None}
        case Verdict.REJECTED:
            return {"state": State.REJECTED.value, "due_wall": None}
        case Verdict.HELD:
            return {**_held(outcome, now), "attempts": row.attempts - 1}
        case Verdict.UNCERTAIN:
            floor = max(AFTER_UNCERTAIN, outcome.floor)
            return uncertain(row, outcome, now, plan.wait(row.attempts, floor, random))
    if outcome.is_channel_wide:
        return _waiting(circuit.due or now.wall, Floor(ZERO, now))
    return _later(row, outcome, now, plan, random)


def uncertain(row: Row, outcome: Outcome, now: Moment, wait: timedelta) -> Columns:
    """Let the same bytes go again, not before a minute, and count the doubt (I5)."""
    floor = max(AFTER_UNCERTAIN, outcome.floor)
    return {
        "state": State.UNCERTAIN.value,
        "uncertain_count": row.uncertain_count + 1,
        "due_wall": to_number(now.wall + wait),
        **floor_columns(Floor(floor, now)),
    }


def _partly(row: Row, outcome: Outcome, now: Moment, plan: RetryPlan, random: Random) -> Columns:
    """Keep for the refused recipients what the others took."""
    is_later = outcome.problem is not None and outcome.problem.code in PASSING
    columns = _later(row, outcome, now, plan, random) if is_later else _held(outcome, now)
    return {**columns, "taken": taken_column(row.taken)}


def _held(outcome: Outcome, now: Moment) -> Columns:
    """Hold this message alone; it is looked at again every half an hour."""
    return {
        "state": State.HELD.value,
        "hold": HOLD_MESSAGE,
        "due_wall": to_number(now.wall + max(HELD_PROBE, outcome.floor)),
        **floor_columns(Floor(outcome.floor, now)),
    }


def _later(row: Row, outcome: Outcome, now: Moment, plan: RetryPlan, random: Random) -> Columns:
    wait = plan.wait(row.attempts, outcome.floor, random)
    return _waiting(now.wall + wait, Floor(outcome.floor, now))


def _waiting(due: datetime, floor: Floor) -> Columns:
    return {
        "state": State.RETRY_WAIT.value,
        "due_wall": to_number(due),
        **floor_columns(floor),
    }
