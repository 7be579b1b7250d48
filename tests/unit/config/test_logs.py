"""What the log tells, and what it must not."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dzwonek.config.logs import (
    LogFile,
    RedactingFormatter,
    failure_text,
    redacted,
    start_logging,
    stop_logging,
)

REPORT = "01890a5d-ac96-774b-bcce-b302099a8057"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "dzwonek.log"
    handler = start_logging(file)
    yield file
    stop_logging(handler)


def log(message: str, *values: object) -> None:
    logging.getLogger("dzwonek.test").info(message, *values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("550 5.1.1 <ewa.nowak@firma.example>: unknown", "550 5.1.1 <<address>>: unknown"),
        ("from zażółć@firma.example to x@[10.0.0.1]", "from <address> to <address>"),
        ("call 730 770 660 now", "call <digits> now"),
        ("call +48 22-378-47-56", "call <digits>"),
        ("call (22) 378 47 56", "call (<digits>"),
        ("number 730770660", "number <digits>"),
        ("12345 stays, 123456 goes", "12345 stays, <digits> goes"),
        ("token 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "token <token>"),
        ("Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x1", "Bearer <token>"),
        (f"report {REPORT} sent", f"report {REPORT} sent"),
        (f"delivered id={REPORT} code=250", f"delivered id={REPORT} code=250"),
        ("token=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "token=<token>"),
        ("key=c2VjcmV0L3NlY3JldC9zZWNyZXQ5OQ==", "key=<token>"),
        ("number=730770660", "number=<digits>"),
        ("code DZW-012345", "code DZW-012345"),
        ("due 2026-11-22T10:11:12+00:00", "due 2026-11-22T10:11:12+00:00"),
        ("base64 c2VjcmV0L3NlY3JldC9zZWNyZXQ5OQ==", "base64 <token>"),
        ("uuid 9f86d081-8844-4d65-9a2f-eaa0c55ad015", "uuid <token>"),
        ("451 4.7.1 try later in 300 s", "451 4.7.1 try later in 300 s"),
        (
            "daktela_answer_unknown in dzwonek.daktela.client",
            "daktela_answer_unknown in dzwonek.daktela.client",
        ),
        ("file /home/ewa/.config/dzwonek/settings.toml", "file ~/.config/dzwonek/settings.toml"),
    ],
)
def test_what_tells_of_people_is_taken_out(text: str, expected: str) -> None:
    assert redacted(text, "/home/ewa") == expected


def test_an_event_is_one_line_with_time_rank_and_name(log_file: Path) -> None:
    log("report %s delivered code=%s", REPORT, "250")
    line = log_file.read_text(encoding="utf-8")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO dzwonek\.test "
        rf"report {REPORT} delivered code=250\n",
        line,
    )


def test_no_message_can_forge_an_event(log_file: Path) -> None:
    log("text %s", "a\r\n2020-01-01T00:00:00.000Z INFO dzwonek x\u2028b\x85c")
    lines = log_file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_failure_is_told_without_any_local_value(log_file: Path) -> None:
    def sign_in(password: str) -> None:
        raise ValueError("no such user ewa@firma.example")

    try:
        sign_in("bardzo-tajne")
    except ValueError as error:
        logging.getLogger("dzwonek.test").info("failed", exc_info=True)
        told = failure_text(error)
    text = log_file.read_text(encoding="utf-8")
    for tale in (text, told):
        assert "ValueError: no such user <address>" in tale
        assert f'File "{__file__}", line' in tale
        assert "in sign_in" in tale
        assert "ewa@" not in tale
    assert "    Traceback" in text


def test_causes_are_told_and_redacted_too() -> None:
    try:
        try:
            raise OSError("host of ewa@firma.example")
        except OSError as error:
            raise RuntimeError("730 770 660") from error
    except RuntimeError as error:
        told = failure_text(error)
    assert "OSError: host of <address>" in told
    assert "RuntimeError: <digits>" in told


@pytest.mark.parametrize(
    "text",
    [
        r"C:\Users\Ewa\notes.txt",
        r"[WinError 5] Access is denied: 'C:\\Users\\Ewa\\notes.txt'",
        "c:/users/ewa/notes.txt",
    ],
)
def test_the_users_folder_is_taken_out_however_windows_writes_it(text: str) -> None:
    told = redacted(text, r"C:\Users\Ewa")
    assert "~" in told
    assert "ewa" not in told.lower()


def test_a_log_that_cannot_turn_over_just_now_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "somebody reads it")

    path = tmp_path / "dzwonek.log"
    path.write_text("x" * 100, encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    handler = LogFile(path, size_limit=10)
    handler.emit(logging.LogRecord("dzwonek", logging.INFO, "", 0, "still here", None, None))
    assert path.read_text("utf-8").endswith("still here\n")


def test_a_full_log_turns_over_and_three_old_ones_are_kept(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / "d.log", size_limit=200)
    handler.setFormatter(RedactingFormatter())
    for number in range(40):
        handler.emit(logging.makeLogRecord({"msg": f"event {number} {'x' * 30}", "levelno": 20}))
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["d.log", "d.log.1", "d.log.2", "d.log.3"]
    newest = "".join((tmp_path / name).read_text() for name in reversed(names))
    found = [int(number) for number in re.findall(r"event (\d+)", newest)]
    assert found == list(range(found[0], 40))
    assert len(found) >= 8


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = LogFile(tmp_path / "gone" / "d.log")
    handler.emit(logging.makeLogRecord({"msg": "lost", "levelno": 20}))
    assert capsys.readouterr().err == ""


def test_the_file_is_open_only_while_a_line_is_written(log_file: Path) -> None:
    log("one")
    log_file.unlink()  # Windows would refuse this for an open file
    log("two")
    assert "two" in log_file.read_text(encoding="utf-8")


def test_half_a_character_does_not_lose_the_line(log_file: Path) -> None:
    log("name %s", "\ud800")
    assert "name \\ud800" in log_file.read_text(encoding="utf-8")


if sys.platform == "linux":

    def test_the_file_is_closed_to_others(log_file: Path) -> None:
        log("one")
        assert log_file.stat().st_mode & 0o777 == 0o600

    def test_a_link_in_the_logs_place_is_not_followed(log_file: Path, tmp_path: Path) -> None:
        other = tmp_path / "other"
        other.write_text("mine", encoding="utf-8")
        log_file.symlink_to(other)
        log("lost")
        assert other.read_text(encoding="utf-8") == "mine"

    def test_a_crash_leaves_no_core() -> None:
        look = (
            "import resource, ctypes\n"
            "from dzwonek.config.logs import forbid_core_dumps\n"
            "forbid_core_dumps()\n"
            "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", look],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == "(0, 0) 0"
