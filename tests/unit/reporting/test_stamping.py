"""What stands under the pictures of a report that leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Origin, Picture, PictureNote
from dzwonek.domain.problem import Code, trouble
from dzwonek.domain.report import Draft, Report
from dzwonek.reporting.stamping import stamp_line, stamped

NOW = datetime(2020, 2, 27, 14, 55, 12, tzinfo=UTC)
NOTE = PictureNote("p", "DP-1", 200, 100, "image/png", NOW)
DRAFT = Draft(new_id(NOW), NOW, NOW, reporter=Agent("Tobiasz Świeczka"), pictures=(NOTE,))
REPORT = Report(DRAFT, NOW)
PROFILE = load_profile("daktela-pl")


class Ink:
    """A stamp that makes a picture three rows higher, or cannot read it."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.is_dry = False

    def under(self, picture: Picture, text: str) -> Picture:
        if self.is_dry:
            raise trouble(Code.PICTURE_UNREADABLE)
        self.written.append(text)
        note = replace(picture.note, height=picture.note.height + 3)
        return Picture(note, picture.content + b"+")


def test_the_line_tells_time_and_agent() -> None:
    line = stamp_line(REPORT, NOTE, PROFILE)
    assert line.split("  ·  ") == ["27.02.2020 15:55:12", "Tobiasz Świeczka", DRAFT.short_code]


def test_several_screens_are_named_by_number_whatever_the_system_calls_them() -> None:
    second = replace(NOTE, id="q", monitor="monitor-2")
    piece = replace(second, id="r", origin=Origin.REGION)
    pasted = replace(NOTE, id="s", monitor="", origin=Origin.CLIPBOARD)
    notes = (pasted, NOTE, second, piece)
    report = replace(REPORT, draft=replace(DRAFT, pictures=notes))
    names = [stamp_line(report, note, PROFILE).split("  ·  ")[2] for note in notes]
    assert names == [DRAFT.short_code, "Ekran 1", "Ekran 2", "Ekran 2"]


def test_a_screen_keeps_its_number_when_others_are_removed() -> None:
    notes = tuple(replace(NOTE, id=str(n), monitor=f"DP-{n}", screen=n) for n in (1, 2, 3))
    piece = replace(notes[2], id="r", origin=Origin.REGION)
    for left in (notes[1:], (notes[2],), (piece,), (notes[2], notes[0])):
        report = replace(REPORT, draft=replace(DRAFT, pictures=left))
        told = [stamp_line(report, note, PROFILE).split("  ·  ")[2] for note in left]
        assert told == [f"Ekran {note.screen}" for note in left]


def test_a_profile_without_a_word_for_a_screen_leaves_the_systems_name() -> None:
    plain = replace(PROFILE, words=replace(PROFILE.words, screen=""))
    assert "  ·  DP-1  ·  " in stamp_line(REPORT, NOTE, plain)


def test_in_another_zone_the_offset_stands_behind_the_time() -> None:
    line = stamp_line(replace(REPORT, zone="Europe/London"), NOTE, PROFILE)
    assert line.startswith("27.02.2020 14:55:12 (UTC+00:00)")


def test_a_picture_of_a_file_claims_no_moment_and_no_monitor() -> None:
    line = stamp_line(REPORT, replace(NOTE, origin=Origin.FILE), PROFILE)
    assert line.startswith("dodano 27.02.2020 15:55:12")
    assert "DP-1" not in line


def test_no_name_can_break_the_line() -> None:
    report = replace(REPORT, draft=replace(DRAFT, reporter=Agent("Jan\u202e\nDZW-000000")))
    assert "Jan DZW-000000" in stamp_line(report, NOTE, PROFILE)


def test_the_draft_tells_the_new_measures() -> None:
    draft, contents = stamped(REPORT, (b"abc",), Ink(), PROFILE)
    assert draft.pictures[0].height == 103
    assert contents == (b"abc+",)


def test_a_picture_that_cannot_be_stamped_leaves_as_it_is() -> None:
    ink = Ink()
    ink.is_dry = True
    draft, contents = stamped(REPORT, (b"abc",), ink, PROFILE)
    assert (draft, contents) == (DRAFT, (b"abc",))
