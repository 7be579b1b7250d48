"""`dzwonek doctor`: looks at everything a report needs, and changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.diagnostics.findings import Finding, Findings, Mark, Values
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock

log = logging.getLogger(__name__)

# Looks at one thing: gives plain values, or raises ProblemError.
Probe = Callable[[], Values]
# The ids of the usual probes, in their order; others script against them.
PROBES = (
    "profile",
    "keyring",
    "queue_key",
    "drive",
    "outbox",
    "display",
    "tray",
    "notices",
    "hotkeys",
    "daktela",
    "clock",
    "mail",
)
TARGET = "target."  # and behind it host:port, one probe for each place that the settings name
LOW_SPACE = 200 * 1024 * 1024  # bytes; some fifty reports with two 4K pictures
# Troubles that leave a report its way out: less comfort, or less protection.
LESSER = frozenset(
    {
        Code.SETTINGS_UNKNOWN_KEY,
        Code.SETTINGS_INVALID_VALUE,
        Code.SETTINGS_UNREADABLE,
        Code.CAPTURE_WAYLAND,
        Code.CAPTURE_MACOS,
        Code.CAPTURE_NO_DISPLAY,
        Code.CAPTURE_BLACK,
        Code.CAPTURE_LOCKED,
        Code.CAPTURE_DISCONNECTED,
        Code.CAPTURE_SECURE_DESKTOP,
        Code.CAPTURE_PROTECTED,
        Code.CAPTURE_REMOTE,
        Code.CAPTURE_FAILED,
        Code.CAPTURE_SWITCHED_OFF,
        Code.HOTKEY_TAKEN,
        Code.HOTKEY_NOT_ON_LAYOUT,
        Code.HOTKEY_INVALID,
        Code.HOTKEY_RESERVED,
        Code.HOTKEY_UNAVAILABLE,
        Code.HOTKEY_UNAVAILABLE_WAYLAND,
        Code.DAKTELA_NOT_CONFIGURED,
        Code.DAKTELA_NOT_A_DAKTELA,
        Code.DAKTELA_UNREACHABLE,
        Code.DAKTELA_CERTIFICATE,
        Code.DAKTELA_LATE,
        Code.DAKTELA_NOT_SIGNED_IN,
        Code.DAKTELA_NO_RIGHT,
        Code.DAKTELA_BUSY,
        Code.DAKTELA_ANSWER_UNKNOWN,
        Code.KEYRING_MISSING,
        Code.KEYRING_LOCKED,
        Code.KEYRING_LATE,
        Code.QUEUE_KEY_IN_FILE,
        Code.CLOCK_DOUBTED,
        Code.STORE_ON_NETWORK,
        Code.STORE_REBUILT,
        Code.POLICY_INVALID_VALUE,
        Code.POLICY_FOLDER_SHARED,
        Code.TARGET_UNKNOWN,
        Code.TARGET_UNREACHABLE,
        Code.TARGET_LATE,
        Code.TARGET_TLS_FAILED,
        Code.NO_TRAY,
        Code.NO_NOTICES,
        Code.AUTOSTART_FAILED,
        Code.LINK_FAILED,
    }
)


class LesserError(ProblemError):
    """A trouble beside which reports go out, though its code alone would not tell."""


class GraverError(ProblemError):
    """A trouble that keeps reports in, though its code alone would not tell."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is looked at: values already known, and probes for what has to be asked.

    `folders` are the program's own by name, `folder_troubles` what is known to be wrong with one,
    and `unmade` those that only the first report makes.
    `probes`, named as in PROBES, run in their order and
    bring their own deadlines; what has none is not looked at.
    """

    clock: Clock
    versions: Values
    folders: Mapping[str, Path]
    settings_file: Path
    settings_problems: tuple[Problem, ...] = ()
    policy_source: str = ""
    policy_problems: tuple[Problem, ...] = ()
    locked: frozenset[str] = frozenset()
    probes: Mapping[str, Probe] = field(default_factory=dict)
    folder_troubles: Mapping[str, Problem] = field(default_factory=dict)
    unmade: frozenset[str] = frozenset()


def examine(parts: Parts) -> Findings:
    """Look at everything; whatever fails becomes a finding, nothing is raised."""
    return Findings(parts.clock.now(), tuple(_findings(parts)))


def _findings(parts: Parts) -> Iterator[Finding]:
    yield Finding("versions", values=parts.versions)
    for name, folder in parts.folders.items():
        if trouble := parts.folder_troubles.get(name):
            yield Finding(f"folder.{name}", mark_of(trouble), trouble)
        elif name in parts.unmade:
            yield Finding(f"folder.{name}", values={"path": str(folder), "is_there": False})
        else:
            yield looked_at(f"folder.{name}", partial(folder_values, folder))
    yield from _told("settings", parts.settings_problems, {"path": str(parts.settings_file)})
    policy: Values = {"source": parts.policy_source, "locked": ", ".join(sorted(parts.locked))}
    yield from _told("policy", parts.policy_problems, policy)
    for name, probe in parts.probes.items():
        yield looked_at(name, probe)


def looked_at(name: str, probe: Probe) -> Finding:
    """Run one probe; a fault of ours is logged and told as such, the other checks go on."""
    try:
        values = probe()
    except LesserError as error:
        return Finding(name, Mark.WARN, error.problem)
    except GraverError as error:
        return Finding(name, Mark.FAIL, error.problem)
    except ProblemError as error:
        return Finding(name, mark_of(error.problem), error.problem)
    except Exception as error:
        log.exception("the check %s broke", name)
        return Finding(name, Mark.FAIL, values={"error": type(error).__name__})
    return Finding(name, values=values)


def mark_of(problem: Problem) -> Mark:
    """Say how bad a trouble is for a report's way out."""
    return Mark.WARN if problem.code in LESSER else Mark.FAIL


def folder_values(folder: Path) -> Values:
    """Try to write into a folder and count its free bytes; raises ProblemError (DISK_…)."""
    import shutil
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"dzwonek")
            file.flush()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise ProblemError(_disk_problem(folder, error)) from error
    if free < LOW_SPACE:
        raise ProblemError(Problem(Code.DISK_FULL, {"path": str(folder), "free": free}))
    return {"path": str(folder), "free": free}


def _disk_problem(folder: Path, error: OSError) -> Problem:
    import errno

    codes = {errno.ENOSPC: Code.DISK_FULL, errno.EROFS: Code.DISK_READ_ONLY}
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    code = codes.get(error.errno or 0, Code.DISK_FAILED)
    return Problem(code, {"path": str(folder), "reason": reason})


def _told(name: str, problems: tuple[Problem, ...], values: Values) -> Iterator[Finding]:
    """Give one finding for each trouble already known, or one that says all is well."""
    if not problems:
        yield Finding(name, values=values)
    for problem in problems:
        yield Finding(name, mark_of(problem), problem, values)
