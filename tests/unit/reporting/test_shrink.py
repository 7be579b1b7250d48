"""A report too big for the mail server goes with smaller pictures, step by step."""

from __future__ import annotations

import email
import json
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import pytest

from dzwonek.capture import raster
from dzwonek.config.profile import load_profile
from dzwonek.delivery.readdress import readdressed
from dzwonek.delivery.taken_apart import taken_apart
from dzwonek.domain.delivery import Envelope
from dzwonek.domain.picture import Reduced, Reduction
from dzwonek.domain.profile import ReportWords
from dzwonek.reporting.shrink import MARGIN, smaller
from dzwonek.reporting.submit import ExtraFile
from tests.fakes.big_reports import big_report, picture

EXTRAS = (
    ExtraFile("dziennik.txt", "text/plain", b"zapis rozmowy"),
    ExtraFile("zgloszenie.json", "application/json", b"{}"),
)


@pytest.fixture(scope="module")
def words() -> ReportWords:
    return load_profile("daktela-pl").words


@pytest.fixture(scope="module")
def report() -> Envelope:
    """Give a report with a screen of text, a photograph and two files."""
    text, photograph = picture(501, 300, colours=600), picture(1300, 800, monitor="P")
    return big_report((text, photograph), EXTRAS)[0]


@pytest.fixture(scope="module")
def steps(report: Envelope, words: ReportWords) -> tuple[Envelope, ...]:
    """Give what becomes of that report against a server that never says its limit."""
    return all_steps(report, words)


def parsed(envelope: Envelope) -> EmailMessage:
    message = email.message_from_bytes(envelope.content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not any(part.defects for part in message.walk())
    return message


def files(envelope: Envelope) -> dict[str, tuple[str, bytes]]:
    found = {}
    for part in parsed(envelope).iter_attachments():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found[part.get_filename() or ""] = (part.get_content_type(), content)
    return found


def record(envelope: Envelope) -> dict[str, object]:
    *_, (_, content) = files(envelope).values()
    fields = json.loads(content)
    assert isinstance(fields, dict)
    return fields


def lines(envelope: Envelope) -> list[str]:
    body = parsed(envelope).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).splitlines()


def all_steps(envelope: Envelope, words: ReportWords) -> tuple[Envelope, ...]:
    """Ask again and again."""
    found = [envelope]
    while (step := smaller(found[-1], 0, words)) is not None:
        found.append(step)
    return tuple(found[1:])


def test_without_a_limit_each_call_takes_the_next_step(
    report: Envelope, steps: tuple[Envelope, ...]
) -> None:
    done = [record(step)["pictures_reduced"] for step in steps]
    assert done == [each for each in Reduction if each in done]  # in the contract's order
    assert done[-1] == Reduction.LEFT_OUT
    assert len(done) >= 3
    sizes = [len(each.content) for each in (report, *steps)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)


def test_each_changed_content_has_the_next_name_and_everything_else_stays(
    report: Envelope, steps: tuple[Envelope, ...]
) -> None:
    before = parsed(report)
    for number, step in enumerate(steps, start=2):
        assert step.message_id == f"<{report.report_id}.{number}@firma.test>"
        after = parsed(step)
        assert after["Message-ID"] == step.message_id
        for name in set(before.keys()) - {"Message-ID", "Content-Type"}:
            assert after.get_all(name) == before.get_all(name)
        assert replace(step, content=b"", message_id="") == replace(
            report, content=b"", message_id=""
        )
        told = files(step)
        assert told["dziennik.txt"] == ("text/plain", b"zapis rozmowy")
        assert told["zgloszenie.json"] == ("application/json", b"{}")


def test_one_line_is_added_behind_the_number_of_pictures(
    report: Envelope, steps: tuple[Envelope, ...], words: ReportWords
) -> None:
    before = lines(report)
    assert "  Liczba zrzutów ekranu: 7" in before
    place = before.index("Liczba zrzutów ekranu: 2") + 1
    *reduced, left_out = steps
    for step in reduced:
        assert lines(step) == [*before[:place], words.pictures_reduced, *before[place:]]
    assert lines(left_out) == [*before[:place], words.pictures_left_out, *before[place:]]
    assert "nie przyjmuje większych wiadomości" in words.pictures_left_out
    html = parsed(left_out).get_body(("html",))
    assert html is not None
    assert words.pictures_left_out in html.get_content()


