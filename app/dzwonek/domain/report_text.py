"""The report in the support page's own words: seven lines, and what stands behind them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from dzwonek.domain.doubt import TimeSource
from dzwonek.domain.kinds import Kind, Scope
from dzwonek.domain.phone import shown_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dzwonek.domain.profile import ContactProfile, ReportWords
    from dzwonek.domain.report import Draft, Report

INDENT = "  "
SUBJECT_WORDS = 60  # characters of the description
# The Bidi_Control characters change the order of what is read: UAX #9, "Trojan Source" (2021).
DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands behind the seven lines beside the report's own: (label, value) pairs."""

    diagnostics: tuple[tuple[str, str], ...] = ()


def report_text(report: Report, profile: ContactProfile, extras: Extras | None = None) -> str:
    """Write the whole text of a report, in the profile's language, lines ended by `\\n`."""
    seven = _seven_lines(report, profile)
    behind = _behind(report, profile, extras or Extras())
    return "\n".join([*seven, "", *behind]) + "\n"


def subject(report: Report, words: ReportWords) -> str:
    """Write the message's subject: the code, the kind and the first words, on one line."""
    draft = report.draft
    kind = _kind(draft.kind, words)
    return filled(
        words.subject,
        {
            "code": draft.short_code,
            "kind": f"{words.test_mark} {kind}" if draft.is_test else kind,
            "words": first_words(one_line(draft.description)),
        },
    )


def one_line(text: str) -> str:
    """Join a text into one line without control characters or marks that turn its direction."""
    return " ".join(" ".join(clean_lines(text)).split())


def clean_lines(text: str) -> list[str]:
    """Split a text at everything that anybody takes for a line's end, and clean each line.

    Control characters and marks that turn the direction of reading go; a tab stays; half of a
    surrogate pair, which no mail can carry, becomes U+FFFD.
    """
    return ["".join(_cleaned(line)) for line in text.splitlines()]


def _cleaned(line: str) -> Iterable[str]:
    for letter in line:
        category = unicodedata.category(letter)
        if category == "Cs":
            yield "\ufffd"
        elif letter == "\t" or (category != "Cc" and letter not in DIRECTION_MARKS):
            yield letter


def _seven_lines(report: Report, profile: ContactProfile) -> list[str]:
    draft, words = report.draft, profile.words
    first, *further = clean_lines(draft.description.strip()) or [""]
    values = (
        bare_host(one_line(draft.host)),
        _kind(draft.kind, words),
        _numbers(draft, profile),
        _moment(report, profile),
        _names(draft, words),
        first.strip(),
        words.occurrences[draft.occurrence] if draft.occurrence else words.none,
    )
    lines = [f"{label}: {value}" for label, value in zip(words.labels, values, strict=True)]
    lines[-1:-1] = [f"{INDENT}{line}".rstrip() for line in further]
    return lines


def bare_host(address: str) -> str:
    """Leave of an address only its host: no path, no name or password that stood in it."""
    from urllib.parse import urlsplit

    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or address
    except ValueError:
        return address


def _kind(kind: Kind | None, words: ReportWords) -> str:
    return words.kinds[kind] if kind else words.none


def _numbers(draft: Draft, profile: ContactProfile) -> str:
    words = profile.words
    if draft.kind is None or not draft.kind.is_call:
        return words.no_number

    def number(typed: str) -> str:
        return shown_number(one_line(typed), profile.region) or words.unknown_number

    template = words.call_in if draft.kind is Kind.CALL_IN else words.call_out
    return filled(template, {"customer": number(draft.customer), "ours": number(draft.ours)})


def _moment(report: Report, profile: ContactProfile) -> str:
    """Name the day as people do, seen from the day of writing."""
    words = profile.words
    zone = _zone(report.zone, profile)
    at = report.draft.occurred_at.astimezone(zone)
    age = report.submitted_at.astimezone(zone).date() - at.date()
    near = {timedelta(0): words.today, timedelta(days=1): words.yesterday}
    day = near.get(age, words.weekdays[at.weekday()])
    return f"{day}, {_date_and_hour(at, profile)}"


def date_and_time(moment: datetime, report: Report, profile: ContactProfile) -> str:
    """Write a moment to the second as the operator's clock showed it: `27.02.2020 15:55:12`.

    The offset stands behind it where it is not the profile's.
    """
    at = moment.astimezone(_zone(report.zone, profile))
    return _with_offset(f"{at:%d.%m}.{at.year:04} {at:%H:%M:%S}", at, profile)


