"""Where reports and drafts lie: at home, or in the folder that a policy chose.

When that changes, what lies in the earlier folder is brought along, so that nothing stays behind
unsent. The earlier folders that are not at home are noted in `state/outbox-folders.txt`.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.config.own_folder import make_own, outbox_folder
from dzwonek.config.places import places
from dzwonek.domain.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.config.places import Places
    from dzwonek.domain.ports import Clock, SecretBox
    from dzwonek.outbox.keys import KeyRing

NOTES = "outbox-folders.txt"

log = logging.getLogger("dzwonek.startup")


def found_places(environment: Mapping[str, str]) -> Places:
    """Find the program's folders, which `prepare` then keeps for this user on Windows, too."""
    return places(environment, _home_maker())


def profile_folders() -> tuple[Path, ...]:
    """List the folders whose support profiles count: those that users cannot write to.

    On Windows that is the program's own, wherever it was installed: what lies there is looked at
    once more, for in a folder such as `D:\\Apps` anybody might put a profile, and with it another
    recipient of everybody's reports.
    """
    from dzwonek.config import profile

    return tuple(folder for folder in profile.machine_profiles() if _is_administrators(folder))


def _is_administrators(folder: Path) -> bool:
    if sys.platform == "win32" and folder.exists():
        from dzwonek.desktop.folder_rights import is_closed_to_users
        from dzwonek.desktop.folder_windows import SystemFolders

        folders = SystemFolders()
        try:
            is_closed = all(is_closed_to_users(each, folders) for each in (folder.parent, folder))
        except OSError:
            is_closed = False
        if not is_closed:
            log.warning("the profiles beside the program do not count: others may write there")
        return is_closed
    return True


def placed(home: Places, told: str | None, environment: Mapping[str, str]) -> Places:
    """Give the folders with the outbox where a policy wants it; None leaves it at home.

    A folder that cannot be is told by each use of it (ProblemError), never replaced by another.
    """
    if told is None:
        return home
    try:
        return home.with_outbox(outbox_folder(told, environment), _maker())
    except ProblemError as error:
        return home.with_outbox(home.state / "no-outbox", _refusing(error))


def bring_together(
    home: Places, current: Places, keys: KeyRing, keyring: SecretBox, clock: Clock
) -> None:
    """Make today's folder, if a policy chose it, and bring into it what lies in earlier ones.

    Raises ProblemError (DISK_…) when the folder cannot be used. What cannot be brought along now
    stays where it is until the next start.
    """
    if current.outbox is not None:
        current.prepare_stores()
    notes = home.state / NOTES
    noted = _noted(notes)
    earlier = [folder for folder in noted if folder != current.data]
    if current.outbox is not None:
        if current.data not in noted:
            noted = [*earlier, current.data]
            _note(notes, noted)
        _bring(home, current, keys, keyring, clock)
    stores = {folder: home.with_outbox(folder) for folder in earlier}
    done = [
        folder for folder, place in stores.items() if _bring(place, current, keys, keyring, clock)
    ]
    if done:
        _note(notes, [folder for folder in noted if folder not in done])


def _bring(
    source: Places, current: Places, keys: KeyRing, keyring: SecretBox, clock: Clock
) -> bool:
    """Bring along what lies in one folder; say whether nothing is left there."""
    if not source.data.is_dir():
        return False
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.moving import Store, move_in

    old = Store(source.data, KeyRing(source.queue_keys, keyring, clock))
    try:
        moved = move_in(old, Store(current.data, keys), clock)
    except (ProblemError, OSError) as error:
        log.warning("an earlier folder was left as it is: %s", type(error).__name__)
        return False
    return not (moved.left or moved.is_busy)


def _noted(notes: Path) -> list[Path]:
    try:
        lines = notes.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    return [Path(line) for line in lines if line]


def _note(notes: Path, folders: list[Path]) -> None:
    from dzwonek.outbox import disk

    text = "".join(f"{folder}\n" for folder in folders)
    with disk.disk_errors(notes):
        disk.write_durably(notes, [text.encode()])


def _maker() -> Callable[[Path], None]:
    """Give what makes a folder this user's alone."""
    if sys.platform == "win32":
        from dzwonek.desktop import folder_windows

        return lambda folder: folder_windows.make_own(folder, folder_windows.SystemFolders())
    return make_own


def _home_maker() -> Callable[[Path], None] | None:
    """Give what closes a folder of a home of our own; None where its mode bits do."""
    if sys.platform == "win32":
        from dzwonek.desktop import folder_windows

        return lambda folder: folder_windows.make_private(folder, folder_windows.SystemFolders())
    return None


def _refusing(error: ProblemError) -> Callable[[Path], None]:
    def refuse(folder: Path) -> None:
        raise ProblemError(error.problem)

    return refuse
