"""Every window, in each language and with words 1.6 times as long, at each scale and in each look.

What is looked for stands in `rules`, `ink` and `words_shown`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.gallery.conftest import LOOKS, palette
from tests.gallery.ink import hard_to_read
from tests.gallery.rounds import LONG, SCREENS, spoken
from tests.gallery.scenes import SCENES, opened, settle
from tests.gallery.words_shown import is_given, words_shown

ROOT = Path(__file__).resolve().parents[2]
# What became of a try to send, a question and a crash are told in the language of that moment.
SAID_ONCE = {"form-doubt", "form-sending", "reports-asking", "crash"}
NAMED_BY_QT = {"crash"}  # it has two buttons of Qt's own
SLOW = 900  # seconds for a computer that does much else

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.timeout(SLOW)
@pytest.mark.parametrize("percent", sorted(SCREENS))
def test_every_window_can_be_read_and_used_by_everybody(percent: int) -> None:
    paths = os.pathsep.join(str(ROOT / name) for name in ("app", "packaging", "."))
    done = subprocess.run(
        [sys.executable, "-m", "tests.gallery.rounds", str(percent)],
        env=os.environ | {"PYTHONPATH": paths},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert json.loads(done.stdout) == {}


@pytest.fixture(params=sorted(LOOKS))
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Put the desktop into one look."""
    before = QPalette(qapp.palette())
    if (colours := LOOKS[request.param]) is not None:
        qapp.setPalette(palette(colours))
    yield request.param
    qapp.setPalette(before)


@pytest.mark.timeout(SLOW)
def test_every_text_stands_out_from_its_ground(look: str) -> None:
    pale = {}
    for name in SCENES:
        with opened(name) as window:
            if found := hard_to_read(window):
                pale[name] = found
    assert pale == {}


@pytest.mark.parametrize("name", sorted(set(SCENES) - SAID_ONCE))
def test_an_open_window_speaks_another_language_at_once(name: str) -> None:
    with opened(name) as window:
        polish = Counter(words_shown(window))
        with spoken(LONG):
            settle()
            changed = Counter(words_shown(window))
        settle()
        back = Counter(words_shown(window))
    with spoken(LONG), opened(name) as window:
        fresh = Counter(words_shown(window))
    assert changed - fresh == Counter()
    assert fresh - changed == Counter()
    assert back == polish


@pytest.mark.parametrize("name", sorted(set(SCENES) - NAMED_BY_QT))
def test_every_word_of_ours_can_be_translated(name: str) -> None:
    with opened(name) as window:
        polish = set(words_shown(window))
    with spoken(LONG), opened(name) as window:
        longer = set(words_shown(window))
    assert {text for text in polish & longer if not is_given(text)} == set()
