"""The launcher entry and the icon."""

from __future__ import annotations

from pathlib import Path

from dzwonek.desktop.desktop_file import read_keys
from dzwonek.desktop.entry import install_entry

ICONS = {"scalable": b"<svg/>", "48x48": b"png"}
ENTRY = Path("applications/pl.dzwonek.Dzwonek.desktop")
THEME = Path("icons/hicolor")


def test_entry_and_icons_are_put_where_desktops_look(tmp_path: Path) -> None:
    assert install_entry(tmp_path, ("/opt/a b/dzwonek",), ICONS)
    keys = read_keys((tmp_path / ENTRY).read_text("utf-8"))
    assert keys["Exec"] == '"/opt/a b/dzwonek"'
    assert keys["Icon"] == "pl.dzwonek.Dzwonek"
    svg = tmp_path / THEME / "scalable" / "apps" / "pl.dzwonek.Dzwonek.svg"
    png = tmp_path / THEME / "48x48" / "apps" / "pl.dzwonek.Dzwonek.png"
    assert (svg.read_bytes(), png.read_bytes()) == (b"<svg/>", b"png")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    assert install_entry(tmp_path, ("dzwonek",), ICONS)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    before = [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in files]
    assert not install_entry(tmp_path, ("dzwonek",), ICONS)
    assert [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in files] == before


def test_a_moved_program_or_a_new_picture_is_written(tmp_path: Path) -> None:
    install_entry(tmp_path, ("dzwonek",), ICONS)
    assert install_entry(tmp_path, ("/new/dzwonek",), ICONS)
    assert install_entry(tmp_path, ("/new/dzwonek",), {**ICONS, "48x48": b"other"})


def test_a_place_that_cannot_be_written_never_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file where a folder should be")
    (tmp_path / "icons").write_text("here too")
    assert not install_entry(tmp_path, ("dzwonek",), ICONS)
