"""The server round the sandbox's answers."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from dzwonek.sandbox import faults
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.story import AGENT

WHOIM = "/api/v6/whoim.json"


@pytest.fixture
def daktela(authority: Authority) -> Iterator[SandboxDaktela]:
    """Give a running server that made no mistake of its own in the end."""
    with SandboxDaktela(authority.server()) as running:
        yield running
    assert running.unexpected == []


@pytest.fixture
def connection(
    authority: Authority, daktela: SandboxDaktela
) -> Iterator[http.client.HTTPSConnection]:
    """Give a connection to it."""
    opened = http.client.HTTPSConnection(
        "localhost", daktela.port, context=authority.client(), timeout=10
    )
    yield opened
    opened.close()


def get(connection: http.client.HTTPSConnection, path: str) -> tuple[int, bytes]:
    connection.request("GET", path)
    with connection.getresponse() as answer:
        return answer.status, answer.read()


def test_every_request_is_written_down_with_its_headers(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    connection.request("GET", f"{WHOIM}?a[b]=1", headers={"X-AUTH-TOKEN": AGENT.token})
    connection.getresponse().read()
    (request,) = daktela.requests
    assert (request.method, request.endpoint) == ("GET", "whoim")
    assert request.query == [("a[b]", "1")]
    assert request.headers["x-auth-token"] == AGENT.token


def test_a_connection_serves_more_than_one_request(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    assert [get(connection, WHOIM)[0] for _ in range(3)] == [200] * 3
    assert daktela.connections == 1


def test_a_fault_strikes_its_endpoint_until_it_is_mended(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    daktela.fail(faults.refusal(503), "whoim")
    assert get(connection, WHOIM)[0] == 503
    assert get(connection, "/api/v6/activities.json")[0] == 401
    daktela.mend()
    assert get(connection, WHOIM)[0] == 200


def test_the_agents_page_stands_through_every_fault(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    daktela.fail(faults.refusal(503))
    assert [get(connection, path)[0] for path in ("/", "/desk.json", WHOIM)] == [200, 200, 503]


def test_a_refusal_keeps_the_true_error_shape(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    daktela.fail(faults.refusal(429, "Too many", Retry_After="7"))
    connection.request("GET", WHOIM)
    answer = connection.getresponse()
    assert answer.headers["Retry-After"] == "7"
    assert json.loads(answer.read()) == {"error": ["Too many"], "result": None}


def test_a_reset_ends_the_connection_without_a_word(
    daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    daktela.fail(faults.reset())
    with pytest.raises(OSError):
        get(connection, WHOIM)


def test_stopping_ends_a_late_answer_and_every_thread(authority: Authority) -> None:
    daktela = SandboxDaktela(authority.server()).start()
    daktela.fail(faults.late(timedelta(minutes=5)))
    connection = http.client.HTTPSConnection(
        "localhost", daktela.port, context=authority.client(), timeout=30
    )
    connection.request("GET", WHOIM)
    began = time.monotonic()
    daktela.stop()
    assert time.monotonic() - began < 5
    connection.close()
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("sandbox")]
    assert left == []


def test_one_client_that_never_shakes_hands_keeps_nobody_waiting(
    authority: Authority, daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    with socket.create_connection(("127.0.0.1", daktela.port)):
        assert get(connection, WHOIM)[0] == 200


def test_the_agents_page_shows_clock_name_and_calls(
    connection: http.client.HTTPSConnection,
) -> None:
    status, page = get(connection, "/")
    text = page.decode()
    assert status == 200
    for words in ("Tobiasz Świeczka", "730 770 660", "223 784 756", "<time>", "E-maile i czaty"):
        assert words in text


def test_the_page_holds_the_agents_own_rows_only(connection: http.client.HTTPSConnection) -> None:
    desk = json.loads(get(connection, "/desk.json")[1])
    assert desk["agent"] == "Tobiasz Świeczka"
    assert (len(desk["calls"]), len(desk["written"])) == (8, 6)
    assert desk["calls"][0]["customer"] == "730 770 660"


def test_the_certificate_can_be_changed_while_it_runs(
    authority: Authority, daktela: SandboxDaktela, connection: http.client.HTTPSConnection
) -> None:
    daktela.certificate = authority.server("inna.example")
    with pytest.raises(ssl.SSLCertVerificationError):
        get(connection, WHOIM)
