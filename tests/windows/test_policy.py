"""Policies in Windows's own registry: from the templates through the editor to what holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

assert sys.platform == "win32"

import winreg  # noqa: E402 - Windows alone

from dzwonek.config.admx import adml, admx  # noqa: E402 - Windows alone
from dzwonek.config.machine_defaults import machine_defaults  # noqa: E402 - Windows alone
from dzwonek.config.policy import Effective, effective  # noqa: E402 - Windows alone
from dzwonek.config.policy_registry import (  # noqa: E402 - Windows alone
    DEFAULTS_KEY,
    HIVES,
    MACHINE,
    POLICY_KEY,
    USER,
)
from dzwonek.config.policy_table import POLICIES, PolicyKind  # noqa: E402 - Windows alone
from dzwonek.config.settings import DEFAULTS, paths  # noqa: E402 - Windows alone
from dzwonek.desktop.folder_windows import (  # noqa: E402 - Windows alone
    SystemFolders,
    make_own,
    what_is_wrong,
)
from dzwonek.domain.problem import Code, ProblemError  # noqa: E402 - Windows alone
from dzwonek.startup.core import open_core  # noqa: E402 - Windows alone
from dzwonek.startup.stores import profile_folders  # noqa: E402 - Windows alone
from tests.fakes.group_policy import Editor, Written  # noqa: E402 - Windows alone
from tests.fakes.policy_choices import CHOSEN, control_value, holds  # noqa: E402 - Windows alone
from tests.fakes.reports import SUMMARY, envelope  # noqa: E402 - Windows alone
from tests.fakes.secret_box import MemorySecretBox  # noqa: E402 - Windows alone

WRITE = winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY
OURS = ((MACHINE, POLICY_KEY), (USER, POLICY_KEY), (MACHINE, DEFAULTS_KEY))
Write = Callable[[str, Written], None]


def there(hive: str, key: str) -> bool:
    with suppress(FileNotFoundError):
        winreg.OpenKey(HIVES[hive], key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY).Close()
        return True
    return False


@pytest.fixture
def write() -> Iterator[Write]:
    """Write into the registry as the computer's administrator; afterwards our keys are gone."""
    for hive, key in OURS:
        if there(hive, key):
            pytest.skip(f"this computer has policies of its own in {hive}\\{key}")

    def put(hive: str, written: Written) -> None:
        try:
            key = winreg.CreateKeyEx(HIVES[hive], written.key, 0, WRITE)
        except PermissionError:
            pytest.skip("only an administrator may write policies")
        with key:
            if isinstance(written.value, int | str | list | bytes):  # None deletes it
                winreg.SetValueEx(key, written.name, 0, written.kind, written.value)

    yield put
    for hive, key in OURS:
        with suppress(FileNotFoundError):
            winreg.DeleteKeyEx(HIVES[hive], key, winreg.KEY_WOW64_64KEY, 0)


def held() -> Effective:
    return effective(DEFAULTS, {})


@pytest.mark.parametrize("language", ["pl-PL", "en-US"])
@pytest.mark.parametrize("hive", [MACHINE, USER])
def test_what_the_editor_writes_for_every_policy_holds(
    write: Write, hive: str, language: str
) -> None:
    editor = Editor(admx(), adml(language))
    for entry in POLICIES:
        is_off = entry.kind is PolicyKind.SWITCH and not CHOSEN[entry.name]
        values = (
            editor.disable(entry.name)
            if is_off
            else editor.enable(entry.name, control_value(editor, entry.name))
        )
        for value in values:
            write(hive, value)
    found = held()
    assert found.problems == ()
    assert {name: one.value for name, one in found.fixed.items()} == {
        entry.name: holds(entry.name) for entry in POLICIES
    }
    assert found.locked == {name for name, _ in paths(found.settings)}


def test_the_computers_policy_wins_over_the_users_value_by_value(write: Write) -> None:
    write(MACHINE, Written(POLICY_KEY, "SystemUrl", winreg.REG_SZ, "https://komputer.example"))
    write(USER, Written(POLICY_KEY, "SystemUrl", winreg.REG_SZ, "https://osoba.example"))
    write(USER, Written(POLICY_KEY, "AgentName", winreg.REG_SZ, "Tobiasz Świeczka"))
    found = held()
    assert found.settings.system.url == "https://komputer.example"
    assert found.settings.agent.name == "Tobiasz Świeczka"
    assert found.fixed["AgentName"].place == rf"HKCU\{POLICY_KEY}\AgentName"


def test_variables_in_a_value_are_not_expanded_by_reading(write: Write) -> None:
    value = r"%APPDATA%\ca.pem"
    write(MACHINE, Written(POLICY_KEY, "DeliveryMailCaFile", winreg.REG_EXPAND_SZ, value))
    assert held().settings.delivery.mail.ca_file == value


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (winreg.REG_SZ, "587", "587"),
        (winreg.REG_QWORD, 587, "REG_QWORD"),
        (winreg.REG_BINARY, b"\x4b\x02", "REG_BINARY"),
        (winreg.REG_MULTI_SZ, ["587"], "['587']"),
        (winreg.REG_DWORD, 0xFFFFFFFF, "4294967295"),
    ],
)
def test_a_wrong_value_is_told_by_its_full_name(
    write: Write, kind: int, value: object, shown: str
) -> None:
    write(MACHINE, Written(POLICY_KEY, "DeliveryMailPort", kind, value))
    (problem,) = held().problems
    assert problem.code is Code.POLICY_INVALID_VALUE
    assert problem.values["key"] == rf"HKLM\{POLICY_KEY}\DeliveryMailPort"
    assert problem.values["value"] == shown


