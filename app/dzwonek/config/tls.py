"""What we trust when we speak TLS: the system's certificates, and at most one file more."""

from __future__ import annotations

import ssl
import sys

from dzwonek.domain.problem import Code, trouble


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
    system, and so it does on a Linux where OpenSSL was built for another store's place.
    """
    if sys.platform == "linux" and ssl.get_default_verify_paths().cafile:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.set_default_verify_paths()
        return context
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
