"""What is wrong with policies: by their table, and by those parts that will use their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dzwonek.config.policy_reading import RawPolicy

MAIL_HOST, MAIL_SECURITY = "DeliveryMailHost", "DeliveryMailSecurity"
CA_FILE = "DeliveryMailCaFile"
OF_ONE_USER = "HKCU"  # a policy there is nobody else's


def policy_faults(policies: Iterable[RawPolicy], *, is_here: bool) -> Iterator[Problem]:
    """Name the faults of each policy, also of a value that a stronger policy hides.

    Files are looked for only where the policies are this computer's (`is_here`).
    """
    from dzwonek.config.policy import apply
    from dzwonek.config.settings import DEFAULTS

    mail: dict[str, tuple[object, str]] = {}
    for policy in policies:
        held = apply(DEFAULTS, policy)
        yield from held.problems
        is_one_users = policy.source.startswith(OF_ONE_USER)
        for name, fixed in held.fixed.items():
            place = policy.told_name(name)
            if name == CA_FILE and not is_here:
                continue
            if not (name == "OutboxFolder" and is_one_users):
                yield from _refusals(name, fixed.value, place)
            mail.setdefault(name, (fixed.value, place))
    yield from _open_mail(mail)


def default_faults() -> Iterator[Problem]:
    """Name the faults of what an administrator chose for this computer at first."""
    from dzwonek.config.machine_defaults import machine_defaults
    from dzwonek.config.policy_table import BY_PATH
    from dzwonek.config.settings import paths

    defaults = machine_defaults()
    yield from defaults.problems
    values = dict(paths(defaults.settings))
    told = {BY_PATH[path].name: (values[path], place) for path, place in defaults.places.items()}
    for name, (value, place) in told.items():
        yield from _refusals(name, value, place)
    yield from _open_mail(told)


def _open_mail(told: Mapping[str, tuple[object, str]]) -> Iterator[Problem]:
    """Say that mail to another computer will never go without TLS; both have to be told."""
    from dzwonek.delivery.server import is_loopback_name

    security, place = told.get(MAIL_SECURITY, ("", ""))
    host, _ = told.get(MAIL_HOST, ("", ""))
    if security == "none" and host and not is_loopback_name(str(host)):
        values = {"reason": "refused", "host": str(host), "path": place}
        yield Problem(Code.MAIL_NOT_LOOPBACK, values)


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
    from dzwonek.config.policy_table import BY_NAME

    match name:
        case "ProfileName":
            from dzwonek.config.profile import load_profile
            from dzwonek.startup.stores import profile_folders

            load_profile(value, profile_folders())
        case "HotkeysReport" | "HotkeysFlag":
            from dzwonek.desktop.keys import parse

            parse(value)
        case "SystemUrl":
            from dzwonek.daktela.address import normalised_address

            normalised_address(value)
        case "DeliveryChannel" if value in BY_NAME[name].unbuilt:
            raise trouble(Code.CHANNEL_NOT_BUILT, channel=value)
        case "DeliveryMailFrom" | "AgentEmail" if value:
            from dzwonek.delivery.cleaning import ascii_address

            ascii_address(value, name)
        case "DeliveryMailCaFile":
            from dzwonek.config.tls import tls_context

            tls_context(value)
        case "OutboxFolder":
            _try_folder(value)


def _try_folder(value: str) -> None:
    from dzwonek.config.own_folder import is_shared

    if value and is_shared(value):
        raise trouble(Code.POLICY_FOLDER_SHARED, value=value)