def test_the_installers_defaults_lie_under_the_operators_settings(
    write: Write, tmp_path: Path
) -> None:
    write(MACHINE, Written(DEFAULTS_KEY, "DeliveryMailHost", winreg.REG_SZ, "smtp.firma.example"))
    write(MACHINE, Written(DEFAULTS_KEY, "HotkeysReport", winreg.REG_MULTI_SZ, ["F9"]))
    assert machine_defaults().settings.hotkeys.report == ("F9",)
    with open_core({"DZWONEK_HOME": str(tmp_path)}, MemorySecretBox()) as core:
        assert core.settings.delivery.mail.host == "smtp.firma.example"
        assert core.policy.locked == frozenset()
        core.keep_settings(core.settings)
    assert (tmp_path / "config" / "settings.toml").read_text(encoding="utf-8") == ""


def test_reports_lie_where_a_policy_wants_them_closed_to_others(
    write: Write, tmp_path: Path
) -> None:
    told = rf"{tmp_path}\dane\%USERNAME%"
    write(MACHINE, Written(POLICY_KEY, "OutboxFolder", winreg.REG_EXPAND_SZ, told))
    environment = {"DZWONEK_HOME": str(tmp_path / "dom"), "USERNAME": "ewa"}
    report = envelope()
    with open_core(environment, MemorySecretBox()) as core:
        core.outbox.submit(report, SUMMARY, core.clock.now())
    folder = tmp_path / "dane" / "ewa"
    assert (folder / "spool" / f"{report.report_id}.dzw").exists()
    assert (folder / "keys" / "queue.key").exists()
    folders = SystemFolders()
    assert "WD" not in folders.access(folder)
    assert folders.user() in folders.access(folder)
    make_own(folder, folders)


def test_a_folder_that_others_may_enter_is_refused(write: Write, tmp_path: Path) -> None:
    shared = tmp_path / "wspolny"
    user = SystemFolders().user()
    SystemFolders().make(shared, f"D:P(A;OICI;FA;;;{user})(A;OICI;FA;;;WD)")
    write(MACHINE, Written(POLICY_KEY, "OutboxFolder", winreg.REG_SZ, str(shared)))
    with open_core({"DZWONEK_HOME": str(tmp_path / "dom")}, MemorySecretBox()) as core:
        with pytest.raises(ProblemError) as caught:
            core.outbox.submit(envelope(), SUMMARY, core.clock.now())
        assert caught.value.problem.values == {"path": str(shared), "reason": "open"}


def test_profiles_that_a_user_could_have_put_beside_the_program_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]
) -> None:
    beside = tmp_path / "Dzwonek" / "profiles"
    monkeypatch.setattr("dzwonek.config.profile.machine_profiles", lambda: (beside,))
    assert profile_folders() == (beside,)  # nothing is there that could count
    beside.mkdir(parents=True)
    expected_warnings.append("profiles beside the program")
    assert profile_folders() == ()


def test_the_command_line_says_what_holds_and_where_it_stands(write: Write, tmp_path: Path) -> None:
    write(USER, Written(POLICY_KEY, "UiLanguage", winreg.REG_SZ, "cs"))
    write(MACHINE, Written(POLICY_KEY, "Autostart", winreg.REG_DWORD, 0))
    environment = os.environ | {"DZWONEK_HOME": str(tmp_path)}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-X", "utf8", "-m", "dzwonek", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, timeout=60, check=False
        )

    document = json.loads(run("policy", "show", "--json").stdout)
    assert document["sources"]["ui.language"] == {
        "layer": "policy",
        "place": rf"HKCU\{POLICY_KEY}\UiLanguage",
    }
    assert document["policies"]["Autostart"]["value"] is False
    assert run("policy", "check", "registry").returncode == 0
    assert run("--hidden").returncode == 0
    assert not (tmp_path / "state").exists()  # it ended before it made anything


def test_a_home_of_ones_own_is_closed_to_others_and_stays_usable(tmp_path: Path) -> None:
    home = tmp_path / "dom"
    user = SystemFolders().user()
    SystemFolders().make(home, f"D:P(A;OICI;FA;;;{user})(A;OICI;FR;;;WD)")
    (home / "config").mkdir()  # as an earlier version's start left it
    SystemFolders().close(home / "config", f"D:P(A;OICI;FA;;;{user})(A;OICI;FR;;;WD)")
    for _ in range(2):
        with open_core({"DZWONEK_HOME": str(home)}, MemorySecretBox()) as core:
            core.outbox.entries()
    for name in ("config", "data", "state", "cache", "logs", r"state\run"):
        assert what_is_wrong(SystemFolders().access(home / name), user) == "", name


def test_a_home_whose_list_cannot_be_mended_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = SystemFolders().user()
    SystemFolders().make(tmp_path / "config", f"D:P(A;OICI;FA;;;{user})(A;OICI;FA;;;WD)")
    monkeypatch.setattr(SystemFolders, "close", lambda *_: None)
    with (
        pytest.raises(ProblemError) as caught,
        open_core({"DZWONEK_HOME": str(tmp_path)}, MemorySecretBox()),
    ):
        pass
    assert caught.value.problem.values == {"path": str(tmp_path / "config"), "reason": "open"}
