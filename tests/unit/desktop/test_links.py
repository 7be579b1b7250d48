"""Opening addresses in the desktop's programs; the desktop's tools are small scripts here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dzwonek.desktop.links import CHOICE, FreedesktopLinks, NoLinks, WindowsLinks, links_for
from dzwonek.desktop.mail_child import Ended, read_errand
from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.ports import Links
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.windows_registry import FakeRegistry

GUIDE = "https://doc.daktela.com/pages/"
CALL = "tel:+48221530461"
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="scripts that the system starts")


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """Give the folder of tools: mail is opened by a program, the telephone by none."""
    folder = tmp_path / "bin"
    folder.mkdir()
    install(folder, "xdg-mime", 'case "$3" in */mailto|*/https) echo some.desktop;; esac')
    install(folder, "xdg-open", f'echo "$1" > {tmp_path}/opened')
    return folder


def install(folder: Path, name: str, body: str) -> None:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o755)


def links(tools: Path) -> FreedesktopLinks:
    return FreedesktopLinks({"PATH": str(tools)})


def code_of(links: Links, address: str) -> Code:
    with pytest.raises(ProblemError) as failure:
        links.open(address)
    assert failure.value.problem.values["address"] == address
    return failure.value.problem.code


@needs_scripts
def test_an_address_with_a_program_is_opened(tools: Path, tmp_path: Path) -> None:
    links(tools).open("mailto:daktela@daktela.pl")
    assert (tmp_path / "opened").read_text() == "mailto:daktela@daktela.pl\n"


@needs_scripts
def test_a_telephone_without_a_program_is_not_tried(tools: Path, tmp_path: Path) -> None:
    assert not links(tools).can_open("tel")
    assert code_of(links(tools), CALL) is Code.LINK_FAILED
    assert not (tmp_path / "opened").exists()


STRANGE = [
    *("http://a.test", "file:///etc/passwd", "javascript:x", "-h", "", "smb://a", "tel:"),
    *("tel:1 2", 'https://a.test/"x"', "https://a.test/\nx", "https:a.test", "https://a.test/ą"),
    *("tel:112`x`", "tel:1|2", "tel:1<2", "HTTPS://a.test"),
]


@needs_scripts
@pytest.mark.parametrize("address", STRANGE)
def test_other_schemes_and_strange_letters_are_never_opened(
    tools: Path, tmp_path: Path, address: str
) -> None:
    install(tools, "xdg-mime", "echo some.desktop")
    assert code_of(links(tools), address) is Code.LINK_FAILED
    assert not (tmp_path / "opened").exists()


@needs_scripts
def test_an_opener_that_fails_is_a_problem(tools: Path) -> None:
    install(tools, "xdg-open", "exit 3")
    assert code_of(links(tools), GUIDE) is Code.LINK_FAILED


@needs_scripts
def test_a_missing_opener_is_a_problem(tools: Path) -> None:
    (tools / "xdg-open").unlink()
    assert code_of(links(tools), GUIDE) is Code.LINK_FAILED


@needs_scripts
def test_gio_is_asked_where_xdg_mime_is_missing(tools: Path) -> None:
    (tools / "xdg-mime").unlink()
    assert not links(tools).can_open("tel")
    install(tools, "gio", 'echo "Default application for “$2”: phone.desktop"')
    assert links(tools).can_open("tel")


def test_other_platforms_open_nothing_and_say_so() -> None:
    other = links_for({}, "darwin", ("dzwonek",))
    assert isinstance(other, NoLinks)
    assert not other.can_open("https")
    assert code_of(other, GUIDE) is Code.LINK_FAILED


CHILD = """
import sys
from pathlib import Path
Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())
sys.exit(int(sys.argv[2]))
"""


class Computer:
    """A Windows with a registry in memory; what its shell is asked is written into a file."""

    def __init__(self, folder: Path, ended: int = Ended.TAKEN) -> None:
        self.registry = FakeRegistry()
        self.told = folder / "told"
        script = folder / "shell.py"
        script.write_text(CHILD)
        child = (sys.executable, str(script), str(self.told), str(int(ended)))
        self.links = WindowsLinks(os.environ, self.registry, child)

    def install(self, name: str, value: str = "") -> None:
        self.registry.values[Hive.CLASSES, rf"{name}\shell\open\command", value] = "x.exe %1"

    def choose(self, scheme: str, name: str) -> None:
        self.registry.values[Hive.USER, CHOICE.format(scheme=scheme), "ProgId"] = name


@pytest.fixture
def windows(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_windows_without_a_telephone_program_dials_nothing(windows: Computer) -> None:
    assert not windows.links.can_open("tel")
    assert code_of(windows.links, CALL) is Code.LINK_FAILED
    assert not windows.told.exists()


def test_on_windows_an_installed_program_or_a_chosen_one_counts(windows: Computer) -> None:
    windows.install("tel")
    assert windows.links.can_open("tel")
    windows.choose("https", "BrowserHTML")
    assert not windows.links.can_open("https")  # chosen once, and removed since then
    windows.install("BrowserHTML")
    assert windows.links.can_open("https")


def test_a_program_of_the_store_counts_on_windows(windows: Computer) -> None:
    windows.choose("tel", "AppXq0fevzme2pys62n3e0fbqa7peapykr8v")
    windows.install("AppXq0fevzme2pys62n3e0fbqa7peapykr8v", "DelegateExecute")
    assert windows.links.can_open("tel")


def test_windows_shell_is_asked_by_a_process_of_its_own(windows: Computer) -> None:
    windows.install("tel")
    windows.links.open(CALL)
    errand = read_errand(windows.told.read_bytes())
    assert (errand.way, errand.place) == ("open", CALL)


@pytest.mark.parametrize("ended", [Ended.REFUSED, 1])
def test_a_refusal_of_windows_shell_is_a_problem(tmp_path: Path, ended: int) -> None:
    windows = Computer(tmp_path, ended)
    windows.install("https")
    assert code_of(windows.links, GUIDE) is Code.LINK_FAILED


@pytest.mark.parametrize("address", STRANGE)
def test_windows_shell_is_never_asked_for_anything_strange(windows: Computer, address: str) -> None:
    for scheme in ("tel", "https", "http", "file"):
        windows.install(scheme)
    assert code_of(windows.links, address) is Code.LINK_FAILED
    assert not windows.told.exists()


def test_a_registry_that_cannot_be_read_opens_nothing(
    windows: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(hive: Hive, key: str, name: str) -> str | None:
        raise PermissionError(5, "Access is denied")

    windows.install("tel")
    monkeypatch.setattr(windows.registry, "text", refused)
    assert not windows.links.can_open("tel")
