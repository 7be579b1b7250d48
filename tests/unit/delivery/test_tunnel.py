"""Mail through a proxy: connected, refused, delayed; and what the proxy gets to see."""

from __future__ import annotations

import socket
import time
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.server import Proxy, SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code
from tests.servers.certificates import Authority
from tests.servers.scripted_proxy import CONNECTED, DRIP, ScriptedProxy
from tests.servers.scripted_smtp import Script, ScriptedServer

QUICK = timedelta(milliseconds=600)
DEADLINES = Deadlines(connect=QUICK, command=QUICK, body_least=QUICK, answer=QUICK, farewell=QUICK)
USER, PASSWORD = "operator@firma.example", "zażółć-123"
PROXY_USER, PROXY_WORD = "firma\\jan", "gęślą-jaźń"
HELD, TRANSIENT = Verdict.HELD, Verdict.TRANSIENT
MESSAGE = Envelope(
    report_id="0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a",
    message_id="<0199@firma.example>",
    date=datetime(2020, 2, 27, tzinfo=UTC),
    sender="dzwonek@firma.example",
    recipients=("pomoc@support.test",),
    content=b"Subject: x\r\n\r\nwords-of-the-report\r\n",
)


@pytest.fixture(name="authority", scope="module")
def authority_fixture() -> Authority:
    return Authority()


def channel(
    authority: Authority,
    port: int,
    proxy: Proxy,
    security: str = "tls",
    host: str = "poczta.example",
    word: Callable[[], str | None] = lambda: PROXY_WORD,
) -> SmtpChannel:
    server = SmtpServer(host, port, security, USER, MESSAGE.sender, proxy)  # type: ignore[arg-type]  # a str
    return SmtpChannel(server, lambda: PASSWORD, authority.client, SystemClock(), DEADLINES, word)


def sent(to: SmtpChannel) -> Outcome:
    try:
        session = to.connect()
    except NotConnectedError as error:
        return error.outcome
    try:
        return session.send(MESSAGE, lambda _: None)
    finally:
        session.close()


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_report_goes_through_and_the_proxy_reads_neither_login_nor_report(
    authority: Authority, security: str
) -> None:
    context = authority.server("poczta.example")
    script = Script(implicit=context) if security == "tls" else Script(starttls=context)
    with ScriptedServer(script) as server, ScriptedProxy() as proxy:
        place = Proxy("localhost", proxy.port, PROXY_USER)
        outcome = sent(channel(authority, server.port, place, security))
        asked = f"poczta.example:{server.port}"

    assert outcome.verdict is Verdict.DELIVERED
    assert server.messages == [MESSAGE.content]
    login = b64encode(f"{PROXY_USER}:{PROXY_WORD}".encode()).decode()
    assert proxy.requests[0].decode().split("\r\n") == [
        f"CONNECT {asked} HTTP/1.1",
        f"Host: {asked}",
        f"Proxy-Authorization: Basic {login}",
        *("", ""),
    ]
    for secret in (b"AUTH", PASSWORD.encode(), b"MAIL FROM", b"words-of-the-report", b"pomoc"):
        assert secret not in proxy.seen
    assert not any(login in command for command in server.commands)


def test_without_a_user_nothing_is_said_about_one(authority: Authority) -> None:
    def never() -> str | None:
        raise AssertionError("nobody asked for a password")

    with (
        ScriptedServer(Script(implicit=authority.server("poczta.example"))) as server,
        ScriptedProxy() as proxy,
    ):
        place = Proxy("localhost", proxy.port)
        outcome = sent(channel(authority, server.port, place, word=never))

    assert outcome.verdict is Verdict.DELIVERED
    assert b"Authorization" not in proxy.requests[0]


def test_the_certificate_is_the_mail_servers_and_not_the_proxys(authority: Authority) -> None:
    with (
        ScriptedServer(Script(implicit=authority.server("localhost"))) as server,
        ScriptedProxy() as proxy,
    ):
        outcome = sent(channel(authority, server.port, Proxy("localhost", proxy.port)))

    assert outcome.verdict is HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_CERTIFICATE
    assert outcome.problem.values["host"] == "poczta.example"
    assert server.commands == []


def test_a_server_without_tls_is_this_computer_and_needs_no_proxy(authority: Authority) -> None:
    with ScriptedServer() as server, ScriptedProxy(b"HTTP/1.1 403 No\r\n\r\n") as proxy:
        place = Proxy("localhost", proxy.port, PROXY_USER)
        outcome = sent(channel(authority, server.port, place, "none", "127.0.0.1", lambda: None))

    assert outcome.verdict is Verdict.DELIVERED
    assert proxy.requests == []


