"""Who holds a lease: this computer, process, start of the system, and life of the program."""

from __future__ import annotations

import os
import platform
import secrets
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LEASE = timedelta(minutes=20)  # longer than any attempt: RFC 5321 §4.5.3.2.6 waits 10 minutes
REUSED_PID = timedelta(hours=24)  # a lease that old is not the living process's own
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Owner:
    """One life of the program; `boot` is empty where the system does not tell it."""

    host: str
    pid: int
    boot: str
    life: str

    def __str__(self) -> str:
        return f"{self.host}|{self.pid}|{self.boot}|{self.life}"

    def has_lost(self, holder: str, until: datetime, now: datetime) -> bool:
        """Say whether the lease of `holder` (text of an Owner) is nobody's any more.

        A living process of this computer keeps its lease whatever the clock shows, for a day;
        another computer's lease ends with its time.
        """
        parts = holder.split("|")
        if len(parts) != 4 or not parts[1].isdigit():
            return True
        host, pid, boot, life = parts[0], int(parts[1]), parts[2], parts[3]
        if host != self.host:
            return until <= now
        if boot != self.boot:
            return True
        if pid == self.pid:
            return life != self.life
        return not is_alive(pid) or abs(now - until) > REUSED_PID


def this_process() -> Owner:
    """Name the process that asks, freshly, as a life of its own."""
    host = platform.node().replace("|", "-")
    return Owner(host, os.getpid(), boot_id(), secrets.token_hex(4))


def boot_id() -> str:
    """Give the id of this start of the system (Linux), or nothing where none is told."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    """Say whether a process of that number exists."""
    if sys.platform == "win32":
        import psutil

        return psutil.pid_exists(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
