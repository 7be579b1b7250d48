"""Who holds a lease: this computer, process, start of the system, and life of the program."""

from __future__ import annotations

import os
import platform
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
    """One life of the program; `boot` and `started` are empty where the system does not tell."""

    host: str
    pid: int
    boot: str
    life: str
    started: str = ""  # when the process began: another one of its number began at another time

    def __str__(self) -> str:
        return f"{self.host}|{self.pid}|{self.boot}|{self.life}|{self.started}"

    def has_lost(self, holder: str, until: datetime, now: datetime) -> bool:
        """Say whether the lease of `holder` (text of an Owner) is nobody's any more.

        A living process of this computer keeps its lease whatever the clock shows, for a day;
        another computer's lease ends with its time.
        """
        parts = holder.split("|")
        if len(parts) not in {4, 5} or not parts[1].isdigit():  # 4: written by an earlier version
            return True
        host, pid, boot, life, started = parts[0], int(parts[1]), *parts[2:4], "".join(parts[4:])
        if host != self.host:
            return until <= now
        if boot != self.boot:
            return True
        if pid == self.pid:
            return life != self.life
        if not is_alive(pid) or abs(now - until) > REUSED_PID:
            return True
        begun = start_of(pid)
        return bool(started and begun) and started != begun


def this_process() -> Owner:
    """Name the process that asks, freshly, as a life of its own."""
    host = platform.node().replace("|", "-")
    pid = os.getpid()
    return Owner(host, pid, boot_id(), os.urandom(4).hex(), start_of(pid))


def boot_id() -> str:
    """Give the id of this start of the system (Linux, Windows), or nothing where none is told."""
    if sys.platform == "win32":
        from dzwonek.outbox.windows_boot import boot_time

        return boot_time()
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


def start_of(pid: int) -> str:
    """Tell when a process began, in the system's own count; empty when that is not known."""
    if sys.platform == "linux":
        try:
            stat = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        except OSError:
            return ""
        # proc(5): the name in brackets may hold anything; starttime is field 22, in clock ticks
        fields = stat.rpartition(")")[2].split()
        return fields[19] if len(fields) > 19 else ""
    import psutil

    try:
        return str(round(psutil.Process(pid).create_time() * 1000))
    except (psutil.Error, OSError):  # Windows keeps its own processes to itself
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
