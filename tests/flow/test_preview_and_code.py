"""Looked at before it goes, and carried by a phone when nothing here can carry it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.hand import FORM, wait_focus, wait_form
from tests.session.letters import pictures, seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    move_in_fixture,
    office_fixture,
)
from tests.session.programs import need, until
from tests.session.scene import stands_still

pytestmark = [pytest.mark.flow, pytest.mark.gui]

WORDS = "Cisza po odebraniu: zażółć gęślą jaźń"
PREVIEW, CODE = "Podgląd zgłoszenia", "Kod QR na telefon"
NOTHING_STORED = '[privacy]\nqueue_key = "keyring"\n'
BEHIND_THE_SUMMARY = 4  # presses of Tab: send, mail program, file, code


def written(computer: Computer) -> None:
    """Open the form by its key and fill it in, by keyboard alone."""
    session = computer.session
    computer.start_ready()
    session.key("Pause")
    wait_form(computer)
    session.type_text(WORDS)
    session.key("alt+z").key("space").key("alt+w").key("space")


def read_code(computer: Computer) -> tuple[str, str, str]:
    """Read the code from a photograph of the screen with zbar: to, subject and body."""
    session = computer.session
    photograph = session.folder / "code.ppm"
    stands_still(session, photograph)
    read = subprocess.run(
        (need("zbarimg"), "--quiet", "--raw", "--oneshot", str(photograph)),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    ).stdout.strip()
    fields = parse_qs(urlsplit(read).query, strict_parsing=True)
    return unquote(urlsplit(read).path), fields["subject"][0], fields["body"][0]


def test_a_report_is_looked_at_and_sent_from_there_by_keyboard(
    office: Office, move_in: Callable[..., Computer]
) -> None:
    computer = move_in(signs_in=False)
    session = computer.session
    written(computer)
    session.key("Ctrl+p")
    wait_focus(computer, PREVIEW)
    session.key("Escape")
    wait_focus(computer, FORM)
    session.key("Ctrl+p")
    wait_focus(computer, PREVIEW)
    stands_still(session, session.folder / "preview.ppm")
    session.key("Ctrl+Return")
    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    assert len(pictures(raw)) == 2


def test_where_nothing_can_be_stored_a_phone_reads_the_report_from_the_screen(
    office: Office, move_in: Callable[..., Computer]
) -> None:
    computer = move_in(keyring=False, further=NOTHING_STORED)
    session = computer.session
    written(computer)
    session.key("Ctrl+Return")
    stands_still(session, session.folder / "refused.ppm")
    session.key(*["Tab"] * BEHIND_THE_SUMMARY, "space")
    wait_focus(computer, CODE)
    to, subject, body = read_code(computer)
    lines = body.split("\r\n")
    assert to == "daktela@daktela.pl"
    assert subject.endswith(f"połączenie przychodzące: {WORDS}")
    assert lines[0].startswith("URL: ")
    assert lines[5] == f"Opis: {WORDS}"
    assert "Zrzutów ekranu tu nie ma: tę wiadomość wysłano z telefonu." in lines

    session.key("shift+Tab", "space")  # *Wysłane z telefonu*
    session.wait_notice("Oznaczono jako wysłane z telefonu", PATIENCE)
    until(lambda: not session.windows(FORM), "the form's end", PATIENCE)
    assert computer.reports() == []
