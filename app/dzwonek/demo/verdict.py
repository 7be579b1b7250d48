"""What came of the demo: the letter as the mailbox got it, checked line by line."""

from __future__ import annotations

import email
import json
import re
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.demo.script import DESCRIPTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dzwonek.demo.operator import Played
    from dzwonek.sandbox.mailbox import Letter

VERSION = 1
EXPECTED = (
    r"URL: localhost",
    r"Rodzaj problemu: połączenie przychodzące",
    r"Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
    r"Czas: (dzisiaj|wczoraj), \d\d\.\d\d\.\d{4} o \d\d:\d\d( \(UTC[+-]\d\d:\d\d\))?",
    r"Nazwa agenta: Tobiasz Świeczka",
    rf"Opis: {re.escape(DESCRIPTION)}",
    r"Wystąpienie: Zdarzyło się to po raz pierwszy",
)


def text_of(letter: Letter) -> str:
    """Give a letter's plain text, with LF line ends."""
    message = email.message_from_bytes(letter.content, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    text: str = body.get_content() if body is not None else ""
    return text.replace("\r\n", "\n")


def wrong_line(letter: Letter) -> str:
    """Name the first of the seven lines that is not as expected; nothing when all are."""
    lines = text_of(letter).split("\n")
    for number, pattern in enumerate(EXPECTED):
        line = lines[number] if number < len(lines) else ""
        if not re.fullmatch(pattern, line):
            return line or f"({number + 1})"
    return ""


def code_of(letter: Letter) -> str:
    """Give the report's short code from the letter's subject."""
    message = email.message_from_bytes(letter.content, policy=default)
    found = re.search(r"DZW-[0-9A-Z]{6}", message["Subject"] or "")
    return found[0] if found else "DZW-"


def write_out(out: Path, letters: Sequence[Letter], played: Sequence[Played], fault: str) -> None:
    """Write the last letter as it came, and `summary.json`; raises OSError."""
    summary: dict[str, object] = {
        "version": VERSION,
        "is_delivered": bool(letters),
        "fault": fault,
        "letters": len(letters),
        "steps": [{"name": step.name, "ms": step.took_ms} for step in played],
    }
    if letters:
        letter = letters[-1]
        message = email.message_from_bytes(letter.content, policy=default)
        code = code_of(letter)
        for earlier in out.glob("DZW-*.eml"):  # of another demo: there is to be exactly one
            earlier.unlink()
        (out / f"{code}.eml").write_bytes(letter.content)
        summary |= {
            "code": code,
            "message_id": str(message["Message-ID"]),
            "recipients": list(letter.recipients),
            "bytes": len(letter.content),
            "is_encrypted": letter.is_encrypted,
        }
    text = json.dumps(summary, ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(f"{text}\n", encoding="utf-8")
