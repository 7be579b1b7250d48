"""What we trust when we speak TLS: the system's certificates, and at most one file more."""

from __future__ import annotations

import contextlib
import re
import ssl
import sys
from pathlib import Path

from dzwonek.domain.problem import Code, trouble

HASHED = re.compile(r"[0-9a-f]{8}\.\d+")  # as OpenSSL finds certificates in a folder
# Where the distributions keep their store, should OpenSSL have been built for another place:
# Debian, Fedora, openSUSE, Alpine.
STORES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """Make a context for a client: system store, host name checked, TLS 1.2 or newer.

    `ca_file` (PEM) adds to the store. Raises ProblemError (SETTINGS_INVALID_VALUE) when it cannot
    be read or holds no certificate. There is no way to switch the checks off.
    """
    context = _trusting_the_system()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
            raise trouble(
                Code.SETTINGS_INVALID_VALUE,
                key="delivery.mail.ca_file",
                value=ca_file,
                allowed="PEM",
            ) from error
    return context


def _trusting_the_system() -> ssl.SSLContext:
    """Trust the system's store.

    On Linux that store is OpenSSL's own, which is read once here; truststore would read it at each
    handshake (34-46 ms of CPU, python-truststore's `_openssl.py`). Elsewhere truststore asks the
    system, and so it does on a Linux that keeps its store where nobody else does.
    """
    if sys.platform == "linux":
        cafile, capath = _system_store()
        if cafile or capath:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            _load(context, cafile, capath)
            return context
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _system_store() -> tuple[str | None, str | None]:
    """Find the store's file and folder where OpenSSL was built to look.

    Not by `set_default_verify_paths`, which lets SSL_CERT_FILE and SSL_CERT_DIR of the environment
    replace the system's store.
    """
    built = ssl.get_default_verify_paths()
    cafile = built.openssl_cafile if _has_bytes(Path(built.openssl_cafile)) else None
    capath = built.openssl_capath if _has_certificates(Path(built.openssl_capath)) else None
    if cafile or capath:
        return cafile, capath
    return next((file for file in STORES if _has_bytes(Path(file))), None), None


def _load(context: ssl.SSLContext, cafile: str | None, capath: str | None) -> None:
    """Read the store; what is damaged in it is not trusted, and the rest holds."""
    if cafile:
        with contextlib.suppress(OSError):
            context.load_verify_locations(cafile=cafile)
    if capath:
        with contextlib.suppress(OSError):
            context.load_verify_locations(capath=capath)


def _has_bytes(file: Path) -> bool:
    try:
        return file.is_file() and file.stat().st_size > 0
    except OSError:
        return False


def _has_certificates(folder: Path) -> bool:
    try:
        return any(HASHED.fullmatch(entry.name) for entry in folder.iterdir())
    except OSError:
        return False
