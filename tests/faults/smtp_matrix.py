"""The matrix of mail servers' faults: what the server does, and what has to come of it.

Every phase meets every behaviour; behind them stand the cases that only one phase knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dzwonek.domain.delivery import Phase, State, Verdict
from dzwonek.domain.problem import Code
from tests.servers.scripted_smtp import (
    Action,
    Close,
    Cut,
    Drip,
    Late,
    Reset,
    Say,
    Script,
    Silent,
)

TRANSIENT, HELD, REJECTED = Verdict.TRANSIENT, Verdict.HELD, Verdict.REJECTED
UNCERTAIN, DELIVERED = Verdict.UNCERTAIN, Verdict.DELIVERED
LOST, LATE, LATER = Code.MAIL_UNREACHABLE, Code.MAIL_LATE, Code.MAIL_TRY_LATER
NO_TLS, DOUBT = Code.MAIL_TLS_FAILED, Code.MAIL_UNCERTAIN
SHUT, GARBLED = Code.MAIL_NOT_ADMITTED, Code.MAIL_GARBLED
FEATURES = ("AUTH PLAIN LOGIN", "8BITMIME")
GREETED = "250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250-8BITMIME\r\n250 STARTTLS"


@dataclass(frozen=True)
class Case:
    """One cell of the matrix. `code` "" means that any code will do."""

    phase: str
    behaviour: str
    steps: dict[str, Action | list[Action]]
    verdict: Verdict
    code: str
    problem: Code | None = None
    is_wide: bool = True
    last: Phase = Phase.NONE
    security: str = "none"
    features: tuple[str, ...] = FEATURES
    is_big: bool = False
    recipients: int = 1
    state: State | None = None  # where the verdict alone does not tell it
    copies: int = 1  # deliveries in all: the refused one of two is served later
    phases: int = 1  # whose deadlines the server may use up
    floor: int = 0  # seconds; at least
    script: Script = field(default_factory=Script)

    @property
    def name(self) -> str:
        way = f" ({self.security})" if self.security in ("tls", "starttls") else ""
        return f"{self.phase}: {self.behaviour}{way}"


@dataclass(frozen=True)
class Row:
    """One phase: its usual answer, its refusals, and how far an attempt has come by then."""

    phase: str
    good: str
    later: str
    later_is: tuple[Code, bool]
    never: str
    never_is: tuple[Verdict, Code, bool]
    last: Phase = Phase.NONE
    security: str = "none"
    is_big: bool = False


ROWS = (
    Row("greeting", "220 mail.example ESMTP", "450 4.3.0 Later", (LATER, True),
        "554 No mail here", (HELD, SHUT, True)),
    Row("ehlo", "250 mail.example", "451 4.3.0 Later", (LATER, True),
        "502 5.5.1 No", (HELD, SHUT, True)),
    Row("starttls", "220 2.0.0 Ready", "454 4.7.0 Not now", (NO_TLS, True),
        "502 5.5.1 No", (HELD, Code.MAIL_STARTTLS_MISSING, True), security="starttls"),
    Row("ehlo after TLS", "250 mail.example", "451 4.3.0 Later", (LATER, True),
        "550 5.7.1 No", (HELD, SHUT, True), security="starttls"),
    Row("auth", "235 2.7.0 Welcome", "454 4.7.0 Later", (LATER, True),
        "535 5.7.8 Wrong", (HELD, Code.MAIL_LOGIN_REFUSED, True)),
    Row("mail", "250 2.1.0 Ok", "451 4.3.0 Later", (LATER, True),
        "553 5.1.8 Not you", (HELD, Code.MAIL_SENDER_REFUSED, True), Phase.MAIL),
    Row("rcpt", "250 2.1.5 Ok", "452 4.2.2 Full", (LATER, False),
        "550 5.1.1 Unknown", (HELD, Code.MAIL_RECIPIENT_REFUSED, False), Phase.RCPT),
    Row("data", "354 Go on", "451 4.3.0 Later", (LATER, True),
        "554 5.5.1 No", (REJECTED, Code.MAIL_CONTENT_REFUSED, False), Phase.DATA_OPEN),
    Row("body", "250 2.0.0 Already", "451 4.3.0 Later", (LATER, True),
        "554 5.7.1 Spam", (REJECTED, Code.MAIL_CONTENT_REFUSED, False), Phase.DATA_OPEN,
        is_big=True),
    Row("dot", "250 2.0.0 Ok: queued", "451 4.3.0 Later", (LATER, True),
        "554 5.7.1 Spam", (REJECTED, Code.MAIL_CONTENT_REFUSED, False), Phase.DOT_SENT),
    Row("quit", "221 2.0.0 Bye", "421 4.3.0 Bye", (LATER, True),
        "500 5.5.1 What?", (HELD, LOST, True), Phase.DOT_SENT),
)  # fmt: skip


def behaviours(row: Row) -> dict[str, tuple[Action, str]]:
    """Give every way to break off or muddle an answer, and the word for it."""
    digits = row.good[:3]
    return {
        "close": (Close(), "lost"),
        "reset": (Reset(), "lost"),
        "half an answer": (Cut(row.good[:7]), "lost"),
        "first line of an answer": (Close(f"{digits}-and"), "lost"),
        "silence": (Silent(), "timeout"),
        "drip": (Drip(f"{row.good} {'drip ' * 999}"), "timeout"),
        "late": (Late(30, row.good), "timeout"),
        "no digits": (Say("What do you want?"), "garbled"),
        "binary": (Say("\x16\x03\x01\x00\x00\x02\x00"), "garbled"),
        "a line too long": (Say(f"{digits} {'x' * 9000}"), "garbled"),
        "lines without end": (Say("\r\n".join([f"{digits}-and so on"] * 300)), "garbled"),
    }


def cell(
    row: Row, behaviour: str, action: Action, verdict: Verdict, code: str, **more: object
) -> Case:
    """Put one action into a phase."""
    step, actions = row.phase, action
    steps: dict[str, Action | list[Action]] = {step: actions}
    if row.phase == "ehlo after TLS":
        steps = {"ehlo": [Say(GREETED), action]}
    if row.phase == "quit":
        verdict, code, more = DELIVERED, "250 2.0.0", {"is_wide": False, "problem": None}
    script = Script(holds=65536 if row.is_big else 0)
    return Case(row.phase, behaviour, steps, verdict, code, last=row.last, security=row.security,
                is_big=row.is_big, script=script, **more)  # type: ignore[arg-type]  # as in Case  # fmt: skip


def row_cases(row: Row) -> list[Case]:
    """Let one phase meet every behaviour."""
    problem, is_wide = row.later_is
    cases = [
        cell(row, "4yz", Say(row.later), TRANSIENT, _codes(row.later), problem=problem,
             is_wide=is_wide),
        cell(row, "5yz", Say(row.never), row.never_is[0], _codes(row.never),
             problem=row.never_is[1], is_wide=row.never_is[2]),
        cell(row, "421 and close", Close("421 4.3.2 Going down"), TRANSIENT, "421 4.3.2",
             problem=NO_TLS if row.phase == "starttls" else LATER, floor=60),
    ]  # fmt: skip
    for name, (action, word) in behaviours(row).items():
        told = {"timeout": LATE, "garbled": GARBLED}.get(word, LOST)
        if row.phase == "dot":
            cases.append(cell(row, name, action, UNCERTAIN, word, problem=DOUBT, floor=60))
        else:
            cases.append(cell(row, name, action, TRANSIENT, word, problem=told))
    return cases


def _codes(answer: str) -> str:
    """Give the codes at the head of an answer, as an outcome writes them."""
    first, second, *_ = [*answer.split(" "), ""]
    return f"{first} {second}" if second[:1].isdigit() else first


SLOW = 0.4  # of a phase's deadline
ON_TIME = [
    Case(row.phase, "slow, but on time", {row.phase: Late(SLOW, row.good)}, DELIVERED, "250 2.0.0",
         None, False, Phase.DOT_SENT, phases=2)
    for row in ROWS if row.phase in ("greeting", "auth", "mail", "rcpt", "data", "dot", "quit")
]  # fmt: skip
ALL_SLOW = Case(
    "all", "every phase slow, but on time",
    {row.phase: Late(SLOW, row.good) for row in ROWS
     if row.phase in ("greeting", "auth", "mail", "rcpt", "data", "dot")},
    DELIVERED, "250 2.0.0", None, False, Phase.DOT_SENT, phases=7,
)  # fmt: skip


def at(
    phase: str,
    behaviour: str,
    action: Action | list[Action],
    verdict: Verdict,
    code: str,
    problem: Code | None,
    **more: object,
) -> Case:
    """Write down a case that only one phase knows."""
    return Case(phase, behaviour, {phase: action}, verdict, code, problem, **more)  # type: ignore[arg-type]  # as in Case


IN_RCPT: dict[str, object] = {"is_wide": False, "last": Phase.RCPT}
AT_DOT: dict[str, object] = {"last": Phase.DOT_SENT}
REFUSED_AT_DOT: dict[str, object] = {"is_wide": False, "last": Phase.DOT_SENT}
OK, TOO_BIG = "250 2.0.0", Code.MAIL_TOO_BIG
SPECIAL = [
    # connecting and greeting
    Case("connect", "nobody listens", {}, TRANSIENT, "refused", LOST, security="closed"),
    Case("connect", "never accepted", {}, TRANSIENT, "timeout", LATE, security="full"),
    Case("connect", "no such host", {}, TRANSIENT, "dns", Code.MAIL_HOST_UNKNOWN,
         security="unknown"),
    at("greeting", "too busy", Say("421 4.3.2 Too busy"), TRANSIENT, "421 4.3.2", LATER, floor=60),
    at("greeting", "a web server", Say("HTTP/1.1 400 Bad Request"), TRANSIENT, "garbled", GARBLED),
    at("greeting", "an answer too many", Say("220 hi\r\n250 junk"), HELD, "mail_login_refused",
       Code.MAIL_LOGIN_REFUSED),
    at("ehlo", "an answer too many", Say("250 hi\r\n250 junk"), HELD, "mail_login_refused",
       Code.MAIL_LOGIN_REFUSED),
    # TLS
    Case("starttls", "stripped", {}, HELD, "mail_starttls_missing", Code.MAIL_STARTTLS_MISSING,
         security="stripped"),
    at("starttls", "injected answer", Say("220 2.0.0 Go\r\n250 injected"), TRANSIENT, "tls",
       NO_TLS, security="starttls"),
    *(at("handshake", name, action, TRANSIENT, "tls", NO_TLS, security=security)
      for security in ("starttls", "tls")
      for name, action in (("close", Close()), ("reset", Reset()), ("half a record", Cut("\x16")),
                           ("plain words", Say("220 a plain greeting")))),
    *(at("handshake", name, action, TRANSIENT, "timeout", LATE, security=security)
      for security in ("starttls", "tls")
      for name, action in (("silence", Silent()), ("late", Late(30, "x")),
                           ("drip", Drip("\x16\x03\x03\x3f\xff" + "\x02" * 999)))),
    *(Case("certificate", name, {}, HELD, "certificate", Code.MAIL_CERTIFICATE, security=name)
      for name in ("self-signed", "wrong host", "expired")),
    # the login
    at("auth", "Exchange: password retired", Say("550 5.7.30 Basic authentication is not "
       "supported for Client Submission"), HELD, "550 5.7.30", Code.MAIL_BASIC_RETIRED),
    at("auth", "534 mechanism too weak", Say("534 5.7.9 Weak"), HELD, "534 5.7.9",
       Code.MAIL_LOGIN_REFUSED),
    at("auth", "538 only with TLS", Say("538 5.7.11 TLS"), HELD, "538 5.7.11",
       Code.MAIL_LOGIN_REFUSED),
    at("auth", "Exchange: too many connections", Say("432 4.3.2 Concurrent connections limit"),
       TRANSIENT, "432 4.3.2", LATER, floor=60),
    at("auth", "an answer too many", Say("235 2.7.0 Ok\r\n250 junk"), TRANSIENT, "", GARBLED,
       last=Phase.DATA_OPEN),
    Case("auth", "not offered", {}, HELD, "mail_login_refused", Code.MAIL_LOGIN_REFUSED,
         features=()),
    Case("auth", "only CRAM-MD5 offered", {}, HELD, "mail_login_refused", Code.MAIL_LOGIN_REFUSED,
         features=("AUTH CRAM-MD5",)),
    # the sender
    at("mail", "530 log in first", Say("530 5.7.0 Log in"), HELD, "530 5.7.0",
       Code.MAIL_LOGIN_REFUSED, last=Phase.MAIL),
    at("mail", "501 syntax", Say("501 5.1.7 Bad sender"), HELD, "501 5.1.7",
       Code.MAIL_SENDER_REFUSED, last=Phase.MAIL),
    at("mail", "550 not allowed", Say("550 5.7.1 Not you"), HELD, "550 5.7.1",
       Code.MAIL_SENDER_REFUSED, last=Phase.MAIL),
    at("mail", "552 too big", Say("552 5.3.4 Too big"), REJECTED, "552 5.3.4", TOO_BIG,
       is_wide=False, last=Phase.MAIL),
    at("mail", "455 parameters", Say("455 4.5.1 Not now"), TRANSIENT, "455 4.5.1", LATER,
       last=Phase.MAIL),
    at("mail", "432 too many", Say("432 4.3.2 Too many"), TRANSIENT, "432 4.3.2", LATER,
       last=Phase.MAIL, floor=60),
    at("mail", "an answer too many", Say("250 2.1.0 Ok\r\n250 junk"), TRANSIENT, "", GARBLED,
       last=Phase.DATA_OPEN),
    Case("mail", "SIZE smaller than ours", {}, REJECTED, "size", TOO_BIG, False,
         features=("SIZE 10", *FEATURES)),
    # the recipients
    at("rcpt", "greylisted 450 4.2.0", Say("450 4.2.0 Greylisted"), TRANSIENT, "450 4.2.0", LATER,
       floor=300, **IN_RCPT),
    at("rcpt", "greylisted 451 4.7.1", Say("451 4.7.1 Greylisted"), TRANSIENT, "451 4.7.1", LATER,
       floor=300, **IN_RCPT),
    at("rcpt", "policy", Say("554 5.7.1 Policy"), REJECTED, "554 5.7.1",
       Code.MAIL_RECIPIENT_REFUSED, **IN_RCPT),
    at("rcpt", "a bare 550", Say("550 Unknown"), HELD, "550", Code.MAIL_RECIPIENT_REFUSED,
       **IN_RCPT),
    at("rcpt", "sender told late", Say("553 5.7.1 Not owned by user"), HELD, "553 5.7.1",
       Code.MAIL_SENDER_REFUSED, last=Phase.RCPT),
    at("rcpt", "an answer too many", Say("250 2.1.5 Ok\r\n250 junk"), TRANSIENT, "", GARBLED,
       last=Phase.DATA_OPEN),
    at("rcpt", "both refused, one for now",
       [Say("550 5.1.1 Unknown"), Say("450 4.2.0 Greylisted")], TRANSIENT, "450 4.2.0", LATER,
       recipients=2, floor=300, **IN_RCPT),
    at("rcpt", "one refused of two", [Say("550 5.1.1 Unknown"), Say("250 2.1.5 Ok")], DELIVERED,
       OK, Code.MAIL_RECIPIENT_REFUSED, recipients=2, state=State.HELD, copies=2,
       **REFUSED_AT_DOT),
    # the body
    at("data", "an ok where 354 belongs", Say("250 2.0.0 What?"), TRANSIENT, "250 2.0.0",
       GARBLED, last=Phase.DATA_OPEN),
    at("data", "an answer to the dot before the dot", Say("354 Go on\r\n250 2.0.0 Ok"), TRANSIENT,
       "250 2.0.0", GARBLED, last=Phase.DATA_OPEN),
    at("body", "an ok in the middle", Say("250 2.0.0 Already"), TRANSIENT, "250 2.0.0", GARBLED,
       is_big=True, last=Phase.DATA_OPEN),
    at("body", "too big, and closed", Close("552 5.3.4 Too big"), REJECTED, "552 5.3.4", TOO_BIG,
       is_wide=False, is_big=True, last=Phase.DATA_OPEN),
    # the dot
    at("dot", "a class that does not belong there", Say("354 What?"), UNCERTAIN, "354", DOUBT,
       floor=60, **AT_DOT),
    at("dot", "ok in several lines", Say("250-2.0.0 Ok\r\n250 2.0.0 queued"), DELIVERED, OK, None,
       **REFUSED_AT_DOT),
    at("dot", "ok, and then junk", Say("250 2.0.0 Ok\r\n451 4.3.0 junk"), DELIVERED, OK, None,
       **REFUSED_AT_DOT),
    at("dot", "Postfix: too big", Say("552 5.3.4 Too big"), REJECTED, "552 5.3.4", TOO_BIG,
       **REFUSED_AT_DOT),
    at("dot", "OpenSMTPD: too big", Say("554 5.3.4 Too big"), REJECTED, "554 5.3.4", TOO_BIG,
       **REFUSED_AT_DOT),
    at("dot", "523 too big", Say("523 Too big"), REJECTED, "523", TOO_BIG, **REFUSED_AT_DOT),
    at("dot", "5.2.3 too big", Say("550 5.2.3 Too big"), REJECTED, "550 5.2.3", TOO_BIG,
       **REFUSED_AT_DOT),
    at("dot", "5.1.1 told late", Say("550 5.1.1 Unknown"), HELD, "550 5.1.1",
       Code.MAIL_RECIPIENT_REFUSED, **REFUSED_AT_DOT),
    at("dot", "Exchange: password retired", Say("550 5.7.30 Basic authentication is not "
       "supported for Client Submission"), HELD, "550 5.7.30", Code.MAIL_BASIC_RETIRED, **AT_DOT),
    at("dot", "greylisted", Say("451 4.7.1 Come again"), TRANSIENT, "451 4.7.1", LATER, floor=300,
       **REFUSED_AT_DOT),
    at("dot", "mailbox full", Say("452 4.2.2 Full"), TRANSIENT, "452 4.2.2", LATER,
       **REFUSED_AT_DOT),
    ALL_SLOW,
]  # fmt: skip
CASES = [*(case for row in ROWS for case in row_cases(row)), *ON_TIME, *SPECIAL]
