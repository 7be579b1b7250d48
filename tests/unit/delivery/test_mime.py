"""One message, rendered."""

from __future__ import annotations

import email
import email.policy
import json
import random
import time
from binascii import b2a_base64
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.delivery import mime
from dzwonek.delivery.cleaning import many_lines
from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.domain.problem import Code, ProblemError

REPORT = "0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a"
TEXT = (
    "URL: twojanazwa.daktela.com\n"
    "Rodzaj problemu: połączenie przychodzące\n"
    "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756\n"
    "Czas: dzisiaj, 27.02.2020 o 15:55\n"
    "Nazwa agenta: Tobiasz Świeczka\n"
    "Opis: połączenie zostało rozłączone\n"
    "  URL: <b>podrobiony</b> https://zly.example/\n"
    "Wystąpienie: Zdarzyło się to po raz pierwszy\n"
    "\n"
    "Kod zgłoszenia: DZW-7F3K2A\n"
)
PICTURE = random.Random(1).randbytes(123_457)
MAIL = OutgoingMail(
    message_id=f"<{REPORT}@firma.example>",
    date=datetime(2020, 2, 27, 14, 55, tzinfo=UTC),
    sender="dzwonek@firma.example",
    sender_name="Tobiasz Świeczka (Dzwonek)",
    recipients=("daktela@daktela.pl",),
    reply_to=("tobiasz@firma.example", "Tobiasz Świeczka"),
    subject="[DZW-7F3K2A] połączenie przychodzące",
    text=TEXT,
    report_id=REPORT,
    attachments=(
        Attachment("zrzut-DZW-7F3K2A-1.png", "image/png", PICTURE),
        Attachment("zgloszenie.json", "application/json", json.dumps({"version": 1}).encode()),
    ),
)


def parsed(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize("end", [" ", "\t"])
@pytest.mark.parametrize("length", range(70, 80))
def test_a_space_at_a_lines_end_makes_no_line_too_long(length: int, end: str) -> None:
    text = "\n".join(f"{'x' * length}{end}{more}" for more in ("", "ą", "\n.", " "))

    content = render(replace(MAIL, text=text, attachments=()))

    assert max(map(len, content.split(b"\r\n"))) <= 76
    parsed = email.message_from_bytes(content, policy=email.policy.default)
    body = parsed.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text


def test_the_headers_are_these_and_no_others() -> None:
    message = parsed(render(MAIL))

    assert list(message.keys()) == [
        "Date",
        "From",
        "Reply-To",
        "To",
        "Subject",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "X-Dzwonek-Report-Id",
        "MIME-Version",
        "Content-Type",
    ]
    assert message["Date"].datetime == MAIL.date
    assert message["From"].addresses[0].display_name == "Tobiasz Świeczka (Dzwonek)"
    assert message["From"].addresses[0].addr_spec == "dzwonek@firma.example"
    assert message["Reply-To"].addresses[0].addr_spec == "tobiasz@firma.example"
    assert message["To"] == "daktela@daktela.pl"
    assert message["Subject"] == MAIL.subject
    assert message["Message-ID"] == MAIL.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["X-Dzwonek-Report-Id"] == REPORT


def test_a_test_report_is_marked() -> None:
    assert parsed(render(replace(MAIL, is_test=True)))["X-Dzwonek-Test"] == "yes"


def test_the_parts_are_text_html_and_the_files() -> None:
    message = parsed(render(MAIL))

    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "image/png",
        "application/json",
    ]
    picture, record = message.iter_attachments()
    assert picture.get_filename() == "zrzut-DZW-7F3K2A-1.png"
    assert picture.get_content() == PICTURE
    assert json.loads(record.get_content()) == {"version": 1}
    assert not [defect for part in message.walk() for defect in part.defects]


def test_the_plain_text_is_the_text() -> None:
    assert text_of(parsed(render(MAIL)), "plain") == TEXT.rstrip("\n")


def test_the_html_shows_the_same_words_and_nothing_active() -> None:
    html = text_of(parsed(render(MAIL)), "html")

    assert "<b>Nazwa agenta:</b> Tobiasz Świeczka" in html
    assert "&nbsp;&nbsp;URL: &lt;b&gt;podrobiony&lt;/b&gt; https://zly.example/" in html
    lowered = html.lower()
    for active in ("<a", "<img", "<script", "<link", "href", "src=", "url("):
        assert active not in lowered


