"""Messages over a real Postfix, read back from its Maildir."""

from __future__ import annotations

import email
import email.policy
import random
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from dzwonek.delivery.server import SmtpServer
from dzwonek.delivery.smtp import SmtpChannel
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.domain.ports import NotConnectedError
from dzwonek.domain.problem import Code
from dzwonek.domain.retry import AFTER_BUSY_MAILBOX, AFTER_GREYLISTING
from tests.servers.certificates import Authority
from tests.servers.fixtures import postfix_fixture  # noqa: F401 - a fixture by its import
from tests.servers.postfix import PASSWORD, SENDER, SIZE_LIMIT, SUPPORT, USER, Postfix

pytestmark = pytest.mark.flow

REPORT = "0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a"
PICTURE = random.Random(7).randbytes(700_000)
TEXT = (
    "URL: twojanazwa.daktela.com\n"
    "Rodzaj problemu: połączenie przychodzące\n"
    "Opis: połączenie zostało rozłączone w trakcie rozmowy z Klientem\n"
    "  .\n"
    ".\n"
    "..dwie kropki\n"
)


@pytest.fixture(autouse=True)
def _empty_mailboxes(postfix: Postfix) -> Iterator[None]:
    yield
    postfix.empty()


def channel(
    postfix: Postfix,
    security: str = "starttls",
    password: str = PASSWORD,
    user: str = USER,
    sender: str = SENDER,
    authority: Authority | None = None,
) -> SmtpChannel:
    trust = authority or postfix.authority
    port = postfix.ports["plain" if security == "none" else security]
    server = SmtpServer("localhost", port, security, user, sender)  # type: ignore[arg-type]  # a str
    return SmtpChannel(server, lambda: password, trust.client, SystemClock())


def envelope(*recipients: str, subject: str = "Zgłoszenie", size: int = 0) -> Envelope:
    content = PICTURE if not size else bytes(size)
    message = OutgoingMail(
        message_id=new_message_id(REPORT, SENDER),
        date=datetime(2020, 2, 27, 14, 55, tzinfo=UTC),
        sender=SENDER,
        sender_name="Dzwonek – zgłoszenia",
        reply_to=("tobiasz@firma.test", "Tobiasz Świeczka"),
        recipients=recipients or (SUPPORT,),
        subject=subject,
        text=TEXT,
        report_id=REPORT,
        attachments=(Attachment("zrzut-DZW-7F3K2A-1.png", "image/png", content),),
    )
    return Envelope(
        REPORT, message.message_id, message.date, SENDER, message.recipients, render(message)
    )


def sent(channel: SmtpChannel, message: Envelope, phases: list[Phase] | None = None) -> Outcome:
    session = channel.connect()
    try:
        return session.send(message, (phases if phases is not None else []).append)
    finally:
        session.close()


def read_back(postfix: Postfix) -> EmailMessage:
    (raw,) = postfix.wait_for(1)
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_report_arrives_with_its_words_and_its_picture_unchanged(
    postfix: Postfix, security: str
) -> None:
    phases: list[Phase] = []
    subject = "[DZW-7F3K2A] połączenie przychodzące – „rozłączone” 📞"

    outcome = sent(channel(postfix, security), envelope(subject=subject), phases)

    assert outcome.verdict is Verdict.DELIVERED
    assert outcome.code == "250 2.0.0"
    wanted = [Phase.CONNECTED, Phase.MAIL, Phase.RCPT, Phase.DATA_OPEN, Phase.DOT_SENT]
    assert phases == wanted
    message = read_back(postfix)
    assert message["Subject"] == subject
    assert message["Message-ID"] == f"<{REPORT}@firma.test>"
    assert message["Reply-To"] == "Tobiasz Świeczka <tobiasz@firma.test>"
    plain = message.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().rstrip("\n") == TEXT.rstrip("\n")
    (picture,) = message.iter_attachments()
    assert picture.get_content() == PICTURE
    assert not message.defects


def test_what_was_delivered_is_what_was_frozen(postfix: Postfix) -> None:
    message = envelope()

    sent(channel(postfix), message)

    (raw,) = postfix.wait_for(1)
    received = raw.replace(b"\r\n", b"\n")
    assert received.endswith(message.content.replace(b"\r\n", b"\n"))


def test_without_tls_mail_goes_only_to_this_computer(postfix: Postfix) -> None:
    outcome = sent(channel(postfix, "none", user=""), envelope())

    assert outcome.verdict is Verdict.DELIVERED
    assert len(postfix.wait_for(1)) == 1


def test_several_reports_go_over_one_connection(postfix: Postfix) -> None:
    session = channel(postfix).connect()
    outcomes = [
        session.send(envelope("policy@support.test"), lambda _: None),
        session.send(envelope(), lambda _: None),
        session.send(envelope(), lambda _: None),
    ]
    session.close()

    verdicts = [outcome.verdict for outcome in outcomes]
    assert verdicts == [Verdict.REJECTED, Verdict.DELIVERED, Verdict.DELIVERED]
    assert len(postfix.wait_for(2)) == 2


