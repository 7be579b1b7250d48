"""Letters about other matters on a real desktop: from the help to support's mailbox."""

from __future__ import annotations

import json
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.hand import choose_in_menu, go_on_with_first, open_list, wait_focus
from tests.session.letters import parsed
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    office_fixture,
    workplace_fixture,
)

pytestmark = [pytest.mark.flow, pytest.mark.gui]

HELP, LETTER = "Pomoc i kontakt", "Napisz do wsparcia"
WORDS = "Prosimy o pięć licencji agenta: zażółć gęślą jaźń"


def open_letter(computer: Computer, tabs: int) -> None:
    """Open a short form from the help: from its contents, so many steps of Tab, and a press."""
    choose_in_menu(computer, "help")
    wait_focus(computer, HELP)
    computer.session.key(*["Tab"] * tabs, "space")
    wait_focus(computer, LETTER)


def test_an_order_reaches_supports_mailbox_by_keyboard_alone(
    office: Office, computer: Computer
) -> None:
    session = computer.session
    computer.start_ready()
    open_letter(computer, 3)  # the address to copy, the question, the order
    session.type_text(WORDS)
    session.key("Tab").type_text("5")
    session.key("Ctrl+Return")

    (raw,) = office.letters()
    message = parsed(raw)
    (report,) = computer.wait_reports("delivered")
    title = "Aktualizacja licencji, nowe funkcje lub moduły"
    assert message["Subject"] == f"[{report['code']}] {title}: {WORDS}"
    assert message["Reply-To"].addresses[0].display_name == "Tobiasz Świeczka"
    assert "@" in message["Reply-To"].addresses[0].addr_spec
    body = message.get_body(("plain",))
    assert body is not None
    lines = body.get_content().splitlines()
    assert lines[:3] == [f"Sprawa: {title}", "URL: localhost", "Nazwa agenta: Tobiasz Świeczka"]
    assert lines[4:6] == ["Liczba licencji: 5", f"Treść: {WORDS}"]
    (attachment,) = message.iter_attachments()
    record = json.loads(attachment.get_content())
    assert (record["matter"], record["quantity"], record["pictures"]) == ("order", "5", [])
    session.wait_notice("Zapisano na tym komputerze", PATIENCE)
    session.wait_notice("Przekazano na serwer poczty", PATIENCE)


def test_a_question_that_was_put_aside_goes_on_from_the_list(
    office: Office, computer: Computer
) -> None:
    session = computer.session
    computer.start_ready()
    open_letter(computer, 2)
    session.type_text("Ile kosztuje czat?")
    session.key("Escape")
    session.wait_notice("Szkic zachowany", PATIENCE)

    open_list(computer)
    go_on_with_first(computer)
    wait_focus(computer, LETTER)
    session.key("ctrl+End").type_text(" Pilne.")
    session.key("Ctrl+Return")

    (raw,) = office.letters()
    message = parsed(raw)
    assert "Pytanie o licencje, rozszerzenia lub funkcje" in message["Subject"]
    body = message.get_body(("plain",))
    assert body is not None
    assert "Treść: Ile kosztuje czat? Pilne." in body.get_content().splitlines()
    computer.wait_reports("delivered")
