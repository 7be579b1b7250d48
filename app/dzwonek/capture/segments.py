"""Memory that this process shares with the X server, so that a picture is never copied.

Fresh memory is slow: the kernel clears it page by page on first touch, 40 ms for a 4K screen where
a used segment takes 4. So a segment is kept and used again, once nothing looks at its picture any
more. Each picture is lent as a private mapping: who paints on it changes only his own view.
"""

from __future__ import annotations

import mmap
import os
import sys
import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

assert sys.platform == "linux"  # memfd_create; mypy reads this line too

Key = TypeVar("Key")  # the server's name of a segment
ZEROS = 1 << 20  # bytes wiped in one go


class Segment(Generic[Key]):
    """One piece of shared memory, used for one capture at a time."""

    def __init__(self, size: int, attach: Callable[[int], Key]) -> None:
        """Make it and show it to the server; `attach` closes the descriptor it is given.

        Raises OSError when memory is short, and what `attach` raises.
        """
        self.size = size
        self.is_lent = False
        self.holds_picture = False
        self._file = os.memfd_create("dzwonek-screen", os.MFD_CLOEXEC)
        try:
            # Claimed at once: a shortage is an error here instead of a SIGBUS in the server.
            os.posix_fallocate(self._file, 0, size)
            self.key = attach(os.dup(self._file))
        except BaseException:
            os.close(self._file)
            raise

    def lend(self) -> memoryview:
        """Give the picture out; the segment is free again when nobody holds a part of it."""
        pages = mmap.mmap(
            self._file, self.size, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE
        )
        self.is_lent = True
        weakref.finalize(pages, self._take_back).atexit = False
        return memoryview(pages)

    def wipe(self) -> None:
        """Overwrite the last picture."""
        zeros = bytes(ZEROS)
        for start in range(0, self.size, ZEROS):
            os.pwrite(self._file, zeros[: self.size - start], start)
        self.holds_picture = False

    def close(self) -> None:
        """Let go of the memory; pictures still lent keep theirs."""
        os.close(self._file)

    def _take_back(self) -> None:
        self.is_lent = False


class Segments(Generic[Key]):
    """The segments of one connection, all of one size; to be used by one thread at a time."""

    def __init__(
        self, size: int, attach: Callable[[int], Key], detach: Callable[[Key], None]
    ) -> None:
        self._size = size
        self._attach = attach
        self._detach = detach
        self._segments: list[Segment[Key]] = []

    def free(self) -> Segment[Key]:
        """Give a segment that nobody looks at; a new one when there is none."""
        for segment in self._segments:
            if not segment.is_lent:
                return segment
        self._segments.append(Segment(self._size, self._attach))
        return self._segments[-1]

    def tidy(self) -> None:
        """Keep one free segment, its last picture wiped, and let the others go."""
        unused = [segment for segment in self._segments if not segment.is_lent]
        for segment in unused[1:]:
            self._segments.remove(segment)
            segment.close()
            self._detach(segment.key)
        for segment in unused[:1]:
            if segment.holds_picture:
                segment.wipe()

    def close(self) -> None:
        """Let everything go; the server forgets its part with the connection."""
        while self._segments:
            self._segments.pop().close()
