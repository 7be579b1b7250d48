"""What an attempt meets beside the matrix of `tests/faults/test_smtp.py`: bodies, breaking off."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code
from tests.servers.certificates import Authority
from tests.servers.scripted_smtp import (
    Action,
    Close,
    Say,
    Script,
    ScriptedServer,
    Silent,
)

QUICK = timedelta(milliseconds=800)
GRACE = 2.0
DEADLINES = Deadlines(
    connect=QUICK, command=QUICK, body_least=QUICK, answer=QUICK, farewell=QUICK / 2
)
TRANSIENT, HELD, REJECTED = Verdict.TRANSIENT, Verdict.HELD, Verdict.REJECTED
UNCERTAIN, DELIVERED = Verdict.UNCERTAIN, Verdict.DELIVERED
USER, PASSWORD = "operator@firma.example", "zażółć-123"
MESSAGE = Envelope(
    report_id="0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a",
    message_id="<0199@firma.example>",
    date=datetime(2020, 2, 27, tzinfo=UTC),
    sender="dzwonek@firma.example",
    recipients=("pomoc@support.test",),
    content=b"Subject: x\r\n\r\n.\r\n..\r\nend\r\n",
)


@pytest.fixture(name="authority", scope="module")
def authority_fixture() -> Authority:
    return Authority()


def channel_to(
    server: ScriptedServer, authority: Authority, security: str = "none", user: str = USER
) -> SmtpChannel:
    place = SmtpServer("localhost", server.port, security, user, MESSAGE.sender)  # type: ignore[arg-type]  # a str
    return SmtpChannel(place, lambda: PASSWORD, authority.client, SystemClock(), DEADLINES)


def attempt(channel: SmtpChannel, phases: list[Phase], message: Envelope = MESSAGE) -> Outcome:
    try:
        session = channel.connect()
    except NotConnectedError as error:
        return error.outcome
    try:
        return session.send(message, phases.append)
    finally:
        session.close()


def test_a_body_comes_through_with_its_dots(authority: Authority) -> None:
    content = b"Subject: x\r\n\r\n.\r\n..\r\n.end\r\n" + b".x\r\n" * 40_000
    with ScriptedServer() as server:
        outcome = attempt(channel_to(server, authority), [], replace(MESSAGE, content=content))

    assert outcome.verdict is DELIVERED
    assert server.messages == [content]


def test_a_server_that_stops_reading_ends_at_the_deadline_of_the_body(authority: Authority) -> None:
    with ScriptedServer(Script(steps={"body": Silent()})) as server:
        begun = time.monotonic()
        message = replace(MESSAGE, content=b"x" * 76 + b"\r\n" * 4_000_000)
        slow = replace(DEADLINES, body_rate=100_000_000)
        place = SmtpServer("localhost", server.port, "none", "", MESSAGE.sender)
        channel = SmtpChannel(place, lambda: None, authority.client, SystemClock(), slow)
        phases: list[Phase] = []
        outcome = attempt(channel, phases, message)
        lasted = time.monotonic() - begun

    assert (outcome.verdict, outcome.code) == (TRANSIENT, "timeout")
    assert phases[-1] is Phase.DATA_OPEN
    assert lasted < QUICK.total_seconds() + GRACE


@pytest.mark.parametrize("action", [Close("552 5.3.4 Too big"), Say("552 5.3.4 Too big")])
def test_an_answer_in_the_middle_of_the_body_is_heard(authority: Authority, action: Action) -> None:
    with ScriptedServer(Script(steps={"body": action})) as server:
        message = replace(MESSAGE, content=b"y" * 76 + b"\r\n" * 4_000_000)
        phases: list[Phase] = []
        outcome = attempt(channel_to(server, authority), phases, message)

    assert (outcome.verdict, outcome.code) == (REJECTED, "552 5.3.4")
    assert phases[-1] is Phase.DATA_OPEN
    assert server.messages == []


@pytest.mark.parametrize(
    ("words", "verdict", "code"),
    [
        ("250 2.0.0 Ok: queued", TRANSIENT, "250 2.0.0"),
        ("552 5.3.4 Too big", REJECTED, "552 5.3.4"),
        ("250-2.0.0 and so on", TRANSIENT, "timeout"),
    ],
)
def test_an_answer_in_front_of_the_dot_is_none_to_the_dot(
    authority: Authority, words: str, verdict: Verdict, code: str
) -> None:
    with ScriptedServer() as server:

        def journal(phase: Phase) -> None:
            if phase is Phase.DOT_SENT:
                server.break_in(words)

        session = channel_to(server, authority).connect()
        outcome = session.send(MESSAGE, journal)
        session.close()

    assert (outcome.verdict, outcome.code) == (verdict, code)
    assert server.messages == []
    assert "QUIT" not in server.commands


@pytest.mark.parametrize("size", ["9" * 5000, "a lot"])
def test_a_size_that_is_none_stops_nothing(authority: Authority, size: str) -> None:
    with ScriptedServer(Script(features=(f"SIZE {size}", "AUTH PLAIN"))) as server:
        assert attempt(channel_to(server, authority), []).verdict is DELIVERED


@pytest.mark.parametrize(
    ("step", "verdict"),
    [("greeting", TRANSIENT), ("auth", TRANSIENT), ("rcpt", TRANSIENT), ("dot", UNCERTAIN)],
)
def test_breaking_off_ends_an_attempt_at_once(
    authority: Authority, step: str, verdict: Verdict
) -> None:
    patient = Deadlines()
    with ScriptedServer(Script(steps={step: Silent()})) as server:
        place = SmtpServer("localhost", server.port, "none", USER, MESSAGE.sender)
        channel = SmtpChannel(place, lambda: PASSWORD, authority.client, SystemClock(), patient)
        outcomes: list[Outcome] = []
        sending = threading.Thread(target=lambda: outcomes.append(attempt(channel, [])))
        sending.start()
        assert server.when_reached(step).wait(5)
        begun = time.monotonic()
        channel.cancel()
        sending.join(5)
        lasted = time.monotonic() - begun

    assert [(outcome.verdict, outcome.code) for outcome in outcomes] == [(verdict, "cancelled")]
    assert lasted < 2


def test_breaking_off_reaches_a_tls_handshake(authority: Authority) -> None:
    script = Script(steps={"handshake": Silent()}, implicit=authority.server("localhost"))
    with ScriptedServer(script) as server:
        place = SmtpServer("localhost", server.port, "tls", USER, MESSAGE.sender)
        channel = SmtpChannel(place, lambda: PASSWORD, authority.client, SystemClock())
        outcomes: list[Outcome] = []
        sending = threading.Thread(target=lambda: outcomes.append(attempt(channel, [])))
        sending.start()
        assert server.when_reached("handshake").wait(5)
        begun = time.monotonic()
        channel.cancel()
        sending.join(5)
        lasted = time.monotonic() - begun

    assert [outcome.code for outcome in outcomes] == ["cancelled"]
    assert lasted < 2
    for thread in threading.enumerate():
        if thread.name == "dzwonek-handshake":  # on Windows it ends with the connection
            thread.join(5)


def test_breaking_off_before_the_attempt_ends_that_one_and_no_other(authority: Authority) -> None:
    with ScriptedServer() as server:
        channel = channel_to(server, authority)
        channel.cancel()
        first = attempt(channel, [])
        second = attempt(channel, [])

    assert (first.verdict, first.code) == (TRANSIENT, "cancelled")
    assert second.verdict is DELIVERED
    assert server.connections == 1


def test_a_host_nobody_knows_is_transient(authority: Authority) -> None:
    place = SmtpServer("poczta.example", 465, "tls", USER, MESSAGE.sender)
    channel = SmtpChannel(place, lambda: PASSWORD, authority.client, SystemClock(), DEADLINES)

    outcome = attempt(channel, [])

    assert (outcome.verdict, outcome.code) == (TRANSIENT, "dns")
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_HOST_UNKNOWN
    assert outcome.is_channel_wide


def test_a_closed_port_is_transient(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    place = SmtpServer("127.0.0.1", port, "none", "", MESSAGE.sender)
    channel = SmtpChannel(place, lambda: None, authority.client, SystemClock(), DEADLINES)

    outcome = attempt(channel, [])

    assert (outcome.verdict, outcome.code) == (TRANSIENT, "refused")


@pytest.mark.parametrize("host", ["poczta.example", "192.0.2.1", "127.0.0.1.example"])
def test_without_tls_nothing_is_said_to_another_computer(authority: Authority, host: str) -> None:
    place = SmtpServer(host, 25, "none", "", MESSAGE.sender)
    channel = SmtpChannel(place, lambda: None, authority.client, SystemClock(), DEADLINES)

    outcome = attempt(channel, [])

    assert outcome.verdict is HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_NOT_LOOPBACK


def test_a_server_that_lost_interest_is_left_at_the_second_message(authority: Authority) -> None:
    script = Script(steps={"mail": [Say("250 2.1.0 Ok"), Close("421 4.4.2 Idle")]})
    with ScriptedServer(script) as server:
        session = channel_to(server, authority).connect()
        outcomes = [session.send(MESSAGE, lambda _: None) for _ in range(3)]
        session.close()

    codes = [outcome.code for outcome in outcomes]
    assert codes == ["250 2.0.0", "421 4.4.2", "closed"]
    assert all(outcome.is_channel_wide for outcome in outcomes[1:])


def test_a_refused_message_does_not_harm_the_next_one(authority: Authority) -> None:
    script = Script(steps={"rcpt": [Say("550 5.1.1 Unknown"), Say("250 2.1.5 Ok")]})
    with ScriptedServer(script) as server:
        session = channel_to(server, authority).connect()
        first = session.send(MESSAGE, lambda _: None)
        second = session.send(MESSAGE, lambda _: None)
        session.close()

    assert (first.verdict, second.verdict) == (HELD, DELIVERED)
    verbs = [line.split(" ")[0] for line in server.commands]
    assert verbs == ["ehlo", "AUTH", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA", "QUIT"]


def test_the_login_is_tried_once_with_one_mechanism(authority: Authority) -> None:
    script = Script(steps={"auth": Say("535 5.7.8 Wrong")}, features=("AUTH LOGIN PLAIN XOAUTH2",))
    with ScriptedServer(script) as server:
        outcome = attempt(channel_to(server, authority), [])

    assert outcome.verdict is HELD
    assert [line.split(" ")[:2] for line in server.commands[1:]] == [["AUTH", "PLAIN"]]


def test_a_server_that_only_knows_login_is_served(authority: Authority) -> None:
    with ScriptedServer(Script(features=("AUTH LOGIN",))) as server:
        assert attempt(channel_to(server, authority), []).verdict is DELIVERED

    assert server.commands[1:4] == [
        "AUTH LOGIN",
        "b3BlcmF0b3JAZmlybWEuZXhhbXBsZQ==",
        "emHFvMOzxYLEhy0xMjM=",
    ]


@pytest.mark.parametrize("at_phase", [Phase.MAIL, Phase.DATA_OPEN, Phase.DOT_SENT])
def test_a_journal_that_fails_stops_the_message(authority: Authority, at_phase: Phase) -> None:
    def journal(phase: Phase) -> None:
        if phase is at_phase:
            raise OSError(28, "No space left on device")

    with ScriptedServer() as server:
        session = channel_to(server, authority).connect()
        with pytest.raises(OSError, match="No space left"):
            session.send(MESSAGE, journal)
        session.close()
        server.wait_for_guests()

    assert server.messages == []
    assert ("QUIT" in server.commands) is (at_phase is not Phase.DOT_SENT)
    whole = [MESSAGE.content.replace(b"\r\n.", b"\r\n..")]
    assert server.unfinished == (whole if at_phase is Phase.DOT_SENT else [])


def test_ehlo_names_no_computer(authority: Authority) -> None:
    with ScriptedServer() as server:
        attempt(channel_to(server, authority), [])

    assert server.commands[0] == "ehlo [127.0.0.1]"


def test_the_size_is_told_to_a_server_that_asks(authority: Authority) -> None:
    with ScriptedServer(Script(features=("SIZE 1000000", "AUTH PLAIN"))) as server:
        attempt(channel_to(server, authority), [])

    assert f"MAIL FROM:<dzwonek@firma.example> SIZE={len(MESSAGE.content)}" in server.commands


@pytest.mark.parametrize(
    "recipient", ["a@b\r\nRCPT TO:<c@d.test>", "żółw@b.test", "a b@c.test", "", "a@b..test"]
)
def test_an_address_that_cannot_travel_holds_the_message(
    authority: Authority, recipient: str
) -> None:
    with ScriptedServer() as server:
        phases: list[Phase] = []
        message = replace(MESSAGE, recipients=(recipient,))
        outcome = attempt(channel_to(server, authority), phases, message)

    assert outcome.verdict is HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_ADDRESS_INVALID
    assert not any("MAIL" in line or "RCPT" in line for line in server.commands)


def test_a_partial_delivery_tells_both_answers(authority: Authority) -> None:
    script = Script(steps={"rcpt": [Say("550 5.1.1 Unknown user"), Say("250 2.1.5 Ok")]})
    message = replace(MESSAGE, recipients=("nobody@support.test", "pomoc@support.test"))
    with ScriptedServer(script) as server:
        outcome = attempt(channel_to(server, authority), [], message)
    assert (outcome.verdict, outcome.code) == (DELIVERED, "250 2.0.0")
    assert outcome.refused == ("nobody@support.test",)
    assert (outcome.refused_code, outcome.refused_text) == ("550 5.1.1", "Unknown user")
