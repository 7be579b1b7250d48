"""A mail server for long runs: takes every message, counts it and forgets it.

`python -m tests.faults.soak_server AUTHORITY` writes its authority's certificate to that file and
its port to standard output; when standard input ends it says how many it took, and how many of
them twice.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.mailbox import ACCEPTED, Mailbox

_ID = re.compile(rb"^X-Dzwonek-Report-Id: ([0-9a-f-]{36})", re.MULTILINE | re.IGNORECASE)


class CountingMailbox(Mailbox):
    """The sandbox's mailbox, which keeps ids alone."""

    def count_from_now(self) -> Counter[bytes]:
        """Give the copies taken of each report, as they will be counted."""
        self.copies: Counter[bytes] = Counter()
        return self.copies

    async def handle_DATA(  # noqa: N802  # the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Count the message."""
        found = _ID.search(envelope.original_content or b"")
        self.copies[found[1] if found else b""] += 1
        return ACCEPTED


def main(certificate: Path) -> None:
    """Serve until standard input ends."""
    authority = Authority()
    authority.write(certificate)
    mailbox = CountingMailbox(authority.server())
    copies = mailbox.count_from_now()
    with mailbox:
        print(mailbox.port, flush=True)
        sys.stdin.read()
    print(len(copies), copies.total() - len(copies), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
