"""What waits under an old sender is addressed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dzwonek.delivery.mime import OutgoingMail, new_message_id, render
from dzwonek.domain.delivery import Envelope, State, Summary
from dzwonek.domain.ids import new_id
from dzwonek.reporting.readdress import readdress_waiting
from dzwonek.reporting.submit import Address
from tests.fakes.boxes import MemoryOutbox

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
OLD = "dzwonek@localhost.invalid"
NEW = "dzwonek@firma.example"
SUPPORT = "daktela@daktela.pl"


def today(is_test: bool) -> Address:
    return Address(NEW, ("ja@firma.example",) if is_test else (SUPPORT,))


def waiting(outbox: MemoryOutbox, summary: Summary = Summary()) -> str:  # noqa: B008 - frozen
    report_id = new_id(NOW)
    mail = OutgoingMail(
        message_id=new_message_id(report_id, OLD),
        date=NOW,
        sender=OLD,
        recipients=(SUPPORT,),
        subject="zgłoszenie",
        text="Opis: coś",
        report_id=report_id,
    )
    envelope = Envelope(report_id, mail.message_id, NOW, OLD, (SUPPORT,), render(mail))
    outbox.submit(envelope, summary, NOW)
    return report_id


def test_a_waiting_report_gets_todays_sender() -> None:
    outbox = MemoryOutbox()
    report_id = waiting(outbox)
    assert readdress_waiting(outbox, today) == 1
    assert outbox.envelopes[report_id].sender == NEW
    assert f"From: {NEW}".encode() in outbox.envelopes[report_id].content


def test_one_that_is_right_stays_as_it_is() -> None:
    outbox = MemoryOutbox()
    report_id = waiting(outbox)
    readdress_waiting(outbox, today)
    before = outbox.envelopes[report_id]
    assert readdress_waiting(outbox, today) == 0
    assert outbox.envelopes[report_id] == before


def test_a_test_report_goes_to_its_author_still() -> None:
    outbox = MemoryOutbox()
    report_id = waiting(outbox, Summary(is_test=True))
    readdress_waiting(outbox, today)
    assert outbox.envelopes[report_id].recipients == ("ja@firma.example",)


def test_what_may_have_got_through_is_never_changed() -> None:
    outbox = MemoryOutbox()
    for state in (State.SENDING, State.UNCERTAIN, State.DELIVERED):
        report_id = waiting(outbox)
        outbox.rows[report_id] = replace(outbox.rows[report_id], state=state)
    assert readdress_waiting(outbox, today) == 0
