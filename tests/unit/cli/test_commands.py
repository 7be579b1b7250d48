"""The commands in this very process: codes and files, without servers."""

from __future__ import annotations

import email
import email.policy
import io
import json
import os
import sys
from pathlib import Path

import pytest

from dzwonek.cli import main
from dzwonek.reporting.setup import Setup

REPORT = (
    *("report", "--kind", "call-in", "--customer", "730770660", "--no-screenshot"),
    *("--agent", "Tobiasz Świeczka", "--description", "Zażółć gęślą jaźń"),
)


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Set up a system, a sender, and a folder for all of Dzwonek's own."""
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path / "dom"))
    file = tmp_path / "dom" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        '[system]\nurl = "https://twojanazwa.daktela.com"\n'
        '[delivery.mail]\nhost = "smtp.firma.example"\nfrom = "dzwonek@firma.example"\n',
        "utf-8",
    )
    return file


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["outbox", "list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    reports: list[dict[str, object]] = told["reports"]
    return reports


def test_a_report_is_saved_listed_exported_and_discarded(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(REPORT) == 0
    code = capsys.readouterr().out.strip()
    (report,) = listed(capsys)
    assert (report["code"], report["state"]) == (code, "queued")

    file = tmp_path / "list.eml"
    assert main(["outbox", "export", code, str(file)]) == 0
    assert b"Subject:" in file.read_bytes()
    content = file.read_bytes()
    assert main(["outbox", "export", code, str(file)]) == 1  # a file is never written over
    told = capsys.readouterr().err
    assert file.name in told
    assert "[file_not_written]" in told
    assert file.read_bytes() == content
    assert main(["outbox", "discard", code]) == 0
    assert listed(capsys) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the mode bits are POSIX's")
def test_an_exported_report_is_for_nobody_elses_eyes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(REPORT) == 0
    code = capsys.readouterr().out.strip()
    before = os.umask(0)
    try:
        assert main(["outbox", "export", code, str(tmp_path / "list.eml")]) == 0
    finally:
        os.umask(before)
    assert (tmp_path / "list.eml").stat().st_mode & 0o777 == 0o600


def test_half_characters_in_the_options_are_replaced_and_nothing_is_lost(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    options = {"--customer": "7307\udcff70660", "--ours": "\ud800223784756", "--agent": "Ewa\udcff"}
    told = [part for pair in options.items() for part in pair]
    assert main([*REPORT, *told, "--description", "ala\udcffma kota"]) == 0
    (report,) = listed(capsys)
    file = tmp_path / "list.eml"
    assert main(["outbox", "export", str(report["code"]), str(file)]) == 0
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    (machine,) = (part for part in mail.walk() if part.get_filename() == "zgloszenie.json")
    fields = json.loads(machine.get_content())
    assert "ala\ufffdma kota" in json.dumps(fields, ensure_ascii=False)
    assert "Ewa\ufffd" in json.dumps(fields, ensure_ascii=False)


@pytest.mark.parametrize("when", ["2020\udcff", "0001-01-01T00:00+05:00", "9999-12-31T23:59-23:00"])
def test_a_moment_beyond_all_years_or_of_half_characters_is_bad_usage(
    when: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*REPORT, "--when", when]) == 2
    assert listed(capsys) == []


@pytest.mark.parametrize("action", ["show", "retry", "discard"])
def test_a_report_that_nobody_knows_is_named(
    action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outbox", action, "DZW-000000"]) == 1
    assert "report_unknown" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("wczoraj", "„wczoraj”: to nie jest data z godziną; przykład: 2020-02-27T15:55"),
        ("9999-01-01T10:00", "„9999-01-01T10:00”: ten czas jeszcze nie nadszedł"),
    ],
)
def test_a_moment_that_is_none_or_still_to_come_is_bad_usage_and_told_why(
    when: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*REPORT, "--when", when]) == 2
    assert f"dzwonek report: --when {words}" in capsys.readouterr().err
    assert listed(capsys) == []


def test_an_empty_description_is_bad_usage_and_nothing_is_kept(
    capsys: pytest.CaptureFixture[str], settings: Path
) -> None:
    assert main(["report", "--kind", "other", "--no-screenshot", "--description", " "]) == 2
    assert "[" in capsys.readouterr().err  # the code, for administrators
    assert listed(capsys) == []
    assert not list(settings.parents[1].glob("data/drafts/*"))


def test_a_file_that_is_not_there_fails_and_nothing_is_saved(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "brak.txt"
    assert main([*REPORT, "--attach", str(missing)]) == 1
    assert f"[attachment_unreadable: ENOENT {missing}]" in capsys.readouterr().err
    assert listed(capsys) == []


BROKEN = "[system]\nurl = https://twojanazwa.daktela.com\n"


@pytest.mark.parametrize(
    ("command", "code"),
    [(REPORT, 2), (("outbox", "drain", "--timeout", "0"), 0)],
    ids=["report", "drain"],
)
def test_settings_that_cannot_be_read_are_told_in_one_line_and_the_command_goes_on(
    command: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str], settings: Path
) -> None:
    settings.write_text(BROKEN, "utf-8")
    assert main(command) == code
    told = capsys.readouterr().err.splitlines()
    (line,) = [one for one in told if "settings_unreadable" in one]
    assert f"{settings}, wiersz 2." in line
    assert settings.read_text("utf-8") == BROKEN


def test_a_wrong_value_in_the_settings_is_told_beside_a_report_that_is_saved(
    capsys: pytest.CaptureFixture[str], settings: Path
) -> None:
    settings.write_text(settings.read_text("utf-8") + "port = 0\n", "utf-8")
    assert main(REPORT) == 0
    heard = capsys.readouterr()
    assert "„delivery.mail.port” ma złą wartość" in heard.err
    assert heard.out.startswith("DZW-")


def test_setup_tells_where_it_put_the_settings_that_it_could_not_read(
    capsys: pytest.CaptureFixture[str], settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Setup, "check_system", lambda *_: "https://twojanazwa.daktela.com")
    settings.write_text(BROKEN, "utf-8")
    assert main(["setup", "--url", "twojanazwa.daktela.com"]) == 0
    told = capsys.readouterr().err
    aside = settings.with_name("settings.toml.unreadable-1")
    assert "settings_unreadable" in told
    assert f"leży w {aside}" in told
    assert aside.read_text("utf-8") == BROKEN
    assert main(["setup", "--url", "twojanazwa.daktela.com"]) == 0
    assert capsys.readouterr().err == ""


def test_an_empty_secret_is_bad_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert main(["secret", "set", "mail"]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("pair", [("--login", "ja"), ("--password-stdin",)])
def test_setup_wants_login_and_password_together(
    pair: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["setup", "--url", "localhost", *pair]) == 2
    assert capsys.readouterr().err


def test_quitting_what_does_not_run_is_no_fault() -> None:
    assert main(["--quit"]) == 0


def test_the_demo_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dzwonek.cli.demo.NEEDED", ("nie_ma_takiego",))
    assert main(["demo", "--auto"]) == 1
    assert "nie_ma_takiego" in capsys.readouterr().err
