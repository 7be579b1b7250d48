"""Reads agents and their work out of Daktela's rows; an odd row is left out, never an error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dzwonek.daktela.envelope import Answer, Row
from dzwonek.daktela.text import clean
from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.kinds import Kind

DAKTELA_ZONE = "Europe/Prague"  # what a Daktela answers in when nobody asks for a zone
LONGEST_DURATION = timedelta(days=7)
NAME, TITLE, ADDRESS, NUMBER, WORD = 120, 200, 254, 40, 40  # characters kept of each sort of text

CALL_TYPE = "CALL"
# Messengers (Facebook, Instagram, WhatsApp, Viber) are chats to the agent who answers them.
WRITTEN_TYPES = {
    "EMAIL": Kind.EMAIL,
    "CHAT": Kind.CHAT,
    "FBM": Kind.CHAT,
    "IGDM": Kind.CHAT,
    "WAP": Kind.CHAT,
    "VBR": Kind.CHAT,
    "SMS": Kind.OTHER,
}
DIRECTIONS = {"in": Kind.CALL_IN, "out": Kind.CALL_OUT, "internal": Kind.OTHER}


def version_of(answer: Answer) -> str:
    """Give the version that proves a Daktela, or an empty text."""
    return clean(answer.result.get("version"), WORD) if isinstance(answer.result, dict) else ""


def token_of(answer: Answer) -> str:
    """Give the access token of a login's answer: a field, or with `only_token` a bare text."""
    result = answer.result
    found = result.get("accessToken") if isinstance(result, dict) else result
    return found.strip() if isinstance(found, str) else ""


def identity_of(answer: Answer, now: datetime) -> Identity | None:
    """Give who is logged in; None when nobody is, which Daktela says with 200 and a null user.

    The name is the title, else the alias, else the login; it may be empty.
    """
    user = answer.result.get("user") if isinstance(answer.result, dict) else None
    if not isinstance(user, dict) or not user:
        return None
    agent = Agent(
        name=label(user),
        login=clean(user.get("name"), ADDRESS),
        email=clean(user.get("email"), ADDRESS),
        extension=clean(user.get("extension"), NUMBER),
    )
    zone = clean(user.get("timezone"), 64)
    return Identity(agent, IdentitySource.DAKTELA, now, zone if zone_of(zone) else "")


def calls(rows: Iterable[Row], zone: str) -> tuple[Activity, ...]:
    """Read the rows of `activitiesCall`; their times are wall times of `zone`."""
    found = (_call(row, row.get("call_time"), zone) for row in rows)
    return tuple(call for call in found if call)


def activities(rows: Iterable[Row], zone: str) -> tuple[Activity, ...]:
    """Read the rows of `activities` of every kind we know; calls only where their item is told."""
    found = (_activity(row, zone) for row in rows)
    return tuple(activity for activity in found if activity)


def label(value: object, limit: int = NAME) -> str:
    """Name an object as people know it: title, else alias, else name; a bare text is its own."""
    if not isinstance(value, dict):
        return clean(value, limit)
    return _first((value.get(key) for key in ("title", "alias", "name")), limit)


def moment(value: object, zone: str) -> datetime | None:
    """Turn a wall time of `zone` (`YYYY-MM-DD HH:MM:SS`) into UTC; None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        wall = datetime.fromisoformat(value.strip())
        if wall.tzinfo is None:
            wall = wall.replace(tzinfo=zone_of(zone) or ZoneInfo(DAKTELA_ZONE))
        return wall.astimezone(UTC)
    except (ValueError, OverflowError):  # the years 1 and 9999 have no neighbour
        return None


def zone_of(name: str) -> ZoneInfo | None:
    """Find a time zone by its IANA name; None when there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, KeyError, OSError):  # OSError: the name of a folder, such as "Europe"
        return None


def _activity(row: Row, zone: str) -> Activity | None:
    kind_of_row = clean(row.get("type"), WORD).upper()
    item = row.get("item")
    details: Row = item if isinstance(item, dict) else {}
    if kind_of_row == CALL_TYPE:
        call = _call(details, details.get("call_time") or row.get("time"), zone)
        return replace(call, title=call.title or clean(row.get("title"), TITLE)) if call else None
    kind = WRITTEN_TYPES.get(kind_of_row)
    occurred_at = _earliest_told(row, zone)
    if kind is None or occurred_at is None:
        return None
    return Activity(
        kind=kind,
        occurred_at=occurred_at,
        customer=_writer(row, details),
        title=_first((row.get("title"), details.get("title")), TITLE),
        queue=label(row.get("queue")),
    )


def _call(row: Row, time: object, zone: str) -> Activity | None:
    """Read one call. `clid` is the other party and `did` our number, whichever way it went."""
    occurred_at = moment(time, zone)
    kind = DIRECTIONS.get(clean(row.get("direction"), WORD).lower())
    if occurred_at is None or kind is None:
        return None
    return Activity(
        kind=kind,
        occurred_at=occurred_at,
        customer=clean(row.get("clid"), NUMBER),
        ours=clean(row.get("did"), NUMBER),
        title=_first((row.get("title"), label(row.get("contact"))), TITLE),
        queue=label(row.get("id_queue")),
        call_id=clean(row.get("id_call"), ADDRESS),
        duration=_duration(row.get("duration")),
        is_answered=_claim(row.get("answered")),
        ended_by=_first((row.get("disposition_cause"), row.get("disconnection_cause")), WORD),
    )


def _earliest_told(row: Row, zone: str) -> datetime | None:
    told = (moment(row.get(key), zone) for key in ("time", "time_open", "time_close"))
    return next((time for time in told if time), None)


def _writer(row: Row, details: Row) -> str:
    """Name the other side of an e-mail or chat: address, else number, else name."""
    keys = ("address", "email", "phone", "number")
    told = [source.get(key) for source in (details, row) for key in keys]
    return _first((*told, label(row.get("contact"))), ADDRESS)


def _first(values: Iterable[object], limit: int) -> str:
    return next((text for text in (clean(value, limit) for value in values) if text), "")


def _duration(value: object) -> timedelta | None:
    """Read seconds, which may come as text."""
    try:
        seconds = float(clean(value, WORD))
        length = timedelta(seconds=seconds)
    except (ValueError, OverflowError):  # "", "nan", "inf"
        return None
    return length if timedelta(0) <= length <= LONGEST_DURATION else None


def _claim(value: object) -> bool | None:
    """Read yes or no, which may come as a number or as text."""
    if isinstance(value, bool):
        return value
    word = clean(value, WORD).lower()
    if word in {"1", "true", "yes"}:
        return True
    return False if word in {"0", "false", "no"} else None
