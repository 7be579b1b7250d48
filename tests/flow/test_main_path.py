"""The whole way on a real desktop: a press or a click, the form, a message in support's mailbox."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.letters import carries, decoded, moment_line, parsed, pictures, seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    office_fixture,
    workplace_fixture,
)
from tests.session.programs import until
from tests.session.scene import NOTEPAD, set_scene, stands_still
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

FORM = "Zgłoś problem"
WORDS = "Połączenie zostało rozłączone: zażółć gęślą jaźń"
CALL = timedelta(minutes=3)  # how long ago the sandbox's last call began


@pytest.fixture(scope="module")
def scene(workplace: XSession) -> int:
    """Give the window that has the focus while the operator works."""
    return set_scene(workplace)


def test_a_pressed_key_becomes_a_message_with_the_screen_as_it_was(
    office: Office, computer: Computer, scene: int
) -> None:
    session = computer.session
    computer.start_ready()
    session.focus(scene)
    before = stands_still(session, session.folder / "before.ppm")

    session.key("Pause")
    session.wait_window(FORM, PATIENCE)
    until(lambda: session.active_window() == FORM, "the form's focus", PATIENCE)
    session.type_text(WORDS)
    pick_last_call(computer)
    session.key("alt+w").key("space")
    session.key("Ctrl+Return")

    (raw,) = office.letters()
    assert seven_lines(raw) == [
        "URL: localhost",
        "Rodzaj problemu: połączenie przychodzące",
        "Numer telefonu: połączenie przychodzące z 730 770 660 na nasz numer 223 784 756",
        moment_line(office.daktela.story.now - CALL),
        "Nazwa agenta: Tobiasz Świeczka",
        f"Opis: {WORDS}",
        "Wystąpienie: Zdarzyło się to po raz pierwszy",
    ]
    (report,) = computer.wait_reports("delivered")
    subject = f"[{report['code']}] połączenie przychodzące: {WORDS}"
    assert parsed(raw)["Subject"] == subject
    assert carries(raw, computer.exported(report["id"]))
    assert tuple(decoded(content) for content in pictures(raw)) == before


def pick_last_call(computer: Computer) -> None:
    """Pick the newest of the recent calls by keyboard, once Daktela has told them."""
    session = computer.session
    until(lambda: "activities answered" in computer.log(), "the recent activities", PATIENCE)
    stands_still(session, session.folder / "form.ppm")
    session.key("alt+s").key("Home").key("space")
