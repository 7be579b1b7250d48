"""What is asked of reports in the list: again, anew, and support's number."""

from __future__ import annotations

import email
import json
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import pytest

from dzwonek.delivery.reading import plain_text
from dzwonek.domain.activity import Activity
from dzwonek.domain.delivery import Entry, State, Summary
from dzwonek.domain.draft_life import Stage
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import Capture, Picture, PictureNote, Reduction
from dzwonek.domain.ports import Stamp
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.reporting.letter import ExtraFile
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.record import reduction_noted
from dzwonek.reporting.reread import reread
from tests.fakes.parts import MemoryParts

PNG = b"\x89PNG\r\n\x1a\n not really"


class Desk:
    """A reception over memory, with one report that stands in the list."""

    def __init__(self) -> None:
        self.parts = MemoryParts()
        self.reception = Reception(self.parts)
        self.shelf = self.reception.shelf

    def draft(self, **changes: object) -> Draft:
        begun = self.reception.begin(Capture(self.parts.clock.now()))
        known = replace(
            begun,
            kind=Kind.CALL_IN,
            customer="730770660",
            ours="223784756",
            reporter=Agent("Tobiasz Świeczka", "tobiasz", "tobiasz@firma.example"),
            description="połączenie zostało rozłączone\nw trakcie rozmowy",
            occurrence=Occurrence.FIRST,
        )
        return replace(known, **changes)  # type: ignore[arg-type]  # a test's own short hand

    def report(self, **changes: object) -> Entry:
        return self.reception.submit(self.draft(**changes))

    def report_with_a_picture(self, *extras: ExtraFile, **changes: object) -> Entry:
        shot = PictureNote("p1", "DP-1", 4, 3, "image/png", self.parts.clock.now())
        draft = self.draft(pictures=(shot,), **changes)
        self.parts.drafts.save(draft)
        self.parts.drafts.put_picture(draft.id, Picture(shot, PNG))
        return self.parts.submission.seal(draft, extras)

    def put(self, entry: Entry, **changes: object) -> Entry:
        return self.parts.outbox._put(replace(entry, **changes))  # type: ignore[arg-type]  # as above

    def message(self, entry: Entry) -> EmailMessage:
        content = self.parts.outbox.message(entry.id)
        return email.message_from_bytes(content, policy=default)

    def text(self, entry: Entry) -> str:
        return plain_text(self.parts.outbox.message(entry.id))

    def record(self, entry: Entry) -> dict[str, object]:
        *_, machine = self.message(entry).iter_attachments()
        told: dict[str, object] = json.loads(machine.get_content())
        return told


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_happened_again_begins_with_what_was_written_then(desk: Desk) -> None:
    old = desk.report(scope=Scope.OTHERS, others=("Anna", "Łukasz"))

    draft = desk.shelf.follow_up(old.id)

    assert desk.parts.drafts.drafts() == (draft,)
    assert (draft.kind, draft.customer, draft.ours) == (Kind.CALL_IN, "730770660", "223784756")
    assert draft.description == "połączenie zostało rozłączone\nw trakcie rozmowy\n"
    assert (draft.scope, draft.others) == (Scope.OTHERS, ("Anna", "Łukasz"))
    assert draft.occurrence is Occurrence.REPEATED
    assert draft.pictures == ()
    assert draft.activity is None
    assert draft.id != old.id
    assert draft.occurred_at > old.created_at


def test_the_follow_up_joins_the_thread_and_says_how_often(desk: Desk) -> None:
    first = desk.report()
    second = desk.reception.submit(desk.shelf.follow_up(first.id))
    third = desk.reception.submit(desk.shelf.follow_up(second.id))

    message = desk.message(third)
    assert message["In-Reply-To"] == second.message_id
    assert str(message["References"]).split() == [first.message_id, second.message_id]
    seven, _, behind = desk.text(third).partition("\n\n")
    assert len(seven.splitlines()) == 8  # the description has a second line
    assert seven.endswith("Wystąpienie: Zdarzyło się to więcej niż raz")
    told = f"Zdarzyło się ponownie: po raz 3., poprzednie zgłoszenie {second.short_code}"
    assert told in behind.splitlines()
    assert desk.record(third)["follows"] == {
        "code": second.short_code,
        "message_id": second.message_id,
        "root": first.message_id,
        "times": 3,
        "ticket": "",
        "is_resent": False,
    }
    assert desk.parts.outbox.entry(third.id).summary.times == 3  # type: ignore[union-attr]  # it has one


