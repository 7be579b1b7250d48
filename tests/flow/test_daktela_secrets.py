"""Where the token may go: in one header, to one origin, inside TLS, and nowhere else."""

from __future__ import annotations

import logging
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dzwonek.domain.identity import Agent
from dzwonek.domain.problem import Code
from dzwonek.sandbox import faults
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.story import AGENT
from tests.servers.daktela_rig import Rig, problem_of, running_rig

pytestmark = pytest.mark.flow
ME = Agent(AGENT.title, AGENT.login)


@pytest.fixture
def rig() -> Iterator[Rig]:
    """Give a Daktela."""
    with running_rig() as running:
        yield running


def test_the_token_travels_in_its_header_and_in_no_address(rig: Rig) -> None:
    client = rig.client()
    client.who_am_i()
    client.recent(ME)
    assert len(rig.daktela.requests) == 3
    for request in rig.daktela.requests:
        assert request.headers["x-auth-token"] == AGENT.token
        assert request.headers["x-timezone-client"] == "Europe/Warsaw"
        assert AGENT.token not in request.target
        assert "cookie" not in request.headers


def test_check_and_login_carry_no_token(rig: Rig) -> None:
    client = rig.client()
    client.check()
    assert client.login(AGENT.login, AGENT.password) == AGENT.token
    assert ["x-auth-token" in request.headers for request in rig.daktela.requests] == [False] * 2


def test_a_netrc_file_puts_no_authorization_header_in(rig: Rig, home: Path) -> None:
    for name in (".netrc", "_netrc"):
        path = home / name
        path.write_text("machine localhost login jan password tajne\n", encoding="ascii")
        path.chmod(0o600)
    rig.client().who_am_i()
    assert "authorization" not in rig.daktela.requests[0].headers


def test_a_cookie_is_not_kept(rig: Rig) -> None:
    rig.daktela.fail(faults.Fault(headers={"Set-Cookie": "c_user=tajne; Path=/"}))
    client = rig.client()
    client.who_am_i()
    client.who_am_i()
    assert "cookie" not in rig.daktela.requests[1].headers


def test_only_the_given_context_is_trusted(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    context = rig.authority.client()
    trusted = context.cert_store_stats()
    rig.client(tls=lambda: context).who_am_i()
    assert context.cert_store_stats() == trusted  # nothing of certifi was added
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_an_environment_variable_cannot_add_trust(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stranger = Authority()
    bundle = str(stranger.write(tmp_path / "stranger.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
    monkeypatch.setenv("CURL_CA_BUNDLE", bundle)
    rig.daktela.certificate = stranger.server()
    assert problem_of(rig.client().who_am_i).code is Code.DAKTELA_CERTIFICATE


@dataclass(slots=True)
class Proxy:
    """A CONNECT proxy that remembers every byte it could read, or refuses."""

    refuses: bool = False
    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    inside: bytearray = field(default_factory=bytearray)

    def serve(self, server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(4096)
            self.heads.append(head)
            if self.refuses:
                connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                return
            host, _, port = head.split()[1].decode().rpartition(":")
            with socket.create_connection((host, int(port))) as target:
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self.relay(connection, target)

    def relay(self, here: socket.socket, there: socket.socket) -> None:
        other = {here: there, there: here}
        while True:
            for source in select.select([here, there], [], [])[0]:
                chunk = source.recv(65536)
                if not chunk:
                    return
                self.inside += chunk
                other[source].sendall(chunk)


@contextmanager
def running_proxy(monkeypatch: pytest.MonkeyPatch, *, refuses: bool) -> Iterator[Proxy]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        proxy = Proxy(refuses, server.getsockname()[1])
        for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        thread = threading.Thread(target=proxy.serve, args=(server,), name="test-proxy")
        thread.start()
        yield proxy
        thread.join()


def test_a_proxy_sees_the_host_and_nothing_else(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_proxy(monkeypatch, refuses=False) as proxy:
        assert rig.client().who_am_i().agent.name == AGENT.title
    seen = b"".join(proxy.heads) + bytes(proxy.inside)
    assert proxy.heads[0].startswith(b"CONNECT localhost:")
    for secret in (AGENT.token.encode(), b"x-timezone-client", b"whoim"):
        assert secret not in seen


def test_a_proxy_that_refuses_is_told_as_the_proxys_doing(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_proxy(monkeypatch, refuses=True):
        problem = problem_of(rig.client().who_am_i)
    assert (problem.code, problem.values["reason"]) == (Code.DAKTELA_UNREACHABLE, "proxy")
    assert rig.daktela.connections == 0


def test_a_proxy_that_nobody_can_use_is_told_as_the_proxys_doing(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1")
    problem = problem_of(rig.client().who_am_i)
    assert (problem.code, problem.values["reason"]) == (Code.DAKTELA_UNREACHABLE, "proxy")


@pytest.mark.parametrize(
    "fault", [faults.reset(), faults.captive_portal(), faults.refusal(400, "x")]
)
def test_neither_token_nor_password_is_in_any_error(rig: Rig, fault: faults.Fault) -> None:
    rig.daktela.fail(fault)
    client = rig.client()
    problems = [
        problem_of(client.who_am_i),
        problem_of(lambda: client.login(AGENT.login, AGENT.password)),
    ]
    assert AGENT.token not in repr(problems)
    assert AGENT.password not in repr(problems)


def test_the_log_names_questions_and_codes_and_nobody(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "dzwonek")
    client = rig.client()
    client.who_am_i()
    rig.daktela.fail(faults.refusal(403), "activities")
    client.recent(ME)
    assert [record.getMessage() for record in caplog.records] == [
        "whoim answered",
        "activitiesCall answered",
        "activities daktela_no_right",
    ]
