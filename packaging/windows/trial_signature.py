"""Signs with a certificate of the moment, so that signing is tried before a release."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

SUBJECT = "/CN=Dzwonek, nobody's certificate"


@dataclass(frozen=True, slots=True)
class TrialCertificate:
    """A self-signed certificate and its key, good for a day and trusted by nobody."""

    certificate: Path
    key: Path

    @classmethod
    def made(cls, folder: Path) -> TrialCertificate:
        """Make one in `folder`; raises `subprocess.CalledProcessError`."""
        made = cls(folder / "certificate.pem", folder / "key.pem")
        kind = ("-x509", "-newkey", "rsa:2048", "-nodes", "-sha256", "-days", "1")
        use = ("-addext", "extendedKeyUsage=codeSigning", "-subj", SUBJECT)
        files = ("-keyout", str(made.key), "-out", str(made.certificate))
        _run("openssl", "req", *kind, *use, *files)
        return made

    def sign(self, file: Path) -> None:
        """Sign a program file or an installer where it stands, and see that the signature holds.

        Raises `subprocess.CalledProcessError`.
        """
        signed = file.with_name(f"{file.name}.signed")
        who = ("-certs", str(self.certificate), "-key", str(self.key), "-h", "sha256")
        # For an installer, its streams' names and times are signed as well.
        further = ("-add-msi-dse",) if file.suffix == ".msi" else ()
        _run("osslsigncode", "sign", *who, *further, "-in", str(file), "-out", str(signed))
        signed.replace(file)
        _run("osslsigncode", "verify", "-CAfile", str(self.certificate), "-in", str(file))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
