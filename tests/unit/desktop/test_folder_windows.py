"""Whose a folder is on Windows, by its access list."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.desktop.folder_windows import make_own, make_private, only_for, what_is_wrong
from dzwonek.domain.problem import ProblemError

EWA = "S-1-5-21-1004336348-1177238915-682003330-1104"
JAN = "S-1-5-21-1004336348-1177238915-682003330-1105"
ADMINS = "S-1-5-21-1004336348-1177238915-682003330-512"
OWN = f"O:{EWA}{only_for(EWA)}"


class FakeFolders:
    """Implements Folders on the test's own disk; `lists` holds the access lists there are."""

    def __init__(self) -> None:
        self.lists: dict[Path, str] = {}
        self.links: set[Path] = set()
        self.takes_lists = True

    def user(self) -> str:
        return EWA

    def make(self, folder: Path, access: str) -> bool:
        if folder.exists():
            return False
        folder.mkdir()
        self.lists[folder] = f"O:{EWA}{access}"
        return True

    def is_link(self, folder: Path) -> bool:
        return folder in self.links

    def access(self, folder: Path) -> str:
        return self.lists[folder]

    def close(self, folder: Path, access: str) -> None:
        if not self.takes_lists:
            raise PermissionError(13, "denied")
        self.lists[folder] = f"O:{EWA}{access}"


@pytest.mark.parametrize(
    "access",
    [
        OWN,
        f"O:BAG:DUD:PAI(A;OICI;FA;;;{EWA})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)",
        f"O:{EWA}D:AI(A;OICIID;FA;;;CO)(A;OICIID;0x1f01ff;;;{EWA})(A;ID;FA;;;S-1-5-18)",
        f"O:S-1-5-32-544D:(A;;FA;;;{ADMINS})(D;;FA;;;WD)(A;;FA;;;{EWA})",
    ],
)
def test_the_user_the_system_and_administrators_may_have_rights(access: str) -> None:
    assert what_is_wrong(access, EWA) == ""


@pytest.mark.parametrize(
    "access",
    [
        f"O:{EWA}D:(A;OICI;FA;;;{EWA})(A;OICI;FR;;;WD)",
        f"O:{EWA}D:(A;OICI;FA;;;{EWA})(A;OICI;0x1200a9;;;BU)",
        f"O:{EWA}D:(A;OICI;FA;;;{EWA})(A;OICI;FA;;;AU)",
        f"O:{EWA}D:(A;OICI;FA;;;{EWA})(A;OICI;FA;;;{JAN})",
        f"O:{EWA}D:(A;;FA;;;{EWA})(A;OICIIO;GR;;;S-1-1-0)",
        f'O:{EWA}D:(A;;FA;;;{EWA})(XA;;FR;;;WD;(@User.clearance == "x" && Member_of {{BA}}))',
        f"O:{EWA}D:(A;;FA;;;{EWA})(XA;;FR;;;WD;(@User.Project Any_of 1))",
        f"O:{EWA}D:NO_ACCESS_CONTROL",
        f"O:{EWA}",
    ],
)
def test_a_right_of_anybody_else_makes_a_folder_open(access: str) -> None:
    assert what_is_wrong(access, EWA) == "open"


@pytest.mark.parametrize("access", [f"O:{JAN}{only_for(EWA)}", only_for(EWA), "O:WDD:"])
def test_a_folder_of_somebody_else_is_refused(access: str) -> None:
    assert what_is_wrong(access, EWA) == "owner"


def test_a_new_folder_is_made_for_this_user_alone(tmp_path: Path) -> None:
    folders = FakeFolders()
    folder = tmp_path / "dane" / "ewa"
    make_own(folder, folders)
    assert folders.lists == {folder: OWN}
    make_own(folder, folders)


def test_what_is_there_and_open_or_a_junction_is_refused(tmp_path: Path) -> None:
    folders = FakeFolders()
    folder = tmp_path / "shared"
    folder.mkdir()
    folders.lists[folder] = f"O:{EWA}D:(A;;FA;;;WD)"
    with pytest.raises(ProblemError) as caught:
        make_own(folder, folders)
    assert caught.value.problem.values == {"path": str(folder), "reason": "open"}
    folders.links.add(folder)
    with pytest.raises(ProblemError) as caught:
        make_own(folder, folders)
    assert caught.value.problem.values["reason"] == "link"


@pytest.mark.parametrize("takes_it", [True, False])
def test_an_open_folder_of_the_users_own_home_is_closed_or_refused(
    takes_it: bool, tmp_path: Path
) -> None:
    folders = FakeFolders()
    folders.takes_lists = takes_it
    folders.lists[tmp_path] = f"O:{EWA}D:(A;;FA;;;WD)"
    if takes_it:
        make_private(tmp_path, folders)
        assert folders.lists[tmp_path] == OWN
        return
    with pytest.raises(ProblemError) as caught:
        make_private(tmp_path, folders)
    assert caught.value.problem.values == {"path": str(tmp_path), "reason": "open"}


def test_somebody_elses_folder_in_a_home_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folders = FakeFolders()
    theirs = f"O:{JAN}D:(A;;FA;;;WD)"
    folders.lists[tmp_path] = theirs
    with pytest.raises(ProblemError) as caught:
        make_private(tmp_path, folders)
    assert caught.value.problem.values["reason"] == "owner"
    assert folders.lists[tmp_path] == theirs


def test_a_new_folder_in_a_home_is_made_for_this_user_alone(tmp_path: Path) -> None:
    folders = FakeFolders()
    make_private(tmp_path / "dom" / "state", folders)
    assert folders.lists == {tmp_path / "dom" / "state": OWN}
