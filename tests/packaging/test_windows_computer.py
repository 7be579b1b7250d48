"""The Windows test computer is built once, keeps to itself, and has a hand that can type."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bootstrap_venv import SetupError
from tests.windows.rig_hand import HandFromOutside
from windows.wine import interpreter, prefix, setup, stages
from windows.wine.hand import Hand, served
from windows.wine.place import Place, windows_path
from windows.wine.prefix import copy_prefix, set_values
from windows.wine.runs import own_folder, remove_left
from windows.wine.screens import TWO_MONITORS
from windows.wine.stages import STAGES, chosen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="wine stands for Windows on Linux")

ROOT = Path(__file__).resolve().parents[2]
UNIT, DESKTOP, _, _ = STAGES


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Give a checkout whose parts are only pretended to be built; `built` notes which."""
    (tmp_path / "packaging" / "requirements").mkdir(parents=True)
    made = Place(tmp_path)
    made.lock.write_text("panda3d==1\n")
    made.wheels.write_text("pytest==1\n")

    def build(name: str, folder: Path) -> None:
        with (tmp_path / "built").open("a") as note:
            note.write(f"{name}\n")
        folder.mkdir()
        (folder / "whole").touch()

    monkeypatch.setattr(setup, "build_interpreter", lambda *given: build("python", given[2]))
    monkeypatch.setattr(setup, "build_prefix", lambda *given: build("prefix", given[1]))
    monkeypatch.setattr(setup, "run", lambda *_: "wine-8.0")
    return made


def built(place: Place) -> list[str]:
    """Give what was built since the last look."""
    note = place.root / "built"
    lines = sorted(note.read_text().split()) if note.exists() else []
    note.unlink(missing_ok=True)
    return lines


def test_the_computer_is_built_once(place: Place) -> None:
    setup.prepare(place, Path("python"))
    assert built(place) == ["prefix", "python"]
    setup.prepare(place, Path("python"))
    assert built(place) == []


def test_a_changed_lock_builds_the_python_anew_and_nothing_else(place: Place) -> None:
    setup.prepare(place, Path("python"))
    built(place)
    place.wheels.write_text("pytest==2\n")
    setup.prepare(place, Path("python"))
    assert built(place) == ["python"]


