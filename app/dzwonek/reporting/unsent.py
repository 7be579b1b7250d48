"""Turns a report's frozen message into what a person sends from a mail program."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from dzwonek.domain.ids import short_code
from dzwonek.domain.ports import Unsent

if TYPE_CHECKING:
    from email.message import EmailMessage

    from dzwonek.domain.delivery import Envelope

END_OF_HEADERS = b"\r\n\r\n"
# Outlook and others open such a file as a message to be sent, and not as one that came.
# https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail (X-Unsent)
# It stands behind Date, by which `file` knows a message: plain desktops ask that, and no ending.
MARK = b"X-Unsent: 1"
OURS = (b"from:", b"sender:")  # the mail program writes its own


def unsent(envelope: Envelope) -> Unsent:
    """Give the message in parts, and whole as a file that is marked as not sent."""
    message = message_from_bytes(envelope.content, policy=policy.default)
    body = message.get_body(("plain",))
    return Unsent(
        name=short_code(envelope.report_id),
        recipients=envelope.recipients,
        subject=str(message["Subject"] or ""),
        text=str(body.get_content()).replace("\r\n", "\n").strip() if body is not None else "",
        attachments=tuple(_attachments(message)),
        eml=_marked(envelope.content),
    )


def _attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    files = []
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            files.append((part.get_filename() or "", content))
    return [(name or f"{number}.bin", content) for number, (name, content) in enumerate(files)]


def _marked(content: bytes) -> bytes:
    head, end, body = content.partition(END_OF_HEADERS)
    kept = []
    is_ours = False
    for line in head.split(b"\r\n"):
        if not line.startswith((b" ", b"\t")):  # else it goes on with the field before
            is_ours = line.lower().startswith(OURS)
        if not is_ours:
            kept.append(line)
    return b"\r\n".join([*kept[:1], MARK, *kept[1:]]) + end + body
