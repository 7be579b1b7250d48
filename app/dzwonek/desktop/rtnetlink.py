"""Asks the Linux kernel which addresses and routes there are.

Layouts and numbers: rtnetlink(7), netlink(7), linux/rtnetlink.h, linux/if_addr.h, linux/if.h.
"""

from __future__ import annotations

import errno
import os
import socket
import struct
import sys
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

from dzwonek.desktop.ways import Address, Route, Ways, is_usable, is_way_out

if TYPE_CHECKING:
    from collections.abc import Iterator

assert sys.platform == "linux"

GROUPS = 0x1 | 0x10 | 0x40 | 0x100 | 0x400  # links; addresses and routes of IPv4 and IPv6
PATIENCE = 1.0  # seconds; the kernel answers within the call
READ_BYTES = 65536

_HEADER = struct.Struct("=IHHII")
_LINK = struct.Struct("=BxHiII")
_ADDRESS = struct.Struct("=BBBBI")
_ROUTE = struct.Struct("=BBBBBBBBI")
_ATTRIBUTE = struct.Struct("=HH")
_NEXT_HOP = struct.Struct("=HBBi")

_ERROR, _DONE = 2, 3
_NEW_LINK, _NEW_ADDRESS, _NEW_ROUTE = 16, 20, 24
_GET_LINK, _GET_ADDRESS, _GET_ROUTE = 18, 22, 26
_DUMP = 0x301  # NLM_F_REQUEST | NLM_F_DUMP
_KIND_MASK = 0x3FFF  # above it stand flags (NLA_F_NESTED)

_IFA_ADDRESS, _IFA_LOCAL, _IFA_FLAGS = 1, 2, 8
_UNSURE = 0x40 | 0x08  # IFA_F_TENTATIVE, IFA_F_DADFAILED: not usable (yet)
_UP, _RUNNING = 0x1, 0x40  # IFF_UP, IFF_RUNNING
_RTA_DST, _RTA_OIF, _RTA_GATEWAY, _RTA_MULTIPATH, _RTA_TABLE = 1, 4, 5, 9, 15
_LOCAL_TABLE = 255
_KERNEL = 2  # RTPROT_KERNEL: comes with each address by itself
_UNICAST = 1
_CLONED = 0x200  # RTM_F_CLONED: a cached copy

Attributes = dict[int, bytes]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the kernel: its type, and what follows the header."""

    kind: int
    body: bytes


def listening() -> socket.socket:
    """Open a socket that becomes readable at each change; raises OSError."""
    heard = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC)
    try:
        heard.bind((0, GROUPS))
        heard.setblocking(False)
    except BaseException:
        heard.close()
        raise
    return heard


def hear(heard: socket.socket) -> None:
    """Read away all that is there; what it says is asked for again, and may have been lost."""
    while True:
        try:
            heard.recv(READ_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno != errno.ENOBUFS:  # more came than the kernel keeps: so there is news
                raise


def ways_out() -> Ways:
    """List the addresses and routes that lead out, over links that carry; raises OSError."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC) as asked:
        asked.settimeout(PATIENCE)
        asked.bind((0, 0))
        messages = [
            message
            for kind in (_GET_LINK, _GET_ADDRESS, _GET_ROUTE)
            for message in _dump(asked, kind)
        ]
    return ways_in(messages)


def _dump(asked: socket.socket, kind: int) -> Iterator[Message]:
    """Ask for everything of one kind, of every family."""
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
    asked.send(_HEADER.pack(_HEADER.size + len(body), kind, _DUMP, kind, 0) + body)
    while True:
        for message in messages_in(asked.recv(READ_BYTES)):
            if message.kind == _DONE:
                return
            if message.kind == _ERROR:
                number = -struct.unpack_from("=i", message.body)[0]
                raise OSError(number, os.strerror(number))
            yield message