def test_the_bytes_are_ascii_in_short_crlf_lines() -> None:
    content = render(MAIL)

    assert content.isascii()
    lines = content.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert max(map(len, lines)) <= 76


def test_the_same_message_is_the_same_bytes() -> None:
    assert render(MAIL) == render(replace(MAIL))


def test_another_message_id_makes_another_boundary() -> None:
    first = parsed(render(MAIL)).get_boundary()
    second = parsed(render(replace(MAIL, message_id="<x.2@firma.example>"))).get_boundary()

    assert first != second


@settings(deadline=None)  # a busy computer is no fault
@given(st.text(max_size=2000))
def test_any_text_arrives_cleaned_and_breaks_nothing(text: str) -> None:
    content = render(replace(MAIL, text=text, subject=text, sender_name=text, attachments=()))

    message = parsed(content)
    assert text_of(message, "plain") == many_lines(text).rstrip("\n")
    assert len(message.keys()) == 11
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 76
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "poison", ["\r\nBcc: zly@example.test", "\nX: y", "\x85Bcc: z", "\u2028Bcc: z", "\0", "\r"]
)
def test_no_value_smuggles_a_header_in(poison: str) -> None:
    message = parsed(
        render(
            replace(
                MAIL,
                subject=f"a{poison}",
                sender_name=f"a{poison}",
                reply_to=("a@b.test", f"a{poison}"),
                report_id=f"a{poison}",
                attachments=(Attachment(f"a{poison}.txt", f"text/plain{poison}", b"x"),),
            )
        )
    )

    assert len(message.keys()) == 11
    (attachment,) = message.iter_attachments()
    assert attachment.get_content_type() == "application/octet-stream"
    assert len(attachment.keys()) == 3


def test_files_of_one_name_are_told_apart() -> None:
    twice = (Attachment("a.txt", "text/plain", b"1"), Attachment("a.txt", "text/plain", b"2"))

    found = [
        part.get_filename() for part in parsed(render(replace(MAIL, attachments=twice))).walk()
    ]
    assert found[-2:] == ["a.txt", "2-a.txt"]


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 57 * 1024 - 1, 57 * 1024, 57 * 1024 + 1])
def test_a_file_of_any_size_arrives_whole(size: int) -> None:
    content = random.Random(size).randbytes(size)
    attached = (Attachment("a.bin", "application/octet-stream", content),)

    (part,) = parsed(render(replace(MAIL, attachments=attached))).iter_attachments()
    assert part.get_content() == content


@pytest.mark.parametrize("wrong", ["sender", "recipients", "reply_to"])
def test_a_wrong_address_is_told_apart_from_a_bug(wrong: str) -> None:
    value: object = {"sender": "x", "recipients": (), "reply_to": ("x y@z.test", None)}[wrong]

    with pytest.raises(ProblemError) as caught:
        render(replace(MAIL, **{wrong: value}))  # type: ignore[arg-type]  # as the field wants it

    assert caught.value.problem.code is Code.MAIL_ADDRESS_INVALID


def test_a_made_up_message_id_is_a_bug() -> None:
    with pytest.raises(ValueError, match="Message-ID"):
        render(replace(MAIL, message_id="<a@b>\r\nBcc: c"))


def test_a_message_id_stands_on_the_senders_domain_and_is_always_the_same() -> None:
    assert new_message_id(REPORT, "Dzwonek@Firma.example") == f"<{REPORT}@firma.example>"
    assert new_message_id(REPORT, "a@świat.example", ".2") == (f"<{REPORT}.2@xn--wiat-k5a.example>")


def test_a_big_picture_is_encoded_in_slices_between_which_others_may_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps: list[int] = []

    def encoded(piece: memoryview, *, newline: bool) -> bytes:
        steps.append(len(piece))
        return b2a_base64(piece, newline=newline)

    def stepped_back(seconds: float) -> None:
        assert seconds == 0
        steps.append(0)

    monkeypatch.setattr(mime, "b2a_base64", encoded)
    monkeypatch.setattr(time, "sleep", stepped_back)
    picture = random.Random(2).randbytes(2_000_000)
    render(replace(MAIL, attachments=(Attachment("a.png", "image/png", picture),)))

    assert steps[::2] == [0] * 35
    assert sum(steps) == len(picture)
    assert max(steps) <= 65_536
