"""*Pomoc i kontakt* on a real desktop: the number is taken along, dialled, and read by a phone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from collect_texts import translations
from dzwonek.config.profile import load_profile
from dzwonek.domain.office_hours import holiday_check
from dzwonek.ui.help_now import now_words
from tests.session.clipboard import Clipboard
from tests.session.hand import FORM, MENU, REPORTS, wait_focus, wait_form
from tests.session.letters import seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    empty,
    end,
    office_fixture,
)
from tests.session.programs import need, until
from tests.session.reader import ALWAYS_TOLD, Reader
from tests.session.x_session import XSession, x_session

SLOW = 400  # seconds for a computer that does much else
pytestmark = [pytest.mark.flow, pytest.mark.gui, pytest.mark.timeout(SLOW)]

HELP, SETTINGS = "Pomoc i kontakt", "Ustawienia"
NUMBER = "22 153 0461"
CALL = f"Zadzwoń: {NUMBER}"
GUIDE = "https://doc.daktela.com/pages/"
WORDS = "Cisza po odebraniu: zażółć gęślą jaźń"
TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
OWN_NAMES = {"en": "English", "cs": "čeština", "uk": "українська"}
HANDLER = """\
[Desktop Entry]
Type=Application
Name=Opener
Exec={script} %u
MimeType=x-scheme-handler/{scheme};
"""


@pytest.fixture(name="session", scope="module")
def session_fixture() -> Iterator[XSession]:
    """Give a desktop of one colour on which no program opens any address."""
    with x_session(keyring=False) as session:
        session.run("xsetroot", "-solid", "#405060")
        yield session


@pytest.fixture(name="reader", scope="module")
def reader_fixture(session: XSession) -> Iterator[Reader]:
    """Give eyes for the names and places of what is shown."""
    reader = Reader(session)
    yield reader
    reader.close()


@pytest.fixture(name="computer")
def computer_fixture(office: Office, session: XSession) -> Iterator[Computer]:
    """Give a Dzwonek that knows no programs but those of its own session."""
    empty(office)
    computer = office.move_in(session, signs_in=False)
    shared = session.folder / "share"
    shared.mkdir(exist_ok=True)
    computer.env |= ALWAYS_TOLD | {"XDG_DATA_DIRS": str(shared)}
    yield computer
    end(computer)


def choose(computer: Computer, entry: str) -> None:
    """Choose an entry of the bell's menu with the mouse alone; all are about equally high."""
    session = computer.session
    before = own_windows(computer)
    session.click(*session.tray_icon_position(PATIENCE), 3)
    (menu,) = until(lambda: own_windows(computer) - before, "the menu", PATIENCE)
    x, y, width, height = session.place_of(int(menu))
    session.click(x + width // 2, y + round(height * (MENU[entry] - 0.5) / len(MENU)))
    until(lambda: menu not in own_windows(computer), "the menu's end", PATIENCE)


def own_windows(computer: Computer) -> set[str]:
    assert computer.running is not None
    own = ("xdotool", "search", "--onlyvisible", "--pid", str(computer.running.pid))
    return set(computer.session.run(*own, check=False).split())


def open_help(computer: Computer) -> None:
    choose(computer, "help")
    wait_focus(computer, HELP)


def names(reader: Reader, window: str) -> list[str]:
    return [one.name for one in reader.everything(window)]


def photographed_code(computer: Computer) -> str:
    """Read with zbar what a phone reads from the screen."""
    picture = computer.session.screenshot(computer.session.folder / "help.png")
    command = (need("zbarimg"), "--quiet", "--raw", "--oneshot", str(picture))
    asked = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    return asked.stdout.strip()


def what_holds_now() -> str:
    """Say by the test's own clock what the window has to say of the office."""
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    contact = load_profile("daktela-pl").contact
    said = now_words(contact, datetime.now(UTC), holiday_check(contact.hours.country))
    QLocale.setDefault(before)
    return said


def install(computer: Computer, scheme: str) -> Path:
    """Install a program that opens such addresses; give the file in which it writes them down."""
    folder = Path(computer.env["XDG_DATA_HOME"], "applications")
    folder.mkdir(exist_ok=True)
    script, told = folder / f"open-{scheme}", folder / f"opened-{scheme}"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}.new" && mv "{told}.new" "{told}"\n')
    script.chmod(0o755)
    entry = folder / f"opener-{scheme}.desktop"
    entry.write_text(HANDLER.format(script=script, scheme=scheme), "utf-8")
    known = ("xdg-mime", "default", entry.name, f"x-scheme-handler/{scheme}")
    subprocess.run((need(known[0]), *known[1:]), env=computer.env, check=True, timeout=PATIENCE)
    return told