def test_another_wine_builds_the_windows_anew(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.prepare(place, Path("python"))
    built(place)
    monkeypatch.setattr(setup, "run", lambda *_: "wine-9.0")
    setup.prepare(place, Path("python"))
    assert built(place) == ["prefix"]


def test_an_interrupted_build_is_begun_anew(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*given: Path) -> None:
        given[1].mkdir()
        raise SetupError("the power failed")

    with monkeypatch.context() as interrupted:
        interrupted.setattr(setup, "build_prefix", break_off)
        with pytest.raises(SetupError, match="the power failed"):
            setup.prepare(place, Path("python"))
    assert not place.prefix.exists()
    built(place)
    setup.prepare(place, Path("python"))
    assert "prefix" in built(place)
    assert (place.prefix / "whole").exists()


def test_a_computer_that_cannot_be_built_is_a_failed_stage(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise SetupError("no compiler")

    monkeypatch.setattr(setup, "build_prefix", refuse)
    outcomes, reasons = stages.run_windows_tests(Path("python"), place.root, [])
    assert [outcome.is_passed for outcome in outcomes] == [False]
    assert reasons
    assert "no compiler" in capsys.readouterr().out


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Give an installed Windows of a few files."""
    folder = tmp_path / "prefix"
    users = folder / "drive_c" / "users" / "anna"
    users.mkdir(parents=True)
    (users / "Desktop").symlink_to(tmp_path)
    (users / "note.txt").write_text("old")
    (folder / "drive_c" / "windows").mkdir()
    (folder / "drive_c" / "windows" / "notepad.exe").write_text("program")
    (folder / "dosdevices").mkdir()
    (folder / "dosdevices" / "c:").symlink_to("../drive_c")
    (folder / "user.reg").write_text("WINE REGISTRY Version 2\n")
    return folder


def test_a_copied_windows_takes_no_room_and_changes_nothing_of_the_first(
    installed: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    copy_prefix(installed, copy)
    notepad = Path("drive_c", "windows", "notepad.exe")
    assert (copy / notepad).samefile(installed / notepad)
    (copy / "drive_c" / "users" / "anna" / "note.txt").write_text("new")
    set_values(copy, {"Software\\\\Wine": {"Version": '"win10"'}})
    assert (installed / "drive_c" / "users" / "anna" / "note.txt").read_text() == "old"
    assert '"Version"="win10"' in (copy / "user.reg").read_text()
    assert "win10" not in (installed / "user.reg").read_text()


def test_a_copied_windows_keeps_out_of_the_developers_own_folders(
    installed: Path, tmp_path: Path
) -> None:
    copy_prefix(installed, tmp_path / "copy")
    desktop = tmp_path / "copy" / "drive_c" / "users" / "anna" / "Desktop"
    assert desktop.is_dir()
    assert not desktop.is_symlink()
    environment = prefix.environment(tmp_path / "copy", tmp_path / "home")
    assert environment["HOME"] == str(tmp_path / "home")


def test_a_monitor_that_wine_made_up_is_forgotten(tmp_path: Path) -> None:
    registry = tmp_path / "system.reg"
    kept = '[Software\\\\Wine] 1\n"a"="b"'
    registry.write_text(f'{kept}\n\n[{prefix.MONITORS[0][1:]}\\\\Default_Monitor] 1\n"x"="y"')
    prefix._forget_monitors(registry)
    assert registry.read_text() == kept


def test_the_folder_of_a_killed_computer_is_removed_and_that_of_a_running_one_stays(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    (place.runs / "left").mkdir(parents=True)
    with own_folder(place) as mine:
        remove_left(place)
        assert list(place.runs.iterdir()) == [mine]
    assert list(place.runs.iterdir()) == []


def test_a_path_of_linux_is_spelt_as_windows_reads_it() -> None:
    assert windows_path(Path("/srv/dzwonek/app")) == "Z:\\srv\\dzwonek\\app"


def test_without_paths_every_stage_runs_its_own_tests() -> None:
    assert chosen(UNIT, ["-x"], ROOT) == ["-x", "tests/unit", "tests/contract"]
    assert chosen(DESKTOP, [], ROOT) == ["tests/windows"]


def test_a_path_chooses_the_stages_that_have_it() -> None:
    path = "tests/windows/test_the_computer.py::test_an_open_file_cannot_be_removed"
    assert chosen(UNIT, [path, "-x"], ROOT) is None
    assert chosen(DESKTOP, [path, "-x"], ROOT) == ["-x", path]


def test_a_word_that_is_no_path_is_an_option_of_pytest() -> None:
    assert chosen(DESKTOP, ["-k", "notepad"], ROOT) == ["-k", "notepad", "tests/windows"]


def test_arguments_that_choose_no_test_fail(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "_in_wine", lambda *_: stages.NOTHING_CHOSEN)
    outcomes, _ = stages.run_windows_tests(Path("python"), place.root, ["-k", "notpad"])
    assert not outcomes[-1].is_passed
    assert "-k notpad" in outcomes[-1].title


def test_arguments_may_leave_a_stage_without_tests(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_stages_end(monkeypatch, 0, *[stages.NOTHING_CHOSEN] * 3)
    outcomes, _ = stages.run_windows_tests(Path("python"), place.root, ["-k", "notepad"])
    assert all(outcome.is_passed for outcome in outcomes)


def test_a_stage_without_tests_fails_when_all_are_wanted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_stages_end(monkeypatch, 0, 0, stages.NOTHING_CHOSEN, 0)
    outcomes, _ = stages.run_windows_tests(Path("python"), place.root, [])
    failed = [outcome.title for outcome in outcomes if not outcome.is_passed]
    assert failed == ["Windows, desktop at 150 %"]


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Give a folder of programs that only note what they are told, and how they were called."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("xdotool", "setxkbmap"):
        script = f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/noted"\n'
        (programs / name).write_text(script)
    (programs / "import").write_text("#!/bin/sh\nprintf 'P6\\n2 1\\n255\\n\\n bcde'\n")
    for program in programs.iterdir():
        program.chmod(0o755)
    return programs


def hand_with(programs: Path, origin: tuple[int, int] = (0, 0)) -> Hand:
    """Give a hand that uses these programs."""
    return Hand({"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}, origin)


def test_polish_letters_are_typed_apart_from_the_others(noted: Path) -> None:
    hand_with(noted).type("jaźń!")
    lines = (noted.parent / "noted").read_text().splitlines()
    typed = [line for line in lines if " type " in line]
    assert [line.rpartition("-- ")[2] for line in typed] == ["ja", "!"]
    assert [line.split(" key ")[1].split()[0] for line in lines if " key " in line] == ["x", "n"]


def test_windows_zero_is_the_primary_monitors_corner(noted: Path) -> None:
    hand_with(noted, TWO_MONITORS.origin).click(-1000, 20)
    assert "mousemove 24 20 click" in (noted.parent / "noted").read_text()


def test_a_drag_ends_where_the_button_is_let_go(noted: Path) -> None:
    hand_with(noted).drag(10, 20, 30, 40)
    done = (noted.parent / "noted").read_text()
    moves = "mousemove 10 20 mousedown 1 mousemove 20 30 mousemove 30 40 mouseup 1"
    assert moves in done


def test_a_test_reaches_the_hand_and_sees_every_byte_of_the_picture(noted: Path) -> None:
    with served(hand_with(noted)) as address:
        outside = HandFromOutside(address)
        outside.press("Ctrl+Shift+F9 Pause")
        picture = outside.picture()
        outside.close()
    assert "key ctrl+shift+F9 Pause" in (noted.parent / "noted").read_text()
    assert (picture.width, picture.height) == (2, 1)
    assert picture.pixels == b"\n bcde"


def test_what_the_hand_cannot_do_is_told_to_the_test(noted: Path) -> None:
    (noted / "xdotool").write_text("#!/bin/sh\necho no such key >&2\nexit 1\n")
    with served(hand_with(noted)) as address:
        outside = HandFromOutside(address)
        with pytest.raises(RuntimeError, match="no such key"):
            outside.press("Pauze")
        outside.close()


def test_a_standard_library_of_another_version_is_never_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(interpreter, "VERSION", (3, 99))
    with pytest.raises(SetupError, match=r"install python3\.99"):
        interpreter.standard_library()


def _let_stages_end(monkeypatch: pytest.MonkeyPatch, *codes: int) -> None:
    by_title = dict(zip((stage.title for stage in STAGES), codes, strict=True))

    def in_wine(_: Path, stage: stages.WindowsStage, *__: object) -> int:
        return by_title[stage.title]

    monkeypatch.setattr(stages, "_in_wine", in_wine)


@pytest.mark.parametrize(
    ("title", "failed", "tries"),
    [
        ("Windows, desktop", ["test_a_key"], 2),
        ("Windows, desktop", ["a", "b", "c", "d"], 1),
        ("Windows, unit and contract", ["test_a_sum"], 1),
    ],
)
def test_a_few_failures_on_a_desktop_alone_are_tried_again_and_named(
    place: Place, monkeypatch: pytest.MonkeyPatch, title: str, failed: list[str], tries: int
) -> None:
    tried = _let_tests_fail_once(monkeypatch, title, failed)
    outcomes, _ = stages.run_windows_tests(Path("python"), place.root, [])
    assert len(tried) == tries
    assert all(set(stages.ONLY_FAILED) <= set(arguments) for arguments in tried[1:])
    (outcome,) = (each for each in outcomes if each.title.partition(";")[0] == title)
    assert outcome.is_passed == (tries == 2)
    assert (failed[0] in outcome.title) == (tries == 2)


def test_a_test_that_fails_twice_fails(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_tests_fail_once(monkeypatch, "Windows, desktop", ["test_a_key"], code_of_second=1)
    outcomes, _ = stages.run_windows_tests(Path("python"), place.root, [])
    assert [each.title.partition(";")[0] for each in outcomes if not each.is_passed] == [
        "Windows, desktop"
    ]


def _let_tests_fail_once(
    monkeypatch: pytest.MonkeyPatch, title: str, failed: list[str], code_of_second: int = 0
) -> list[Sequence[str]]:
    """Let these tests of one stage fail at its first run; gives the arguments of its runs."""
    tried: list[Sequence[str]] = []
    cases = "".join(f'<testcase name="{name}"><failure/></testcase>' for name in failed)

    def in_wine(
        _: Path, stage: stages.WindowsStage, record: Path, arguments: Sequence[str], *__: object
    ) -> int:
        if stage.title != title:
            return 0
        tried.append(arguments)
        if len(tried) > 1:
            return code_of_second
        record.write_text(f"<testsuite>{cases}</testsuite>", "utf-8")
        return 1

    monkeypatch.setattr(stages, "_in_wine", in_wine)
    return tried
