"""Decide what one attempt's end means, from the server's answer or the connection's fault.

The table is section "Error classes" of `docs/reliability.md`; enhanced codes (RFC 3463) count
before basic ones, because servers agree on them more often.
"""

from __future__ import annotations

import re
import socket
import ssl
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from dzwonek.delivery.cleaning import one_line
from dzwonek.delivery.wire import CancelledError, GarbledError, LateError, LostError
from dzwonek.domain.delivery import Outcome, Verdict
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import AFTER_BUSY_MAILBOX, AFTER_GREYLISTING, AFTER_UNCERTAIN


class Step(StrEnum):
    """What was being done when the attempt ended."""

    CONNECT = "connect"
    PROXY = "proxy"
    GREETING = "greeting"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    TLS = "tls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    BODY = "body"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer: three digits, the enhanced code or "", the text without it."""

    code: int
    enhanced: str
    text: str

    @property
    def codes(self) -> str:
        """Give the codes as they are written down, such as "535 5.7.8"."""
        return f"{self.code} {self.enhanced}".strip()


ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?:\s|$)")
# Steps in which nothing was said yet about the message: the fault is the connection's.
OPENING = frozenset(
    {Step.CONNECT, Step.PROXY, Step.GREETING, Step.EHLO, Step.STARTTLS, Step.TLS, Step.AUTH}
)
NO_LOGIN = frozenset({530, 534, 535, 538})
TOO_BIG = frozenset({"5.3.4", "5.2.3"})
# Exchange Online: https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online
NO_BASIC_LOGIN = "5.7.30"
NOT_OUR_SENDER = frozenset({"5.1.7", "5.1.8", "5.2.252", "5.7.60"})
NO_LOGIN_YET = frozenset({"5.7.8", "5.7.9", "5.7.57"})
BUSY_MAILBOX = "4.3.2"
GREYLISTED = frozenset({"4.2.0", "4.7.1"})
SERVER_WIDE = frozenset({421, 432, 454, 455})
# What a proxy says (RFC 9110 §15): who are you, and come again.
PROXY_NO_LOGIN = frozenset({401, 407})
PROXY_LATER = frozenset({408, 425, 429, 500, 502, 503, 504, 507, 508})

ANY_ADDRESS = re.compile(r"<?[^\s<>@,;:]{1,64}(?:@|%40)[^\s<>,;:()\[\]]+>?")
TOKEN = re.compile(r"(?=[^\s]*[0-9+/=])[A-Za-z0-9+/_-]{16,}={0,2}|[A-Za-z0-9+/]{6,}={1,2}(?!\w)")
LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){5,}")
GONE = "…"
MAX_TEXT = 200


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """Give a server's text fit for lists and logs: at most 200 characters on one line.

    Addresses, tokens, `secrets` in any case and runs of six or more digits are taken out.
    """
    line = one_line(text[: 10 * MAX_TEXT])
    for secret in secrets:
        line = _without(line, secret)
    for pattern in (ANY_ADDRESS, TOKEN, LONG_NUMBER):
        line = pattern.sub(GONE, line)
    return line if len(line) <= MAX_TEXT else line[: MAX_TEXT - 1] + GONE


def _without(line: str, secret: str) -> str:
    """Take every `secret` out of a line, whatever its case; folding may lengthen ("ß", "ss")."""
    wanted = secret.casefold()
    folded = [(part, place) for place, letter in enumerate(line) for part in letter.casefold()]
    shown = "".join(part for part, _ in folded)
    kept, last, found = "", 0, shown.find(wanted)
    while wanted and found >= 0:
        end = found + len(wanted)
        kept += line[last : folded[found][1]] + GONE
        last = folded[end - 1][1] + 1
        found = shown.find(wanted, end)
    return kept + line[last:]


def reply_of(code: int, text: str) -> Reply:
    """Read a server's answer, of which `text` is all behind the three digits, in lines."""
    first = text.lstrip()
    found = ENHANCED.match(first)
    enhanced = found.group(1) if found else ""
    words = " ".join(line.removeprefix(enhanced).strip() for line in text.splitlines())
    return Reply(code, enhanced, words.strip())


