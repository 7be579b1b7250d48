"""A foreign server of the tests: started on a free port, and stopped with all it started."""

from __future__ import annotations

import contextlib
import os
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


class Daemon:
    """One server in a folder of its own under /tmp; `lay_out` and `command` say what it is."""

    name = "daemon"
    tries = 5

    def __init__(self) -> None:
        # Not pytest's own folder: servers change to users of their own, who have to get through.
        self.home = Path(tempfile.mkdtemp(prefix=f"dz-{self.name}-", dir="/tmp"))
        self.home.chmod(0o755)
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    def lay_out(self) -> None:
        """Write the configuration for `port`; called before each start."""

    def command(self) -> list[str]:
        """Give the command that stays in the foreground."""
        raise NotImplementedError

    @property
    def log(self) -> str:
        """Give what the server said."""
        path = self.home / "log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def __enter__(self) -> Self:
        try:
            self._start()
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
        assert self._process is not None, "not running"
        for _ in range(int(seconds * 50)):
            if is_so():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
        raise AssertionError(f"in vain for {seconds} s\n{self.log}")

    def _start(self) -> None:
        for _ in range(self.tries):
            self.port = free_port()
            self.lay_out()
            with (self.home / "log").open("ab") as log:
                self._process = subprocess.Popen(
                    self.command(),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd=self.home,
                    start_new_session=True,
                )
            if self._is_up():
                return
            self._stop()  # another process may have taken the port
        raise RuntimeError(f"{self.name} does not start:\n{self.log}")

    def _is_up(self) -> bool:
        """Wait until it takes connections; False when it ends instead."""
        assert self._process is not None
        for _ in range(500):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), 5),
            ):
                return self._process.poll() is None
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
                return False
        return False

    def _stop(self) -> None:
        """Stop it with everything it started: all its processes are one group."""
        if self._process is None or sys.platform == "win32":
            return
        group = self._process.pid
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        self._process.wait(5)
        self._process = None

    def _remove(self) -> None:
        self._stop()
        shutil.rmtree(self.home, ignore_errors=True)


def free_port() -> int:
    """Give a port of this computer that is free now."""
    with socket.create_server(("127.0.0.1", 0)) as holder:
        return int(holder.getsockname()[1])
