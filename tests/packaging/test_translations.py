"""The interface's words: all found, all translated, and each number with its plural forms."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from collect_texts import FORMS, Collected, Text, collect, renewed, translations
from hatch_build import qt_tool

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    name: ROOT / "resources" / "translations" / f"dzwonek_{name}.ts"
    for name in ("pl", "en", "cs", "uk")
}
TRANSLATED = ("en", "cs", "uk")
# What reads the same in Polish and in another language: looked at one by one.
SAME = {
    "en": {
        "Ctrl+Enter",
        "Ctrl+P",
        "Daktela",
        "Esc",
        "Port",
        "Program",
        "System",
        "Token",
    },
    "cs": {
        "Ctrl+Enter",
        "Ctrl+P",
        "Daktela",
        "E-mail",
        "Esc",
        "Port",
        "Program",
        "Token",
    },
    "uk": {"Ctrl+Enter", "Ctrl+P", "Daktela", "Esc"},
}
QUOTES = {"pl": ("„", "”"), "en": ("“", "”"), "cs": ("„", "“"), "uk": ("«", "»")}
HOURS = " godz."  # its dot ends no sentence
# The label of the customer's field changes with the kind of problem: one of them is seen at a time.
CUSTOMER = ("Nume&r klienta", "Ad&res klienta", "Klien&t")
FORM = {"Body", "NumbersCell", "RecentPicker"}
PROGRAM = """
from PySide6.QtCore import QCoreApplication

def waiting(number, table):
    translate = QCoreApplication.translate
    translate("Tray", "Zgłoś problem")
    translate("Tray", "%n szkic(-e)", "na liście", len(number))
    QCoreApplication.translate("Tray", "Wyślij "
                               "teraz")
    return "abc".translate(table)

class Form(QWidget):
    def words(self):
        self.tr("Opis & zdjęcia")
"""


@pytest.fixture(scope="module")
def said() -> Collected:
    """Give every text that the program hands to Qt for translation."""
    return collect(ROOT / "app" / "dzwonek")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give the folder of a small program."""
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "words.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path / "program"


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """Give an English translation file that knows one text still said and one long gone."""
    file = tmp_path / "dzwonek_en.ts"
    gone = Text("Tray", "Dawno temu", "", False)
    file.write_text('<TS language="en_GB"></TS>', encoding="utf-8")
    file.write_text(renewed(file, {Text("Tray", "Zgłoś problem", "", False), gone}), "utf-8")
    unfinished = '<source>Zgłoś problem</source>\n        <translation type="unfinished">'
    done = "<source>Zgłoś problem</source>\n        <translation>Report a problem"
    file.write_text(file.read_text("utf-8").replace(unfinished, done), "utf-8")
    return file


def test_every_text_of_a_program_is_found(program: Path) -> None:
    assert collect(program) == Collected(
        frozenset(
            {
                Text("Tray", "Zgłoś problem", "", False),
                Text("Tray", "%n szkic(-e)", "na liście", True),
                Text("Tray", "Wyślij teraz", "", False),
                Text("Form", "Opis & zdjęcia", "", False),
            }
        ),
        (),
    )


def test_a_text_that_is_not_written_out_is_named_by_its_place(program: Path) -> None:
    (program / "words.py").write_text('def f(words):\n    return translate("Tray", words)\n')
    assert collect(program).unreadable == ("words.py:2",)


def test_a_renewed_file_keeps_translations_and_drops_what_is_gone(
    program: Path, english: Path
) -> None:
    english.write_text(renewed(english, collect(program).texts), encoding="utf-8")
    assert translations(english) == {
        Text("Tray", "Zgłoś problem", "", False): ["Report a problem"],
        Text("Tray", "%n szkic(-e)", "na liście", True): ["", ""],
        Text("Tray", "Wyślij teraz", "", False): [""],
        Text("Form", "Opis & zdjęcia", "", False): [""],
    }
    assert renewed(english, collect(program).texts) == english.read_text("utf-8")


def test_a_text_that_moved_keeps_its_translation(english: Path) -> None:
    english.write_text(renewed(english, {Text("Menu", "Zgłoś problem", "", False)}), "utf-8")
    assert translations(english) == {
        Text("Menu", "Zgłoś problem", "", False): ["Report a problem"],
    }


def test_a_text_with_two_translations_waits_for_a_person(english: Path) -> None:
    texts = {Text(place, "Zgłoś problem", "", False) for place in ("Tray", "Menu")}
    english.write_text(renewed(english, texts), "utf-8")
    other = english.read_text("utf-8").replace("Report a problem", "Report", 1)
    english.write_text(other, encoding="utf-8")
    english.write_text(renewed(english, {Text("Form", "Zgłoś problem", "", False)}), "utf-8")
    assert translations(english) == {Text("Form", "Zgłoś problem", "", False): [""]}


def test_every_text_of_the_program_can_be_translated(said: Collected) -> None:
    assert said.unreadable == ()
    assert said.texts


