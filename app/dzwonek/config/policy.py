"""What the administrator has fixed, and what therefore holds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.config.plain_file import read_text
from dzwonek.config.settings import DEFAULTS, Settings, with_value
from dzwonek.config.settings_faults import invalid, unknown, unreadable
from dzwonek.config.typed import WrongValueError, made
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from dzwonek.config.policy_table import Policy

RECIPIENTS = "Recipients"  # fixes no setting: it stands in the place of the profile's address
POLICY_VARIABLE = "DZWONEK_POLICY"
# On Windows the registry stands in its place.
MACHINE_FILE = None if sys.platform == "win32" else Path("/etc/dzwonek/policy.toml")
SCREENSHOTS = "privacy.screenshots"
PROTECTING = {"PrivacyScreenshots": False}  # what holds instead of a value that cannot be


@dataclass(frozen=True, slots=True)
class RawPolicy:
    """A policy as it was found: its place, and plain values by name.

    With a `problem` nobody knows what it says.
    """

    source: str
    values: Mapping[str, object] = field(default_factory=dict)
    problem: Problem | None = None


# A place where a policy may stand: gives it, or None where there is none.
Reader = Callable[[], RawPolicy | None]


@dataclass(frozen=True, slots=True)
class Effective:
    """The settings that hold and which of them are locked, by dotted names.

    `recipients` is None where the profile's address holds; `source` is empty without a policy.
    """

    settings: Settings
    locked: frozenset[str] = frozenset()
    recipients: tuple[str, ...] | None = None
    problems: tuple[Problem, ...] = ()
    source: str = ""

    def recipients_or(self, usual: str) -> tuple[str, ...]:
        """Give those to whom reports go; raises ProblemError when a policy names nobody usable.

        The usual address does not stand in then: the administrator wanted another one, and a
        report sent astray cannot be called back.
        """
        if self.recipients is None:
            return (usual,)
        if not self.recipients:
            raise ProblemError(self._why_nobody())
        return self.recipients

    def must_name_somebody(self) -> None:
        """Raise ProblemError (POLICY_…) while nothing may be sent at all."""
        self.recipients_or("")

    def _why_nobody(self) -> Problem:
        """Say it without the values: they may be addresses, and this may be written down."""
        for problem in self.problems:
            if problem.code is Code.POLICY_UNREADABLE:
                return problem
        return Problem(Code.POLICY_RECIPIENTS_INVALID, {"path": self.source})


def effective(settings: Settings, environment: Mapping[str, str]) -> Effective:
    """Lay this computer's policy over the settings."""
    return apply(settings, find_policy(readers(environment)))


def readers(
    environment: Mapping[str, str], machine: Path | None = MACHINE_FILE
) -> tuple[Reader, ...]:
    """List the places of a policy, the strongest first."""
    named = environment.get(POLICY_VARIABLE, "")
    found = [_file_reader(machine)] if machine else []
    found += [_named_reader(Path(named))] if named else []
    return tuple(found)


def read_policy_file(file: Path) -> RawPolicy | None:
    """Read one policy file, or None where there is none; a faulty one carries its problem."""
    import tomllib

    try:
        values = tomllib.loads(read_text(file))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        told = unreadable(file, error).values
        return RawPolicy(str(file), problem=Problem(Code.POLICY_UNREADABLE, told))
    return RawPolicy(str(file), values)


def find_policy(places: tuple[Reader, ...]) -> RawPolicy | None:
    """Give the first policy there is; the weaker ones do not count then."""
    return next((found for read in places if (found := read()) is not None), None)


def apply(settings: Settings, policy: RawPolicy | None) -> Effective:
    """Lay a policy over the settings.

    What cannot be understood protects: no pictures, and nobody to send to, until it is mended.
    """
    if policy is None:
        return Effective(settings)
    if policy.problem:
        closed = with_value(settings, SCREENSHOTS, False)
        return Effective(closed, frozenset({SCREENSHOTS}), (), (policy.problem,), policy.source)
    return _applied(settings, policy)


def _applied(settings: Settings, policy: RawPolicy) -> Effective:
    from dzwonek.config.policy_table import POLICIES  # most computers have no policy

    known = {entry.name: entry for entry in POLICIES}
    locked: set[str] = set()
    recipients: tuple[str, ...] | None = None
    problems: list[Problem] = []
    for name, raw in policy.values.items():
        if name not in known:
            problems.append(unknown(name, tuple(known)))
            continue
        entry = known[name]
        value = _value(entry, raw)
        if value is None:
            problems.append(_wrong(entry, raw))
            value = PROTECTING.get(name)
        if name == RECIPIENTS:
            recipients = value if isinstance(value, tuple) else ()
        elif value is not None:
            settings = with_value(settings, entry.path, value)
            locked.add(entry.path)
    return Effective(settings, frozenset(locked), recipients, tuple(problems), policy.source)


def _wrong(entry: Policy, raw: object) -> Problem:
    """Tell of a value that cannot be; wrong recipients alone keep every report here."""
    is_nobody = entry.name == RECIPIENTS
    code = Code.POLICY_RECIPIENTS_INVALID if is_nobody else Code.POLICY_INVALID_VALUE
    return Problem(code, invalid(entry.name, raw, allowed_values(entry)).values)


def allowed_values(entry: Policy) -> str:
    """Say in signs what a policy may be."""
    from dzwonek.config.policy_table import PolicyKind

    match entry.kind:
        case PolicyKind.CHOICE:
            return " | ".join(entry.choices)
        case PolicyKind.NUMBER:
            return f"{entry.low}–{entry.high}"
        case PolicyKind.SWITCH:
            return "true | false"
        case PolicyKind.LIST:
            return '["…", "…"]'
        case PolicyKind.TEXT:
            return entry.form or '"…"'


def _value(entry: Policy, raw: object) -> object:
    """Check a value, and bring the registry's forms to TOML's; None for what cannot be.

    The registry has 0 and 1 for a switch, and may hold a list of one as a plain text.
    """
    from dzwonek.config.policy_table import PolicyKind

    if entry.kind is PolicyKind.SWITCH and type(raw) is int and raw in (0, 1):
        return bool(raw)
    value = [raw] if entry.kind is PolicyKind.LIST and isinstance(raw, str) else raw
    if entry.name == RECIPIENTS:
        return _addresses(value) or None
    try:
        with_value(DEFAULTS, entry.path, value)
    except WrongValueError:
        return None
    return value


def _addresses(value: object) -> tuple[str, ...]:
    """Give the mail addresses, or none at all where one of them is no address."""
    try:
        addresses: tuple[str, ...] = made(tuple[str, ...], value)
    except WrongValueError:
        return ()
    return addresses if all(map(_is_address, addresses)) else ()


def _is_address(text: str) -> bool:
    name, at, host = text.partition("@")
    unfit = any(letter.isspace() or letter in "<>,;@" for letter in name + host)
    return bool(name and at and host) and not unfit


def _file_reader(file: Path) -> Reader:
    return lambda: read_policy_file(file)


def _named_reader(file: Path) -> Reader:
    """Read a policy that somebody named: one that is not there is a fault, not no policy."""
    values: dict[str, str | int] = {"path": str(file), "line": 0, "reason": "missing"}
    missing = RawPolicy(str(file), problem=Problem(Code.POLICY_UNREADABLE, values))
    return lambda: read_policy_file(file) or missing