def test_a_first_report_names_no_other(desk: Desk) -> None:
    first = desk.report()
    assert desk.message(first)["References"] is None
    assert desk.record(first)["follows"] is None
    assert "ponownie" not in desk.text(first)


def test_after_the_content_is_gone_the_thread_still_goes_on(desk: Desk) -> None:
    first = desk.report()
    second = desk.reception.submit(desk.shelf.follow_up(first.id))
    for entry in (first, second):
        desk.put(entry, state=State.TOMBSTONE, summary=None)

    draft = desk.shelf.follow_up(second.id)

    assert draft.description == ""
    assert draft.follows is not None
    assert draft.follows.references == (first.message_id, second.message_id)
    assert draft.follows.times == 3
    assert draft.occurrence is Occurrence.REPEATED


def test_a_half_written_follow_up_counts_and_so_does_none_of_another_thread(desk: Desk) -> None:
    first, other = desk.report(), desk.report()
    desk.shelf.follow_up(first.id)
    again = desk.shelf.follow_up(first.id)
    apart = desk.shelf.follow_up(other.id)
    assert again.follows is not None
    assert apart.follows is not None
    assert (again.follows.times, apart.follows.times) == (3, 2)


def test_what_happens_all_the_time_goes_on_doing_so(desk: Desk) -> None:
    old = desk.report(occurrence=Occurrence.CONSTANT)
    assert desk.shelf.follow_up(old.id).occurrence is Occurrence.CONSTANT


def test_the_known_number_of_supports_goes_into_the_follow_up(desk: Desk) -> None:
    first = desk.report()
    desk.shelf.confirm(first.id, "[#12345]")
    second = desk.reception.submit(desk.shelf.follow_up(first.id))
    assert "Numer poprzedniego zgłoszenia we wsparciu: 12345" in desk.text(second).splitlines()


def test_a_report_that_is_sent_anew_has_another_id_and_the_same_words_and_pictures(
    desk: Desk,
) -> None:
    called = Activity(Kind.CALL_IN, desk.parts.clock.now(), queue="Wsparcie", call_id="c-1")
    old = desk.report_with_a_picture(ExtraFile("log.txt", "text/plain", b"abc"), activity=called)
    desk.put(old, state=State.UNCERTAIN, uncertain_count=1)

    resent = desk.shelf.resend(old.id)

    new = resent.entry
    assert new.id != old.id
    assert new.message_id != old.message_id
    assert resent.is_replaced
    assert old.id not in desk.parts.outbox.rows
    told, text = desk.record(new), desk.text(new)
    assert (told["id"], told["code"]) == (new.id, new.short_code)
    assert (told["call_id"], told["queue"]) == ("c-1", "Wsparcie")
    assert told["occurrence"] == "first"
    assert f"Wysłano ponownie zamiast zgłoszenia: {old.short_code}" in text.splitlines()
    assert "Wystąpienie: Zdarzyło się to po raz pierwszy" in text.splitlines()
    message = desk.message(new)
    assert new.short_code in message["Subject"]
    assert "tobiasz@firma.example" in message["Reply-To"]
    assert message["References"] == old.message_id
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == [f"zrzut-{new.short_code}-1.png", "log.txt", "zgloszenie.json"]
    pictures = [part.get_payload(decode=True) for part in message.iter_attachments()]
    assert pictures[:2] == [PNG, b"abc"]
    assert new.root_message_id == new.message_id  # nothing has happened anew: it counts by itself
    assert desk.parts.nudges == 1


def test_a_report_that_is_being_sent_is_not_sent_anew(desk: Desk) -> None:
    old = desk.put(desk.report(), state=State.SENDING)
    nudges = desk.parts.nudges

    with pytest.raises(ProblemError) as caught:
        desk.shelf.resend(old.id)

    assert caught.value.problem.code is Code.REPORT_BUSY
    assert set(desk.parts.outbox.rows) == {old.id}
    assert desk.parts.nudges == nudges


