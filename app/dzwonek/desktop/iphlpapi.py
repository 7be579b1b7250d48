"""Asks Windows which addresses and routes there are, and to be told of each change.

Layouts and calls: netioapi.h (https://learn.microsoft.com/windows/win32/api/netioapi/), Vista and
later; kept right by a test that compares them with the headers of mingw-w64.
"""

from __future__ import annotations

import ctypes
import sys
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import TYPE_CHECKING, TypeVar

from dzwonek.desktop.ways import Address, Route, Ways, is_usable, is_way_out
from dzwonek.winapi import HANDLE, LPVOID, VOID, Call, Layout, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AF_UNSPEC, AF_INET, AF_INET6 = 0, 2, 23
ERROR_NOT_FOUND = 1168  # GetIpForwardTable2: no such rows
PREFERRED = 4  # NL_DAD_STATE IpDadStatePreferred; deprecated (3) serves, too
DEPRECATED = 3
LOCAL = 2  # NL_ROUTE_PROTOCOL RouteProtocolLocal: comes with each address by itself

CONSTANTS = {
    "AF_UNSPEC": AF_UNSPEC,
    "AF_INET": AF_INET,
    "AF_INET6": AF_INET6,
    "ERROR_NOT_FOUND": ERROR_NOT_FOUND,
    "IpDadStatePreferred": PREFERRED,
    "IpDadStateDeprecated": DEPRECATED,
    "RouteProtocolLocal": LOCAL,
}

Row = TypeVar("Row", bound=ctypes.Structure)
Table = TypeVar("Table", "AddressTable", "RouteTable")
UInt8, UInt16, UInt32, UInt64 = ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_uint64


class SocketAddress(ctypes.Structure):
    """SOCKADDR_INET: family, port, then an IPv4 address, or flow, IPv6 address and scope."""

    _fields_ = (
        ("family", UInt16),
        ("port", UInt16),
        ("four", UInt8 * 4),  # of IPv6 the flow
        ("six", UInt8 * 16),
        ("scope", UInt32),
    )


class AddressRow(ctypes.Structure):
    """MIB_UNICASTIPADDRESS_ROW."""

    _fields_ = (
        ("address", SocketAddress),
        ("luid", UInt64),
        ("interface", UInt32),
        ("prefix_origin", UInt32),
        ("suffix_origin", UInt32),
        ("valid_lifetime", UInt32),
        ("preferred_lifetime", UInt32),
        ("on_link_prefix_length", UInt8),
        ("skip_as_source", UInt8),
        ("dad_state", UInt32),
        ("scope", UInt32),
        ("created", UInt64),
    )


class RouteRow(ctypes.Structure):
    """MIB_IPFORWARD_ROW2."""

    _fields_ = (
        ("luid", UInt64),
        ("interface", UInt32),
        ("destination", SocketAddress),
        ("prefix_length", UInt8),
        ("next_hop", SocketAddress),
        ("site_prefix_length", UInt8),
        ("valid_lifetime", UInt32),
        ("preferred_lifetime", UInt32),
        ("metric", UInt32),
        ("protocol", UInt32),
        ("loopback", UInt8),
        ("autoconfigure", UInt8),
        ("publish", UInt8),
        ("immortal", UInt8),
        ("age", UInt32),
        ("origin", UInt32),
    )


class AddressTable(ctypes.Structure):
    """MIB_UNICASTIPADDRESS_TABLE, up to its first row."""

    _fields_ = (("count", UInt32), ("first", AddressRow))


class RouteTable(ctypes.Structure):
    """MIB_IPFORWARD_TABLE2, up to its first row."""

    _fields_ = (("count", UInt32), ("first", RouteRow))


LAYOUTS = (
    Layout(
        SocketAddress,
        "SOCKADDR_INET",
        {
            "family": "si_family",
            "port": "Ipv6.sin6_port",
            "four": "Ipv4.sin_addr",
            "six": "Ipv6.sin6_addr",
            "scope": "Ipv6.sin6_scope_id",
        },
    ),
    Layout(
        AddressRow,
        "MIB_UNICASTIPADDRESS_ROW",
        {
            "address": "Address",
            "luid": "InterfaceLuid",
            "interface": "InterfaceIndex",
            "prefix_origin": "PrefixOrigin",
            "suffix_origin": "SuffixOrigin",
            "valid_lifetime": "ValidLifetime",
            "preferred_lifetime": "PreferredLifetime",
            "on_link_prefix_length": "OnLinkPrefixLength",
            "skip_as_source": "SkipAsSource",
            "dad_state": "DadState",
            "scope": "ScopeId",
            "created": "CreationTimeStamp",
        },
    ),
    Layout(
        RouteRow,
        "MIB_IPFORWARD_ROW2",
        {
            "luid": "InterfaceLuid",
            "interface": "InterfaceIndex",
            "destination": "DestinationPrefix.Prefix",
            "prefix_length": "DestinationPrefix.PrefixLength",
            "next_hop": "NextHop",
            "site_prefix_length": "SitePrefixLength",
            "valid_lifetime": "ValidLifetime",
            "preferred_lifetime": "PreferredLifetime",
            "metric": "Metric",
            "protocol": "Protocol",
            "loopback": "Loopback",
            "autoconfigure": "AutoconfigureAddress",
            "publish": "Publish",
            "immortal": "Immortal",
            "age": "Age",
            "origin": "Origin",
        },
    ),
    Layout(
        AddressTable, "MIB_UNICASTIPADDRESS_TABLE", {"count": "NumEntries", "first": "Table[0]"}
    ),
    Layout(RouteTable, "MIB_IPFORWARD_TABLE2", {"count": "NumEntries", "first": "Table[0]"}),
)