@pytest.mark.parametrize("language", FILES)
def test_the_files_hold_what_the_program_says_and_nothing_else(
    said: Collected, language: str
) -> None:
    file = FILES[language]
    wanted = renewed(file, said.texts)
    assert file.read_text("utf-8") == wanted, "run python3 packaging/collect_texts.py"


@pytest.mark.parametrize("language", FILES)
def test_every_text_is_translated_with_all_its_plural_forms(language: str) -> None:
    written = translations(FILES[language])
    forms = next(count for name, count in FORMS.items() if name.startswith(language))
    assert [text.source for text, words in written.items() if not all(words)] == []
    counts = {len(words) for text, words in written.items() if text.has_number}
    assert counts == {forms}


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param(lambda text: sorted(re.findall(r"\{\w*\}|%n", text)), id="places"),
        pytest.param(lambda text: len(re.findall(r"&\w", text)), id="mnemonics"),
        pytest.param(lambda text: re.findall(r"[.?!…:]*$", text)[0], id="ending"),
        pytest.param(lambda text: (text[:1].isspace(), text[-1:].isspace()), id="spaces"),
        pytest.param(lambda text: text.count("\n"), id="lines"),
    ],
)
@pytest.mark.parametrize("language", FILES)
def test_a_translation_keeps_the_marks_of_its_source(
    language: str, marks: Callable[[str], object]
) -> None:
    wrong = [
        (text.source, form)
        for text, forms in translations(FILES[language]).items()
        for form in forms
        if marks(form.removesuffix(HOURS)) != marks(text.source.removesuffix(HOURS))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_only_reviewed_words_read_as_in_polish(language: str) -> None:
    written = translations(FILES[language])
    same = {text.source for text, forms in written.items() if text.source in forms}
    assert same == SAME[language]


@pytest.mark.parametrize("language", FILES)
def test_people_read_good_typography(said: Collected, language: str) -> None:
    forms = [form for words in translations(FILES[language]).values() for form in words]
    if language == "pl":
        forms += [text.source for text in said.texts]
    assert [form for form in forms if re.search(r"[\"']|\.\.\.| - |\w  |``", form)] == []
    opening, closing = QUOTES[language]
    alien = set("„”“«»") - {opening, closing}
    assert [form for form in forms if alien & set(form)] == []
    assert [form for form in forms if form.count(opening) != form.count(closing)] == []


@pytest.mark.parametrize("customer", CUSTOMER)
@pytest.mark.parametrize("language", FILES)
def test_no_two_fields_of_the_form_share_a_mnemonic(
    said: Collected, language: str, customer: str
) -> None:
    letters = list(_mnemonics(said, language, set(CUSTOMER) - {customer}))
    assert len(letters) == len(set(letters)) == 10


def _mnemonics(said: Collected, language: str, hidden: set[str]) -> Iterator[str]:
    written = translations(FILES[language])
    for text in said.texts:
        if text.context in FORM and text.source not in hidden:
            for form in written.get(text, [text.source]):
                yield from (found.lower() for found in re.findall(r"&(\w)", form))


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("pl", 1, "%n zgłoszenie czeka na wysłanie"),
        ("pl", 2, "%n zgłoszenia czekają na wysłanie"),
        ("pl", 5, "%n zgłoszeń czeka na wysłanie"),
        ("pl", 12, "%n zgłoszeń czeka na wysłanie"),
        ("pl", 22, "%n zgłoszenia czekają na wysłanie"),
        ("en", 1, "%n report is waiting to be sent"),
        ("en", 2, "%n reports are waiting to be sent"),
        ("cs", 1, "%n hlášení čeká na odeslání"),
        ("cs", 2, "%n hlášení čekají na odeslání"),
        ("cs", 5, "%n hlášení čeká na odeslání"),
        ("cs", 22, "%n hlášení čeká na odeslání"),
        ("uk", 1, "%n звернення чекає на надсилання"),
        ("uk", 2, "%n звернення чекають на надсилання"),
        ("uk", 5, "%n звернень чекає на надсилання"),
        ("uk", 12, "%n звернень чекає на надсилання"),
        ("uk", 21, "%n звернення чекає на надсилання"),
    ],
)
def test_each_language_counts_as_its_people_do(
    compiled: Callable[[str], QTranslator], language: str, number: int, words: str
) -> None:
    text = "%n zgłoszenie(-a) czeka na wysłanie"
    assert compiled(language).translate("Tray", text, None, number) == words


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], QTranslator]:
    """Give a way to load a language as the program does; each is compiled once."""
    folder = tmp_path_factory.mktemp("translations")

    def load(language: str) -> QTranslator:
        target = folder / f"{language}.qm"
        if not target.is_file():
            source = str(FILES[language])
            subprocess.run([qt_tool("lrelease"), "-silent", source, "-qm", str(target)], check=True)
        translator = QTranslator()
        assert translator.load(str(target))
        return translator

    return load
