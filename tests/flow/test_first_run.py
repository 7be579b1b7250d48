"""A computer without any settings: the one short window, to a letter in one's own mailbox."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from dzwonek.sandbox.story import AGENT
from tests.servers.postfix import PASSWORD, SENDER, USER, missing
from tests.session.hand import FORM, wait_focus, wait_form
from tests.session.letters import parsed, pictures
from tests.session.office import (
    PATIENCE,
    PAUSE,
    SUPPORT,
    Computer,
    Office,
    is_key_held,
    running_office,
)
from tests.session.office_fixtures import end
from tests.session.programs import need, until
from tests.session.reader import ALWAYS_TOLD, Reader
from tests.session.x_session import XSession, x_session

SLOW = 400  # seconds for a computer that does much else
pytestmark = [pytest.mark.flow, pytest.mark.gui, pytest.mark.timeout(SLOW)]

FIRST = "Dzwonek"  # the window's title
LAPTOP = (1366, 768)
TWO_LAPTOPS = (2 * LAPTOP[0], LAPTOP[1])  # the session has two monitors
WRONG_PASSWORD = "nie-to-haslo"
SETTINGS = Path("config", "settings.toml")


@pytest.fixture(name="office", scope="module")
def office_fixture() -> Iterator[Office]:
    """Give servers of which one keeps the operator's own mailbox too."""
    if reason := missing():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with running_office(AGENT.email) as office:
        yield office


@pytest.fixture(name="session")
def session_fixture() -> Iterator[XSession]:
    """Give a desktop on monitors as small as offices have them, with an empty keyring."""
    with x_session(size=TWO_LAPTOPS) as session:
        yield session


@pytest.fixture(name="reader")
def reader_fixture(session: XSession) -> Iterator[Reader]:
    """Give eyes for the names and places of what is shown."""
    reader = Reader(session)
    yield reader
    reader.close()


@pytest.fixture(name="computer")
def computer_fixture(office: Office, session: XSession) -> Iterator[Computer]:
    """Give a Dzwonek that was never started; its administrator has named the company's CA."""
    policy = session.folder / "policy.toml"
    policy.write_text(f'DeliveryMailCaFile = "{office.ca_file}"\n', "utf-8")
    computer = Computer(session, session.folder / "home" / "dzwonek")
    computer.env |= ALWAYS_TOLD | {"DZWONEK_POLICY": str(policy)}
    office.postfix.empty()
    yield computer
    end(computer)


def start_as_a_person_does(computer: Computer) -> None:
    """Start the program from the desktop's menu: without a word on the command line."""
    command = (sys.executable, "-m", "dzwonek")
    computer.running = computer.session.programs.start(*command, env=computer.env)


def in_keyring(session: XSession, name: str) -> str:
    """Give what another program finds in the keyring under our name."""
    need("secret-tool")
    asked = ("secret-tool", "lookup", "service", "Dzwonek", "username", name)
    return session.run(*asked, check=False).strip()


def traces(secret: str, computer: Computer) -> list[str]:
    """List the files of the whole session, and of the program's process, that hold a secret."""
    assert computer.running is not None
    process = Path("/proc", str(computer.running.pid))
    files = [path for path in computer.session.folder.rglob("*") if path.is_file()]
    files += [process / name for name in ("cmdline", "environ")]
    return [str(file) for file in files if holds(file, secret)]


