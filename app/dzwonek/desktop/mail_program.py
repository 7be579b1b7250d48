"""Hands a report to the desktop's mail program, by a process that cannot take us along.

The files that such a program reads lie in a folder of ours for as long as it needs them.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.desktop.mail_child import Ended
from dzwonek.desktop.mail_ways import Files
from dzwonek.domain.ports import Handed
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dzwonek.desktop.mail_ways import Start, Way
    from dzwonek.domain.ports import Unsent

PRIVATE = 0o700
LEFT_BEHIND = timedelta(hours=1)  # older folders are a crash's, or a program's that kept them open
ROUNDS = 15  # of waiting for a program that still has a file open
END_SECONDS = 2.0
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, of a console program

log = logging.getLogger("dzwonek.desktop")


def mail_program_for(
    environment: Mapping[str, str], platform: str, folder: Path, command: Sequence[str]
) -> DesktopMailProgram:
    """Give the mail program of `platform`; `folder` is ours, `command` starts this program."""
    ways: tuple[Way, ...] = ()
    if sys.platform == "win32" and platform == "win32":
        from dzwonek.desktop.mail_ways import ByAddress, ByFile, ByMapi
        from dzwonek.desktop.registry_windows import SystemRegistry

        registry, child = SystemRegistry(), (*command, "mail-window")
        ways = (ByMapi(registry, child), ByFile(registry, child), ByAddress(registry, child))
    elif platform == "linux":
        from dzwonek.desktop.mail_ways import ByXdgEmail, ByXdgOpen

        ways = (ByXdgOpen(environment), ByXdgEmail(environment))
    return DesktopMailProgram(environment, folder, ways)


class DesktopMailProgram:
    """Tries the ways in their order (port MailProgram); one message at a time."""

    def __init__(self, environment: Mapping[str, str], folder: Path, ways: Sequence[Way]) -> None:
        """Take the environment for the processes, and a folder that is nobody else's."""
        self._environment = dict(environment)
        self._folder = folder
        self._ways = tuple(ways)
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._became: list[subprocess.Popen[bytes]] = []
        self._is_left = False
        self._ending = threading.Event()
        self._keepers: list[threading.Thread] = []

    def hand_over(self, message: Unsent) -> Handed:
        """Have the message opened; raises ProblemError (MAIL_PROGRAM_…)."""
        with self._lock:
            self._is_left = False
        self.tidy()
        ways = [way for way in self._ways if way.is_there()]
        if not ways:
            raise trouble(Code.MAIL_PROGRAM_MISSING)
        folder = self._folder / secrets.token_hex(8)
        kept = timedelta()
        try:
            for way in self._fitting(ways, files := _written(folder, message)):
                if self._is_taken(way.start(message, files)):
                    kept = way.keep
                    return way.handed
        finally:
            self._put_away(folder, kept)
        raise trouble(Code.MAIL_PROGRAM_FAILED)

    def leave(self) -> None:
        """End the process that is under way; a window that it opened elsewhere may stay."""
        with self._lock:
            self._is_left = True
            if self._running is not None:
                self._running.kill()

    def tidy(self) -> None:
        """Remove the folders that nobody needs any more."""
        now = time.time()
        with suppress(OSError):
            for entry in os.scandir(self._folder):
                with suppress(OSError):
                    if (
                        now - entry.stat(follow_symlinks=False).st_mtime
                        > LEFT_BEHIND.total_seconds()
                    ):
                        shutil.rmtree(entry.path, ignore_errors=True)

    def close(self) -> None:
        """Wait for nothing any more, and remove all files."""
        self.leave()
        self._ending.set()
        for keeper in self._keepers:
            keeper.join(END_SECONDS)

    def _fitting(self, ways: Sequence[Way], files: Files) -> Sequence[Way]:
        """Leave out what needs files where none could be written."""
        if files.eml:
            return ways
        return [way for way in ways if way.handed is Handed.WORDS]

    def _is_taken(self, start: Start) -> bool:
        """Run the process to its end; False: another way may do."""
        code = self._run(start)
        if self._is_left:
            raise trouble(Code.MAIL_PROGRAM_LEFT)
        if code is None:
            if start.becomes:
                return True
            raise trouble(Code.MAIL_PROGRAM_LATE)
        if code == Ended.CLOSED and not start.becomes:
            raise trouble(Code.MAIL_PROGRAM_CLOSED)
        if code:
            log.info("the mail program's process ended with %d", code)
        return code == Ended.TAKEN

    def _run(self, start: Start) -> int | None:
        """Give the exit code; None: it took too long, and is gone unless it became the program."""
        try:
            running = self._started(start)
        except OSError as error:
            log.info("no process for the mail program: %s", error)
            return Ended.REFUSED
        if running is None:
            return None
        try:
            running.communicate(start.told or None, start.deadline.total_seconds())
        except subprocess.TimeoutExpired:
            if start.becomes:
                self._became.append(running)
                return None
            running.kill()
            running.communicate()
            return None
        finally:
            with self._lock:
                self._running = None
        return running.returncode

    def _started(self, start: Start) -> subprocess.Popen[bytes] | None:
        self._became = [each for each in self._became if each.poll() is None]
        with self._lock:
            if self._is_left:
                return None
            self._running = subprocess.Popen(
                start.command,
                env=self._environment,
                stdin=subprocess.PIPE if start.told else subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=NO_WINDOW if sys.platform == "win32" else 0,
            )
            return self._running

    def _put_away(self, folder: Path, keep: timedelta) -> None:
        """Remove the files, now or when the program has read them."""
        self._keepers = [keeper for keeper in self._keepers if keeper.is_alive()]
        if not keep and _is_removed(folder):
            return
        keeper = threading.Thread(
            target=self._keep,
            args=(folder, keep or timedelta(minutes=1)),
            name="dzwonek-mail-files",
            daemon=True,
        )
        self._keepers.append(keeper)
        keeper.start()

    def _keep(self, folder: Path, keep: timedelta) -> None:
        for _ in range(ROUNDS):
            is_ending = self._ending.wait(keep.total_seconds())
            if _is_removed(folder) or is_ending:
                return
        log.info("a mail program keeps a report's files open")


def _written(folder: Path, message: Unsent) -> Files:
    """Write the files for this user alone; none at all where the disk does not take them."""
    try:
        folder.mkdir(mode=PRIVATE, parents=True)
        eml = folder / f"{message.name}.eml"
        eml.write_bytes(message.eml)
        along = folder / "files"
        along.mkdir(mode=PRIVATE)
        attachments = []
        for number, (name, content) in enumerate(message.attachments):
            place = along / f"{number}-{name}"
            place.write_bytes(content)
            attachments.append((str(place), name))
    except OSError as error:
        log.info("no files for a mail program: %s", error.strerror)
        return Files("", ())
    return Files(str(eml), tuple(attachments))


def _is_removed(folder: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
