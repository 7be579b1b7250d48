"""The vendor's profile, in the package and from an administrator."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dzwonek.config import profile as profiles
from dzwonek.config.profile import load_profile, spoken_profile
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
    assert all(piece.name for piece in profile.help)
    assert all(matter.name for matter in profile.matters)
    texts = [text for piece in profile.help for text in (piece.title, *piece.paragraphs)]
    told = "\n".join(profile.told(text) for text in texts).replace("\u00a0", " ")
    for matter in (
        "22 153 0461",
        "+48 22 153 0461",
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
        "na życzenie",
        "tak dokładnie, jak potrafisz",
        "menedżer albo lider zespołu",
        "słuchawki z mikrofonem na USB",
        "Bezpłatny podręcznik",
        "nie działa internet",
        "czasu warszawskiego",
    ):
        assert matter.casefold() in told.casefold(), matter
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


def test_a_profile_of_earlier_versions_has_no_words_for_other_matters_and_still_serves(
    tmp_path: Path,
) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    head, _, behind = text.partition("[words.matter]")
    matters = behind[behind.index("[[matters]]") :]
    for new in ('name = "Pytanie"\n', "asks_quantity = true\n", 'name = "Podręcznik"\n'):
        matters = matters.replace(new, "")
    (tmp_path / "daktela-pl.toml").write_text(head + matters, encoding="utf-8")
    profile = load_profile("daktela-pl", [tmp_path])
    assert not profile.words.matter
    assert profile.matters[0].short == profile.matters[0].title


def test_contacts_of_an_administrator_stand_in_every_text() -> None:
    """None of the texts names a contact by itself: a policy may have put another one there."""
    profile = load_profile("daktela-pl", ())
    texts = [text for piece in profile.help for text in (piece.title, *piece.paragraphs)]
    texts += [text for matter in profile.matters for text in (matter.title, matter.hint)]
    contact = profile.contact
    for known in (contact.email, contact.phone, contact.emergency):
        assert [text for text in texts if known in text] == []


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
        ('title = "Sprawa"\n', "", "words.matter"),
        ("[{code}] {subject}", "{subject}", "words.matter"),
        ('id = "order"', 'id = "question"', "matters.id"),
        ('id = "sla"', 'id = "guide"', "help.id"),
        ('id = "order"', 'id = "../x"', "matters.id"),
        ("asks_quantity = true", 'asks_quantity = "tak"', "matters[1].asks_quantity"),
    ],
)
def test_a_profile_that_is_not_whole_is_refused_and_says_where(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "daktela-pl.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert named in str(problem_of("daktela-pl", tmp_path).values["reason"])


@pytest.mark.parametrize("language", ["en", "cs", "uk"])
def test_all_that_people_read_stands_in_every_language_of_the_windows(language: str) -> None:
    profile = load_profile("daktela-pl", ())
    spoken = spoken_profile(profile, language, ())
    assert [text.id for text in spoken.help] == [text.id for text in profile.help]
    for own, other in zip(profile.help, spoken.help, strict=True):
        assert other.title != own.title
        assert len(other.paragraphs) == len(own.paragraphs), own.id
        assert other.link == own.link
        assert other.name
        for one, another in zip(own.paragraphs, other.paragraphs, strict=True):
            assert one != another
            assert places(one) == places(another)
    for matter, said in zip(profile.matters, spoken.matters, strict=True):
        assert matter.title != said.title
        assert matter.hint != said.hint
        assert said.name
        assert (said.subject, said.asks_quantity) == (matter.subject, matter.asks_quantity)
    assert spoken.words == profile.words
    text = SOURCE.with_name(f"daktela-pl.{language}.toml").read_text(encoding="utf-8")
    assert [one for one in ("153 0461", "@daktela.pl", "…", "  [", "\u00a0") if one in text] == []


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("language", ["pl", "de", "", "../x", "en.toml", "e n"])
def test_in_a_language_that_nobody_wrote_the_profiles_own_serves(language: str) -> None:
    profile = load_profile("daktela-pl", ())
    assert spoken_profile(profile, language, ()) is profile


def test_another_vendors_profile_brings_its_own_texts_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "daktela-pl.toml").write_bytes(SOURCE.read_bytes())
    profile = load_profile("daktela-pl", [tmp_path])
    assert spoken_profile(profile, "en", [tmp_path]) is profile
    (tmp_path / "daktela-pl.en.toml").write_text(
        'matters = []\n[[help]]\nid = "guide"\ntitle = "Guide"\nparagraphs = ["Read it."]\n'
        'link = "https://other.example"\n',
        encoding="utf-8",
    )
    spoken = spoken_profile(profile, "en", [tmp_path])
    guide = next(text for text in spoken.help if text.id == "guide")
    assert (guide.title, guide.link) == ("Guide", "https://doc.daktela.com/pages/")
    assert spoken.matters == profile.matters
    assert spoken.help[0] == profile.help[0]


@pytest.mark.parametrize("expected_warnings", [["the texts of daktela-pl in en"]])
@pytest.mark.parametrize("text", ["matters = [", 'matters = "x"\nhelp = []', "\ud800"])
def test_texts_that_are_not_whole_are_left_aside_and_logged(
    tmp_path: Path, text: str, expected_warnings: list[str]
) -> None:
    (tmp_path / "daktela-pl.toml").write_bytes(SOURCE.read_bytes())
    profile = load_profile("daktela-pl", [tmp_path])
    content = text.encode("utf-8", "surrogatepass")
    (tmp_path / "daktela-pl.en.toml").write_bytes(content)
    assert spoken_profile(profile, "en", [tmp_path]) is profile
