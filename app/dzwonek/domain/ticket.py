"""Support's number of a report, as an operator types or pastes it from the answer."""

from __future__ import annotations

import re

from dzwonek.domain.problem import Code, trouble

LONGEST = 40  # characters; any helpdesk's number is far shorter
NUMBER = re.compile(r"[0-9A-Za-z]+(?:[-/._][0-9A-Za-z]+)*")
MARKED = re.compile(rf"#\s*({NUMBER.pattern})")
OURS = re.compile(r"\bDZW-[0-9A-Z]{6}\b", re.IGNORECASE)


def ticket_number(typed: str) -> str:
    """Find the number in what was typed, such as `[#12345]`, `nr 12345` or a whole subject line.

    Empty stays empty. Raises ProblemError: TICKET_OWN_CODE for this program's own code alone,
    TICKET_INVALID where there is no number, or more than one.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    rest = OURS.sub(" ", text)
    found = _numbers(MARKED.findall(rest)) or _numbers(NUMBER.findall(rest))
    if not found and rest != text:
        raise trouble(Code.TICKET_OWN_CODE)
    if len(found) != 1 or len(found[0]) > LONGEST:
        raise trouble(Code.TICKET_INVALID)
    return found[0]


def _numbers(words: list[str]) -> list[str]:
    """Keep what has a digit, each once."""
    return list(dict.fromkeys(word for word in words if any(map(str.isdecimal, word))))
