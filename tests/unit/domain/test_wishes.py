"""What is offered for a report follows from where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dzwonek.domain.delivery import Entry, Phase, State, Summary
from dzwonek.domain.ids import new_id
from dzwonek.domain.wishes import can_confirm, can_follow_up, can_resend, can_retry, has_content

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)


def entry(state: State, **changes: object) -> Entry:
    made = Entry(new_id(NOW), "DZW-7F3K2A", "<a@b>", state, "mail", NOW, summary=Summary("cisza"))
    return replace(made, **changes)  # type: ignore[arg-type]  # a test's own short hand


def offered(one: Entry) -> str:
    claims = {
        "content": has_content,
        "retry": can_retry,
        "resend": can_resend,
        "follow": can_follow_up,
        "confirm": can_confirm,
    }
    return " ".join(name for name, claim in claims.items() if claim(one))


@pytest.mark.parametrize(
    ("state", "what"),
    [
        (State.QUEUED, "content retry follow confirm"),
        (State.SENDING, "content follow"),
        (State.RETRY_WAIT, "content retry follow confirm"),
        (State.UNCERTAIN, "content retry follow confirm"),
        (State.HELD, "content retry follow confirm"),
        (State.REJECTED, "content retry resend follow confirm"),
        (State.QUARANTINED, "content retry"),
        (State.DELIVERED, "content resend follow confirm"),
        (State.EXPIRED, ""),
        (State.TOMBSTONE, "follow"),
    ],
)
def test_each_state_allows_its_own(state: State, what: str) -> None:
    assert offered(entry(state)) == what


@pytest.mark.parametrize("given", [{"phase": Phase.DOT_SENT}, {"uncertain_count": 1}])
@pytest.mark.parametrize("state", [State.UNCERTAIN, State.HELD, State.RETRY_WAIT])
def test_what_may_have_arrived_can_be_sent_as_a_new_one(
    state: State, given: dict[str, object]
) -> None:
    assert can_resend(entry(state, **given))
    assert not can_resend(entry(state, taken=1, **given))


def test_a_tombstone_without_its_words_goes_on_with_its_thread() -> None:
    assert can_follow_up(entry(State.TOMBSTONE, summary=None))
    assert not can_follow_up(entry(State.TOMBSTONE, message_id=""))


def test_a_test_report_has_no_thread_and_no_number() -> None:
    test = entry(State.DELIVERED, summary=Summary("TEST", is_test=True))
    assert offered(test) == "content"


def test_a_letter_about_another_matter_never_happens_again() -> None:
    assert not can_follow_up(entry(State.DELIVERED, summary=Summary(matter="licencje")))


def test_without_its_words_no_number_can_be_noted() -> None:
    assert not can_confirm(entry(State.DELIVERED, summary=None))
