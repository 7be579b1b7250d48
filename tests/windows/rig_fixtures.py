"""What the tests of the whole way have; a test module imports the fixtures it wants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.windows.rig_hand import Hand, address_of_the_hand
from tests.windows.rig_program import Dzwonek, Office, moved_in, running_office
from tests.windows.rig_tray import Bell
from tests.windows.rig_windows import Look, Programs


@pytest.fixture(name="office")
def office_fixture(tmp_path: Path) -> Iterator[Office]:
    """Run a mail server and a Daktela."""
    with running_office(tmp_path) as office:
        yield office


@pytest.fixture(name="dzwonek")
def dzwonek_fixture(office: Office, programs: Programs) -> Iterator[Dzwonek]:
    """Give a Dzwonek that is set up for the office and not started; it is ended behind the test."""
    with moved_in(office, programs) as dzwonek:
        yield dzwonek


@pytest.fixture(name="bell")
def bell_fixture(hand: Hand, look: Look, qapp: QApplication) -> Bell:
    """Give the icon in wine's taskbar; other Windows let nobody look into theirs."""
    if address_of_the_hand() is None:
        pytest.skip("the hints and balloons of a real taskbar cannot be read")
    del qapp  # draws what the menu has to look like
    return Bell(hand, look)
