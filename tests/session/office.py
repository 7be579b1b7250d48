"""An operator's office: a desktop session, a Daktela, a Postfix, and the real program in them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import xcffib
import xcffib.xproto

from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.story import AGENT
from tests.servers.postfix import PASSWORD, SENDER, USER, Postfix
from tests.session.programs import until
from tests.session.x_session import XSession

APP = Path(__file__).parents[2] / "app"
SUPPORT = "daktela@daktela.pl"  # the profile's own; our Postfix delivers it into a Maildir
PATIENCE = 40.0  # seconds; the machine may be busy with something else
PAUSE, F9 = 0xFF13, 0xFFC6  # X11/keysymdef.h
CONTROL_SHIFT = 5
SETTINGS = """\
[system]
url = "{url}"
[agent]
name = "{name}"
login = "{login}"
email = "{email}"
[delivery.mail]
host = "localhost"
port = {port}
security = "{security}"
user = "{user}"
from = "{sender}"
ca_file = "{ca_file}"
[ui]
language = "pl"
"""


class Office:
    """The servers that an operator's computer talks to, and how it is set up for them."""

    def __init__(self, postfix: Postfix, daktela: SandboxDaktela, ca_file: Path) -> None:
        self.postfix = postfix
        self.daktela = daktela
        self.ca_file = ca_file

    def settings(self, *, signs_in: bool = True, name: str = AGENT.title, further: str = "") -> str:
        """Write the settings file; without signing in neither server is given a password."""
        return (
            SETTINGS.format(
                url=self.daktela.url,
                name=name,
                login="",
                email=AGENT.email,
                port=self.postfix.ports["starttls" if signs_in else "plain"],
                security="starttls" if signs_in else "none",
                user=USER if signs_in else "",
                sender=SENDER,
                ca_file=self.ca_file,
            )
            + further
        )

    def letters(self, count: int = 1) -> list[bytes]:
        """Wait until support's Maildir holds so many messages, and give them."""
        return self.postfix.wait_for(count, SUPPORT, PATIENCE)

    def move_in(
        self,
        session: XSession,
        *,
        signs_in: bool = True,
        name: str = AGENT.title,
        further: str = "",
    ) -> Computer:
        """Set the program up in a session, with a home of its own."""
        home = Path(tempfile.mkdtemp(prefix="h", dir=session.folder))
        (home / "config").mkdir()
        text = self.settings(signs_in=signs_in, name=name, further=further)
        (home / "config" / "settings.toml").write_text(text, encoding="utf-8")
        return Computer(session, home)

    def sign_in(self, session: XSession) -> None:
        """Put both passwords into the session's keyring, by the program's own commands."""
        computer = self.move_in(session)
        login = ("setup", "--url", self.daktela.url, "--login", AGENT.login, "--password-stdin")
        for told, command in ((PASSWORD, ("secret", "set", "mail")), (AGENT.password, login)):
            done = computer.command(*command, stdin=f"{told}\n")
            assert done.returncode == 0, done.stderr


class Computer:
    """One operator's Dzwonek: its home folder, its commands, and its tray program."""

    def __init__(self, session: XSession, home: Path) -> None:
        self.session = session
        self.home = home
        self.env = {
            **session.env,
            "DZWONEK_HOME": str(home),
            "PYTHONPATH": str(APP),
            "TZ": "Europe/Warsaw",
        }
        self.env.pop("QT_QPA_PLATFORM", None)
        self.running: subprocess.Popen[bytes] | None = None

    def command(
        self, *arguments: str, stdin: str = "", python: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run `dzwonek` with arguments to its end."""
        return subprocess.run(
            (sys.executable, *python, "-m", "dzwonek", *arguments),
            env=self.env,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the tray program and wait until it holds a hotkey, where it can have one."""
        command = (sys.executable, "-m", "dzwonek", *(arguments or ("--hidden",)))
        self.running = self.session.programs.start(*command, env=self.env)
        return self.running

    def start_ready(self, *arguments: str, keysym: int = PAUSE, mask: int = 0) -> None:
        """Start the tray program and wait until it holds a hotkey."""
        self.start(*arguments)
        display = self.env["DISPLAY"]
        until(lambda: is_key_held(display, keysym, mask), "the hotkey", PATIENCE)

    def send_signal(self, number: signal.Signals) -> int:
        """Send a signal to the tray program and give its exit code, once it is gone."""
        assert self.running is not None
        os.kill(self.running.pid, number)
        return self.wait_end()

    def wait_end(self) -> int:
        """Wait for the tray program's end and give its exit code."""
        assert self.running is not None
        return self.running.wait(PATIENCE)

    def quit(self) -> None:
        """End the tray program as a person would."""
        if self.running is not None and self.running.poll() is None:
            assert self.command("--quit").returncode == 0
            assert self.wait_end() == 0

    def reports(self) -> list[dict[str, Any]]:
        """Give `dzwonek outbox list --json`."""
        told = self.command("outbox", "list", "--json")
        assert told.returncode == 0, told.stderr
        listed: dict[str, Any] = json.loads(told.stdout)
        assert listed["version"] == 1
        reports: list[dict[str, Any]] = listed["reports"]
        return reports

    def wait_reports(self, *states: str) -> list[dict[str, Any]]:
        """Wait until the reports, newest first, have these states, and give them."""

        def look() -> list[dict[str, Any]] | None:
            reports = self.reports()
            return reports if tuple(one["state"] for one in reports) == states else None

        return until(look, f"reports {states}", PATIENCE)

    def exported(self, report_id: str) -> bytes:
        """Give a report's message as the program exports it."""
        file = self.home / f"{report_id}.eml"
        done = self.command("outbox", "export", report_id, str(file))
        assert done.returncode == 0, done.stderr
        return file.read_bytes()

    def log(self) -> str:
        """Give the program's own log."""
        file = self.home / "logs" / "dzwonek.log"
        return file.read_text("utf-8") if file.exists() else ""


def is_key_held(display: str, keysym: int, mask: int = 0) -> bool:
    """Say whether another client has grabbed a key; nobody can notice the attempt."""
    server: Any = xcffib
    connection = server.Connection(display)
    core, proto = connection.core, xcffib.xproto
    setup = connection.get_setup()
    first, last = setup.min_keycode, setup.max_keycode
    mapping = core.GetKeyboardMapping(first, last - first + 1).reply()
    place = list(mapping.keysyms).index(keysym)
    keycode = first + place // mapping.keysyms_per_keycode
    root, mode = setup.roots[0].root, proto.GrabMode.Async
    core.GrabServer()
    asked = core.GrabKeyChecked(False, root, mask, keycode, mode, mode)
    try:
        asked.check()
        is_held = False
        core.UngrabKeyChecked(keycode, root, mask).check()
    except proto.AccessError:
        is_held = True
    core.UngrabServerChecked().check()
    connection.disconnect()
    return is_held


@contextmanager
def running_office(*mailboxes: str) -> Iterator[Office]:
    """Run the servers; the mail server has support's mailbox and these."""
    with ExitStack() as stack:
        postfix = stack.enter_context(Postfix((SUPPORT, *mailboxes)))
        authority = Authority()
        daktela = stack.enter_context(SandboxDaktela(authority.server()))
        ca_file = postfix.home / "both-cas.pem"
        own = postfix.home / "etc" / "ca.pem"
        ca_file.write_bytes(own.read_bytes() + authority.pem)
        yield Office(postfix, daktela, ca_file)
