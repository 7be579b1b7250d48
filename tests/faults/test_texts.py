"""Whatever people write arrives as they wrote it, in every reader."""

from __future__ import annotations

import email
import email.policy
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from random import Random

import pytest

from dzwonek.delivery.headers import address_header
from dzwonek.delivery.mime import Attachment, OutgoingMail, new_message_id, render
from tests.faults.conftest import Extent, Figures
from tests.faults.texts_made import Texts, made
from tests.faults.texts_readers import (
    Read,
    dovecot,
    finds,
    perl,
    python_legacy,
    python_modern,
    read_of,
)
from tests.servers import dovecot as dovecots
from tests.servers.dovecot import Dovecot

SEED = 20200227
SENDER, REPLIER, RECIPIENT = "dzwonek@firma.test", "anna@firma.test", "pomoc@support.test"
BATCH = 500
LONGEST_LINE = 76  # of headers and, encoded as they are, of bodies, where mail allows 998
REPORT = "0199c3a4-5a11-7c3e-9a55-1f2e3d4c5b6a"
Component = Callable[[str, str], str]


@pytest.fixture(name="texts", scope="module")
def texts_fixture(extent: Extent) -> list[Texts]:
    random = Random(SEED)
    return [made(random) for _ in range(extent.of(400, 10_000))]


@pytest.fixture(name="messages", scope="module")
def messages_fixture(texts: list[Texts]) -> list[bytes]:
    return [rendered(each) for each in texts]


@pytest.fixture(name="mailboxes", scope="module")
def mailboxes_fixture(messages: list[bytes]) -> Iterator[Dovecot]:
    reason = dovecots.missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with Dovecot(*map(box, range(0, len(messages), BATCH)), throws_away=False) as server:
        yield server


def box(start: int) -> str:
    return f"teksty-{start}@support.test"


def rendered(texts: Texts) -> bytes:
    """Render a message; a recipient's name, which reports do not have, is put in by hand."""
    mail = OutgoingMail(
        message_id=new_message_id(REPORT, SENDER),
        date=datetime(2020, 2, 27, 15, 55, tzinfo=UTC),
        sender=SENDER,
        sender_name=texts.sender,
        recipients=(RECIPIENT,),
        subject=texts.subject,
        text=texts.body,
        report_id=REPORT,
        reply_to=(REPLIER, texts.replier),
        attachments=(Attachment("zrzut-DZW-7F3K2A-1.png", "image/png", b"\x89PNG\r\n\x1a\n"),),
    )
    named = address_header("To", [(RECIPIENT, texts.recipient)]).encode("ascii")
    return render(mail).replace(f"To: {RECIPIENT}\r\n".encode(), named, 1)


def wanted(texts: Texts) -> Read:
    """Give what every reader has to find: runs of spaces within a name count as one."""
    names = (" ".join(each.split()) for each in (texts.sender, texts.replier, texts.recipient))
    return read_of(texts.subject.strip(), names, texts.body.rstrip("\n"))


def differences(texts: Sequence[Texts], found: Iterator[Read]) -> list[tuple[str, object, object]]:
    """Compare field by field; what a reader does not tell is left out."""
    told = []
    for each, read in zip(map(wanted, texts), found, strict=True):
        for name in Read.__dataclass_fields__:
            ours, theirs = getattr(each, name), getattr(read, name)
            if theirs is not None and theirs != ours:
                told.append((name, ours, theirs))
    return told


def test_no_line_is_longer_than_mail_allows(messages: list[bytes], figures: Figures) -> None:
    heads = [each.partition(b"\r\n\r\n")[0] for each in messages]
    header = max(len(line) for head in heads for line in head.split(b"\r\n"))
    line = max(len(line) for each in messages for line in each.split(b"\r\n"))
    figures.add("texts", f"longest header line {header}, longest line {line}")
    assert header <= LONGEST_LINE
    assert line <= LONGEST_LINE
    assert all(byte < 128 for each in messages for byte in set(each))
    assert not any(b"\n" in each.replace(b"\r\n", b"") for each in messages)
    assert not any(b"\r" in each.replace(b"\r\n", b"") for each in messages)


@pytest.mark.parametrize("reader", [python_legacy, python_modern])
def test_python_reads_what_was_written(
    texts: list[Texts],
    messages: list[bytes],
    figures: Figures,
    reader: Callable[[Sequence[bytes]], Iterator[Read]],
) -> None:
    found = differences(texts, reader(messages))
    figures.add("texts", f"{reader.__name__}: {len(texts)} messages, {len(found)} differences")
    assert found[:3] == []


def test_perl_reads_what_was_written(
    texts: list[Texts], messages: list[bytes], figures: Figures, component: Component
) -> None:
    found = differences(texts, perl(component("perl", "perl"), messages))
    figures.add("texts", f"perl: {len(texts)} messages, {len(found)} differences")
    assert found[:3] == []


def test_dovecot_reads_what_was_written(
    texts: list[Texts], messages: list[bytes], figures: Figures, mailboxes: Dovecot
) -> None:
    found: list[tuple[str, object, object]] = []
    unfound = []
    for start in range(0, len(messages), BATCH):
        some, chosen = messages[start : start + BATCH], texts[start : start + BATCH]
        with mailboxes.imap(box(start)) as connection:
            found += differences(chosen, dovecot(connection, some))
            subjects = [wanted(each).subject or "" for each in chosen]
            unfound += [subjects[place - 1] for place in finds(connection, subjects)]
    figures.add(
        "texts",
        f"dovecot: {len(texts)} messages, {len(found)} differences, {len(unfound)} subjects "
        "not found by their text",
    )
    assert found[:3] == []
    assert unfound[:3] == []


def test_the_harness_catches_a_renderer_that_loses_spaces(
    texts: list[Texts], figures: Figures
) -> None:
    def by_the_book(one: Texts) -> bytes:
        message = EmailMessage(policy=email.policy.SMTP)
        message["Subject"] = " ".join(one.subject.split())
        message.set_content("x")
        return message.as_bytes()

    lost = sum(
        each.subject != " ".join(one.subject.split())
        for one, each in zip(texts, python_legacy(map(by_the_book, texts)), strict=True)
    )
    figures.add("texts", f"control, EmailMessage's own folding: {lost} of {len(texts)} subjects")
    assert lost > 0


def test_the_harness_catches_a_body_sent_without_encoding(
    texts: list[Texts], messages: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dzwonek.delivery.mime.b2a_qp", lambda words, istext: words)
    assert differences(texts[:200], python_modern([rendered(each) for each in texts[:200]]))
