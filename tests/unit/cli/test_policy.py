"""`dzwonek policy`: what holds, where it comes from, and what is wrong with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dzwonek.cli import main
from dzwonek.config import machine_defaults, policy_places
from dzwonek.config.places import places
from dzwonek.config.policy_registry import DEFAULTS_KEY, MACHINE, POLICY_KEY, USER
from tests.fakes.registry import DWORD, SZ, MemoryRegistry


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> MemoryRegistry:
    """Give the registry of a computer with Windows, in the place of this one's."""
    registry = MemoryRegistry()
    found = policy_places.windows_places(registry)
    for module in (policy_places, machine_defaults):
        monkeypatch.setattr(module, "this_computer", lambda: found)
    return registry


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write the operator's own file."""

    def write(text: str) -> Path:
        monkeypatch.setenv("DZWONEK_HOME", str(tmp_path / "dom"))
        file = places({"DZWONEK_HOME": str(tmp_path / "dom")}).settings_file
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def shown(capsys: pytest.CaptureFixture[str], code: int = 0) -> dict[str, Any]:
    assert main(["policy", "show", "--json"]) == code
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_each_setting_tells_its_layer_and_its_place(
    registry: MemoryRegistry, own: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = own('[agent]\nname = "Ewa"\n[delivery.mail]\nhost = "moj.example"\nport = 0\n')
    registry.put(MACHINE, DEFAULTS_KEY, "DeliveryMailUser", SZ, "dzwonek")
    registry.put(MACHINE, POLICY_KEY, "DeliveryMailHost", SZ, "smtp.firma.example")
    registry.put(USER, POLICY_KEY, "UiLanguage", SZ, "cs")
    document = shown(capsys)
    told = document["sources"]
    assert told["delivery.mail.host"] == {
        "layer": "policy",
        "place": rf"HKLM\{POLICY_KEY}\DeliveryMailHost",
    }
    assert told["ui.language"] == {"layer": "policy", "place": rf"HKCU\{POLICY_KEY}\UiLanguage"}
    assert told["agent.name"] == {"layer": "own", "place": str(file)}
    assert told["delivery.mail.user"] == {
        "layer": "machine",
        "place": rf"HKLM\{DEFAULTS_KEY}\DeliveryMailUser",
    }
    assert told["delivery.mail.port"] == {"layer": "default", "place": ""}
    assert set(told) == set(document["settings"])
    assert document["locked"] == ["delivery.mail.host", "ui.language"]


def test_policies_without_a_setting_are_shown_too(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, POLICY_KEY, "Autostart", DWORD, 0)
    registry.put(USER, POLICY_KEY, "ContactPhone", SZ, "223 784 756")
    assert shown(capsys)["policies"] == {
        "Autostart": {"value": False, "place": rf"HKLM\{POLICY_KEY}\Autostart"},
        "ContactPhone": {"value": "223 784 756", "place": rf"HKCU\{POLICY_KEY}\ContactPhone"},
    }
    assert main(["policy", "show"]) == 0
    out = capsys.readouterr().out
    assert rf"* Autostart = false  (HKLM\{POLICY_KEY}\Autostart)" in out
    assert '  agent.name = ""  (default)' in out


def test_checking_what_is_in_force_names_each_fault_by_its_full_name(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, POLICY_KEY, "DeliveryMailPort", SZ, "587")
    registry.put(USER, POLICY_KEY, "SystemUrll", SZ, "x")
    assert main(["policy", "check"]) == 1
    heard = capsys.readouterr()
    assert rf"HKLM\{POLICY_KEY}\DeliveryMailPort" in heard.err
    assert rf"HKCU\{POLICY_KEY}\SystemUrll" in heard.err
    assert heard.out.splitlines() == [rf"HKLM\{POLICY_KEY}: 1", rf"HKCU\{POLICY_KEY}: 1"]
    assert main(["policy", "show"]) == 1


def test_a_file_is_checked_wherever_it_comes_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(r"OutboxFolder = 'D:\Dzwonek\%USERNAME%'" "\nAutostart = 1\n", encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: 2\n"
    file.write_text("Autostart = 'tak'\n", encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 1
    assert "true | false" in capsys.readouterr().err
    none = tmp_path / "none.toml"
    assert main(["policy", "check", str(none)]) == 1
    assert f"nie ma takiego pliku: {none}" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("Autostart = true\n\nSystemUrl = twojanazwa\n", encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 1
    assert f"{file}, wiersz 3." in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
def test_where_there_is_no_registry_it_cannot_be_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["policy", "check", "registry"]) == 2
    assert "Windows" in capsys.readouterr().err


def test_what_is_wrong_is_told_by_json_too_and_by_the_exit_code(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(capsys)["problems"] == []
    registry.put(MACHINE, POLICY_KEY, "DeliveryMailPort", SZ, "x")
    (told,) = shown(capsys, code=1)["problems"]
    assert told["code"] == "policy_invalid_value"
    assert told["values"]["key"] == rf"HKLM\{POLICY_KEY}\DeliveryMailPort"


def test_wrong_defaults_of_the_computer_are_told_and_nothing_is_closed(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, DEFAULTS_KEY, "DeliveryMailPort", SZ, "x")
    assert main(["policy", "show"]) == 1
    assert rf"HKLM\{DEFAULTS_KEY}\DeliveryMailPort" in capsys.readouterr().err


def test_an_automatic_start_ends_at_once_where_the_policy_says_no(
    registry: MemoryRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.put(MACHINE, POLICY_KEY, "Autostart", DWORD, 0)

    def handed_over(*_: object, **__: object) -> bool:
        raise AssertionError("nothing else is looked at")

    monkeypatch.setattr("dzwonek.desktop.single_instance.hand_over", handed_over)
    assert main(["--hidden"]) == 0
    with pytest.raises(AssertionError):
        main(["--report"])
    registry.put(MACHINE, POLICY_KEY, "Autostart", DWORD, 1)
    with pytest.raises(AssertionError):
        main(["--hidden"])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ProfileName = 'daktela-xx'", "profile_unknown: missing ProfileName"),
        ("HotkeysReport = ['Pause', 'Pauza']", "hotkey_invalid: refused HotkeysReport"),
        ("HotkeysFlag = ['F12']", "hotkey_reserved: refused HotkeysFlag"),
        ("SystemUrl = 'http://firma.example'", "daktela_address_invalid: http SystemUrl"),
        ("DeliveryChannel = 'graph'", "channel_not_built: refused DeliveryChannel"),
        ("DeliveryMailFrom = 'dzwonek'", "mail_address_invalid: refused DeliveryMailFrom"),
        ("AgentEmail = 'a@b@c.example'", "mail_address_invalid: refused AgentEmail"),
        (r"OutboxFolder = '\\serwer\dane'", "policy_folder_shared: refused OutboxFolder"),
        (r"OutboxFolder = 'D:\%COMPUTERNAME%'", "policy_folder_shared: refused OutboxFolder"),
    ],
)
def test_a_value_that_the_program_will_refuse_is_a_fault(
    line: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(f"{line}\n", encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 1
    heard = capsys.readouterr()
    assert heard.err.count("\n") == 1
    assert f"[{code}]" in heard.err
    assert heard.out == f"{file}: 1\n"


TAKEN = r"""
ProfileName = 'daktela-pl'
HotkeysReport = ['Pause', 'Ctrl+Shift+F9']
SystemUrl = 'twojanazwa.daktela.com'
DeliveryChannel = 'mail'
DeliveryMailFrom = 'dzwonek@firma.example'
DeliveryMailHost = '127.0.0.1'
DeliveryMailSecurity = 'none'
DeliveryMailCaFile = 'C:\not\on\this\computer.pem'
AgentEmail = ''
OutboxFolder = '\\serwer\dane\%UserName%'
"""


def test_values_that_the_program_takes_are_no_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(TAKEN, encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 0
    assert capsys.readouterr().err == ""


def test_mail_that_would_leave_the_computer_in_the_clear_is_a_fault_wherever_it_is_told(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, POLICY_KEY, "DeliveryMailSecurity", SZ, "none")
    assert main(["policy", "check"]) == 0
    registry.put(USER, POLICY_KEY, "DeliveryMailHost", SZ, "smtp.firma.example")
    assert main(["policy", "check"]) == 1
    told = rf"[mail_not_loopback: refused HKLM\{POLICY_KEY}\DeliveryMailSecurity]"
    assert told in capsys.readouterr().err


def test_a_file_of_certificates_is_looked_for_on_the_computer_that_is_to_read_it(
    registry: MemoryRegistry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.pem"
    registry.put(MACHINE, POLICY_KEY, "DeliveryMailCaFile", SZ, str(missing))
    assert main(["policy", "check"]) == 1
    told = capsys.readouterr().err
    assert f"„{missing}”" in told
    assert rf"refused HKLM\{POLICY_KEY}\DeliveryMailCaFile]" in told
    missing.write_text("no certificate", encoding="utf-8")
    assert main(["policy", "check"]) == 1


def test_one_users_policy_may_name_a_folder_that_needs_no_variable(
    registry: MemoryRegistry,
) -> None:
    registry.put(USER, POLICY_KEY, "OutboxFolder", SZ, r"D:\Dzwonek\ewa")
    assert main(["policy", "check"]) == 0


def test_checking_this_computer_looks_at_its_defaults_and_checking_a_file_does_not(
    registry: MemoryRegistry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, DEFAULTS_KEY, "DeliveryMailPort", SZ, "x")
    registry.put(MACHINE, DEFAULTS_KEY, "ProfileName", SZ, "daktela-xx")
    assert main(["policy", "check"]) == 1
    heard = capsys.readouterr()
    assert rf"HKLM\{DEFAULTS_KEY}\DeliveryMailPort" in heard.err
    assert rf"[profile_unknown: missing HKLM\{DEFAULTS_KEY}\ProfileName]" in heard.err
    assert heard.out == "–\n"
    file = tmp_path / "policy.toml"
    file.write_text("Autostart = 1\n", encoding="utf-8")
    assert main(["policy", "check", str(file)]) == 0


def test_a_value_that_a_stronger_policy_hides_is_checked_too(
    registry: MemoryRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.put(MACHINE, POLICY_KEY, "SystemUrl", SZ, "twojanazwa.daktela.com")
    registry.put(USER, POLICY_KEY, "SystemUrl", SZ, "http://firma.example")
    assert main(["policy", "check"]) == 1
    assert rf"HKCU\{POLICY_KEY}\SystemUrl" in capsys.readouterr().err
