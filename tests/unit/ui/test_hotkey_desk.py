"""The hotkeys' desk over hotkeys whose presses another source tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.config.settings import HotkeySettings
from dzwonek.desktop.hotkeys_windows import WindowsHotkeys
from dzwonek.desktop.windows_messages import MessageThread
from dzwonek.domain.events import Slot
from dzwonek.domain.ports import Binding
from dzwonek.ui.bridge import Bridge
from dzwonek.ui.hotkey_desk import HotkeyDesk
from dzwonek.ui.tasks import Tasks
from tests.fakes.user32 import FakeUser32

STOP_SECONDS = 5.0
PAUSE, SHIFT_PAUSE = (0, 0x13), (0x4, 0x13)
WANTED = HotkeySettings(report=("Pause",), flag=("Shift+Pause",))


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.stop(STOP_SECONDS)


def test_keys_are_taken_at_the_start_and_given_back_at_the_end(tasks: Tasks, qtbot: QtBot) -> None:
    windows = FakeUser32()
    messages = MessageThread(windows)
    bridge = Bridge()
    desk = HotkeyDesk(lambda: WindowsHotkeys(messages, windows), bridge, tasks)
    with qtbot.waitSignal(desk.bound):
        desk.load(WANTED)
    bindings = (Binding(Slot.REPORT, "Pause"), Binding(Slot.FLAG, "Shift+Pause"))
    assert desk.bindings() == bindings
    assert set(windows.registered.values()) == {PAUSE, SHIFT_PAUSE}
    desk.close()
    assert windows.registered == {}
    messages.close()


def test_the_first_choice_is_told_when_it_came_back(tasks: Tasks, qtbot: QtBot) -> None:
    windows = FakeUser32()
    windows.taken.add(PAUSE)
    messages = MessageThread(windows)
    desk = HotkeyDesk(lambda: WindowsHotkeys(messages, windows), Bridge(), tasks)
    with qtbot.waitSignal(desk.bound):
        desk.load(WANTED)
    windows.taken.clear()
    with qtbot.waitSignal(desk.bound):
        desk.retry_first()
    with qtbot.assertNotEmitted(desk.bound):
        desk.retry_first()
    assert desk.bindings()[0] == Binding(Slot.REPORT, "Pause")
    desk.close()
    messages.close()