def test_a_delivered_report_that_is_sent_anew_stays(desk: Desk) -> None:
    old = desk.put(desk.report(), state=State.DELIVERED)
    resent = desk.shelf.resend(old.id)
    assert not resent.is_replaced
    assert set(desk.parts.outbox.rows) == {old.id, resent.entry.id}


def test_pictures_get_no_second_line_under_them(desk: Desk) -> None:
    class Strict(Stamp):
        def under(self, picture: Picture, text: str) -> Picture:
            raise AssertionError("stamped twice")

    old = desk.put(desk.report_with_a_picture(), state=State.REJECTED)
    desk.parts.letters._stamp = Strict()
    assert desk.shelf.resend(old.id).entry.id != old.id


def test_what_was_said_of_smaller_pictures_is_said_again(desk: Desk) -> None:
    old = desk.put(desk.report(), state=State.REJECTED)
    envelope = desk.parts.outbox.envelope(old.id)
    from dzwonek.delivery.taken_apart import taken_apart

    parts = taken_apart(envelope.content)
    (machine,) = parts.attachments
    told = reduction_noted(machine.content, Reduction.LEFT_OUT, 2)
    parts = replace(parts, attachments=(replace(machine, content=told),))
    changed = replace(envelope, content=parts.put_together(envelope.message_id))
    desk.parts.outbox.replace(changed)

    new = desk.shelf.resend(old.id).entry

    assert (desk.record(new)["pictures_reduced"], desk.record(new)["pictures_left_out"]) == (
        "left_out",
        2,
    )
    assert "Zrzuty ekranu pominięto" in desk.text(new)


def test_a_foreign_message_is_not_sent_anew_and_nothing_is_lost(desk: Desk) -> None:
    old = desk.report()
    envelope = desk.parts.outbox.envelope(old.id)
    desk.parts.outbox.replace(replace(envelope, content=b"Subject: x\r\n\r\ny"))
    with pytest.raises(ProblemError) as caught:
        desk.shelf.resend(old.id)
    assert caught.value.problem.code is Code.REPORT_FOREIGN
    assert set(desk.parts.outbox.rows) == {old.id}


def test_a_report_reads_back_as_it_was_written(desk: Desk) -> None:
    written = desk.draft(scope=Scope.TEAM)
    entry = desk.reception.submit(written)
    read = reread(desk.parts.outbox.envelope(entry.id)).draft
    at = written.occurred_at.replace(microsecond=0)
    wanted = replace(written, occurred_at=at, created_at=at, stage=read.stage)
    assert read == wanted


def test_supports_number_is_kept_with_the_words_and_can_be_taken_back(desk: Desk) -> None:
    report = desk.put(desk.report(), state=State.DELIVERED)
    assert desk.shelf.confirm(report.id, " nr 12345 ").ticket == "12345"
    assert desk.shelf.confirm(report.id, "").ticket == ""
    with pytest.raises(ProblemError) as caught:
        desk.shelf.confirm(report.id, "dziękujemy")
    assert caught.value.problem.code is Code.TICKET_INVALID


def test_a_report_whose_words_are_unreadable_begins_with_the_little_that_is_known(
    desk: Desk,
) -> None:
    old = desk.report()
    envelope = desk.parts.outbox.envelope(old.id)
    desk.parts.outbox.replace(replace(envelope, content=b"not ours"))
    summary = Summary(words="cisza", kind=Kind.CALL_OUT, customer="601222333")
    desk.put(desk.parts.outbox.entry(old.id), summary=summary)
    draft = desk.shelf.follow_up(old.id)
    assert (draft.kind, draft.customer, draft.description) == (Kind.CALL_OUT, "601222333", "")


def test_a_follow_up_that_is_being_destroyed_does_not_count(desk: Desk) -> None:
    old = desk.report()
    dropped = replace(desk.shelf.follow_up(old.id), stage=Stage.DROPPED)
    desk.parts.drafts.save(dropped)
    again = desk.shelf.follow_up(old.id)
    assert again.follows is not None
    assert again.follows.times == 2
