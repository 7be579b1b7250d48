"""A report's message as a mail program takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.domain.delivery import Envelope
from dzwonek.domain.ids import new_id, short_code
from dzwonek.reporting.unsent import unsent

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SENDER, SUPPORT = "dzwonek@firma.example", "daktela@daktela.pl"


@pytest.fixture
def envelope() -> Envelope:
    report_id = new_id(NOW)
    mail = OutgoingMail(
        message_id=new_message_id(report_id, SENDER),
        date=NOW,
        sender=SENDER,
        sender_name="Tobiasz Świeczka, z bardzo długim imieniem, które się nie mieści w wierszu",
        recipients=(SUPPORT,),
        subject="Problem z połączeniem: żółć",
        text="URL: twojanazwa.daktela.com\nOpis: połączenie zostało rozłączone",
        report_id=report_id,
        attachments=(Attachment("ekran-1.png", "image/png", b"\x89PNG" * 100),),
    )
    return Envelope(report_id, mail.message_id, NOW, SENDER, (SUPPORT,), render(mail))


def test_it_says_in_parts_what_the_message_says(envelope: Envelope) -> None:
    message = unsent(envelope)
    assert message.name == short_code(envelope.report_id)
    assert message.recipients == (SUPPORT,)
    assert message.subject == "Problem z połączeniem: żółć"
    assert message.text == "URL: twojanazwa.daktela.com\nOpis: połączenie zostało rozłączone"
    assert message.attachments == (("ekran-1.png", b"\x89PNG" * 100),)


def test_the_file_is_marked_as_not_sent_and_names_no_sender(envelope: Envelope) -> None:
    eml = unsent(envelope).eml
    first, mark, *_ = eml.split(b"\r\n")
    assert first.startswith(b"Date: ")  # by which it is known as a message where nothing else is
    assert mark == b"X-Unsent: 1"
    read = message_from_bytes(eml, policy=policy.default)
    before = message_from_bytes(envelope.content, policy=policy.default)
    assert set(before.keys()) - set(read.keys()) == {"From"}
    assert read["To"] == before["To"]
    assert eml.partition(b"\r\n\r\n")[2] == envelope.content.partition(b"\r\n\r\n")[2]
    assert not read.defects


def test_a_message_without_a_text_or_files_goes_as_it_is(envelope: Envelope) -> None:
    bare = replace(envelope, content=b"Subject: x\r\n\r\n")
    message = unsent(bare)
    assert (message.subject, message.text, message.attachments) == ("x", "", ())
