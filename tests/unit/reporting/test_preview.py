"""What the preview shows is what is sealed when the report is sent."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Capture, Picture, Rect, Retouch
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.domain.report import Draft
from dzwonek.reporting.album import Album
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.preview import Preview
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.stamping import quietly
from dzwonek.reporting.submit import Submission
from tests.fakes.clock import FakeClock
from tests.fakes.parts import MemoryParts
from tests.fakes.screens import plain_shot

SHOTS = (plain_shot("L"), plain_shot("R", left=64))
COVERED = Retouch(covers=(Rect(0, 0, 64, 20),))
CROPPED = Retouch(crop=Rect(4, 4, 30, 20))
TOBIASZ = Agent("Tobiasz Świeczka", email="tobiasz@firma.example")
OURS = Address("dzwonek@firma.example", ("a@wsparcie.example", "b@wsparcie.example"))


class Ink:
    """A stamp that leaves a mark behind the bytes."""

    def under(self, picture: Picture, text: str) -> Picture:
        note = replace(picture.note, height=picture.note.height + 3)
        return Picture(note, picture.content + text.encode())


class Desk:
    """A report with two pictures, one covered and one cropped, and everything around it."""

    def __init__(self) -> None:
        self.parts = MemoryParts()
        self.parts.clock = clock = FakeClock()  # type: ignore[assignment]  # it stands still
        self.address = OURS
        writing = (
            load_profile("daktela-pl"), lambda _: self.told(), clock, "dzwonek 0", "Europe/Warsaw"
        )  # fmt: skip
        self.parts.letters = Letters(*writing, stamp=Ink())
        self.parts.submission = Submission(self.parts.drafts, self.parts.outbox, self.parts.letters)
        self.reception = Reception(self.parts)
        begun = self.reception.begin(Capture(clock.now(), SHOTS))
        self.draft = replace(
            begun,
            kind=Kind.CALL_IN,
            customer="730 770 660",
            reporter=TOBIASZ,
            description="nie słychać klienta\na potem cisza",
            occurrence=Occurrence.FIRST,
        )
        self.album = self.reception.album(begun, SHOTS)
        left, right = (note.id for note in begun.pictures)
        self.album.retouch(left, COVERED)
        self.album.retouch(right, CROPPED)
        self.wrong = False

    def told(self) -> Address:
        if self.wrong:
            raise trouble(Code.PROFILE_UNKNOWN, name="inny")
        return self.address

    def preview(self, draft: Draft | None = None) -> Preview:
        return self.reception.preview(draft or self.draft, self.album, lambda _: None, quietly)

    def sealed(self) -> EmailMessage:
        """Send it as the form does, and read what was sealed with a reader that is not ours."""
        self.album.settle()
        entry = self.reception.submit(self.album.noted(self.draft))
        message = message_from_bytes(self.parts.outbox.message(entry.id), policy=default)
        assert isinstance(message, EmailMessage)
        return message


@pytest.fixture
def desk() -> Desk:
    return Desk()


def files_of(message: EmailMessage) -> list[tuple[str | None, object]]:
    return [
        (part.get_filename(), part.get_payload(decode=True)) for part in message.iter_attachments()
    ]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n").rstrip("\n")


def test_what_is_shown_is_what_is_sealed(desk: Desk) -> None:
    shown = desk.preview()
    sealed = desk.sealed()
    assert shown.text.rstrip("\n") == text_of(sealed)
    assert shown.subject == sealed["Subject"]
    assert shown.sender == sealed["From"]
    assert shown.reply_to == sealed["Reply-To"]
    assert shown.recipients == sealed["To"]
    assert [(each.filename, each.content) for each in shown.files] == files_of(sealed)
    assert shown.record.encode() == files_of(sealed)[-1][1]
    assert len(shown.pictures) == 2
    assert shown.lacks == ()


def test_a_look_stores_nothing_and_changes_nothing(desk: Desk) -> None:
    before = dict(desk.parts.drafts.pictures)
    desk.preview()
    assert desk.parts.drafts.pictures == before
    assert desk.parts.drafts.texts == {}
    assert desk.parts.outbox.rows == {}


def test_pictures_that_no_disk_took_are_shown_as_they_would_leave(desk: Desk) -> None:
    fresh = Album(lambda: desk.parts.drafts, desk.draft, SHOTS)
    shown = desk.reception.preview(desk.draft, fresh, lambda _: None, quietly)
    assert len(shown.pictures) == 2
    assert desk.parts.drafts.pictures.keys() == {
        (desk.draft.id, note.id) for note in desk.draft.pictures
    }


def test_what_is_lacking_is_named_and_the_rest_is_shown(desk: Desk) -> None:
    shown = desk.preview(replace(desk.draft, description="", occurrence=None))
    assert [problem.code for problem in shown.lacks] == [
        Code.DESCRIPTION_MISSING,
        Code.OCCURRENCE_MISSING,
    ]
    assert "Rodzaj problemu: połączenie przychodzące" in shown.text


def test_a_picture_that_is_lost_is_named(desk: Desk) -> None:
    stored = Album(lambda: desk.parts.drafts, desk.draft, ())
    desk.parts.drafts.pictures.popitem()
    shown = desk.reception.preview(desk.draft, stored, lambda _: None, quietly)
    assert shown.lost is not None
    assert len(shown.pictures) == 1


def test_a_message_that_may_have_left_is_the_one_that_is_shown(desk: Desk) -> None:
    earlier = desk.parts.letters.render(replace(desk.draft, pictures=()), ())
    shown = desk.reception.preview(desk.draft, desk.album, lambda _: earlier, quietly)
    assert shown.pictures == ()
    assert shown.size == len(earlier.content)


def test_one_who_goes_away_is_not_made_to_wait_for_the_other_pictures(desk: Desk) -> None:
    heard: list[tuple[int, int]] = []

    def leave(number: int, count: int) -> None:
        heard.append((number, count))
        raise InterruptedError

    with pytest.raises(InterruptedError):
        desk.reception.preview(desk.draft, desk.album, lambda _: None, leave)
    assert heard == [(1, 2)]


def test_while_nobody_knows_to_whom_it_goes_nothing_is_shown(desk: Desk) -> None:
    desk.wrong = True
    with pytest.raises(ProblemError) as error:
        desk.preview()
    assert error.value.problem.code is Code.PROFILE_UNKNOWN


def test_a_message_above_the_usual_limit_is_called_large(desk: Desk) -> None:
    assert not desk.preview().is_large
    few = replace(load_profile("daktela-pl"), max_message_bytes=desk.preview().size - 1)
    desk.parts.letters = Letters(
        few, lambda _: OURS, desk.parts.clock, "dzwonek 0", "Europe/Warsaw", stamp=Ink()
    )
    assert desk.preview().is_large
