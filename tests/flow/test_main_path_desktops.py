"""The same way where the desktop lacks something: tray, key, bus, keyring, pictures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Self

import pytest
from jeepney import DBusAddress

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.dbus_client import BusClient
from tests.session.hand import choose_and_send, wait_focus, wait_form, write_and_send
from tests.session.letters import parsed, pictures, seven_lines
from tests.session.office import CONTROL_SHIFT, F9, PATIENCE, Computer, Office
from tests.session.office_fixtures import move_in_fixture, office_fixture  # noqa: F401 - fixtures
from tests.session.programs import until

pytestmark = [pytest.mark.flow, pytest.mark.gui]

MoveIn = Callable[..., Computer]
WORDS = "Na czacie znikają polskie litery: ąęśćż"
BELL = "Dzwonek"
MENU = [
    "Zgłoś problem",
    "Oznacz teraz, opisz później",
    "Moje zgłoszenia",
    "Pomoc i kontakt",
    "22 153 0461 – kopiuj",
    "Ustawienia",
    "Zakończ",
]
LOCK = """
import secretstorage
connection = secretstorage.dbus_init()
secretstorage.get_default_collection(connection).lock()
"""


class Item:
    """Our icon as a StatusNotifierItem host sees it."""

    def __init__(self, computer: Computer) -> None:
        self._client = BusClient(str(computer.session.bus_path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def wait(self) -> str:
        """Wait until the host knows one icon, and give its place."""
        return until(self._client.tray_items, "the icon", PATIENCE)[0]

    def property(self, name: str) -> Any:
        """Read one of the icon's properties."""
        service, _, path = self.wait().partition("/")
        item = DBusAddress(f"/{path}", service, "org.freedesktop.DBus.Properties")
        return self._client.call(item, "Get", "ss", ("org.kde.StatusNotifierItem", name))[0][1]

    def tooltip(self) -> str:
        """Give the tooltip's words."""
        return " ".join(str(part) for part in self.property("ToolTip")[2:])

    def entries(self) -> list[str]:
        """List the menu's entries, without the lines between them."""
        service = self.wait().partition("/")[0]
        menu = DBusAddress(str(self.property("Menu")), service, "com.canonical.dbusmenu")
        wanted: tuple[Any, ...] = (0, -1, ["label"])
        layout = self._client.call(menu, "GetLayout", "iias", wanted)[1]
        labels = [child[1][1].get("label", ("s", ""))[1] for child in layout[2]]
        return [label.replace("_", "") for label in labels if label]


def report_by_key(computer: Computer, key: str = "Pause") -> None:
    """Press the hotkey, fill the form and send it."""
    computer.session.key(key)
    wait_form(computer)
    write_and_send(computer, WORDS)


def the_letter(office: Office) -> bytes:
    (raw,) = office.letters()
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    return raw


def test_in_a_panel_the_bell_has_its_menu_and_a_click_opens_the_form(
    office: Office, move_in: MoveIn
) -> None:
    computer = move_in(tray="sni", notices=False, keyring=False)
    computer.start_ready()
    with Item(computer) as item:
        entries = [entry.partition("\t")[0] for entry in item.entries()]
        assert len(entries) == len(MENU)
        assert all(part in entry for part, entry in zip(MENU, entries, strict=True))
        until(lambda: "Pause" in item.tooltip(), "the key in the tooltip", PATIENCE)

    computer.session.click(*computer.session.tray_icon_position(PATIENCE))
    wait_form(computer)
    write_and_send(computer, WORDS)
    assert len(pictures(the_letter(office))) == 2


def test_a_panel_that_comes_after_us_gets_the_bell(move_in: MoveIn) -> None:
    computer = move_in(tray=None, notices=False, keyring=False)
    computer.start_ready()
    computer.session.start_tray("sni")
    with Item(computer) as item:
        item.wait()

    computer.session.click(*computer.session.tray_icon_position(PATIENCE))
    wait_form(computer)


def test_without_a_tray_a_small_window_offers_the_same(office: Office, move_in: MoveIn) -> None:
    computer = move_in(tray=None, notices=False, keyring=False)
    computer.start()
    wait_focus(computer, BELL)
    computer.session.key("space")  # the first of its buttons
    wait_form(computer)
    write_and_send(computer, WORDS)
    assert len(pictures(the_letter(office))) == 2
    assert computer.session.windows(BELL)
    computer.quit()  # although that window refuses to be closed


def test_a_key_that_another_program_holds_gives_way_to_the_next(
    office: Office, move_in: MoveIn
) -> None:
    computer = move_in(tray="sni", notices=False, keyring=False)
    computer.env["PYTHONPATH"] += ":."
    computer.session.programs.start(
        sys.executable, "-m", "tests.session.key_holder", "Pause", env=computer.env
    )
    computer.start_ready(keysym=F9, mask=CONTROL_SHIFT)
    with Item(computer) as item:
        until(lambda: "Ctrl+Shift+F9" in item.tooltip(), "the key in the tooltip", PATIENCE)
        assert "Ctrl+Shift+F9" in " ".join(item.entries())

    report_by_key(computer, "Ctrl+Shift+F9")
    the_letter(office)


def test_without_a_session_bus_a_report_is_made_and_delivered(
    office: Office, move_in: MoveIn
) -> None:
    computer = move_in(notices=False, keyring=False, bus=False)
    computer.start_ready()
    report_by_key(computer)
    the_letter(office)
    assert (computer.home / "state" / "queue.key").stat().st_mode & 0o077 == 0
    computer.wait_reports("delivered")


def test_without_a_keyring_a_report_is_made_and_delivered(office: Office, move_in: MoveIn) -> None:
    computer = move_in(keyring=False)
    computer.start_ready()
    report_by_key(computer)
    computer.session.wait_notice("Zapisano na tym komputerze", PATIENCE)
    the_letter(office)
    assert (computer.home / "state" / "queue.key").exists()


def test_with_a_locked_keyring_a_report_is_saved_within_seconds(
    office: Office, move_in: MoveIn
) -> None:
    computer = move_in()
    computer.session.run("secret-tool", "search", "no", "thing")
    subprocess.run((sys.executable, "-c", LOCK), env=computer.env, check=True, timeout=PATIENCE)
    computer.start_ready()
    report_by_key(computer)
    computer.session.wait_notice("Zapisano na tym komputerze", PATIENCE)
    the_letter(office)


@pytest.mark.parametrize(
    ("further", "session_type", "why"),
    [
        ("[privacy]\nscreenshots = false\n", "x11", "CAPTURE_SWITCHED_OFF"),
        ("", "wayland", "CAPTURE_WAYLAND"),
    ],
)
def test_where_no_picture_may_be_taken_the_report_goes_out_without(
    office: Office, move_in: MoveIn, further: str, session_type: str, why: str
) -> None:
    computer = move_in(further=further, notices=False, keyring=False)
    computer.env["XDG_SESSION_TYPE"] = session_type
    if session_type == "wayland":  # no hotkey there: the bell is clicked
        computer.start()
        computer.session.click(*computer.session.tray_icon_position(PATIENCE))
    else:
        computer.start_ready()
        computer.session.key("Pause")
    wait_form(computer)
    computer.session.type_text(WORDS)
    choose_and_send(computer)

    raw = the_letter(office)
    assert pictures(raw) == []
    (machine,) = parsed(raw).iter_attachments()
    told = json.loads(machine.get_content())
    assert told["pictures"] == []
    assert told["picture_problem"].upper().replace("-", "_") == why
