"""The whole way on Windows: a press in Notepad, the form, a message in support's mailbox."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from dzwonek.sandbox.story import AGENT
from tests.session.letters import carries, parsed, pictures, seven_lines
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    bell_fixture,
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import FORM, text_of
from tests.windows.rig_program import (
    PATIENCE,
    Dzwonek,
    Office,
    moment_lines,
    open_first,
    wait_form,
    write_and_send,
)
from tests.windows.rig_scene import (
    KNOWN,
    decoded,
    differing,
    image,
    is_same,
    keep,
    open_notepad,
    stands_still,
)
from tests.windows.rig_tray import Bell
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

WORDS = "Połączenie przerwane: zażółć gęślą jaźń, ĄĆĘŁŃÓŚŹŻ"
MORE = " i dalej"
CALL = timedelta(minutes=3)  # how long ago the sandbox's last call began
LIST = "Moje zgłoszenia"
HELD_SECONDS = 1.5


def check_lines(office: Office, lines: list[str]) -> None:
    """Hold a report's first lines against the page's own, with the sandbox's last call."""
    assert lines[3] in moment_lines(office.daktela.story.now - CALL)
    assert lines == [
        "URL: localhost",
        "Rodzaj problemu: połączenie przychodzące",
        "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
        lines[3],
        f"Nazwa agenta: {AGENT.title}",
        f"Opis: {WORDS}",
        "Wystąpienie: Zdarzyło się to po raz pierwszy",
    ]


def test_a_key_pressed_in_notepad_becomes_a_message_with_the_screen_as_it_was(
    office: Office, dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look, programs: Programs
) -> None:
    login = ("--login", AGENT.login, "--password-stdin")
    done = dzwonek.command("setup", "--url", office.daktela.url, *login, stdin=AGENT.password)
    assert done.returncode == 0, done.stderr
    dzwonek.start_ready()
    assert dzwonek.held() == ["Pause, Shift+Pause"]
    notepad = open_notepad(hand, look, programs)
    before = stands_still(hand)
    keep(hand, "1-notepad")

    hand.press("Pause")
    wait_form(hand, look)
    hand.type(WORDS)
    assert text_of(notepad.handle) == KNOWN
    until(lambda: "activities answered" in dzwonek.log(), "the recent activities", PATIENCE)
    stands_still(hand)
    keep(hand, "2-form")
    hand.press("Alt+s Home space Alt+w space")
    stands_still(hand)
    keep(hand, "3-filled")
    hand.press("Ctrl+Return")

    (raw,) = office.letters()
    assert WORDS not in bell.told("DZW-")  # the code alone: Windows keeps what notices say
    keep(hand, "4-delivered")
    check_lines(office, seven_lines(raw))
    (entry,) = dzwonek.wait_entries("delivered")
    assert parsed(raw)["Subject"] == f"[{entry.short_code}] połączenie przychodzące: {WORDS}"
    assert carries(raw, dzwonek.message(entry))
    (picture,) = (decoded(each) for each in pictures(raw))
    seen = image(before)
    # Below what was seen stands a line with time, agent and monitor.
    assert picture.height() > seen.height()
    assert is_same(picture.copy(seen.rect()), seen), differing(picture.copy(seen.rect()), seen)


def test_a_marked_moment_takes_no_focus_and_is_reported_later(
    office: Office, dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look, programs: Programs
) -> None:
    dzwonek.start_ready()
    notepad = open_notepad(hand, look, programs)
    before = image(stands_still(hand))
    marked_at = datetime.now(UTC)

    hand.press("Shift+Pause")
    hand.type(MORE)
    until(lambda: text_of(notepad.handle) == KNOWN + MORE, "what is typed on", PATIENCE)
    bell.told("Opiszesz później")
    keep(hand, "1-marked")
    assert look.in_front().handle == notepad.handle
    assert look.titled(FORM) is None
    (draft,) = until(dzwonek.drafts, "the draft", PATIENCE)
    assert draft.description == ""

    bell.choose("list")
    look.wait_in_front(LIST, PATIENCE)
    stands_still(hand)
    keep(hand, "2-list")
    open_first(hand, look)
    write_and_send(hand, look, WORDS)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    assert seven_lines(raw)[3] in moment_lines(marked_at + timedelta(seconds=20))
    (picture,) = (decoded(each) for each in pictures(raw))
    assert is_same(picture.copy(before.rect()), before)
    dzwonek.wait_entries("delivered")
    assert dzwonek.drafts() == ()


def test_a_key_that_is_held_opens_one_form(
    office: Office, dzwonek: Dzwonek, hand: Hand, look: Look, programs: Programs
) -> None:
    dzwonek.start_ready()
    open_notepad(hand, look, programs)
    hand.hold("Pause", HELD_SECONDS)
    look.wait_in_front(FORM, PATIENCE)
    assert [each.title for each in look.windows()].count(FORM) == 1
    write_and_send(hand, look, WORDS)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    dzwonek.wait_entries("delivered")
    assert look.titled(FORM) is None
    assert dzwonek.drafts() == ()