STATUS = Type("NETIO_STATUS", UInt32)
FAMILY = Type("ADDRESS_FAMILY", UInt16)
WATCHING = (LPVOID, Type("BOOLEAN", UInt8), Type("HANDLE *", ctypes.POINTER(HANDLE.carrier)))
NOTIFIERS = {  # and the type of what each calls
    "NotifyIpInterfaceChange": "PIPINTERFACE_CHANGE_CALLBACK",
    "NotifyUnicastIpAddressChange": "PUNICAST_IPADDRESS_CHANGE_CALLBACK",  # after its interface
    "NotifyRouteChange2": "PIPFORWARD_CHANGE_CALLBACK",
}
CALLS = (
    *(
        Call("iphlpapi.dll", name, STATUS, (FAMILY, Type(callback, ctypes.c_void_p), *WATCHING))
        for name, callback in NOTIFIERS.items()
    ),
    Call("iphlpapi.dll", "CancelMibChangeNotify2", STATUS, (HANDLE,)),
    Call(
        "iphlpapi.dll",
        "GetUnicastIpAddressTable",
        STATUS,
        (
            FAMILY,
            Type("PMIB_UNICASTIPADDRESS_TABLE *", ctypes.POINTER(ctypes.POINTER(AddressTable))),
        ),
    ),
    Call(
        "iphlpapi.dll",
        "GetIpForwardTable2",
        STATUS,
        (FAMILY, Type("PMIB_IPFORWARD_TABLE2 *", ctypes.POINTER(ctypes.POINTER(RouteTable)))),
    ),
    Call("iphlpapi.dll", "FreeMibTable", VOID, (LPVOID,)),
)


def ways_in(addresses: list[AddressRow], routes: list[RouteRow]) -> Ways:
    """Gather what leads out of the rows of both tables."""
    return Ways(
        frozenset(pair for row in addresses for pair in _addresses(row)),
        frozenset(route for row in routes for route in _routes(row)),
    )


def _addresses(row: AddressRow) -> Iterator[tuple[int, Address]]:
    address = _address(row.address)
    if address is not None and row.dad_state in (DEPRECATED, PREFERRED) and is_usable(address):
        yield row.interface, address


def _routes(row: RouteRow) -> Iterator[Route]:
    start = _address(row.destination)
    if start is None or row.protocol == LOCAL or row.loopback:
        return
    to = ip_network((start, row.prefix_length), strict=False)
    gateway = _address(row.next_hop)
    route = Route(row.interface, to, None if gateway is None or not int(gateway) else gateway)
    if is_way_out(route):
        yield route


def _address(packed: SocketAddress) -> Address | None:
    if packed.family == AF_INET:
        return IPv4Address(bytes(packed.four))
    if packed.family == AF_INET6:
        return IPv6Address(bytes(packed.six))
    return None


if sys.platform == "win32":
    from dzwonek.winapi import load

    Changed = ctypes.WINFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)

    class Helper:
        """The library: looks at once, and calls back at each change. Calls raise OSError."""

        def __init__(self) -> None:
            self._call = load(CALLS)
            self._handles: list[ctypes.c_void_p] = []
            self._changed: object = None  # lives as long as Windows may call it

        def follow(self, changed: Callable[[], None]) -> None:
            """Call `changed` on threads of the system at each change, until `close`."""
            changed_at = Changed(lambda _context, _row, _kind: changed())
            self._changed = changed_at
            for name in NOTIFIERS:
                handle = ctypes.c_void_p()
                wanted = (AF_UNSPEC, changed_at, None, False, ctypes.byref(handle))
                error = self._call[name](*wanted)
                if error:
                    self.close()
                    raise ctypes.WinError(error)
                self._handles.append(handle)

        def ways_out(self) -> Ways:
            """List the addresses and routes that lead out."""
            return ways_in(
                self._rows("GetUnicastIpAddressTable", AddressTable, AddressRow),
                self._rows("GetIpForwardTable2", RouteTable, RouteRow),
            )

        def close(self) -> None:
            """Be called back no more; waits for a call that is under way."""
            for handle in self._handles:
                if handle:
                    self._call["CancelMibChangeNotify2"](handle)
            self._handles.clear()

        def _rows(self, name: str, table: type[Table], row: type[Row]) -> list[Row]:
            """Copy the rows of a table that Windows lends."""
            lent = ctypes.POINTER(table)()
            error = self._call[name](AF_UNSPEC, ctypes.byref(lent))
            if error == ERROR_NOT_FOUND:
                return []
            if error:
                raise ctypes.WinError(error)
            try:
                first = ctypes.addressof(lent.contents) + table.first.offset
                rows = (row * lent.contents.count).from_address(first)
                return [row.from_buffer_copy(each) for each in rows]
            finally:
                self._call["FreeMibTable"](lent)
