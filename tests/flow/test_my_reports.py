"""*Moje zgłoszenia* on a real desktop: found, filtered, gone on with, and carried another way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from tests.session.clipboard import Clipboard
from tests.session.hand import REPORTS, wait_focus, wait_form
from tests.session.letters import parsed, seven_lines
from tests.session.list_hand import OpenList
from tests.session.office import PATIENCE, SUPPORT, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    computer_fixture,
    move_in_fixture,
    office_fixture,
    workplace_fixture,
)
from tests.session.programs import need, until
from tests.session.scene import stands_still
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

SILENCE = "Cisza po odebraniu: zażółć gęślą jaźń"
ECHO = "Echo w słuchawce przy każdym połączeniu"
CUT = "Połączenie przerwane w połowie zdania"
AGAIN = "Dziś znowu."
ANEW, ARRIVED, CODE = "Wyślij ponownie jako nowe", "Dotarło inną drogą", "Kod QR na telefon"
RESEND = -1  # the last entry of a delivered line's menu
PROGRAM, QR, BY_OTHER_WAY = 3, 4, 6  # entries of a waiting line's menu
END_OF_HEADERS = b"\r\n\r\n"
DESKTOP_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Poczta
Exec={script} %u
MimeType={kind};
"""


@pytest.fixture(name="clipboard")
def clipboard_fixture(workplace: XSession) -> Iterator[Clipboard]:
    """Give the workplace's clipboard."""
    with Clipboard(workplace.env["DISPLAY"]) as clipboard:
        yield clipboard


def report(computer: Computer, words: str, number: str, *more: str) -> str:
    """Make a report by the command, and give its code."""
    call = ("--kind", "call-in", "--customer", number, "--ours", "223 784 756")
    said = ("--description", words, "--occurrence", "first", "--no-screenshot")
    done = computer.command("report", *call, *said, *more)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def told_of(computer: Computer) -> str:
    """Give what `dzwonek outbox list` tells."""
    return computer.command("outbox", "list").stdout


def words_of(message: EmailMessage) -> str:
    """Give the message's plain text."""
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def record_of(message: EmailMessage) -> dict[str, Any]:
    """Give what `zgloszenie.json` tells."""
    (file,) = message.iter_attachments()
    told: dict[str, Any] = json.loads(file.get_content())
    return told


@dataclass
class Bench:
    """A computer with its servers, and two reports that support has."""

    office: Office
    computer: Computer
    clipboard: Clipboard

    def __post_init__(self) -> None:
        self.silence = report(self.computer, SILENCE, "730 770 660", "--wait", "30")
        self.echo = report(self.computer, ECHO, "600 100 200", "--wait", "30")
        self.first, self.second = self.office.letters(2)

    @property
    def keys(self) -> XSession:
        """Give the keyboard."""
        return self.computer.session

    def open_list(self) -> OpenList:
        """Open the list."""
        return OpenList(self.computer, self.clipboard)

    def newest(self, count: int) -> bytes:
        """Wait for so many letters in all, and give the newest."""
        return self.office.letters(count)[-1]


def test_a_delivered_report_is_found_numbered_followed_up_and_sent_anew(
    office: Office, computer: Computer, clipboard: Clipboard
) -> None:
    bench = Bench(office, computer, clipboard)
    computer.start_ready()
    bench.keys.key("Shift+Pause")
    bench.keys.wait_notice("Oznaczono", PATIENCE)

    see_it_narrowed(bench)
    reports = enter_a_number(bench)
    say_that_it_happened_again(bench, reports)
    send_anew(bench, reports)
    computer.wait_reports(*["delivered"] * 4)


def see_it_narrowed(bench: Bench) -> None:
    """Typed words and numbers narrow the list, Esc widens it again, a group does so, too."""
    reports, keys = bench.open_list(), bench.keys
    draft = reports.chosen()
    reports.search("słuchawce echo")
    assert reports.ends() == (bench.echo, bench.echo)
    keys.key("Escape")
    assert reports.ends() == (draft, bench.silence)
    reports.search("730770")
    assert reports.ends() == (bench.silence, bench.silence)
    keys.key("Escape")
    reports.show("drafts")
    assert reports.ends() == (draft, draft)
    keys.key("shift+Tab", *["Right"] * 3, "Tab")
    assert reports.ends() == (bench.echo, bench.silence)
    reports.press("ticket")  # for what comes next


