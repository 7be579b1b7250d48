"""Which mail server takes our mail, as the settings say."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Proxy:
    """Which HTTP proxy connects us to the mail server; an empty `user` means no login."""

    host: str
    port: int
    user: str = ""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Which server takes our mail, and in whose name. An empty `user` means no login.

    Without TLS there is no `proxy`: such a server is this computer itself.
    """

    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    user: str
    sender: str
    proxy: Proxy | None = None


def is_loopback_name(host: str) -> bool:
    """Say whether a host is this computer by its very name: 127.0.0.0/8, ::1 or localhost."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
