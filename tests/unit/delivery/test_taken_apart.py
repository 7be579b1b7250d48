"""A message of our own taken apart and put together again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, next_message_id, render
from dzwonek.delivery.readdress import readdressed
from dzwonek.delivery.taken_apart import ForeignMessageError, taken_apart
from dzwonek.domain.delivery import Envelope

REPORT = "0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a"
SENDER = "dzwonek@firma.example"
MAIL = OutgoingMail(
    message_id=new_message_id(REPORT, SENDER),
    date=datetime(2020, 2, 27, 14, 55, tzinfo=UTC),
    sender=SENDER,
    sender_name="Tobiasz Świeczka z bardzo długą nazwą stanowiska (Dzwonek)",
    recipients=("daktela@daktela.pl",),
    reply_to=("tobiasz@firma.example", "Tobiasz Świeczka"),
    subject="[DZW-7F3K2A] połączenie przychodzące: żółć",
    text="URL: twojanazwa.daktela.com\nOpis: żółć =3D \n  --=_mixed_\n  .\n\nKod: x\n",
    report_id=REPORT,
    attachments=(
        Attachment("zrzut-1.png", "image/png", random.Random(1).randbytes(123_457)),
        Attachment("zrzut-1.png", "image/png", b""),
        Attachment("zażółć gęślą.txt", "text/plain; x", b"\0" * 58),
    ),
    is_test=True,
)


@given(
    st.text(max_size=300),
    st.lists(st.binary(max_size=400), max_size=4),
    st.sampled_from(["pl", "en-GB", "cs"]),
)
@settings(max_examples=200, deadline=None)
def test_together_again_is_what_it_was(text: str, files: list[bytes], language: str) -> None:
    attachments = tuple(Attachment("a b.txt", "text/plain", content) for content in files)
    content = render(replace(MAIL, text=text, attachments=attachments, language=language))
    parts = taken_apart(content)
    assert parts.put_together(MAIL.message_id) == content
    assert [each.content for each in parts.attachments] == files


def test_only_the_message_id_and_the_boundaries_change_under_a_new_name() -> None:
    content = render(MAIL)
    other = next_message_id(MAIL.message_id, REPORT, SENDER)
    again = taken_apart(content).put_together(other)
    assert again == render(replace(MAIL, message_id=other))


def test_a_message_that_was_readdressed_can_be_taken_apart() -> None:
    old = Envelope(REPORT, MAIL.message_id, MAIL.date, SENDER, MAIL.recipients, render(MAIL))
    new = readdressed(old, "inny@firma.example", MAIL.recipients)
    again = taken_apart(new.content).put_together(next_message_id(new.message_id, REPORT, SENDER))
    assert b"Message-ID: <" + REPORT.encode() + b".3@firma.example>" in again
    assert again.count(b"inny@firma.example") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"multipart/mixed", b"multipart/related"),
        (b"multipart/alternative", b"multipart/parallel"),
        (b"base64", b"binary"),
        (b"text/html", b"text/rtf"),
        (b'filename="zrzut-1.png"', b'filename="inny.png"'),
        (b"Content-Disposition: attachment", b"Content-Disposition: inline"),
        (b"<html lang", b"<html dir"),
        (b"From: ", "From: ś".encode()),
        (b"\r\n\r\n", b"\n\n"),
        (b"A", b"*"),
    ],
)
def test_a_message_of_another_make_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(ForeignMessageError):
        taken_apart(render(MAIL).replace(old, new))


@pytest.mark.parametrize("keep", [0, 10, 400, 900, 1500, 5000, -1, -60])
def test_a_torn_message_is_refused(keep: int) -> None:
    with pytest.raises(ForeignMessageError):
        taken_apart(render(MAIL)[:keep])
