"""Reads the screen of an X server without copying it.

`mss.MSS` copies every picture into fresh memory, which costs more than the picture itself. This
stands on the same library's protocol layer, and gives up with GrabError wherever that is not what
it was in mss 10.2, or the server is remote; `portable.CopyGrab` serves then.
"""

from __future__ import annotations

import contextlib
import sys
from functools import partial
from typing import TYPE_CHECKING

from dzwonek.capture.grabs import GrabError, Monitor, Taken, monitors_from
from dzwonek.capture.portable import as_grab_errors

assert sys.platform == "linux"  # memfd_create; mypy reads this line too

if TYPE_CHECKING:
    from mss.linux.xcbgen import Drawable, ShmSeg
    from mss.linux.xcbhelpers import Connection

    from dzwonek.capture.segments import Segment, Segments

ALL_PLANES = 0xFFFFFFFF
SHM_WITH_DESCRIPTORS = (1, 2)  # MIT-SHM 1.2 takes a file descriptor


class SharedGrab:
    """Lets the X server write each monitor into memory that both can see."""

    def __init__(self, display: str | None = None) -> None:
        """Connect to `display` (None: the environment's); raises GrabError."""
        with as_grab_errors():
            from mss.linux.xgetimage import MSSImplXGetImage

            # It checks the depth and the order of colours, and lists monitors by RandR.
            self._server = MSSImplXGetImage(display=display)
        try:
            with as_grab_errors():
                self._monitors = monitors_from(self._server.monitors())
                self._connection = _connection_with_shm(self._server.conn)
                self._segments = _segments(self._connection, self._monitors)
                self._segments.free()  # a remote server refuses here
        except BaseException:
            self._disconnect()
            raise
        self._is_rehearsed = False

    def take(self) -> tuple[Taken, ...]:
        """Read every monitor now; raises GrabError."""
        with as_grab_errors():
            segment = self._segments.free()
            self._read_into(segment)
            whole = segment.lend()
        taken, start = [], 0
        for monitor in self._monitors:
            taken.append(Taken(monitor, whole[start : start + monitor.size]))
            start += monitor.size
        return tuple(taken)

    def prepare(self) -> None:
        """Touch all the memory that the next `take` needs, and wipe what a picture left there.

        The rehearsal reads the screen once, and that too is wiped at once. Raises GrabError.
        """
        with as_grab_errors():
            segment = self._segments.free()
            if not self._is_rehearsed:
                self._read_into(segment)
                self._is_rehearsed = True
            self._segments.tidy()

    def close(self) -> None:
        """End the connection; pixels already taken stay valid."""
        self._segments.close()
        self._disconnect()

    def _disconnect(self) -> None:
        with contextlib.suppress(GrabError), as_grab_errors():
            self._server.close()

    def _read_into(self, segment: Segment[ShmSeg]) -> None:
        segment.holds_picture = True
        start = 0
        for monitor in self._monitors:
            _read(self._connection, self._server.drawable, monitor, segment.key, start)
            start += monitor.size


def _connection_with_shm(connection: Connection | None) -> Connection:
    from mss.linux import xcb, xcbgen
    from mss.linux.xcbhelpers import LIB

    if connection is None or not xcb.get_extension_data(connection, LIB.shm_id).present:
        raise GrabError("no MIT-SHM")
    version = xcbgen.shm_query_version(connection)
    if (version.major_version, version.minor_version) < SHM_WITH_DESCRIPTORS:
        raise GrabError("MIT-SHM is too old")
    return connection


def _segments(connection: Connection, monitors: tuple[Monitor, ...]) -> Segments[ShmSeg]:
    from dzwonek.capture.segments import Segments

    size = sum(monitor.size for monitor in monitors)
    return Segments(size, partial(_attach, connection), partial(_detach, connection))


def _attach(connection: Connection, descriptor: int) -> ShmSeg:
    from mss.linux import xcb, xcbgen

    key = xcbgen.ShmSeg(xcb.generate_id(connection).value)
    xcbgen.shm_attach_fd(connection, key, descriptor, read_only=False)  # closes the descriptor
    return key


def _detach(connection: Connection, key: ShmSeg) -> None:
    from mss.linux import xcbgen

    xcbgen.shm_detach(connection, key)


def _read(
    connection: Connection, drawable: Drawable, monitor: Monitor, key: ShmSeg, start: int
) -> None:
    from mss.linux import xcbgen

    place = (monitor.left, monitor.top, monitor.width, monitor.height)
    pixmap = xcbgen.ImageFormat.ZPixmap
    xcbgen.shm_get_image(connection, drawable, *place, ALL_PLANES, pixmap, key, start)