def holds(file: Path, secret: str) -> bool:
    """Say whether a file holds a secret, as text of Unix or of Windows; one that went does not."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return False
    return any(secret.encode(way) in content for way in ("utf-8", "utf-16-le"))


def assert_it_fits(reader: Reader) -> None:
    """See that all of the window stands on the small monitor, and nothing has to be scrolled."""
    window, *parts = reader.everything(FIRST)
    x, y, width, height = window.box
    assert LAPTOP[0] <= x
    assert x + width <= TWO_LAPTOPS[0]
    assert y + height <= LAPTOP[1]
    foot = next(one for one in parts if one.name == "Gotowe").box[1]
    above = [one for one in parts if one.name and one.name not in ("Gotowe", "Później")]
    assert max(one.box[1] + one.box[3] for one in above) < foot


def write(computer: Computer, words: str) -> None:
    """Write over whatever stands in the field that has the keyboard."""
    computer.session.key("ctrl+a").type_text(words)


def find_the_system(computer: Computer, reader: Reader, office: Office) -> None:
    """Mistype the address twice, then have the right one checked."""
    reader.click(FIRST, "Adres systemu Daktela", "text")
    write(computer, "to nie jest adres")
    reader.click(FIRST, "Sprawdź adres")
    reader.wait_words(FIRST, "nie jest adresem")
    assert office.daktela.requests == ()

    reader.click(FIRST, "Adres systemu Daktela", "text")
    write(computer, "localhost:1")
    computer.session.key("Return")
    reader.click(FIRST, "Tak, to nasz system")
    reader.wait_words(FIRST, "Sprawdź sieć i wpisany adres.")

    reader.click(FIRST, "Adres systemu Daktela", "text")
    write(computer, office.daktela.url)
    reader.click(FIRST, "Sprawdź adres")
    reader.click(FIRST, "Tak, to nasz system")
    reader.wait_words(FIRST, f"pod adresem localhost:{office.daktela.port} odpowiada Daktela")
    assert office.daktela.requests != ()


def sign_in(computer: Computer, reader: Reader) -> None:
    """Mistype the password once; the token goes to the keyring, the password nowhere."""
    reader.click(FIRST, "Login", "text")
    write(computer, AGENT.login)
    computer.session.key("Tab").type_text(WRONG_PASSWORD)
    reader.click(FIRST, "Zaloguj")
    reader.wait_words(FIRST, "hasło")
    assert in_keyring(computer.session, "daktela") == ""

    reader.click(FIRST, "Hasło", "text")
    write(computer, AGENT.password)
    computer.session.key("Return")
    reader.wait_words(FIRST, f"Zalogowano jako {AGENT.title}.")
    assert in_keyring(computer.session, "daktela") == AGENT.token
    for field, known in (("Imię i nazwisko", AGENT.title), ("Mój adres e-mail", AGENT.email)):
        assert reader.value(reader.wait(FIRST, field, "text")) == known


def try_the_keys(computer: Computer, reader: Reader) -> None:
    """Press both hotkeys: the window says that they arrived, and no form opens."""
    for pressed in ("Pause", "Shift+Pause"):
        reader.wait_words(FIRST, f"Naciśnij {pressed}, aby sprawdzić.")
        computer.session.key(pressed)
        reader.wait_words(FIRST, f"✓ Działa! Naciśnięto {pressed}.")
    assert not computer.session.windows(FORM)


def name_the_mail_server(computer: Computer, reader: Reader, office: Office) -> None:
    """Type what the administrator told, and try it; nothing is sent by that."""
    session = computer.session
    reader.click(FIRST, "Wpisz dane serwera")
    reader.wait(FIRST, "Adres nadawcy", "text")
    session.type_text("localhost")
    session.key("Tab")
    write(computer, str(office.postfix.ports["starttls"]))
    reader.click(FIRST, "STARTTLS")
    session.key("Tab").type_text(USER)
    session.key("Tab").type_text(PASSWORD)
    session.key("Tab").type_text(SENDER)
    session.key("Return")
    reader.wait_words(FIRST, "Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano.")
    assert office.postfix.messages(AGENT.email) == []


def write_to_oneself(computer: Computer, reader: Reader, office: Office) -> None:
    """Send the test report: it comes to the operator's own mailbox, and nothing to support."""
    computer.session.key("Tab", "Tab", "space")  # behind the sender: *Wypróbuj*
    (raw,) = office.postfix.wait_for(1, AGENT.email, PATIENCE)
    message = parsed(raw)
    assert "TEST" in message["Subject"]
    assert pictures(raw) == []
    assert [address.addr_spec for address in message["To"].addresses] == [AGENT.email]
    reader.wait_words(FIRST, f"Sprawdź skrzynkę {AGENT.email}.")
    assert in_keyring(computer.session, "mail") == PASSWORD
    assert office.postfix.messages(SUPPORT) == []


