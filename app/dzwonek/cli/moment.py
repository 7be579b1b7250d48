"""The moment that a command line names (ISO 8601), or words about why it is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

MARGIN = timedelta(minutes=5)  # the clock that told the moment may be a little before this one


class WrongMomentError(Exception):
    """Says in words why no report can be of that moment."""


def moment_of(text: str, zone: str, now: datetime) -> datetime:
    """Give the moment (UTC); one without an offset is the operator's own time.

    Raises WrongMomentError for what is no moment, or one that is still to come.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(zone))
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:  # also one next to the end of all years
        told = "to nie jest data z godziną; przykład: 2020-02-27T15:55"
        raise WrongMomentError(f"„{text}”: {told} albo 2020-02-27T15:55+01:00") from error
    if moment > now + MARGIN:
        shown = now.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")
        raise WrongMomentError(f"„{text}”: ten czas jeszcze nie nadszedł (teraz jest {shown})")
    return moment
