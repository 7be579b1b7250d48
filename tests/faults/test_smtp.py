"""Mail servers that misbehave, at every phase in every way: the right class, in time, no lie.

The real courier on a real outbox sends over loopback; deadlines are a second a phase.
"""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random

import pytest

from dzwonek.delivery.server import SmtpServer
from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import Journal, MailSession
from tests.faults.conftest import Extent, Figures
from tests.faults.smtp_harness import DEADLINE, Played, Trust, play, play_row, played_fairly
from tests.faults.smtp_matrix import CASES
from tests.servers.scripted_smtp import Drip

AT_ONCE = 12  # cases played side by side: most of their time they wait
# What STARTTLS makes of a phase before it, or of the same phase met twice.
SAID_ELSEWHERE = {("greeting", "starttls"), ("ehlo", "starttls"), ("greeting", "tls")}
IN_TLS = ("greeting", "ehlo", "auth", "mail", "rcpt", "data", "body", "dot", "quit")


@pytest.fixture(name="trust", scope="module")
def trust_fixture() -> Trust:
    return Trust()


@pytest.fixture(name="results", scope="module")
def results_fixture(trust: Trust) -> Iterator[dict[str, Played]]:
    """Play the whole matrix once, many cases side by side."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        played = pool.map(lambda case: played_fairly(case, trust), CASES)
        yield dict(zip((case.name for case in CASES), played, strict=True))


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_a_fault_gets_its_class_in_time_and_the_report_arrives_afterwards(
    results: dict[str, Played], name: str
) -> None:
    assert results[name].breaches == []


def test_the_matrix_says_how_long_and_how_often(
    results: dict[str, Played], figures: Figures
) -> None:
    worst = max(played.lasted for played in results.values())
    wanted = {case.name: case.copies for case in CASES}
    doubled = sum(played.copies > wanted[name] for name, played in results.items())
    lost = sum(case.verdict is Verdict.UNCERTAIN for case in CASES)
    assert 0 < doubled <= lost
    figures.add(
        "smtp",
        f"{len(results)} behaviours, longest attempt {worst.total_seconds():.1f} s at deadlines of "
        f"{DEADLINE.total_seconds():.1f} s, delivered twice {doubled}, each after a lost answer",
    )


def test_every_fault_ends_alike_inside_tls(trust: Trust, extent: Extent, figures: Figures) -> None:
    plain = [case for case in CASES if case.phase in IN_TLS and case.security == "none"]
    chosen = Random(7).sample(plain, extent.of(12, len(plain)))
    cases = [replace(case, security=way) for case in chosen for way in ("tls", "starttls")]
    cases = [case for case in cases if (case.phase, case.security) not in SAID_ELSEWHERE]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = {
            case.name: played.breaches
            for case, played in zip(
                cases, pool.map(lambda each: played_fairly(each, trust), cases), strict=True
            )
        }
    figures.add("smtp", f"{len(cases)} of them again inside TLS")
    assert {name: breaches for name, breaches in found.items() if breaches} == {}


def test_any_row_of_faults_ends_in_a_delivery_and_no_lie(
    trust: Trust, extent: Extent, figures: Figures
) -> None:
    seeds = range(extent.of(20, 300))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        rows = list(pool.map(lambda seed: play_row(seed, trust), seeds))
    doubts, copies = sum(row.doubts for row in rows), sum(row.copies for row in rows)
    figures.add(
        "smtp",
        f"{len(rows)} reports through 1 to 6 random faults each: 0 lost, {copies - len(rows)} "
        f"duplicates after {doubts} lost answers, 0 without",
    )
    assert {seed: row.breaches for seed, row in zip(seeds, rows, strict=True) if row.breaches} == {}


class PlainSender:
    """The control: `with smtplib.SMTP(...)`, as every tutorial has it."""

    name = "mail"

    def __init__(self, server: SmtpServer) -> None:
        self._server = server

    def connect(self) -> MailSession:
        return PlainSession(self._server)

    def cancel(self) -> None:
        """Nothing can be broken off."""


class PlainSession:
    """Connects, sends and says goodbye in one."""

    def __init__(self, server: SmtpServer) -> None:
        self._server = server

    def send(self, envelope: Envelope, journal: Journal) -> Outcome:
        server = self._server
        try:
            with smtplib.SMTP(
                server.host,
                server.port,
                timeout=DEADLINE.total_seconds(),
                local_hostname="localhost",
            ) as smtp:
                for phase in (Phase.MAIL, Phase.RCPT, Phase.DATA_OPEN, Phase.DOT_SENT):
                    journal(phase)
                smtp.sendmail(envelope.sender, list(envelope.recipients), envelope.content)
        except (OSError, smtplib.SMTPException):
            return Outcome(Verdict.TRANSIENT, "failed")
        return Outcome(Verdict.DELIVERED, "250 2.0.0")

    def close(self) -> None:
        """It is closed already."""


CAUGHT = [
    ("quit: 4yz", "duplicate"),
    ("quit: 5yz", "duplicate"),
    ("dot: close", "duplicate"),
    ("dot: reset", "duplicate"),
    ("greeting: drip", "late"),
    ("mail: SIZE smaller than ours", "class"),
    ("rcpt: one refused of two", "state"),
]


@pytest.mark.parametrize(("name", "breach"), CAUGHT)
def test_the_harness_catches_the_plain_sender(trust: Trust, name: str, breach: str) -> None:
    case = next(case for case in CASES if case.name == name)
    if breach == "late":  # long enough a drip to be late, and no longer
        case = replace(case, steps={"greeting": Drip(f"220 {'d' * 80}")})

    played = play(case, trust, lambda server, _: PlainSender(server), always=True)

    assert any(found.startswith(breach) for found in played.breaches), played.breaches
