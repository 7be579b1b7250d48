"""The commands that others script against: what they do, and their exit codes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from dzwonek import __version__
from dzwonek.sandbox.story import AGENT
from tests.session.letters import carries, parsed, seven_lines
from tests.session.office import Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    move_in_fixture,
    office_fixture,
    workplace_fixture,
)

pytestmark = [pytest.mark.flow, pytest.mark.gui]

CODE = re.compile(r"DZW-[0-9A-HJKMNP-TV-Z]{6}")
REPORT = (
    *("report", "--kind", "call-out", "--customer", "730770660", "--ours", "223784756"),
    *("--when", "2020-02-27T15:55", "--occurrence", "repeated", "--no-screenshot"),
    *("--description", "Źle słychać: trzaski"),
)


@pytest.fixture(name="offline")
def offline_fixture(office: Office) -> Iterator[Office]:
    """Give the office with its mail server down; it is up again behind the test."""
    office.postfix.stop()
    yield office
    office.postfix.restart()


def saved(computer: Computer, *further: str, code: int = 0) -> str:
    """Make a report by command and give its short code."""
    done = computer.command(*REPORT, *further)
    assert done.returncode == code, done.stderr
    told = done.stdout.strip()
    assert CODE.fullmatch(told)
    return told


def test_a_report_by_command_is_saved_and_goes_out_when_drained(
    office: Office, computer: Computer
) -> None:
    code = saved(computer)
    (report,) = computer.reports()
    assert (report["code"], report["state"]) == (code, "queued")
    frozen = computer.exported(report["id"])
    assert office.postfix.messages("daktela@daktela.pl") == []

    assert computer.command("outbox", "drain", "--timeout", "30").returncode == 0
    (raw,) = office.letters()
    assert carries(raw, frozen)
    assert seven_lines(raw) == [
        "URL: localhost",
        "Rodzaj problemu: połączenie wychodzące",
        "Numer telefonu: połączenie wychodzące z naszego numeru 223 784 756 na 730 770 660",
        "Czas: czwartek, 27.02.2020 o 15:55",
        "Nazwa agenta: Tobiasz Świeczka",
        "Opis: Źle słychać: trzaski",
        "Wystąpienie: Zdarzyło się to więcej niż raz",
    ]
    assert computer.reports()[0]["state"] == "delivered"


def test_a_running_program_sends_what_a_command_saved(office: Office, computer: Computer) -> None:
    computer.start_ready()
    saved(computer)
    office.letters()
    computer.wait_reports("delivered")


def test_waiting_for_delivery_says_by_its_code_whether_it_came(
    office: Office, computer: Computer, tmp_path: Path
) -> None:
    file = tmp_path / "dziennik.txt"
    file.write_text("zażółć", "utf-8")
    saved(computer, "--wait", "30", "--attach", str(file))
    (raw,) = office.letters()
    (attached, _) = parsed(raw).iter_attachments()
    assert attached.get_filename() == "dziennik.txt"
    assert attached.get_payload(decode=True) == file.read_bytes()


def test_while_the_server_is_down_reports_are_saved_and_wait(
    offline: Office, computer: Computer
) -> None:
    code = saved(computer, "--wait", "1", code=3)
    assert computer.command("outbox", "drain", "--timeout", "0").returncode == 3
    shown = computer.command("outbox", "show", code)
    assert shown.returncode == 0
    assert json.loads(shown.stdout)["report"]["state"] == "retry_wait"
    assert computer.command("outbox", "retry", "--all").stdout.strip() == code
    assert code in computer.command("outbox", "list").stdout
    assert computer.command("outbox", "discard", code).returncode == 0
    assert computer.reports() == []


def test_what_cannot_be_saved_fails_and_saves_nothing(computer: Computer) -> None:
    done = computer.command(*REPORT, "--attach", "/nie/ma/takiego")
    assert done.returncode == 1
    assert "takiego" in done.stderr
    for action in (("show", "DZW-000000"), ("retry", "x"), ("discard", "x"), ("export", "x", "y")):
        assert computer.command("outbox", *action).returncode == 1
    assert computer.reports() == []
    assert not list(computer.home.glob("data/drafts/*"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "--kind", "call-in"),
        ("report", "--kind", "fax", "--description", "x"),
        ("report", "--kind", "other", "--description", "x", "--when", "wczoraj", "--no-screenshot"),
        ("report", "--kind", "other", "--description", "  ", "--no-screenshot"),
        ("outbox",),
        ("outbox", "retry"),
        ("setup", "--url", "localhost", "--login", "ja"),
        ("secret", "set", "skarb"),
        ("secret", "set", "mail"),
        ("--report", "--flag"),
    ],
)
def test_bad_usage_ends_with_two(computer: Computer, arguments: tuple[str, ...]) -> None:
    done = computer.command(*arguments)
    assert done.returncode == 2
    assert done.stderr


def test_setup_checks_the_address_and_signs_in(office: Office, computer: Computer) -> None:
    setup = ("setup", "--url", office.daktela.url)
    login = (*setup, "--login", AGENT.login, "--password-stdin")
    signed_in = computer.command(*login, stdin=f"{AGENT.password}\n")
    assert signed_in.returncode == 0
    assert signed_in.stdout.splitlines() == [office.daktela.url, AGENT.title]
    assert computer.command(*login, stdin="złe hasło\n").returncode == 1
    by_token = computer.command(*setup, "--token-stdin", stdin=f"{AGENT.token}\n")
    assert by_token.returncode == 0
    assert AGENT.password not in (computer.home / "config" / "settings.toml").read_text("utf-8")
    assert AGENT.token not in (computer.home / "config" / "settings.toml").read_text("utf-8")
    for address in ("http://localhost", "https://ja:haslo@localhost", "https://", "inny"):
        refused = computer.command("setup", "--url", address)
        assert refused.returncode == 1
        assert refused.stderr


def test_doctor_looks_at_everything(computer: Computer) -> None:
    spoken = computer.command("doctor")
    machine = computer.command("doctor", "--json")
    assert spoken.returncode == 0, spoken.stdout
    assert machine.returncode == 0
    assert json.loads(machine.stdout)["version"] == 1
    (computer.home / "config" / "settings.toml").write_text("[system]\nurl = 7\n", "utf-8")
    faulty = computer.command("doctor")
    assert "system.url" in faulty.stdout


def test_version_is_told(computer: Computer) -> None:
    done = computer.command("version")
    assert (done.returncode, done.stdout) == (0, f"dzwonek {__version__}\n")
