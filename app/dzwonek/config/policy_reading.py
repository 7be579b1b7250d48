"""What was found in one place where an administrator writes, and how files are read for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dzwonek.config.plain_file import read_text
from dzwonek.config.settings_faults import unreadable
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class RawPolicy:
    """A policy as it was found: its place, and plain values by name.

    With a `problem` nobody knows what it says. In the registry (`is_registry`) capitals mean
    nothing, and each value has a full name of its own.
    """

    source: str
    values: Mapping[str, object] = field(default_factory=dict)
    problem: Problem | None = None
    is_registry: bool = False

    def place_of(self, name: str) -> str:
        """Say where one value stands: its file, or its full name in the registry."""
        return f"{self.source}\\{name}" if self.is_registry else self.source

    def told_name(self, name: str) -> str:
        """Name one value so that an administrator finds it."""
        return self.place_of(name) if self.is_registry else name


# A place where a policy may stand: gives it, or None where there is none.
Reader = Callable[[], RawPolicy | None]


def read_policy_file(file: Path) -> RawPolicy | None:
    """Read one policy file, or None where there is none; a faulty one carries its problem.

    One whose name ends in `.plist` is a property list of macOS, any other one is TOML.
    """
    try:
        values = _plist(file) if file.suffix == ".plist" else _toml(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        return RawPolicy(str(file), problem=no_policy(unreadable(file, error)))
    return RawPolicy(str(file), values)


def no_policy(problem: Problem) -> Problem:
    """Tell of a policy, not of settings, that it cannot be read."""
    return Problem(Code.POLICY_UNREADABLE, problem.values)


def missing(file: Path) -> RawPolicy:
    """Tell that a file somebody named is not there: that is a fault, not no policy."""
    values: dict[str, str | int] = {"path": str(file), "line": 0, "reason": "missing"}
    return RawPolicy(str(file), problem=Problem(Code.POLICY_UNREADABLE, values))


def _toml(file: Path) -> Mapping[str, object]:
    import tomllib

    return tomllib.loads(read_text(file))


def _plist(file: Path) -> Mapping[str, object]:
    """Read a property list, as text or binary; raises OSError and ValueError.

    The program for Windows carries nothing that could read one.
    """
    from dzwonek.config.plain_file import read_bytes

    try:
        import plistlib
        from xml.parsers.expat import ExpatError
    except ImportError as error:
        raise ValueError("no reader of property lists") from error

    try:
        found = plistlib.loads(read_bytes(file))
    except (plistlib.InvalidFileException, ExpatError, AttributeError, IndexError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, dict):
        raise ValueError("no dictionary")
    return {str(name): value for name, value in found.items()}
