"""Fixtures of the desktop's unit tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dzwonek.desktop.single_instance import Instance, claim


@pytest.fixture
def runtime(home: Path) -> dict[str, str]:
    """Give an environment whose runtime folder is private and short."""
    return {"XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"]}


@pytest.fixture
def instance(tmp_path: Path, runtime: dict[str, str]) -> Iterator[Instance]:
    instance = claim(tmp_path, runtime)
    assert instance is not None
    yield instance
    instance.close()
