"""What the administrator has fixed, and what therefore holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dzwonek.config.policy_places import find_policies
from dzwonek.config.settings import Settings, with_value
from dzwonek.config.settings_faults import invalid, nearest
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.config.policy_reading import RawPolicy
    from dzwonek.config.policy_table import Policy
    from dzwonek.domain.profile import ContactProfile

# These fix no setting: no operator sees or chooses them.
RECIPIENTS = "Recipients"
CONTACT_EMAIL, CONTACT_PHONE = "ContactEmail", "ContactPhone"
CONTACT_EMERGENCY = "ContactEmergency"
AUTOSTART = "Autostart"
OUTBOX_FOLDER = "OutboxFolder"
SCREENSHOTS = "PrivacyScreenshots"
# What holds instead of a value that cannot be: no pictures, nobody to send to, nowhere to store.
PROTECTING: Mapping[str, object] = {
    SCREENSHOTS: False,
    RECIPIENTS: (),
    CONTACT_EMAIL: "",
    OUTBOX_FOLDER: "",
}
# What a policy closes that nobody can read.
CLOSED = (SCREENSHOTS, RECIPIENTS)


@dataclass(frozen=True, slots=True)
class Fixed:
    """One policy that holds: its value, and where it stands."""

    value: object
    place: str


@dataclass(frozen=True, slots=True)
class Effective:
    """The settings that hold, and what the administrator fixed.

    `locked` are the settings that a policy fixes, by dotted names; `fixed` are all policies that
    hold, by their own names. `source` names the policies' places, and is empty without one.
    """

    settings: Settings
    locked: frozenset[str] = frozenset()
    fixed: Mapping[str, Fixed] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    source: str = ""

    @property
    def recipients(self) -> tuple[str, ...] | None:
        """Give those to whom reports go; None where the profile's address holds."""
        if RECIPIENTS in self.fixed:
            value = self.fixed[RECIPIENTS].value
            return value if isinstance(value, tuple) else ()
        return () if self.text(CONTACT_EMAIL) == "" else None

    @property
    def autostart(self) -> bool | None:
        """Say whether the program has to start with the computer; None leaves it to people."""
        value = self.fixed[AUTOSTART].value if AUTOSTART in self.fixed else None
        return value if isinstance(value, bool) else None

    @property
    def outbox_folder(self) -> str | None:
        """Give the folder of the outbox as it was written; empty when none can be meant."""
        return self.text(OUTBOX_FOLDER)

    def text(self, name: str) -> str | None:
        """Give the text of a policy, or None where there is no such policy."""
        value = self.fixed[name].value if name in self.fixed else None
        return value if isinstance(value, str) else None

    def with_contacts(self, profile: ContactProfile) -> ContactProfile:
        """Put the contacts that a policy names into the place of the profile's."""
        if not any(name.startswith("Contact") for name in self.fixed):
            return profile
        from dzwonek.config.contacts import changed

        contact = changed(
            profile.contact,
            profile.region,
            email=self.text(CONTACT_EMAIL),
            phone=self.text(CONTACT_PHONE),
            emergency=self.text(CONTACT_EMERGENCY),
        )
        return replace(profile, contact=contact)

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


def effective(
    settings: Settings, environment: Mapping[str, str], places: AdminPlaces | None = None
) -> Effective:
    """Lay this computer's policies over the settings."""
    return apply(settings, *find_policies(environment, places))


def apply(settings: Settings, *policies: RawPolicy) -> Effective:
    """Lay policies over the settings; of each value the first one that can be counts.

    What cannot be understood protects: no pictures, and nobody to send to, until it is mended.
    """
    if not policies:
        return Effective(settings)
    fixed: dict[str, Fixed] = {}
    problems: list[Problem] = []
    for policy in policies:
        for name, value in _understood(policy, problems).items():
            fixed.setdefault(name, value)
    return _laid_over(settings, fixed, tuple(problems), ", ".join(one.source for one in policies))


def _laid_over(
    settings: Settings, fixed: Mapping[str, Fixed], problems: tuple[Problem, ...], source: str
) -> Effective:
    from dzwonek.config.policy_table import BY_NAME

    locked = set()
    for name, found in fixed.items():
        if path := BY_NAME[name].path:
            settings = with_value(settings, path, found.value)
            locked.add(path)
    return Effective(settings, frozenset(locked), fixed, problems, source)


def _understood(policy: RawPolicy, problems: list[Problem]) -> dict[str, Fixed]:
    """Give what one policy fixes; what is wrong with it goes to `problems`."""
    if policy.problem:
        problems.append(policy.problem)
        return {name: Fixed(PROTECTING[name], policy.source) for name in CLOSED}
    from dzwonek.config.policy_values import checked, sorted_out

    found: dict[str, Fixed] = {}
    for name, raw in policy.values.items():
        entry = _entry(policy, name)
        if entry is None:
            problems.append(_unknown(policy, name))
            continue
        value = checked(entry, raw)
        if value is None:
            value, wrong = sorted_out(entry, raw)
            problems += [_wrong(policy, entry, one) for one in wrong]
            value = PROTECTING.get(entry.name) if value is None else value
        if value is not None:
            found[entry.name] = Fixed(value, policy.place_of(entry.name))
    return found


def _entry(policy: RawPolicy, name: str) -> Policy | None:
    from dzwonek.config.policy_table import BY_NAME

    if policy.is_registry:
        return next((e for known, e in BY_NAME.items() if known.lower() == name.lower()), None)
    return BY_NAME.get(name)


def _unknown(policy: RawPolicy, name: str) -> Problem:
    from dzwonek.config.policy_table import BY_NAME

    values = {"key": policy.told_name(name), "nearest": nearest(name, tuple(BY_NAME))}
    return Problem(Code.SETTINGS_UNKNOWN_KEY, values)


def _wrong(policy: RawPolicy, entry: Policy, raw: object) -> Problem:
    """Tell of a value that cannot be; without sure recipients every report stays here."""
    from dzwonek.config.policy_values import allowed_values

    is_nobody = entry.name in (RECIPIENTS, CONTACT_EMAIL)
    code = Code.POLICY_RECIPIENTS_INVALID if is_nobody else Code.POLICY_INVALID_VALUE
    told = invalid(policy.told_name(entry.name), raw, allowed_values(entry))
    return Problem(code, told.values)
