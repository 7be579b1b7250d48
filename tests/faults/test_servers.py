"""Reports over real mail servers, read back over IMAP: every picture and every line as sealed."""

from __future__ import annotations

import email
import email.policy
import os
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from dzwonek.delivery.deadlines import Deadlines
from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.delivery.server import Proxy, SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Entry, Envelope, State
from dzwonek.domain.ids import new_id
from dzwonek.domain.ports import Channel, Clock
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.retry import AFTER_GREYLISTING, AFTER_UNCERTAIN, RetryPlan
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.line import Line
from dzwonek.outbox.rounds import Rounds
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.reports import SUMMARY
from tests.fakes.secret_box import MemorySecretBox
from tests.faults.conftest import Extent, Figures
from tests.servers import dovecot as dovecots
from tests.servers import exim as exims
from tests.servers import tinyproxy as proxies
from tests.servers.dovecot import Dovecot
from tests.servers.exim import Exim
from tests.servers.postfix import PASSWORD, SENDER, USER, Postfix
from tests.servers.postfix import missing as postfix_missing
from tests.servers.postgrey import DELAY, Postgrey
from tests.servers.tinyproxy import Tinyproxy

Component = Callable[[str, str], str]
BOXES = tuple(f"{name}@support.test" for name in ("przez-postfix", "przez-exim", "szara"))
POSTFIX_BOX, EXIM_BOX, GREY_BOX = BOXES
SEVEN = (
    "URL: twojanazwa.daktela.com",
    "Rodzaj problemu: połączenie przychodzące",
    "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
    "Czas: dzisiaj, 27.02.2020 o 15:55",
    "Nazwa agenta: Tobiasz Świeczka",
    "Opis: połączenie zostało rozłączone w trakcie rozmowy z Klientem",
    "Wystąpienie: Zdarzyło się to po raz pierwszy",
)
SUBJECT = "[DZW-7F3K2A] połączenie przychodzące: zostało rozłączone w trakcie rozmowy z Klientem"
IMPATIENT = Deadlines(answer=timedelta(seconds=1))
Trust = Callable[[], ssl.SSLContext]


def need(reason: str) -> None:
    """Skip with the reason, if there is one; in continuous integration fail."""
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(name="dovecot", scope="module")
def dovecot_fixture() -> Iterator[Dovecot]:
    need(dovecots.missing())
    with Dovecot(*BOXES, throws_away=False) as dovecot:
        yield dovecot


@pytest.fixture(name="postgrey", scope="module")
def postgrey_fixture(component: Component) -> Iterator[Postgrey]:
    component("postgrey", "postgrey")
    with Postgrey() as postgrey:
        yield postgrey


@pytest.fixture(name="postfix", scope="module")
def postfix_fixture(dovecot: Dovecot) -> Iterator[Postfix]:
    need(postfix_missing())
    with Postfix(handed_on=dict.fromkeys(BOXES, dovecot.transport)) as postfix:
        yield postfix


@pytest.fixture(name="grey", scope="module")
def grey_fixture(dovecot: Dovecot, postgrey: Postgrey) -> Iterator[Postfix]:
    need(postfix_missing())
    more = f"smtpd_recipient_restrictions = {postgrey.restriction}, permit_mynetworks, reject\n"
    with Postfix(handed_on={GREY_BOX: dovecot.transport}, more=more) as postfix:
        yield postfix


@pytest.fixture(name="exim", scope="module")
def exim_fixture(
    dovecot: Dovecot, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Exim]:
    need(exims.missing())
    cache = getattr(pytestconfig, "cache", None)  # None where the cache is switched off
    folder = cache.mkdir("debian") if cache else tmp_path_factory.mktemp("debian")
    try:
        packages = exims.downloaded(folder)
    except (OSError, subprocess.SubprocessError) as error:
        need(f"needs Exim's packages: {error}")
    with Exim(packages, dovecot.home / "lmtp") as exim:
        yield exim


@dataclass
class Way:
    """One way to a mailbox: the server, whom it trusts, and the courier's own clock."""

    server: SmtpServer
    trust: Trust
    box: str
    deadlines: Deadlines | None = None

    def channel(self, _: str = "mail") -> Channel:
        return SmtpChannel(
            self.server,
            lambda: PASSWORD,
            self.trust,
            SystemClock(),
            self.deadlines,
            lambda: proxies.PASSWORD,
        )


