"""The mailbox over SMTP."""

from __future__ import annotations

import errno
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest

from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.mailbox import PASSWORD, USER, Letter, Mailbox

SENDER, SUPPORT = "dzwonek@firma.example", "wsparcie@pomoc.example"
MESSAGE = "Subject: próba\r\nTo: x\r\n\r\n.kropka\r\n..dwie\r\nzażółć\r\n".encode()


@pytest.fixture
def mailbox(authority: Authority) -> Iterator[Mailbox]:
    """Give a running mailbox."""
    with Mailbox(authority.server()) as running:
        yield running


@contextmanager
def conversation(
    mailbox: Mailbox, authority: Authority, password: str = PASSWORD
) -> Iterator[smtplib.SMTP]:
    with smtplib.SMTP("localhost", mailbox.port, "dzwonek.test", timeout=10) as smtp:
        smtp.starttls(context=authority.client())
        smtp.login(USER, password)
        yield smtp


def send(mailbox: Mailbox, authority: Authority) -> None:
    with conversation(mailbox, authority) as smtp:
        smtp.sendmail(SENDER, [SUPPORT], MESSAGE)


def test_a_letter_is_kept_byte_for_byte(mailbox: Mailbox, authority: Authority) -> None:
    send(mailbox, authority)
    assert mailbox.letters == (Letter(SENDER, (SUPPORT,), MESSAGE, True, USER),)


def test_nothing_is_taken_without_tls_or_without_a_password(
    mailbox: Mailbox, authority: Authority
) -> None:
    with smtplib.SMTP("localhost", mailbox.port, "dzwonek.test", timeout=10) as smtp:
        with pytest.raises(smtplib.SMTPSenderRefused, match="STARTTLS"):
            smtp.sendmail(SENDER, [SUPPORT], MESSAGE)
        smtp.starttls(context=authority.client())
        with pytest.raises(smtplib.SMTPSenderRefused, match="Authentication required"):
            smtp.sendmail(SENDER, [SUPPORT], MESSAGE)
    assert mailbox.letters == ()


def test_a_wrong_password_is_refused(mailbox: Mailbox, authority: Authority) -> None:
    with (
        pytest.raises(smtplib.SMTPAuthenticationError),
        conversation(mailbox, authority, "źle".encode("ascii", "ignore").decode()),
    ):
        pass


def test_a_strangers_certificate_is_noticed(authority: Authority) -> None:
    with (
        Mailbox(Authority().server()) as mailbox,
        pytest.raises(ssl.SSLCertVerificationError),
        conversation(mailbox, authority),
    ):
        pass


def test_it_refuses_until_it_accepts_again(mailbox: Mailbox, authority: Authority) -> None:
    mailbox.refuse("451 4.7.1 Try again later")
    with pytest.raises(smtplib.SMTPDataError, match="Try again"):
        send(mailbox, authority)
    mailbox.refuse("")
    mailbox.refuse("550 5.1.1 No such user", SUPPORT)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(mailbox, authority)
    mailbox.refuse("", SUPPORT)
    send(mailbox, authority)
    assert len(mailbox.letters) == 1


def test_it_stops_in_the_middle_of_a_talk_and_comes_back_at_the_same_place(
    mailbox: Mailbox, authority: Authority
) -> None:
    send(mailbox, authority)
    port = mailbox.port
    smtp = smtplib.SMTP("localhost", port, "dzwonek.test", timeout=10)
    smtp.starttls(context=authority.client())
    mailbox.stop()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        smtp.noop()
    smtp.close()
    with pytest.raises(ConnectionRefusedError):
        send(mailbox, authority)
    mailbox.start()
    assert mailbox.port == port
    send(mailbox, authority)
    assert len(mailbox.letters) == 2


def test_waiting_ends_with_the_letter_or_with_the_time(
    mailbox: Mailbox, authority: Authority
) -> None:
    assert not mailbox.wait_for(1, timedelta(milliseconds=10))
    sender = threading.Thread(target=send, args=(mailbox, authority), name="test-sender")
    sender.start()
    assert mailbox.wait_for(1)
    sender.join()


def test_a_taken_port_is_told(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = Mailbox(authority.server(), port=server.getsockname()[1])
        with pytest.raises(OSError) as caught:
            taken.start()
        assert caught.value.errno == errno.EADDRINUSE


def test_stopping_twice_does_no_harm(authority: Authority) -> None:
    mailbox = Mailbox(authority.server()).start()
    with socket.create_connection(("127.0.0.1", mailbox.port), timeout=30) as guest:
        assert guest.recv(4096).startswith(b"220 ")
        mailbox.stop()
        mailbox.stop()
        with suppress(ConnectionResetError):
            assert guest.recv(4096) == b""
