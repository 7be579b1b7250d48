"""What every Channel keeps: one suite for the fake of the tests and for SMTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Phase, Verdict
from dzwonek.domain.ports import Channel, NotConnectedError
from tests.fakes.post import CUT_OFF, TRY_LATER, UNREACHABLE, Post
from tests.servers.certificates import Authority
from tests.servers.scripted_smtp import Action, Close, Say, Script, ScriptedServer

MESSAGE = Envelope(
    report_id="0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a",
    message_id="<0199@firma.example>",
    date=datetime(2020, 2, 27, tzinfo=UTC),
    sender="dzwonek@firma.example",
    recipients=("pomoc@support.test",),
    content=b"Subject: x\r\n\r\nwords\r\n",
)
ORDER = [Phase.MAIL, Phase.RCPT, Phase.DATA_OPEN, Phase.DOT_SENT]


@dataclass
class Side:
    """A channel, and what the other side has taken in."""

    channel: Channel
    taken: Callable[[], int]


Sides = Callable[[str], AbstractContextManager[Side]]


def fake(trouble: str) -> AbstractContextManager[Side]:
    @contextmanager
    def side() -> Iterator[Side]:
        post = Post()
        if trouble == "no connection":
            post.refusal = UNREACHABLE
        if trouble == "later":
            post.answers.append(TRY_LATER)
        if trouble == "no answer":
            post.answers.append(CUT_OFF)
        yield Side(post.channel("mail"), lambda: len(post.messages))

    return side()


def smtp(trouble: str) -> AbstractContextManager[Side]:
    faults: dict[str, dict[str, Action | list[Action]]] = {
        "no connection": {"greeting": Close("421 4.3.2 Busy")},
        "later": {"rcpt": [Say("450 4.1.1 Later"), Say("250 2.1.5 Ok")]},
        "no answer": {"dot": [Close(), Say("250 2.0.0 Ok")]},
        "rude farewell": {"quit": Close("500 5.5.1 What?")},
    }

    @contextmanager
    def side() -> Iterator[Side]:
        with ScriptedServer(Script(steps=faults.get(trouble, {}))) as server:
            place = SmtpServer("127.0.0.1", server.port, "none", "", MESSAGE.sender)
            channel = SmtpChannel(place, lambda: None, Authority().client, SystemClock())
            yield Side(channel, lambda: len(server.messages))

    return side()


@pytest.fixture(params=[fake, smtp], ids=["fake", "smtp"], name="side")
def side_fixture(request: pytest.FixtureRequest) -> Sides:
    made: Sides = request.param
    return made


def test_it_says_its_name(side: Sides) -> None:
    with side("") as other:
        assert other.channel.name == "mail"


def test_a_message_is_delivered_and_each_phase_is_told_before_it_begins(side: Sides) -> None:
    with side("") as other:
        phases: list[Phase] = []
        session = other.channel.connect()
        outcome = session.send(MESSAGE, phases.append)
        session.close()

        assert outcome.verdict is Verdict.DELIVERED
        assert [phase for phase in phases if phase is not Phase.CONNECTED] == ORDER
        assert other.taken() == 1


def test_no_connection_is_an_error_that_is_never_a_delivery_nor_a_doubt(side: Sides) -> None:
    with side("no connection") as other, pytest.raises(NotConnectedError) as caught:
        other.channel.connect()

    outcome = caught.value.outcome
    assert outcome.verdict not in (Verdict.DELIVERED, Verdict.UNCERTAIN)
    assert outcome.is_channel_wide


@pytest.mark.parametrize("phase", ORDER)
def test_what_the_journal_raises_flies_on_and_nothing_is_delivered(
    side: Sides, phase: Phase
) -> None:
    class FullDiskError(Exception):
        pass

    def journal(told: Phase) -> None:
        if told is phase:
            raise FullDiskError

    with side("") as other:
        session = other.channel.connect()
        with pytest.raises(FullDiskError):
            session.send(MESSAGE, journal)
        session.close()
        assert other.taken() == 0


def test_a_refused_message_leaves_the_connection_fit_for_the_next(side: Sides) -> None:
    with side("later") as other:
        session = other.channel.connect()
        verdicts = [session.send(MESSAGE, lambda _: None).verdict for _ in range(2)]
        session.close()

        assert verdicts == [Verdict.TRANSIENT, Verdict.DELIVERED]


def test_a_lost_answer_to_the_last_byte_is_a_doubt(side: Sides) -> None:
    with side("no answer") as other:
        session = other.channel.connect()
        outcome = session.send(MESSAGE, lambda _: None)
        session.close()
        again = other.channel.connect()
        second = again.send(MESSAGE, lambda _: None)
        again.close()

    assert outcome.verdict is Verdict.UNCERTAIN
    assert second.verdict is Verdict.DELIVERED


def test_nothing_about_the_farewell_matters(side: Sides) -> None:
    with side("rude farewell") as other:
        session = other.channel.connect()
        outcome = session.send(MESSAGE, lambda _: None)
        session.close()
        session.close()

    assert outcome.verdict is Verdict.DELIVERED
