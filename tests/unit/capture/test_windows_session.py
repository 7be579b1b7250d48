"""Where Windows shows no picture of its screen, the reason is found."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dzwonek.capture.windows_session import what_hides_the_screen
from dzwonek.domain.problem import Code


@dataclass(frozen=True)
class Session:
    """A session as Windows may tell of it; at first one in which nothing hides the screen."""

    disconnected: bool | None = False
    locked: bool | None = False
    own_desktop: bool | None = True
    protected: bool | None = False
    remote: bool | None = False

    def is_disconnected(self) -> bool | None:
        return self.disconnected

    def is_locked(self) -> bool | None:
        return self.locked

    def is_own_desktop_shown(self) -> bool | None:
        return self.own_desktop

    def is_front_window_protected(self) -> bool | None:
        return self.protected

    def is_remote(self) -> bool | None:
        return self.remote


OPEN = Session()


@pytest.mark.parametrize(
    ("session", "code"),
    [
        (replace(OPEN, disconnected=True), Code.CAPTURE_DISCONNECTED),
        (replace(OPEN, locked=True), Code.CAPTURE_LOCKED),
        (replace(OPEN, own_desktop=False), Code.CAPTURE_SECURE_DESKTOP),
        (replace(OPEN, protected=True), Code.CAPTURE_PROTECTED),
        (replace(OPEN, remote=True), Code.CAPTURE_REMOTE),
        (OPEN, None),
    ],
)
def test_what_hides_the_screen_is_named(session: Session, code: Code | None) -> None:
    assert what_hides_the_screen(session) is code


@pytest.mark.parametrize(
    ("session", "code"),
    [
        (replace(OPEN, disconnected=True, locked=True), Code.CAPTURE_DISCONNECTED),
        (replace(OPEN, locked=True, own_desktop=False, remote=True), Code.CAPTURE_LOCKED),
        (replace(OPEN, own_desktop=False, remote=True), Code.CAPTURE_SECURE_DESKTOP),
        (replace(OPEN, protected=True, remote=True), Code.CAPTURE_PROTECTED),
    ],
)
def test_of_several_reasons_the_one_behind_the_others_is_named(
    session: Session, code: Code
) -> None:
    assert what_hides_the_screen(session) is code


def test_where_windows_tells_nothing_nothing_is_named() -> None:
    assert what_hides_the_screen(Session(None, None, None, None, None)) is None
