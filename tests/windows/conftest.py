"""What the tests of Windows have: its own desktop, a hand, an eye, and programs that end with them.

They run in a Windows Python: on a wine computer (`bootstrap.py test --windows`) or on real Windows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.rig_hand import Hand, HandFromOutside, address_of_the_hand
from tests.windows.rig_windows import Look, Programs

HERE = Path(__file__).parent
# What Qt says of wine 8, which knows the first version of scaling by monitor alone.
WINE_SAYS = (
    "PerMonitorVersion2 is not supported by current system",
    r"EnableNonClientDpiScaling\(\) failed",
)
# These tests call Windows as they are imported.
collect_ignore_glob = [] if sys.platform == "win32" else ["test_*.py"]


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Draw windows on Windows's desktop, not into memory as other tests do."""
    if sys.platform == "win32":
        os.environ["QT_QPA_PLATFORM"] = "windows"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.windows)
            item.add_marker(pytest.mark.qt_log_ignore(*WINE_SAYS))


@pytest.fixture(scope="session")
def hand() -> Iterator[Hand]:
    """Give the hand at keyboard and mouse."""
    address = address_of_the_hand()
    if address is None:
        from tests.windows.rig_hand_native import NativeHand

        yield NativeHand()
        return
    outside = HandFromOutside(address)
    yield outside
    outside.close()


@pytest.fixture
def look() -> Look:
    """Give the eye for windows."""
    return Look()


@pytest.fixture
def polish() -> None:
    """Let the program speak Polish, whatever this Windows speaks; the tests know its titles."""
    settings = Path(os.environ["DZWONEK_HOME"], "config", "settings.toml")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[ui]\nlanguage = "pl"\n', "utf-8")


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    """Start programs that end with the test."""
    started = Programs(tmp_path)
    yield started
    started.end()
