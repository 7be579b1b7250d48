"""Say user name and password in the ways that mail servers know (RFC 4616, RFC 4954)."""

from __future__ import annotations

from base64 import b64encode

MECHANISMS = ("PLAIN", "LOGIN")


def offered(advertised: str) -> tuple[str, ...]:
    """List the mechanisms of an EHLO answer's AUTH line that we speak, the simplest first."""
    names = advertised.upper().split()
    return tuple(name for name in MECHANISMS if name in names)


def lines(mechanism: str, user: str, password: str) -> tuple[str, ...]:
    """List what to say: the AUTH command, then the answer to each "334" of the server."""
    if mechanism == "PLAIN":
        return (f"AUTH PLAIN {_letters(chr(0) + user + chr(0) + password)}",)
    return ("AUTH LOGIN", _letters(user), _letters(password))


def secrets_in(user: str, password: str) -> tuple[str, ...]:
    """List every form in which a server might echo what was said."""
    said = (line.removeprefix("AUTH PLAIN ") for line in lines("PLAIN", user, password))
    return tuple(each for each in (*said, _letters(password), _letters(user), password) if each)


def _letters(words: str) -> str:
    """Write words in base64 of their UTF-8."""
    return b64encode(words.encode("utf-8")).decode("ascii")