@pytest.mark.parametrize(
    ("answer", "verdict", "word", "code"),
    [
        (b"HTTP/1.1 407 Who?\r\n\r\n", HELD, "proxy 407", Code.MAIL_PROXY_LOGIN),
        (b"HTTP/1.1 401 Who?\r\n\r\n", HELD, "proxy 401", Code.MAIL_PROXY_LOGIN),
        (b"HTTP/1.0 403 Access violation\r\n\r\n", HELD, "proxy 403", Code.MAIL_PROXY_REFUSED),
        (b"HTTP/1.1 405 No CONNECT\r\n\r\n", HELD, "proxy 405", Code.MAIL_PROXY_REFUSED),
        (b"HTTP/1.1 400\r\n\r\n", HELD, "proxy 400", Code.MAIL_PROXY_REFUSED),
        (b"HTTP/1.1 501 No\r\n\r\n", HELD, "proxy 501", Code.MAIL_PROXY_REFUSED),
        (
            b"HTTP/1.1 302 Found\r\nLocation: http://x.example/\r\n\r\n",
            HELD,
            "proxy 302",
            Code.MAIL_PROXY_REFUSED,
        ),
        (b"HTTP/1.1 502 Bad\r\n\r\n", TRANSIENT, "proxy 502", Code.MAIL_PROXY_FAILED),
        (b"HTTP/1.1 503 Busy\r\n\r\n", TRANSIENT, "proxy 503", Code.MAIL_PROXY_FAILED),
        (b"HTTP/1.1 504 Late\r\n\r\n", TRANSIENT, "proxy 504", Code.MAIL_PROXY_FAILED),
        (b"HTTP/1.1 429 Slow\r\n\r\n", TRANSIENT, "proxy 429", Code.MAIL_PROXY_FAILED),
        (b"220 mail.example ESMTP\r\n", TRANSIENT, "garbled", Code.MAIL_PROXY_FAILED),
        (b"HTTP/1.1 200\r\n", TRANSIENT, "lost", Code.MAIL_PROXY_FAILED),
        (b"HTTP/1.1 200 " + b"O" * 9999, TRANSIENT, "garbled", Code.MAIL_PROXY_FAILED),
        (
            b"HTTP/1.1 200 OK\r\n" + b"X-Long: yes\r\n" * 9999,
            TRANSIENT,
            "garbled",
            Code.MAIL_PROXY_FAILED,
        ),
        (b"HTTP/1.1 100 Go on\r\n\r\n" * 2000, TRANSIENT, "garbled", Code.MAIL_PROXY_FAILED),
        (b"", TRANSIENT, "timeout", Code.MAIL_PROXY_FAILED),
        (DRIP, TRANSIENT, "timeout", Code.MAIL_PROXY_FAILED),
    ],
)
def test_every_answer_has_its_class_in_time(
    authority: Authority, answer: bytes, verdict: Verdict, word: str, code: Code
) -> None:
    with ScriptedProxy(answer) as proxy:
        begun = time.monotonic()
        outcome = sent(channel(authority, 465, Proxy("localhost", proxy.port, PROXY_USER)))
        lasted = time.monotonic() - begun

    assert (outcome.verdict, outcome.code) == (verdict, word)
    assert outcome.is_channel_wide
    assert outcome.problem is not None
    assert outcome.problem.code is code
    assert (outcome.problem.values["host"], outcome.problem.values["step"]) == (
        "localhost",
        "proxy",
    )
    assert lasted < 2 * QUICK.total_seconds() + 2


def test_a_provisional_answer_is_no_answer_yet(authority: Authority) -> None:
    answer = b"HTTP/1.1 103 Wait\r\nLink: x\r\n\r\nHTTP/1.1 407 Who?\r\n\r\n"
    with ScriptedProxy(answer) as proxy:
        outcome = sent(channel(authority, 465, Proxy("localhost", proxy.port)))

    assert outcome.code == "proxy 407"


def test_a_proxy_that_echoes_the_login_does_not_get_it_into_the_list(authority: Authority) -> None:
    login = b64encode(f"{PROXY_USER}:{PROXY_WORD}".encode())
    answer = b"HTTP/1.1 407 no " + login + b" here\r\n\r\n"
    with ScriptedProxy(answer) as proxy:
        outcome = sent(channel(authority, 465, Proxy("localhost", proxy.port, PROXY_USER)))

    assert outcome.text == "no … here"


@pytest.mark.parametrize("word", [None, ""])
def test_without_the_proxys_password_nobody_is_asked(
    authority: Authority, word: str | None
) -> None:
    with ScriptedProxy() as proxy:
        place = Proxy("localhost", proxy.port, PROXY_USER)
        outcome = sent(channel(authority, 465, place, word=lambda: word))

    assert outcome.verdict is HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_PROXY_LOGIN
    assert proxy.requests == []


def test_a_proxy_that_is_not_there_is_tried_again(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    outcome = sent(channel(authority, 465, Proxy("127.0.0.1", port)))

    assert (outcome.verdict, outcome.code) == (TRANSIENT, "refused")
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_PROXY_FAILED


@pytest.mark.parametrize("host", ["poczta.example\r\nX-Evil: yes", "a b", "poczta.example/x", ""])
def test_a_host_that_is_none_is_never_said(authority: Authority, host: str) -> None:
    with ScriptedProxy() as proxy:
        outcome = sent(channel(authority, 465, Proxy("localhost", proxy.port), host=host))

    assert outcome.verdict in (HELD, TRANSIENT)  # an empty one is a setting that is missing
    assert proxy.requests == []


@pytest.mark.parametrize(
    ("host", "written"), [("::1", b"[::1]:465"), ("żółw.example", b"xn--w-uga1v8h.example:465")]
)
def test_a_host_is_asked_for_as_urls_write_it(
    authority: Authority, host: str, written: bytes
) -> None:
    with ScriptedProxy(b"HTTP/1.1 502 Bad\r\n\r\n") as proxy:
        sent(channel(authority, 465, Proxy("localhost", proxy.port), host=host))

    assert proxy.requests[0].split()[1] == written


def test_what_the_server_says_behind_the_answer_is_not_lost(authority: Authority) -> None:
    answer = CONNECTED + b"554 No mail here\r\n"
    with ScriptedProxy(answer) as proxy:
        place = Proxy("localhost", proxy.port)
        outcome = sent(channel(authority, 587, place, "starttls"))

    assert (outcome.verdict, outcome.code) == (HELD, "554")
