"""Shared memory is used again only when nobody looks at its picture any more."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "linux":
    from dzwonek.capture.segments import Segments

assert sys.platform == "linux"  # the folder's conftest leaves this file out elsewhere

SIZE = 3 * 4096 + 100


class Server:
    """Stands in for the X server: writes into segments it was shown."""

    def __init__(self) -> None:
        self.attached: dict[int, int] = {}
        self.refuses = False

    def attach(self, descriptor: int) -> int:
        if self.refuses:
            os.close(descriptor)
            raise OSError("refused")
        key = len(self.attached) + 1
        self.attached[key] = descriptor
        return key

    def detach(self, key: int) -> None:
        os.close(self.attached.pop(key))

    def draw(self, key: int, level: int) -> None:
        os.pwrite(self.attached[key], bytes([level]) * SIZE, 0)


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that closes what it holds."""
    server = Server()
    yield server
    for key in list(server.attached):
        server.detach(key)


@pytest.fixture
def segments(server: Server) -> Iterator[Segments[int]]:
    """Give the segments of one connection."""
    segments = Segments(SIZE, server.attach, server.detach)
    yield segments
    segments.close()


def shown(segments: Segments[int], server: Server, level: int) -> memoryview:
    segment = segments.free()
    segment.holds_picture = True
    server.draw(segment.key, level)
    return segment.lend()


def test_what_the_server_draws_is_seen_without_copying(
    segments: Segments[int], server: Server
) -> None:
    assert bytes(shown(segments, server, 7)) == b"\x07" * SIZE


def test_a_segment_is_used_again_when_its_picture_is_gone(
    segments: Segments[int], server: Server
) -> None:
    for level in (1, 2, 3):
        assert set(shown(segments, server, level)) == {level}
        gc.collect()
    assert len(server.attached) == 1


def test_a_picture_still_looked_at_is_never_drawn_over(
    segments: Segments[int], server: Server
) -> None:
    part = shown(segments, server, 1)[10:20]
    second = shown(segments, server, 2)
    assert set(part) == {1}
    assert set(second) == {2}
    assert len(server.attached) == 2


def test_who_paints_on_his_picture_changes_no_other(
    segments: Segments[int], server: Server
) -> None:
    first = shown(segments, server, 1)
    first[0] = 99
    del first
    segment = segments.free()
    assert segment.lend()[0] == 1


def test_tidying_wipes_the_last_picture_and_keeps_one_segment(
    segments: Segments[int], server: Server
) -> None:
    first, second = shown(segments, server, 1), shown(segments, server, 2)
    del first, second
    segments.tidy()
    assert len(server.attached) == 1
    segment = segments.free()
    assert not segment.holds_picture
    assert set(segment.lend()) == {0}


def test_tidying_leaves_pictures_in_use_alone(segments: Segments[int], server: Server) -> None:
    picture = shown(segments, server, 5)
    segments.tidy()
    assert set(picture) == {5}


def test_a_picture_outlives_the_connection(segments: Segments[int], server: Server) -> None:
    picture = shown(segments, server, 6)
    segments.close()
    assert set(picture) == {6}


def test_a_server_that_refuses_leaves_no_descriptor_open(
    segments: Segments[int], server: Server
) -> None:
    server.refuses = True
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with pytest.raises(OSError, match="refused"):
            segments.free()
    assert len(os.listdir("/proc/self/fd")) == before
