"""Render one message to the frozen bytes that every attempt sends alike (RFC 5322, RFC 2045)."""

from __future__ import annotations

import re
import time
from binascii import b2a_base64, b2a_qp
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from dzwonek.delivery.cleaning import ascii_address, ascii_file_name, many_lines
from dzwonek.delivery.headers import address_header, date_header, id_header, text_header
from dzwonek.delivery.html import html_page
from dzwonek.domain.problem import Code, trouble

MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}")
MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
NOT_AN_ID = re.compile(r"[^A-Za-z0-9.-]")
SUFFIX = re.compile(r"\.(\d+)@")
FIRST_SUFFIX = 2
TOO_LONG = re.compile(rb"^([^\r\n]{74,75})(=20|=09)(?=\r\n)", re.MULTILINE)
LINE = 57  # bytes that fill one base64 line of 76 characters
# Small enough that encoding one holds the interpreter for less than a millisecond.
SLICE = LINE * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the message."""

    filename: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """Everything one message says.

    `date` is aware; `reply_to` is (address, name or None); `text` is the plain body, of which
    the HTML side is made; `language` is the body's (BCP 47); `references` are the Message-IDs of
    the thread so far, the one that this message goes on with last.
    """

    message_id: str
    date: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    report_id: str
    sender_name: str = ""
    reply_to: tuple[str, str | None] | None = None
    attachments: tuple[Attachment, ...] = ()
    is_test: bool = False
    language: str = "pl"
    references: tuple[str, ...] = ()


def new_message_id(report_id: str, sender: str, suffix: str = "") -> str:
    """Name a report's message on the sender's domain, the same at every call.

    `suffix` (".2") marks content that had to change (invariant I4). Raises ProblemError
    (MAIL_ADDRESS_INVALID) when `sender` is no address.
    """
    domain = ascii_address(sender, "sender").rpartition("@")[2].lower()
    return f"<{NOT_AN_ID.sub('', report_id)}{NOT_AN_ID.sub('', suffix)}@{domain}>"


def next_message_id(message_id: str, report_id: str, sender: str) -> str:
    """Name the next content of a report: `.2` behind the id, then `.3` and so on (I4).

    Raises ProblemError (MAIL_ADDRESS_INVALID) when `sender` is no address.
    """
    found = SUFFIX.search(message_id)
    number = int(found[1]) + 1 if found else FIRST_SUFFIX
    return new_message_id(report_id, sender, f".{number}")


def render(message: OutgoingMail) -> bytes:
    """Give the whole message in ASCII with CRLF line ends, the same bytes for the same message.

    Header lines have at most 76 characters (a longer address stands alone on its line), body
    lines too. Raises ProblemError (MAIL_ADDRESS_INVALID), and ValueError for a Message-ID that
    `new_message_id` did not make.
    """
    head = _headers(message)
    attachments = tuple(_named(message.attachments))
    return assembled(head, message.message_id, message.text, message.language, attachments)


def assembled(
    head: str, message_id: str, text: str, language: str, attachments: Sequence[Attachment]
) -> bytes:
    """Put a body behind header lines that lack only Content-Type; file names stay as they are.

    Raises ValueError for a Message-ID that `new_message_id` did not make.
    """
    if not MESSAGE_ID.fullmatch(message_id):
        raise ValueError("not a Message-ID")
    return b"".join(_pieces(head, message_id, text, language, attachments))


def _pieces(
    head: str, message_id: str, text: str, language: str, attachments: Sequence[Attachment]
) -> Iterator[bytes]:
    """Yield the message piece by piece."""
    mixed = _boundary(message_id, "mixed")
    yield head.encode("ascii")
    yield f'Content-Type: multipart/mixed;\r\n boundary="{mixed}"\r\n\r\n'.encode()
    yield f"--{mixed}\r\n".encode()
    yield from _texts(text, language, _boundary(message_id, "alternative"))
    for attachment in attachments:
        yield f"--{mixed}\r\n".encode()
        yield from _file(attachment)
    yield f"--{mixed}--\r\n".encode()


def _named(attachments: Sequence[Attachment]) -> Iterator[Attachment]:
    """Give each file a name in ASCII that no file before it has."""
    taken: set[str] = set()
    for number, attachment in enumerate(attachments, start=1):
        name = ascii_file_name(attachment.filename)
        yield replace(attachment, filename=f"{number}-{name}" if name in taken else name)
        taken.add(name)


def _headers(message: OutgoingMail) -> str:
    """Write the headers in front of the body, without Content-Type."""
    if not message.recipients:
        raise trouble(Code.MAIL_ADDRESS_INVALID, role="recipient", address="")
    sender = ascii_address(message.sender, "sender")
    lines = [date_header(message.date)]
    lines.append(address_header("From", [(sender, message.sender_name)]))
    if message.reply_to is not None:
        address, name = message.reply_to
        lines.append(address_header("Reply-To", [(ascii_address(address, "reply_to"), name or "")]))
    to = [(ascii_address(each, "recipient"), "") for each in message.recipients]
    lines.append(address_header("To", to))
    lines.append(text_header("Subject", message.subject))
    lines.append(f"Message-ID: {message.message_id}\r\n")
    lines += _thread(message.references)
    # RFC 3834 §5 and [MS-OXCMAIL]: no out-of-office answer to a program's mail.
    lines.append("Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n")
    lines.append(f"X-Dzwonek-Report-Id: {NOT_AN_ID.sub('', message.report_id)}\r\n")
    if message.is_test:
        lines.append("X-Dzwonek-Test: yes\r\n")
    lines.append("MIME-Version: 1.0\r\n")
    return "".join(lines)


def _thread(references: Sequence[str]) -> Iterator[str]:
    """Tie the message to those before it (RFC 5322 §3.6.4); what is no Message-ID is left out."""
    known = [each for each in references if MESSAGE_ID.fullmatch(each)]
    if known:
        yield id_header("In-Reply-To", known[-1:])
        yield id_header("References", known)


def _texts(told: str, language: str, boundary: str) -> Iterator[bytes]:
    """Yield the same words twice: plain, then as HTML."""
    text = many_lines(told).rstrip("\n") + "\n"
    yield f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n\r\n'.encode()
    for subtype, words in (("plain", text), ("html", html_page(text, language))):
        yield f"--{boundary}\r\nContent-Type: text/{subtype}; charset=utf-8\r\n".encode()
        yield b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        yield _quoted(words)
    yield f"--{boundary}--\r\n".encode()


def _quoted(words: str) -> bytes:
    """Write text in quoted-printable, in lines of at most 76 characters (RFC 2045 §6.7).

    `b2a_qp` counts a space at a line's end as one character and then writes three.
    """
    encoded = b2a_qp(words.replace("\n", "\r\n").encode("utf-8"), istext=True)
    return TOO_LONG.sub(rb"\1=\r\n\2", encoded)


def _file(attachment: Attachment) -> Iterator[bytes]:
    """Yield one attachment in base64."""
    name = attachment.filename
    wanted = attachment.media_type.lower()
    media_type = wanted if MEDIA_TYPE.fullmatch(wanted) else "application/octet-stream"
    yield f'Content-Type: {media_type};\r\n name="{name}"\r\n'.encode()
    yield b"Content-Transfer-Encoding: base64\r\n"
    yield f'Content-Disposition: attachment;\r\n filename="{name}"\r\n\r\n'.encode()
    view = memoryview(attachment.content)
    for start in range(0, len(view), SLICE):
        # Lets a waiting thread go first: else it waits the whole switch interval of 5 ms.
        time.sleep(0)  # noqa: TID251 - waits for nothing
        letters = b2a_base64(view[start : start + SLICE], newline=False)
        yield b"\r\n".join([letters[at : at + 76] for at in range(0, len(letters), 76)]) + b"\r\n"


def _boundary(message_id: str, part: str) -> str:
    """Give a boundary that quoted-printable and base64 can never contain ("=_", RFC 2045 §6.7)."""
    return f"=_{part}_{sha256(message_id.encode()).hexdigest()[:32]}"
