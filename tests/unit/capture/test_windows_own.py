"""Our own windows stay out of a picture where Windows can do that, and for no longer than it."""

from __future__ import annotations

import pytest

from dzwonek.capture.grabs import GrabError, Monitor, Taken
from dzwonek.capture.windows_calls import WDA_EXCLUDEFROMCAPTURE, WDA_NONE
from dzwonek.capture.windows_own import WithoutOwnWindows

FORM, LIST = 0x10, 0x20
PICTURE = (Taken(Monitor("L", 0, 0, 1, 1), bytearray(4)),)


class Screen:
    """Windows with our windows on it; it writes down what happens, and may refuse or fail."""

    def __init__(self, *windows: int) -> None:
        self.windows = windows
        self.refused: set[int] = set()
        self.is_broken = False
        self.said: list[str] = []
        self.left_out: set[int] = set()

    def visible(self) -> tuple[int, ...]:
        return self.windows

    def set_affinity(self, window: int, affinity: int) -> bool:
        if window in self.refused:
            return False
        if affinity == WDA_EXCLUDEFROMCAPTURE:
            self.left_out.add(window)
        elif affinity == WDA_NONE:
            self.left_out.discard(window)
        return True

    def settle(self) -> None:
        self.said.append("settled")

    def take(self) -> tuple[Taken, ...]:
        self.said.append(f"taken without {sorted(self.left_out)}")
        if self.is_broken:
            raise GrabError("broken")
        return PICTURE

    def prepare(self) -> None:
        self.said.append(f"prepared without {sorted(self.left_out)}")

    def close(self) -> None:
        self.said.append("closed")


def test_all_our_windows_are_left_out_and_come_back() -> None:
    screen = Screen(FORM, LIST)
    assert WithoutOwnWindows(screen, screen).take() == PICTURE
    assert screen.said == ["settled", f"taken without {[FORM, LIST]}"]
    assert screen.left_out == set()


def test_without_a_window_of_ours_nobody_waits() -> None:
    screen = Screen()
    WithoutOwnWindows(screen, screen).take()
    assert screen.said == ["taken without []"]


def test_a_refusal_costs_nothing_but_that_the_window_is_seen() -> None:
    screen = Screen(FORM, LIST)
    screen.refused = {FORM, LIST}
    assert WithoutOwnWindows(screen, screen).take() == PICTURE
    assert screen.said == ["taken without []"]
    screen.refused = {FORM}
    WithoutOwnWindows(screen, screen).take()
    assert screen.said[1:] == ["settled", f"taken without {[LIST]}"]


def test_they_come_back_even_when_the_picture_fails() -> None:
    screen = Screen(FORM)
    screen.is_broken = True
    with pytest.raises(GrabError):
        WithoutOwnWindows(screen, screen).take()
    assert screen.left_out == set()


def test_a_rehearsal_leaves_nothing_out() -> None:
    screen = Screen(FORM)
    grab = WithoutOwnWindows(screen, screen)
    grab.prepare()
    grab.close()
    assert screen.said == ["prepared without []", "closed"]
