"""`python -m benchmarks.servers FOLDER`: a Daktela and a mailbox in a process of their own.

Tells in one line of JSON where they are, and serves until its standard input ends.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dzwonek.sandbox import mailbox as mail
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.story import AGENT


def main(folder: Path) -> None:
    """Serve."""
    authority = Authority()
    ca_file = authority.write(folder / "ca.pem")
    daktela = SandboxDaktela(authority.server())
    mailbox = mail.Mailbox(authority.server())
    daktela.start()
    mailbox.start()
    told = {
        "url": daktela.url,
        "port": mailbox.port,
        "ca": ca_file.as_posix(),
        "user": mail.USER,
        "secrets": {"daktela": AGENT.token, "mail": mail.PASSWORD},
    }
    print(json.dumps(told), flush=True)
    sys.stdin.read()
    mailbox.stop()
    daktela.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
