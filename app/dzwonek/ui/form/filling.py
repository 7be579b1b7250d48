"""What one click on a recent activity fills in, and what one click more takes back."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.phone import number_at_once
from dzwonek.ui.form.said import number

if TYPE_CHECKING:
    from dzwonek.domain.activity import Activity
    from dzwonek.domain.kinds import Kind


MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Matter:
    """The fields that an activity knows; `occurred_at` is UTC."""

    kind: Kind | None
    customer: str
    ours: str
    occurred_at: datetime
    activity: Activity | None = None


def filled(before: Matter, activity: Activity) -> Matter:
    """Fill in what the activity knows; what it does not know stays as it was."""
    return Matter(
        kind=activity.kind,
        customer=number(activity.customer) or before.customer,
        ours=number(activity.ours) or before.ours,
        occurred_at=activity.occurred_at,
        activity=activity,
    )


def is_of(now: Matter, activity: Activity, region: str) -> bool:
    """Say whether the fields still tell of this activity: kind, customer, a moment within it."""
    customer = number_at_once(number(activity.customer), region).casefold()
    typed = number_at_once(now.customer, region).casefold()
    begun = activity.occurred_at.replace(second=0, microsecond=0)
    ended = activity.occurred_at + (activity.duration or timedelta())
    return (
        now.kind == activity.kind
        and (not customer or typed == customer)
        and begun <= now.occurred_at <= max(ended, begun + MINUTE)
    )


def taken_back(now: Matter, filled_in: Matter, before: Matter) -> Matter:
    """Undo a filling exactly: only what the operator changed since then stays."""
    kept = {
        field.name: getattr(now, field.name)
        for field in fields(Matter)
        if getattr(now, field.name) != getattr(filled_in, field.name)
    }
    return replace(before, **kept)
