"""SMTP's commands, each with its deadline.

The one door to `smtplib`. Its own `timeout` is per packet, so that a dripping server holds it
as long as it likes; here the waiting and the reading are `Wire`'s.
"""

from __future__ import annotations

import re
import smtplib
from typing import TYPE_CHECKING

from dzwonek.delivery import classify
from dzwonek.delivery.classify import Reply, Step
from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.wire import GarbledError, Wire, WireError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MAX_LINES = 200  # of one answer
SIZE = re.compile("[0-9]{1,20}")  # RFC 1870 §4; anything longer is no size


class Conversation(smtplib.SMTP):
    """SMTP's commands over a `Wire`, each step with its own deadline; raises WireError."""

    def __init__(self, wire: Wire, deadlines: Deadlines) -> None:
        super().__init__(local_hostname="localhost")  # connects nowhere and asks no resolver
        self._wire = wire
        self._deadlines = deadlines

    def allow(self, step: Step, size: int = 0) -> None:
        """Start the deadline of a step."""
        spans = {
            Step.CONNECT: self._deadlines.connect,
            Step.PROXY: self._deadlines.connect + self._deadlines.command,
            Step.BODY: self._deadlines.body(size),
            Step.DOT: self._deadlines.answer,
        }
        self._wire.allow(spans.get(step, self._deadlines.command))

    def send(self, s: ReadableBuffer | str) -> None:
        """Send what `smtplib` wants said."""
        self._wire.send(s.encode("ascii") if isinstance(s, str) else bytes(s))

    def getreply(self) -> tuple[int, bytes]:
        """Read one answer of a bounded number of lines."""
        texts: list[bytes] = []
        while len(texts) < MAX_LINES:
            line = self._wire.line()
            if not (line[:3].isdigit() and line[3:4] in (b"", b" ", b"-")):
                break
            texts.append(line[4:].strip())
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(texts)
        raise WireError(GarbledError("not an answer of a mail server"))

    def answer(self) -> Reply:
        """Wait for the server's next answer."""
        code, text = self.getreply()
        return classify.reply_of(code, text.decode("utf-8", "replace"))

    def command(self, words: str) -> Reply:
        """Say a command and wait for its answer."""
        self.putcmd(words)
        return self.answer()

    def greet(self) -> Reply:
        """Say EHLO by this end's address: no name of this computer leaves it."""
        code, text = self.ehlo(self._wire.own_address())
        return classify.reply_of(code, text.decode("utf-8", "replace"))

    def forget_greeting(self) -> None:
        """Forget what the server said of itself before TLS (RFC 3207 §4.2)."""
        self.esmtp_features = {}
        self.ehlo_resp = self.helo_resp = None
        self.does_esmtp = False

    def mail_from(self, sender: str, size: int) -> Reply:
        """Name the sender, and the size when the server wants to know it (RFC 1870)."""
        options = f" SIZE={size}" if size and self.has_extn("size") else ""
        return self.command(f"MAIL FROM:<{sender}>{options}")

    def rcpt_to(self, recipient: str) -> Reply:
        """Name one recipient."""
        return self.command(f"RCPT TO:<{recipient}>")

    def size_limit(self) -> int:
        """Give the largest message the server takes, in bytes; 0 when it does not say."""
        limit = self.esmtp_features.get("size", "").strip()
        return int(limit) if SIZE.fullmatch(limit) else 0

    def pour(self, content: bytes) -> None:
        """Send a piece of the body as it is."""
        self._wire.send(content)

    def was_interrupted(self) -> bool:
        """Say whether the server has spoken, or gone, in the middle of the body."""
        return self._wire.has_unread()

    def farewell(self) -> None:
        """Say QUIT and wait a moment for the answer."""
        self._wire.allow(self._deadlines.farewell)
        self.command("QUIT")

    def hang_up(self) -> None:
        """Close the connection without a word."""
        self._wire.close()
