"""What an operator does with the program, by the keys and the mouse of a real desktop."""

from __future__ import annotations

import time

from PySide6.QtGui import QImage

from tests.session.office import PATIENCE, Computer
from tests.session.programs import until
from tests.session.scene import stands_still

FORM = "Zgłoś problem"
REPORTS = "Moje zgłoszenia"
MENU = {"report": 1, "flag": 2, "list": 3, "help": 4, "emergency": 5, "settings": 6, "quit": 7}


def wait_form(computer: Computer) -> None:
    """Wait until the form has the focus; the caret stands in *Opis* then."""
    wait_focus(computer, FORM)


def wait_focus(computer: Computer, title: str) -> None:
    """Wait until a window has the focus."""
    session = computer.session
    session.wait_window(title, PATIENCE)
    until(lambda: session.active_window() == title, f"the focus of {title!r}", PATIENCE)


def write_and_send(computer: Computer, words: str) -> None:
    """Fill an open form by keyboard, an incoming call that happened once, and send it."""
    computer.session.type_text(words)
    choose_and_send(computer)


def choose_and_send(computer: Computer) -> None:
    """Choose kind and occurrence by keyboard, and send."""
    computer.session.key("alt+z").key("space").key("alt+w").key("space")
    computer.session.key("Ctrl+Return")


def pick_last_call(computer: Computer) -> None:
    """Pick the newest of the recent calls by keyboard, once Daktela has told them."""
    session = computer.session
    until(lambda: "activities answered" in computer.log(), "the recent activities", PATIENCE)
    stands_still(session, session.folder / "form.ppm")
    session.key("alt+s").key("Home").key("space")


def choose_in_menu(computer: Computer, entry: str) -> None:
    """Open the bell's menu by a right click and choose an entry by keyboard."""
    session = computer.session
    assert computer.running is not None
    own = ("xdotool", "search", "--onlyvisible", "--pid", str(computer.running.pid))
    before = session.run(*own, check=False).split()
    session.click(*session.tray_icon_position(PATIENCE), 3)
    until(lambda: len(session.run(*own, check=False).split()) > len(before), "the menu", PATIENCE)
    session.key(*["Down"] * MENU[entry], "Return")


def open_list(computer: Computer) -> None:
    """Open *Moje zgłoszenia* from the bell's menu; its newest line is chosen."""
    choose_in_menu(computer, "list")
    wait_focus(computer, REPORTS)


def go_on_with_first(computer: Computer) -> None:
    """Do with the newest line of the list what is most likely wanted: continue, or send."""
    stands_still(computer.session, computer.session.folder / "list.ppm")
    computer.session.key("Return")


def look_around(computer: Computer) -> tuple[QImage, ...]:
    """Clear the screen of notices and photograph it, one picture a monitor."""
    session = computer.session
    session.run("dunstctl", "close-all")
    until(lambda: not session.windows_of("Dunst"), "a screen without notices", PATIENCE)
    return stands_still(session, session.folder / "before.ppm")


def wait_past(moment: float) -> None:
    """Let a moment of the monotonic clock go by, where its passing is what is promised."""
    until(lambda: time.monotonic() > moment, "the moment", PATIENCE)
