"""The library that guesses encodings is neither loaded nor missed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dzwonek.daktela import lean

APP = Path(__file__).parents[3] / "app"
LOADED = """
import sys
from dzwonek.daktela.lean import without_guessing
with without_guessing():
    import dzwonek.daktela.wire
assert "charset_normalizer" not in sys.modules
import charset_normalizer
assert charset_normalizer.from_bytes(b"abc").best()
"""


def test_requests_is_content_without_it_and_others_still_find_the_real_one() -> None:
    command = (sys.executable, "-W", "error", "-c", LOADED)
    subprocess.run(command, env={"PYTHONPATH": str(APP)}, check=True, timeout=60)


def test_what_is_loaded_already_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ModuleType(lean.GUESSING)
    monkeypatch.setitem(sys.modules, lean.GUESSING, real)
    with lean.without_guessing():
        assert sys.modules[lean.GUESSING] is real
    assert sys.modules[lean.GUESSING] is real