def test_the_record_tells_of_the_pictures_as_they_are(
    report: Envelope, steps: tuple[Envelope, ...]
) -> None:
    for step in steps[:-1]:
        told, attached = record(step), files(step)
        pictures = told["pictures"]
        assert isinstance(pictures, list)
        assert len(pictures) == 2
        for note in pictures:
            media_type, content = attached[note["file"]]
            image = raster.decoded(content)
            assert media_type == note["media_type"]
            assert (image.width(), image.height()) == (note["width"], note["height"])
            assert note["file"].endswith({"image/png": ".png", "image/jpeg": ".jpg"}[media_type])
        assert {**told, "pictures": 0, "pictures_reduced": 0} == {
            **record(report),
            "pictures": 0,
            "pictures_reduced": 0,
        }


def test_pictures_left_out_are_counted(steps: tuple[Envelope, ...], words: ReportWords) -> None:
    last = steps[-1]
    told = record(last)
    assert (told["pictures"], told["pictures_left_out"]) == ([], 2)
    assert [name for name in files(last) if name.startswith("zrzut")] == []
    assert smaller(last, 0, words) is None


def test_the_palette_comes_first_and_text_loses_nothing(words: ReportWords) -> None:
    text = picture(900, 600, colours=256)
    envelope, _ = big_report([text])
    step = smaller(envelope, 0, words)
    assert step is not None
    assert record(step)["pictures_reduced"] == Reduction.PALETTE
    _, content = files(step)[f"zrzut-{record(step)['code']}-1.png"]
    assert raster.decoded(content) == raster.decoded(text.content)


def test_a_jpeg_gets_no_palette(words: ReportWords) -> None:
    text, photograph = picture(901, 600, colours=600), picture(1400, 900)
    assert photograph.note.media_type == "image/jpeg"
    envelope, _ = big_report([text, text, text, photograph])
    step = smaller(envelope, 0, words)
    assert step is not None
    assert record(step)["pictures_reduced"] == Reduction.PALETTE
    _, content = files(step)[f"zrzut-{record(step)['code']}-4.jpg"]
    assert content == photograph.content


def test_a_known_limit_is_met_in_one_go(
    report: Envelope, steps: tuple[Envelope, ...], words: ReportWords
) -> None:
    smallest = len(steps[-1].content)
    for limit in (len(report.content) - 1, len(steps[-2].content) + MARGIN, smallest):
        step = smaller(report, limit, words)
        assert step is not None
        assert len(step.content) <= limit
        assert step.message_id == f"<{report.report_id}.2@firma.test>"
    assert smaller(report, smallest - 1, words) is None