def opened(home: Path, clock: Clock) -> SealedOutbox:
    box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
    outbox = SealedOutbox(home / "data", KeyRing(home / "state", box, clock), clock)
    outbox.recover()
    return outbox


def message(seed: int, box: str) -> Envelope:
    """Render a report with pictures drawn by the seed."""
    random, clock = Random(seed), SystemClock()
    report_id = new_id(clock.now())
    sizes = [random.randint(1, most) for most in (900_000, 400_000, 100)]
    files = [
        Attachment(f"zrzut-DZW-7F3K2A-{number}.png", "image/png", random.randbytes(size))
        for number, size in enumerate(sizes, start=1)
    ]
    mail = OutgoingMail(
        message_id=new_message_id(report_id, SENDER),
        date=clock.now().replace(microsecond=0),
        sender=SENDER,
        sender_name="Tobiasz Świeczka (Dzwonek)",
        recipients=(box,),
        subject=SUBJECT,
        text="\n".join(SEVEN) + "\n\nZrzuty: 3\n.\n..kropki na początku\n",
        report_id=report_id,
        attachments=tuple(files),
    )
    return Envelope(report_id, mail.message_id, mail.date, SENDER, (box,), render(mail))


def sent(home: Path, way: Way, count: int) -> dict[str, Envelope]:
    """Submit reports and let the courier deliver them; give them by Message-ID."""
    clock = SystemClock()
    outbox = opened(home, clock)
    try:
        reports = [message(seed, way.box) for seed in range(count)]
        for each in reports:
            outbox.submit(each, SUMMARY, clock.now())
        Courier(outbox, way.channel, clock, Random(1)).drain(timedelta(seconds=20 + 3 * count))
        states = {entry.state for entry in outbox.entries()}
        assert states == {State.DELIVERED}, outbox.entries()
    finally:
        outbox.close()
    return {each.message_id: each for each in reports}


def differences(envelope: Envelope, arrived: bytes) -> list[str]:
    """Compare pictures, the seven lines and the subject with what was sealed."""
    ours = email.message_from_bytes(envelope.content, policy=email.policy.default)
    theirs = email.message_from_bytes(arrived, policy=email.policy.default)
    found = []
    if fingerprints(ours) != fingerprints(theirs) or len(fingerprints(theirs)) != 3:
        found.append("pictures")
    body = theirs.get_body(("plain",))
    text = body.get_content().replace("\r\n", "\n") if body else ""
    if tuple(text.splitlines()[:7]) != SEVEN or not text.endswith("\n.\n..kropki na początku"):
        found.append(f"text {text!r}")
    if theirs["Subject"] != SUBJECT:
        found.append(f"subject {theirs['Subject']!r}")
    if not arrived.endswith(envelope.content.partition(b"\r\n\r\n")[2]):
        found.append("bytes of the body")
    return found


def fingerprints(parsed: email.message.EmailMessage) -> list[str]:
    return [sha256(part.get_content()).hexdigest() for part in parsed.iter_attachments()]


def arrived(dovecot: Dovecot, box: str, reports: dict[str, Envelope]) -> dict[str, list[bytes]]:
    """Wait for the reports, and give every copy of each from the mailbox."""

    def copies() -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for each in dovecot.messages(box):
            parsed = email.message_from_bytes(each, policy=email.policy.default)
            found.setdefault(str(parsed["Message-ID"]), []).append(each)
        return {name: found[name] for name in reports if name in found}

    before = dovecot.count(box)
    dovecot.wait_until(lambda: len(copies()) == len(reports), 20)
    assert before <= dovecot.count(box)
    return copies()


