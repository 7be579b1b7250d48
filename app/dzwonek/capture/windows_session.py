"""Finds out why Windows shows no picture of its screen."""

from __future__ import annotations

from typing import Protocol

from dzwonek.domain.problem import Code


class SessionView(Protocol):
    """What Windows tells of the session; None where it does not tell."""

    def is_disconnected(self) -> bool | None:
        """Say whether nobody is connected to the session."""
        ...

    def is_locked(self) -> bool | None:
        """Say whether the session is locked."""
        ...

    def is_own_desktop_shown(self) -> bool | None:
        """Say whether keyboard and screen belong to our desktop, not to UAC's or the log-on's."""
        ...

    def is_front_window_protected(self) -> bool | None:
        """Say whether the program in front forbids pictures of its window."""
        ...

    def is_remote(self) -> bool | None:
        """Say whether the session is shown on another computer."""
        ...


def what_hides_the_screen(view: SessionView) -> Code | None:
    """Name what keeps the screen from being seen; None when nothing known does.

    To be asked only when there is no picture: a disconnected session is locked as well, and a
    locked one shows a desktop that is not ours, so the first that holds is the reason. A remote
    session whose window is minimised is active all the same and only shows nothing.
    """
    if view.is_disconnected():
        return Code.CAPTURE_DISCONNECTED
    if view.is_locked():
        return Code.CAPTURE_LOCKED
    if view.is_own_desktop_shown() is False:
        return Code.CAPTURE_SECURE_DESKTOP
    if view.is_front_window_protected():
        return Code.CAPTURE_PROTECTED
    if view.is_remote():
        return Code.CAPTURE_REMOTE
    return None
