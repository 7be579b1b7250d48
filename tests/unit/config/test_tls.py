"""What we trust when we speak TLS, tried against real servers on loopback."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme
import truststore

from dzwonek.config.tls import tls_context
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.wine import checks_chains


@contextmanager
def server(
    certificate: trustme.LeafCert | Path, newest: ssl.TLSVersion | None = None
) -> Iterator[int]:
    """Serve one handshake and give the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if isinstance(certificate, Path):
        context.load_cert_chain(certificate)
    else:
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


@checks_chains
def test_a_stranger_is_refused(authority: trustme.CA) -> None:
    with (
        server(authority.issue_cert("poczta.test")) as port,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        connect(tls_context(), port, "poczta.test")


def test_a_stranger_who_brings_his_authority_along_is_refused(
    authority: trustme.CA, tmp_path: Path
) -> None:
    leaf = authority.issue_cert("poczta.test")
    chain = tmp_path / "chain.pem"
    parts = (leaf.private_key_pem, *leaf.cert_chain_pems, authority.cert_pem)
    chain.write_bytes(b"".join(part.bytes() for part in parts))
    with server(chain) as port, pytest.raises(ssl.SSLCertVerificationError):
        connect(tls_context(), port, "poczta.test")


@checks_chains
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


linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system itself is asked")


def stored(authority: trustme.CA, file: Path) -> str:
    authority.cert_pem.write_to_path(str(file))
    return str(file)


def build_openssl_for(monkeypatch: pytest.MonkeyPatch, cafile: str, capath: str) -> None:
    """Let OpenSSL be one that was built to look for the store there."""
    real = ssl.get_default_verify_paths()
    built = real._replace(openssl_cafile=cafile, openssl_capath=capath)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: built)


@linux
def test_the_systems_store_is_not_replaced_by_our_file(
    authority: trustme.CA, ca_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = trustme.CA()
    build_openssl_for(monkeypatch, stored(system, tmp_path / "system.pem"), "/nowhere")
    for name, issuer in (("system.test", system), ("poczta.test", authority)):
        with server(issuer.issue_cert(name)) as port:
            assert connect(tls_context(ca_file), port, name)


@linux
@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_the_environment_does_not_replace_the_systems_store(
    authority: trustme.CA,
    ca_file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_elsewhere: bool,
) -> None:
    system = trustme.CA()
    store = stored(system, tmp_path / "system.pem")
    if is_elsewhere:
        build_openssl_for(monkeypatch, "/nowhere.pem", "/nowhere")
        monkeypatch.setattr("dzwonek.config.tls.STORES", ("/nowhere.crt", store))
    else:
        build_openssl_for(monkeypatch, store, "/nowhere")
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    context = tls_context()
    with server(system.issue_cert("system.test")) as port:
        assert connect(context, port, "system.test")
    with (
        server(authority.issue_cert("poczta.test")) as port,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        connect(context, port, "poczta.test")


@linux
def test_a_folder_of_certificates_is_a_store_too(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = stored(authority, tmp_path / "ca.pem")
    told = subprocess.run(
        ["openssl", "x509", "-noout", "-hash", "-in", made],
        capture_output=True,
        text=True,
        check=True,
    )
    folder = tmp_path / "certs"
    folder.mkdir()
    (folder / f"{told.stdout.strip()}.0").symlink_to(made)
    build_openssl_for(monkeypatch, "/nowhere.pem", str(folder))
    with server(authority.issue_cert("poczta.test")) as port:
        assert connect(tls_context(), port, "poczta.test")


@linux
def test_a_damaged_store_trusts_nobody(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "system.pem").write_text("damaged", encoding="utf-8")
    build_openssl_for(monkeypatch, str(tmp_path / "system.pem"), "/nowhere")
    with (
        server(authority.issue_cert("poczta.test")) as port,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        connect(tls_context(), port, "poczta.test")


@linux
def test_without_any_store_where_we_look_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build_openssl_for(monkeypatch, "/nowhere.pem", "/nowhere")
    monkeypatch.setattr("dzwonek.config.tls.STORES", ())
    assert isinstance(tls_context(), truststore.SSLContext)


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