def test_a_wrong_password_holds_the_channel(postfix: Postfix) -> None:
    with pytest.raises(NotConnectedError) as caught:
        channel(postfix, password="inne").connect()

    outcome = caught.value.outcome
    assert outcome.verdict is Verdict.HELD
    assert outcome.code == "535 5.7.8"
    assert outcome.is_channel_wide
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_LOGIN_REFUSED
    assert len(postfix.wait_for_log("SASL PLAIN authentication failed")) == 1
    assert "SASL LOGIN authentication failed" not in postfix.log


def test_an_untrusted_certificate_holds_the_channel_before_a_word_of_the_login(
    postfix: Postfix,
) -> None:
    with pytest.raises(NotConnectedError) as caught:
        channel(postfix, authority=Authority()).connect()

    outcome = caught.value.outcome
    assert outcome.verdict is Verdict.HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_CERTIFICATE
    # Postfix's own count of the visit: EHLO, a broken STARTTLS, and nothing else.
    postfix.wait_for_log("ehlo=1 starttls=0/1 commands=1/2")


def test_a_message_over_the_advertised_size_is_refused_before_it_is_sent(postfix: Postfix) -> None:
    phases: list[Phase] = []

    outcome = sent(channel(postfix), envelope(size=SIZE_LIMIT), phases)

    assert outcome.verdict is Verdict.REJECTED
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_TOO_BIG
    assert outcome.problem.values["limit"] == SIZE_LIMIT
    assert phases == []


@pytest.mark.parametrize(
    ("recipient", "verdict", "code", "floor", "is_wide"),
    [
        ("grey@support.test", Verdict.TRANSIENT, "451 4.7.1", AFTER_GREYLISTING, False),
        ("full@support.test", Verdict.TRANSIENT, "452 4.2.2", None, False),
        ("busy@support.test", Verdict.TRANSIENT, "432 4.3.2", AFTER_BUSY_MAILBOX, True),
        ("bye@support.test", Verdict.TRANSIENT, "421 4.3.0", None, True),
        ("nouser@support.test", Verdict.HELD, "550 5.1.1", None, False),
        ("policy@support.test", Verdict.REJECTED, "554 5.7.1", None, False),
    ],
)
def test_a_refused_recipient_is_classed(
    postfix: Postfix, recipient: str, verdict: Verdict, code: str, floor: object, is_wide: bool
) -> None:
    outcome = sent(channel(postfix), envelope(recipient))

    assert (outcome.verdict, outcome.code) == (verdict, code)
    assert outcome.floor == (floor or type(outcome.floor)(0))
    assert outcome.is_channel_wide is is_wide
    assert "@support" not in outcome.text


def test_one_refused_recipient_does_not_keep_the_report_from_the_other(postfix: Postfix) -> None:
    outcome = sent(channel(postfix), envelope(SUPPORT, "nouser@support.test"))

    assert outcome.verdict is Verdict.DELIVERED
    assert outcome.refused == ("nouser@support.test",)
    assert len(postfix.wait_for(1)) == 1


def test_a_sender_that_belongs_to_another_login_holds_the_channel(postfix: Postfix) -> None:
    outcome = channel(postfix, sender="inny@firma.test").check(SUPPORT)

    assert outcome is not None
    assert outcome.verdict is Verdict.HELD
    assert outcome.problem is not None
    assert outcome.problem.code is Code.MAIL_SENDER_REFUSED


def test_the_check_of_the_settings_leaves_no_message(postfix: Postfix) -> None:
    assert channel(postfix).check(SUPPORT) is None

    sent(channel(postfix), envelope())
    assert len(postfix.wait_for(1)) == 1


def test_the_check_names_the_step_that_failed(postfix: Postfix) -> None:
    steps = []
    for outcome in (
        channel(postfix, password="inne").check(SUPPORT),
        channel(postfix).check("nouser@support.test"),
    ):
        assert outcome is not None
        assert outcome.problem is not None
        steps.append(outcome.problem.values["step"])

    assert steps == ["auth", "rcpt"]


def test_a_stopped_server_is_transient_and_a_started_one_delivers(postfix: Postfix) -> None:
    postfix.stop()
    try:
        # bound and deaf: nobody else, the caller's own end included, gets the port meanwhile
        with socket.socket() as holder:
            holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            holder.bind(("127.0.0.1", postfix.ports["starttls"]))
            with pytest.raises(NotConnectedError) as caught:
                channel(postfix).connect()
    finally:
        postfix.start()

    assert caught.value.outcome.verdict is Verdict.TRANSIENT
    assert caught.value.outcome.code == "refused"
    assert sent(channel(postfix), envelope()).verdict is Verdict.DELIVERED
    assert len(postfix.wait_for(1)) == 1


def test_a_second_postfix_runs_beside_the_first(postfix: Postfix) -> None:
    with Postfix(("inna@support.test",)) as other:
        sent(channel(other), envelope("inna@support.test"))
        assert len(other.wait_for(1, "inna@support.test")) == 1
        assert set(other.ports.values()).isdisjoint(postfix.ports.values())

    assert postfix.messages() == []
