"""The way to capture is chosen by the session, or the reason is told."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest

from dzwonek.capture.grabs import Monitor, monitors_from
from dzwonek.capture.screens import NoScreens, WarmScreens, screens_for
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Code, Problem
from tests.fakes.screens import FakeScreens, plain_shot

X11 = {"DISPLAY": ":7", "XDG_SESSION_TYPE": "x11"}


@pytest.mark.parametrize(
    ("environment", "platform", "code"),
    [
        ({}, "linux", Code.CAPTURE_NO_DISPLAY),
        ({"DISPLAY": ""}, "linux", Code.CAPTURE_NO_DISPLAY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", Code.CAPTURE_WAYLAND),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", Code.CAPTURE_WAYLAND),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, "linux", Code.CAPTURE_WAYLAND),
        ({"DISPLAY": ":0"}, "darwin", Code.CAPTURE_MACOS),
    ],
)
def test_where_the_screen_cannot_be_captured_the_reason_is_told(
    environment: Mapping[str, str], platform: str, code: Code
) -> None:
    clock = SystemClock()
    screens = screens_for(environment, platform, clock, FakeScreens([plain_shot()]))
    screens.warm()
    screens.monitors_changed()
    before = clock.now()
    capture = screens.capture()
    screens.close()
    assert isinstance(screens, NoScreens)
    assert capture.shots == ()
    assert capture.problem == Problem(code)
    assert capture.taken_at >= before


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_what_the_settings_switch_off_is_off_everywhere(platform: str) -> None:
    screens = screens_for(X11, platform, SystemClock(), is_allowed=False)
    assert screens.capture().problem == Problem(Code.CAPTURE_SWITCHED_OFF)
    screens = screens_for(X11, platform, SystemClock(), is_allowed=False, is_fixed=True)
    assert screens.capture().problem == Problem(Code.CAPTURE_SWITCHED_OFF, {"by": "policy"})


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_where_it_can_be_captured_nothing_is_opened_yet(platform: str) -> None:
    screens = screens_for(X11, platform, SystemClock())
    assert isinstance(screens, WarmScreens)


@pytest.mark.skipif(sys.platform == "win32", reason="X11's: Windows has one display for us")
@pytest.mark.parametrize("display", [":4242", "no display at all"])
def test_a_display_that_does_not_answer_is_a_problem_and_no_crash(display: str) -> None:
    screens = screens_for({"DISPLAY": display}, "linux", SystemClock())
    screens.warm()
    assert screens.capture().problem == Problem(Code.CAPTURE_FAILED)
    screens.close()


WHOLE = {"left": -1920, "top": 0, "width": 3840, "height": 1080}
LEFT = {"left": -1920, "top": 0, "width": 1920, "height": 1080, "output": "DP-1", "name": "U27"}
RIGHT = {"left": 0, "top": 0, "width": 1920, "height": 1080}


def test_monitors_have_the_name_of_their_socket_or_their_own_or_a_number() -> None:
    assert monitors_from([WHOLE, LEFT, RIGHT]) == (
        Monitor("DP-1", -1920, 0, 1920, 1080),
        Monitor("monitor-2", 0, 0, 1920, 1080),
    )
    assert monitors_from([WHOLE, {**RIGHT, "name": "U27"}])[0].name == "U27"


def test_monitors_of_one_make_are_told_apart() -> None:
    left, right = ({**place, "output": None, "name": "U27"} for place in (LEFT, RIGHT))
    assert [monitor.name for monitor in monitors_from([WHOLE, left, right])] == ["U27", "U27 2"]


def test_without_a_list_of_monitors_the_whole_desktop_is_one() -> None:
    assert monitors_from([WHOLE]) == (Monitor("monitor-1", -1920, 0, 3840, 1080),)


def test_monitors_that_mirror_one_another_are_one_picture() -> None:
    assert [monitor.name for monitor in monitors_from([WHOLE, LEFT, {**LEFT, "output": "B"}])] == [
        "DP-1"
    ]


def test_a_monitor_without_a_size_is_none() -> None:
    assert monitors_from([WHOLE, RIGHT, {**LEFT, "width": 0}]) == (
        Monitor("monitor-1", 0, 0, 1920, 1080),
    )
