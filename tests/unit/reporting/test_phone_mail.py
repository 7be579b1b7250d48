"""A report in an address for a phone: it fits, and says what it does not carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.domain.delivery import Envelope
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.matter import Inquiry
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.problem import ProblemError
from dzwonek.domain.report import Draft
from dzwonek.reporting.phone_mail import LONGEST, Lack, PhoneMail, _address, phone_mail
from dzwonek.reporting.reception import Reception
from tests.fakes.parts import MemoryParts

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
NOTE = PictureNote("p", "DP-1", 200, 100, "image/png", NOW)
PARTS = MemoryParts()
DRAFT = Draft(
    id=new_id(NOW),
    created_at=NOW,
    occurred_at=NOW,
    host="twojanazwa.daktela.com",
    kind=Kind.CALL_IN,
    customer="730770660",
    ours="223784756",
    reporter=Agent("Tobiasz Świeczka"),
    description="połączenie zostało rozłączone w trakcie rozmowy z Klientem",
    occurrence=Occurrence.FIRST,
)


def letter(draft: Draft) -> Envelope:
    return PARTS.letters.render(draft, tuple(b"pixels" for _ in draft.pictures))


def coded(draft: Draft) -> PhoneMail:
    return phone_mail(letter(draft), PARTS.letters.words)


def read(address: str) -> tuple[str, str, str]:
    """Read an address as a mail program does: to, subject, body."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto"
    fields = parse_qs(parts.query, keep_blank_values=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_the_pages_example_is_carried_whole() -> None:
    mail = coded(DRAFT)
    to, subject, body = read(mail.address)
    assert to == "daktela@daktela.pl"
    assert subject == mail.subject
    assert subject.startswith(f"[{DRAFT.short_code}] połączenie przychodzące: połączenie")
    assert body == mail.text.replace("\n", "\r\n")
    assert mail.text.startswith("URL: twojanazwa.daktela.com\nRodzaj problemu: ")
    assert f"Kod zgłoszenia: {DRAFT.short_code}" in mail.text
    assert mail.lacks == frozenset()


def test_pictures_stay_behind_and_the_text_says_so_to_support() -> None:
    mail = coded(replace(DRAFT, pictures=(NOTE,)))
    lines = mail.text.split("\n")
    counted = lines.index("Liczba zrzutów ekranu: 1")
    assert lines[counted + 1].startswith("Zrzutów ekranu tu nie ma")
    assert mail.lacks == {Lack.PICTURES}


def test_what_stands_behind_the_seven_lines_goes_first() -> None:
    long_enough = DRAFT.description + " ą" * 48
    mail = coded(replace(DRAFT, description=long_enough))
    assert mail.lacks == {Lack.DETAILS}
    assert long_enough in mail.text
    assert "Diagnostyka" not in mail.text
    assert f"Kod zgłoszenia: {DRAFT.short_code}" in mail.text


@pytest.mark.parametrize("filling", [" ", "\t", "ą", "x ", "x\n"])
def test_the_place_to_cut_a_very_long_description_at_is_found_in_a_few_tries(
    monkeypatch: pytest.MonkeyPatch, filling: str
) -> None:
    made = []

    def counted(*parts: object) -> str:
        made.append(parts)
        return _address(*parts)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("dzwonek.reporting.phone_mail._address", counted)
    mail = coded(replace(DRAFT, description=f"a{filling * 20_000}b"))

    assert Lack.WORDS in mail.lacks
    assert f"{PARTS.letters.words.labels[5]}: a" in mail.text
    assert len(mail.address) <= LONGEST
    assert len(made) < 50


def test_then_the_descriptions_end_and_nothing_else_of_the_seven_lines() -> None:
    mail = coded(replace(DRAFT, description="nie słychać klienta " * 200, pictures=(NOTE,)))
    assert mail.lacks == {Lack.PICTURES, Lack.DETAILS, Lack.WORDS}
    seven = mail.text.split("\n\n")[0].split("\n")
    assert [line.partition(":")[0] for line in seven] == list(PARTS.letters.words.labels)
    assert seven[5].endswith("…")
    assert seven[6] == "Wystąpienie: Zdarzyło się to po raz pierwszy"
    assert LONGEST - 12 < len(mail.address) <= LONGEST


def test_empty_lines_of_a_description_end_nothing() -> None:
    mail = coded(replace(DRAFT, description="raz\n\n\ndwa " + "ą" * 40))
    assert Lack.WORDS not in mail.lacks
    assert "\n  dwa" in mail.text
    assert "Wystąpienie: Zdarzyło się to po raz pierwszy" in mail.text


def test_no_description_can_put_a_field_into_the_address() -> None:
    mail = coded(replace(DRAFT, description="a&cc=kto@inny.example?bcc=#+100%"))
    fields = parse_qs(urlsplit(mail.address).query)
    assert fields.keys() == {"subject", "body"}
    assert "a&cc=kto@inny.example?bcc=#+100%" in read(mail.address)[2]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=3000)


@given(description=texts, names=st.lists(st.text(max_size=300), max_size=8))
@settings(max_examples=30, deadline=None)
def test_whatever_was_typed_fits_and_is_read_back(description: str, names: list[str]) -> None:
    draft = replace(DRAFT, description=description, scope=Scope.OTHERS, others=tuple(names))
    mail = coded(draft)
    assert len(mail.address) <= LONGEST
    assert mail.address.isascii()
    assert not set(mail.address) & set(' \r\n"<>')
    assert read(mail.address)[2].replace("\r\n", "\n") == mail.text


def test_a_report_that_waits_is_written_from_what_was_sealed() -> None:
    parts = MemoryParts()
    reception = Reception(parts)
    entry = reception.submit(DRAFT)
    assert reception.phone_mail(entry.id).subject.startswith(f"[{DRAFT.short_code}]")
    assert parts.outbox.rows[entry.id] == entry
    with pytest.raises(ProblemError):
        reception.phone_mail("unknown")


def test_a_letter_about_another_matter_is_carried_too_and_cut_at_its_end() -> None:
    asked = replace(
        DRAFT,
        kind=None,
        occurrence=None,
        inquiry=Inquiry("question", "Pytanie"),
        description="Czy można dodać agenta? " * 4,
        reporter=Agent("Tobiasz Świeczka", email="tobiasz@firma.example"),
    )
    mail = coded(asked)
    assert mail.lacks == frozenset()
    assert "Czy można dodać agenta?" in mail.text
    longer = coded(replace(asked, description="Czy można dodać agenta? " * 200))
    assert len(longer.address) <= LONGEST
    assert Lack.WORDS in longer.lacks
    assert longer.text.endswith("…")
