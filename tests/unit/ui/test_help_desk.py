"""The desk of the help asks what this desktop can open, and has it opened, off this thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.help_desk import HelpDesk
from dzwonek.ui.tasks import Tasks
from tests.fakes.form_scenes import StillClock
from tests.fakes.links import FakeLinks

STOP_SECONDS = 5.0


class Bench:
    """A help window at its desk."""

    def __init__(self, tasks: Tasks) -> None:
        self.links = FakeLinks("https")
        self.window = HelpWindow(load_profile("daktela-pl"), StillClock())
        self._parent = QObject()
        self.desk = HelpDesk(self.window, self.links, tasks, self._parent)


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    yield made
    assert tasks.stop(STOP_SECONDS)
    shiboken6.delete(made.window)


def test_a_program_for_calls_that_came_meanwhile_is_found_at_the_next_opening(
    bench: Bench, qtbot: QtBot
) -> None:
    window = bench.window
    window.show()
    guide = next(one for one in window.sections if one.objectName() == "help.guide")
    qtbot.waitUntil(lambda: not guide.open.isHidden())  # type: ignore[attr-defined]  # of a text
    assert window.emergency.call.isHidden()
    window.hide()
    bench.links.schemes.add("tel")
    window.show()
    qtbot.waitUntil(lambda: not window.emergency.call.isHidden())


def test_a_call_is_dialled_by_the_desktops_program(bench: Bench, qtbot: QtBot) -> None:
    bench.links.schemes.add("tel")
    bench.window.show()
    qtbot.waitUntil(lambda: not bench.window.emergency.call.isHidden())
    bench.window.emergency.call.click()
    qtbot.waitUntil(lambda: bench.links.opened == ["tel:+48221530461"])


def test_what_cannot_be_opened_is_said_in_the_window(bench: Bench, qtbot: QtBot) -> None:
    bench.window.show()
    bench.window.open_wanted.emit("tel:+48221530461")
    qtbot.waitUntil(lambda: "tel:+48221530461" in bench.window.told.text())
