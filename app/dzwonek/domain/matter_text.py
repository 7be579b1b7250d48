"""A letter about another matter than a problem, in the profile's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.report_text import (
    INDENT,
    bare_host,
    clean_lines,
    earlier_lines,
    filled,
    first_words,
    one_line,
    sending_lines,
)

if TYPE_CHECKING:
    from dzwonek.domain.matter import Inquiry
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Report

URL, AGENT = 0, 4  # places among the support page's seven labels


def inquiry_subject(report: Report, inquiry: Inquiry, profile: ContactProfile) -> str:
    """Write the message's subject: the code, the matter and the first words, on one line."""
    matter = profile.matter(inquiry.matter)
    values = {
        "code": report.draft.short_code,
        "subject": matter.subject if matter else one_line(inquiry.name),
        "words": first_words(one_line(report.draft.description)),
    }
    return filled(profile.words.matter.subject or "[{code}] {subject}: {words}", values)


def inquiry_text(report: Report, inquiry: Inquiry, profile: ContactProfile) -> str:
    """Write the whole text of such a letter, in the profile's language, lines ended by `\\n`."""
    draft, words = report.draft, profile.words
    matter = profile.matter(inquiry.matter)
    first, *further = clean_lines(draft.description.strip()) or [""]
    told = (
        _line(words.matter.title, matter.title if matter else one_line(inquiry.name)),
        _line(words.labels[URL], bare_host(one_line(draft.host))),
        _line(words.labels[AGENT], one_line(draft.reporter.name)),
        _line(words.matter.email, one_line(draft.reporter.email)),
        _line(words.matter.quantity, one_line(inquiry.quantity)),
        _line(words.matter.text, first.strip()),
    )
    lines = [line for line in told if line]
    lines += [f"{INDENT}{line}".rstrip() for line in further]
    code = f"{words.code}: {draft.short_code}"
    behind = (*sending_lines(report, profile), code, *earlier_lines(draft, words))
    return "\n".join([*lines, "", *behind]) + "\n"


def _line(label: str, value: str) -> str:
    """Put a label before a value; nothing where there is no value."""
    return f"{label}: {value}" if label and value else value
