"""A report as an address from which a phone's mail program writes the message.

It stands in a QR code, so it carries text alone and not much of it: what does not fit is left out
from the least important on, and named.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from email import message_from_bytes, policy
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.delivery import Envelope
    from dzwonek.domain.profile import ReportWords

# Bytes of a code with 117 modules a side (version 25, level L, ISO/IEC 18004 table 7): the densest
# that phones still read from a common screen.
LONGEST = 1273
AS_THEY_ARE = "!$'()*,:@"  # RFC 6068 §2; "+" becomes a blank in some programs
CUT = "…"
DESCRIPTION, LAST = 5, 6  # places of the lines in `ReportWords.labels`


class Lack(StrEnum):
    """What of a report the code cannot carry."""

    PICTURES = "pictures"
    DETAILS = "details"  # what stands behind the seven lines
    WORDS = "words"  # the end of the description


@dataclass(frozen=True, slots=True)
class PhoneMail:
    """The message for a phone: `address` is the whole `mailto:`, of ASCII letters alone."""

    report_id: str
    address: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    lacks: frozenset[Lack]


def phone_mail(letter: Envelope, words: ReportWords) -> PhoneMail:
    """Write a report's frozen message as an address; never longer than `LONGEST` bytes.

    Takes time with large pictures: never on the GUI thread.
    """
    message = message_from_bytes(letter.content, policy=policy.default)
    body = message.get_body(("plain",))
    text = str(body.get_content()).replace("\r\n", "\n").strip() if body is not None else ""
    subject = str(message["Subject"] or "")
    has_pictures = any(
        part.get_content_maintype() == "image" for part in message.iter_attachments()
    )
    lacks = {Lack.PICTURES} if has_pictures else set()

    def addressed(told: str) -> str:
        return _address(letter.recipients, subject, told)

    fitting, cut = _fitting(_noted(text, words) if has_pictures else text, words, addressed)
    return PhoneMail(
        letter.report_id,
        addressed(fitting),
        letter.recipients,
        subject,
        fitting,
        frozenset(lacks | cut),
    )


def _address(recipients: tuple[str, ...], subject: str, text: str) -> str:
    """Write the address of a new message (RFC 6068), its lines ended by CRLF."""
    to = ",".join(quote(one, safe="@") for one in recipients)
    body = quote(text.replace("\n", "\r\n"), safe=AS_THEY_ARE)
    return f"mailto:{to}?subject={quote(subject, safe=AS_THEY_ARE)}&body={body}"


def _noted(text: str, words: ReportWords) -> str:
    from dzwonek.domain.report_text import with_note

    return with_note(text, words.pictures_by_phone, words)


def _fitting(
    text: str, words: ReportWords, addressed: Callable[[str], str]
) -> tuple[str, set[Lack]]:
    """Leave out as little as is needed: details, then the description's end, then whatever."""

    def fits(told: str) -> bool:
        return len(addressed(told)) <= LONGEST

    if fits(text):
        return text, set()
    brief = _brief(text, words)
    if fits(brief):
        return brief, {Lack.DETAILS}
    start, end = _description(brief, words)
    shorter = _longest(
        range(start, end), lambda place: f"{brief[:place].rstrip()}{CUT}{brief[end:]}", fits
    )
    if shorter is None:
        shorter = _longest(range(len(brief)), lambda place: f"{brief[:place]}{CUT}", fits) or ""
    return shorter, {Lack.DETAILS, Lack.WORDS}


def _brief(text: str, words: ReportWords) -> str:
    """Keep the seven lines, and behind them the code and what is said of the pictures."""
    last = text.find(f"\n{words.labels[LAST]}: ")  # no line of the operator's can begin so
    end = text.find("\n", last + 1)
    if last < 0 or end < 0:
        return text
    first_seven, behind = text[:end], text[end:]
    wanted = tuple(f"{label}: " for label in (words.code, words.pictures))
    notes = {words.test_mark, words.pictures_by_phone}
    kept = [line for line in behind.split("\n") if line in notes or line.startswith(wanted)]
    return "\n".join([first_seven, "", *kept])


def _description(text: str, words: ReportWords) -> tuple[int, int]:
    """Say where the description begins and ends; (0, 0) when there is none."""
    label = f"{words.labels[DESCRIPTION]}: "
    start = text.find(label)
    end = text.find(f"\n{words.labels[LAST]}: ", max(start, 0))
    return (0, 0) if start < 0 or end < 0 else (start + len(label), end)


def _longest(
    places: range, cut_at: Callable[[int], str], fits: Callable[[str], bool]
) -> str | None:
    """Cut at the last place where it fits; None when it does not even at the first.

    A later cut gives an address that is no shorter, so a few tries find the place.
    """
    fitting = bisect_left(places, True, key=lambda place: not fits(cut_at(place)))
    return cut_at(places[fitting - 1]) if fitting else None
