"""What we trust when we speak TLS, tried against real servers on loopback."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from dzwonek.config.tls import tls_context
from dzwonek.domain.problem import Code, ProblemError


@contextmanager
def server(certificate: trustme.LeafCert, newest: ssl.TLSVersion | None = None) -> Iterator[int]:
    """Serve one handshake and give the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    if newest:
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.maximum_version = newest
        context.set_ciphers("ALL:@SECLEVEL=0")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_serve, args=(listening, context))
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def _serve(listening: socket.socket, context: ssl.SSLContext) -> None:
    plain, _ = listening.accept()
    with plain:
        try:
            with context.wrap_socket(plain, server_side=True) as secure:
                secure.recv(1)
        except OSError:
            return  # the client refused us


def connect(context: ssl.SSLContext, port: int, name: str) -> str | None:
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname=name) as secure,
    ):
        return secure.version()


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    file = tmp_path / "urząd.pem"
    authority.cert_pem.write_to_path(str(file))
    return str(file)


def test_a_file_adds_to_what_the_system_trusts(authority: trustme.CA, ca_file: str) -> None:
    with server(authority.issue_cert("poczta.test")) as port:
        assert connect(tls_context(ca_file), port, "poczta.test") == "TLSv1.3"


def test_a_stranger_is_refused(authority: trustme.CA) -> None:
    with (
        server(authority.issue_cert("poczta.test")) as port,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        connect(tls_context(), port, "poczta.test")


def test_another_host_is_refused(authority: trustme.CA, ca_file: str) -> None:
    with (
        server(authority.issue_cert("poczta.test")) as port,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        connect(tls_context(ca_file), port, "inna.test")


@pytest.mark.filterwarnings("ignore:.*TLSv1_1:DeprecationWarning")
def test_tls_older_than_1_2_is_refused(authority: trustme.CA, ca_file: str) -> None:
    assert tls_context().minimum_version is ssl.TLSVersion.TLSv1_2
    with (
        server(authority.issue_cert("poczta.test"), ssl.TLSVersion.TLSv1_1) as port,
        pytest.raises(ssl.SSLError, match=r"(?i)version|alert|protocol"),
    ):
        connect(tls_context(ca_file), port, "poczta.test")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store is asked")
def test_the_systems_store_is_not_replaced(
    authority: trustme.CA, ca_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = trustme.CA()
    store = tmp_path / "system.pem"
    system.cert_pem.write_to_path(str(store))
    monkeypatch.setenv("SSL_CERT_FILE", str(store))
    for name, issuer in (("system.test", system), ("poczta.test", authority)):
        with server(issuer.issue_cert(name)) as port:
            assert connect(tls_context(ca_file), port, name)


@pytest.mark.parametrize("content", [None, b"", b"nothing", b"\x00\xff"])
def test_a_file_without_a_certificate_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ProblemError) as caught:
        tls_context(str(file))
    assert caught.value.problem.code is Code.SETTINGS_INVALID_VALUE
    assert caught.value.problem.values["key"] == "delivery.mail.ca_file"
    assert caught.value.problem.values["value"] == str(file)


def test_a_path_with_a_zero_in_it_is_told() -> None:
    with pytest.raises(ProblemError):
        tls_context("a\0b")
