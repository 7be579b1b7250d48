"""Reading and writing `settings.toml`."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as rules
from hypothesis import strategies as st

from dzwonek.config.settings import DEFAULTS, Settings, load, paths, with_value
from dzwonek.config.settings_file import save, take_place
from dzwonek.domain.problem import Code, ProblemError

# The page's own example: every name, with its default.
DESIGN = """
[system]
url = ""
[agent]
name = ""            # used when Daktela cannot tell
login = ""
email = ""           # Reply-To
[delivery]
channel = "mail"     # mail | graph | ticket | webhook | mailprogram
[delivery.mail]
host = ""
port = 465
security = "tls"     # tls | starttls | none (loopback only)
user = ""            # password: keyring, or `dzwonek secret set mail`
from = ""
ca_file = ""         # adds to the OS store, never replaces it
proxy = ""           # http://host:port; password: keyring, or `dzwonek secret set proxy`
[hotkeys]
report = ["Pause", "Ctrl+Shift+F9"]
flag = ["Shift+Pause", "Ctrl+Shift+F8"]
[ui]
language = "system"  # system | pl | en | cs | uk
[privacy]
screenshots = true
keep_delivered_days = 7
keep_drafts_days = 14
keep_undelivered_days = 30
queue_key = "keyring-or-file"
[profile]
name = "daktela-pl"
[diagnostics]
targets = []         # HOST:PORT, which doctor tries to reach
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_the_documented_file_holds_every_name_and_every_default(file: Path) -> None:
    file.write_text(DESIGN)
    loaded = load(file)
    assert loaded.problems == ()
    assert loaded.settings == DEFAULTS
    told = tomllib.loads(DESIGN)
    for name, value in paths():
        table = told
        *folders, last = name.split(".")
        for folder in folders:
            table = table[folder]
        assert table[last] == (list(value) if isinstance(value, tuple) else value), name


def test_without_a_file_the_defaults_hold_and_nothing_is_wrong(file: Path) -> None:
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.problems == ()
    assert not loaded.is_there


