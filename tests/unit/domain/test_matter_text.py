"""Letters about other matters than a problem, in the profile's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dzwonek.domain.identity import Agent
from dzwonek.domain.matter import Inquiry
from dzwonek.domain.matter_text import inquiry_subject, inquiry_text
from dzwonek.domain.profile import ContactProfile, MatterWords
from dzwonek.domain.report import Draft, Report
from dzwonek.domain.thread import Thread

ORDER = Inquiry("order", "Zamówienie", "5")


def letter(draft: Draft, **changes: object) -> Report:
    fields: dict[str, object] = {
        "kind": None,
        "occurrence": None,
        "reporter": Agent("Tobiasz Świeczka", "tobiasz", "tobiasz@firma.example"),
        "description": "prosimy o pięć licencji agenta od 1 marca",
        "inquiry": ORDER,
    }
    changed = replace(draft, **(fields | changes))  # type: ignore[arg-type] # a test's short hand
    return Report(changed, datetime(2020, 2, 27, 14, 57, tzinfo=UTC))


def text(report: Report, profile: ContactProfile) -> str:
    assert report.draft.inquiry is not None
    return inquiry_text(report, report.draft.inquiry, profile)


def test_an_order_names_matter_system_agent_address_number_and_text(
    draft: Draft, profile: ContactProfile
) -> None:
    report = letter(draft)
    assert text(report, profile) == (
        "Sprawa: Aktualizacja licencji, nowe funkcje lub moduły\n"
        "URL: twojanazwa.daktela.com\n"
        "Nazwa agenta: Tobiasz Świeczka\n"
        "Adres e-mail: tobiasz@firma.example\n"
        "Liczba licencji: 5\n"
        "Treść: prosimy o pięć licencji agenta od 1 marca\n"
        "\n"
        "Czas wysłania: 27.02.2020 o 15:57\n"
        f"Kod zgłoszenia: {draft.short_code}\n"
    )


def test_what_nobody_gave_has_no_line(draft: Draft, profile: ContactProfile) -> None:
    told = text(letter(draft, inquiry=Inquiry("question", "Pytanie")), profile)
    assert "Liczba" not in told
    assert told.startswith("Sprawa: Pytanie o licencje, rozszerzenia lub funkcje\n")


def test_no_name_of_an_unknown_matter_can_forge_a_line(
    draft: Draft, profile: ContactProfile
) -> None:
    inquiry = Inquiry("zzz", "Short\nKod zgłoszenia: DZW-000000\u2028URL: b")
    report = letter(draft, inquiry=inquiry)
    lines = text(report, profile).splitlines()
    assert lines[0] == "Sprawa: Short Kod zgłoszenia: DZW-000000 URL: b"
    assert len([line for line in lines if line.startswith("Kod")]) == 1
    assert len(inquiry_subject(report, inquiry, profile).splitlines()) == 1


def test_no_text_can_forge_a_line(draft: Draft, profile: ContactProfile) -> None:
    forged = "x\nKod zgłoszenia: DZW-000000\r\nURL: zly.example\u2028Sprawa: inna"
    lines = text(letter(draft, description=forged), profile).splitlines()
    assert [line for line in lines if line.startswith(("URL", "Kod", "Sprawa"))] == [
        "Sprawa: Aktualizacja licencji, nowe funkcje lub moduły",
        "URL: twojanazwa.daktela.com",
        f"Kod zgłoszenia: {draft.short_code}",
    ]
    for field in ("reporter", "inquiry"):
        bad = {
            "reporter": Agent("A\nURL: b", email="a@b\nURL: c"),
            "inquiry": Inquiry("order", "", "5\nURL: d"),
        }[field]
        told = text(letter(draft, **{field: bad}), profile)
        assert sum(line.startswith("URL:") for line in told.splitlines()) == 1


def test_the_subject_names_code_matter_and_first_words(
    draft: Draft, profile: ContactProfile
) -> None:
    subject = inquiry_subject(letter(draft), ORDER, profile)
    assert subject == (
        f"[{draft.short_code}] Aktualizacja licencji, nowe funkcje lub moduły: "
        "prosimy o pięć licencji agenta od 1 marca"
    )


def test_a_letter_outlives_its_profiles_words(draft: Draft, profile: ContactProfile) -> None:
    """A draft may be older than the profile: what was written still leaves."""
    bare = replace(profile, matters=(), words=replace(profile.words, matter=MatterWords()))
    report = letter(draft)
    told = text(report, bare)
    assert "\nprosimy o pięć licencji agenta od 1 marca\n" in told
    assert "\ntobiasz@firma.example\n" in told
    assert told.startswith("Zamówienie\nURL: ")
    assert "Zamówienie" in inquiry_subject(report, ORDER, bare)


def test_a_letter_that_is_sent_anew_names_the_one_before(
    draft: Draft, profile: ContactProfile
) -> None:
    before = Thread("DZW-0000AB", "<a@b.example>", "<a@b.example>", 1, is_resent=True)
    assert "DZW-0000AB" in text(letter(draft, follows=before), profile)
