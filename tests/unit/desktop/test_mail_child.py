"""What the process is told that speaks to the mail program."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from dzwonek.desktop.mail_child import LONGEST_ADDRESS, Errand, mail_address, read_errand
from dzwonek.desktop.mapi import MAPI_TO, message_of

ERRAND = Errand(
    "mapi",
    folder=r"C:\p",
    recipients=("a@b.example", "c@d.example"),
    subject="Zgłoszenie",
    text="żółć\n",
    files=((r"C:\x\0-e.png", "e.png"),),
)


def test_an_errand_is_read_as_it_was_written() -> None:
    assert read_errand(ERRAND.written()) == ERRAND


@pytest.mark.parametrize("content", [b"", b"{}", b'{"recipients": [], "files": [], "x": 1}'])
def test_what_is_no_errand_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_errand(content)


def test_an_address_carries_subject_and_text() -> None:
    address = mail_address(("a@b.example", "c@d.example"), "Ż & ?", "jeden\ndwa + 1")
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "a@b.example,c@d.example")
    assert parse_qs(parts.query) == {"subject": ["Ż & ?"], "body": ["jeden\r\ndwa + 1"]}


@pytest.mark.parametrize("length", [100, 500, 5000, 50_000])
def test_a_text_too_long_for_an_address_is_cut_short_and_says_so(length: int) -> None:
    text = "żółć " * length
    address = mail_address(("a@b.example",), "Temat", text)
    assert len(address) <= LONGEST_ADDRESS
    (body,) = parse_qs(urlsplit(address).query)["body"]
    assert body.startswith("żółć żółć")
    assert body.endswith("(…)")


def test_a_message_for_mapi_holds_everything() -> None:
    message = message_of(ERRAND.recipients, ERRAND.subject, "a\nb\r\nc", ERRAND.files)
    assert (message.subject, message.text) == ("Zgłoszenie", "a\r\nb\r\nc")
    assert message.recipient_count == 2
    assert [message.recipients[n].address for n in (0, 1)] == [
        "SMTP:a@b.example",
        "SMTP:c@d.example",
    ]
    assert message.recipients[0].kind == MAPI_TO
    assert message.file_count == 1
    assert (message.files[0].path, message.files[0].name) == (r"C:\x\0-e.png", "e.png")
