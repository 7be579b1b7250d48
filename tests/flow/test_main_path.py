"""The whole way on a real desktop: a press or a click, the form, a message in support's mailbox."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.hand import (
    FORM,
    choose_in_menu,
    go_on_with_first,
    look_around,
    open_list,
    pick_last_call,
    wait_form,
    write_and_send,
)
from tests.session.letters import (
    carries,
    decoded,
    difference,
    moment_line,
    parsed,
    pictures,
    seven_lines,
)
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    office_fixture,
    workplace_fixture,
)
from tests.session.scene import NOTEPAD, set_scene
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

WORDS = "Połączenie zostało rozłączone: zażółć gęślą jaźń"
CALL = timedelta(minutes=3)  # how long ago the sandbox's last call began


@pytest.fixture(name="scene", scope="module")
def scene_fixture(workplace: XSession) -> int:
    """Give the window that has the focus while the operator works."""
    return set_scene(workplace)


def click_bell(computer: Computer) -> None:
    computer.session.click(*computer.session.tray_icon_position(PATIENCE))


def choose_report(computer: Computer) -> None:
    choose_in_menu(computer, "report")


def start_again(computer: Computer) -> None:
    assert computer.command().returncode == 0


def start_with_wish(computer: Computer) -> None:
    assert computer.command("--report").returncode == 0


def differences(raw: bytes, before: tuple[QImage, ...]) -> list[str]:
    """Say of each attached picture where it differs from what the test itself saw.

    Below what was seen stands a line with time, agent and monitor.
    """
    attached = [decoded(each) for each in pictures(raw)]
    assert all(one.height() > seen.height() for one, seen in zip(attached, before, strict=True))
    above = [one.copy(seen.rect()) for one, seen in zip(attached, before, strict=True)]
    return [difference(one, seen) for one, seen in zip(above, before, strict=True)]


def test_a_pressed_key_becomes_a_message_with_the_screen_as_it_was(
    office: Office, computer: Computer, scene: int
) -> None:
    session = computer.session
    computer.start_ready()
    session.focus(scene)
    before = look_around(computer)

    session.key("Pause")
    wait_form(computer)
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
    assert differences(raw, before) == ["", ""]
    session.wait_notice("Zapisano na tym komputerze", PATIENCE)
    session.wait_notice("Przekazano na serwer poczty", PATIENCE)


@pytest.mark.parametrize("way", [click_bell, choose_report, start_again, start_with_wish])
def test_every_other_way_to_the_form_pictures_the_screen_before_it(
    office: Office, computer: Computer, scene: int, way: Callable[[Computer], None]
) -> None:
    session = computer.session
    computer.start_ready()
    session.tray_icon_position(PATIENCE)
    session.focus(scene)
    before = look_around(computer)

    way(computer)
    wait_form(computer)
    write_and_send(computer, WORDS)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    assert differences(raw, before) == ["", ""]
    computer.wait_reports("delivered")


def test_a_second_start_hands_its_wish_over_without_loading_qt(computer: Computer) -> None:
    computer.start_ready()
    told = computer.command(python=("-X", "importtime"))
    assert told.returncode == 0
    assert "dzwonek.desktop.single_instance" in told.stderr
    assert "PySide6" not in told.stderr
    seconds = []
    for _ in range(4):  # the best of some: the machine may be busy with something else
        began_at = time.monotonic()
        assert computer.command().returncode == 0
        seconds.append(time.monotonic() - began_at)
    assert min(seconds) <= 0.5
    wait_form(computer)


def test_the_first_start_with_a_wish_opens_the_form(office: Office, computer: Computer) -> None:
    computer.start("--report")
    wait_form(computer)
    write_and_send(computer, WORDS)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"


def test_a_marked_moment_takes_no_focus_and_is_reported_later(
    office: Office, computer: Computer, scene: int
) -> None:
    session = computer.session
    computer.start_ready()
    session.focus(scene)
    before = look_around(computer)

    session.key("Shift+Pause")
    session.wait_notice("Oznaczono", PATIENCE)
    assert session.active_window() == NOTEPAD
    assert not session.windows(FORM)

    open_list(computer)
    go_on_with_first(computer)
    wait_form(computer)
    write_and_send(computer, WORDS)

    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    assert differences(raw, before) == ["", ""]
    computer.wait_reports("delivered")
