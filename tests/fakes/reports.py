"""Reports ready to be submitted."""

from __future__ import annotations

from datetime import timedelta

from dzwonek.domain.delivery import Envelope, Summary
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind
from tests.fakes.clock import START

DESCRIPTION = "połączenie zostało rozłączone w trakcie rozmowy z Klientem"
CUSTOMER = "730 770 660"
NAME = "Tobiasz Świeczka"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8 + b"IEND-canary"
SUMMARY = Summary(words=DESCRIPTION, kind=Kind.CALL_IN, customer=CUSTOMER, names=(NAME,))


def envelope(number: int = 0, padding: int = 0, channel: str = "mail") -> Envelope:
    """Make the message of a report; a higher number is a later report."""
    created = START + timedelta(milliseconds=number)
    report_id = new_id(created)
    text = (
        f"Message-ID: <{report_id}@firma.example>\r\n\r\nOpis: {DESCRIPTION}\r\n"
        f"Nazwa agenta: {NAME}\r\nNumer telefonu: {CUSTOMER}\r\n"
    )
    return Envelope(
        report_id=report_id,
        message_id=f"<{report_id}@firma.example>",
        date=START,
        sender="dzwonek@firma.example",
        recipients=("wsparcie@pomoc.example",),
        content=text.encode() + PNG + bytes(padding),
        channel=channel,
    )
