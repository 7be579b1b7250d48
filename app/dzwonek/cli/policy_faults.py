"""What is wrong with policies: by their table, and by those parts that will use their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dzwonek.config.policy_reading import RawPolicy


def policy_faults(policies: Iterable[RawPolicy]) -> Iterator[Problem]:
    """Name the faults of each policy, also of a value that a stronger policy hides."""
    from dzwonek.config.policy import apply
    from dzwonek.config.settings import DEFAULTS

    for policy in policies:
        held = apply(DEFAULTS, policy)
        yield from held.problems
        for name, fixed in held.fixed.items():
            yield from _refusals(name, fixed.value, policy.told_name(name))


def default_faults() -> Iterator[Problem]:
    """Name the faults of what an administrator chose for this computer at first."""
    from dzwonek.config.machine_defaults import machine_defaults
    from dzwonek.config.policy_table import BY_PATH
    from dzwonek.config.settings import paths

    defaults = machine_defaults()
    yield from defaults.problems
    values = dict(paths(defaults.settings))
    for path, place in defaults.places.items():
        yield from _refusals(BY_PATH[path].name, values[path], place)


def _refusals(name: str, value: object, place: str) -> Iterator[Problem]:
    """Say why the program will refuse a value of the right kind; `place` is told with it."""
    for one in value if isinstance(value, tuple) else (value,):
        try:
            _try(name, str(one))
        except ProblemError as error:
            told = {"reason": "refused", **error.problem.values, "path": place}
            yield Problem(error.problem.code, told)


def _try(name: str, value: str) -> None:
    """Use one value as the program will; raises ProblemError."""
    match name:
        case "ProfileName":
            from dzwonek.config.profile import load_profile

            load_profile(value)
        case "HotkeysReport" | "HotkeysFlag":
            from dzwonek.desktop.keys import parse

            parse(value)
        case "SystemUrl":
            from dzwonek.daktela.address import normalised_address

            normalised_address(value)
        case "DeliveryChannel" if value != "mail":
            raise trouble(Code.CHANNEL_NOT_BUILT, channel=value)