@pytest.mark.parametrize(
    ("text", "key", "nearest"),
    [
        ("[system]\nulr = 'https://a.test'", "system.ulr", "system.url"),
        ("[delivery]\nchanel = 'mail'", "delivery.chanel", "delivery.channel"),
        ("[delivery]\nhost = 'smtp.test'", "delivery.host", "delivery.mail.host"),
        ("[delivery.mail]\npassword_in_clear = 'x'", "delivery.mail.password_in_clear", ""),
        ("[hotkey]\nreport = ['F9']", "hotkey", "hotkeys"),
        ("[ui]\nLanguage = 'pl'", "ui.Language", "ui.language"),
        ("language = 'pl'", "language", "ui.language"),
        ("[zupa]\nbarszcz = 1", "zupa", ""),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(
    file: Path, text: str, key: str, nearest: str
) -> None:
    file.write_text(text)
    (problem,) = load(file).problems
    assert problem.code is Code.SETTINGS_UNKNOWN_KEY
    assert problem.values == {"key": key, "nearest": nearest}


@pytest.mark.parametrize(
    ("line", "key", "allowed"),
    [
        ("port = '465'", "port", "1–65535"),
        ("port = 70000", "port", "1–65535"),
        ("port = true", "port", "1–65535"),
        ("security = 'ssl'", "security", "tls | starttls | none"),
        ("host = 5", "host", '"…"'),
        ("host = 1979-05-27", "host", '"…"'),
        ("host = nan", "host", '"…"'),
    ],
)
def test_a_wrong_value_costs_only_its_own_key(
    file: Path, line: str, key: str, allowed: str
) -> None:
    file.write_text(f"[delivery.mail]\nuser = 'ewa'\n{line}\nfrom = 'd@firma.example'\n")
    loaded = load(file)
    (problem,) = loaded.problems
    assert problem.code is Code.SETTINGS_INVALID_VALUE
    assert problem.values["key"] == f"delivery.mail.{key}"
    assert problem.values["allowed"] == allowed
    assert loaded.settings.delivery.mail.user == "ewa"
    assert loaded.settings.delivery.mail.sender == "d@firma.example"
    assert getattr(loaded.settings.delivery.mail, key) == getattr(DEFAULTS.delivery.mail, key)


def test_a_text_where_a_list_belongs_is_told(file: Path) -> None:
    file.write_text("[hotkeys]\nreport = 'Pause'\n[privacy]\nscreenshots = 0\nui = 3")
    codes = [problem.values["key"] for problem in load(file).problems]
    assert codes == ["hotkeys.report", "privacy.screenshots", "privacy.ui"]


def test_a_value_where_a_section_belongs_is_told(file: Path) -> None:
    file.write_text("privacy = 3\n[delivery]\nmail = 'smtp'")
    loaded = load(file)
    assert [problem.values["key"] for problem in loaded.problems] == ["privacy", "delivery.mail"]
    assert loaded.settings == DEFAULTS


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"[agent]\nname = \n", 2, "syntax"),
        (b"[agent]\nname = 'a'\nname = 'b'\n", 3, "syntax"),
        (b"[agent]\n\nname = '''abc", 3, "syntax"),
        ("[agent]\nname = 'Świeczka'".encode("cp1250"), 2, "encoding"),
        ("[agent]\nname = 'Świeczka'".encode("utf-16"), 1, "encoding"),
        (b"a = " + b"[" * 100_000, 0, "syntax"),
        (b"a = " + b"1" * 10_000, 0, "syntax"),
    ],
)
def test_an_unreadable_file_is_told_with_its_line_and_left_as_it_is(
    file: Path, content: bytes, line: int, reason: str
) -> None:
    file.write_bytes(content)
    loaded = load(file)
    (problem,) = loaded.problems
    assert loaded.settings == DEFAULTS
    assert problem.code is Code.SETTINGS_UNREADABLE
    assert problem.values == {"path": str(file), "line": line, "reason": reason}
    assert file.read_bytes() == content


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (problem,) = load(tmp_path).problems
    assert problem.code is Code.SETTINGS_UNREADABLE
    assert problem.values["line"] == 0


