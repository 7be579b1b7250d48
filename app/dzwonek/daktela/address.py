"""Turns what people type as the address of their Daktela into one exact https origin."""

from __future__ import annotations

import ipaddress
import re

from dzwonek.daktela.text import clean
from dzwonek.domain.problem import Code, ProblemError, trouble

LONGEST_HOST = 253  # RFC 1035 §2.3.4, written without the last dot
LONGEST_INPUT = 2048
HTTPS_PORT = 443
LAST_PORT = 65535

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# What chat programs leave round a copied address: zero-width marks and the byte-order mark.
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))


def normalised_address(text: str) -> str:
    """Give `https://host` or `https://host:port` for what was typed; path and query are dropped.

    Raises ProblemError DAKTELA_ADDRESS_INVALID with `address` (as it may be shown: never with
    credentials) and `reason`: empty, http, scheme, credentials, host or port.
    """
    typed = text.translate(_INVISIBLE).strip()
    if not typed:
        raise _invalid("", "empty")
    if len(typed) > LONGEST_INPUT:
        raise _invalid(typed, "host")
    found = _SCHEME.match(typed)
    if found and found[1].lower() != "https":
        raise _invalid(typed, "http" if found[1].lower() == "http" else "scheme")
    authority = re.split(r"[/?#\\]", typed[found.end() :] if found else typed, maxsplit=1)[0]
    if "@" in authority:
        raise _invalid(authority.rpartition("@")[2], "credentials")
    host, port = _split(authority, typed)
    return f"https://{host}" if port == HTTPS_PORT else f"https://{host}:{port}"


def host_of(address: str) -> str:
    """Give the host alone, as a report names it; empty when the text holds no usable address."""
    try:
        authority = normalised_address(address).removeprefix("https://")
    except ProblemError:
        return ""
    if authority.startswith("["):
        return authority[1:].partition("]")[0]
    return authority.partition(":")[0]


def _split(authority: str, typed: str) -> tuple[str, int]:
    """Part host and port, each checked."""
    if authority.startswith("["):
        literal, bracket, rest = authority[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise _invalid(typed, "host")
        return f"[{_ipv6(literal, typed)}]", _port(rest[1:] if rest else "", typed)
    host, _, port = authority.partition(":")
    return _host(host, typed), _port(port, typed)


def _port(text: str, typed: str) -> int:
    """Read a port number; none at all means the one of https."""
    if not text:
        return HTTPS_PORT
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PORT))):
        raise _invalid(typed, "port")
    if not 0 < int(text) <= LAST_PORT:
        raise _invalid(typed, "port")
    return int(text)


def _host(text: str, typed: str) -> str:
    """Check a host name (RFC 1123 §2.1) or an IPv4 address; other letters become IDNA."""
    try:
        host = text.encode("idna").decode("ascii") if not text.isascii() else text
    except UnicodeError as error:
        raise _invalid(typed, "host") from error
    host = host.lower().removesuffix(".")
    if not host or len(host) > LONGEST_HOST:
        raise _invalid(typed, "host")
    labels = host.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise _invalid(typed, "host")
    if labels[-1].isdigit():
        return _ipv4(host, typed)
    return host


def _ipv4(text: str, typed: str) -> str:
    try:
        return str(ipaddress.IPv4Address(text))
    except ValueError as error:
        raise _invalid(typed, "host") from error


def _ipv6(text: str, typed: str) -> str:
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError as error:
        raise _invalid(typed, "host") from error


def _invalid(shown: str, reason: str) -> ProblemError:
    address = clean(shown.rpartition("@")[2] if "@" in shown else shown, 80)
    return trouble(Code.DAKTELA_ADDRESS_INVALID, address=address, reason=reason)
