"""The guard that keeps every test on this machine."""

from __future__ import annotations

import ipaddress
import socket
import sys
from dataclasses import dataclass, field

# Names that no resolver answers (RFC 2606, RFC 6761): examples may be looked up, and are not found.
RESERVED = ("example", "test", "invalid")
LOCAL_NAMES = ("localhost", "")
INTERNET = (socket.AF_INET, socket.AF_INET6)


@dataclass(frozen=True, slots=True)
class LoopbackGuard:
    """Refuses look-ups and connections that leave this machine, and notes them in `attempts`."""

    attempts: list[str] = field(default_factory=list)

    @classmethod
    def installed(cls) -> LoopbackGuard:
        """Give a guard that watches this process from now on.

        An audit hook sees every way to a socket, also those of C code (Python docs, "Audit events
        table"); it cannot be taken away again, so there is one for the whole session.
        """
        guard = cls()
        sys.addaudithook(guard._judge)
        return guard

    def _judge(self, event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith("socket."):
            return
        if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
            self._judge_address(arguments[0], arguments[1])
        elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
            self._judge_name(arguments[0])

    def _judge_address(self, source: object, address: object) -> None:
        is_internet = isinstance(source, socket.socket) and source.family in INTERNET
        if is_internet and isinstance(address, tuple) and not is_local(address[0]):
            self.attempts.append(str(address))
            raise OSError(f"tests reach no other machine: {address}")

    def _judge_name(self, name: object) -> None:
        if is_local(name):
            return
        if not is_reserved(name):
            self.attempts.append(str(name))
        raise socket.gaierror(socket.EAI_NONAME, f"tests look up no name: {name!r}")


def is_local(host: object) -> bool:
    """Tell whether a host, by name or number, is this machine."""
    if host is None:
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return text in LOCAL_NAMES


def is_reserved(name: object) -> bool:
    """Tell whether a name belongs to a domain set aside for examples and tests."""
    text = name.decode() if isinstance(name, bytes) else str(name)
    return text.rstrip(".").rpartition(".")[2] in RESERVED
