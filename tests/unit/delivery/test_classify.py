"""Every answer has its class."""

from __future__ import annotations

import socket
import ssl
from datetime import timedelta

import pytest

from dzwonek.delivery.classify import (
    Step,
    of_error,
    of_reply,
    redacted,
    reply_of,
    too_big,
)
from dzwonek.delivery.sasl import lines, offered, secrets_in
from dzwonek.delivery.wire import CancelledError, GarbledError, LateError, LostError
from dzwonek.domain.delivery import Verdict
from dzwonek.domain.problem import Code

TRANSIENT, HELD, REJECTED = Verdict.TRANSIENT, Verdict.HELD, Verdict.REJECTED
HOST = "smtp.firma.example"


@pytest.mark.parametrize(
    ("step", "answer", "verdict", "code", "floor", "is_wide"),
    [
        # come again
        (Step.RCPT, "421 4.4.2 Bye", TRANSIENT, Code.MAIL_TRY_LATER, 0, True),
        (Step.MAIL, "432 4.3.2 Too many", TRANSIENT, Code.MAIL_TRY_LATER, 60, True),
        (Step.DOT, "451 4.3.2 Too many", TRANSIENT, Code.MAIL_TRY_LATER, 60, True),
        (Step.RCPT, "450 4.2.0 Greylisted", TRANSIENT, Code.MAIL_TRY_LATER, 300, False),
        (Step.RCPT, "451 4.7.1 Greylisted", TRANSIENT, Code.MAIL_TRY_LATER, 300, False),
        (Step.RCPT, "450 4.1.1 Unverified", TRANSIENT, Code.MAIL_TRY_LATER, 0, False),
        (Step.RCPT, "452 4.2.2 Full", TRANSIENT, Code.MAIL_TRY_LATER, 0, False),
        (Step.RCPT, "452", TRANSIENT, Code.MAIL_TRY_LATER, 0, False),
        (Step.AUTH, "454 4.7.0 Later", TRANSIENT, Code.MAIL_TRY_LATER, 0, True),
        (Step.MAIL, "455", TRANSIENT, Code.MAIL_TRY_LATER, 0, True),
        (Step.DOT, "471 Odd", TRANSIENT, Code.MAIL_TRY_LATER, 0, False),
        (Step.STARTTLS, "454 4.7.0 Not now", TRANSIENT, Code.MAIL_TLS_FAILED, 0, True),
        # the enhanced code counts before the basic one
        (Step.RCPT, "550 4.7.1 Later after all", TRANSIENT, Code.MAIL_TRY_LATER, 0, False),
        (Step.DOT, "451 5.7.1 Never", REJECTED, Code.MAIL_CONTENT_REFUSED, 0, False),
        (Step.DOT, "550 2.0.0 Nonsense", REJECTED, Code.MAIL_CONTENT_REFUSED, 0, False),
        # the login
        (Step.MAIL, "530 5.7.0 Log in", HELD, Code.MAIL_LOGIN_WANTED, 0, True),
        (Step.DATA, "530 5.7.57 Not logged in", HELD, Code.MAIL_LOGIN_WANTED, 0, True),
        (Step.AUTH, "534 5.7.9 Weak", HELD, Code.MAIL_LOGIN_REFUSED, 0, True),
        (Step.AUTH, "535 5.7.8 Wrong", HELD, Code.MAIL_LOGIN_REFUSED, 0, True),
        (Step.AUTH, "538", HELD, Code.MAIL_LOGIN_REFUSED, 0, True),
        (Step.MAIL, "501 Syntax", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        (Step.MAIL, "553", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        (Step.AUTH, "503 5.5.1 No AUTH here", HELD, Code.MAIL_LOGIN_REFUSED, 0, True),
        (Step.AUTH, "550 5.7.30 Basic", HELD, Code.MAIL_BASIC_RETIRED, 0, True),
        (Step.DOT, "550 5.7.30 Basic", HELD, Code.MAIL_BASIC_RETIRED, 0, True),
        # the opening
        (Step.GREETING, "554 No mail here", HELD, Code.MAIL_NOT_ADMITTED, 0, True),
        (Step.STARTTLS, "501 5.5.4 No", HELD, Code.MAIL_STARTTLS_MISSING, 0, True),
        # the sender
        (Step.MAIL, "553 5.1.8 Not yours", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        (Step.MAIL, "501 5.1.7 Syntax", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        (Step.RCPT, "553 5.7.1 Not owned", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        (Step.DOT, "554 5.2.252 SendAsDenied", HELD, Code.MAIL_SENDER_REFUSED, 0, True),
        # the recipient
        (Step.RCPT, "550 5.1.1 Unknown", HELD, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        (Step.RCPT, "550 5.1.10 Unknown", HELD, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        (Step.RCPT, "550 Unknown", HELD, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        (Step.DOT, "550 5.1.1 Unknown", HELD, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        (Step.RCPT, "554 5.7.1 Policy", REJECTED, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        # the size
        (Step.MAIL, "552 5.3.4 Too big", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.DOT, "554 5.3.4 Too big", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.DOT, "550 5.2.3 Too big", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.DOT, "523", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.MAIL, "552", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.DOT, "534 5.3.4 Too big", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.MAIL, "530 5.2.3 Too big", REJECTED, Code.MAIL_TOO_BIG, 0, False),
        (Step.AUTH, "535 5.3.4 Nonsense", HELD, Code.MAIL_LOGIN_REFUSED, 0, True),
        (Step.RCPT, "552 5.2.2 Full", HELD, Code.MAIL_RECIPIENT_REFUSED, 0, False),
        # the content
        (Step.DOT, "554 5.7.1 Spam", REJECTED, Code.MAIL_CONTENT_REFUSED, 0, False),
        (Step.DOT, "550 Spam", REJECTED, Code.MAIL_CONTENT_REFUSED, 0, False),
        # what no server should say
        (Step.DATA, "250 Ok?", TRANSIENT, Code.MAIL_GARBLED, 0, True),
        (Step.DOT, "354 Go on?", Verdict.UNCERTAIN, Code.MAIL_UNCERTAIN, 60, True),
    ],
)
def test_an_answer_has_its_class(
    step: Step, answer: str, verdict: Verdict, code: Code, floor: int, is_wide: bool
) -> None:
    outcome = of_reply(reply_of(int(answer[:3]), answer[4:]), step, HOST)

    assert outcome.verdict is verdict
    assert outcome.problem is not None
    assert outcome.problem.code is code
    assert outcome.floor == timedelta(seconds=floor)
    assert outcome.is_channel_wide is is_wide
    assert outcome.problem.values["host"] == HOST
    assert outcome.problem.values["step"] == step.value


def test_who_logged_in_is_not_told_that_no_login_is_set() -> None:
    reply = reply_of(530, "5.7.0 Log in")
    outcome = of_reply(reply, Step.DATA, HOST, secrets_in("jan", "tajne"))

    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_LOGIN_REFUSED


@pytest.mark.parametrize(
    ("error", "step", "verdict", "word", "code"),
    [
        (socket.gaierror(-2, "unknown"), Step.CONNECT, TRANSIENT, "dns", Code.MAIL_HOST_UNKNOWN),
        (UnicodeError("label empty"), Step.CONNECT, TRANSIENT, "dns", Code.MAIL_HOST_UNKNOWN),
        (ConnectionRefusedError(), Step.CONNECT, TRANSIENT, "refused", Code.MAIL_UNREACHABLE),
        (OSError(113, "No route"), Step.CONNECT, TRANSIENT, "unreachable", Code.MAIL_UNREACHABLE),
        (TimeoutError(), Step.CONNECT, TRANSIENT, "timeout", Code.MAIL_LATE),
        (LateError(), Step.AUTH, TRANSIENT, "timeout", Code.MAIL_LATE),
        (LostError(), Step.RCPT, TRANSIENT, "lost", Code.MAIL_UNREACHABLE),
        (ConnectionResetError(), Step.BODY, TRANSIENT, "lost", Code.MAIL_UNREACHABLE),
        (GarbledError(), Step.GREETING, TRANSIENT, "garbled", Code.MAIL_GARBLED),
        (ssl.SSLCertVerificationError(), Step.TLS, HELD, "certificate", Code.MAIL_CERTIFICATE),
        (ssl.SSLError(1, "handshake"), Step.TLS, TRANSIENT, "tls", Code.MAIL_TLS_FAILED),
        (ConnectionResetError(), Step.TLS, TRANSIENT, "tls", Code.MAIL_TLS_FAILED),
        (LateError(), Step.DOT, Verdict.UNCERTAIN, "timeout", Code.MAIL_UNCERTAIN),
        (LostError(), Step.DOT, Verdict.UNCERTAIN, "lost", Code.MAIL_UNCERTAIN),
        (ssl.SSLError(1, "alert"), Step.DOT, Verdict.UNCERTAIN, "lost", Code.MAIL_UNCERTAIN),
        (CancelledError(), Step.DOT, Verdict.UNCERTAIN, "cancelled", Code.MAIL_UNCERTAIN),
    ],
)
def test_a_fault_of_the_connection_has_its_class(
    error: Exception, step: Step, verdict: Verdict, word: str, code: Code
) -> None:
    outcome = of_error(error, step, HOST)

    assert (outcome.verdict, outcome.code) == (verdict, word)
    assert outcome.problem is not None
    assert outcome.problem.code is code
    assert outcome.is_channel_wide
    assert outcome.floor == timedelta(seconds=60 if verdict is Verdict.UNCERTAIN else 0)


def test_breaking_off_is_nobodys_fault() -> None:
    outcome = of_error(CancelledError(), Step.RCPT, HOST)

    assert (outcome.verdict, outcome.code, outcome.problem) == (TRANSIENT, "cancelled", None)
    assert not outcome.is_channel_wide


def test_a_message_too_big_names_both_sizes() -> None:
    outcome = too_big(12_000_000, 10_000_000, HOST)

    assert outcome.verdict is REJECTED
    assert outcome.problem is not None
    assert outcome.problem.values == {"host": HOST, "size": 12_000_000, "limit": 10_000_000}


@pytest.mark.parametrize(
    ("text", "enhanced", "words"),
    [
        ("5.7.8 Error: authentication failed", "5.7.8", "Error: authentication failed"),
        ("5.7.1 first\n5.7.1 second", "5.7.1", "first second"),
        ("no enhanced code", "", "no enhanced code"),
        ("5.7.1", "5.7.1", ""),
        ("127.0.0.1 is blocked", "", "127.0.0.1 is blocked"),
        ("5.7.1.2 is no code", "", "5.7.1.2 is no code"),
    ],
)
def test_an_enhanced_code_is_told_from_the_text(text: str, enhanced: str, words: str) -> None:
    reply = reply_of(550, text)

    assert (reply.enhanced, reply.text) == (enhanced, words)
    assert reply.codes == f"550 {enhanced}".strip()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<jan.kowalski@firma.example>: rejected", "…: rejected"),
        ("user jan%40firma.example unknown", "user … unknown"),
        ("żółw@firma.example is full", "… is full"),
        ("bad token AHUAaGFzxYJv12345678 here", "bad token … here"),
        ("echo dGFqbmUxMjM= end", "echo … end"),
        ("call 730 770 660 or +48223784756", "call … or +…"),
        ("line\r\nbreak\x07 and \u202eturn", "line break and turn"),
        ("queued as 4F1A2B", "queued as 4F1A2B"),
        ("Recipient address rejected: Access denied", "Recipient address rejected: Access denied"),
    ],
)
def test_what_nobody_should_read_is_taken_out(text: str, left: str) -> None:
    assert redacted(text) == left


def test_a_servers_text_has_an_end() -> None:
    assert len(redacted("słowo " * 10_000)) == 200


def test_a_password_never_comes_back_in_an_answer() -> None:
    known = secrets_in("jan", "tajne")
    for form in (*known, "tajne"):
        assert form not in redacted(f"535 you said {form}, that is wrong", known)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("TAJNE", "535 … is wrong, … too"),
        ("taJnE", "535 … is wrong, … too"),
    ],
)
def test_a_password_in_another_case_is_taken_out(said: str, left: str) -> None:
    assert redacted(f"535 {said} is wrong, {said} too", ("Tajne",)) == left


@pytest.mark.parametrize(("word", "said"), [("Straße", "STRASSE"), ("ŻÓŁW", "żółw"), ("SS", "ß")])
def test_a_password_whose_case_changes_its_letters_is_taken_out(word: str, said: str) -> None:
    assert redacted(f"no {said} here", (word,)) == "no … here"


def test_an_empty_secret_takes_nothing_out() -> None:
    assert redacted("all stays", ("",)) == "all stays"


def test_the_password_is_said_in_utf8() -> None:
    assert lines("PLAIN", "jan", "zażółć") == ("AUTH PLAIN AGphbgB6YcW8w7PFgsSH",)
    assert lines("LOGIN", "jan", "zażółć") == ("AUTH LOGIN", "amFu", "emHFvMOzxYLEhw==")


def test_only_known_mechanisms_are_chosen() -> None:
    assert offered("CRAM-MD5 login PLAIN XOAUTH2") == ("PLAIN", "LOGIN")
    assert offered("CRAM-MD5") == ()
