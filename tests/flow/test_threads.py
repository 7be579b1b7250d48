"""A report goes on with an earlier one through the sealed stores, also when its content is gone."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from dzwonek.delivery.reading import plain_text
from dzwonek.domain.delivery import Entry, Outcome, State, Verdict
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Capture
from dzwonek.domain.report import Draft
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.letter import Letters
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.submit import Submission
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.parts import MemoryParts
from tests.fakes.post import Post
from tests.fakes.secret_box import MemorySecretBox


class Office:
    """A reception over sealed stores, with a courier and a mail server in the test's hand."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.post = FakeClock(), Post()
        keys = KeyRing(folder / "state", MemorySecretBox(), self.clock)
        self.outbox = SealedOutbox(folder / "data", keys, self.clock)
        self.outbox.recover()
        drafts = SealedDrafts(folder / "drafts", keys, self.clock)
        parts = MemoryParts()
        parts.clock, parts.drafts, parts.outbox = self.clock, drafts, self.outbox  # type: ignore[assignment]  # the real ones
        letters = Letters(
            parts.letters._profile, parts._address, self.clock, "dzwonek 0", "Europe/Warsaw"
        )
        parts.submission = Submission(drafts, self.outbox, letters)
        self.reception = Reception(parts)
        self.desk = Desk(self.outbox, self.post, self.clock)

    def written(self) -> Draft:
        return replace(
            self.reception.begin(Capture(self.clock.now())),
            kind=Kind.CALL_IN,
            customer="730770660",
            description="nie słychać klienta",
            occurrence=Occurrence.FIRST,
        )

    def sent(self, draft: Draft) -> Entry:
        entry = self.reception.submit(draft)
        self.clock.advance(timedelta(minutes=2))
        self.desk.look()
        return self.outbox.entry(entry.id)

    def letter(self) -> EmailMessage:
        return email.message_from_bytes(self.post.messages[-1].content, policy=default)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.outbox.close()


def test_a_follow_up_reaches_support_in_the_thread_of_a_shredded_report(office: Office) -> None:
    first = office.sent(office.written())
    assert first.state is State.DELIVERED
    office.clock.advance(timedelta(days=8))
    office.outbox.shredder.purge()
    assert office.outbox.entry(first.id).state is State.TOMBSTONE

    draft = office.reception.shelf.follow_up(first.id)
    assert office.reception.drafts() == (draft,)
    second = office.sent(replace(draft, kind=Kind.CALL_IN, description="znowu cisza"))

    letter = office.letter()
    assert letter["In-Reply-To"] == first.message_id
    assert letter["References"] == first.message_id
    text = plain_text(office.post.messages[-1].content)
    assert "Wystąpienie: Zdarzyło się to więcej niż raz" in text
    assert f"po raz 2., poprzednie zgłoszenie {first.short_code}" in text
    assert second.root_message_id == first.message_id


def test_a_report_whose_answer_was_lost_goes_out_once_more_as_a_new_one(office: Office) -> None:
    office.post.answers.append(Outcome(Verdict.UNCERTAIN, "timeout"))
    lost = office.sent(office.written())
    assert lost.state is State.UNCERTAIN

    new = office.reception.shelf.resend(lost.id).entry
    office.clock.advance(timedelta(hours=2))
    office.desk.look()

    assert [entry.id for entry in office.outbox.entries()] == [new.id]
    assert office.outbox.entry(new.id).state is State.DELIVERED
    letter = office.letter()
    assert letter["X-Dzwonek-Report-Id"] == new.id
    assert letter["In-Reply-To"] == lost.message_id
    assert not office.outbox.spool.has(lost.id)
