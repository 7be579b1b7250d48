"""The form on a real desktop: three answers and a sentence, each way that leads to them."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from dzwonek.domain.kinds import Kind
from dzwonek.sandbox.story import AGENT, CALLS
from dzwonek.ui.form.prompts import prompts_of
from tests.session.form_sight import look_at_form, strip_with, wait_summary
from tests.session.hand import FORM, wait_form
from tests.session.letters import WARSAW, difference, moment_line, parsed, seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    office_fixture,
    workplace_fixture,
)
from tests.session.programs import until

SLOW = 300  # seconds for a computer that does much else
pytestmark = [pytest.mark.flow, pytest.mark.gui, pytest.mark.timeout(SLOW)]

ANSWERED = "activities answered"  # so says the log
WORDS = "Zażółć gęślą jaźń"
ANNA, JAN = "Anna Przykładowa", "Jan Wzorcowy"
EMERGENCY = "22 153 0461"
MINUTE = timedelta(minutes=1)


def open_form(computer: Computer) -> None:
    computer.session.key("Pause")
    wait_form(computer)


def record_in(raw: bytes) -> dict[str, Any]:
    """Give `zgloszenie.json` of a message."""
    *_, last = parsed(raw).iter_attachments()
    assert last.get_filename() == "zgloszenie.json"
    found: dict[str, Any] = json.loads(last.get_content())
    return found


def just_now() -> set[str]:
    """Give the lines of the time that "just now" may mean, a slow minute later at most."""
    now = datetime.now(WARSAW)
    return {moment_line(now - minutes * MINUTE) for minutes in range(4)}


def typed(moment: datetime) -> str:
    """Write a moment as people type it."""
    days = (datetime.now(WARSAW).date() - moment.date()).days
    return f"{'wczoraj' if days else 'dziś'} o {moment:%H:%M}"


def take_back_by_click(computer: Computer) -> None:
    """Pick the newest activity by keyboard, and see that one click undoes all that it did."""
    session = computer.session
    session.key("alt+s", "Home")
    before = look_at_form(computer)
    session.key("space")
    row = look_at_form(computer).picked()
    assert before.picked() is None
    assert row is not None
    session.click(*row)
    assert difference(look_at_form(computer).image, before.image) == ""


def write_by_prompt(computer: Computer) -> None:
    """Click one of the prompts, and write on behind its sentence."""
    session = computer.session
    prompt = look_at_form(computer).prompt()
    assert prompt is not None
    session.click(*prompt)
    session.type_text(f" {WORDS}")


def test_what_is_missing_is_led_to_and_a_picked_call_is_taken_back_by_one_click(
    office: Office, computer: Computer, qapp: QApplication
) -> None:
    session = computer.session
    computer.start_ready()
    open_form(computer)
    until(lambda: ANSWERED in computer.log(), "the recent activities", PATIENCE)
    session.key("Ctrl+Return")
    lacking = wait_summary(computer)
    assert lacking.faulty_field()
    assert computer.reports() == []
    *_, how_often = lacking.summary()
    session.click(*how_often)
    session.key("space")  # it leads there: for the first time
    take_back_by_click(computer)
    session.key("space")  # and picked again
    write_by_prompt(computer)
    session.key("Ctrl+Return")

    (raw,) = office.letters()
    lines = seven_lines(raw)
    assert lines.pop(5) in {f"Opis: {each.sentence} {WORDS}" for each in prompts_of(Kind.CALL_IN)}
    assert lines == [
        "URL: localhost",
        "Rodzaj problemu: połączenie przychodzące",
        "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
        moment_line(office.daktela.story.now - CALLS[0].minutes * MINUTE),
        f"Nazwa agenta: {AGENT.title}",
        "Wystąpienie: Zdarzyło się to po raz pierwszy",
    ]
    record = record_in(raw)
    (call, *_) = office.daktela.story.rows("activitiesCall", WARSAW) or [{}]
    assert record["call_id"] == call["id_call"]
    assert (record["customer"], record["queue"]) == ("730 770 660", "Infolinia")
    computer.wait_reports("delivered")


def name_others(computer: Computer) -> None:
    """Say that it concerns other agents; the keyboard is on their names then."""
    computer.session.key("alt+g", "Right", "space")


def write_for_colleagues(computer: Computer, when: str) -> None:
    """Fill everything in by keyboard alone, first with a time that means nothing."""
    session = computer.session
    open_form(computer)
    session.type_text(WORDS)
    session.key("Alt+1", "Ctrl+2")
    session.key("alt+e", "space").type_text("+48 730-770-660")  # the details unfold
    session.key("Tab").type_text("22 378 47 56")
    session.key("alt+k", "ctrl+a").type_text("jakoś tak wczoraj")
    name_others(computer)
    session.type_text(ANNA)
    session.key("Return").type_text(JAN)
    session.key("Ctrl+Return")
    wait_summary(computer)
    session.key("Return", "ctrl+a").type_text(when)  # the line leads to the field
    session.key("Ctrl+Return")


def test_a_supervisor_reports_for_colleagues_by_keyboard_who_are_offered_at_the_next_start(
    office: Office, computer: Computer, qapp: QApplication
) -> None:
    moment = datetime.now(WARSAW) - 20 * MINUTE
    computer.start_ready()
    write_for_colleagues(computer, typed(moment))

    (raw,) = office.letters()
    assert seven_lines(raw) == [
        "URL: localhost",
        "Rodzaj problemu: połączenie przychodzące",
        "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
        moment_line(moment),
        f"Nazwa agenta: {ANNA}, {JAN}",
        f"Opis: {WORDS}",
        "Wystąpienie: Zdarzyło się to więcej niż raz",
    ]
    record = record_in(raw)
    assert (record["customer"], record["ours"]) == ("+48 730-770-660", "22 378 47 56")
    assert (record["scope"], record["names"]) == ("others", [ANNA, JAN])
    assert record["reporter"]["name"] == AGENT.title
    computer.wait_reports("delivered")

    forget_first_offered(computer)
    name_first_offered(computer)
    session = computer.session
    session.key("alt+o").type_text("Znowu")
    session.key("Alt+5", "Ctrl+1", "Ctrl+Return")
    (raw,) = [raw for raw in office.letters(2) if seven_lines(raw)[5] == "Opis: Znowu"]
    assert seven_lines(raw)[4] == f"Nazwa agenta: {JAN}"
    computer.wait_reports("delivered", "delivered")


def offer_colleagues(computer: Computer) -> None:
    """Start anew, and go by Tab from the names to the first colleague of this computer.

    One's own name stands before her, what forgets her behind her.
    """
    computer.quit()
    computer.start_ready()
    before = computer.log().count(ANSWERED)
    open_form(computer)
    until(lambda: computer.log().count(ANSWERED) > before, "the recent activities", PATIENCE)
    name_others(computer)
    look_at_form(computer)  # names are read behind the stores, which a start opens late
    computer.session.key("Tab", "Tab")


def forget_first_offered(computer: Computer) -> None:
    """Forget the first colleague, and close the form."""
    session = computer.session
    offer_colleagues(computer)
    session.key("Tab", "space", "Escape")
    until(lambda: not session.windows(FORM), "the form's end", PATIENCE)


def name_first_offered(computer: Computer) -> None:
    """Say that it concerns the first colleague who is offered."""
    offer_colleagues(computer)
    computer.session.key("space")


def test_when_nobody_can_call_the_form_says_ring_now_and_shows_the_code_to_read_out(
    office: Office, computer: Computer, qapp: QApplication
) -> None:
    session = computer.session
    computer.start_ready()
    open_form(computer)
    session.key("Ctrl+Return")
    wait_summary(computer)
    session.key("Return", "space")  # the first line leads to the kind: an incoming call
    session.key("alt+o").type_text("Od rana nikt z nas nie może dzwonić")
    session.key("alt+g", "Right", "Right", "space")  # the whole team
    session.key("alt+k", "ctrl+a").type_text("przed chwilą")
    session.key("Ctrl+3", "alt+z")
    urgent = look_at_form(computer)
    session.key("Ctrl+Return")

    (raw,) = office.letters()
    lines = seven_lines(raw)
    assert lines[3] in just_now()
    del lines[3]
    assert lines == [
        "URL: localhost",
        "Rodzaj problemu: połączenie przychodzące",
        "Numer telefonu: połączenie przychodzące z nieznany na nasz numer nieznany",
        "Nazwa agenta: cały zespół",
        "Opis: Od rana nikt z nas nie może dzwonić",
        "Wystąpienie: Zdarza się to cały czas",
    ]
    (report,) = computer.wait_reports("delivered")
    assert urgent.shows(strip_with(session, EMERGENCY, report["code"], urgent.width))
    assert not urgent.shows(strip_with(session, EMERGENCY, "DZW-000000", urgent.width))
