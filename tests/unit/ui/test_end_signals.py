"""The system's wish that the program ends."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.ui.end_signals import EndSignals, ending_signals


@pytest.fixture
def before() -> Iterator[None]:
    """Give the signals back as they were: pytest's own Ctrl+C among them."""
    kept = {number: signal.getsignal(number) for number in ending_signals()}
    yield
    for number, what in kept.items():
        signal.signal(number, what)


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize("number", ending_signals(), ids=lambda number: number.name)
def test_a_signal_that_asks_to_end_is_told_while_the_loop_waits(
    qtbot: QtBot, number: signal.Signals
) -> None:
    signals = EndSignals()
    with qtbot.waitSignal(signals.arrived):
        signal.raise_signal(number)
    signals.close()


def test_the_signals_of_this_system_are_listed() -> None:
    last = "SIGBREAK" if sys.platform == "win32" else "SIGHUP"
    assert [number.name for number in ending_signals()] == ["SIGINT", "SIGTERM", last]
