"""Drives behind the network are recognised, and the index keeps no log with shared memory there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox import index
from dzwonek.outbox.drive import Drive, drive_in, drive_of, is_shared, is_unc
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post

# as the kernel writes it, proc(5): optional fields before the dash, a space in a name as \040
MOUNTINFO = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /home rw,relatime shared:5 master:2 - nfs4 serwer.test:/home rw,vers=4.2
31 30 254:1 / /home/ola rw,relatime - ext4 /dev/vdb rw
32 22 0:31 / /mnt/dysk\040firmy rw - cifs //serwer.test/dom rw
33 22 0:33 / /mnt/ssh rw - fuse.sshfs ola@serwer.test: rw
34 22 0:34 / /mnt/sejf rw - fuse.encfs encfs rw
35 22 254:2 / /mnt/twice rw - ext4 /dev/vdc rw
36 35 0:36 / /mnt/twice rw - nfs serwer.test:/twice rw
37 22 0:37 / /mnt/host rw - 9p hostshare rw
"""
ON_THE_NETWORK = Drive("nfs4", is_network=True)


@pytest.mark.parametrize(
    ("path", "kind", "is_network"),
    [
        ("/var/lib/x", "ext4", False),
        ("/home", "nfs4", True),
        ("/home/ania/.local/share/dzwonek/data", "nfs4", True),
        ("/home/ola/.local/share/dzwonek/data", "ext4", False),
        ("/home/olaf", "nfs4", True),
        ("/mnt/dysk firmy/dzwonek", "cifs", True),
        ("/mnt/ssh/dzwonek", "fuse.sshfs", True),
        ("/mnt/sejf/dzwonek", "fuse.encfs", False),
        ("/mnt/twice", "nfs", True),
        ("/mnt/host/dzwonek", "9p", True),
    ],
)
def test_the_mount_that_leads_to_a_folder_says_what_it_lies_on(
    path: str, kind: str, is_network: bool
) -> None:
    assert drive_in(MOUNTINFO, path) == Drive(kind, is_network)


def test_lines_that_nobody_understands_are_passed_over() -> None:
    assert drive_in("", "/home") == Drive()
    assert drive_in("30 22 - \nodd\n\n", "/home") == Drive()


@pytest.mark.parametrize("kind", ["smb3", "ceph", "fuse.rclone", "fuse.glusterfs", "smbfs"])
def test_what_other_computers_share_is_a_network_drive(kind: str) -> None:
    assert is_shared(kind)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "overlay", "fuseblk", "fuse", "apfs", ""])
def test_what_this_computer_has_alone_is_none(kind: str) -> None:
    assert not is_shared(kind)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\serwer\dom\ania", True),
        (r"\\?\UNC\serwer\dom\ania", True),
        (r"\\?\C:\Users\ania", False),
        (r"\\.\pipe\x", False),
        (r"C:\Users\ania", False),
    ],
)
def test_a_path_that_names_a_server_is_on_the_network(path: str, expected: bool) -> None:
    assert is_unc(path) is expected


def test_this_very_folder_is_looked_at_and_one_that_is_not_made_yet_too(tmp_path: Path) -> None:
    assert drive_of(tmp_path) == drive_of(tmp_path / "not" / "made yet")
    assert not drive_of(tmp_path).is_network
    if sys.platform == "linux":
        assert drive_of(tmp_path).kind


@pytest.fixture
def network_drive(monkeypatch: pytest.MonkeyPatch, expected_warnings: list[str]) -> None:
    """Everything lies on a network drive from here on."""
    monkeypatch.setattr(index, "drive_of", lambda _: ON_THE_NETWORK)
    expected_warnings.append("index on a network drive kind=nfs4")


def setting(outbox: SealedOutbox, name: str) -> object:
    return outbox.index.file.read(f"PRAGMA {name}")[0][name]


@pytest.mark.usefixtures("network_drive")
def test_on_a_network_drive_the_index_has_a_rollback_journal_and_syncs_the_folder_too(
    reopen: Callable[[], SealedOutbox], clock: FakeClock, tmp_path: Path
) -> None:
    outbox = reopen()
    outbox.recover()
    desk = Desk(outbox, Post(), clock)
    report_id = desk.submit(1)
    desk.run(timedelta(minutes=1))

    assert outbox.entry(report_id).state is State.DELIVERED
    assert setting(outbox, "journal_mode") == "delete"
    assert setting(outbox, "synchronous") == 3
    assert setting(outbox, "locking_mode") == "normal"
    assert setting(outbox, "secure_delete") == 1
    assert {path.name for path in (tmp_path / "data").glob("index.db*")} == {"index.db"}


def test_an_index_that_comes_to_a_network_drive_with_its_log_keeps_every_report(
    reopen: Callable[[], SealedOutbox],
    clock: FakeClock,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    before = reopen()
    before.recover()
    Desk(before, Post(), clock).submit(1)
    log = (tmp_path / "data" / "index.db-wal").read_bytes()
    main = (tmp_path / "data" / "index.db").read_bytes()
    before.close()
    (tmp_path / "data" / "index.db").write_bytes(main)  # as a copied profile: not emptied yet
    (tmp_path / "data" / "index.db-wal").write_bytes(log)
    assert log

    request.getfixturevalue("network_drive")
    outbox = reopen()
    outbox.recover()

    assert setting(outbox, "journal_mode") == "delete"
    assert [entry.state for entry in outbox.entries()] == [State.QUEUED]
    assert outbox.index.file.read("PRAGMA quick_check")[0]["quick_check"] == "ok"


@pytest.mark.usefixtures("network_drive")
def test_two_programs_share_an_index_on_a_network_drive(
    reopen: Callable[[], SealedOutbox], clock: FakeClock
) -> None:
    one, other = reopen(), reopen()
    one.recover()
    other.recover()
    for number, outbox in enumerate((one, other, one, other)):
        Desk(outbox, Post(), clock).submit(number)

    assert len(one.entries()) == len(other.entries()) == 4


def test_back_on_a_drive_of_this_computer_the_log_is_used_again(
    reopen: Callable[[], SealedOutbox],
    clock: FakeClock,
    expected_warnings: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected_warnings.append("index on a network drive kind=nfs4")
    with monkeypatch.context() as patch:
        patch.setattr(index, "drive_of", lambda _: ON_THE_NETWORK)
        away = reopen()
        away.recover()
        Desk(away, Post(), clock).submit(1)
        away.close()

    outbox = reopen()
    outbox.recover()

    assert setting(outbox, "journal_mode") == "wal"
    assert len(outbox.entries()) == 1
