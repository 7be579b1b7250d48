"""The system calls of one life, as strace saw them: what they touch, and where a kill fell."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Every call by which the program changes a disk or speaks to a network (TLS does it by read and
# write); TLS's waiting in between, and openings, because something may have been done before them.
NAMES = (
    "write",
    "pwrite64",
    "writev",
    "fsync",
    "fdatasync",
    "rename",
    "link",
    "unlink",
    "ftruncate",
    "fallocate",
    "mkdir",
    "openat",
    "read",
    "pread64",
    "socket",
    "connect",
    "sendto",
    "recvfrom",
    "shutdown",
    "poll",
    "epoll_wait",
)
INDEX_LOG = "index.db-wal"

Stage = tuple[str, int, int]  # the call, the commits before it, what was said since the last

_CALL = re.compile(r"^\d+ +(\w+)\((.*)")
_PLACES = re.compile(r'<(/[^>]*)>|"(/[^"]*)"')
_PART = re.compile(r"\.\d+-[0-9a-f]+(?=\.part)")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call; `number` counts those of its name from the beginning of the trace."""

    name: str
    number: int
    target: str
    is_ours: bool

    def __str__(self) -> str:
        return f"{self.name} {self.target}"


class Watcher:
    """A strace that attaches to a life and notes its calls in `log`; it may kill at one of them.

    Or it lets that one fail, `injected` as strace wants it, such as "error=EIO"; with `more` "+"
    all that follow of its name as well.
    """

    def __init__(
        self,
        strace: str,
        pid: int,
        log: Path,
        at: Call | None = None,
        injected: str = "signal=SIGKILL",
        more: str = "",
    ) -> None:
        words = [strace, "-f", "-y", "-p", str(pid), "-o", str(log), f"-etrace={','.join(NAMES)}"]
        if at is not None:
            words.append(f"-einject={at.name}:{injected}:when={at.number}{more}")
        self._log = log
        self._process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        said = self._process.stderr.readline()
        assert "attached" in said, said

    def leave(self) -> None:
        """Let the life go on without us: from now on no call of it fails."""
        self._process.terminate()

    def calls(self, home: Path) -> list[Call]:
        """Wait for the end of the life and give its calls; `home` tells which files are ours."""
        self._process.communicate(timeout=60)
        return list(_calls(self._log.read_text("utf-8", "replace").splitlines(), home))


def _calls(lines: Iterable[str], home: Path) -> Iterable[Call]:
    counts: dict[str, int] = {}
    for line in lines:
        match = _CALL.match(line)
        if match is None or match[1] not in NAMES:
            continue
        name, rest = match[1], match[2]
        counts[name] = counts.get(name, 0) + 1
        target = _target(name, rest, home)
        yield Call(name, counts[name], target, target != "")


def _target(name: str, rest: str, home: Path) -> str:
    """Name what a call is about; "" when it is no file of ours and no connection."""
    if "socket:" in rest or "eventpoll" in rest or name in {"socket", "connect"}:
        return "socket"
    if name == "write" and rest.startswith("1<"):
        return "stdout"
    for found in _PLACES.finditer(rest):
        place = Path(found[1] or found[2])
        if place.is_relative_to(home):
            return _ID.sub("ID", _PART.sub("", place.name)) or home.name
    return ""


def commits(calls: Iterable[Call]) -> int:
    """Count the commits of the index that are known to be on the disk."""
    return sum(map(_is_commit, calls))


def _is_commit(call: Call) -> bool:
    return call.name == "fdatasync" and call.target == INDEX_LOG


def last_before_the_dot(calls: list[Call]) -> int:
    """Count the commits up to the one that says the final dot comes next, in a whole life.

    The dot is the last that is said before the file is marked as sent.
    """
    marked = next(
        place for place, call in enumerate(calls) if call.name == "rename" and _is_spool(call)
    )
    dot = max(place for place in range(marked) if is_said(calls[place]))
    return commits(calls[:dot])


def _is_spool(call: Call) -> bool:
    return call.target == "ID.dzw"


def is_said(call: Call) -> bool:
    """Say whether a call sends something to the server."""
    return call.target == "socket" and call.name in {"write", "sendto"}


def is_in_window(calls: list[Call], before_the_dot: int) -> bool:
    """Say whether the last call lies between the dot and the last write of `delivered`.

    There the server has taken the message and our disk does not know it; only the reading of
    the answer and the writing of the index may lie there.
    """
    *done, killed = calls
    if commits(done) != before_the_dot:
        return False
    said = stage(calls)[2]
    is_answer = killed.target == "socket" and killed.name in {"read", "recvfrom", "poll"}
    is_index = killed.target == INDEX_LOG and killed.name == "pwrite64"
    return said == 1 and (is_answer or is_index)


def stage(calls: list[Call]) -> Stage:
    """Say where in a report's way the last call lies, however often the network was read before."""
    *done, last = calls
    since = max((place for place, call in enumerate(done) if _is_commit(call)), default=-1)
    said = sum(map(is_said, done[since + 1 :]))
    return (str(last), commits(done), said)
