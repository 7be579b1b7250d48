"""The vendor's profile, in the package and from an administrator."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.config import profile as profiles
from dzwonek.config.profile import load_profile
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code, Problem, ProblemError

SOURCE = Path(profiles.__file__).parent / "profiles" / "daktela-pl.toml"


def problem_of(name: str, *folders: Path) -> Problem:
    with pytest.raises(ProblemError) as caught:
        load_profile(name, folders)
    assert caught.value.problem.code is Code.PROFILE_UNKNOWN
    return caught.value.problem


def test_the_packages_profile_holds_the_support_pages_contacts() -> None:
    profile = load_profile("daktela-pl", ())
    assert profile.contact.email == "daktela@daktela.pl"
    assert profile.contact.phone == "+48 22 153 0461"
    assert profile.contact.emergency == "22 153 0461"
    assert profile.contact.emergency_e164 == profile.contact.phone_e164 == "+48221530461"
    assert profile.max_message_bytes == 10_000_000
    assert (profile.language, profile.zone, profile.region) == ("pl", "Europe/Warsaw", "PL")


def test_every_choice_of_the_form_has_its_words() -> None:
    words = load_profile("daktela-pl", ()).words
    assert set(words.kinds) == set(Kind)
    assert set(words.occurrences) == set(Occurrence)
    assert words.weekdays[0] == "poniedziałek"
    assert all((words.reporter, words.call_id, words.queue, words.test_mark))


def test_everything_of_the_support_page_is_told() -> None:
    profile = load_profile("daktela-pl", ())
    assert [matter.id for matter in profile.matters] == ["question", "order", "problem"]
    told = "\n".join(text for piece in profile.help for text in (piece.title, *piece.paragraphs))
    for matter in (
        "22 153 0461",
        "całą dobę",
        "daktela@daktela.pl",
        "9:00–17:00",
        "ticket",
        "MicroSIP",
        "Zoiper",
        "Plantronics Blackwire",
        "osoba kontaktowa",
        "bezpłatna",
        "płatna",
        "24/7",
        "5/8",
        "specyfikacji produktu",
    ):
        assert matter in told, matter
    assert [piece.link for piece in profile.help if piece.link] == [
        "https://doc.daktela.com/pages/"
    ]
    assert "numer alarmowy" not in told.casefold()  # that is 112


def test_the_packages_profile_is_whole(tmp_path: Path) -> None:
    (tmp_path / "daktela-pl.toml").write_bytes(SOURCE.read_bytes())
    assert load_profile("daktela-pl", [tmp_path]) == load_profile("daktela-pl", ())


def test_no_text_of_the_profile_has_loose_ends() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert "  " not in text.replace("\n    ", "\n")
    assert "…" not in text


@pytest.mark.parametrize("name", ["", "nieznany", "../profiles/daktela-pl", "/etc/passwd", "A B"])
def test_an_unknown_profile_is_told_by_name(name: str) -> None:
    assert problem_of(name).values == {"name": name, "reason": "missing"}


def test_the_administrators_profile_wins_over_the_packages(tmp_path: Path) -> None:
    text = SOURCE.read_text(encoding="utf-8").replace("daktela@daktela.pl", "it@firma.example")
    (tmp_path / "daktela-pl.toml").write_text(text, encoding="utf-8")
    assert load_profile("daktela-pl", [tmp_path]).contact.email == "it@firma.example"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('email = "daktela@daktela.pl"', 'email = "daktela"', "contact.email"),
        ('email = "daktela@daktela.pl"', "", "email"),
        ('zone = "Europe/Warsaw"', 'zone = "Europe/Warszawa"', "zone"),
        ('call-in = "połączenie przychodzące"\n', "", "words.kinds"),
        ('constant = "Zdarza się to cały czas"\n', "", "words.occurrences"),
        ('    "Wystąpienie",\n', "", "words.labels"),
        (" na nasz numer {ours}", "", "words.call_in"),
        ("[{code}] ", "", "words.subject"),
        ("closes = 17:00:00", "closes = 08:00:00", "contact.hours"),
        ("weekdays = [1, 2", "weekdays = [0, 2", "contact.hours"),
        ("max_message_bytes = 10_000_000", "max_message_bytes = 0", "max_message_bytes"),
        ("[contact]", "[contact", "line"),
    ],
)
def test_a_profile_that_is_not_whole_is_refused_and_says_where(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "daktela-pl.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert named in str(problem_of("daktela-pl", tmp_path).values["reason"])
