"""What came of the demo: the letter, line by line, and the files that are left."""

from __future__ import annotations

import json
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from dzwonek.demo.operator import Played
from dzwonek.demo.script import DESCRIPTION
from dzwonek.demo.verdict import code_of, text_of, write_out, wrong_line
from dzwonek.sandbox.mailbox import Letter

LINES = [
    "URL: localhost",
    "Rodzaj problemu: połączenie przychodzące",
    "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
    "Czas: dzisiaj, 27.02.2020 o 15:55",
    "Nazwa agenta: Tobiasz Świeczka",
    f"Opis: {DESCRIPTION}",
    "Wystąpienie: Zdarzyło się to po raz pierwszy",
]


def letter(lines: list[str], subject: str = "[DZW-7F3K2A] połączenie przychodzące: …") -> Letter:
    message = EmailMessage()
    message["Subject"] = subject
    message["Message-ID"] = "<a@firma.example>"
    message.set_content("\n".join([*lines, "", "Kod: DZW-7F3K2A"]) + "\n")
    content = message.as_bytes().replace(b"\n", b"\r\n")
    return Letter("a@firma.example", ("b@firma.example",), content, True, "a")


def test_a_letter_as_expected_has_no_wrong_line() -> None:
    assert wrong_line(letter(LINES)) == ""
    assert text_of(letter(LINES)).startswith("URL: localhost\n")


@pytest.mark.parametrize("number", range(7))
def test_each_of_the_seven_lines_is_looked_at(number: int) -> None:
    lines = list(LINES)
    lines[number] += "!"
    assert wrong_line(letter(lines)) == lines[number]


def test_a_letter_that_is_cut_short_is_wrong() -> None:
    assert wrong_line(letter(LINES[:3])) == "(4)"


def test_the_code_stands_in_the_subject() -> None:
    assert code_of(letter(LINES)) == "DZW-7F3K2A"
    assert code_of(letter(LINES, subject="nic")) == "DZW-"


def test_the_last_letter_is_written_as_it_came_and_an_earlier_demos_goes(tmp_path: Path) -> None:
    (tmp_path / "DZW-000000.eml").write_bytes(b"x")
    (tmp_path / "inny.eml").write_bytes(b"somebody else's")
    last = letter(LINES)
    first = replace(last, content=last.content.replace(b"7F3K2A", b"000001"))

    write_out(tmp_path, (first, last), (Played("hotkey", 12),), "")

    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == ["DZW-7F3K2A.eml", "inny.eml", "summary.json"]
    assert (tmp_path / "DZW-7F3K2A.eml").read_bytes() == last.content
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert summary["version"] == 1
    assert summary["letters"] == 2
    assert summary["steps"] == [{"name": "hotkey", "ms": 12}]
    assert summary["message_id"] == "<a@firma.example>"


def test_without_a_letter_the_summary_says_what_failed(tmp_path: Path) -> None:
    write_out(tmp_path, (), (), "form")

    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert (summary["is_delivered"], summary["fault"]) == (False, "form")
    assert [path.name for path in tmp_path.iterdir()] == ["summary.json"]
