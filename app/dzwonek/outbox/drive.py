"""What kind of drive a folder lies on: one of this computer, or one behind the network."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")

# Kinds as /proc/self/mountinfo and macOS name them, of file systems that other computers share (or
# a virtual machine's host): memory that two computers map there is not the same memory.
SHARED = frozenset(
    [
        "9p",
        "acfs",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "mfs",
        "ncp",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "pvfs2",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    ]
)
# `fuse.<name>`: others, such as encfs or ntfs-3g, lie on this computer
SHARED_IN_FUSE = frozenset(
    [
        "ceph",
        "ceph-fuse",
        "curlftpfs",
        "davfs",
        "davfs2",
        "gcsfuse",
        "glusterfs",
        "gvfsd-fuse",
        "juicefs",
        "lizardfs",
        "mfs",
        "moosefs",
        "rclone",
        "s3fs",
        "smbnetfs",
        "sshfs",
        "vmhgfs-fuse",
    ]
)

_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive: the kind of its file system (empty when unknown), and who shares it."""

    kind: str = ""
    is_network: bool = False


def drive_of(folder: Path) -> Drive:
    """Say on what kind of drive a folder lies, or would lie once it is made; never raises."""
    try:
        if sys.platform == "win32":
            return _windows_drive(folder)
        there = _existing(folder)
        if sys.platform == "darwin":
            return _mac_drive(there)
        return drive_in(MOUNTS.read_text("utf-8", "surrogateescape"), os.path.realpath(there))
    except OSError:
        return Drive()


def drive_in(mounts: str, path: str) -> Drive:
    """Find the drive of an absolute path without links in the text of mountinfo, proc(5).

    The longest mount point that leads there counts, and of equal ones the last.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, behind = line.partition(" - ")
        fields, told = before.split(" "), behind.split(" ")
        if len(fields) < 5 or not told[0]:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
        if len(point) >= best and _leads_to(point, path):
            best, kind = len(point), told[0]
    return Drive(kind, is_shared(kind))


def is_shared(kind: str) -> bool:
    """Say whether a file system of this kind is one that other computers share."""
    head, _, tail = kind.partition(".")
    return tail in SHARED_IN_FUSE if head.startswith("fuse") and tail else kind in SHARED


def _leads_to(point: str, path: str) -> bool:
    return point == "/" or path == point or path.startswith(f"{point}/")


def _existing(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def _mac_drive(folder: Path) -> Drive:
    import psutil

    places = [(part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=True)]
    path = os.path.realpath(folder)
    leading = [place for place in places if _leads_to(place[0], path)]
    kind = max(leading, key=lambda place: len(place[0]))[1] if leading else ""
    return Drive(kind, is_shared(kind))


def is_unc(path: str) -> bool:
    r"""Say whether a Windows path names a server: `\\server\share` or `\\?\UNC\server\share`."""
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    return path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))


if sys.platform == "win32":

    def _windows_drive(folder: Path) -> Drive:
        """Ask Windows for the root that a folder lies under, and for its kind."""
        path = os.path.abspath(folder)
        if is_unc(path):
            return Drive("remote", is_network=True)
        from dzwonek.outbox.windows_drive import is_remote

        is_network = is_remote(path)
        return Drive("remote" if is_network else "", is_network)
