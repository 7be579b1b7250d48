"""Handing a report to a mail program on Windows: one that is registered for Simple MAPI, or not.

The mail program is a small library of the tests, loaded by Windows's own mapi32.
"""

from __future__ import annotations

import os
import sys
import time
import winreg
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

assert sys.platform == "win32"

from dzwonek.desktop import mail_ways  # noqa: E402 - Windows alone
from dzwonek.desktop.mail_program import DesktopMailProgram, mail_program_for  # noqa: E402
from dzwonek.domain.ports import Handed, Unsent  # noqa: E402
from dzwonek.domain.problem import Code, ProblemError  # noqa: E402
from tests.windows.rig_compiler import compiled  # noqa: E402
from tests.windows.rig_windows import until  # noqa: E402

HERE = Path(__file__).parent
CHILD = (sys.executable, "-X", "utf8", "-m", "dzwonek")
PICTURE = b"\x89PNG" * 50_000
MESSAGE = Unsent(
    name="DZW-4K7QZM",
    recipients=("daktela@daktela.pl",),
    subject="Problem: połączenie przychodzące",
    text="URL: twojanazwa.daktela.com\nOpis: zażółć gęślą jaźń",
    attachments=(("ekran-1.png", PICTURE),),
    eml=b"X-Unsent: 1\r\nSubject: x\r\n\r\n",
)
# What stands for the program that opens .eml files: it copies the file that it was given.
OPENER = "import os, shutil, sys; shutil.copy(sys.argv[1], os.environ['DZWONEK_TEST_OPENED'])"

Registered = Callable[[str], None]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(HERE / "mapi_stub.c", tmp_path_factory.mktemp("post") / "post.dll")


@pytest.fixture
def values() -> Iterator[Callable[[int, str, str, str | None], None]]:
    """Set values of the registry, and put back what was there."""
    before: list[tuple[int, str, str, str | None]] = []

    def put(hive: int, key: str, name: str, text: str | None) -> str | None:
        with winreg.CreateKeyEx(hive, key, 0, winreg.KEY_ALL_ACCESS) as opened:
            try:
                old: str | None = winreg.QueryValueEx(opened, name)[0]
            except FileNotFoundError:
                old = None
            if text is not None:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
            elif old is not None:
                winreg.DeleteValue(opened, name)
        return old

    yield lambda hive, key, name, text: before.append((hive, key, name, put(hive, key, name, text)))
    for hive, key, name, text in reversed(before):
        put(hive, key, name, text)


Values = Callable[[int, str, str, str | None], None]


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file into which the registered mail program writes what it was handed."""
    monkeypatch.setenv("DZWONEK_TEST_MAPI", str(tmp_path / "heard.txt"))
    return tmp_path / "heard.txt"


@pytest.fixture
def registered(library: Path, values: Values, monkeypatch: pytest.MonkeyPatch) -> Registered:
    """Register the mail program of the tests, which then does as it is told."""

    def register(does: str) -> None:
        monkeypatch.setenv("DZWONEK_TEST_MAPI_DOES", does)
        clients = r"Software\Clients\Mail"
        values(winreg.HKEY_LOCAL_MACHINE, clients, "", "Dzwonek's test")
        own = rf"{clients}\Dzwonek's test"
        for name in ("DLLPath", "DLLPathEx"):
            values(winreg.HKEY_LOCAL_MACHINE, own, name, str(library))

    return register


@pytest.fixture
def no_mapi(values: Values) -> None:
    """Have no program registered for Simple MAPI; wine brings one."""
    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        values(hive, r"Software\Clients\Mail", "", None)


@pytest.fixture
def opener(tmp_path: Path, values: Values, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Register a program for .eml files; it copies them to the path that this gives."""
    opened = tmp_path / "opened.eml"
    monkeypatch.setenv("DZWONEK_TEST_OPENED", str(opened))
    script = tmp_path / "opener.py"
    script.write_text(OPENER)
    command = f'"{sys.executable}" "{script}" "%1"'
    values(winreg.HKEY_LOCAL_MACHINE, r"Software\Classes\.eml", "", "Dzwonek.Test")
    key = r"Software\Classes\Dzwonek.Test\shell\open\command"
    values(winreg.HKEY_LOCAL_MACHINE, key, "", command)
    return opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ze spacją i żółcią" / "mail-program"


@pytest.fixture
def program(folder: Path) -> Iterator[Callable[[], DesktopMailProgram]]:
    made: list[DesktopMailProgram] = []

    def make() -> DesktopMailProgram:
        made.append(mail_program_for(dict(os.environ), sys.platform, folder, CHILD))
        return made[-1]

    yield make
    for each in made:
        each.close()


Make = Callable[[], DesktopMailProgram]


def test_a_registered_mail_program_gets_everything(
    registered: Registered, heard: Path, program: Make, folder: Path
) -> None:
    registered("take")
    assert program().hand_over(MESSAGE) is Handed.WHOLE
    assert heard.read_text("utf-8").splitlines() == [
        "subject Problem: połączenie przychodzące",
        "to SMTP:daktela@daktela.pl",
        "file ekran-1.png",
        f"size {len(PICTURE)}",
        "flags 9",  # MAPI_LOGON_UI | MAPI_DIALOG: a person looks at it first
        "text URL: twojanazwa.daktela.com",
        "Opis: zażółć gęślą jaźń",
    ]
    assert not list(folder.iterdir())


def test_a_message_closed_unsent_is_told(
    registered: Registered, heard: Path, program: Make, folder: Path
) -> None:
    registered("abort")
    assert code_of(program()) is Code.MAIL_PROGRAM_CLOSED
    assert not list(folder.iterdir())


@pytest.mark.parametrize("does", ["crash", "fail"])
def test_a_mail_program_that_crashes_takes_nobody_along_and_the_file_is_opened(
    registered: Registered, heard: Path, opener: Path, program: Make, does: str
) -> None:
    registered(does)
    assert program().hand_over(MESSAGE) is Handed.FILE
    until(opener.exists, "the opened file")
    until(lambda: opener.read_bytes() == MESSAGE.eml, "the whole file")


def test_a_mail_program_that_hangs_is_left_at_the_deadline(
    registered: Registered,
    heard: Path,
    program: Make,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mail_ways, "WRITING", timedelta(seconds=8))
    registered("hang")
    began_at = time.monotonic()
    assert code_of(program()) is Code.MAIL_PROGRAM_LATE
    assert 7 < time.monotonic() - began_at < 30
    assert heard.exists()  # it was called, and never came back
    assert not list(folder.iterdir())


def test_without_mapi_the_file_is_opened_and_kept_until_it_is_read(
    no_mapi: None, opener: Path, program: Make, folder: Path
) -> None:
    whole = program()
    assert whole.hand_over(MESSAGE) is Handed.FILE
    until(opener.exists, "the opened file")
    until(lambda: opener.read_bytes() == MESSAGE.eml, "the whole file")
    whole.close()
    assert not list(folder.iterdir())


def test_a_program_that_keeps_the_file_open_only_delays_its_end(
    no_mapi: None, opener: Path, program: Make, folder: Path
) -> None:
    whole = program()
    whole.hand_over(MESSAGE)
    (eml,) = folder.glob("*/*.eml")
    with eml.open("rb"):
        whole.close()
        assert eml.exists()
    moment = time.time() - 7200
    os.utime(eml.parent, (moment, moment))
    program().tidy()
    assert not list(folder.iterdir())


def code_of(program: DesktopMailProgram) -> Code:
    with pytest.raises(ProblemError) as failure:
        program.hand_over(MESSAGE)
    return failure.value.problem.code
