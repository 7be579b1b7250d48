"""Windows's rows of addresses and routes: laid out as in netioapi.h, and read rightly."""

from __future__ import annotations

import ctypes
import sys
from ipaddress import ip_address, ip_network

from dzwonek.desktop import iphlpapi
from dzwonek.desktop.iphlpapi import AddressRow, RouteRow, RouteTable, SocketAddress, ways_in
from dzwonek.desktop.wake import Wake
from dzwonek.desktop.ways import Route, Ways


def socket_address(text: str) -> SocketAddress:
    packed = ip_address(text).packed
    if len(packed) == 4:
        return SocketAddress(family=iphlpapi.AF_INET, four=tuple(packed))
    return SocketAddress(family=iphlpapi.AF_INET6, six=tuple(packed))


def address(interface: int, text: str, state: int = iphlpapi.PREFERRED) -> AddressRow:
    return AddressRow(interface=interface, address=socket_address(text), dad_state=state)


def route(interface: int, to: str, gateway: str, protocol: int = 3, loopback: int = 0) -> RouteRow:
    network = ip_network(to)
    return RouteRow(
        interface=interface,
        destination=socket_address(str(network.network_address)),
        prefix_length=network.prefixlen,
        next_hop=socket_address(gateway),
        protocol=protocol,
        loopback=loopback,
    )


def test_the_rows_are_laid_out_as_windows_lays_them() -> None:
    """The numbers are those of mingw-w64's netioapi.h, compiled for 64 bits."""
    assert ctypes.sizeof(SocketAddress) == 28
    assert ctypes.sizeof(AddressRow) == 80
    assert ctypes.sizeof(RouteRow) == 104
    assert (AddressRow.interface.offset, AddressRow.dad_state.offset) == (40, 64)
    assert (RouteRow.prefix_length.offset, RouteRow.next_hop.offset) == (40, 44)
    assert (RouteRow.protocol.offset, RouteRow.loopback.offset) == (88, 92)
    assert RouteTable.first.offset == 8


def test_addresses_and_routes_that_lead_out_are_found() -> None:
    found = ways_in(
        [
            address(4, "192.0.2.7"),
            address(4, "fe80::7"),
            address(1, "127.0.0.1"),
            address(5, "192.0.2.8", state=1),
        ],
        [
            route(4, "0.0.0.0/0", "192.0.2.1"),
            route(4, "192.0.2.0/24", "0.0.0.0", protocol=iphlpapi.LOCAL),
            route(9, "10.0.0.0/8", "0.0.0.0"),
            route(1, "127.0.0.0/8", "0.0.0.0", loopback=1),
            route(4, "ff00::/8", "::"),
        ],
    )

    assert found == Ways(
        frozenset({(4, ip_address("192.0.2.7"))}),
        frozenset(
            {
                Route(4, ip_network("0.0.0.0/0"), ip_address("192.0.2.1")),
                Route(9, ip_network("10.0.0.0/8")),
            }
        ),
    )


def test_a_ring_from_any_thread_is_heard_once_for_all_and_never_blocks() -> None:
    wake = Wake()
    for _ in range(100_000):
        wake.ring()

    assert wake.heard() > 0
    assert wake.heard() == 0
    wake.close()
    wake.ring()


if sys.platform == "win32":
    from dzwonek.desktop.iphlpapi import Helper
    from dzwonek.desktop.network import network_source
    from tests.fakes.clock import FakeClock

    def test_windows_own_tables_are_read() -> None:
        helper = Helper()
        assert helper.ways_out() == helper.ways_out()
        helper.close()

    def test_the_changes_of_the_network_are_followed_until_the_end() -> None:
        source = network_source(FakeClock())
        assert source is not None
        assert source.fileno() >= 0
        assert source.pump() == ()
        source.close()