def test_no_more_is_taken_away_than_the_limit_asks_for(
    report: Envelope, words: ReportWords
) -> None:
    jpeg, half = (
        smaller(report, limit, words)
        for limit in (len(report.content) - MARGIN - 1, len(report.content) // 3)
    )
    assert jpeg is not None
    assert half is not None
    assert record(jpeg)["pictures_reduced"] in (Reduction.PALETTE, Reduction.JPEG)
    assert record(half)["pictures_reduced"] == Reduction.HALF


def test_a_later_step_never_undoes_what_an_earlier_one_saved(
    words: ReportWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, photograph = picture(300, 200), picture(301, 200)
    sizes = {
        (text.content, Reduction.PALETTE): 10_000,
        (text.content, Reduction.JPEG): 60_000,
        (photograph.content, Reduction.PALETTE): 60_000,
        (photograph.content, Reduction.JPEG): 10_000,
    }

    def reduced(content: bytes, how: Reduction) -> Reduced:
        return Reduced(bytes(sizes[content, how]), "image/jpeg", 1, 1)

    envelope, _ = big_report([text, photograph])
    monkeypatch.setattr(raster, "reduced", reduced)
    step = smaller(envelope, 60_000, words)
    assert step is not None
    assert record(step)["pictures_reduced"] == Reduction.JPEG
    assert [len(content) for _, content in list(files(step).values())[:2]] == [10_000, 10_000]


@pytest.mark.parametrize("limit", [0, 10_000_000])
def test_a_step_that_saves_next_to_nothing_is_passed_over(
    limit: int, words: ReportWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = picture(300, 200)
    envelope, _ = big_report([shot])

    def reduced(content: bytes, how: Reduction) -> Reduced:
        part = 99 if how is Reduction.PALETTE else 50
        return Reduced(bytes(len(shot.content) * part // 100), "image/png", 1, 1)

    monkeypatch.setattr(raster, "reduced", reduced)
    step = smaller(envelope, limit, words)
    assert step is not None
    assert record(step)["pictures_reduced"] == Reduction.JPEG


def test_a_text_too_big_by_itself_cannot_be_made_smaller(
    report: Envelope, words: ReportWords
) -> None:
    assert smaller(report, 1000, words) is None


def test_without_pictures_there_is_nothing_to_do(words: ReportWords) -> None:
    envelope, _ = big_report([], EXTRAS)
    assert smaller(envelope, 0, words) is None
    assert smaller(envelope, 1000, words) is None


def test_a_limit_above_the_message_is_not_believed(report: Envelope, words: ReportWords) -> None:
    step = smaller(report, 10 * len(report.content), words)
    assert step is not None
    again = smaller(report, 0, words)
    assert again is not None
    assert step == again


def test_the_suffix_goes_on_where_the_addresses_changed_before(
    report: Envelope, words: ReportWords
) -> None:
    moved = readdressed(report, "inny@biuro.test", report.recipients)
    step = smaller(moved, 0, words)
    assert step is not None
    assert step.message_id == f"<{report.report_id}.3@biuro.test>"


def test_the_same_report_shrinks_to_the_same_bytes(report: Envelope, words: ReportWords) -> None:
    assert smaller(report, 300_000, words) == smaller(report, 300_000, words)


def test_an_unreadable_picture_stays_until_all_are_left_out(words: ReportWords) -> None:
    broken = replace(picture(40, 40, colours=4), content=b"\x89PNG\r\n\x1a\n not really" * 9000)
    envelope, _ = big_report([broken])
    (step,) = all_steps(envelope, words)
    assert record(step)["pictures_reduced"] == Reduction.LEFT_OUT


def test_a_report_of_the_first_version_can_be_made_smaller(
    report: Envelope, words: ReportWords
) -> None:
    parts = taken_apart(report.content)
    told = record(report)
    for name in ("pictures_reduced", "pictures_left_out", "doubted_clock"):
        del told[name]
    pictures = told["pictures"]
    assert isinstance(pictures, list)
    for note in pictures:
        del note["media_type"]
    *others, last = parts.attachments
    old = replace(parts, attachments=(*others, replace(last, content=json.dumps(told).encode())))
    step = smaller(replace(report, content=old.put_together(report.message_id)), 0, words)
    assert step is not None
    assert record(step)["pictures_reduced"] in tuple(Reduction)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"multipart/mixed", b"multipart/signed"), (b"zrzut-", b"obraz-"), (b"base64", b"8bit")],
)
def test_a_message_of_another_make_is_left_alone(
    report: Envelope, words: ReportWords, old: bytes, new: bytes
) -> None:
    strange = replace(report, content=report.content.replace(old, new))
    assert smaller(strange, 0, words) is None


def test_a_new_name_never_meets_that_of_another_file(words: ReportWords) -> None:
    envelope, _ = big_report([picture(300, 200)], [ExtraFile("x.jpg", "image/jpeg", b"cudzy")])
    code = str(record(envelope)["code"])
    parts = taken_apart(envelope.content)
    shot, extra, told = parts.attachments
    extra = replace(extra, filename=f"zrzut-{code}-1.jpg")
    content = replace(parts, attachments=(shot, extra, told)).put_together(envelope.message_id)
    found = all_steps(replace(envelope, content=content), words)
    assert any(f"1-zrzut-{code}-1.jpg" in files(step) for step in found)
    for step in found:
        assert files(step)[f"zrzut-{code}-1.jpg"] == ("image/jpeg", b"cudzy")
