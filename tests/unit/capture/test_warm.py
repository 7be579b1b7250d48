"""A capture takes the quickest way that works, and nobody waits for one that hangs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from dzwonek.capture.grabs import GrabError, Monitor, Taken
from dzwonek.capture.warm import WarmScreens
from dzwonek.domain.problem import Code, Problem
from tests.fakes.screens import MOMENT, FakeScreens, plain_shot

BRIEFLY = timedelta(milliseconds=50)


class StoppedClock:
    """Shows one moment."""

    def now(self) -> datetime:
        return MOMENT

    def monotonic(self) -> timedelta:
        return timedelta()


class Way:
    """A way of reading the screen that can fail when opened, when used, or hang."""

    def __init__(self, *names: str, level: int = 0x40) -> None:
        self.names = names or ("L",)
        self.level = level
        self.opened = 0
        self.taken = 0
        self.prepared = 0
        self.closed = 0
        self.cannot_open = False
        self.fails = 0  # so many uses fail
        self.gate: threading.Event | None = None

    def __call__(self) -> Way:
        self.opened += 1
        if self.cannot_open:
            raise GrabError("cannot open")
        return self

    def take(self) -> tuple[Taken, ...]:
        self._use()
        self.taken += 1
        pixels = bytearray([self.level]) * (4 * 3 * 2)
        return tuple(Taken(Monitor(name, -3, 0, 3, 2), pixels) for name in self.names)

    def prepare(self) -> None:
        self._use()
        self.prepared += 1

    def close(self) -> None:
        self.closed += 1

    def _use(self) -> None:
        if self.gate is not None:
            self.gate.wait()
        if self.fails:
            self.fails -= 1
            raise GrabError("fails")


class Build:
    """Builds the screens of a test and closes them after it."""

    def __init__(self) -> None:
        self.built: list[WarmScreens] = []

    def __call__(
        self,
        *ways: Way,
        fallback: FakeScreens | None = None,
        is_kept: bool = True,
        hidden_by: Callable[[], Code | None] | None = None,
        patience: timedelta = timedelta(seconds=20),
    ) -> WarmScreens:
        screens = WarmScreens(
            StoppedClock(),
            ways,
            fallback,
            is_kept=is_kept,
            hidden_by=hidden_by,
            patience=patience,
        )
        self.built.append(screens)
        return screens


@pytest.fixture
def build() -> Iterator[Build]:
    """Give the builder."""
    builder = Build()
    yield builder
    for screens in builder.built:
        screens.close()


def test_every_monitor_is_captured_with_its_place_and_moment(build: Build) -> None:
    capture = build(Way("L", "R")).capture()
    assert [shot.monitor for shot in capture.shots] == ["L", "R"]
    shot = capture.shots[0]
    assert (shot.left, shot.top, shot.width, shot.height, shot.stride) == (-3, 0, 3, 2, 12)
    assert shot.taken_at == capture.taken_at == MOMENT
    assert capture.problem is None


def test_the_connection_is_opened_once_and_kept(build: Build) -> None:
    way = Way()
    screens = build(way)
    screens.warm()
    assert (way.opened, way.prepared, way.taken) == (1, 1, 0)
    screens.capture()
    screens.capture()
    assert (way.opened, way.taken, way.closed) == (1, 2, 0)


def test_nothing_is_opened_before_it_is_needed(build: Build) -> None:
    way = Way()
    build(way)
    assert way.opened == 0


def test_changed_monitors_are_looked_at_afresh_at_the_next_use(build: Build) -> None:
    way = Way()
    screens = build(way)
    screens.capture()
    screens.monitors_changed()
    assert (way.opened, way.closed) == (1, 0)
    screens.capture()
    assert (way.opened, way.closed) == (2, 1)
    screens.capture()
    assert way.opened == 2


def test_a_grab_that_fails_once_gets_a_new_connection(build: Build) -> None:
    first, second = Way(), Way()
    screens = build(first, second)
    screens.warm()
    first.fails = 1
    assert screens.capture().shots
    assert (first.opened, first.taken, first.closed) == (2, 1, 1)
    assert second.opened == 0


def test_the_ways_are_tried_in_order_and_what_failed_is_closed(build: Build) -> None:
    first, second, third = Way(), Way(), Way("R")
    first.cannot_open = True
    second.fails = 9
    screens = build(first, second, third)
    assert [shot.monitor for shot in screens.capture().shots] == ["R"]
    assert (second.closed, third.closed) == (1, 0)
    screens.capture()
    assert (first.opened, second.opened, third.opened) == (1, 1, 1)


def test_the_toolkit_is_asked_last(build: Build) -> None:
    broken = Way()
    broken.cannot_open = True
    fallback = FakeScreens([plain_shot("HDMI-1")])
    screens = build(broken, fallback=fallback)
    capture = screens.capture()
    assert [shot.monitor for shot in capture.shots] == ["HDMI-1"]
    assert capture.problem is None
    screens.close()
    assert fallback.is_closed


def test_when_nothing_works_the_capture_says_so(build: Build) -> None:
    broken = Way()
    broken.cannot_open = True
    fallback = FakeScreens(problem=Problem(Code.CAPTURE_FAILED))
    for screens in (build(broken), build(broken, fallback=fallback), build()):
        capture = screens.capture()
        assert capture.shots == ()
        assert capture.taken_at == MOMENT
        assert capture.problem == Problem(Code.CAPTURE_FAILED)


def test_a_black_monitor_is_left_out_and_named(build: Build) -> None:
    capture = build(Way("L", level=0)).capture()
    assert capture.shots == ()
    assert capture.problem == Problem(Code.CAPTURE_BLACK, {"monitor": "L"})


def test_the_monitors_that_show_something_are_kept(build: Build) -> None:
    broken = Way()
    broken.cannot_open = True
    shots = [plain_shot("L"), plain_shot("M", colour=(0, 0, 0)), plain_shot("R", colour=(0, 0, 0))]
    capture = build(broken, fallback=FakeScreens(shots)).capture()
    assert [shot.monitor for shot in capture.shots] == ["L"]
    assert capture.problem == Problem(Code.CAPTURE_BLACK, {"monitor": "M, R"})


def test_every_monitor_of_several_has_the_number_it_has_even_without_the_black_ones(
    build: Build,
) -> None:
    broken = Way()
    broken.cannot_open = True
    shots = [plain_shot("L", colour=(0, 0, 0)), plain_shot("M"), plain_shot("R")]
    capture = build(broken, fallback=FakeScreens(shots)).capture()
    assert [(shot.monitor, shot.screen) for shot in capture.shots] == [("M", 2), ("R", 3)]
    assert [shot.screen for shot in build(Way("L", "R")).capture().shots] == [1, 2]
    assert [shot.screen for shot in build(Way("L")).capture().shots] == [0]


def test_a_screen_behind_xwayland_is_told_by_its_monitors(build: Build) -> None:
    capture = build(Way("XWAYLAND0")).capture()
    assert capture.shots == ()
    assert capture.problem == Problem(Code.CAPTURE_WAYLAND)


def test_a_screen_that_hangs_costs_one_picture_and_comes_back(build: Build) -> None:
    way = Way()
    fallback = FakeScreens([plain_shot()])
    screens = build(way, fallback=fallback, patience=BRIEFLY)
    way.gate = threading.Event()
    for _ in range(3):
        assert screens.capture().problem == Problem(Code.CAPTURE_FAILED)
    stuck = [thread for thread in threading.enumerate() if thread.name == "dzwonek-capture"]
    assert fallback.captures == 0  # it would hang as well
    assert way.opened == 1
    assert len(stuck) == 1
    way.gate.set()
    stuck[0].join()
    assert screens.capture().shots
    assert way.opened == 1


def test_closing_does_not_wait_for_a_screen_that_hangs(build: Build) -> None:
    way = Way()
    screens = build(way, patience=BRIEFLY)
    way.gate = threading.Event()
    screens.capture()
    stuck = next(thread for thread in threading.enumerate() if thread.name == "dzwonek-capture")
    screens.close()
    assert way.closed == 0
    way.gate.set()
    stuck.join()
    assert way.closed == 1


def test_warming_that_hangs_does_not_hold_up_a_press_for_ever(build: Build) -> None:
    way = Way()
    screens = build(way, patience=BRIEFLY)
    way.gate = threading.Event()
    warming = threading.Thread(target=screens.warm)
    warming.start()
    assert screens.capture().shots == ()
    way.gate.set()
    warming.join()
    for thread in threading.enumerate():
        if thread.name == "dzwonek-capture":
            thread.join()
    assert screens.capture().shots


def test_where_nothing_is_to_be_held_each_capture_opens_and_closes(build: Build) -> None:
    way = Way()
    screens = build(way, is_kept=False)
    screens.capture()
    screens.capture()
    assert (way.opened, way.closed) == (2, 2)


def test_where_nothing_is_to_be_held_one_rehearsal_is_enough(build: Build) -> None:
    way = Way()
    screens = build(way, is_kept=False)
    screens.warm()
    screens.warm()
    screens.monitors_changed()
    screens.warm()
    assert (way.opened, way.prepared, way.closed) == (1, 1, 1)


class Witness:
    """Knows what hides the screen, or cannot say; it counts how often it is asked."""

    def __init__(self, code: Code | None = Code.CAPTURE_LOCKED) -> None:
        self.code = code
        self.asked = 0
        self.is_mute = False

    def __call__(self) -> Code | None:
        self.asked += 1
        if self.is_mute:
            raise GrabError("mute")
        return self.code


def test_what_hides_the_screen_is_told_in_place_of_a_black_picture(build: Build) -> None:
    capture = build(Way("L", "R", level=0), hidden_by=Witness()).capture()
    assert (capture.shots, capture.problem) == ((), Problem(Code.CAPTURE_LOCKED))


def test_what_hides_the_screen_is_told_when_every_way_fails(build: Build) -> None:
    broken = Way()
    broken.cannot_open = True
    fallback = FakeScreens([plain_shot(colour=(0, 0, 0))])
    for screens in (
        build(broken, hidden_by=Witness()),
        build(broken, fallback=fallback, hidden_by=Witness()),
    ):
        assert screens.capture().problem == Problem(Code.CAPTURE_LOCKED)


def test_nobody_is_asked_while_there_is_a_picture(build: Build) -> None:
    witness = Witness()
    fallback = FakeScreens([plain_shot("L"), plain_shot("R", colour=(0, 0, 0))])
    broken = Way()
    broken.cannot_open = True
    assert build(Way(), hidden_by=witness).capture().problem is None
    capture = build(broken, fallback=fallback, hidden_by=witness).capture()
    assert capture.problem == Problem(Code.CAPTURE_BLACK, {"monitor": "R"})
    assert witness.asked == 0


def test_where_the_reason_is_unknown_the_fact_is_told(build: Build) -> None:
    mute = Witness()
    mute.is_mute = True
    for witness in (Witness(None), mute):
        capture = build(Way("L", level=0), hidden_by=witness).capture()
        assert capture.problem == Problem(Code.CAPTURE_BLACK, {"monitor": "L"})
        assert witness.asked == 1


def test_after_the_end_there_is_no_picture_and_no_connection(build: Build) -> None:
    way = Way()
    screens = build(way)
    screens.capture()
    screens.close()
    screens.close()
    assert way.closed == 1
    assert screens.capture().problem == Problem(Code.CAPTURE_FAILED)
    assert way.opened == 1
