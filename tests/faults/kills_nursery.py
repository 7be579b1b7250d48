"""A process that has the program loaded and starts lives of it, so that a kill costs no start-up.

`python -m tests.faults.kills_nursery` reads orders, one JSON line each: `{"life": "module:name",
"arguments": [...], "said": FILE, "deaths": FILE}`. It forks, answers `PID`, waits for the end of
that life and answers its wait status. A life's standard output goes to the end of `said`. Before
a dead life is let go, as long as its number is still taken, `dead PID` is added to `deaths`.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
LOADED = (  # with what the program imports late, so that a trace holds no imports
    "tests.faults.errors_life",
    "tests.faults.kills_life",
    "tests.faults.processes_life",
    "cryptography.hazmat.primitives.ciphers.aead",
    "dzwonek.outbox.keyfile",
    "encodings.idna",
    "encodings.utf_16_le",
    "stringprep",
    "tomllib",
)
KILLED = -9
BROKEN = 70  # the life raised
READY = 9  # the descriptor by whose closing a life says that it waits for the word


class Nursery:
    """The test's side: one nursery, one life at a time; used by one thread."""

    def __init__(self) -> None:
        path = os.pathsep.join((str(ROOT / "app"), str(ROOT)))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.kills_nursery"],
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._pid = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pid:  # a test failed while the life was there
            self.kill(self._pid)
        self._process.communicate(timeout=60)

    def bear(self, life: str, *arguments: str, said: Path, deaths: Path | None = None) -> int:
        """Start a life and give its pid; it stands at `wait_for_the_word`, which is SIGUSR1."""
        assert self._process.stdin is not None
        order = {
            "life": life,
            "arguments": arguments,
            "said": str(said),
            "deaths": str(deaths or os.devnull),
        }
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        self._pid = self._number()
        return self._pid

    def send_on(self, pid: int) -> None:
        """Give a life the word that it waits for."""
        if sys.platform == "win32":
            raise NotImplementedError
        os.kill(pid, signal.SIGUSR1)

    def kill(self, pid: int) -> None:
        """Kill a life; raises AssertionError when it had ended by itself."""
        if sys.platform == "win32":
            raise NotImplementedError
        os.kill(pid, signal.SIGKILL)
        code = self.ended()
        assert code == KILLED, f"a life ended by itself, {code}"

    def ended(self) -> int:
        """Wait for the life's end and give its exit code, negative for a signal."""
        status = self._number()
        self._pid = 0
        return os.waitstatus_to_exitcode(status)

    def _number(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


def wait_for_the_word() -> None:
    """Wait, in a life, until the test says go."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.close(READY)
    signal.sigwait({signal.SIGUSR1})


def main() -> None:
    """Serve orders until there are no more."""
    if sys.platform == "win32":
        raise NotImplementedError
    for name in LOADED:
        importlib.import_module(name)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    while line := sys.stdin.readline():
        order = json.loads(line)
        waiting, ready = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.dup2(ready, READY)
            os.close(ready)
            os.close(waiting)
            _live(order["life"], order["arguments"], order["said"])
        os.close(ready)
        os.read(waiting, 1)
        os.close(waiting)
        print(pid, flush=True)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        _append(order["deaths"], f"dead {pid}\n")
        print(os.waitpid(pid, 0)[1], flush=True)


def _live(life: str, arguments: Sequence[str], said: str) -> None:
    """Be the life, in the forked process; does not return."""
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 1)
        module, _, name = life.partition(":")
        getattr(importlib.import_module(module), name)(*arguments)
    except BaseException:  # noqa: BLE001  (nothing of a life may go on in the nursery's loop)
        traceback.print_exc()
        os._exit(BROKEN)
    os._exit(0)


def _append(path: str, line: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(descriptor, line.encode())
    os.close(descriptor)


if __name__ == "__main__":
    main()
