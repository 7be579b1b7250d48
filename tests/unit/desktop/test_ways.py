"""What counts as the network's return, and what does not."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_address, ip_network

import pytest

from dzwonek.desktop.ways import BURST, Lookout, Route, Ways, is_usable, is_way_out
from dzwonek.domain.events import NetworkUp
from tests.fakes.clock import FakeClock

NOWHERE = Ways()
HOME = Ways(frozenset({(2, ip_address("192.0.2.7"))}))
DEFAULT = Route(2, ip_network("0.0.0.0/0"), ip_address("192.0.2.1"))
OFFICE = Ways(HOME.addresses, frozenset({DEFAULT}))
VPN = Ways(
    HOME.addresses | {(5, ip_address("10.8.0.2"))},
    OFFICE.routes | {Route(5, ip_network("10.0.0.0/8"))},
)
UP = (NetworkUp(),)


@pytest.mark.parametrize(
    ("before", "now", "is_news"),
    [
        (NOWHERE, HOME, True),
        (NOWHERE, OFFICE, True),
        (HOME, OFFICE, True),
        (OFFICE, VPN, True),
        (VPN, OFFICE, False),
        (OFFICE, NOWHERE, False),
        (OFFICE, OFFICE, False),
        (HOME, Ways(HOME.addresses | {(9, ip_address("172.17.0.1"))}), False),
    ],
)
def test_a_new_route_or_the_first_address_is_a_return(
    before: Ways, now: Ways, is_news: bool
) -> None:
    assert bool(Lookout(before, FakeClock()).news(now)) is is_news


def test_what_follows_within_ten_seconds_belongs_to_the_same_return() -> None:
    clock = FakeClock()
    lookout = Lookout(NOWHERE, clock)

    assert lookout.news(HOME) == UP
    clock.advance(BURST - timedelta(seconds=1))
    assert lookout.news(OFFICE) == ()
    clock.advance(timedelta(seconds=1))
    assert lookout.news(VPN) == UP


def test_a_return_after_a_real_loss_is_told_however_short_it_was() -> None:
    lookout = Lookout(NOWHERE, FakeClock())

    assert [lookout.news(ways) for ways in (OFFICE, NOWHERE, OFFICE)] == [UP, (), UP]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", True),
        ("10.0.0.1", True),
        ("fd00::2", True),
        ("2001:db8::2", True),
        ("127.0.0.1", False),
        ("169.254.3.4", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("fe80::1", False),
        ("ff02::1", False),
    ],
)
def test_an_address_serves_beyond_its_own_cable_or_not(address: str, expected: bool) -> None:
    assert is_usable(ip_address(address)) is expected


@pytest.mark.parametrize(
    ("to", "gateway", "expected"),
    [
        ("0.0.0.0/0", "192.0.2.1", True),
        ("::/0", "fe80::1", True),
        ("0.0.0.0/0", "", True),
        ("10.0.0.0/8", "", True),
        ("198.51.100.9/32", "10.8.0.1", True),
        ("10.244.1.7/32", "", False),
        ("169.254.0.0/16", "", False),
        ("fe80::/64", "", False),
        ("ff00::/8", "", False),
        ("224.0.0.0/4", "", False),
    ],
)
def test_a_route_leads_to_other_networks_or_not(to: str, gateway: str, expected: bool) -> None:
    route = Route(2, ip_network(to), ip_address(gateway) if gateway else None)

    assert is_way_out(route) is expected