def assert_unharmed(dovecot: Dovecot, box: str, reports: dict[str, Envelope]) -> int:
    """Compare all; give the number of pictures."""
    found = arrived(dovecot, box, reports)
    assert {name: len(copies) for name, copies in found.items()} == dict.fromkeys(reports, 1)
    harm = [told for name, (copy,) in found.items() for told in differences(reports[name], copy)]
    assert harm == []
    return 3 * len(reports)


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("is_proxied", [False, True], ids=["", "through tinyproxy"])
def test_reports_over_postfix_lie_in_the_mailbox_as_they_were_sealed(
    postfix: Postfix,
    dovecot: Dovecot,
    tmp_path: Path,
    component: Component,
    extent: Extent,
    figures: Figures,
    security: str,
    is_proxied: bool,
) -> None:
    port, count = postfix.ports[security], extent.of(1, 12)
    server = SmtpServer("localhost", port, security, USER, SENDER)  # type: ignore[arg-type]  # a str
    if not is_proxied:
        reports = sent(tmp_path, Way(server, postfix.tls, POSTFIX_BOX), count)
    else:
        component("tinyproxy", "tinyproxy")
        with Tinyproxy(port) as proxy:
            through = Proxy("localhost", proxy.port, proxies.USER)
            server = SmtpServer("localhost", port, security, USER, SENDER, through)  # type: ignore[arg-type]  # a str
            reports = sent(tmp_path, Way(server, postfix.tls, POSTFIX_BOX), count)
            assert f"CONNECT localhost:{port}" in proxy.log
    pictures = assert_unharmed(dovecot, POSTFIX_BOX, reports)
    way = "Postfix through tinyproxy" if is_proxied else "Postfix"
    figures.add("servers", f"{way}, {security}: {count} reports, {pictures} pictures unharmed")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_reports_over_exim_lie_in_the_mailbox_as_they_were_sealed(
    exim: Exim, dovecot: Dovecot, tmp_path: Path, extent: Extent, figures: Figures, security: str
) -> None:
    count = extent.of(1, 12)
    reports = sent(tmp_path, exim_way(exim, security), count)
    pictures = assert_unharmed(dovecot, EXIM_BOX, reports)
    figures.add("servers", f"Exim, {security}: {count} reports, {pictures} pictures unharmed")


def exim_way(exim: Exim, security: str = "starttls", deadlines: Deadlines | None = None) -> Way:
    port = exim.tls if security == "tls" else exim.port
    server = SmtpServer("localhost", port, security, "", SENDER)  # type: ignore[arg-type]  # a str
    return Way(server, exim.authority.client, EXIM_BOX, deadlines)


@dataclass
class Tried:
    """What a report met at its first try and became at its second."""

    first: Entry
    second: Entry
    report: Envelope
    connections: int


def tried_twice(home: Path, way: Way, between: Callable[[Entry, FakeClock], None]) -> Tried:
    """Try once, let something happen, and try again, on a clock in the test's hand."""
    clock = FakeClock()
    outbox = opened(home, clock)
    connections: list[Channel] = []

    def channel_of(name: str) -> Channel:
        connections.append(way.channel(name))
        return connections[-1]

    line = Line(channel_of, clock)
    rounds = Rounds(outbox, line, Random(1), RetryPlan())
    try:
        report = message(1, way.box)
        outbox.submit(report, SUMMARY, clock.now())
        rounds.look()
        rounds.look()
        first = outbox.entry(report.report_id)
        between(first, clock)
        rounds.look()
        rounds.look()
        second = outbox.entry(report.report_id)
    finally:
        line.hang_up()
        outbox.close()
    return Tried(first, second, report, len(connections))


def when_due(entry: Entry, clock: FakeClock) -> None:
    assert entry.due_at is not None
    clock.advance(entry.due_at - clock.now())


def test_exim_puts_off_at_data_and_takes_it_later(
    exim: Exim, dovecot: Dovecot, tmp_path: Path
) -> None:
    def later(entry: Entry, clock: FakeClock) -> None:
        exim.behave()
        when_due(entry, clock)

    exim.behave("defer")
    tried = tried_twice(tmp_path, exim_way(exim), later)

    assert (tried.first.state, tried.first.last_code[:3]) == (State.RETRY_WAIT, "451")
    assert tried.second.state is State.DELIVERED
    assert_unharmed(dovecot, EXIM_BOX, {tried.report.message_id: tried.report})


def test_exim_refuses_at_data_and_the_report_stays_with_the_operator(
    exim: Exim, tmp_path: Path
) -> None:
    def much_later(_: Entry, clock: FakeClock) -> None:
        clock.advance(timedelta(days=1))

    exim.behave("deny")
    tried = tried_twice(tmp_path, exim_way(exim), much_later)
    exim.behave()

    assert (tried.first.state, tried.first.last_code[:3]) == (State.REJECTED, "550")
    assert tried.second.state is State.REJECTED
    assert tried.connections == 1


