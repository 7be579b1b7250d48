"""The launcher and autostart entries, judged by the programs that read them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("desktop entries", allow_module_level=True)

from dzwonek.desktop.autostart import XdgAutostart
from dzwonek.desktop.desktop_file import FILE_NAME
from dzwonek.desktop.entry import install_entry
from tests.session.programs import need, until
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

ODD = 'a "folder" with $HOME, `odd` \\ (it\'s) żółty'  # no %: GLib looks for the program with %%


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a program in a folder with an awkward name; it writes its arguments beside itself."""
    folder = tmp_path / ODD
    folder.mkdir()
    script = folder / "dzwonek"
    script.write_text('#!/bin/sh\nprintf "%s|" "$@" > "$(dirname "$0")/started"\n')
    script.chmod(0o755)
    return script


def started_with(program: Path) -> str:
    """Wait until the program ran and give its arguments."""
    mark = program.with_name("started")
    return until(lambda: mark.read_text() if mark.exists() else None, "the program's start")


def test_both_entries_are_valid(tmp_path: Path, program: Path) -> None:
    install_entry(tmp_path / "data", (str(program),), {})
    XdgAutostart(tmp_path / "config", (), (str(program),)).set_on(True)
    for folder in ("data/applications", "config/autostart"):
        command = (need("desktop-file-validate"), str(tmp_path / folder / FILE_NAME))
        checked = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def test_the_session_starts_us_from_the_autostart_entry(
    bare_session: XSession, program: Path
) -> None:
    need("dex")
    config = Path(bare_session.env["XDG_CONFIG_HOME"])
    spaced = program.parent.parent / "with a space"
    program.parent.rename(spaced)  # dex reads quotes, but no escapes within them
    autostart = XdgAutostart(config, (), (str(spaced / "dzwonek"),))
    autostart.set_on(True)
    bare_session.run("dex", "--autostart", "--environment", "XFCE")
    assert started_with(spaced / "dzwonek") == "--hidden|"


def test_the_session_starts_nothing_once_it_is_switched_off(bare_session: XSession) -> None:
    need("dex")
    config = Path(bare_session.env["XDG_CONFIG_HOME"])
    autostart = XdgAutostart(config, (), ("dzwonek",))
    autostart.set_on(True)
    said = ("dex", "--autostart", "--dry-run", "--environment", "XFCE")
    assert "dzwonek" in bare_session.run(*said)
    autostart.set_on(False)
    assert "dzwonek" not in bare_session.run(*said)


def test_the_launcher_starts_a_program_whatever_its_folder_is_called(
    bare_session: XSession, program: Path
) -> None:
    need("gio")
    data = Path(bare_session.env["XDG_DATA_HOME"])
    install_entry(data, (str(program), "100% of $HOME"), {})
    bare_session.run("gio", "launch", str(data / "applications" / FILE_NAME))
    assert started_with(program) == "100% of $HOME|"
