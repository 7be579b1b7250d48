"""How `dzwonek doctor` speaks to administrators."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dzwonek.cli import main
from dzwonek.cli.advice import administrators_sentence
from dzwonek.cli.doctor_words import size_words, value_words
from dzwonek.domain.problem import Code, Problem

# Whatever decides which words a code has.
VALUES: tuple[dict[str, str | int], ...] = (
    {},
    {"step": "auth"},
    {"key": "ContactEmail"},
    {"key": "delivery.mail.ca_file", "value": "ca.pem", "allowed": "PEM"},
    *({"reason": each, "path": "/x", "line": 3} for each in ("open", "owner", "link", "policy")),
    *({"reason": each, "path": "/x", "line": 0} for each in ("missing", "EACCES", "syntax")),
)


@pytest.mark.parametrize("code", Code)
def test_no_administrator_is_sent_to_the_administrator(code: Code) -> None:
    for values in VALUES:
        told = administrators_sentence(Problem(code, values))
        assert "owiadom administratora" not in told
        assert told.endswith((".", "?"))


def test_what_stands_beside_the_advice_stays() -> None:
    told = administrators_sentence(
        Problem(Code.POLICY_UNREADABLE, {"path": "/etc/p.toml", "line": 7, "reason": "syntax"})
    )
    assert "nic nie zostanie wysłane" in told
    assert "dzwonek policy check" in told
    assert told.endswith("Miejsce: /etc/p.toml, wiersz 7.")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (2048, "2 kB"),
        (150 * 1024**2, "150 MB"),
        (44_915_642_368, "41,8 GB"),
        (3 * 1024**4, "3,0 TB"),
        (5000 * 1024**4, "5000,0 TB"),
    ],
)
def test_sizes_are_told_as_people_read_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_values_are_told_in_words_and_what_is_empty_is_left_out() -> None:
    assert value_words({"path": "/x", "free": 2048, "session": ""}) == "/x, wolne 2 kB"
    assert value_words({"waiting": 2, "troubled": 0}) == "czeka: 2, wymaga uwagi: 0"
    assert (
        value_words({"path": "/x", "is_there": False}) == "/x, powstanie przy pierwszym zgłoszeniu"
    )
    assert value_words({}) == ""


def told_by_doctor(
    policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, str]:
    """Give the doctor's lines under a policy, by their ids."""
    file = tmp_path / "policy.toml"
    file.write_text(policy, encoding="utf-8")
    monkeypatch.setenv("DZWONEK_POLICY", str(file))
    assert main(["doctor"]) == 1  # no mail server
    lines = capsys.readouterr().out.splitlines()
    return {line[2:].partition(":")[0]: line for line in lines}


def test_a_file_of_certificates_that_is_not_there_is_told_before_any_server_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = (tmp_path / "ca.pem").as_posix()
    told = told_by_doctor(f"DeliveryMailCaFile = '{missing}'\n", tmp_path, monkeypatch, capsys)
    assert told["mail"].startswith(f"✗ mail: W pliku „{missing}” nie ma certyfikatów")
    assert "Działa wartość domyślna" not in told["mail"]


def test_a_folder_that_a_policy_chose_is_looked_at_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("USERNAME", "ewa")
    folder = tmp_path / "dane" / "ewa"
    policy = f"OutboxFolder = '{tmp_path / 'dane' / '%USERNAME%'}'\n"
    told = told_by_doctor(policy, tmp_path, monkeypatch, capsys)
    assert told["folder.data"] == f"✓ folder.data: {folder}, powstanie przy pierwszym zgłoszeniu"
    assert told["outbox"] == "✓ outbox: powstanie przy pierwszym zgłoszeniu"
    assert not folder.parent.exists()


def test_one_folder_for_everybody_is_no_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = f"OutboxFolder = '{tmp_path / 'wszyscy'}'\n"
    told = told_by_doctor(policy, tmp_path, monkeypatch, capsys)
    assert told["folder.data"].startswith("! folder.data: Zasada „OutboxFolder” daje wszystkim")
    assert not (tmp_path / "wszyscy").exists()


def test_a_folder_that_could_not_be_made_is_no_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("USERNAME", "ewa")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # root may write everywhere
    policy = f"OutboxFolder = '{tmp_path / '%USERNAME%'}'\n"
    told = told_by_doctor(policy, tmp_path, monkeypatch, capsys)
    assert told["folder.data"].startswith("✗ folder.data: ")
    assert "prawa tej osoby do folderu" in told["folder.data"]


def test_a_folder_below_a_file_is_no_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("USERNAME", "ewa")
    (tmp_path / "plik").write_text("in the way", encoding="utf-8")
    policy = f"OutboxFolder = '{tmp_path / 'plik' / '%USERNAME%'}'\n"
    told = told_by_doctor(policy, tmp_path, monkeypatch, capsys)
    assert told["folder.data"].startswith("✗ folder.data: ")
    assert told["outbox"].startswith("✗ outbox: ")
