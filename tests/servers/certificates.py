"""Certificates good and bad, and the TLS contexts for both ends."""

from __future__ import annotations

import datetime
import ssl
from pathlib import Path

import trustme


class Authority:
    """A certificate authority of our own, for one test or one session of tests."""

    def __init__(self) -> None:
        self._ca = trustme.CA()

    def client(self) -> ssl.SSLContext:
        """Give a client's context that trusts this authority and nothing else."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._ca.configure_trust(context)
        return context

    def server(self, *names: str, expired: bool = False) -> ssl.SSLContext:
        """Give a server's context with a certificate for `names`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._issue(names, expired).configure_cert(context)
        return context

    def write(self, folder: Path, *names: str) -> tuple[Path, Path, Path]:
        """Write a server's chain and key and the authority's certificate as PEM files."""
        chain, key, authority = folder / "chain.pem", folder / "key.pem", folder / "ca.pem"
        cert = self._issue(names, expired=False)
        chain.write_bytes(b"".join(blob.bytes() for blob in cert.cert_chain_pems))
        key.write_bytes(cert.private_key_pem.bytes())
        key.chmod(0o600)
        authority.write_bytes(self._ca.cert_pem.bytes())
        return chain, key, authority

    def _issue(self, names: tuple[str, ...], expired: bool) -> trustme.LeafCert:
        now = datetime.datetime.now(datetime.UTC)
        until = now - datetime.timedelta(days=1) if expired else now + datetime.timedelta(days=2)
        return self._ca.issue_cert(
            *names, not_before=now - datetime.timedelta(days=9), not_after=until
        )


def self_signed_server(name: str) -> ssl.SSLContext:
    """Give a server's context with a certificate that only it vouches for."""
    return Authority().server(name)
