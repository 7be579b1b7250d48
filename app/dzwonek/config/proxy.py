"""The address of a proxy as it stands in the settings; its password never stands there."""

from __future__ import annotations

import re
from typing import NamedTuple

FORMS = ("http://HOST:PORT", "http://USER@HOST:PORT")
URL = re.compile(
    r"http://(?:(?P<user>[^\s:@/?#]{1,200})@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|\w(?:[\w.-]{0,251}[\w.])?):(?P<port>[0-9]{1,5})/?",
    re.IGNORECASE,
)


class ProxyAddress(NamedTuple):
    """Where a proxy listens, and who we are to it; an empty `user` means no login."""

    host: str
    port: int
    user: str


def parsed(url: str) -> ProxyAddress | None:
    """Read `http://host:port` or `http://user@host:port`; None for anything else.

    A password in the address is refused: files hold none.
    """
    found = URL.fullmatch(url)
    if found is None or not 0 < int(found["port"]) < 65536:
        return None
    from urllib.parse import unquote

    return ProxyAddress(found["host"].strip("[]"), int(found["port"]), unquote(found["user"] or ""))


class ProxyUrls:
    """All that the setting may be: the address of a proxy, or nothing."""

    def __contains__(self, url: object) -> bool:
        return isinstance(url, str) and (url == "" or parsed(url) is not None)

    def __str__(self) -> str:
        return " | ".join(FORMS)
