"""Where everything of ours stands on the disk."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.config.own_folder import make_own
from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.domain.problem import Problem

    MakeOwn = Callable[[Path], None]

NAME = "dzwonek"
HOME_VARIABLE = "DZWONEK_HOME"
PRIVATE = 0o700
NO_FOLDERS = frozenset({"home", "make_home", "outbox", "make_outbox"})
WRITABLE_BY_OTHERS = 0o022
SOCKET_PATH_LIMIT = 80  # bytes; sun_path holds 104 (macOS) to 108, unix(7), and a name follows


@dataclass(frozen=True, slots=True)
class Places:
    """The program's folders; `runtime` is for sockets and locks and may vanish at log-off.

    `home` is the folder that `DZWONEK_HOME` names, if it does, and `make_home` makes those in it
    this user's alone where the mode bits cannot; `outbox` is the one that a policy puts into the
    place of `data`, if it does, and `make_outbox` makes that this user's alone.
    """

    config: Path
    data: Path
    state: Path
    cache: Path
    logs: Path
    runtime: Path
    home: Path | None = None
    make_home: MakeOwn | None = None
    outbox: Path | None = None
    make_outbox: MakeOwn = make_own

    @property
    def settings_file(self) -> Path:
        """Give the file of the operator's settings."""
        return self.config / "settings.toml"

    @property
    def spool(self) -> Path:
        """Give the folder of sealed reports."""
        return self.data / "spool"

    @property
    def drafts(self) -> Path:
        """Give the folder of sealed drafts."""
        return self.data / "drafts"

    @property
    def index(self) -> Path:
        """Give the outbox's index."""
        return self.data / "index.db"

    @property
    def remembered(self) -> Path:
        """Give the sealed file of the names and the identity this computer remembers."""
        return self.data / "remembered.sealed"

    @property
    def queue_keys(self) -> Path:
        """Give the folder of the queue's keys, which stay with what they seal."""
        return self.state if self.outbox is None else self.outbox / "keys"

    @property
    def queue_key_file(self) -> Path:
        """Give the file that holds the queue's key where no keyring does."""
        return self.queue_keys / "queue.key"

    @property
    def queue_key_notes(self) -> Path:
        """Give the file that notes where each key lives, never a key."""
        return self.queue_keys / "queue-key.toml"

    @property
    def log_file(self) -> Path:
        """Give the log file."""
        return self.logs / "dzwonek.log"

    def folders(self) -> dict[str, Path]:
        """Name every folder."""
        names = (place.name for place in fields(self) if place.name not in NO_FOLDERS)
        return {name: getattr(self, name) for name in names}

    def prepare(self) -> None:
        """Create the folders, closed to others; raises ProblemError (DISK_…, with `path`).

        A folder that another user owns or may write to is refused (DISK_FAILED, `reason` owner or
        open), and under a home of our own a link in a folder's place, too (`reason` link).
        """
        for folder in self.folders().values():
            self._make(folder)

    def prepare_stores(self) -> None:
        """Create the folders of reports, drafts and keys alone; raises as `prepare`."""
        for folder in dict.fromkeys((self.data, self.queue_keys)):
            self._make(folder)

    def with_outbox(self, folder: Path, make_outbox: MakeOwn = make_own) -> Places:
        """Put a policy's folder into the place of `data`; it is not made yet."""
        return replace(self, data=folder, outbox=folder, make_outbox=make_outbox)

    def prepare_most(self) -> Problem | None:
        """Do as `prepare`, but go on where a disk only takes nothing; give the first such trouble.

        The program then runs, says so, and keeps nothing. What is a danger is raised all the same.
        """
        first = None
        for folder in self.folders().values():
            try:
                self._make(folder)
            except ProblemError as error:
                if error.problem.code not in (Code.DISK_READ_ONLY, Code.DISK_FULL):
                    raise
                first = first or error.problem
        return first

    def _make(self, folder: Path) -> None:
        try:
            if self.outbox is not None and folder.is_relative_to(self.outbox):
                self.make_outbox(folder)
                return
            if self.home is not None and folder.is_relative_to(self.home):
                _refuse_link(folder)
                if self.make_home is not None:
                    self.make_home(folder)
                    return
            _make_private(folder)
        except OSError as error:
            raise _disk_trouble(folder, error) from error


