"""What an administrator chose for a computer at first: it lies under the operators' settings.

The names are those of the policies. Nothing is locked, and nothing comes into a settings file:
where an operator's file is silent, these hold, also when they change later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dzwonek.config.policy_places import find, this_computer
from dzwonek.config.settings import DEFAULTS, Settings, with_value
from dzwonek.config.settings_faults import invalid, nearest
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.config.policy_reading import RawPolicy


@dataclass(frozen=True, slots=True)
class MachineDefaults:
    """The settings before any file of an operator's, and where each that was chosen stands."""

    settings: Settings = DEFAULTS
    places: Mapping[str, str] = field(default_factory=dict)  # by dotted name
    problems: tuple[Problem, ...] = ()


def machine_defaults(places: AdminPlaces | None = None) -> MachineDefaults:
    """Read this computer's defaults; what cannot be is told, and counts as not chosen."""
    found = find((this_computer() if places is None else places).defaults)
    return laid_under(found[0]) if found else MachineDefaults()


def laid_under(raw: RawPolicy) -> MachineDefaults:
    """Lay what an administrator chose over the program's own defaults."""
    if raw.problem:
        unread = Problem(Code.SETTINGS_UNREADABLE, raw.problem.values)
        return MachineDefaults(problems=(unread,))
    from dzwonek.config.policy_table import BY_PATH
    from dzwonek.config.policy_values import allowed_values, checked

    entries = {entry.name.lower(): entry for entry in BY_PATH.values()}
    settings, places, problems = DEFAULTS, {}, []
    for name, value in raw.values.items():
        entry = entries.get(name.lower())
        if entry is None:
            if not raw.is_registry:  # the package keeps other things of its own there
                known = tuple(one.name for one in BY_PATH.values())
                told = {"key": raw.told_name(name), "nearest": nearest(name, known)}
                problems.append(Problem(Code.SETTINGS_UNKNOWN_KEY, told))
            continue
        chosen = checked(entry, value)
        if chosen is None:
            told_name = raw.told_name(entry.name)
            problems.append(invalid(told_name, value, allowed_values(entry)))
            continue
        settings = with_value(settings, entry.path, chosen)
        places[entry.path] = raw.place_of(entry.name)
    return MachineDefaults(settings, places, tuple(problems))
