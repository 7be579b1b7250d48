"""An operator's Dzwonek on Windows: the real program with a home of its own, and its servers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from dzwonek.domain.delivery import Entry
from dzwonek.domain.report import Draft
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.mailbox import PASSWORD, USER, Mailbox
from dzwonek.sandbox.story import AGENT
from dzwonek.startup.core import open_core
from tests.session.letters import WARSAW
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import FORM
from tests.windows.rig_scene import stands_still
from tests.windows.rig_windows import Look, Programs, Window, again_until, until

PATIENCE = 60.0  # seconds; the computer may be busy with something else
FIRST_LINE = 140  # pixels below the top of the list's window
CROSS = 13  # pixels from the corner to the middle of the closing cross
HOTKEYS = "dzwonek.hotkeys keys held: "
SETTINGS = """\
[system]
url = "{url}"
[agent]
name = "{name}"
email = "{email}"
[delivery.mail]
host = "localhost"
port = {port}
security = "starttls"
user = "{user}"
from = "{user}"
ca_file = '{ca_file}'
[ui]
language = "pl"
"""


class Office:
    """The servers that an operator's computer talks to, and how it is set up for them."""

    def __init__(self, mailbox: Mailbox, daktela: SandboxDaktela, ca_file: Path) -> None:
        self.mailbox = mailbox
        self.daktela = daktela
        self._ca_file = ca_file

    def settings(self) -> str:
        """Write the settings file of a computer that is set up."""
        return SETTINGS.format(
            url=self.daktela.url,
            name=AGENT.title,
            email=AGENT.email,
            port=self.mailbox.port,
            user=USER,
            ca_file=self._ca_file,
        )

    def letters(self, count: int = 1) -> list[bytes]:
        """Wait for so many messages to support, and give them; raises TimeoutError."""
        if not self.mailbox.wait_for(count, timedelta(seconds=PATIENCE)):
            raise TimeoutError(f"{count} letters: {len(self.mailbox.letters)} came")
        return [letter.content for letter in self.mailbox.letters]


class Dzwonek:
    """One operator's program, in the home that `DZWONEK_HOME` names."""

    def __init__(self, programs: Programs) -> None:
        self.home = Path(os.environ["DZWONEK_HOME"])
        self._programs = programs

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start it as a second start or an autostart does, without waiting for anything."""
        command = (sys.executable, "-X", "utf8", "-m", "dzwonek", *arguments)
        return self._programs.start(*command, env=os.environ)

    def start_ready(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the tray program and wait until it holds its hotkeys."""
        before = len(self.held())
        started = self.start(*(arguments or ("--hidden",)))
        until(lambda: len(self.held()) > before or started.poll() is not None, "hotkeys", PATIENCE)
        assert started.poll() is None, self.log()
        return started

    def command(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
        """Run `dzwonek` with arguments to its end."""
        return subprocess.run(
            (sys.executable, "-X", "utf8", "-m", "dzwonek", *arguments),
            input=stdin.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )

    def held(self) -> list[str]:
        """Say which keys were held, `report, flag`, one line after each change."""
        parts = (line.partition(HOTKEYS) for line in self.log().splitlines())
        return [keys for _, found, keys in parts if found]

    def log(self) -> str:
        """Give the program's own log."""
        file = self.home / "logs" / "dzwonek.log"
        return file.read_text("utf-8") if file.exists() else ""

    def entries(self) -> tuple[Entry, ...]:
        """Give what the outbox holds, the newest first."""
        with open_core() as core:
            return core.outbox.entries()

    def wait_entries(self, *states: str) -> tuple[Entry, ...]:
        """Wait until the reports, newest first, have these states; raises TimeoutError."""

        def look() -> tuple[Entry, ...] | None:
            entries = self.entries()
            return entries if tuple(entry.state for entry in entries) == states else None

        return until(look, f"reports {states}", PATIENCE)

    def message(self, entry: Entry) -> bytes:
        """Give a report's message as it was frozen."""
        with open_core() as core:
            return core.outbox.message(entry.id)

    def drafts(self) -> tuple[Draft, ...]:
        """Give the drafts that are stored on this computer."""
        with open_core() as core:
            return core.drafts.drafts()


def moment_lines(moment: datetime) -> set[str]:
    """Give the line of the time for a moment of today, and for half a minute earlier."""
    return {_moment_line(moment), _moment_line(moment - timedelta(seconds=30))}


def _moment_line(moment: datetime) -> str:
    at = moment.astimezone()
    is_warsaw = at.utcoffset() == moment.astimezone(WARSAW).utcoffset()
    offset = f"{at:%z}"
    zone = "" if is_warsaw else f" (UTC{offset[:3]}:{offset[3:]})"
    return f"Czas: dzisiaj, {at:%d.%m.%Y} o {at:%H:%M}{zone}"


def wait_form(hand: Hand, look: Look) -> Window:
    """Wait until the form is in front and drawn; the caret stands in *Opis* then."""
    form = look.wait_in_front(FORM, PATIENCE)
    stands_still(hand)
    hand.press("End")  # a busy computer may lose the first key in a new window
    return form


def close(hand: Hand, look: Look, title: str, keys: str = "Escape") -> None:
    """Close the window of this title, which is in front, with the keyboard."""
    again_until(lambda: hand.press(keys), lambda: look.titled(title) is None, f"end of {title}")


def close_by_mouse(hand: Hand, look: Look, title: str) -> None:
    """Close the window of this title by the cross in its title bar."""
    window = look.wait_in_front(title, PATIENCE)
    stands_still(hand)
    hand.click(window.left + window.width - CROSS, window.top + CROSS)
    until(lambda: look.titled(title) is None, f"end of {title}", PATIENCE)


def open_first(hand: Hand, look: Look) -> None:
    """Go on with the newest line of *Moje zgłoszenia*, which is in front."""
    window = look.in_front()
    stands_still(hand)

    def go_on() -> None:
        hand.click(window.left + window.width // 2, window.top + FIRST_LINE)
        hand.press("Return")

    again_until(go_on, lambda: look.titled(FORM), "the form")
    wait_form(hand, look)


def write_and_send(hand: Hand, look: Look, words: str) -> None:
    """Fill an open form by keyboard, an incoming call that happened once, and send it."""
    wait_form(hand, look)
    hand.type(words)
    choose_and_send(hand, look)


def choose_and_send(hand: Hand, look: Look) -> None:
    """Choose kind and occurrence by keyboard, and send."""
    hand.press("Alt+z space Alt+w space Ctrl+Return")
    until(lambda: look.titled(FORM) is None, "the form's end", PATIENCE)


@contextmanager
def running_office(folder: Path) -> Iterator[Office]:
    """Run the servers; the certificate of their authority goes to `folder`."""
    with ExitStack() as stack:
        authority = Authority()
        mailbox = stack.enter_context(Mailbox(authority.server()))
        daktela = stack.enter_context(SandboxDaktela(authority.server()))
        yield Office(mailbox, daktela, authority.write(folder / "ca.pem"))


@contextmanager
def moved_in(office: Office, programs: Programs) -> Iterator[Dzwonek]:
    """Set a Dzwonek up with the mail server's password in the keyring; it is not started."""
    dzwonek = Dzwonek(programs)
    settings = dzwonek.home / "config" / "settings.toml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(office.settings(), "utf-8")
    with open_core() as core:
        core.keyring.write("mail", PASSWORD)
    yield dzwonek
    with open_core() as core:
        core.keyring.forget("mail")
    programs.end()
    assert "unexpected" not in dzwonek.log(), dzwonek.log()
