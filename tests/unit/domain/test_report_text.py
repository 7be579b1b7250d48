"""The report's text: the support page's seven lines, which no text can forge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dzwonek.domain.activity import Activity
from dzwonek.domain.doubt import DoubtedClock, TimeSource
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.profile import ContactProfile
from dzwonek.domain.report import Draft, Report
from dzwonek.domain.report_text import Extras, report_text, subject, with_note

EXAMPLE = """\
URL: twojanazwa.daktela.com
Rodzaj problemu: połączenie przychodzące
Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756
Czas: dzisiaj, 27.02.2020 o 15:55
Nazwa agenta: Tobiasz Świeczka
Opis: połączenie zostało rozłączone w trakcie rozmowy z Klientem
Wystąpienie: Zdarzyło się to po raz pierwszy
"""


def seven(text: str) -> list[str]:
    return text.partition("\n\n")[0].split("\n")


def line(text: str, label: str) -> str:
    (found,) = [row for row in text.split("\n") if row.startswith(f"{label}: ")]
    return found.removeprefix(f"{label}: ")


def test_the_pages_own_example_comes_out_to_the_letter(
    report: Report, profile: ContactProfile
) -> None:
    text = report_text(report, profile)
    assert text.startswith(EXAMPLE)
    assert text.removeprefix(EXAMPLE) == (
        "\n"
        "Czas wysłania: 27.02.2020 o 15:57\n"
        "Liczba zrzutów ekranu: 0\n"
        f"Kod zgłoszenia: {report.draft.short_code}\n"
        "Diagnostyka: brak\n"
    )


@pytest.mark.parametrize(
    ("kind", "customer", "ours", "shown_kind", "shown_numbers"),
    [
        (
            Kind.CALL_OUT,
            "730770660",
            "223784756",
            "połączenie wychodzące",
            "połączenie wychodzące z naszego numeru 223 784 756 na 730 770 660",
        ),
        (
            Kind.CALL_IN,
            "",
            "223784756",
            "połączenie przychodzące",
            "połączenie przychodzące z nieznany na nasz numer 223 784 756",
        ),
        (
            Kind.CALL_OUT,
            "+420601123456",
            " ",
            "połączenie wychodzące",
            "połączenie wychodzące z naszego numeru nieznany na +420 601 123 456",
        ),
        (
            Kind.CALL_IN,
            "{ours}",
            "x\nOpis: y",
            "połączenie przychodzące",
            "połączenie przychodzące z {ours} na nasz numer x Opis: y",
        ),
        (Kind.EMAIL, "730770660", "", "wiadomość e-mail", "nie dotyczy"),
        (Kind.CHAT, "", "", "czat", "nie dotyczy"),
        (Kind.OTHER, "", "", "inny", "nie dotyczy"),
    ],
)
def test_kind_and_numbers_are_worded_as_on_the_page(
    report: Report,
    profile: ContactProfile,
    kind: Kind,
    customer: str,
    ours: str,
    shown_kind: str,
    shown_numbers: str,
) -> None:
    draft = replace(report.draft, kind=kind, customer=customer, ours=ours)
    text = report_text(replace(report, draft=draft), profile)
    assert seven(text)[1:3] == [
        f"Rodzaj problemu: {shown_kind}",
        f"Numer telefonu: {shown_numbers}",
    ]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("occurred", "written", "zone", "shown"),
    [
        ("2020-02-27T12:55", "2020-02-27T22:59", "Europe/Warsaw", "dzisiaj, 27.02.2020 o 13:55"),
        ("2020-02-27T12:55", "2020-02-27T23:00", "Europe/Warsaw", "wczoraj, 27.02.2020 o 13:55"),
        ("2020-02-27T12:55", "2020-02-29T08:00", "Europe/Warsaw", "czwartek, 27.02.2020 o 13:55"),
        ("2020-03-01T12:55", "2020-03-03T08:00", "Europe/Warsaw", "niedziela, 01.03.2020 o 13:55"),
        ("2020-02-28T12:55", "2020-02-27T08:00", "Europe/Warsaw", "piątek, 28.02.2020 o 13:55"),
        # the night the clocks change: 01:30 UTC is 03:30 in summer time
        ("2026-03-29T00:30", "2026-03-29T01:30", "Europe/Warsaw", "dzisiaj, 29.03.2026 o 01:30"),
        ("2026-03-29T01:30", "2026-03-29T01:31", "Europe/Warsaw", "dzisiaj, 29.03.2026 o 03:30"),
        # Prague shares Warsaw's wall time: no offset
        ("2020-02-27T14:55", "2020-02-27T15:00", "Europe/Prague", "dzisiaj, 27.02.2020 o 15:55"),
        (
            "2020-02-27T14:55",
            "2020-02-27T15:00",
            "Europe/London",
            "dzisiaj, 27.02.2020 o 14:55 (UTC+00:00)",
        ),
        (
            "2020-02-27T02:55",
            "2020-02-27T15:00",
            "America/St_Johns",
            "wczoraj, 26.02.2020 o 23:25 (UTC-03:30)",
        ),
        ("2020-02-27T14:55", "2020-02-27T15:00", "Nowhere/Here", "dzisiaj, 27.02.2020 o 15:55"),
        ("2020-02-27T14:55", "2020-02-27T15:00", "/etc/passwd", "dzisiaj, 27.02.2020 o 15:55"),
        ("2020-02-27T14:55", "2020-02-27T15:00", "Europe", "dzisiaj, 27.02.2020 o 15:55"),
        ("2020-02-27T14:55", "2020-02-27T15:00", "", "dzisiaj, 27.02.2020 o 15:55"),
    ],
)
def test_the_day_is_named_as_people_do_in_the_operators_own_zone(
    report: Report, profile: ContactProfile, occurred: str, written: str, zone: str, shown: str
) -> None:
    draft = replace(report.draft, occurred_at=at(occurred))
    text = report_text(Report(draft, at(written), zone), profile)
    assert line(text, "Czas") == shown


@pytest.mark.parametrize(
    ("scope", "others", "shown"),
    [
        (Scope.ME, ("Ewa Nowak",), "Tobiasz Świeczka"),
        (Scope.OTHERS, ("Ewa Nowak", "Jan Lis"), "Ewa Nowak, Jan Lis"),
        (Scope.OTHERS, ("Ewa\nOpis: nic", " "), "Ewa Opis: nic"),
        (Scope.TEAM, (), "cały zespół"),
    ],
)
def test_whom_it_concerns(
    report: Report, profile: ContactProfile, scope: Scope, others: tuple[str, ...], shown: str
) -> None:
    draft = replace(report.draft, scope=scope, others=others)
    text = report_text(replace(report, draft=draft), profile)
    assert line(text, "Nazwa agenta") == shown


def test_who_reports_for_others_stands_behind_the_seven(
    report: Report, profile: ContactProfile
) -> None:
    draft = replace(report.draft, scope=Scope.TEAM)
    text = report_text(replace(report, draft=draft), profile)
    assert text.endswith("Diagnostyka:\n  Zgłaszający: Tobiasz Świeczka\n")


@pytest.mark.parametrize(
    ("occurrence", "shown"),
    [
        (Occurrence.FIRST, "Zdarzyło się to po raz pierwszy"),
        (Occurrence.REPEATED, "Zdarzyło się to więcej niż raz"),
        (Occurrence.CONSTANT, "Zdarza się to cały czas"),
    ],
)
def test_how_often(
    report: Report, profile: ContactProfile, occurrence: Occurrence, shown: str
) -> None:
    draft = replace(report.draft, occurrence=occurrence)
    assert line(report_text(replace(report, draft=draft), profile), "Wystąpienie") == shown


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("twojanazwa.daktela.com", "twojanazwa.daktela.com"),
        ("https://twojanazwa.daktela.com/tickets/?a=1", "twojanazwa.daktela.com"),
        ("https://ewa:haslo@twojanazwa.daktela.com:8443", "twojanazwa.daktela.com"),
        ("[zły", "[zły"),
    ],
)
def test_the_url_is_the_host_only(
    report: Report, profile: ContactProfile, host: str, shown: str
) -> None:
    draft = replace(report.draft, host=host)
    assert line(report_text(replace(report, draft=draft), profile), "URL") == shown


def test_further_lines_of_the_description_are_indented(
    report: Report, profile: ContactProfile
) -> None:
    written = (
        "\n raz\r\ndwa\rtrzy\n\nWystąpienie: nigdy\v\fcztery\x85pięć\u2028sześć\u2029siedem \n"
    )
    draft = replace(report.draft, description=written)
    assert seven(report_text(replace(report, draft=draft), profile))[5:8] == [
        "Opis: raz",
        "  dwa",
        "  trzy",
    ]
    rows = report_text(replace(report, draft=draft), profile).split("\n")
    assert rows[8:16] == [
        "",
        "  Wystąpienie: nigdy",
        "",
        "  cztery",
        "  pięć",
        "  sześć",
        "  siedem",
        "Wystąpienie: Zdarzyło się to po raz pierwszy",
    ]


def test_marks_that_control_a_terminal_or_turn_the_reading_are_left_out(
    report: Report, profile: ContactProfile
) -> None:
    draft = replace(
        report.draft, description="a\x1b[2Jb\x00c\u202ed\u2066e\tf\ud800g 👩\u200d💻 שלום"
    )
    text = report_text(replace(report, draft=draft), profile)
    assert line(text, "Opis") == "a[2Jbcde\tf\ufffdg 👩\u200d💻 שלום"
    text.encode("utf-8")


def test_a_very_long_line_is_kept_whole(report: Report, profile: ContactProfile) -> None:
    draft = replace(report.draft, description="ż" * 40_000)
    assert line(report_text(replace(report, draft=draft), profile), "Opis") == "ż" * 40_000


@given(
    description=st.text(max_size=120)
    | st.text("\n\r\x0b\x0c\x1c\x1e\x85\u2028\u2029 :aU", max_size=40)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_description_can_forge_a_line(
    report: Report, profile: ContactProfile, description: str
) -> None:
    draft = replace(report.draft, description=description + "\nURL: zły.example\u2028Czas: nigdy")
    text = report_text(replace(report, draft=draft), profile)
    rows = [row for row in text.splitlines() if row and not row.startswith("  ")]
    labels = [row.partition(":")[0] for row in rows]
    behind = ["Czas wysłania", "Liczba zrzutów ekranu", "Kod zgłoszenia", "Diagnostyka"]
    assert labels == [*profile.words.labels, *behind]
    assert text.split("\n") == text.splitlines() + [""]


def test_pictures_call_and_measurements_stand_behind_the_seven(
    report: Report, profile: ContactProfile
) -> None:
    note = PictureNote("p1", "DP-1", 1920, 1080, "image/png", report.submitted_at)
    call = Activity(Kind.CALL_IN, report.submitted_at, call_id="17.42", queue="Sprzedaż\n X")
    draft = replace(report.draft, pictures=(note, note), activity=call)
    extras = Extras((("Opóźnienie", "18 ms"), ("Pusto", "")))
    text = report_text(replace(report, draft=draft), profile, extras)
    assert text.endswith(
        "Liczba zrzutów ekranu: 2\n"
        f"Kod zgłoszenia: {draft.short_code}\n"
        "Diagnostyka:\n"
        "  Identyfikator połączenia: 17.42\n"
        "  Kolejka: Sprzedaż X\n"
        "  Opóźnienie: 18 ms\n"
    )


def test_the_subject_tells_code_kind_and_first_words(
    report: Report, profile: ContactProfile
) -> None:
    assert subject(report, profile.words) == (
        f"[{report.draft.short_code}] połączenie przychodzące: "
        "połączenie zostało rozłączone w trakcie rozmowy z Klientem"
    )


@pytest.mark.parametrize(
    ("description", "end"),
    [
        ("raz\ndwa\u2028trzy", ": raz dwa trzy"),
        ("słowo " * 30, ": " + " ".join(["słowo"] * 10) + "…"),
        ("x" * 100, ": " + "x" * 60 + "…"),
        ("{code} {kind}", ": {code} {kind}"),
    ],
)
def test_the_subject_is_one_short_line(
    report: Report, profile: ContactProfile, description: str, end: str
) -> None:
    draft = replace(report.draft, description=description)
    assert subject(replace(report, draft=draft), profile.words).endswith(
        f"połączenie przychodzące{end}"
    )


def test_a_test_report_is_marked(draft: Draft, report: Report, profile: ContactProfile) -> None:
    trial = replace(report, draft=replace(draft, is_test=True))
    code = draft.short_code
    assert subject(trial, profile.words).startswith(f"[{code}] TEST połączenie przychodzące: ")
    assert "\n\nTEST\nCzas wysłania: " in report_text(trial, profile)
    assert "TEST" not in report_text(report, profile)


def test_a_half_filled_report_still_has_seven_lines(
    report: Report, profile: ContactProfile
) -> None:
    bare = replace(
        report.draft, kind=None, occurrence=None, description=" ", host="", reporter=Agent("")
    )
    assert seven(report_text(replace(report, draft=bare), profile)) == [
        "URL: ",
        "Rodzaj problemu: brak",
        "Numer telefonu: nie dotyczy",
        "Czas: dzisiaj, 27.02.2020 o 15:55",
        "Nazwa agenta: brak",
        "Opis: ",
        "Wystąpienie: brak",
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            TimeSource.SERVER,
            ", a serwer Dakteli 22.11.2026 o 01:00: godziny podane przez komputer mogą być błędne.",
        ),
        (
            TimeSource.RELEASE,
            (
                ", choć tej wersji programu jeszcze wtedy nie było: "
                "godziny podane przez komputer są błędne."
            ),
        ),
    ],
)
def test_a_doubted_clock_is_told_behind_the_time_of_sending_and_the_seven_lines_stay(
    report: Report, profile: ContactProfile, source: TimeSource, told: str
) -> None:
    assumed = datetime(2026, 11, 22, tzinfo=UTC)
    doubt = DoubtedClock(report.submitted_at, assumed, source)
    text = report_text(replace(report, doubted_clock=doubt), profile)
    assert text.startswith(EXAMPLE)
    behind = text.removeprefix(EXAMPLE).split("\n")
    assert behind[1] == "Czas wysłania: 27.02.2020 o 15:57"
    assert behind[2] == f"Zegar komputera wskazywał 27.02.2020 o 15:57{told}"


def test_a_note_on_the_pictures_stands_behind_their_number_and_replaces_the_earlier_one(
    report: Report, profile: ContactProfile
) -> None:
    draft = replace(report.draft, description="a\n\nLiczba zrzutów ekranu: 9\nb")
    text = report_text(replace(report, draft=draft), profile)
    text += "  Kolejka: Liczba zrzutów ekranu: 5\n"
    words = profile.words
    first = with_note(text, words.pictures_reduced, words)
    place = first.split("\n").index(words.pictures_reduced)
    assert first.split("\n")[place - 1] == "Liczba zrzutów ekranu: 0"
    assert first.replace(words.pictures_reduced + "\n", "") == text
    second = with_note(first, words.pictures_left_out, words)
    assert second == first.replace(words.pictures_reduced, words.pictures_left_out)
    assert with_note(text, "", words) == text
    assert with_note("Opis: coś\n", words.pictures_reduced, words) == "Opis: coś\n"
