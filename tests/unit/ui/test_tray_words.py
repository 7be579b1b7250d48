"""The tray's icon and tooltip say the same: what waits, for how long, and what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from dzwonek.domain.delivery import Age, Tally
from dzwonek.ui.tray_words import tray_words


@pytest.mark.parametrize(
    ("age", "state", "words"),
    [
        (Age.FRESH, "waiting", ""),
        (Age.LATE, "waiting", "Najstarsze czeka już ponad dobę"),
        (Age.OVERDUE, "trouble", "Najstarsze czeka już ponad 3 dni"),
    ],
)
def test_the_age_of_what_waits_is_told(
    qapp: QApplication, age: Age, state: str, words: str
) -> None:
    said = tray_words(Tally(waiting=2), (), (), age)
    assert said.state == state
    assert [line for line in said.lines if "Najstarsze" in line] == ([words] if words else [])


def test_nothing_to_tell_is_a_quiet_bell(qapp: QApplication) -> None:
    assert tray_words(Tally(), (), ()).state == "idle"
