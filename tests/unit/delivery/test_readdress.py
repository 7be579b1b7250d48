"""A message under a new sender, before anybody can have received it."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.delivery.readdress import readdressed
from dzwonek.domain.delivery import Envelope
from dzwonek.domain.ids import new_id

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
NOWHERE = "dzwonek@localhost.invalid"
SENDER = "dzwonek@firma.example"
SUPPORT = ("daktela@daktela.pl",)


def frozen() -> Envelope:
    report_id = new_id(NOW)
    mail = OutgoingMail(
        message_id=new_message_id(report_id, NOWHERE),
        date=NOW,
        sender=NOWHERE,
        sender_name="Tobiasz Świeczka z bardzo długą nazwą stanowiska (Dzwonek)",
        recipients=SUPPORT,
        reply_to=("tobiasz@firma.example", "Tobiasz Świeczka"),
        subject="[DZW-7F3K2A] połączenie przychodzące: żółć",
        text="URL: twojanazwa.daktela.com\nOpis: From: nikt\n",
        report_id=report_id,
        attachments=(Attachment("zrzut-1.png", "image/png", bytes(range(256)) * 40),),
    )
    return Envelope(report_id, mail.message_id, NOW, NOWHERE, SUPPORT, render(mail))


def parsed(envelope: Envelope) -> EmailMessage:
    message = email.message_from_bytes(envelope.content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_only_sender_recipient_and_message_id_change() -> None:
    old = frozen()
    new = readdressed(old, SENDER, ("wsparcie@firma.example",))
    before, after = parsed(old), parsed(new)
    assert after["From"].addresses[0].addr_spec == SENDER
    assert after["From"].addresses[0].display_name == before["From"].addresses[0].display_name
    assert after["To"] == "wsparcie@firma.example"
    for name in ("Date", "Subject", "Reply-To", "X-Dzwonek-Report-Id", "Content-Type"):
        assert after[name] == before[name]
    assert old.content.partition(b"\r\n\r\n")[2] == new.content.partition(b"\r\n\r\n")[2]


def test_each_change_gets_a_new_message_id_on_the_senders_domain() -> None:
    first = readdressed(frozen(), SENDER, SUPPORT)
    second = readdressed(first, "inny@firma.example", SUPPORT)
    assert first.message_id == f"<{first.report_id}.2@firma.example>"
    assert second.message_id == f"<{first.report_id}.3@firma.example>"
    assert parsed(second)["Message-ID"] == second.message_id


def test_the_new_message_is_what_would_have_been_rendered() -> None:
    new = readdressed(frozen(), SENDER, SUPPORT)
    lines = new.content.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert all(len(line) <= 76 for line in lines)
    assert NOWHERE.encode() not in new.content.partition(b"\r\n\r\n")[0]
