"""A second start on Windows hands its wish to the program that runs."""

from __future__ import annotations

import sys

from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import FORM, NOTEPAD
from tests.windows.rig_program import PATIENCE, Dzwonek, close, wait_form
from tests.windows.rig_scene import open_notepad
from tests.windows.rig_windows import Look, Programs

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

HALF = "polowa zdania"


def test_a_second_start_opens_the_form_ends_the_program_or_does_nothing(
    dzwonek: Dzwonek, hand: Hand, look: Look, programs: Programs
) -> None:
    running = dzwonek.start_ready()
    open_notepad(hand, look, programs)
    assert dzwonek.command("--hidden").returncode == 0
    assert look.titled(FORM) is None
    assert look.in_front().title.endswith(NOTEPAD.rpartition(" ")[2])

    assert dzwonek.command("--report").returncode == 0
    wait_form(hand, look)
    hand.type(HALF)
    assert dzwonek.command().returncode == 0
    assert [each.title for each in look.windows()].count(FORM) == 1
    assert running.poll() is None

    assert dzwonek.command("--quit").returncode == 0
    assert running.wait(PATIENCE) == 0
    assert look.titled(FORM) is None
    (draft,) = dzwonek.drafts()
    assert draft.description == HALF
    assert dzwonek.command("--quit").returncode == 0  # and when none runs


def test_the_first_start_with_a_wish_opens_the_form(
    dzwonek: Dzwonek, hand: Hand, look: Look
) -> None:
    dzwonek.start_ready("--report")
    look.wait_in_front(FORM, PATIENCE)
    close(hand, look, FORM)
