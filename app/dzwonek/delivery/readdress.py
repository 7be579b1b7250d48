"""A message under a new sender or recipient, before anybody can have received it.

Only the header lines that name them change, and the Message-ID gets a new suffix (invariant I4):
text, attachments and Date stay as they were frozen.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.delivery.headers import address_header
from dzwonek.delivery.mime import next_message_id

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Envelope

END_OF_HEADERS = b"\r\n\r\n"


def readdressed(envelope: Envelope, sender: str, recipients: tuple[str, ...]) -> Envelope:
    """Give the envelope with another sender and other recipients.

    Raises ProblemError (MAIL_ADDRESS_INVALID) when `sender` is no address.
    """
    message_id = next_message_id(envelope.message_id, envelope.report_id, sender)
    head, end, body = envelope.content.partition(END_OF_HEADERS)
    fields = fields_of(head.decode("ascii") + "\r\n")
    changed = [_changed(field, envelope, sender, recipients, message_id) for field in fields]
    content = "".join(changed).encode("ascii")[:-2] + end + body
    return replace(
        envelope, message_id=message_id, sender=sender, recipients=recipients, content=content
    )


def fields_of(head: str) -> list[str]:
    """Split headers, each with its folded lines (RFC 5322 §2.2.3) and its line end."""
    return re.findall(r"[^\r\n]+\r\n(?:[ \t][^\r\n]*\r\n)*", head)


def _changed(
    field: str, envelope: Envelope, sender: str, recipients: tuple[str, ...], message_id: str
) -> str:
    name = field.partition(":")[0]
    if name == "From":
        return field.replace(envelope.sender, sender)
    if name == "To":
        return address_header("To", [(recipient, "") for recipient in recipients])
    if name == "Message-ID":
        return f"Message-ID: {message_id}\r\n"
    return field