def switch_autostart(computer: Computer, reader: Reader) -> None:
    """Switch the start with the session on, off and on again: the desktop's entry follows."""
    session = computer.session
    entry = Path(session.env["XDG_CONFIG_HOME"], "autostart", "pl.dzwonek.Dzwonek.desktop")
    session.key("Tab", "space")
    reader.wait_words(FIRST, "Gotowe: Dzwonek uruchomi się razem z komputerem.")
    session.run("desktop-file-validate", str(entry))
    assert "--hidden" in entry.read_text("utf-8")
    reader.click(FIRST, "Uruchamiaj z komputerem")
    reader.wait_words(FIRST, "Gotowe: Dzwonek nie uruchomi się sam.")
    assert not entry.exists()
    session.key("space")
    until(entry.exists, "the entry", PATIENCE)


def test_the_first_start_leads_from_nothing_to_a_letter_in_ones_own_mailbox(
    office: Office, computer: Computer, reader: Reader
) -> None:
    session = computer.session
    start_as_a_person_does(computer)
    wait_focus(computer, FIRST)
    assert_it_fits(reader)

    find_the_system(computer, reader, office)
    sign_in(computer, reader)
    assert_it_fits(reader)
    try_the_keys(computer, reader)
    name_the_mail_server(computer, reader, office)
    write_to_oneself(computer, reader, office)
    switch_autostart(computer, reader)
    reader.click(FIRST, "Gotowe")
    until(lambda: not session.windows(FIRST), "the window's end", PATIENCE)
    for secret in (AGENT.password, WRONG_PASSWORD, AGENT.token, PASSWORD):
        assert traces(secret, computer) == []
    saved = (computer.home / SETTINGS).read_text("utf-8")
    assert f'url = "{office.daktela.url}"' in saved
    assert f'email = "{AGENT.email}"' in saved

    computer.quit()
    start_as_a_person_does(computer)
    assert_nothing_is_asked(computer)


def assert_nothing_is_asked(computer: Computer) -> None:
    """Open and leave the form: by then the first window would have come."""
    session = computer.session
    until(lambda: is_key_held(computer.env["DISPLAY"], PAUSE), "the hotkey", PATIENCE)
    session.key("Pause")
    wait_form(computer)
    session.key("Escape")
    until(lambda: not session.windows(FORM), "the form's end", PATIENCE)
    assert not session.windows(FIRST)


def test_later_asks_again_and_without_signing_in_all_the_rest_works(
    office: Office, computer: Computer, reader: Reader
) -> None:
    session = computer.session
    start_as_a_person_does(computer)
    wait_focus(computer, FIRST)
    reader.click(FIRST, "Później")
    until(lambda: not session.windows(FIRST), "the window's end", PATIENCE)
    computer.quit()
    assert not (computer.home / SETTINGS).exists()

    start_as_a_person_does(computer)
    wait_focus(computer, FIRST)
    reader.click(FIRST, "Bez logowania")
    reader.wait_words(FIRST, "Imię i numery wpiszesz w formularzu.")
    reader.click(FIRST, "Imię i nazwisko", "text")
    session.type_text("Zażółć Gęślą")
    session.key("Ctrl+Return")
    reader.wait_words(FIRST, "tylko czekać na tym komputerze")
    reader.click(FIRST, "Gotowe")
    until(lambda: not session.windows(FIRST), "the window's end", PATIENCE)
    assert 'name = "Zażółć Gęślą"' in (computer.home / SETTINGS).read_text("utf-8")
    assert in_keyring(session, "daktela") == ""

    computer.quit()
    start_as_a_person_does(computer)
    assert_nothing_is_asked(computer)
