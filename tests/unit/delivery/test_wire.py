"""The connection itself: its deadlines hold before there is any connection, too."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from dzwonek.delivery.wire import CancelledError, LateError, LostError, Wire, WireError
from dzwonek.domain.clock import SystemClock

QUICK = timedelta(milliseconds=300)


@pytest.fixture(name="wire")
def wire_fixture() -> Iterator[Wire]:
    wire = Wire(SystemClock())
    wire.allow(QUICK)
    yield wire
    wire.close()


@pytest.fixture(name="slow_resolver")
def slow_resolver_fixture(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every look-up of a name hang until the test is over."""
    is_over = threading.Event()
    threads: list[threading.Thread] = []

    def hang(*_: object, **more: object) -> list[object]:
        if more.get("flags"):
            raise socket.gaierror(socket.EAI_NONAME, "not a number")
        threads.append(threading.current_thread())
        is_over.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield
    is_over.set()
    for thread in threads:
        thread.join(5)


def ending(wire: Wire, host: str, port: int) -> tuple[Exception, float]:
    begun = time.monotonic()
    with pytest.raises(WireError) as caught:
        wire.connect(host, port)
    return caught.value.cause, time.monotonic() - begun


@pytest.mark.usefixtures("slow_resolver")
def test_a_resolver_that_hangs_ends_at_the_deadline(wire: Wire) -> None:
    cause, lasted = ending(wire, "poczta.example", 465)

    assert isinstance(cause, LateError)
    assert lasted < 2


@pytest.mark.usefixtures("slow_resolver")
def test_breaking_off_ends_a_look_up(wire: Wire) -> None:
    wire.allow(timedelta(seconds=30))
    threading.Timer(0.1, wire.cancel).start()

    cause, lasted = ending(wire, "poczta.example", 465)

    assert isinstance(cause, CancelledError)
    assert lasted < 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses where Linux lets wait")
@pytest.mark.parametrize("is_broken_off", [False, True])
def test_a_server_that_never_accepts_ends_in_time(wire: Wire, is_broken_off: bool) -> None:
    with contextlib.ExitStack() as stack:
        full = stack.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        for _ in range(3):
            guest = stack.enter_context(socket.socket())
            guest.setblocking(False)
            guest.connect_ex(("127.0.0.1", port))
        if is_broken_off:
            wire.allow(timedelta(seconds=30))
            threading.Timer(0.1, wire.cancel).start()
        cause, lasted = ending(wire, "127.0.0.1", port)

    assert isinstance(cause, CancelledError if is_broken_off else LateError)
    assert lasted < 2


def test_the_next_address_is_tried_when_one_refuses(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = closed.getsockname()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        places = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", address)
            for address in (dead, listener.getsockname())
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)
        wire.connect("poczta.example", 465)
        assert wire.is_loopback()
        assert wire.own_address() == "[127.0.0.1]"


def test_a_closed_wire_is_lost_and_closes_twice(wire: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire.connect("127.0.0.1", listener.getsockname()[1])
        wire.close()
        wire.close()
        with pytest.raises(WireError) as caught:
            wire.send(b"x")

    assert isinstance(caught.value.cause, LostError)


def test_no_descriptor_is_left(wire: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire.connect("127.0.0.1", listener.getsockname()[1])
        guest, _ = listener.accept()
        wire.close()
        guest.settimeout(2)
        assert guest.recv(1) == b""
        guest.close()
