"""Starts programs for a measurement and ends them, each by its own number."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")
END_SECONDS = 3.0
QUIET_SECONDS = 0.3  # a program that used next to no processor for so long has come to rest
QUIET_NS = 3_000_000
LAST_WORDS = 1500  # characters of the log of a program that died


class MissingProgramError(Exception):
    """A program that a measurement needs is not installed; the message names it."""


def need(program: str) -> str:
    """Give a program's path; raises MissingProgramError."""
    found = shutil.which(program)
    if found is None:
        raise MissingProgramError(f"{program} is not installed")
    return found


def rest(seconds: float) -> None:
    """Let time pass: for what nothing announces, such as a rest between rounds."""
    threading.Event().wait(seconds)


def until(look: Callable[[], Found | None], what: str, seconds: float = 10.0) -> Found:
    """Look until there is something to give; raises TimeoutError that says what did not come."""
    ends_at = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > ends_at:
            raise TimeoutError(f"{what}: not within {seconds} s")
        rest(0.005)
    return found


class Running:
    """A program that runs, in a process group of its own; output goes to a file or a pipe."""

    def __init__(
        self,
        command: list[str],
        env: Mapping[str, str],
        log: Path,
        *,
        pass_fds: tuple[int, ...] = (),
        is_spoken_to: bool = False,
    ) -> None:
        """Start it; `is_spoken_to` keeps pipes to its standard input and output."""
        self.name = Path(command[0]).name
        pipe = subprocess.PIPE if is_spoken_to else None
        self._lines = b""
        self._log = log
        with log.open("ab") as file:
            self.started_at = time.monotonic()
            self.process = subprocess.Popen(
                [need(command[0]), *command[1:]],
                env=dict(env),
                stdin=pipe or subprocess.DEVNULL,
                stdout=pipe or file,
                stderr=file,
                pass_fds=pass_fds,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Give its number."""
        return self.process.pid

    def say(self, line: str) -> None:
        """Write a line to its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def hear(self, what: str, seconds: float = 20.0) -> str:
        """Read a line of its standard output; raises TimeoutError, EOFError."""
        assert self.process.stdout is not None
        descriptor = self.process.stdout.fileno()
        ends_at = time.monotonic() + seconds
        while b"\n" not in self._lines:
            left = ends_at - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                raise TimeoutError(f"{self.name}: {what}: not within {seconds} s")
            piece = os.read(descriptor, 65536)
            if not piece:
                last = self._log.read_text(errors="replace")[-LAST_WORDS:]
                raise EOFError(f"{self.name} ended instead of: {what}; it said:\n{last}")
            self._lines += piece
        line, self._lines = self._lines.split(b"\n", 1)
        return line.decode()

    def wait_quiet(self, seconds: float = 20.0) -> None:
        """Wait until it has come to rest; raises TimeoutError."""
        ends_at = time.monotonic() + seconds
        used = processor_ns(self.pid)
        since = time.monotonic()
        while time.monotonic() - since < QUIET_SECONDS:
            rest(0.03)
            now = processor_ns(self.pid)
            if now - used > QUIET_NS:
                used, since = now, time.monotonic()
            if time.monotonic() > ends_at:
                raise TimeoutError(f"{self.name}: no rest within {seconds} s")

    def end(self) -> None:
        """Ask it to end, then make it, its own process group and nobody else's."""
        if sys.platform == "win32":
            raise NotImplementedError("the benchmarks run on Linux")
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        for number in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(self.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(END_SECONDS)
                return


def processor_ns(pid: int) -> int:
    """Give the processor time of all living threads of a process in nanoseconds (proc(5))."""
    total = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):
            total += int(task.read_text().split()[0])
    return total


class Activity:
    """What the threads of a process did since a moment, those that end meanwhile included.

    A thread takes its counts with it when it ends, so the difference of two sums over the living
    would leave it out, or even fall below zero. `look` has to be called now and then. What
    a thread did behind the last look of its life is not seen; it had to wake to end, so that is
    counted as one switch.
    """

    def __init__(self, pid: int) -> None:
        """Begin to count."""
        self._pid = pid
        self._before = _threads(pid)
        self._last = dict(self._before)

    def look(self) -> None:
        """Note how far each thread is."""
        self._last |= _threads(self._pid)

    @property
    def switches(self) -> int:
        """Count the context switches since, wanted or not."""
        return sum(turns for _, turns, _ in self._done()) + len(self._ended())

    @property
    def processor_ms(self) -> float:
        """Give the processor time since."""
        return sum(used for _, _, used in self._done()) / 1e6

    def told(self) -> str:
        """Name the threads that did something, and those that ended."""
        parts = [f"{name} {turns}" for name, turns, _ in self._done() if turns]
        ended = self._ended()
        return ", ".join(parts or ["none"]) + (f"; ended: {', '.join(ended)}" if ended else "")

    def _ended(self) -> list[str]:
        living = _threads(self._pid)
        return [name for task, (name, _, _) in self._last.items() if task not in living]

    def _done(self) -> list[tuple[str, int, int]]:
        done = []
        for task, (name, turns, used) in self._last.items():
            _, turns_before, used_before = self._before.get(task, (name, 0, 0))
            done.append((name, turns - turns_before, used - used_before))
        return done


def _threads(pid: int) -> dict[str, tuple[str, int, int]]:
    """Read name, context switches and processor time (ns) of each living thread (proc(5))."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):
            lines = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
            turns = int(lines["voluntary_ctxt_switches"]) + int(lines["nonvoluntary_ctxt_switches"])
            used = int((task / "schedstat").read_text().split()[0])
            found[task.name] = (lines["Name"].strip(), turns, used)
    return found


def memory_mb(rollup: str) -> tuple[float, float]:
    """Read resident and private dirty memory in MB from the text of smaps_rollup (proc(5))."""
    sizes = {line.split(":")[0]: line.split()[1] for line in rollup.splitlines()[1:]}
    return int(sizes["Rss"]) / 1024, int(sizes["Private_Dirty"]) / 1024
