"""How a command ends when something is in its way: always with its code, never with a traceback."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dzwonek.cli import main
from dzwonek.domain.problem import Code, trouble

COMMANDS = (
    ("outbox", "list"),
    ("doctor",),
    ("setup", "--url", "localhost"),
    ("secret", "set", "mail"),
    ("report", "--kind", "other", "--no-screenshot", "--description", "x"),
    ("--hidden",),
)


@pytest.fixture(autouse=True)
def a_secret_on_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("tajne\n"))


def program(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("PYTHONUNBUFFERED", None)  # what waits in a buffer breaks only at the end
    command = [sys.executable, "-m", "dzwonek", *arguments]
    return subprocess.run(  # type: ignore[call-overload,no-any-return]  # any options of `run`
        command, env=environment, stderr=subprocess.PIPE, text=True, timeout=60, check=False, **more
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_home_that_cannot_be_used_is_told_in_words(
    command: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("DZWONEK_HOME", str(tmp_path))
    (tmp_path / "config").write_text("in the way", encoding="utf-8")
    assert main(command) == 1
    told = capsys.readouterr().err
    assert told.startswith("dzwonek: Nie zapisano")
    assert f"[disk_failed: EEXIST {tmp_path / 'config'}]" in told


def test_a_policy_that_is_no_file_is_told_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["policy", "admx", str(tmp_path / "plik" / "x")]) == 0
    (tmp_path / "tu").write_text("in the way", encoding="utf-8")
    assert main(["policy", "admx", str(tmp_path / "tu")]) == 1
    assert "[file_not_written]" in capsys.readouterr().err


def test_an_interruption_is_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dzwonek.startup.core.start_logging", interrupted)
    assert main(["outbox", "list"]) == 130
    assert capsys.readouterr().err == ""


if sys.platform != "win32":

    @pytest.mark.parametrize("arguments", [("version",), ("--help",), ("outbox", "list", "--json")])
    def test_a_reader_that_left_is_no_fault_worth_a_word(arguments: tuple[str, ...]) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            ended = program(*arguments, stdout=writing)
        finally:
            os.close(writing)
        assert ended.stderr == ""
        assert ended.returncode == (0 if arguments == ("--help",) else 1)

    def test_a_report_is_saved_even_if_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
        settings = Path(os.environ["DZWONEK_HOME"]) / "config" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(
            '[system]\nurl = "https://twojanazwa.daktela.com"\n'
            '[delivery.mail]\nhost = "smtp.firma.example"\nfrom = "dzwonek@firma.example"\n',
            "utf-8",
        )
        reading, writing = os.pipe()
        os.close(reading)
        report = ("report", "--kind", "other", "--no-screenshot", "--agent", "Tobiasz Świeczka")
        try:
            ended = program(*report, "--description", "x", stdout=writing)
        finally:
            os.close(writing)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert program("outbox", "list", stdout=subprocess.PIPE).stdout.count("DZW-") == 1


def test_output_that_lacks_a_letter_shows_its_number(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = io.BytesIO()
    console = io.TextIOWrapper(written, encoding="ascii")
    monkeypatch.setattr(console, "isatty", lambda: True)  # a pipe gets UTF-8 on Windows
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["policy", "admx", str(tmp_path / "szabłony")]) == 0
    assert b"szab\\u0142ony" in written.getvalue()


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, trouble(Code.DISK_FULL)])
@pytest.mark.parametrize("place", ["keep_pictures", "submit"])
def test_a_report_that_breaks_off_leaves_no_draft(
    error: BaseException | type[BaseException], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft is stored before its pictures, and goes when nothing comes of it."""
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.submit import Submission

    stored: list[int] = []

    def broken(*_: object) -> None:
        drafts = Path(os.environ["DZWONEK_HOME"]) / "data" / "drafts"
        stored.append(len(list(drafts.glob("*/draft.dzw"))))
        raise error

    owner = Reception if place == "keep_pictures" else Submission
    monkeypatch.setattr(owner, place, broken)
    report = ["report", "--kind", "other", "--no-screenshot", "--description", "x"]
    if error is RuntimeError:
        with pytest.raises(RuntimeError):
            main(report)
    else:
        assert main(report) == (130 if error is KeyboardInterrupt else 1)
    assert stored == [1]
    assert not list((Path(os.environ["DZWONEK_HOME"]) / "data" / "drafts").glob("*"))