def test_the_number_is_copied_read_by_a_phone_and_dialled_where_something_dials(
    computer: Computer, reader: Reader
) -> None:
    session = computer.session
    opened = install(computer, "https")
    computer.start_ready()
    before = what_holds_now()
    open_help(computer)
    reader.wait(HELP, "Otwórz w przeglądarce")  # by now the desktop has told what it opens
    shown = sorted((one for one in reader.everything(HELP) if one.name), key=lambda one: one.box[1])
    card = [one.name for one in shown if one.role == "label"][:3]
    assert card[:2] == ["W nagłym przypadku dzwoń, całą dobę", NUMBER]
    assert card[2] in (before, what_holds_now())
    assert CALL not in names(reader, HELP)
    until(lambda: photographed_code(computer) == "tel:+48221530461", "the code", PATIENCE)
    with Clipboard(session.env["DISPLAY"]) as clipboard:
        assert clipboard.copied(lambda: reader.click(HELP, "Kopiuj numer")) == NUMBER

    reader.click(HELP, "Podręcznik", "list item")
    reader.click(HELP, "Otwórz w przeglądarce")
    until(lambda: opened.exists() and opened.read_text() == GUIDE, "the guide", PATIENCE)

    session.key("Escape")
    until(lambda: not session.windows(HELP), "the window's end", PATIENCE)
    dialled = install(computer, "tel")
    open_help(computer)
    reader.click(HELP, CALL)
    until(dialled.exists, "the call", PATIENCE)
    assert dialled.read_text() == "tel:+48221530461"


def spoken(language: str) -> dict[str, str]:
    """Give every Polish text without a number in a language, where it reads otherwise there."""
    found = translations(TRANSLATIONS / f"dzwonek_{language}.ts")
    texts = {text.source: forms[0] for text, forms in found.items() if not text.has_number}
    return {polish: other for polish, other in texts.items() if polish != other}


def speaks(reader: Reader, title: str, said: dict[str, str]) -> bool:
    """Say whether a window shows something, and no Polish that reads otherwise now."""
    shown = [name for name in names(reader, title) if name]
    return bool(shown) and not set(shown) & said.keys()


def fill_in(computer: Computer) -> None:
    """Open the form by its key and fill it in, by keys that are the same in every language."""
    computer.session.key("Pause")
    wait_form(computer)
    computer.session.type_text(WORDS)
    computer.session.key("alt+1").key("ctrl+1")


def test_a_new_language_is_spoken_by_every_open_window_at_once_and_the_letter_stays_polish(
    office: Office, computer: Computer, reader: Reader
) -> None:
    session = computer.session
    computer.start_ready()
    fill_in(computer)
    for entry, window in (("list", REPORTS), ("help", HELP), ("settings", SETTINGS)):
        choose(computer, entry)
        wait_focus(computer, window)
    said: dict[str, str] = {}
    for language, own_name in OWN_NAMES.items():
        settings = said.get(SETTINGS, SETTINGS)
        reader.click(settings, said.get("Program", "Program"), "list item")
        reader.click(settings, own_name, "radio button")
        reader.click(settings, said.get("Zapisz", "Zapisz"), "push button")
        said = spoken(language)
        for window in (SETTINGS, FORM, REPORTS, HELP):
            title = said[window]
            session.wait_window(title, PATIENCE)
            look = partial(speaks, reader, title, said)
            until(look, f"{language} in {title!r}", PATIENCE)

    title = said[FORM]
    session.focus(session.wait_window(title))
    session.key("ctrl+Return")
    (raw,) = office.letters()
    lines = seven_lines(raw)
    assert lines[1] == "Rodzaj problemu: połączenie przychodzące"
    assert lines[2].startswith("Numer telefonu: połączenie przychodzące z ")
    assert lines[5:] == [f"Opis: {WORDS}", "Wystąpienie: Zdarzyło się to po raz pierwszy"]
    computer.wait_reports("delivered")
