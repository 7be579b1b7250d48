"""The vendor's profile: contacts, hours, texts and limits, read from one file."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.config.typed import made
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code, trouble
from dzwonek.domain.profile import ContactProfile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Not through importlib.resources, whose import takes 5 ms: we never run from within an archive.
OURS = Path(__file__).with_name("profiles")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SEVEN_LINES = 7
WEEK = 7


def machine_profiles() -> tuple[Path, ...]:
    """List the folders where an administrator may put profiles; users cannot write there.

    On Windows that is the program's own folder: in %ProgramData% anybody may make one first.
    """
    if sys.platform == "win32":
        is_installed = getattr(sys, "frozen", False)
        return (Path(sys.executable).parent / "profiles",) if is_installed else ()
    if sys.platform == "darwin":
        return (Path("/Library/Application Support/Dzwonek/profiles"),)
    return (Path("/etc/dzwonek/profiles"),)


def load_profile(name: str, folders: Sequence[Path] | None = None) -> ContactProfile:
    """Read the profile of that name: from `folders` (the machine's), else from the package.

    Raises ProblemError (PROFILE_UNKNOWN, with `name` and `reason`) when there is none, or when
    it is not whole: without a sure recipient no report may leave.
    """
    try:
        file = _file(name, machine_profiles() if folders is None else folders)
        text = file.read_text(encoding="utf-8")
        profile: ContactProfile = made(ContactProfile, tomllib.loads(text))
        # Our own are whole: a test looks. Here it would cost 5 ms of every start.
        faults = [] if file.parent == OURS else list(_faults(profile, name))
    except FileNotFoundError as error:
        raise trouble(Code.PROFILE_UNKNOWN, name=name, reason="missing") from error
    except (OSError, ValueError, RecursionError) as error:
        raise trouble(Code.PROFILE_UNKNOWN, name=name, reason=str(error)) from error
    if faults:
        raise trouble(Code.PROFILE_UNKNOWN, name=name, reason=", ".join(faults))
    return profile


def _file(name: str, folders: Sequence[Path]) -> Path:
    """Find the file; a name that could lead out of the folders is unknown."""
    if not NAME.fullmatch(name):
        raise FileNotFoundError(name)
    candidates = (folder / f"{name}.toml" for folder in folders)
    return next((file for file in candidates if file.exists()), OURS / f"{name}.toml")


def _faults(profile: ContactProfile, name: str) -> Iterator[str]:
    """Name what a file of the right shape may still lack."""
    words, hours = profile.words, profile.contact.hours
    claims = {
        "name": profile.name == name,
        "zone": _is_zone(profile.zone) and _is_zone(hours.zone),
        "contact.email": _is_address(profile.contact.email),
        "contact.hours": set(hours.weekdays) <= set(range(1, 8)) and hours.opens < hours.closes,
        "words.labels": len(words.labels) == SEVEN_LINES and all(words.labels),
        "words.weekdays": len(words.weekdays) == WEEK,
        "words.kinds": set(Kind) <= set(words.kinds),
        "words.occurrences": set(Occurrence) <= set(words.occurrences),
        "words.call_in": _names_both(words.call_in),
        "words.call_out": _names_both(words.call_out),
        "words.subject": "{code}" in words.subject,
        "max_message_bytes": profile.max_message_bytes > 0,
    }
    return (key for key, is_right in claims.items() if not is_right)


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _is_address(text: str) -> bool:
    return re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+", text) is not None


def _names_both(template: str) -> bool:
    return "{customer}" in template and "{ours}" in template
