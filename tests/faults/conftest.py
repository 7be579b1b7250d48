"""What all damage is measured with: its extent, and the figures that a run leaves.

A plain run does a small part of each kind in seconds; `bootstrap.py test --faults` does all of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

FULL = "full"
EXTENT = "DZWONEK_FAULTS"
FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Make room for the figures."""
    config.stash[FIGURES] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies here as damage."""
    for item in items:
        if "faults" in item.path.parts:
            item.add_marker("faults")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the figures of the run."""
    lines = config.stash.get(FIGURES, [])
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.line(line)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much damage this run does."""

    is_full: bool

    def of(self, quick: int, full: int) -> int:
        """Choose the number for this run."""
        return full if self.is_full else quick


@pytest.fixture(scope="session")
def extent() -> Extent:
    """Say how much damage is wanted."""
    return Extent(os.environ.get(EXTENT) == FULL)


@dataclass(frozen=True, slots=True)
class Figures:
    """Takes down what a test measured; printed when the run ends."""

    lines: list[str]

    def add(self, bar: str, text: str) -> None:
        """Note a figure under the bar's name."""
        self.lines.append(f"{bar}: {text}")


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Figures:
    """Give the place for this run's figures."""
    return Figures(pytestconfig.stash[FIGURES])
