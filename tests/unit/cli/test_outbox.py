"""What `dzwonek outbox` tells people: on the screen, and on standard error."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.cli import main
from dzwonek.config.places import places
from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, trouble
from dzwonek.outbox.courier import Courier
from dzwonek.outbox.pace import Floor
from dzwonek.outbox.rows import floor_columns
from dzwonek.outbox.store import SealedOutbox
from dzwonek.startup.core import open_core

REPORT = (
    *("report", "--kind", "other", "--no-screenshot", "--agent", "Tobiasz Świeczka"),
    *("--description", "cisza"),
)


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Set up a system without a mail server, and give the data folder."""
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path / "dom"))
    where = places({"DZWONEK_HOME": str(tmp_path / "dom")})
    where.config.mkdir(parents=True)
    where.settings_file.write_text('[system]\nurl = "https://localhost:9"\n', "utf-8")
    return where.data


@pytest.fixture
def code(capsys: pytest.CaptureFixture[str]) -> str:
    """Store one report and give its code."""
    assert main(REPORT) == 0
    return capsys.readouterr().out.strip()


def changed(**columns: str | int) -> None:
    """Change the only report's row, as a try would."""
    with open_core() as core:
        (row,) = core.outbox.index.rows()
        core.outbox.index.change(row, columns)


def sql(data: Path, *statements: str) -> None:
    connection = sqlite3.connect(data / "index.db")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def later_store(data: Path) -> None:
    sql(data, "UPDATE meta SET value = 99 WHERE name = 'min_reader'", "PRAGMA user_version=99")


def rebuilt_store(data: Path) -> None:
    (data / "index.db").write_bytes(b"spoilt" * 1000)


@pytest.mark.parametrize("spoil", [later_store, rebuilt_store])
@pytest.mark.parametrize("action", ["list", "show", "retry", "drain"])
def test_what_the_start_found_is_told(
    spoil: Callable[[Path], None],
    action: str,
    code: str,
    data: Path,
    capsys: pytest.CaptureFixture[str],
    expected_warnings: list[str],
) -> None:
    if spoil is rebuilt_store:
        expected_warnings.append("index unreadable")
    spoil(data)
    of = {"list": [], "drain": ["--timeout", "0"]}.get(action, [code])
    assert main(["outbox", action, *of]) in (0, 3)
    told = "[store_newer]" if spoil is later_store else "[store_rebuilt]"
    assert told in capsys.readouterr().err


def test_a_new_report_beside_a_later_store_tells_of_it(
    code: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later_store(data)
    assert main(REPORT) == 0
    assert "[store_newer]" in capsys.readouterr().err


def test_the_doctor_warns_of_a_later_store(
    code: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later_store(data)
    main(["doctor", "--json"])
    checks = json.loads(capsys.readouterr().out)["checks"]
    (found,) = [check for check in checks if check["id"] == "outbox"]
    assert (found["mark"], found["problem"]["code"]) == ("warn", "store_newer")


def test_the_list_speaks_in_sentences_and_its_json_in_codes(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outbox", "list"]) == 0
    line = capsys.readouterr().out
    assert line.startswith(f"{code} (")
    assert "Zapisano na tym komputerze" in line
    assert "queued" not in line
    assert main(["outbox", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reports"][0]["state"] == "queued"


def test_a_report_that_rests_says_until_when(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    with open_core() as core:
        (row,) = core.outbox.index.rows()
        floor = Floor(timedelta(minutes=10), core.outbox.now())
        core.outbox.index.change(row, floor_columns(floor))
    assert main(["outbox", "drain", "--timeout", "0"]) == 3
    told = capsys.readouterr().err
    assert "Zgłoszenia, które czekają: 1." in told
    assert "Następna próba: " in told


@pytest.mark.parametrize("state", [State.REJECTED, State.QUARANTINED])
def test_what_nobody_will_send_is_named_though_nothing_waits(
    state: State, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(state=state.value)
    assert main(["outbox", "drain", "--timeout", "0"]) == 0
    told = capsys.readouterr().err
    assert "Zgłoszenia, które wymagają uwagi: 1" in told
    assert code in told


def test_a_drain_with_nothing_left_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outbox", "drain", "--timeout", "0"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_disk_that_takes_no_states_is_told(
    code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Courier, "problem", trouble(Code.DISK_FULL).problem)
    assert main(["outbox", "drain", "--timeout", "0"]) == 3
    assert "[disk_full]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Code.DISK_READ_ONLY, "[store_read_only: disk_read_only "),
        (Code.DISK_FULL, "[store_read_only: disk_full "),
        (Code.STORE_NEWER, "[store_newer]"),
    ],
)
def test_reports_are_listed_and_taken_away_where_the_store_cannot_be_opened(
    why: Code,
    told: str,
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_: SealedOutbox) -> None:
        raise trouble(why)

    monkeypatch.setattr(SealedOutbox, "recover", refused)
    file = tmp_path / "list.eml"
    for words in (["list"], ["list", "--json"], ["show", code], ["export", code, str(file)]):
        assert main(["outbox", *words]) == 0
        heard = capsys.readouterr()
        assert told in heard.err
        assert "Nie zapisano" not in heard.err
        assert words[0] == "export" or code in heard.out
    assert b"Subject:" in file.read_bytes()
    assert main(["outbox", "retry", code]) == 1


def test_wrong_recipients_keep_what_was_sealed_before(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("Recipients = 5\n", encoding="utf-8")
    monkeypatch.setenv("DZWONEK_POLICY", str(policy))
    assert main(["outbox", "drain", "--timeout", "1"]) == 3
    assert "[policy_recipients_invalid]" in capsys.readouterr().err
    assert main(["outbox", "list", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert (report["state"], report["attempts"]) == ("held", 0)


def test_the_doctor_says_what_wrong_policies_really_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    text = 'PrivacyScreenshots = "x"\nRecipients = 5\nSystemUrl = ""\n'  # nobody is asked
    policy.write_text(text, encoding="utf-8")
    monkeypatch.setenv("DZWONEK_POLICY", str(policy))
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if line.lstrip("✗! ").startswith(("policy:", "profile:"))]
    assert not any("domyślna" in line for line in told)
    assert told[0].startswith("! policy:")
    assert "zrzuty ekranu są wyłączone" in told[0]
    assert told[1].startswith("✗ policy:")
    assert "nic nie zostanie wysłane" in told[1]
    assert told[2].startswith("✗ profile:")
