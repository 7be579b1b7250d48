"""*Wyślij*: one draft becomes one frozen message."""

from __future__ import annotations

import email
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from dzwonek.config.profile import load_profile
from dzwonek.delivery.reading import plain_text
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import State
from dzwonek.domain.doubt import DoubtedClock, TimeSource
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.reporting.eml import write_eml
from dzwonek.reporting.letter import Letters
from dzwonek.reporting.submit import (
    Address,
    ExtraFile,
    IncompleteError,
    Submission,
    drop_submitted,
)
from tests.fakes.boxes import MemoryDrafts, MemoryOutbox

THEN = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n not really"
SUPPORT = "daktela@daktela.pl"

NOTE = PictureNote(new_id(THEN), "L", 1920, 1080, "image/png", THEN)
DRAFT = Draft(
    id=new_id(THEN),
    created_at=THEN,
    occurred_at=THEN,
    host="twojanazwa.daktela.com",
    kind=Kind.CALL_IN,
    customer="730770660",
    ours="223784756",
    reporter=Agent("Tobiasz Świeczka", "tobiasz"),
    description="połączenie zostało rozłączone w trakcie rozmowy z Klientem",
    occurrence=Occurrence.FIRST,
    pictures=(NOTE,),
)
SEVEN = """\
URL: twojanazwa.daktela.com
Rodzaj problemu: połączenie przychodzące
Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756
Czas: dzisiaj, 27.02.2020 o 15:55
Nazwa agenta: Tobiasz Świeczka
Opis: połączenie zostało rozłączone w trakcie rozmowy z Klientem
Wystąpienie: Zdarzyło się to po raz pierwszy
"""


class Then(SystemClock):
    """A clock that stands still on the page's day."""

    def now(self) -> datetime:
        return THEN


@pytest.fixture
def drafts() -> MemoryDrafts:
    box = MemoryDrafts()
    box.save(DRAFT)
    box.put_picture(DRAFT.id, Picture(NOTE, PNG))
    return box


@pytest.fixture
def outbox() -> MemoryOutbox:
    return MemoryOutbox()


@pytest.fixture
def submission(drafts: MemoryDrafts, outbox: MemoryOutbox) -> Submission:
    def address(is_test: bool) -> Address:
        return Address("dzwonek@firma.example", (SUPPORT,), "tobiasz@firma.example")

    profile = load_profile("daktela-pl")
    letters = Letters(profile, address, Then(), "dzwonek 0", "Europe/Warsaw")
    return Submission(drafts, outbox, letters)