def messages_in(packet: bytes) -> Iterator[Message]:
    """Take a packet apart; what is cut off is left out."""
    at = 0
    while at + _HEADER.size <= len(packet):
        length, kind, *_ = _HEADER.unpack_from(packet, at)
        if length < _HEADER.size or at + length > len(packet):
            return
        yield Message(kind, packet[at + _HEADER.size : at + length])
        at += _padded(length)


def ways_in(messages: list[Message]) -> Ways:
    """Gather what leads out of a whole list of links, addresses and routes."""
    carrying = {index for m in messages if m.kind == _NEW_LINK for index in _carrying(m.body)}
    addresses = {pair for m in messages if m.kind == _NEW_ADDRESS for pair in _addresses(m.body)}
    routes = {route for m in messages if m.kind == _NEW_ROUTE for route in _routes(m.body)}
    return Ways(
        frozenset(pair for pair in addresses if pair[0] in carrying),
        frozenset(route for route in routes if route.interface in carrying),
    )


def _carrying(body: bytes) -> Iterator[int]:
    """Give the link's number if it is switched on and carries (a cable is in)."""
    _, _, index, flags, _ = _LINK.unpack_from(body)
    if flags & _UP and flags & _RUNNING:
        yield index


def _addresses(body: bytes) -> Iterator[tuple[int, Address]]:
    _, _, flags, _, index = _ADDRESS.unpack_from(body)
    told = attributes_in(body[_ADDRESS.size :])
    flags |= _number(told.get(_IFA_FLAGS, b""))
    # on a point-to-point link IFA_ADDRESS is the other side's
    address = _address(told.get(_IFA_LOCAL, told.get(_IFA_ADDRESS, b"")))
    if address is not None and not flags & _UNSURE and is_usable(address):
        yield index, address


def _routes(body: bytes) -> Iterator[Route]:
    """Give the routes of one message: one for each next hop."""
    family, length, _, _, table, protocol, _, kind, flags = _ROUTE.unpack_from(body)
    told = attributes_in(body[_ROUTE.size :])
    table = _number(told.get(_RTA_TABLE, b"")) or table
    if kind != _UNICAST or protocol == _KERNEL or table == _LOCAL_TABLE or flags & _CLONED:
        return
    if family not in (socket.AF_INET, socket.AF_INET6):
        return
    nowhere = bytes(4 if family == socket.AF_INET else 16)
    to = ip_network((told.get(_RTA_DST, nowhere), length), strict=False)
    hops = list(_next_hops(told.get(_RTA_MULTIPATH, b"")))
    if _RTA_OIF in told:
        hops.append((_number(told[_RTA_OIF]), told.get(_RTA_GATEWAY, b"")))
    for interface, gateway in hops:
        route = Route(interface, to, _address(gateway))
        if is_way_out(route):
            yield route


def _next_hops(packed: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + _NEXT_HOP.size <= len(packed):
        length, _, _, interface = _NEXT_HOP.unpack_from(packed, at)
        if length < _NEXT_HOP.size:
            return
        told = attributes_in(packed[at + _NEXT_HOP.size : at + length])
        yield interface, told.get(_RTA_GATEWAY, b"")
        at += _padded(length)


def attributes_in(packed: bytes) -> Attributes:
    """Take the attributes behind a message's fixed part; the last of a kind counts."""
    found: Attributes = {}
    at = 0
    while at + _ATTRIBUTE.size <= len(packed):
        length, kind = _ATTRIBUTE.unpack_from(packed, at)
        if length < _ATTRIBUTE.size or at + length > len(packed):
            break
        found[kind & _KIND_MASK] = packed[at + _ATTRIBUTE.size : at + length]
        at += _padded(length)
    return found


def _address(packed: bytes) -> Address | None:
    return ip_address(packed) if len(packed) in (4, 16) else None


def _number(packed: bytes) -> int:
    return int(struct.unpack("=I", packed)[0]) if len(packed) == 4 else 0


def _padded(length: int) -> int:
    return (length + 3) & ~3
