"""What in typed settings cannot be, each fault with the dotted name of its setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VENDOR = ".daktela.com"
LAST_PORT = 65535


def faults(values: Mapping[str, object]) -> dict[str, Problem]:
    """Name what must be mended before these values can be saved; an empty field is no fault."""
    return dict(_faults({name: str(value) for name, value in values.items()}))


def origin(address: str) -> str:
    """Give `https://host` for what was typed; raises ProblemError (DAKTELA_ADDRESS_INVALID)."""
    from dzwonek.daktela.address import normalised_address

    return normalised_address(address)


def shown_host(address: str) -> str:
    """Give an address as people know it, without `https://`; what is no address stays."""
    try:
        return origin(address).removeprefix("https://")
    except ProblemError:
        return address.strip()


def is_foreign(address: str, suffix: str = VENDOR) -> bool:
    """Say whether a usable address lies outside the vendor's own domain."""
    from dzwonek.daktela.address import host_of

    host = host_of(address)
    return bool(host) and not host.endswith(suffix)


def is_mail_address(text: str) -> bool:
    """Say whether a mail can go to or come from this."""
    from dzwonek.delivery.cleaning import ascii_address

    try:
        return bool(ascii_address(text, "sender"))
    except ProblemError:
        return False


def _faults(values: Mapping[str, str]) -> Iterator[tuple[str, Problem]]:
    if values.get("system.url"):
        try:
            origin(values["system.url"])
        except ProblemError as error:
            yield "system.url", error.problem
    for name in ("agent.email", "delivery.mail.from"):
        if values.get(name) and not is_mail_address(values[name]):
            yield name, Problem(Code.MAIL_ADDRESS_INVALID, {"address": values[name]})
    port = values.get("delivery.mail.port", "1")
    if not (port.isdigit() and 0 < int(port) <= LAST_PORT):
        yield "delivery.mail.port", _no_port(port)
    if values.get("delivery.mail.security") == "none" and not _stays_here(values):
        yield "delivery.mail.security", Problem(Code.MAIL_NOT_LOOPBACK)


def _no_port(typed: str) -> Problem:
    values = {"key": "delivery.mail.port", "value": typed, "allowed": f"1–{LAST_PORT}"}
    return Problem(Code.SETTINGS_INVALID_VALUE, values)


def _stays_here(values: Mapping[str, str]) -> bool:
    from dzwonek.delivery.server import is_loopback_name

    host = values.get("delivery.mail.host", "")
    return not host or is_loopback_name(host)
