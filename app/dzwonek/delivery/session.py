"""Hand messages over one open connection, telling the journal each step before it is taken."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.delivery import classify
from dzwonek.delivery.classify import Reply, Step
from dzwonek.delivery.cleaning import ascii_address
from dzwonek.delivery.wire import WireError
from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from dzwonek.delivery.conversation import Conversation

SLICE = 65536


class RefusalError(Exception):
    """The server's answer ended the attempt."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


class SmtpSession:
    """One logged-in SMTP connection (RFC 5321); used by one thread."""

    def __init__(self, talk: Conversation, host: str, secrets: tuple[str, ...] = ()) -> None:
        self._talk = talk
        self._host = host
        self._secrets = secrets
        self._step = Step.MAIL
        self._is_over = False
        self._is_begun = False
        self._sender = self._recipient = ""

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        """Hand one message over; returns at the server's answer to the final dot."""
        try:
            return self._handed_over(envelope, journal)
        except RefusalError as refusal:
            return refusal.outcome
        except WireError as error:
            return self._broken(error)

    def try_addresses(self, sender: str, recipient: str) -> Outcome | None:
        """Ask whether the server would take a message, without one; None when it would."""
        try:
            self._ask_sender(_travelling(sender, "sender"), 0)
            self._ask_recipient(_travelling(recipient, "recipient"))
        except RefusalError as refusal:
            return refusal.outcome
        except WireError as error:
            return self._broken(error)
        return None

    def close(self) -> None:
        """Say goodbye, briefly; whatever comes of it is ignored."""
        with contextlib.suppress(WireError):
            if not self._is_over:
                self._is_over = True
                self._talk.farewell()
        self._talk.hang_up()

    def _handed_over(self, envelope: Envelope, journal: Journal) -> Outcome:
        """Take all steps of one message."""
        size, limit = len(envelope.content), self._talk.size_limit()
        if 0 < limit < size:
            raise RefusalError(classify.too_big(size, limit, self._host))
        sender = _travelling(envelope.sender, "sender")
        recipients = {each: _travelling(each, "recipient") for each in envelope.recipients}
        self._refuse_when_over()
        journal(Phase.CONNECTED)
        self._begin_afresh()
        journal(Phase.MAIL)
        self._ask_sender(sender, size)
        journal(Phase.RCPT)
        refused = self._name_recipients(recipients)
        journal(Phase.DATA_OPEN)
        self._write(envelope.content, journal)
        return self._accepted(refused)

    def _begin_afresh(self) -> None:
        """Undo what an earlier, refused message left half done."""
        if self._is_begun:
            self._enter(Step.MAIL)
            self._is_over = self._talk.command("RSET").code // 100 != 2
            self._refuse_when_over()

    def _ask_sender(self, sender: str, size: int) -> None:
        """Say MAIL FROM."""
        self._enter(Step.MAIL)
        self._is_begun = True
        self._sender = sender
        self._ask(Step.MAIL, self._talk.mail_from(sender, size))

    def _ask_recipient(self, recipient: str) -> None:
        """Say RCPT TO."""
        self._enter(Step.RCPT)
        self._recipient = recipient
        self._ask(Step.RCPT, self._talk.rcpt_to(recipient))

    def _name_recipients(self, recipients: dict[str, str]) -> dict[str, Outcome]:
        """Name each recipient; gives the refused ones, and raises when none is left."""
        refused: dict[str, Outcome] = {}
        for recipient, travelling in recipients.items():
            try:
                self._ask_recipient(travelling)
            except RefusalError as refusal:
                refused[recipient] = refusal.outcome
                if self._is_over:
                    raise
        if len(refused) == len(recipients):
            raise RefusalError(_mildest(refused))
        return refused

    def _write(self, content: bytes, journal: Journal) -> None:
        """Say DATA, pour the body and, once the journal knows, the final dot."""
        self._enter(Step.DATA)
        self._ask(Step.DATA, self._talk.command("DATA"), wanted=3)
        # From here on nothing but the body and its dot may follow on this connection.
        self._is_over = True
        self._enter(Step.BODY, len(content))
        self._pour(content)
        journal(Phase.DOT_SENT)
        # An answer that is here before its question would pass for the answer to the dot.
        if self._talk.was_interrupted():
            self._raise_interruption()
        self._enter(Step.DOT)
        self._talk.pour(b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")

    def _pour(self, content: bytes) -> None:
        """Send the body; a server that breaks in with an answer is heard out."""
        try:
            for piece in stuffed(content):
                self._talk.pour(piece)
        except WireError as error:
            with contextlib.suppress(WireError):
                self._raise_interruption()
            raise error from None
        if self._talk.was_interrupted():
            self._raise_interruption()

    def _raise_interruption(self) -> None:
        """End the attempt by the answer that came in the middle of the body."""
        answer = self._talk.answer()
        raise RefusalError(classify.of_reply(answer, Step.DATA, self._host, self._secrets))

    def _accepted(self, refused: dict[str, Outcome]) -> Outcome:
        """Read the answer to the dot: only "2xx" is a delivery."""
        answer = self._talk.answer()
        self._is_over = False
        self._is_begun = False
        self._ask(Step.DOT, answer)
        text = classify.redacted(answer.text, self._secrets)
        if not refused:
            return Outcome(Verdict.DELIVERED, answer.codes, text)
        mildest = _mildest(refused)
        return Outcome(
            Verdict.DELIVERED,
            answer.codes,
            text,
            mildest.problem,
            mildest.floor,
            refused=tuple(refused),
            refused_code=mildest.code,
            refused_text=mildest.text,
        )

    def _enter(self, step: Step, size: int = 0) -> None:
        """Note the step for the case that it fails, and start its deadline."""
        self._step = step
        self._talk.allow(step, size)

    def _refuse_when_over(self) -> None:
        """Answer for a connection that an earlier message ended."""
        if self._is_over:
            problem = Problem(Code.MAIL_UNREACHABLE, {"host": self._host, "step": "mail"})
            raise RefusalError(
                Outcome(Verdict.TRANSIENT, "closed", problem=problem, is_channel_wide=True)
            )

    def _broken(self, error: WireError) -> Outcome:
        """Say what the loss of the connection means for the message."""
        self._is_over = True
        return classify.of_error(error.cause, self._step, self._host)

    def _ask(self, step: Step, reply: Reply, wanted: int = 2) -> None:
        """Go on when the answer is of the wanted class; 421 announces the end of it all."""
        if reply.code // 100 == wanted:
            return
        self._is_over = reply.code == 421
        outcome = classify.of_reply(reply, step, self._host, self._secrets)
        raise RefusalError(self._with_address(outcome))

    def _with_address(self, outcome: Outcome) -> Outcome:
        """Name the refused address, so that people know which one to mend."""
        problem = outcome.problem
        whose = {
            Code.MAIL_SENDER_REFUSED: self._sender,
            Code.MAIL_RECIPIENT_REFUSED: self._recipient,
        }
        if problem is None or problem.code not in whose:
            return outcome
        values = {**problem.values, "address": whose[problem.code]}
        return replace(outcome, problem=Problem(problem.code, values))


def _travelling(address: str, role: str) -> str:
    """Give an address as it travels; one that cannot travel ends the attempt."""
    try:
        return ascii_address(address, role)
    except ProblemError as error:
        word = error.problem.code.value
        raise RefusalError(Outcome(Verdict.HELD, word, problem=error.problem)) from error


def stuffed(content: bytes) -> Iterator[bytes]:
    """Cut a body into pieces at line ends, with a second dot where a line begins with one.

    Small pieces, so that the interpreter is never held for long (RFC 5321 §4.5.2).
    """
    start = 0
    while start < len(content):
        end = content.find(b"\n", start + SLICE) + 1 or len(content)
        piece = content[start:end].replace(b"\r\n.", b"\r\n..")
        yield b"." + piece if piece.startswith(b".") else piece
        start = end


def _mildest(refused: dict[str, Outcome]) -> Outcome:
    """Give the refusal that leaves most hope: one to try again, else the first."""
    later = (each for each in refused.values() if each.verdict is Verdict.TRANSIENT)
    return next(later, next(iter(refused.values())))
