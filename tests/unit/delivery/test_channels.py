"""The ways out, by the names of the settings."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys

import pytest

from dzwonek.delivery.channels import channel_for
from dzwonek.delivery.server import SmtpServer, is_loopback_name
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code, ProblemError, trouble

SERVER = SmtpServer("smtp.firma.example", 465, "tls", "jan", "dzwonek@firma.example")


def context() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def refusal(channel: SmtpChannel) -> Code:
    with pytest.raises(NotConnectedError) as caught:
        channel.connect()
    assert caught.value.outcome.verdict is Verdict.HELD
    assert caught.value.outcome.problem is not None
    return caught.value.outcome.problem.code


def test_mail_is_built() -> None:
    assert channel_for("mail", SERVER, lambda: "x", context, SystemClock()).name == "mail"


@pytest.mark.parametrize("name", ["graph", "ticket", "webhook", "mailprogram", "gołąb"])
def test_a_channel_that_is_not_built_is_refused_by_name(name: str) -> None:
    with pytest.raises(ProblemError) as caught:
        channel_for(name, SERVER, lambda: "x", context, SystemClock())

    assert caught.value.problem.code is Code.CHANNEL_NOT_BUILT
    assert caught.value.problem.values == {"channel": name}


def test_without_a_server_the_reports_wait() -> None:
    server = SmtpServer("", 465, "tls", "", "")

    assert refusal(SmtpChannel(server, lambda: None, context, SystemClock())) is (
        Code.MAIL_NOT_CONFIGURED
    )


def test_without_a_password_nothing_is_dialled() -> None:
    channel = SmtpChannel(SERVER, lambda: None, context, SystemClock())

    assert refusal(channel) is Code.MAIL_PASSWORD_MISSING


def test_a_locked_keyring_holds_the_channel_and_says_so() -> None:
    def password() -> str:
        raise trouble(Code.KEYRING_LOCKED)

    assert refusal(SmtpChannel(SERVER, password, context, SystemClock())) is Code.KEYRING_LOCKED


def test_a_context_that_checks_nothing_is_a_bug() -> None:
    def careless() -> ssl.SSLContext:
        made = context()
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
        return made

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = SmtpServer("127.0.0.1", listener.getsockname()[1], "tls", "", "a@b.test")
        with pytest.raises(ValueError, match="must check"):
            SmtpChannel(server, lambda: None, careless, SystemClock()).connect()


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("localhost", True),
        ("LOCALHOST", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("127.0.0.1.example", False),
        ("localhost.example", False),
        ("10.0.0.1", False),
        ("0.0.0.0", False),
        ("", False),
    ],
)
def test_only_this_computers_own_names_are_loopback(host: str, is_here: bool) -> None:
    assert is_loopback_name(host) is is_here


@pytest.mark.parametrize("module", ["dzwonek.delivery.mime", "dzwonek.delivery.channels"])
def test_rendering_loads_no_network(module: str) -> None:
    loaded = f"import sys, {module}; print('smtplib' in sys.modules, 'email' in sys.modules)"

    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == ["False", "False"]
