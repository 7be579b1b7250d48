"""Opening addresses in the desktop's programs; the desktop's tools are small scripts here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs scripts that the system can start", allow_module_level=True)

from dzwonek.desktop.links import Links
from dzwonek.domain.problem import Code, ProblemError


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


def links(tools: Path) -> Links:
    return Links({"PATH": str(tools)}, "linux")


def code_of(links: Links, address: str) -> Code:
    with pytest.raises(ProblemError) as failure:
        links.open(address)
    assert failure.value.problem.values["address"] == address
    return failure.value.problem.code


def test_an_address_with_a_program_is_opened(tools: Path, tmp_path: Path) -> None:
    links(tools).open("mailto:daktela@daktela.pl")
    assert (tmp_path / "opened").read_text() == "mailto:daktela@daktela.pl\n"


def test_a_telephone_without_a_program_is_not_tried(tools: Path, tmp_path: Path) -> None:
    assert not links(tools).can_open("tel")
    assert code_of(links(tools), "tel:+48221530461") is Code.LINK_FAILED
    assert not (tmp_path / "opened").exists()


@pytest.mark.parametrize(
    "address", ["http://a.test", "file:///etc/passwd", "javascript:x", "-h", "", "smb://a"]
)
def test_other_schemes_are_never_opened(tools: Path, tmp_path: Path, address: str) -> None:
    install(tools, "xdg-mime", "echo some.desktop")
    assert code_of(links(tools), address) is Code.LINK_FAILED
    assert not (tmp_path / "opened").exists()


def test_an_opener_that_fails_is_a_problem(tools: Path) -> None:
    install(tools, "xdg-open", "exit 3")
    assert code_of(links(tools), "https://doc.daktela.com/pages/") is Code.LINK_FAILED


def test_a_missing_opener_is_a_problem(tools: Path) -> None:
    (tools / "xdg-open").unlink()
    assert code_of(links(tools), "https://doc.daktela.com/pages/") is Code.LINK_FAILED


def test_gio_is_asked_where_xdg_mime_is_missing(tools: Path) -> None:
    (tools / "xdg-mime").unlink()
    assert not links(tools).can_open("tel")
    install(tools, "gio", 'echo "Default application for “$2”: phone.desktop"')
    assert links(tools).can_open("tel")


def test_other_platforms_open_nothing(tools: Path) -> None:
    assert not Links({"PATH": str(tools)}, "darwin").can_open("https")
