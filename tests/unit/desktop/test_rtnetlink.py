"""The kernel's messages are taken apart rightly, whole or cut."""

from __future__ import annotations

import socket
import struct
import sys
from ipaddress import ip_address, ip_network

import pytest

if sys.platform != "linux":
    pytest.skip("netlink", allow_module_level=True)
assert sys.platform == "linux"  # mypy does not know that a skip ends the file

from dzwonek.desktop.rtnetlink import Message, attributes_in, messages_in, ways_in  # noqa: E402 - behind the skip
from dzwonek.desktop.ways import Route, Ways  # noqa: E402 - behind the skip

UP_AND_RUNNING = 0x1 | 0x40
NEW_LINK, NEW_ADDRESS, NEW_ROUTE = 16, 20, 24


def attribute(kind: int, content: bytes) -> bytes:
    packed = struct.pack("=HH", 4 + len(content), kind) + content
    return packed + bytes(-len(packed) % 4)


def link(index: int, flags: int = UP_AND_RUNNING) -> Message:
    return Message(NEW_LINK, struct.pack("=BxHiII", 0, 1, index, flags, 0))


def address(index: int, text: str, flags: int = 0) -> Message:
    packed = ip_address(text).packed
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    head = struct.pack("=BBBBI", family, 24, 0, 0, index)
    return Message(
        NEW_ADDRESS, head + attribute(1, packed) + attribute(8, struct.pack("=I", flags))
    )


def route(
    to: str, *attributes: bytes, table: int = 254, protocol: int = 4, kind: int = 1
) -> Message:
    network = ip_network(to)
    family = socket.AF_INET if network.version == 4 else socket.AF_INET6
    head = struct.pack("=BBBBBBBBI", family, network.prefixlen, 0, 0, table, protocol, 0, kind, 0)
    there = attribute(1, network.network_address.packed) if network.prefixlen else b""
    return Message(NEW_ROUTE, head + there + b"".join(attributes))


def over(index: int) -> bytes:
    return attribute(4, struct.pack("=i", index))


def via(text: str) -> bytes:
    return attribute(5, ip_address(text).packed)


def test_addresses_and_routes_count_over_links_that_carry() -> None:
    messages = [
        link(2),
        link(3, flags=0x1),
        address(2, "192.0.2.7"),
        address(3, "192.0.2.8"),
        route("0.0.0.0/0", over(2), via("192.0.2.1")),
        route("0.0.0.0/0", over(3), via("192.0.2.1")),
        route("2001:db8::/32", over(2), via("fe80::1")),
    ]

    assert ways_in(messages) == Ways(
        frozenset({(2, ip_address("192.0.2.7"))}),
        frozenset(
            {
                Route(2, ip_network("0.0.0.0/0"), ip_address("192.0.2.1")),
                Route(2, ip_network("2001:db8::/32"), ip_address("fe80::1")),
            }
        ),
    )


@pytest.mark.parametrize("flags", [0x40, 0x08])
def test_an_address_that_may_be_anothers_does_not_count_yet(flags: int) -> None:
    assert not ways_in([link(2), address(2, "2001:db8::7", flags)]).lead_out


@pytest.mark.parametrize(
    "message",
    [
        route("10.0.0.0/8", over(2), protocol=2),
        route("10.0.0.0/8", over(2), table=255),
        route("10.0.0.0/8", over(2), attribute(15, struct.pack("=I", 255)), table=0),
        route("10.0.0.0/8", over(2), kind=7),
        route("10.0.0.0/8"),
    ],
)
def test_routes_of_the_system_itself_and_routes_to_nowhere_do_not_count(message: Message) -> None:
    assert not ways_in([link(2), message]).lead_out


def test_each_hop_of_a_route_over_several_links_counts() -> None:
    hops = b"".join(
        struct.pack("=HBBi", 8 + len(gateway), 0, 0, index) + gateway
        for index, gateway in ((2, via("192.0.2.1")), (3, via("198.51.100.1")))
    )
    found = ways_in([link(2), link(3), route("0.0.0.0/0", attribute(9, hops))])

    assert {(one.interface, str(one.gateway)) for one in found.routes} == {
        (2, "192.0.2.1"),
        (3, "198.51.100.1"),
    }


def test_a_packet_is_taken_apart_and_what_is_cut_off_left_out() -> None:
    one = struct.pack("=IHHII", 20, NEW_LINK, 0, 1, 0) + b"four"
    packet = one + one + one[:18]

    assert list(messages_in(packet)) == [Message(NEW_LINK, b"four")] * 2
    assert list(messages_in(struct.pack("=IHHII", 3, NEW_LINK, 0, 1, 0))) == []


def test_attributes_lose_their_flags_and_stop_where_they_are_cut() -> None:
    nested = struct.pack("=HH", 5, 0x8000 | 12) + b"x" + bytes(3)

    assert attributes_in(nested + attribute(3, b"ab") + b"\x20\x00") == {12: b"x", 3: b"ab"}
    assert attributes_in(struct.pack("=HH", 400, 1) + b"short") == {}
    assert attributes_in(struct.pack("=HH", 0, 1)) == {}