def test_a_file_from_notepad_is_read(file: Path) -> None:
    file.write_bytes("\ufeff[agent]\r\nname = 'Świeczka'\r\n".encode())
    assert load(file).settings.agent.name == "Świeczka"
    assert load(file).problems == ()


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
@rules(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_no_file_can_stop_the_program(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert isinstance(load(file).settings, Settings)


def test_the_machines_defaults_stand_beneath_the_file(file: Path) -> None:
    machine = with_value(DEFAULTS, "delivery.mail.host", "smtp.firma.example")
    file.write_text("[delivery.mail]\nport = 587")
    mail = load(file, machine).settings.delivery.mail
    assert (mail.host, mail.port) == ("smtp.firma.example", 587)


def test_saving_writes_only_what_differs(file: Path) -> None:
    save(file, with_value(DEFAULTS, "delivery.mail.from", "dzwonek@firma.example"))
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {
        "delivery": {"mail": {"from": "dzwonek@firma.example"}}
    }


def test_saving_keeps_comments_order_and_unknown_keys(file: Path) -> None:
    file.write_text(
        "# ustawienia biura\n"
        "[delivery.mail]\n"
        "port = 465  # jak w umowie\n"
        "prot = 7\n"
        "[system]\n"
        "url = 'https://stary.example'\n"
        "[moje]\n"
        "notatka = 'zostaje'\n"
        "[hotkeys]\n"
        "flag = [ 'F7', # siedem\n 'F8' ]\n",
        encoding="utf-8",
    )
    save(file, with_value(load(file).settings, "system.url", "https://nowy.example"))
    assert file.read_text(encoding="utf-8") == (
        "# ustawienia biura\n"
        "[delivery.mail]\n"
        "port = 465  # jak w umowie\n"
        "prot = 7\n"
        "[system]\n"
        'url = "https://nowy.example"\n'
        "[moje]\n"
        "notatka = 'zostaje'\n"
        "[hotkeys]\n"
        "flag = [ 'F7', # siedem\n 'F8' ]\n"
    )


def test_saving_mends_a_wrong_value_with_the_one_that_holds(file: Path) -> None:
    file.write_text("[privacy]\nscreenshots = 1\n[ui]\nlanguage = 5\n")
    save(file, DEFAULTS)
    assert load(file).problems == ()


def test_an_unreadable_file_is_put_aside_before_saving(file: Path) -> None:
    file.write_bytes(b"[agent\nname = 'Ewa'")
    save(file, with_value(DEFAULTS, "agent.name", "Jan"))
    assert load(file).settings.agent.name == "Jan"
    aside = file.with_name("settings.toml.unreadable-1")
    assert aside.read_bytes() == b"[agent\nname = 'Ewa'"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
changes = st.fixed_dictionaries(
    {},
    optional={
        "system.url": texts,
        "agent.name": texts,
        "delivery.channel": st.sampled_from(["mail", "webhook"]),
        "delivery.mail.from": texts,
        "delivery.mail.port": st.integers(1, 65535),
        "hotkeys.flag": st.lists(texts, max_size=3),
        "privacy.screenshots": st.booleans(),
        "privacy.keep_drafts_days": st.integers(0, 3650),
    },
)
pieces = st.permutations(
    [
        "[delivery]\nchannel = 'graph' # k\n",
        "[delivery.mail]\nport = 25\nx = 1\n",
        "[system]\n\nurl = 'a'\n",
        "[system.more]\ny = 1\n",
        "[hotkeys]\nflag = [ 'F9', # nine\n 'F8' ]\n",
        "privacy.screenshots = false\nagent = {name = 'x'}\n",
        "ui = 7\n",
    ]
).flatmap(lambda order: st.integers(0, 7).map(lambda number: "".join(order[:number])))


@given(changes=changes, before=pieces)
@rules(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_what_was_saved_is_what_is_read(
    tmp_path: Path, changes: dict[str, object], before: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(before, encoding="utf-8")
    wanted = load(file).settings
    for name, value in changes.items():
        wanted = with_value(wanted, name, value)
    save(file, wanted)
    assert load(file).settings == wanted


def test_a_file_that_cannot_be_written_is_told_and_stands_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("[agent]\nname = 'Ewa'\n")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as caught:
        save(file, with_value(DEFAULTS, "agent.name", "Jan"))
    assert caught.value.problem.code is Code.SETTINGS_NOT_SAVED
    assert caught.value.problem.values["reason"] == "ENOSPC"
    assert file.read_text() == "[agent]\nname = 'Ewa'\n"
    assert list(file.parent.iterdir()) == [file]


def test_a_text_that_no_file_can_hold_is_refused(file: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        save(file, with_value(DEFAULTS, "agent.name", "\ud800"))
    assert caught.value.problem.code is Code.SETTINGS_NOT_SAVED


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX mode bits and links")
def test_the_file_is_closed_to_others_and_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.toml"
    file.symlink_to(real)
    save(file, with_value(DEFAULTS, "agent.name", "Jan"))
    assert file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    real.chmod(0o640)
    save(file, with_value(DEFAULTS, "agent.name", "Ewa"))
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_settings_file_that_a_scanner_holds_is_replaced_when_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    replace, refusals = os.replace, [PermissionError(), PermissionError()]

    def held(source: str, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    take_place(str(new), old, (0.001, 0.001))
    assert old.read_text() == "new"


def test_a_scanner_that_never_lets_go_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError):
        take_place("new", tmp_path / "old", (0.001,))