def sent(outbox: MemoryOutbox) -> EmailMessage:
    (envelope,) = outbox.envelopes.values()
    message = email.message_from_bytes(envelope.content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def parts(message: EmailMessage) -> dict[str, bytes]:
    found = {}
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found[part.get_filename() or ""] = content
    return found


def test_the_message_opens_with_the_pages_seven_lines(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    plain = sent(outbox).get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n").startswith(SEVEN)


def test_the_pictures_bytes_go_as_they_were_sealed(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    assert parts(sent(outbox))[f"zrzut-{DRAFT.short_code}-1.png"] == PNG


def test_the_machine_readable_part_holds_what_was_typed(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    record = json.loads(parts(sent(outbox))["zgloszenie.json"])
    assert record["version"] == 1
    assert record["customer"] == "730770660"
    assert record["pictures"][0]["file"] == f"zrzut-{DRAFT.short_code}-1.png"


def test_a_draft_is_gone_once_it_is_a_report(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    entry = submission.submit(DRAFT)
    assert entry.state is State.QUEUED
    assert entry.id == DRAFT.id
    assert drafts.drafts() == ()
    assert drafts.pictures == {}


def test_nothing_is_lost_when_the_outbox_cannot_keep_it(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    outbox.broken = Problem(Code.DISK_FULL)
    with pytest.raises(ProblemError):
        submission.submit(DRAFT)
    assert drafts.drafts() == (DRAFT,)


def test_an_incomplete_draft_is_refused_and_kept(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    with pytest.raises(IncompleteError) as refused:
        submission.submit(replace(DRAFT, description=""))
    assert [problem.code for problem in refused.value.problems] == [Code.DESCRIPTION_MISSING]
    assert outbox.rows == {}
    assert drafts.drafts() == (DRAFT,)


def test_a_lost_picture_never_blocks_the_report(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    drafts.pictures.clear()
    submission.submit(DRAFT)
    record = json.loads(parts(sent(outbox))["zgloszenie.json"])
    assert record["pictures"] == []
    assert record["picture_problem"] == Code.PICTURE_UNREADABLE


@pytest.mark.parametrize("code", [Code.DISK_FAILED, Code.QUEUE_KEY_UNREACHABLE])
def test_a_picture_that_only_cannot_be_read_now_is_not_left_behind(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox, code: Code
) -> None:
    drafts.broken = Problem(code)
    with pytest.raises(ProblemError):
        submission.submit(DRAFT)
    drafts.broken = None
    assert outbox.rows == {}
    submission.submit(DRAFT)
    assert parts(sent(outbox))[f"zrzut-{DRAFT.short_code}-1.png"] == PNG


def test_a_file_for_a_mail_program_is_the_message_and_nobody_elses_to_read(tmp_path: Path) -> None:
    write_eml(tmp_path / "x.eml", b"bytes")
    assert (tmp_path / "x.eml").read_bytes() == b"bytes"
    assert sys.platform == "win32" or (tmp_path / "x.eml").stat().st_mode & 0o777 == 0o600
    with pytest.raises(ProblemError) as refused:
        write_eml(tmp_path / "nowhere" / "x.eml", b"bytes")
    assert refused.value.problem.code is Code.FILE_NOT_WRITTEN


def test_extra_files_go_along(submission: Submission, outbox: MemoryOutbox) -> None:
    submission.submit(DRAFT, [ExtraFile("log.txt", "text/plain", b"abc")])
    assert parts(sent(outbox))["log.txt"] == b"abc"


def test_a_draft_that_outlived_its_report_is_dropped_at_the_next_start(
    submission: Submission, drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    drafts.save(DRAFT)
    other = replace(DRAFT, id=new_id(THEN))
    drafts.save(other)
    drop_submitted(drafts, outbox)
    assert drafts.drafts() == (other,)


def test_the_support_gets_it_and_the_operator_is_answered(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    message = sent(outbox)
    assert message["To"] == SUPPORT
    assert message["Reply-To"].addresses[0].addr_spec == "tobiasz@firma.example"
    assert message["Subject"].startswith(f"[{DRAFT.short_code}]")


@pytest.mark.parametrize(
    ("reporter", "owner", "answered"),
    [
        (Agent("Tobiasz Świeczka"), "Tobiasz Świeczka", "tobiasz@firma.example"),
        (Agent("Anna Przykładowa"), "Tobiasz Świeczka", None),
        (Agent("Anna Przykładowa", email="anna@firma.example"), "", "anna@firma.example"),
        (Agent("Anna Przykładowa"), "", "tobiasz@firma.example"),
    ],
)
def test_an_answer_never_reaches_a_colleague(
    drafts: MemoryDrafts,
    outbox: MemoryOutbox,
    reporter: Agent,
    owner: str,
    answered: str | None,
) -> None:
    def address(is_test: bool) -> Address:
        return Address("dzwonek@firma.example", (SUPPORT,), "tobiasz@firma.example", owner)

    profile = load_profile("daktela-pl")
    letters = Letters(profile, address, Then(), "dzwonek 0", "Europe/Warsaw")
    desk = Submission(drafts, outbox, letters)
    desk.submit(replace(DRAFT, reporter=reporter))
    told = sent(outbox)["Reply-To"]
    assert (told.addresses[0].addr_spec if told else None) == answered


@pytest.mark.parametrize(
    "odd", ["a@x; b@x", "łukasz@firma.example", "brak", "  ", "jan kowalski@firma.example", "a@"]
)
@pytest.mark.parametrize(
    ("reply_to", "owner", "answered"),
    [
        ("tobiasz@firma.example", "", "tobiasz@firma.example"),
        ("tobiasz@firma.example", "Anna Przykładowa", None),
        ("brak", "", None),
    ],
)
def test_an_odd_address_for_answers_keeps_no_report_back(
    drafts: MemoryDrafts,
    outbox: MemoryOutbox,
    caplog: pytest.LogCaptureFixture,
    odd: str,
    reply_to: str,
    owner: str,
    answered: str | None,
) -> None:
    caplog.set_level("INFO", "dzwonek")
    sender = Address("dzwonek@firma.example", (SUPPORT,), reply_to, owner)
    profile = load_profile("daktela-pl")
    letters = Letters(profile, lambda _: sender, Then(), "dzwonek 0", "Europe/Warsaw")
    desk = Submission(drafts, outbox, letters)

    desk.submit(replace(DRAFT, reporter=Agent("Tobiasz Świeczka", "tobiasz", odd)))

    told = sent(outbox)["Reply-To"]
    assert (told.addresses[0].addr_spec if told else None) == answered
    assert "address for answers unusable" in caplog.text
    assert odd.strip() == "" or odd not in caplog.text


def test_the_words_for_people_can_be_read_from_the_message_again(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    (envelope,) = outbox.envelopes.values()
    assert plain_text(envelope.content).startswith(SEVEN.rstrip())
    assert "\r" not in plain_text(envelope.content)
    assert plain_text(b"Content-Type: text/html\r\n\r\n<p>x</p>") == ""


def test_a_doubted_clock_does_not_date_the_message_but_stands_in_it(
    drafts: MemoryDrafts, outbox: MemoryOutbox
) -> None:
    asked: list[datetime] = []

    def doubt(now: datetime) -> DoubtedClock:
        asked.append(now)
        return DoubtedClock(now, now + timedelta(days=2), TimeSource.SERVER)

    def address(is_test: bool) -> Address:
        return Address("dzwonek@firma.example", (SUPPORT,))

    profile = load_profile("daktela-pl")
    letters = Letters(profile, address, Then(), "dzwonek 0", profile.zone, doubt)
    desk = Submission(drafts, outbox, letters)
    desk.submit(DRAFT)
    message = sent(outbox)
    (envelope,) = outbox.envelopes.values()
    assert asked == [THEN]
    assert envelope.date == message["Date"].datetime == THEN + timedelta(days=2)
    text = plain_text(envelope.content)
    assert text.startswith(SEVEN)
    assert "Zegar komputera wskazywał 27.02.2020 o 15:55, a serwer Dakteli 29.02.2020" in text
    record = json.loads(parts(message)["zgloszenie.json"])
    assert record["submitted_at"] == record["occurred_at"] == "2020-02-27T14:55:00Z"
    assert record["doubted_clock"] == {
        "shown": "2020-02-27T14:55:00Z",
        "assumed": "2020-02-29T14:55:00Z",
        "source": "server",
    }


def test_a_clock_that_nobody_doubts_dates_the_message(
    submission: Submission, outbox: MemoryOutbox
) -> None:
    submission.submit(DRAFT)
    assert sent(outbox)["Date"].datetime == THEN
    assert json.loads(parts(sent(outbox))["zgloszenie.json"])["doubted_clock"] is None
