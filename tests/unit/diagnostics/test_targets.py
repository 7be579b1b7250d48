"""How far a place in the network is reached, and what stops it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import trustme

from dzwonek.diagnostics import targets
from dzwonek.diagnostics.doctor import looked_at
from dzwonek.diagnostics.findings import Mark
from dzwonek.diagnostics.targets import Measurement, Place
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Code, Problem, ProblemError

LONG, SHORT = timedelta(seconds=20), timedelta(milliseconds=200)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trust(authority: trustme.CA) -> Callable[[], ssl.SSLContext]:
    def context() -> ssl.SSLContext:
        made = ssl.create_default_context()
        authority.configure_trust(made)
        return made

    return context


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """Give a socket that listens and never answers by itself."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def port_of(server: socket.socket) -> int:
    port: int = server.getsockname()[1]
    return port


def measured(
    place: Place, trust: Callable[[], ssl.SSLContext], deadline: timedelta = LONG
) -> Measurement:
    return Measurement(place, SystemClock(), trust, deadline)


def problem_of(measurement: Measurement) -> Problem:
    with pytest.raises(ProblemError) as caught:
        measurement.answer()
    return caught.value.problem


def test_a_place_that_answers_tells_its_address_and_times(
    listening: socket.socket, trust: Callable[[], ssl.SSLContext]
) -> None:
    values = measured(Place("127.0.0.1", port_of(listening)), trust).answer()
    assert values["address"] == "127.0.0.1"
    assert {"dns_ms", "tcp_ms"} <= set(values)
    assert "tls_ms" not in values


def test_a_name_that_nobody_knows_is_told(
    trust: Callable[[], ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    problem = problem_of(measured(Place("nie.ma.test", 25), trust))
    assert problem.code is Code.TARGET_UNKNOWN
    assert problem.values == {"host": "nie.ma.test", "port": 25, "step": "dns"}


def test_a_port_at_which_nobody_listens_is_told(trust: Callable[[], ssl.SSLContext]) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        problem = problem_of(measured(Place("127.0.0.1", port_of(bound)), trust))
    assert (problem.code, problem.values["step"]) == (Code.TARGET_UNREACHABLE, "tcp")


def test_the_second_address_of_a_name_is_tried(
    listening: socket.socket,
    trust: Callable[[], ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        found = [(*kind, bound.getsockname()), (*kind, listening.getsockname())]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        values = measured(Place("dwa.test", 25), trust).answer()
    assert values["address"] == "127.0.0.1"


def test_a_look_up_that_hangs_does_not_keep_anybody(
    trust: Callable[[], ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def hangs(*_: object, **__: object) -> list[object]:
        go_on.wait(20)
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    measurement = measured(Place("wisi.test", 443), trust, SHORT)
    problem = problem_of(measurement)
    assert (problem.code, problem.values["step"]) == (Code.TARGET_LATE, "dns")
    go_on.set()
    measurement._thread.join(20)


def with_tls(
    server: socket.socket, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> threading.Thread:
    """Let one client shake hands, at a port that counts as 443."""
    monkeypatch.setattr(targets, "TLS_PORT", port_of(server))

    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            try:
                context.wrap_socket(connection, server_side=True).close()
            except (ssl.SSLError, OSError):
                return

    thread = threading.Thread(target=serve)
    thread.start()
    return thread


def test_tls_is_shaken_hands_over_where_it_is_usual(
    listening: socket.socket,
    authority: trustme.CA,
    trust: Callable[[], ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    thread = with_tls(listening, context, monkeypatch)
    values = measured(Place("127.0.0.1", port_of(listening)), trust).answer()
    thread.join(20)
    assert str(values["tls"]).startswith("TLSv1.")
    assert "tls_ms" in values


def test_a_certificate_that_nobody_vouches_for_is_told_and_warns(
    listening: socket.socket,
    trust: Callable[[], ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    thread = with_tls(listening, context, monkeypatch)
    measurement = measured(Place("127.0.0.1", port_of(listening)), trust)
    finding = looked_at("target.x:443", measurement.answer)
    thread.join(20)
    assert finding.mark is Mark.WARN
    assert finding.problem is not None
    assert finding.problem.code is Code.TARGET_TLS_FAILED
    assert finding.problem.values["error"] == "CERTIFICATE_VERIFY_FAILED"


def test_a_server_that_says_nothing_is_late(
    listening: socket.socket,
    trust: Callable[[], ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(targets, "TLS_PORT", port_of(listening))
    measurement = measured(Place("127.0.0.1", port_of(listening)), trust, SHORT)
    problem = problem_of(measurement)
    assert (problem.code, problem.values["step"]) == (Code.TARGET_LATE, "tls")
    measurement._thread.join(20)
