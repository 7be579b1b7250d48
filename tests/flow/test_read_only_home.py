"""A home on a disk that takes nothing: every part says so, and nothing is ever called saved."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("mounts", allow_module_level=True)

from dzwonek.config.places import places
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code
from dzwonek.startup.core import Core, open_core
from dzwonek.ui.desk import Desk
from dzwonek.ui.tasks import Tasks
from tests.fakes.form import FakeForm
from tests.fakes.screens import FakeScreens, plain_shot
from tests.fakes.secret_box import MemorySecretBox

pytestmark = [pytest.mark.flow]

ROOT = Path(__file__).parents[2]
SETTINGS = """
[system]
url = "https://twojanazwa.daktela.com"
[agent]
name = "Tobiasz Świeczka"
"""
REPORT = ("report", "--kind", "other", "--description", "cisza", "--no-screenshot")
REPORT_DETAILS = ("--occurrence", "first")
REFUSED = "Nie zapisano: w tym folderze nie wolno zapisywać."
STOP_SECONDS = 5.0


class Disk:
    """A small file system that can be made read-only and writable again."""

    def __init__(self, folder: Path, mount: str) -> None:
        self.folder = folder
        self._mount = mount

    def lock(self) -> None:
        self._remount("ro")

    def unlock(self) -> None:
        self._remount("rw")

    def _remount(self, how: str) -> None:
        subprocess.run([self._mount, "-o", f"remount,{how}", str(self.folder)], check=True)


@pytest.fixture
def disk(
    tmp_path: Path, component: Callable[[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Disk]:
    """Mount a disk and put the program's home on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = component("mount", "mount")
    call = [mount, "-t", "tmpfs", "-o", "size=32m", "dzwonek", str(folder)]
    if subprocess.run(call, check=False, capture_output=True).returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root to mount a disk")
        pytest.skip("needs root to mount a disk")
    monkeypatch.setenv("DZWONEK_HOME", str(folder / "dzwonek"))
    yield Disk(folder, mount)
    subprocess.run([component("umount", "mount"), str(folder)], check=True)


def dzwonek(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    return subprocess.run(
        [sys.executable, "-m", "dzwonek", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def configured() -> None:
    """Lay the settings down, as a first start did."""
    where = places(os.environ)
    where.prepare()
    where.settings_file.write_text(SETTINGS, encoding="utf-8")


def test_where_nothing_could_ever_be_stored_a_command_says_so_and_fails(disk: Disk) -> None:
    disk.lock()

    for words in (REPORT, ("doctor",), ("outbox", "drain")):
        result = dzwonek(*words)
        assert result.returncode == 1
        assert REFUSED in result.stderr
        assert result.stdout == ""
    listed = dzwonek("outbox", "list")
    assert (listed.returncode, listed.stdout) == (0, "")
    assert "[store_read_only: disk_read_only " in listed.stderr


@pytest.mark.parametrize("is_left_open", [True, False])
def test_what_waited_is_listed_shown_and_exported_elsewhere(
    disk: Disk, tmp_path: Path, is_left_open: bool
) -> None:
    configured()
    code = dzwonek(*REPORT, *REPORT_DETAILS).stdout.strip()
    index = places(os.environ).index
    disk.lock()
    log = index.with_name("index.db-wal")
    assert not log.exists()
    if is_left_open:  # as after a crash: what was committed last stands in the log alone
        disk.unlock()
        with open_core(keyring=MemorySecretBox()) as core:
            (entry,) = core.outbox.entries()
            core.outbox.retry(entry.id)
            kept = {path: path.read_bytes() for path in (index, log)}
        for path, content in kept.items():
            path.write_bytes(content)
        disk.lock()
    before = {path: path.read_bytes() for path in index.parent.rglob("*") if path.is_file()}

    file = tmp_path / "list.eml"
    for words in (("list",), ("list", "--json"), ("show", code), ("export", code, str(file))):
        result = dzwonek("outbox", *words)
        assert result.returncode == 0, result.stderr
        assert "[store_read_only: disk_read_only " in result.stderr
        assert REFUSED not in result.stderr
        assert words[0] == "export" or code in result.stdout
    assert b"X-Dzwonek-Report-Id:" in file.read_bytes()
    assert before == {path: path.read_bytes() for path in index.parent.rglob("*") if path.is_file()}


def test_a_report_is_refused_in_words_and_what_waited_is_untouched(disk: Disk) -> None:
    configured()
    before = dzwonek(*REPORT, *REPORT_DETAILS)
    assert before.returncode == 0, before.stderr
    disk.lock()

    refused = dzwonek(*REPORT, *REPORT_DETAILS)
    doctor = dzwonek("doctor")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert REFUSED in refused.stderr
    assert doctor.returncode == 1
    assert f"✗ folder.data: {REFUSED}" in doctor.stdout
    assert f"✗ outbox: {REFUSED}" in doctor.stdout
    disk.unlock()
    listed = dzwonek("outbox", "list")
    assert before.stdout.split()[0] in listed.stdout
    assert listed.stdout.count("DZW-") == 1


@pytest.fixture
def bench(disk: Disk, qapp: object) -> Iterator[tuple[Core, Desk, FakeForm]]:
    """Give the real use cases and stores on the locked disk, and a form without widgets."""
    configured()
    disk.lock()
    tasks, form = Tasks(), FakeForm()
    screens = FakeScreens([plain_shot()])
    with open_core(keyring=MemorySecretBox(), is_patient=True) as core:
        desk = Desk(
            core.reception,
            tasks,
            lambda: screens,
            lambda: form,  # type: ignore[arg-type, return-value] # a form without widgets
        )
        yield core, desk, form
        assert tasks.stop(STOP_SECONDS)


def test_the_form_opens_says_that_nothing_is_stored_and_keeps_what_was_typed(
    bench: tuple[Core, Desk, FakeForm], qtbot: QtBot, disk: Disk
) -> None:
    core, desk, form = bench
    saved: list[object] = []
    desk.saved.connect(saved.append)
    with qtbot.waitSignal(desk.keep_failed) as failed:
        desk.report()
    assert failed.args[0].code is Code.DISK_READ_ONLY
    assert not form.is_kept
    form.draft = replace(
        form.current(),
        kind=Kind.CALL_IN,
        description="nie słychać klienta",
        occurrence=Occurrence.FIRST,
    )

    form.send_wanted.emit(form.draft)
    qtbot.waitUntil(lambda: bool(form.problems))

    assert [problem.code for problem in form.problems] == [Code.DISK_READ_ONLY]
    assert form.is_open()
    assert form.current().description == "nie słychać klienta"
    assert saved == []

    disk.unlock()
    with qtbot.waitSignal(desk.saved):
        form.send_wanted.emit(form.draft)
    assert len(core.outbox.entries()) == 1


def test_the_tray_program_starts_on_a_home_where_nothing_can_be_made(disk: Disk) -> None:
    disk.lock()
    with pytest.raises(Exception, match=Code.DISK_READ_ONLY.value), open_core():
        pass
    with open_core(keyring=MemorySecretBox(), is_patient=True) as core:
        with pytest.raises(Exception, match=Code.DISK_READ_ONLY.value):
            core.places.prepare()
        disk.unlock()
        core.places.prepare()
        assert core.outbox.entries() == ()
