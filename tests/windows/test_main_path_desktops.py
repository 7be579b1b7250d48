"""The way from the key to the mailbox at 150 %, and with a monitor left of the main one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.session.letters import pictures, seven_lines
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_program import PATIENCE, Dzwonek, Office, wait_form, write_and_send
from tests.windows.rig_scene import decoded, image, is_same, keep, open_notepad, stands_still
from tests.windows.rig_windows import Look, Programs

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

WORDS = "Źle słychać"
MAIN, LEFT = QRect(0, 0, 1280, 800), QRect(-1024, 16, 1024, 768)
STAGE = str(Path(__file__).with_name("stage_window.py"))
ON_LEFT = (-500, 300)


def reported(office: Office, hand: Hand, look: Look, monitor: QRect) -> list[QImage]:
    """Go the whole way, with a form that opens on this monitor; give the pictures support got."""
    hand.press("Pause")
    form = wait_form(hand, look)
    keep(hand, "form")
    assert monitor.contains(QRect(form.left, form.top, form.width, form.height)), form
    write_and_send(hand, look, WORDS)
    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    return [decoded(each) for each in pictures(raw)]


@pytest.mark.scaled
def test_at_150_percent_the_picture_has_every_pixel_of_the_screen(
    office: Office, dzwonek: Dzwonek, hand: Hand, look: Look, programs: Programs
) -> None:
    dzwonek.start_ready()
    open_notepad(hand, look, programs)
    before = image(stands_still(hand))
    (picture,) = reported(office, hand, look, MAIN)
    assert is_same(picture.copy(MAIN), before)
    dzwonek.wait_entries("delivered")


@pytest.mark.two_monitors
def test_both_monitors_are_in_the_report_and_the_form_opens_on_the_pointers_one(
    office: Office, dzwonek: Dzwonek, hand: Hand, look: Look, programs: Programs
) -> None:
    dzwonek.start_ready()
    programs.start(sys.executable, STAGE, "-400", "60", "300", "200", "#0000cc")
    look.wait_titled("Stage #0000cc", PATIENCE)  # an all-black monitor would be no picture
    open_notepad(hand, look, programs)
    hand.move(*ON_LEFT)
    seen = stands_still(hand)
    before = image(seen)
    shots = reported(office, hand, look, LEFT)
    assert len(shots) == 2
    for monitor in (MAIN, LEFT):
        place = monitor.translated(-seen.left, -seen.top)
        (shot,) = (each for each in shots if each.width() == monitor.width())
        assert is_same(shot.copy(QRect(0, 0, *monitor.size().toTuple())), before.copy(place))
    dzwonek.wait_entries("delivered")
