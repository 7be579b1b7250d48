"""An authority of the sandbox's own, so that TLS is real and nothing on the computer trusts it."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme

LOOPBACK = ("localhost", "127.0.0.1", "::1")
A_DAY = timedelta(days=1)


class Authority:
    """Issues the certificates of the sandbox's servers."""

    def __init__(self) -> None:
        self._ca = trustme.CA(organization_name="Dzwonek, piaskownica")

    @property
    def pem(self) -> bytes:
        """Give the authority's own certificate, which a client has to trust."""
        return self._ca.cert_pem.bytes()

    def write(self, path: Path) -> Path:
        """Write the authority's certificate to a file, as `ca_file` wants it."""
        path.write_bytes(self.pem)
        return path

    def server(self, *names: str, is_expired: bool = False) -> ssl.SSLContext:
        """Make a server's side of TLS for these names; for this computer when none is given."""
        valid_until = datetime.now(UTC) - A_DAY if is_expired else None
        certificate = self._ca.issue_cert(*(names or LOOPBACK), not_after=valid_until)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        return context

    def client(self) -> ssl.SSLContext:
        """Make a client's side that trusts this authority and no other."""
        return ssl.create_default_context(cadata=self.pem.decode("ascii"))


def self_signed() -> ssl.SSLContext:
    """Make a server's side whose certificate vouches for itself, as on a router's own page."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    addresses = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - A_DAY)
        .not_valid_after(now + A_DAY)
        .add_extension(x509.SubjectAlternativeName(addresses), critical=False)
        .sign(key, hashes.SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:  # the ssl module loads a key from a file only
        pem = Path(folder, "key-and-certificate.pem")
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        context.load_cert_chain(pem)
    return context
