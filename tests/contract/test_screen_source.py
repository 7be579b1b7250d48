"""Everything that takes pictures of the screen keeps the same promises."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC
from functools import partial

import pytest

from dzwonek.capture.portable import CopyGrab
from dzwonek.capture.screens import NoScreens, WarmScreens, screens_for
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.ports import ScreenSource
from dzwonek.domain.problem import Code, Problem
from tests.fakes.screens import SLATE, FakeScreens, XServer, plain_shot, x_server

Make = Callable[[XServer], ScreenSource]


def chosen(server: XServer) -> ScreenSource:
    return screens_for({"DISPLAY": server.display}, "linux", SystemClock())


def copied(backend: str) -> Make:
    def make(server: XServer) -> ScreenSource:
        return WarmScreens(SystemClock(), [partial(CopyGrab, backend, server.display)])

    return make


def not_kept(server: XServer) -> ScreenSource:
    way = partial(CopyGrab, "default", server.display)
    return WarmScreens(SystemClock(), [way], is_kept=False)


def fake(server: XServer) -> ScreenSource:
    shots = [plain_shot("L", 320, 200), plain_shot("R", 320, 200, left=320)]
    return FakeScreens(shots)


SOURCES: dict[str, Make] = {
    "chosen": chosen,
    "copies": copied("default"),
    "copies through Xlib": copied("xlib"),
    "opened for each capture": not_kept,
    "fake": fake,
}


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    """Give an X server with two monitors that show one colour."""
    if sys.platform == "win32":
        pytest.skip("sources of an X server's pictures; Windows's own stands below")
    with x_server(640, 200) as server:
        server.set_monitors(("L", 0, 0, 320, 200), ("R", 320, 0, 320, 200))
        server.fill("#{:02x}{:02x}{:02x}".format(*SLATE))
        yield server


@pytest.fixture(params=list(SOURCES))
def source(request: pytest.FixtureRequest, server: XServer) -> Iterator[ScreenSource]:
    """Give each source in turn."""
    with ExitStack() as stack:
        source = SOURCES[request.param](server)
        stack.callback(source.close)
        yield source


def test_the_moment_is_aware_and_the_same_for_every_picture(source: ScreenSource) -> None:
    capture = source.capture()
    assert capture.taken_at.tzinfo is UTC
    assert {shot.taken_at for shot in capture.shots} == {capture.taken_at}


def test_the_pictures_have_names_of_their_own_and_cover_the_desktop(source: ScreenSource) -> None:
    capture = source.capture()
    assert capture.problem is None
    assert len({shot.monitor for shot in capture.shots}) == len(capture.shots)
    assert sum(shot.width * shot.height for shot in capture.shots) == 640 * 200
    assert max(shot.left + shot.width for shot in capture.shots) == 640


def test_the_pixels_are_blue_green_red_row_by_row(source: ScreenSource) -> None:
    for shot in source.capture().shots:
        assert len(shot.pixels) >= (shot.height - 1) * shot.stride + shot.width * 4
        last = (shot.height - 1) * shot.stride + (shot.width - 1) * 4
        for start in (0, last):
            assert bytes(shot.pixels[start : start + 3]) == bytes(reversed(SLATE))


def test_a_capture_stays_what_it_was(source: ScreenSource) -> None:
    first = source.capture()
    before = [bytes(shot.pixels) for shot in first.shots]
    source.capture()
    source.close()
    assert [bytes(shot.pixels) for shot in first.shots] == before


def test_it_can_be_closed_twice(source: ScreenSource) -> None:
    source.capture()
    source.close()
    source.close()


def test_what_takes_no_picture_gives_the_reason() -> None:
    screens: ScreenSource = NoScreens(SystemClock(), Problem(Code.CAPTURE_MACOS))
    assert screens.capture().problem == Problem(Code.CAPTURE_MACOS)
    screens.close()


if sys.platform == "win32":
    import ctypes

    SM_CXVIRTUALSCREEN, SM_CYVIRTUALSCREEN = 78, 79  # winuser.h

    def test_on_windows_the_whole_desktop_is_taken_and_stays_what_it_was() -> None:
        measure = ctypes.WinDLL("user32.dll").GetSystemMetrics
        width, height = measure(SM_CXVIRTUALSCREEN), measure(SM_CYVIRTUALSCREEN)
        with closing(screens_for({}, "win32", SystemClock())) as source:
            first = source.capture()
            assert first.problem is None
            assert first.taken_at.tzinfo is UTC
            assert {shot.taken_at for shot in first.shots} == {first.taken_at}
            assert len({shot.monitor for shot in first.shots}) == len(first.shots)
            assert sum(shot.width * shot.height for shot in first.shots) == width * height
            for shot in first.shots:
                assert len(shot.pixels) >= (shot.height - 1) * shot.stride + shot.width * 4
            before = [bytes(shot.pixels) for shot in first.shots]
            source.capture()
            source.close()
            assert [bytes(shot.pixels) for shot in first.shots] == before
