"""Reads our own rendered messages again: the words for people, without the pictures."""

from __future__ import annotations

from email import message_from_bytes, policy


def plain_text(content: bytes) -> str:
    """Give a message's plain text with the system's line ends; empty when there is none."""
    body = message_from_bytes(content, policy=policy.default).get_body(("plain",))
    if body is None:
        return ""
    return str(body.get_content()).replace("\r\n", "\n").strip()
