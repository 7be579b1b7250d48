"""The vendor's profile: contacts, hours, texts and limits, read from one file."""

from __future__ import annotations

import logging
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.config.typed import made
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code, trouble
from dzwonek.domain.profile import ContactProfile, SpokenTexts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dzwonek.domain.profile import MatterWords

# Not through importlib.resources, whose import takes 5 ms: we never run from within an archive.
OURS = Path(__file__).with_name("profiles")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SEVEN_LINES = 7
log = logging.getLogger("dzwonek.config")
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


def spoken_profile(
    profile: ContactProfile, language: str, folders: Sequence[Path] | None = None
) -> ContactProfile:
    """Give the profile as people read it in another language, from `NAME.LANGUAGE.toml` beside it.

    Where there is none, or none that is whole, the profile's own language serves.
    """
    if language == profile.language or not NAME.fullmatch(language):
        return profile
    try:
        file = _file(profile.name, machine_profiles() if folders is None else folders)
        beside = file.with_name(f"{profile.name}.{language}.toml")
        texts = made(SpokenTexts, tomllib.loads(beside.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return profile
    except (OSError, ValueError, RecursionError) as error:
        log.warning("the texts of %s in %s cannot be read: %s", profile.name, language, error)
        return profile
    return profile.spoken(texts)


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
        "words.matter": not words.matter or _can_be_written(words.matter),
        "matters.id": _are_names([matter.id for matter in profile.matters]),
        "help.id": _are_names([text.id for text in profile.help]),
        "max_message_bytes": profile.max_message_bytes > 0,
    }
    return (key for key, is_right in claims.items() if not is_right)


def _can_be_written(words: MatterWords) -> bool:
    """Say whether no line of a letter would lack its name."""
    labels = (words.title, words.quantity, words.email, words.text)
    return all(labels) and "{code}" in words.subject


def _are_names(ids: Sequence[str]) -> bool:
    return len(set(ids)) == len(ids) and all(NAME.fullmatch(each) for each in ids)


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