def of_reply(reply: Reply, step: Step, host: str, secrets: tuple[str, ...] = ()) -> Outcome:
    """Say what an answer means that is not the one hoped for at this step.

    `secrets` are what was said to log in; without any, a server that asks for a login refused none.
    """
    text = redacted(reply.text, secrets)
    kind = reply.enhanced[:1].strip("2") or str(reply.code)[:1]
    if reply.code in SERVER_WIDE or kind == "4":
        return _later(reply, step, host, text)
    if kind != "5":
        return _unexpected(reply, step, host, text)
    verdict, code, is_wide = _refusal(reply, step)
    if code is Code.MAIL_LOGIN_REFUSED and step is not Step.AUTH and not secrets:
        code = Code.MAIL_LOGIN_WANTED
    problem = _problem(code, step, host, reply.codes, text)
    return Outcome(verdict, reply.codes, text, problem, is_channel_wide=is_wide)


def of_proxy(status: int, words: str, host: str, secrets: tuple[str, ...] = ()) -> Outcome:
    """Say what a proxy's answer means by which it does not connect us; `host` is the proxy's."""
    verdict, code = Verdict.HELD, Code.MAIL_PROXY_REFUSED
    if status in PROXY_NO_LOGIN:
        code = Code.MAIL_PROXY_LOGIN
    elif status in PROXY_LATER:
        verdict, code = Verdict.TRANSIENT, Code.MAIL_PROXY_FAILED
    text = redacted(words, secrets)
    problem = _problem(code, Step.PROXY, host, str(status), text)
    return Outcome(verdict, f"proxy {status}", text, problem, is_channel_wide=True)


def of_error(error: Exception, step: Step, host: str) -> Outcome:
    """Say what a fault of the connection means at this step."""
    if isinstance(error, CancelledError) and step is not Step.DOT:
        return Outcome(Verdict.TRANSIENT, "cancelled")
    word, code = _fault(error, step)
    if step is Step.PROXY:
        code = Code.MAIL_PROXY_FAILED
    text = redacted(getattr(error, "verify_message", "") or str(error))
    if step is Step.DOT:
        return uncertain(word, host, text)
    verdict = Verdict.HELD if code is Code.MAIL_CERTIFICATE else Verdict.TRANSIENT
    return Outcome(
        verdict, word, text, _problem(code, step, host, word, text), is_channel_wide=True
    )


def uncertain(word: str, host: str, text: str = "") -> Outcome:
    """Say that the message may or may not have been taken: the dot left, no answer came."""
    problem = _problem(Code.MAIL_UNCERTAIN, Step.DOT, host, word, text)
    return Outcome(Verdict.UNCERTAIN, word, text, problem, AFTER_UNCERTAIN, is_channel_wide=True)


def held(code: Code, step: Step, host: str, problem: Problem | None = None) -> Outcome:
    """Say that the channel itself is wrong, so that trying again by itself helps nobody."""
    told = problem or Problem(code, {"host": host, "step": step.value})
    return Outcome(Verdict.HELD, code.value, problem=told, is_channel_wide=True)


def too_big(size: int, limit: int, host: str) -> Outcome:
    """Say that the server told beforehand that it takes no message of this size (RFC 1870)."""
    problem = Problem(Code.MAIL_TOO_BIG, {"host": host, "size": size, "limit": limit})
    return Outcome(Verdict.REJECTED, "size", problem=problem, limit=limit)


def _later(reply: Reply, step: Step, host: str, text: str) -> Outcome:
    """Say that the server asks to come again."""
    is_wide = step in OPENING or step is Step.MAIL or reply.code in SERVER_WIDE
    is_wide = is_wide or reply.enhanced.startswith("4.3.")
    code = Code.MAIL_TLS_FAILED if step is Step.STARTTLS else Code.MAIL_TRY_LATER
    problem = _problem(code, step, host, reply.codes, text)
    return Outcome(
        Verdict.TRANSIENT, reply.codes, text, problem, _floor(reply), is_channel_wide=is_wide
    )


def _floor(reply: Reply) -> timedelta:
    """Give the shortest wait that the answer asks for."""
    if reply.code == 432 or reply.enhanced == BUSY_MAILBOX:
        return AFTER_BUSY_MAILBOX
    if reply.code in (450, 451) and reply.enhanced in GREYLISTED:
        return AFTER_GREYLISTING
    return timedelta(0)


