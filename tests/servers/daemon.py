"""A foreign server of the tests: started on a free port, and stopped with all it started."""

from __future__ import annotations

import contextlib
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

PORTS = range(20000, 32000)
SAID = "said"  # the file that holds what a server prints


class Daemon:
    """One server in a folder of its own; `prepare`, `configure` and `command` say what it is.

    `home` does not lie in pytest's own folder: servers change to users of their own, who have to
    get through, and a socket's path is short.
    """

    name = "daemon"
    log_name = SAID  # or the file that it writes itself
    tries = 5

    def __init__(self, base: str = "/tmp") -> None:
        self.home = Path(tempfile.mkdtemp(prefix=f"dz-{self.name}-", dir=base))
        self.home.chmod(0o755)
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Make what every start of it needs; called once."""

    def configure(self) -> None:
        """Write the configuration for `port`; called when ports were chosen."""

    def choose_ports(self) -> None:
        """Choose free ports."""
        (self.port,) = free_ports(1)

    def command(self) -> list[str]:
        """Give the command that stays in the foreground."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Say whether it serves; raises OSError while it does not."""
        with socket.create_connection(("127.0.0.1", self.port), 5):
            return True

    @property
    def log(self) -> str:
        """Give what the server said."""
        path = self.home / self.log_name
        return path.read_text("utf-8", "replace") if path.exists() else ""

    @property
    def pid(self) -> int:
        """Give the number of the process that was started."""
        assert self._process is not None, f"{self.name} is not running"
        return self._process.pid

    def __enter__(self) -> Self:
        try:
            self.prepare()
            self._settle_on_ports()
            self.start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._remove()

    def wait_until(self, is_so: Callable[[], bool], seconds: float = 10) -> None:
        """Wait until something holds; raises AssertionError, with the log, when it never does."""
        assert self._process is not None, f"{self.name} is not running"
        for _ in range(int(seconds * 50)):
            if is_so():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
        raise AssertionError(f"in vain for {seconds} s\n{self.log}")

    def start(self) -> None:
        """Start it, and come back when it serves. The ports stay the same over restarts."""
        for _ in range(self.tries):
            with (self.home / SAID).open("ab") as said:
                self._process = subprocess.Popen(
                    self.command(),
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=said,
                    cwd=self.home,
                    start_new_session=True,
                )
            if self._is_up():
                return
            self.stop()
            self._settle_on_ports()  # another process may have taken one
        said_text = (self.home / SAID).read_text("utf-8", "replace")
        raise RuntimeError(f"{self.name} does not start:\n{self.log}\n{said_text}")

    def stop(self) -> None:
        """Stop it with everything it started: all its processes are one group."""
        if self._process is None or sys.platform == "win32":
            return
        group = self._process.pid
        watches = _watches(group)
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        self._process.wait(5)
        for watch in watches:  # each has let go of the ports when it is gone
            select.select([watch], [], [], 5)
            os.close(watch)
        self._process = None

    def restart(self) -> None:
        """Stop it and start it again on the same ports, with what it keeps."""
        self.stop()
        self.start()

    def _settle_on_ports(self) -> None:
        self.choose_ports()
        self.configure()

    def _is_up(self) -> bool:
        """Wait until it serves; False when it ends instead."""
        assert self._process is not None
        for _ in range(500):
            with contextlib.suppress(OSError):
                if self.is_ready():
                    return self._process.poll() is None
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
                return False
        return False

    def _remove(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def _watches(group: int) -> list[int]:
    """Open a descriptor for each process of a group; it can be read when that one is gone."""
    watches = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            its_group = status.read_text().rsplit(")", 1)[1].split()[2]  # proc(5)
            if int(its_group) == group:
                watches.append(os.pidfd_open(int(status.parent.name)))
    return watches


def free_ports(count: int) -> list[int]:
    """Give ports of this computer that are free now.

    They lie below those that systems give to clients (from 32768 on Linux, from 49152 elsewhere):
    so nobody's connection takes one while its server is stopped.
    """
    found: list[int] = []
    for port in random.sample(PORTS, len(PORTS)):
        if len(found) == count:
            break
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            found.append(port)
    return found
