"""Which ways lead out of this computer, and when the network counts as back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TYPE_CHECKING

from dzwonek.domain.events import Event, NetworkUp

if TYPE_CHECKING:
    from dzwonek.domain.ports import Clock

BURST = timedelta(seconds=10)  # one network brings addresses and routes of both families in turn

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Route:
    """A way to other networks: interface, destination, and the gateway where there is one.

    The metric is no part of it: who changes it has not brought the network back.
    """

    interface: int
    to: Network
    gateway: Address | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """The usable addresses (each with its interface) and the routes, at one moment."""

    addresses: frozenset[tuple[int, Address]] = frozenset()
    routes: frozenset[Route] = frozenset()

    @property
    def lead_out(self) -> bool:
        """Say whether anything beyond this computer can be reached at all."""
        return bool(self.addresses or self.routes)


def is_usable(address: Address) -> bool:
    """Say whether an address serves beyond this computer and its own cable."""
    return not (
        address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_unspecified
    )


def is_way_out(route: Route) -> bool:
    """Say whether a route leads to other networks; of containers each has a route of its own."""
    is_single = route.to.prefixlen == route.to.max_prefixlen
    if is_single and route.gateway is None:
        return False
    start = route.to.network_address
    return not (start.is_loopback or start.is_link_local or start.is_multicast)


def is_back(before: Ways, now: Ways) -> bool:
    """Say whether a network came: a new route (a VPN's, too), or the first address of all.

    A further address alone is none: a bridge for containers, a renewed or a temporary address.
    """
    has_new_route = bool(now.routes - before.routes)
    return has_new_route or (bool(now.addresses) and not before.addresses)


class Lookout:
    """Compares what there is with what there was, and tells of each return once."""

    def __init__(self, ways: Ways, clock: Clock) -> None:
        self._ways = ways
        self._clock = clock
        self._told_at: timedelta | None = None

    def news(self, ways: Ways) -> tuple[Event, ...]:
        """Give NetworkUp when the network is back; what belongs to the same return is swallowed."""
        before, self._ways = self._ways, ways
        if not is_back(before, ways):
            return ()
        now = self._clock.monotonic()
        was_told = self._told_at is not None and now - self._told_at < BURST
        if was_told and before.lead_out:
            return ()
        self._told_at = now
        return (NetworkUp(),)