def test_exim_answers_the_dot_too_late_and_nobody_calls_it_sent_or_lost(
    exim: Exim, dovecot: Dovecot, tmp_path: Path
) -> None:
    def later(entry: Entry, clock: FakeClock) -> None:
        exim.behave()
        assert entry.due_at is not None
        assert entry.due_at - clock.now() >= AFTER_UNCERTAIN
        when_due(entry, clock)

    exim.behave("slow")
    tried = tried_twice(tmp_path, exim_way(exim, deadlines=IMPATIENT), later)

    assert (tried.first.state, tried.first.uncertain_count) == (State.UNCERTAIN, 1)
    assert tried.second.state is State.DELIVERED
    found = arrived(dovecot, EXIM_BOX, {tried.report.message_id: tried.report})
    copies = found[tried.report.message_id]
    assert len(copies) <= 2
    assert [differences(tried.report, copy) for copy in copies] == [[]] * len(copies)


def test_a_greylister_is_met_twice_and_no_more(
    grey: Postfix, dovecot: Dovecot, tmp_path: Path, figures: Figures
) -> None:
    server = SmtpServer("localhost", grey.ports["starttls"], "starttls", "", SENDER)

    def later(entry: Entry, clock: FakeClock) -> None:
        assert entry.due_at is not None
        assert entry.due_at - clock.now() >= AFTER_GREYLISTING
        with pytest.raises(AssertionError):  # the greylister's own clock is a real one
            dovecot.wait_until(lambda: False, DELAY + 1)
        when_due(entry, clock)

    tried = tried_twice(tmp_path, Way(server, grey.tls, GREY_BOX), later)

    assert (tried.first.state, tried.first.last_code) == (State.RETRY_WAIT, "450 4.2.0")
    assert tried.second.state is State.DELIVERED
    assert tried.connections == 2
    assert_unharmed(dovecot, GREY_BOX, {tried.report.message_id: tried.report})
    figures.add("servers", "postgrey: 450 4.2.0, floor 300 s, delivered at the second connection")


@pytest.mark.parametrize(
    ("word", "is_allowed", "code", "problem"),
    [
        ("falsz", True, "proxy 401", Code.MAIL_PROXY_LOGIN),
        (proxies.PASSWORD, False, "proxy 403", Code.MAIL_PROXY_REFUSED),
    ],
    ids=["wrong password", "port not allowed"],
)
def test_tinyproxy_refuses_and_the_channel_is_held(
    component: Component,
    postfix: Postfix,
    tmp_path: Path,
    word: str,
    is_allowed: bool,
    code: str,
    problem: Code,
) -> None:
    component("tinyproxy", "tinyproxy")
    port = postfix.ports["tls"]
    clock = FakeClock()
    outbox = opened(tmp_path, clock)
    with Tinyproxy(port if is_allowed else 1) as proxy:
        server = SmtpServer(
            "localhost", port, "tls", USER, SENDER, Proxy("localhost", proxy.port, proxies.USER)
        )
        channel = SmtpChannel(
            server, lambda: PASSWORD, postfix.tls, SystemClock(), None, lambda: word
        )
        report = message(1, POSTFIX_BOX)
        outbox.submit(report, SUMMARY, clock.now())
        Rounds(outbox, Line(lambda _: channel, clock), Random(1), RetryPlan()).look()
    entry = outbox.entry(report.report_id)
    outbox.close()

    assert entry.state is State.HELD
    assert entry.last_code.startswith("proxy 4")
    assert entry.last_code == code
    assert entry.problem is not None
    assert entry.problem.code is problem


def test_the_reading_back_catches_a_sender_that_doubles_no_dots(
    postfix: Postfix, dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = SmtpServer("localhost", postfix.ports["tls"], "tls", USER, SENDER)
    monkeypatch.setattr("dzwonek.delivery.session.stuffed", lambda content: iter([content]))
    reports = sent(tmp_path, Way(server, postfix.tls, POSTFIX_BOX), 1)
    ((name, copies),) = arrived(dovecot, POSTFIX_BOX, reports).items()

    assert differences(reports[name], copies[0])
