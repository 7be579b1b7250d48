"""The sandbox's own authority."""

from __future__ import annotations

import socket
import ssl
import threading
from pathlib import Path

import pytest

from dzwonek.sandbox.certificates import Authority, self_signed


def shake(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> str:
    """Shake hands over a socket pair; gives the negotiated version."""
    ours, theirs = socket.socketpair()

    def answer() -> None:
        try:
            with server.wrap_socket(theirs, server_side=True) as there:
                there.recv(1)
        except OSError:
            theirs.close()

    thread = threading.Thread(target=answer, name="test-handshake")
    thread.start()
    try:
        with client.wrap_socket(ours, server_hostname=name) as here:
            return here.version() or ""
    finally:
        ours.close()
        thread.join()


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1"])
def test_its_servers_are_trusted_on_this_computer(authority: Authority, name: str) -> None:
    assert shake(authority.server(), authority.client(), name).startswith("TLSv1")


def test_a_client_trusts_the_written_file_and_no_other_authority(
    authority: Authority, tmp_path: Path
) -> None:
    pem = authority.write(tmp_path / "ca.pem")
    client = ssl.create_default_context(cafile=str(pem))
    assert shake(authority.server(), client, "localhost")
    with pytest.raises(ssl.SSLCertVerificationError, match="unable to get local issuer"):
        shake(Authority().server(), client, "localhost")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda authority: authority.server("inna.example"), "mismatch"),
        (lambda authority: authority.server("localhost", is_expired=True), "expired"),
        (lambda authority: self_signed(), "self-signed"),
    ],
    ids=["another name", "expired", "self-signed"],
)
def test_each_wrong_certificate_is_wrong_for_its_own_reason(
    authority: Authority, make: object, reason: str
) -> None:
    assert callable(make)
    with pytest.raises(ssl.SSLCertVerificationError, match=reason):
        shake(make(authority), authority.client(), "localhost")
