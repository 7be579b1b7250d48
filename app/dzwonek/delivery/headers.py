"""Write mail headers that every reader decodes to the same text (RFC 5322, RFC 2047)."""

from __future__ import annotations

import re
from binascii import b2a_base64
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dzwonek.delivery.cleaning import one_line

MAX_LINE = 76
WORD_OPENS, WORD_CLOSES = "=?utf-8?B?", "?="
PLAIN = re.compile(r"[!-~]+( [!-~]+)*")
ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def text_header(name: str, value: str) -> str:
    """Write a header of free text, such as Subject, in lines of at most 76 characters."""
    line = one_line(value)
    fits = len(name) + 2 + len(line) <= MAX_LINE
    if fits and PLAIN.fullmatch(line) and "=?" not in line:
        return f"{name}: {line}\r\n"
    return _folded(name, _encoded_words(line, MAX_LINE - len(name) - 2))


def address_header(name: str, mailboxes: Sequence[tuple[str, str]]) -> str:
    """Write From, To or Reply-To of (address, shown name) pairs; the name may be empty.

    Addresses must be plain ASCII already.
    """
    words: list[str] = []
    for number, (address, shown) in enumerate(mailboxes):
        comma = "," if number < len(mailboxes) - 1 else ""
        # Readers disagree on runs of spaces within a name (RFC 5322 §3.2.2 lets them).
        phrase = _phrase(" ".join(one_line(shown).split()), MAX_LINE - len(name) - 2)
        words += [*phrase, f"<{address}>{comma}"] if phrase else [address + comma]
    return _folded(name, words)


def id_header(name: str, message_ids: Iterable[str]) -> str:
    """Write In-Reply-To or References; a longer id stands alone on its line."""
    return _folded(name, message_ids)


def date_header(moment: datetime) -> str:
    """Write the Date header of an aware moment (RFC 5322 §3.3), whatever the locale."""
    offset = moment.utcoffset() or timedelta(0)
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    zone = f"{sign}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"
    day = f"{WEEKDAYS[moment.weekday()]}, {moment.day:02d} {MONTHS[moment.month - 1]}"
    return f"Date: {day} {moment.year:04d} {moment:%H:%M:%S} {zone}\r\n"


def _phrase(shown: str, room: int) -> list[str]:
    """Split a shown name into words a header may hold; quoted strings are never needed."""
    words = shown.split(" ")
    if ATOMS.fullmatch(shown) and "=?" not in shown and max(map(len, words)) <= room:
        return words
    return _encoded_words(shown, room)


def _encoded_words(text: str, room: int) -> list[str]:
    """Encode text as RFC 2047 B-words of at most `room` characters, split between characters.

    The standard library's own folding loses spaces between words of non-ASCII text
    (https://github.com/python/cpython/issues/92081).
    """
    most = (min(room, MAX_LINE - 1) - len(WORD_OPENS + WORD_CLOSES)) // 4 * 3
    pieces: list[bytes] = []
    piece = b""
    for character in text:
        encoded = character.encode("utf-8")
        if len(piece) + len(encoded) > most:
            pieces.append(piece)
            piece = b""
        piece += encoded
    if piece:
        pieces.append(piece)
    return [
        f"{WORD_OPENS}{b2a_base64(part, newline=False).decode('ascii')}{WORD_CLOSES}"
        for part in pieces
    ]


def _folded(name: str, words: Iterable[str]) -> str:
    """Put words behind a header's name, with a new line before each that does not fit."""
    lines: list[str] = []
    line = f"{name}:"
    for word in words:
        if len(line) + 1 + len(word) > MAX_LINE and not line.endswith(":"):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line]) + "\r\n"