def enter_a_number(bench: Bench) -> OpenList:
    """Support's number stands in the reference, makes it confirmed, and outlives the program."""
    computer, numbered = bench.computer, f"{bench.silence}, numer 12345"
    bench.keys.type_text("Re: [#12345]")
    bench.keys.key("Return")
    until(lambda: "Potwierdzono: numer 12345" in told_of(computer), "the number", PATIENCE)
    computer.quit()
    computer.start_ready()
    reports = bench.open_list()
    reports.search("12345")
    assert reports.ends() == (numbered, numbered)
    return reports


def say_that_it_happened_again(bench: Bench, reports: OpenList) -> None:
    """The new report belongs to the same thread, is counted, and names support's number."""
    reports.press("follow_up")
    wait_form(bench.computer)
    bench.keys.type_text(AGAIN)
    bench.keys.key("Ctrl+Return")
    again, first = parsed(bench.newest(3)), parsed(bench.first)
    assert again["In-Reply-To"] == again["References"] == first["Message-ID"]
    assert again["Message-ID"] != first["Message-ID"]
    follows = record_of(again)["follows"]
    assert (follows["code"], follows["times"], follows["ticket"]) == (bench.silence, 2, "12345")
    told = words_of(again)
    assert f"Opis: {SILENCE}\n  {AGAIN}\n" in told
    assert "Wystąpienie: Zdarzyło się to więcej niż raz\n" in told
    assert f"po raz 2., poprzednie zgłoszenie {bench.silence}\n" in told
    newest, *_ = bench.computer.wait_reports(*["delivered"] * 3)
    assert newest["root_message_id"] == first["Message-ID"]


def send_anew(bench: Bench, reports: OpenList) -> None:
    """It is asked once, and the answer that stands ready changes nothing."""
    wait_focus(bench.computer, REPORTS)
    reports.search("600 100 200")
    assert reports.ends() == (bench.echo, bench.echo)
    reports.choose(RESEND)
    reports.answer(ANEW, yes=False)
    assert len(bench.computer.reports()) == 3
    reports.choose(RESEND)
    reports.answer(ANEW, yes=True)
    raw = bench.newest(4)
    assert parsed(raw)["Message-ID"] != parsed(bench.second)["Message-ID"]
    assert seven_lines(raw)[5] == seven_lines(bench.second)[5] == f"Opis: {ECHO}"
    assert record_of(parsed(raw))["follows"]["is_resent"] is True


def install(session: XSession, kind: str) -> Path:
    """Register a program for one kind of files or addresses, and for no other; give its gain."""
    for asked in ("xdg-mime", "xdg-open", "xdg-email", "file"):
        need(asked)
    script, gain = session.folder / "poczta", session.folder / "given"
    gain.unlink(missing_ok=True)
    whole = (
        'case "$1" in mailto:*) printf %s "$1";; file:*) cat "${1#file://}";; *) cat "$1";; esac'
    )
    script.write_text(f'#!/bin/sh\n{{ {whole}; }} > "{gain}.part" && mv "{gain}.part" "{gain}"\n')
    script.chmod(0o700)
    folder = Path(session.env["XDG_DATA_HOME"]) / "applications"
    folder.mkdir(exist_ok=True)
    (folder / "poczta.desktop").write_text(DESKTOP_ENTRY.format(script=script, kind=kind))
    chosen = Path(session.env["XDG_CONFIG_HOME"]) / "mimeapps.list"
    chosen.write_text(f"[Default Applications]\n{kind}=poczta.desktop\n")
    return gain


def arrived(gain: Path) -> bytes:
    """Wait for what the registered program was given."""
    until(gain.exists, "what the mail program gets", PATIENCE)
    return gain.read_bytes()


def scanned(session: XSession) -> tuple[str, str]:
    """Read the code on the screen as a phone does: the subject and the body of its message."""
    photograph = session.folder / "code.ppm"
    stands_still(session, photograph)
    read = subprocess.run(
        (need("zbarimg"), "--quiet", "--raw", "--oneshot", str(photograph)),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    ).stdout.strip()
    assert unquote(urlsplit(read).path) == SUPPORT
    fields = parse_qs(urlsplit(read).query, strict_parsing=True)
    return fields["subject"][0], fields["body"][0]


