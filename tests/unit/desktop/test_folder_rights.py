"""Whether users may change what lies in the program's folder, from lists as Windows writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.desktop.folder_rights import INSTALLER, is_closed_to_users, may_users_change

SOMEBODY = "S-1-5-21-1-2-3-1001"
# As icacls shows C:\Program Files\…: users read and start, nobody but administrators writes.
PROGRAM_FILES = (
    f"O:{INSTALLER}D:AI(A;ID;FA;;;{INSTALLER})(A;CIIOID;GA;;;{INSTALLER})(A;ID;FA;;;SY)"
    "(A;OICIIOID;GA;;;SY)(A;ID;FA;;;BA)(A;OICIIOID;GA;;;BA)(A;ID;0x1200a9;;;BU)"
    "(A;OICIIOID;GXGR;;;BU)(A;OICIIOID;GA;;;CO)(A;ID;0x1200a9;;;AC)"
)
# As Windows makes a folder on another drive: those who are logged on may modify.
ON_ANOTHER_DRIVE = "O:BAD:AI(A;OICIID;FA;;;BA)(A;OICIID;FA;;;SY)(A;OICIID;0x1301bf;;;AU)"


class FakeFolders:
    """Folders with access lists; `links` are those that lead elsewhere."""

    def __init__(self, access: str, *, is_link: bool = False) -> None:
        self._access, self._is_link = access, is_link

    def user(self) -> str:
        return SOMEBODY

    def make(self, folder: Path, access: str) -> bool:
        raise AssertionError("nothing is made")

    def is_link(self, folder: Path) -> bool:
        return self._is_link

    def access(self, folder: Path) -> str:
        return self._access

    def close(self, folder: Path, access: str) -> None:
        raise AssertionError("nothing is changed")


def test_program_files_are_closed_and_another_drive_is_open(tmp_path: Path) -> None:
    assert is_closed_to_users(tmp_path, FakeFolders(PROGRAM_FILES))
    assert not is_closed_to_users(tmp_path, FakeFolders(ON_ANOTHER_DRIVE))
    assert not is_closed_to_users(tmp_path, FakeFolders(PROGRAM_FILES, is_link=True))


@pytest.mark.parametrize(
    "entry",
    [
        "(A;;FW;;;BU)",
        "(A;OICIIO;GRGW;;;WD)",
        "(A;;0x2;;;AU)",
        "(A;;CCDCLC;;;AU)",
        "(A;;WD;;;IU)",
        f"(A;;0x10000;;;{SOMEBODY})",
        '(XA;;FA;;;BU;(WIN://SYSAPPID Contains "x"))',
        "(XA;;FA;;;WD;((@User.Title == 1) && (Member_of {SID(BA)})))",
    ],
)
def test_whoever_may_add_delete_or_take_over_may_change(entry: str) -> None:
    assert may_users_change(f"O:BAD:(A;;FA;;;BA){entry}")


@pytest.mark.parametrize("entry", ["(A;;FR;;;BU)", "(A;;0x1200a9;;;WD)", "(D;;FA;;;BU)", ""])
def test_whoever_may_read_and_start_changes_nothing(entry: str) -> None:
    assert not may_users_change(f"O:SYD:PAI(A;;FA;;;SY){entry}")


@pytest.mark.parametrize(
    "access",
    [f"O:{SOMEBODY}D:(A;;FA;;;SY)", "O:BA", "O:BAD:NO_ACCESS_CONTROL", "", "D:(A;;FA;;;SY)"],
)
def test_an_owner_among_the_users_or_no_list_at_all_is_open(access: str) -> None:
    assert may_users_change(access)
