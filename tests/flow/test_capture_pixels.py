"""The picture that a report carries is the screen, pixel by pixel, on a real X server."""

from __future__ import annotations

import mmap
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from dzwonek.capture import raster
from dzwonek.capture.screens import Screens, screens_for
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.picture import Picture, PictureNote, Rect, Screenshot
from dzwonek.domain.problem import Code, Problem
from tests.fakes.screens import MOMENT, XServer, x_server
from tests.session.programs import need

pytestmark = pytest.mark.flow
WIDTH, HEIGHT = 1200, 480
NOTE = PictureNote("01", "", 0, 0, "", MOMENT)


def windows(width: int, height: int) -> bytes:
    """Paint something with edges, slopes and single pixels, as a PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    slope = QLinearGradient(0, 0, width, height)
    slope.setColorAt(0, QColor("#2c5d87"))
    slope.setColorAt(1, QColor("#e8b04a"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), slope)
    for step in range(0, width, 61):
        painter.fillRect(step, step % height, 47, 33, QColor.fromHsv(step % 360, 200, 240))
        painter.fillRect(step + 3, step % height + 3, 1, 25, QColor("black"))
    painter.end()
    return raster.encode(image, NOTE).content


@pytest.fixture
def server() -> Iterator[XServer]:
    """Give an X server that shows windows."""
    with x_server(WIDTH, HEIGHT) as server:
        server.show(windows(WIDTH, HEIGHT))
        yield server


@pytest.fixture
def screens(server: XServer) -> Iterator[Screens]:
    """Give the way of capturing that the program would choose."""
    screens = screens_for({"DISPLAY": server.display}, "linux", SystemClock())
    yield screens
    screens.close()


def unpacked(picture: Picture, folder: Path) -> bytes:
    """Let ImageMagick read the file: rows of R, G, B."""
    path = folder / "picture.png"
    path.write_bytes(picture.content)
    command = (need("convert"), str(path), "-depth", "8", "rgb:-")
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=30).stdout


def strip_of(whole: bytes, shot: Screenshot) -> bytes:
    """Cut a monitor out of the whole screen's R, G, B."""
    rows = range(shot.top, shot.top + shot.height)
    starts = ((row * WIDTH + shot.left) * 3 for row in rows)
    return b"".join(whole[start : start + shot.width * 3] for start in starts)


def test_the_encoded_picture_is_what_another_program_sees(
    server: XServer, screens: Screens, tmp_path: Path
) -> None:
    screens.warm()
    seen = server.seen_by_imagemagick()
    capture = screens.capture()
    assert capture.problem is None
    assert [shot.monitor for shot in capture.shots] == ["screen"]
    picture = raster.encode(capture.shots[0], NOTE)
    assert picture.note.media_type == "image/png"
    assert unpacked(picture, tmp_path) == seen
    assert len(set(seen)) > 50


def test_two_monitors_are_two_pictures_of_their_own_places(
    server: XServer, screens: Screens, tmp_path: Path
) -> None:
    server.set_monitors(("L", 0, 0, 701, 480), ("R", 701, 0, 499, 301))
    seen = server.seen_by_imagemagick()
    shots = screens.capture().shots
    assert [(shot.monitor, shot.left, shot.width, shot.height) for shot in shots] == [
        ("screen", 0, 701, 480),
        ("monitor-2", 701, 499, 301),
    ]
    for shot in shots:
        assert unpacked(raster.encode(shot, NOTE), tmp_path) == strip_of(seen, shot)


def test_a_monitor_that_comes_later_is_captured_once_it_is_told(
    server: XServer, screens: Screens
) -> None:
    assert len(screens.capture().shots) == 1
    server.set_monitors(("L", 0, 0, 600, 480), ("R", 600, 0, 600, 480))
    screens.monitors_changed()
    assert len(screens.capture().shots) == 2


def test_the_screen_is_not_copied(screens: Screens) -> None:
    shot = screens.capture().shots[0]
    assert isinstance(shot.pixels, memoryview)  # into memory that the X server wrote
    assert isinstance(shot.pixels.obj, mmap.mmap)


def test_each_capture_shows_its_own_moment(server: XServer, screens: Screens) -> None:
    server.fill("#336699")
    first = screens.capture().shots[0]
    server.fill("#993366")
    second = screens.capture().shots[0]
    assert bytes(first.pixels[:3]) == b"\x99\x66\x33"
    assert bytes(second.pixels[:3]) == b"\x66\x33\x99"


def test_a_black_screen_is_not_a_picture(server: XServer, screens: Screens) -> None:
    server.fill("#000000")
    capture = screens.capture()
    assert capture.shots == ()
    assert capture.problem == Problem(Code.CAPTURE_BLACK, {"monitor": "screen"})


def test_a_server_that_dies_costs_the_picture_and_nothing_else(
    server: XServer, screens: Screens
) -> None:
    screens.warm()
    before = screens.capture().shots[0]
    server.process.kill()
    server.process.wait()
    for _ in range(3):
        capture = screens.capture()
        assert capture.shots == ()
        assert capture.problem == Problem(Code.CAPTURE_FAILED)
    assert raster.image_of(before).width() == WIDTH


def test_a_server_that_hangs_holds_a_capture_up_for_two_seconds_and_comes_back(
    server: XServer, screens: Screens
) -> None:
    screens.warm()
    clock = SystemClock()
    process = psutil.Process(server.process.pid)
    process.suspend()
    try:
        pressed = clock.monotonic()
        assert screens.capture().problem == Problem(Code.CAPTURE_FAILED)
        waited = (clock.monotonic() - pressed).total_seconds()
        assert screens.capture().problem == Problem(Code.CAPTURE_FAILED)
    finally:
        process.resume()
    assert 1.9 < waited < 6
    server.fill("#336699")  # answered after the stuck grab
    assert screens.capture().shots


def test_a_cover_hides_the_screen_for_another_program_too(screens: Screens, tmp_path: Path) -> None:
    shot = screens.capture().shots[0]
    picture = raster.encode(shot, NOTE)
    flat = raster.flattened(picture.content, [Rect(101, 51, 333, 77)], picture.note)
    rows = unpacked(flat, tmp_path)
    for row in (51, 127):
        start = (row * WIDTH + 101) * 3
        assert rows[start : start + 333 * 3] == bytes(333 * 3)
    assert any(rows[(50 * WIDTH + 101) * 3 : (50 * WIDTH + 434) * 3])
