"""The message of a report in the kill tests: real, small, and the same whoever makes it."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import UTC, datetime

from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.domain.delivery import Envelope
from tests.servers.postfix_config import SENDER, SUPPORT

DATE = datetime(2026, 2, 27, 14, 55, tzinfo=UTC)
PICTURE = 3_000  # bytes: a few packets with all the rest
TEXT = (
    "URL: twojanazwa.daktela.com\n"
    "Rodzaj problemu: połączenie przychodzące\n"
    "Nazwa agenta: Tobiasz Świeczka\n"
    "Opis: połączenie zostało rozłączone w trakcie rozmowy z Klientem\n"
    ".\n"
)

_ID = re.compile(rb"^X-Dzwonek-Report-Id: ([0-9a-f-]{36})\r?$", re.MULTILINE | re.IGNORECASE)


def letter(report_id: str, size: int = PICTURE) -> Envelope:
    """Make the message of a report; the same id gives the same bytes in each process.

    `size` is the picture's, in bytes.
    """
    picture = random.Random(report_id).randbytes(size)
    message = OutgoingMail(
        message_id=new_message_id(report_id, SENDER),
        date=DATE,
        sender=SENDER,
        sender_name="Dzwonek – zgłoszenia",
        reply_to=("tobiasz@firma.test", "Tobiasz Świeczka"),
        recipients=(SUPPORT,),
        subject="Połączenie zostało rozłączone",
        text=TEXT,
        report_id=report_id,
        attachments=(Attachment("zrzut-1.png", "image/png", picture),),
    )
    return Envelope(
        report_id, message.message_id, message.date, SENDER, message.recipients, render(message)
    )


def copies(messages: list[bytes]) -> Counter[str]:
    """Count the copies of each report in a mailbox; raises AssertionError for a foreign byte."""
    found: Counter[str] = Counter()
    for message in messages:
        match = _ID.search(message)
        assert match, message[:2000]
        report_id = match[1].decode()
        assert is_whole(message, report_id), f"other bytes than were submitted: {report_id}"
        found[report_id] += 1
    return found


def is_whole(stored: bytes, report_id: str) -> bool:
    """Say whether a stored message ends with what was submitted, to the byte.

    Servers put their own lines in front, and may keep lines by LF alone.
    """
    sent = letter(report_id).content.replace(b"\r\n", b"\n")
    return stored.replace(b"\r\n", b"\n").endswith(b"\n" + sent)
