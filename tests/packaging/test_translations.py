"""The interface's words: all of them found, and each number with its Polish plural forms."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from collect_texts import Collected, Text, collect, renewed, translations
from hatch_build import qt_tool

ROOT = Path(__file__).resolve().parents[2]
POLISH = ROOT / "resources" / "translations" / "dzwonek_pl.ts"
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


def test_every_text_of_the_program_can_be_translated(said: Collected) -> None:
    assert said.unreadable == ()
    assert said.texts


def test_every_number_has_its_polish_plural_forms(said: Collected) -> None:
    numbered = {text for text in said.texts if text.has_number}
    written = translations(POLISH)
    assert written.keys() == numbered, "run python3 packaging/collect_texts.py"
    assert [text for text, forms in written.items() if not all(forms)] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "%n zgłoszenie czeka na wysłanie"),
        (2, "%n zgłoszenia czekają na wysłanie"),
        (5, "%n zgłoszeń czeka na wysłanie"),
        (12, "%n zgłoszeń czeka na wysłanie"),
        (22, "%n zgłoszenia czekają na wysłanie"),
    ],
)
def test_polish_counts_as_people_do(number: int, words: str, tmp_path: Path) -> None:
    compiled = tmp_path / "dzwonek_pl.qm"
    command = [qt_tool("lrelease"), "-silent", str(POLISH), "-qm", str(compiled)]
    subprocess.run(command, check=True)
    polish = QTranslator()
    assert polish.load(str(compiled))
    text = "%n zgłoszenie(-a) czeka na wysłanie"
    assert polish.translate("Tray", text, None, number) == words