def _date_and_hour(at: datetime, profile: ContactProfile) -> str:
    """Write `27.02.2020 o 15:55`, with the offset behind it where it is not the profile's."""
    return _with_offset(f"{at:%d.%m}.{at.year:04} {profile.words.at} {at:%H:%M}", at, profile)


def _with_offset(text: str, at: datetime, profile: ContactProfile) -> str:
    offset = at.utcoffset() or timedelta(0)
    if offset == at.astimezone(_zone(profile.zone, profile)).utcoffset():
        return text
    sign = "-" if offset < timedelta(0) else "+"
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{text} (UTC{sign}{minutes // 60:02}:{minutes % 60:02})"


def _zone(name: str, profile: ContactProfile) -> tzinfo:
    """Find a zone; a name that nobody knows counts as the profile's own."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(profile.zone)


def _names(draft: Draft, words: ReportWords) -> str:
    if draft.scope is Scope.TEAM:
        return words.whole_team
    names = [one_line(name) for name in draft.names]
    return ", ".join(name for name in names if name) or words.none


def _behind(report: Report, profile: ContactProfile, extras: Extras) -> list[str]:
    draft, words = report.draft, profile.words
    count = len(draft.pictures)
    lines = [
        *sending_lines(report, profile),
        f"{words.pictures}: {count or words.no_pictures}",
        f"{words.code}: {draft.short_code}",
        *earlier_lines(draft, words),
        *_diagnostics(draft, words, extras),
    ]
    return [words.test_mark, *lines] if draft.is_test else lines


def sending_lines(report: Report, profile: ContactProfile) -> list[str]:
    """Say when the report was sent, and what is wrong with the clock that said so."""
    sent = report.submitted_at.astimezone(_zone(report.zone, profile))
    line = f"{profile.words.sent_at}: {_date_and_hour(sent, profile)}"
    return [line, *_clock(report, profile)]


def earlier_lines(draft: Draft, words: ReportWords) -> list[str]:
    """Name the report before this one, and how often it has happened by now."""
    thread = draft.follows
    if thread is None:
        return []
    values = {"times": str(thread.times), "code": thread.code, "ticket": one_line(thread.ticket)}
    template = words.resent if thread.is_resent else words.again
    told = (template, words.ticket if thread.ticket else "")
    return [filled(each, values) for each in told if each]


def _clock(report: Report, profile: ContactProfile) -> list[str]:
    """Say that the computer's clock was wrong, and by what that is known."""
    doubt, words = report.doubted_clock, profile.words
    if doubt is None:
        return []
    is_told = doubt.source is TimeSource.SERVER
    template = words.clock_by_server if is_told else words.clock_before_release
    zone = _zone(report.zone, profile)
    shown, assumed = (
        _date_and_hour(each.astimezone(zone), profile) for each in (doubt.shown, doubt.assumed)
    )
    line = filled(template, {"shown": shown, "assumed": assumed})
    return [line] if line else []


def with_note(text: str, note: str, words: ReportWords) -> str:
    """Put what became of the pictures behind the line that counts them, in place of an earlier
    note; every other line stays as it is.

    No line of the operator's can be taken for that one: further lines of a text are indented.
    """
    lines = text.split("\n")
    ours = {words.pictures_reduced, words.pictures_left_out} - {""}
    counts = [at for at, line in enumerate(lines) if line.startswith(f"{words.pictures}: ")]
    if not note or not counts:
        return text
    behind = counts[-1] + 1
    is_noted = lines[behind] in ours
    return "\n".join([*lines[:behind], note, *lines[behind + is_noted :]])


def _diagnostics(draft: Draft, words: ReportWords, extras: Extras) -> list[str]:
    """List what helps to find the case: who reports, the call in Daktela, measurements."""
    known = [
        (words.reporter, "" if draft.scope is Scope.ME else draft.reporter.name),
        (words.call_id, draft.activity.call_id if draft.activity else ""),
        (words.queue, draft.activity.queue if draft.activity else ""),
        *extras.diagnostics,
    ]
    told = [(one_line(label), one_line(value)) for label, value in known]
    lines = [f"{INDENT}{label}: {value}" for label, value in told if label and value]
    return [f"{words.diagnostics}:", *lines] if lines else [f"{words.diagnostics}: {words.none}"]


def first_words(text: str) -> str:
    """Cut at a word's end and say so with an ellipsis."""
    if len(text) <= SUBJECT_WORDS:
        return text
    cut = text[:SUBJECT_WORDS]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.–-") + "…"


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill `{names}` in one pass, so that no value can name another one."""
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), template)
