"""The taskbar's colours, which Windows keeps apart from those of its windows."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from dzwonek.desktop.taskbar import WM_SETTINGCHANGE, TaskbarMessages, taskbar_is_dark
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import TaskbarChanged
from tests.fakes.user32 import FakeUser32

AREAS = {1: "ImmersiveColorSet", 2: "Policy"}


@pytest.fixture
def windows() -> FakeUser32:
    return FakeUser32()


@pytest.fixture
def messages(windows: FakeUser32) -> Iterator[MessageThread]:
    messages = MessageThread(windows)
    TaskbarMessages(messages, AREAS.__getitem__)
    yield messages
    messages.close()


def test_other_colours_are_told_once(windows: FakeUser32, messages: MessageThread) -> None:
    windows.send(WM_SETTINGCHANGE, 0, 1)
    windows.send(WM_SETTINGCHANGE, 0, 1)
    assert messages.pump() == (TaskbarChanged(),)


@pytest.mark.parametrize("area", [0, 2])
def test_other_settings_are_nothing_to_the_icon(
    windows: FakeUser32, messages: MessageThread, area: int
) -> None:
    windows.send(WM_SETTINGCHANGE, 0, area)
    assert messages.pump() == ()


def test_only_windows_has_colours_of_the_taskbars_own() -> None:
    assert (taskbar_is_dark() is None) == (sys.platform != "win32")


if sys.platform == "win32":
    import winreg

    from dzwonek.desktop.taskbar import LIGHT, PERSONALIZE

    @pytest.mark.parametrize(("value", "is_dark"), [(0, True), (1, False), (None, True)])
    def test_the_registry_tells_them(value: int | None, is_dark: bool) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, PERSONALIZE) as key:
            try:
                before = winreg.QueryValueEx(key, LIGHT)[0]
            except OSError:
                before = None
            try:
                _set(key, value)
                assert taskbar_is_dark() is is_dark
            finally:
                _set(key, before)

    def _set(key: winreg.HKEYType, value: int | None) -> None:
        if value is not None:
            winreg.SetValueEx(key, LIGHT, 0, winreg.REG_DWORD, value)
            return
        try:
            winreg.DeleteValue(key, LIGHT)
        except OSError:
            return