def places(environment: Mapping[str, str], make_home: MakeOwn | None = None) -> Places:
    """Find the folders: under `DZWONEK_HOME` if it is set, else where the system wants them.

    `make_home` makes a folder under `DZWONEK_HOME` where another system than the mode bits' rules.
    """
    if home := environment.get(HOME_VARIABLE):
        found = _under(Path(home).expanduser().absolute(), environment)
        return replace(found, make_home=make_home)
    if sys.platform in ("win32", "darwin"):
        return _native()
    return _freedesktop(environment)


def _under(home: Path, environment: Mapping[str, str]) -> Places:
    return Places(
        config=home / "config",
        data=home / "data",
        state=home / "state",
        cache=home / "cache",
        logs=home / "logs",
        runtime=_runtime_under(home, environment),
        home=home,
    )


def _runtime_under(home: Path, environment: Mapping[str, str]) -> Path:
    """Keep sockets under a home of its own, unless its path is too long for a socket's name."""
    inside = home / "state" / "run"
    shared = environment.get("XDG_RUNTIME_DIR", "")
    if len(os.fsencode(inside)) <= SOCKET_PATH_LIMIT or not os.path.isabs(shared):
        return inside
    from hashlib import sha256

    return Path(shared) / f"{NAME}-{sha256(os.fsencode(home)).hexdigest()[:12]}"


def _native() -> Places:
    """Ask platformdirs; on Windows all stands in %LOCALAPPDATA%, which never roams."""
    from platformdirs import PlatformDirs

    found = PlatformDirs("Dzwonek", appauthor=False, roaming=False)
    base = found.user_data_path
    is_mac = sys.platform == "darwin"
    return Places(
        config=base / "config",
        data=base / "data",
        state=base / "state",
        cache=found.user_cache_path if is_mac else base / "cache",
        logs=found.user_log_path if is_mac else base / "logs",
        runtime=base / "state" / "run",
    )


def _freedesktop(environment: Mapping[str, str]) -> Places:
    """Follow the XDG Base Directory Specification 0.8: a path that is not absolute is ignored."""
    home = Path(environment.get("HOME") or Path.home())

    def folder(variable: str, otherwise: str) -> Path:
        told = environment.get(variable, "")
        return (Path(told) if os.path.isabs(told) else home / otherwise) / NAME

    state = folder("XDG_STATE_HOME", ".local/state")
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return Places(
        config=folder("XDG_CONFIG_HOME", ".config"),
        data=folder("XDG_DATA_HOME", ".local/share"),
        state=state,
        cache=folder("XDG_CACHE_HOME", ".cache"),
        logs=state / "logs",
        # Never a name in /tmp, which any user could take first.
        runtime=Path(runtime) / NAME if os.path.isabs(runtime) else state / "run",
    )


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return  # %LOCALAPPDATA% is the user's own; a home of our own has its `make_home`
    status = folder.stat()
    if status.st_uid != os.geteuid():
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="owner")
    if status.st_mode & 0o077:
        folder.chmod(PRIVATE)
    # Some file systems take the wish and change nothing.
    if folder.stat().st_mode & WRITABLE_BY_OTHERS:
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="open")


def _refuse_link(folder: Path) -> None:
    """Refuse a link or junction as a folder: whoever put it there chooses where our files go.

    In a home of the user's own such links are the user's, as of those who keep settings in a
    repository.
    """
    try:
        status = os.lstat(folder)
    except FileNotFoundError:
        return
    attributes = getattr(status, "st_file_attributes", 0)  # Windows has them alone
    if stat.S_ISLNK(status.st_mode) or attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="link")


def _disk_trouble(folder: Path, error: OSError) -> ProblemError:
    import errno

    codes = {
        errno.ENOSPC: Code.DISK_FULL,
        errno.EDQUOT: Code.DISK_FULL,
        errno.EROFS: Code.DISK_READ_ONLY,
    }
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return trouble(codes.get(error.errno or 0, Code.DISK_FAILED), path=str(folder), reason=name)
