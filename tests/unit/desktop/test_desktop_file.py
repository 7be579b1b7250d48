"""The text of desktop entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.desktop.desktop_file import compose, exec_line, read_keys, write_if_changed


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("/usr/bin/dzwonek", "--hidden"), "/usr/bin/dzwonek --hidden"),
        (("/opt/moje programy/dzwonek",), '"/opt/moje programy/dzwonek"'),
        (("/a/b", "x$y"), r'/a/b "x\\$y"'),
        (("/a/b", "back\\slash"), r'/a/b "back\\\\slash"'),
        (("/a/b", 'say "so"'), r'/a/b "say \\"so\\""'),
        (("/a/b", "100%"), "/a/b 100%%"),
        (("/a/b", ""), '/a/b ""'),
        (("/żółty/dzwonek",), "/żółty/dzwonek"),
    ],
)
def test_a_command_is_quoted_as_the_specification_says(command: tuple[str, ...], line: str) -> None:
    assert exec_line(command) == line


def test_what_is_composed_is_read_back() -> None:
    keys = {"Type": "Application", "Exec": exec_line(("/a b", "c=d"))}
    text = compose({"Desktop Entry": keys, "Desktop Action x": {"Exec": "other"}})
    assert read_keys(text) == keys


def test_nonsense_in_an_entry_is_passed_over() -> None:
    assert read_keys("Exec=before\n[Desktop Entry]\n# Exec=no\nnonsense\nHidden = true\n") == {
        "Hidden": "true"
    }


def test_a_file_is_written_only_when_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    assert write_if_changed(path, b"one")
    before = path.stat().st_mtime_ns
    assert not write_if_changed(path, b"one")
    assert path.stat().st_mtime_ns == before
    assert write_if_changed(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["file"]
