"""The network's return, as the kernel itself tells it, in a network namespace of our own."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("netlink", allow_module_level=True)
assert sys.platform == "linux"  # mypy does not know that a skip ends the file

from dzwonek.desktop.network_linux import LinuxNetwork  # noqa: E402 - behind the skip
from tests.fakes.clock import FakeClock  # noqa: E402 - behind the skip

ROOT = Path(__file__).parents[3]
CABLE = "link add v0 type veth peer name v1; link set v0 up; link set v1 up"
ADDRESS = "addr add 10.9.0.2/24 dev v0"
ROUTE = "route add default via 10.9.0.1"
LATER = 60  # seconds; longer than one return's burst


class Namespace:
    """A network to change, and the count of the events that came of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def events(self, calls: str, expected: int = 0, after: int = LATER) -> int:
        """Run calls of `ip` some seconds later by the clock; count the events."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{after} {expected}:{calls}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the program in the namespace ended"
        return int(answer)


@pytest.fixture
def namespace(component: Callable[[str, str], str]) -> Iterator[Namespace]:
    unshare, ip = component("unshare", "util-linux"), component("ip", "iproute2")
    if subprocess.run([unshare, "-n", "true"], check=False, capture_output=True).returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root for a network namespace")
        pytest.skip("needs root for a network namespace")
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}",
        "PATH": f"{Path(ip).parent}:{os.environ['PATH']}",
    }
    with subprocess.Popen(
        [unshare, "-n", sys.executable, "-m", "tests.fakes.network_namespace"],
        env=environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Namespace(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_cable_an_address_and_a_route_are_one_return_of_the_network(
    namespace: Namespace,
) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1


def test_what_belongs_to_one_return_comes_in_turn_and_is_told_once(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}", expected=1) == 1
    assert namespace.events(ROUTE, after=1) == 0
    assert namespace.events("-6 addr add fd00::2/64 dev v0 nodad", after=1) == 0
    assert namespace.events("-6 route add default via fd00::1 dev v0", after=1) == 0


def test_loopback_and_an_address_of_the_cable_alone_are_no_network(namespace: Namespace) -> None:
    assert namespace.events("link set lo up") == 0
    assert namespace.events(f"{CABLE}; addr add 169.254.7.7/16 dev v0 scope link") == 0


def test_a_network_that_went_and_came_is_told_again_each_time(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1

    assert namespace.events("link set v0 down", after=1) == 0
    assert namespace.events(f"link set v0 up; {ROUTE}", expected=1, after=1) == 1

    assert namespace.events("addr flush dev v0", after=1) == 0
    assert namespace.events(f"{ADDRESS}; {ROUTE}", expected=1, after=1) == 1


def test_a_pulled_cable_takes_the_network_and_brings_it_back(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1

    assert namespace.events("link set v1 down") == 0
    assert namespace.events("link set v1 up", expected=1) == 1


def test_a_renewed_address_and_a_changed_metric_are_no_news(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1

    for _ in range(3):
        renewed = "addr change 10.9.0.2/24 dev v0 valid_lft 600 preferred_lft 300"
        assert namespace.events(renewed) == 0
    assert namespace.events(f"{ROUTE} metric 600; route del default metric 0") == 0


def test_a_bridge_for_containers_and_a_second_address_are_no_news(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1

    bridge = "link add br0 type bridge; link set br0 up; addr add 172.17.0.1/16 dev br0"
    container = (
        "link add c0 type veth peer name c1; link set c0 master br0; link set c0 up; link set c1 up"
    )
    assert namespace.events(bridge) == 0
    assert namespace.events(container) == 0
    assert namespace.events("addr add 10.9.0.3/24 dev v0") == 0
    assert namespace.events("route add 10.244.1.7/32 dev c0") == 0


def test_a_vpn_that_comes_up_beside_a_standing_network_is_a_return(namespace: Namespace) -> None:
    assert namespace.events(f"{CABLE}; {ADDRESS}; {ROUTE}", expected=1) == 1

    tunnel = (
        "link add t0 type veth peer name t1; link set t0 up; link set t1 up; "
        "addr add 10.8.0.2/32 dev t0; route add 10.0.0.0/8 dev t0"
    )
    assert namespace.events(tunnel, expected=1) == 1
    assert namespace.events("route add default dev t0 table 51820", expected=1) == 1
    assert namespace.events("link del t0") == 0


def test_nothing_wakes_us_while_nothing_happens_and_a_closed_source_is_quiet() -> None:
    source = LinuxNetwork(FakeClock())

    assert source.pump() == ()
    assert select.select([source], [], [], 0)[0] == []

    source.close()
    assert source.fileno() == -1
