"""Opens the wrapping that every answer of Daktela's REST API comes in, however it is bent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dzwonek.daktela.text import clean

MOST_ROWS = 200  # ten are asked for; a list that ignores `take` is not read to its end
MOST_ERRORS = 5
DEEPEST_ERROR = 6
LONGEST_ERROR = 200

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """What stood in the envelope; `_sys`, which repeats the access token, is already gone."""

    result: object = field(repr=False)  # a login's holds the token
    errors: tuple[str, ...] = ()
    zone: str = ""  # `_timezone`, an IANA name, or empty
    has_result: bool = False


def opened(body: bytes) -> Answer | None:
    """Read an answer; None when it is no JSON object, such as the page of a captive portal."""
    try:
        document = json.loads(body.decode("utf-8-sig", errors="replace"), object_hook=_without_sys)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    return Answer(
        result=document.get("result"),
        errors=_error_texts(document.get("error", document.get("errors"))),
        zone=clean(document.get("_timezone"), 64),
        has_result="result" in document,
    )


def rows(answer: Answer) -> tuple[Row, ...] | None:
    """Give the rows of a list; None when the answer holds no list.

    `data` may be an object keyed by name instead of an array; what is no object is left out.
    """
    found = answer.result
    if isinstance(found, dict):
        found = found.get("data")
    if isinstance(found, dict):
        found = list(found.values())
    if not isinstance(found, list):
        return None
    return tuple(row for row in found[:MOST_ROWS] if isinstance(row, dict))


def _without_sys(mapping: dict[str, object]) -> dict[str, object]:
    """Drop what the server adds for itself, before anything can log it."""
    mapping.pop("_sys", None)
    return mapping


def _error_texts(value: object) -> tuple[str, ...]:
    texts = (clean(text, LONGEST_ERROR) for text in _leaves(value, DEEPEST_ERROR))
    return tuple(text for text in texts if text)[:MOST_ERRORS]


def _leaves(value: object, depth: int) -> Iterator[object]:
    """Walk the known error shapes: text, a list, `form` with fields, `primary`, nested or both."""
    if depth == 0:
        return
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value[:MOST_ROWS]:
            yield from _leaves(inner, depth - 1)
    elif isinstance(value, str):
        yield value
