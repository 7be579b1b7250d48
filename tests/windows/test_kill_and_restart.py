"""What survives on Windows: the mail server is down, the program is killed, the session ends."""

from __future__ import annotations

import sys

from tests.session.letters import carries, seven_lines
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    bell_fixture,
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import sent, windows_of
from tests.windows.rig_program import (
    PATIENCE,
    Dzwonek,
    Office,
    choose_and_send,
    open_first,
    wait_form,
    write_and_send,
)
from tests.windows.rig_scene import keep, stands_still
from tests.windows.rig_tray import Bell
from tests.windows.rig_windows import Look, again_until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

from dzwonek.desktop.ending_windows import WM_ENDSESSION, WM_QUERYENDSESSION  # noqa: E402

WORDS = "Słuchawka milknie w połowie zdania"
HALF = "Klient mnie nie słyszy, bo"
LIST = "Moje zgłoszenia"


def open_list(bell: Bell, hand: Hand, look: Look) -> None:
    """Open *Moje zgłoszenia*; its newest line is chosen."""
    bell.choose("list")
    look.wait_in_front(LIST, PATIENCE)
    stands_still(hand)


def test_a_report_outlives_outage_and_kill_and_is_delivered_once(
    office: Office, dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look
) -> None:
    office.mailbox.stop()
    running = dzwonek.start_ready()
    hand.press("Pause")
    write_and_send(hand, look, WORDS)
    assert WORDS not in bell.told("DZW-")  # the code alone: Windows keeps what notices say
    keep(hand, "1-saved")
    (waiting,) = dzwonek.wait_entries("retry_wait")
    bell.hint("1 zgłoszenie czeka na wysłanie")
    frozen = dzwonek.message(waiting)

    running.kill()
    running.wait(PATIENCE)
    running = dzwonek.start_ready()
    (survivor,) = dzwonek.wait_entries("retry_wait")
    assert survivor.id == waiting.id
    office.mailbox.start()
    open_list(bell, hand, look)
    keep(hand, "2-list")
    again_until(lambda: hand.press("Return"), lambda: office.mailbox.letters, "the letter")

    (raw,) = office.letters()
    assert carries(raw, frozen)
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    (delivered,) = dzwonek.wait_entries("delivered")
    assert delivered.message_id == waiting.message_id
    assert WORDS not in bell.told("DZW-")  # the code alone: Windows keeps what notices say
    stands_still(hand)
    keep(hand, "3-delivered")
    assert dzwonek.command("--quit").returncode == 0
    assert running.wait(PATIENCE) == 0
    assert len(office.mailbox.letters) == 1


def test_half_a_sentence_outlives_the_end_of_the_session(
    office: Office, dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look
) -> None:
    running = dzwonek.start_ready()
    hand.press("Pause")
    wait_form(hand, look)
    hand.type(HALF)
    handles = windows_of(running.pid)
    assert set(sent(handles, WM_QUERYENDSESSION)) == {"1"}
    sent(handles, WM_ENDSESSION, 1)
    assert running.wait(PATIENCE) == 0
    assert [draft.description for draft in dzwonek.drafts()] == [HALF]

    dzwonek.start_ready()
    bell.hint("1 szkic do dokończenia")
    open_list(bell, hand, look)
    keep(hand, "1-list")
    open_first(hand, look)
    keep(hand, "2-form")
    choose_and_send(hand, look)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {HALF}"
    dzwonek.wait_entries("delivered")