def _unexpected(reply: Reply, step: Step, host: str, text: str) -> Outcome:
    """Judge an answer of a class that does not belong here, such as "354" after the dot."""
    if step is Step.DOT:
        return uncertain(reply.codes, host, text)
    problem = _problem(Code.MAIL_GARBLED, step, host, reply.codes, text)
    return Outcome(Verdict.TRANSIENT, reply.codes, text, problem, is_channel_wide=True)


def _refusal(reply: Reply, step: Step) -> tuple[Verdict, Code, bool]:
    """Class a lasting refusal: verdict, what to tell, and whether the channel is at fault."""
    if reply.enhanced == NO_BASIC_LOGIN:
        return Verdict.HELD, Code.MAIL_BASIC_RETIRED, True
    if reply.enhanced in TOO_BIG and step not in OPENING:
        return Verdict.REJECTED, Code.MAIL_TOO_BIG, False
    if reply.code in NO_LOGIN or reply.enhanced in NO_LOGIN_YET or step is Step.AUTH:
        return Verdict.HELD, Code.MAIL_LOGIN_REFUSED, True
    if step is Step.STARTTLS:
        return Verdict.HELD, Code.MAIL_STARTTLS_MISSING, True
    if step in OPENING:
        return Verdict.HELD, Code.MAIL_NOT_ADMITTED, True
    if _is_size(reply):
        return Verdict.REJECTED, Code.MAIL_TOO_BIG, False
    if step is Step.MAIL or _is_sender(reply):
        return Verdict.HELD, Code.MAIL_SENDER_REFUSED, True
    return _message_refusal(reply, step)


def _message_refusal(reply: Reply, step: Step) -> tuple[Verdict, Code, bool]:
    """Class a lasting refusal of a recipient or of what the message says.

    A recipient's refusal is the message's, not the channel's: a test report to a mistyped
    address must not stop the reports to support.
    """
    is_policy = reply.enhanced.startswith(("5.6.", "5.7."))
    is_recipient = reply.enhanced.startswith(("5.1.", "5.2."))
    if step is Step.RCPT:
        verdict = Verdict.REJECTED if is_policy else Verdict.HELD
        return verdict, Code.MAIL_RECIPIENT_REFUSED, False
    if is_recipient:
        return Verdict.HELD, Code.MAIL_RECIPIENT_REFUSED, False
    return Verdict.REJECTED, Code.MAIL_CONTENT_REFUSED, False


def _is_size(reply: Reply) -> bool:
    """Say whether the refusal is about the size; a bare 552 is (RFC 1870 §6.1)."""
    if reply.enhanced:
        return reply.enhanced in TOO_BIG
    return reply.code in (523, 552)


def _is_sender(reply: Reply) -> bool:
    """Say whether a refusal after MAIL is still about the sender.

    Postfix tells it at RCPT (`smtpd_delay_reject`), "553 5.7.1 … not owned by user".
    """
    return reply.enhanced in NOT_OUR_SENDER or (reply.code, reply.enhanced) == (553, "5.7.1")


def _fault(error: Exception, step: Step) -> tuple[str, Code]:
    """Name a connection's fault: a short word, and what to tell."""
    if isinstance(error, CancelledError):
        return "cancelled", Code.MAIL_UNREACHABLE
    if isinstance(error, ssl.SSLCertVerificationError):
        return "certificate", Code.MAIL_CERTIFICATE
    if isinstance(error, socket.gaierror | UnicodeError):
        return "dns", Code.MAIL_HOST_UNKNOWN
    if isinstance(error, LateError | TimeoutError):
        return "timeout", Code.MAIL_LATE
    if step is Step.TLS:
        return "tls", Code.MAIL_TLS_FAILED
    if isinstance(error, ConnectionRefusedError):
        return "refused", Code.MAIL_UNREACHABLE
    if isinstance(error, GarbledError):
        return "garbled", Code.MAIL_GARBLED
    is_new = step in (Step.CONNECT, Step.PROXY)
    was_there = not is_new or isinstance(error, ConnectionError | LostError)
    return ("lost" if was_there else "unreachable"), Code.MAIL_UNREACHABLE


def _problem(code: Code, step: Step, host: str, word: str, text: str) -> Problem:
    """Put what is known beside a code; `reply` is the server's, already redacted."""
    return Problem(code, {"host": host, "step": step.value, "reply": f"{word} {text}".strip()})
