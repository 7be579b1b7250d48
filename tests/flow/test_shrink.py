"""Reports too big for a real mail server arrive smaller, once, and can be read."""

from __future__ import annotations

import email
import email.policy
import gc
import json
import ssl
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QImage

from dzwonek.capture import raster
from dzwonek.config.profile import load_profile
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome, State, Verdict
from dzwonek.domain.picture import Reduction
from dzwonek.domain.problem import Code
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.shrink import smaller
from tests.fakes.big_reports import SENDER, THEN, big_report, picture
from tests.fakes.secret_box import MemorySecretBox
from tests.servers.fixtures import postfix_fixture  # noqa: F401 - a fixture by its import
from tests.servers.postfix import SIZE_LIMIT, Postfix
from tests.servers.scripted_smtp import Action, Say, Script, ScriptedServer

pytestmark = pytest.mark.flow

WORDS = load_profile("daktela-pl").words
WIDTH, HEIGHT = 3840, 2160
TOO_BIG = Say("554 5.3.4 Message too big for system")


@pytest.fixture(autouse=True)
def _empty_mailboxes(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "postfix" in request.fixturenames:
        request.getfixturevalue("postfix").empty()


@pytest.fixture(scope="module")
def two_4k() -> Envelope:
    """Give a report with two noisy 4K screens."""
    shots = [picture(WIDTH, HEIGHT, noise=0x7F, monitor=name) for name in "LP"]
    return big_report(shots)[0]


def channel(port: int) -> SmtpChannel:
    server = SmtpServer("localhost", port, "none", "", SENDER)
    return SmtpChannel(server, lambda: None, _no_tls, SystemClock())


def _no_tls() -> ssl.SSLContext:
    raise AssertionError("the connection is plain, on loopback")


def sent(channel: SmtpChannel, message: Envelope) -> Outcome:
    session = channel.connect()
    try:
        return session.send(message, lambda _: None)
    finally:
        session.close()


def delivered(channel: SmtpChannel, message: Envelope, most: int = 6) -> list[Envelope]:
    """Send, and make smaller as long as the server wants that; gives all that was tried."""
    tried = [message]
    for _ in range(most):
        outcome = sent(channel, tried[-1])
        if outcome.verdict is Verdict.DELIVERED:
            return tried
        assert outcome.problem is not None
        assert outcome.problem.code is Code.MAIL_TOO_BIG
        step = smaller(tried[-1], outcome.limit, WORDS)
        assert step is not None
        tried.append(step)
    raise AssertionError("never taken")


def read(raw: bytes) -> tuple[EmailMessage, dict[str, object], list[QImage]]:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not any(part.defects for part in message.walk())
    contents = [part.get_payload(decode=True) for part in message.iter_attachments()]
    assert all(isinstance(content, bytes) for content in contents)
    *pictures, record = (bytes(content) for content in contents)
    return message, json.loads(record), [raster.decoded(content) for content in pictures]


def test_two_noisy_4k_screens_arrive_smaller_once_and_readable(
    postfix: Postfix, two_4k: Envelope
) -> None:
    assert len(two_4k.content) > SIZE_LIMIT
    tried = delivered(channel(postfix.ports["plain"]), two_4k)

    assert len(tried) == 2  # it said its limit, so one step was enough
    (raw,) = postfix.wait_for(1)
    message, record, images = read(raw)
    assert message["Message-ID"] == tried[-1].message_id != two_4k.message_id
    assert message["X-Dzwonek-Report-Id"] == two_4k.report_id
    assert message["Date"].datetime == two_4k.date
    assert record["pictures_reduced"] in tuple(Reduction)
    assert len(images) == 2
    pictures = record["pictures"]
    assert isinstance(pictures, list)
    assert [(each["width"], each["height"]) for each in pictures] == [
        (image.width(), image.height()) for image in images
    ]
    body = message.get_body(("plain",))
    assert body is not None
    assert WORDS.pictures_reduced in body.get_content()


@pytest.mark.parametrize("refusals", [1, 2, 3])
def test_a_server_that_says_it_only_at_the_end_of_data_gets_one_step_at_a_time(
    refusals: int,
) -> None:
    envelope, _ = big_report([picture(1300, 800), picture(601, 400, colours=900)])
    script = Script({"dot": [*[TOO_BIG] * refusals, Say("250 2.0.0 Ok: queued")]})
    with ScriptedServer(script) as server:
        tried = delivered(channel(server.port), envelope)

    assert len(server.messages) == len(tried) == refusals + 1
    sizes = [len(each.content) for each in tried]
    assert sizes == sorted(set(sizes), reverse=True)
    *refused, taken = server.messages
    assert [email.message_from_bytes(raw)["Message-ID"] for raw in refused] == [
        each.message_id for each in tried[:-1]
    ]
    message, record, images = read(taken)
    assert message["Message-ID"] == f"<{envelope.report_id}.{refusals + 1}@firma.test>"
    assert record["pictures_reduced"] is not None
    is_left_out = record["pictures_reduced"] == Reduction.LEFT_OUT
    assert len(images) == (0 if is_left_out else 2)


@pytest.mark.parametrize("is_limit_known", [True, False])
def test_the_courier_makes_it_smaller_by_itself_and_delivers_it_once(
    is_limit_known: bool, tmp_path: Path
) -> None:
    envelope, summary = big_report([picture(1300, 800), picture(601, 400, colours=900)])
    features = ("8BITMIME", f"SIZE {len(envelope.content) // 2}")[: 1 + is_limit_known]
    answers: list[Action] = [TOO_BIG, Say("250 2.0.0 Ok: queued")]
    clock = SystemClock()
    keys = KeyRing(tmp_path / "state", MemorySecretBox(), clock)
    outbox = SealedOutbox(tmp_path / "data", keys, clock)
    outbox.recover()
    outbox.submit(envelope, summary, THEN)
    with ScriptedServer(
        Script({} if is_limit_known else {"dot": answers}, features=features)
    ) as server:
        way = channel(server.port)
        courier = Courier(outbox, lambda _: way, clock, Random(1), smaller=with_words)
        courier.drain(timedelta(seconds=60))

    entry = outbox.entry(envelope.report_id)
    assert (entry.state, entry.shrunk) == (State.DELIVERED, 1)
    assert entry.message_id == f"<{envelope.report_id}.2@firma.test>"
    assert outbox.message(entry.id) == server.messages[-1]
    assert len(server.messages) == (1 if is_limit_known else 2)
    _, record, images = read(server.messages[-1])
    assert record["pictures_reduced"] is not None
    assert len(images) == 2
    outbox.close()


def with_words(envelope: Envelope, limit: int) -> Envelope | None:
    return smaller(envelope, limit, WORDS)


def test_what_no_step_makes_small_enough_is_given_up(two_4k: Envelope) -> None:
    with ScriptedServer(Script({"dot": TOO_BIG})) as server:
        message: Envelope | None = two_4k
        count = 0
        while message is not None:
            assert sent(channel(server.port), message).verdict is Verdict.REJECTED
            count += 1
            message = smaller(message, 0, WORDS)
    assert 3 <= count <= len(Reduction) + 1
    assert len({email.message_from_bytes(raw)["Message-ID"] for raw in server.messages}) == count


def test_making_two_4k_screens_smaller_takes_less_than_200_mb(two_4k: Envelope) -> None:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # forgets the peak so far: proc(5)
    before = memory("VmRSS")
    assert smaller(two_4k, 100_000, WORDS) is not None  # through all steps
    extra = memory("VmHWM") - before
    assert extra < 200 * 1024


def memory(name: str) -> int:
    """Read one figure of this process, in kB."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name))