@dataclass
class Stranded:
    """A computer that does not know the mail server's password, and two reports held there."""

    computer: Computer
    reports: OpenList
    other: str
    code: str
    frozen: bytes

    def states(self) -> list[str]:
        """Give where they stand, the newest first."""
        return [str(one["state"]) for one in self.computer.reports()]


@pytest.fixture(name="stranded")
def stranded_fixture(move_in: Callable[..., Computer]) -> Iterator[Stranded]:
    """Give two reports that are held, the newer one chosen in the open list."""
    computer = move_in(signs_in=True, keyring=False)
    computer.start_ready()
    other, code = report(computer, ECHO, "600 100 200"), report(computer, CUT, "730 770 660")
    newest, _ = computer.wait_reports("held", "held")
    frozen = computer.exported(newest["id"])
    with Clipboard(computer.session.env["DISPLAY"]) as clipboard:
        reports = OpenList(computer, clipboard)
        reports.wait_chosen(code)
        yield Stranded(computer, reports, other, code, frozen)


def test_a_report_that_cannot_leave_is_carried_another_way_and_then_never_sent(
    office: Office, stranded: Stranded
) -> None:
    read_by_a_phone(stranded)
    open_in_mail_program(stranded)
    save_it(stranded)
    assert stranded.states() == ["held", "held"]
    say_that_it_arrived(stranded)

    stranded.computer.quit()
    settings = stranded.computer.home / "config" / "settings.toml"
    settings.write_text(office.settings(signs_in=False), "utf-8")
    assert stranded.computer.command("outbox", "drain", "--timeout", "30").returncode == 0
    (raw,) = office.letters()
    office.postfix.settle()
    assert office.postfix.messages(SUPPORT) == [raw]
    assert seven_lines(raw)[5] == f"Opis: {ECHO}"


def read_by_a_phone(stranded: Stranded) -> None:
    """The code on the screen is read as by a phone, and closed without a word on its sending."""
    session = stranded.computer.session
    stranded.reports.choose(QR)
    wait_focus(stranded.computer, CODE)
    subject, body = scanned(session)
    assert subject == f"[{stranded.code}] połączenie przychodzące: {CUT}"
    assert f"Opis: {CUT}" in body.split("\r\n")
    session.key("space")  # *Zamknij* has the keyboard
    wait_focus(stranded.computer, REPORTS)


def open_in_mail_program(stranded: Stranded) -> None:
    """It gets the file as not sent yet; one that knows addresses alone is told what to attach."""
    opened = install(stranded.computer.session, "message/rfc822")
    stranded.reports.choose(PROGRAM)
    given = arrived(opened)
    draft, sealed = parsed(given), parsed(stranded.frozen)
    assert draft["X-Unsent"] == "1"
    assert set(sealed.keys()) - set(draft.keys()) == {"From"}
    assert draft["Message-ID"] == sealed["Message-ID"]
    assert given.partition(END_OF_HEADERS)[2] == stranded.frozen.partition(END_OF_HEADERS)[2]

    addressed = install(stranded.computer.session, "x-scheme-handler/mailto")
    stranded.reports.choose(PROGRAM)
    address = urlsplit(arrived(addressed).decode())
    assert address.path == SUPPORT
    (attached,) = parse_qs(address.query)["attach"]
    assert Path(attached).read_bytes() == given


def save_it(stranded: Stranded) -> None:
    """The file is what would be sent, byte for byte."""
    file = stranded.computer.session.folder / "zgloszenie.eml"
    stranded.reports.press("export")
    assert stranded.reports.save_as(file) == stranded.frozen


def say_that_it_arrived(stranded: Stranded) -> None:
    """Only then it is called delivered; the answer that stands ready says nothing of the kind."""
    reports = stranded.reports
    reports.wait_chosen(stranded.code)
    reports.choose(BY_OTHER_WAY)
    reports.answer(ARRIVED, yes=False)
    assert stranded.states() == ["held", "held"]
    reports.choose(BY_OTHER_WAY)
    reports.answer(ARRIVED, yes=True)
    stranded.computer.wait_reports("delivered", "held")
    assert "Przekazano inną drogą" in told_of(stranded.computer)
