"""A disk whose power can be cut: a file system in a file, shut down without flushing its log."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# xfs has had it as XFS_IOC_GOINGDOWN, ext4 took it over as EXT4_IOC_SHUTDOWN, of the same number
SHUT_DOWN = 0x8004587D
WITHOUT_LOG = 2  # …_NOLOGFLUSH: what is not on the disk at this moment never gets there
SIZES = {"ext4": 64, "xfs": 320}  # MB; mkfs.xfs makes none below 300 MB
PACKAGES = {"ext4": "e2fsprogs", "xfs": "xfsprogs"}


class PowerDisk:
    """An ext4 or xfs in a sparse file under `folder`, mounted at `place`; needs root."""

    def __init__(self, folder: Path, kind: str, component: Callable[[str, str], str]) -> None:
        self.place = folder / "disk"
        self._image = folder / "image"
        self._mount = component("mount", "mount")
        self._umount = component("umount", "mount")
        self.place.mkdir()
        with self._image.open("wb") as file:
            file.truncate(SIZES[kind] * 1024 * 1024)
        make = component(f"mkfs.{kind}", PACKAGES[kind])
        subprocess.run([make, "-q", str(self._image)], check=True)

    def mount(self) -> None:
        """Give the disk its power; what its log holds is put right by the system."""
        words = [self._mount, "-o", "loop", str(self._image), str(self.place)]
        result = subprocess.run(words, check=False, capture_output=True, text=True)
        if result.returncode != 0:
            reason = f"needs root to mount a disk: {result.stderr.strip()}"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)

    def cut(self) -> None:
        """Cut the power: from now on nothing is written, and all calls fail."""
        if sys.platform != "win32":
            import fcntl

            descriptor = os.open(self.place, os.O_RDONLY)
            try:
                fcntl.ioctl(descriptor, SHUT_DOWN, struct.pack("I", WITHOUT_LOG))
            finally:
                os.close(descriptor)

    def unmount(self) -> None:
        """Take the disk off; the loop device goes with it."""
        subprocess.run([self._umount, str(self.place)], check=True)

    def remove(self) -> None:
        """Take the disk off whatever happened."""
        if os.path.ismount(self.place):
            result = subprocess.run([self._umount, str(self.place)], check=False)
            if result.returncode != 0:
                subprocess.run([self._umount, "-l", str(self.place)], check=True)
