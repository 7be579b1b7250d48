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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AF_UNSPEC, AF_INET, AF_INET6 = 0, 2, 23
ERROR_NOT_FOUND = 1168  # GetIpForwardTable2: no such rows
PREFERRED = 4  # NL_DAD_STATE IpDadStatePreferred; deprecated (3) serves, too
DEPRECATED = 3
LOCAL = 2  # NL_ROUTE_PROTOCOL RouteProtocolLocal: comes with each address by itself

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
    from ctypes import wintypes

    Changed = ctypes.WINFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    NOTIFIERS = (
        "NotifyIpInterfaceChange",
        "NotifyUnicastIpAddressChange",  # an address comes after its interface
        "NotifyRouteChange2",
    )

    class Helper:
        """The library: looks at once, and calls back at each change. Calls raise OSError."""

        def __init__(self) -> None:
            self._dll = ctypes.WinDLL("iphlpapi.dll")
            self._dll.FreeMibTable.argtypes = (ctypes.c_void_p,)
            self._dll.FreeMibTable.restype = None
            self._dll.CancelMibChangeNotify2.argtypes = (wintypes.HANDLE,)
            self._dll.CancelMibChangeNotify2.restype = wintypes.DWORD
            self._handles: list[wintypes.HANDLE] = []
            self._changed: object = None  # lives as long as Windows may call it

        def follow(self, changed: Callable[[], None]) -> None:
            """Call `changed` on threads of the system at each change, until `close`."""
            changed_at = Changed(lambda _context, _row, _kind: changed())
            self._changed = changed_at
            for name in NOTIFIERS:
                notify = getattr(self._dll, name)
                notify.restype = wintypes.DWORD
                notify.argtypes = (
                    wintypes.USHORT,
                    Changed,
                    ctypes.c_void_p,
                    wintypes.BOOLEAN,
                    ctypes.POINTER(wintypes.HANDLE),
                )
                handle = wintypes.HANDLE()
                error = notify(AF_UNSPEC, changed_at, None, False, ctypes.byref(handle))
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
                    self._dll.CancelMibChangeNotify2(handle)
            self._handles.clear()

        def _rows(self, name: str, table: type[Table], row: type[Row]) -> list[Row]:
            """Copy the rows of a table that Windows lends."""
            get = getattr(self._dll, name)
            get.restype = wintypes.DWORD
            get.argtypes = (wintypes.USHORT, ctypes.POINTER(ctypes.POINTER(table)))
            lent = ctypes.POINTER(table)()
            error = get(AF_UNSPEC, ctypes.byref(lent))
            if error == ERROR_NOT_FOUND:
                return []
            if error:
                raise ctypes.WinError(error)
            try:
                first = ctypes.addressof(lent.contents) + table.first.offset
                rows = (row * lent.contents.count).from_address(first)
                return [row.from_buffer_copy(each) for each in rows]
            finally:
                self._dll.FreeMibTable(lent)
