"""Nothing can be stored: the report leaves from the open form, or goes into a file elsewhere."""

from __future__ import annotations

import email
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("mounts", allow_module_level=True)

from dzwonek.capture.raster import decoded, encode
from dzwonek.config.places import places
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.outbox.store import SealedOutbox
from dzwonek.reporting.begin import note_of
from dzwonek.reporting.rescue import By, Sent
from dzwonek.reporting.setup import MAIL_SECRET
from dzwonek.startup.core import Core, open_core
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.desk import Desk
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.words import title_and_advice
from tests.fakes.full_disk import fill
from tests.fakes.screens import FakeScreens, plain_shot
from tests.fakes.secret_box import MemorySecretBox
from tests.servers.postfix import PASSWORD, SENDER, SUPPORT, USER, Postfix
from tests.servers.scripted_smtp import Close, Script, ScriptedServer, Silent

pytestmark = [pytest.mark.flow, pytest.mark.qt_log_ignore("This plugin does not support")]

SETTINGS = """
[system]
url = "https://twojanazwa.daktela.com"
[agent]
name = "Tobiasz Świeczka"
[delivery.mail]
{mail}
[privacy]
queue_key = "{queue_key}"
"""
PLAIN = """
host = "127.0.0.1"
port = {port}
security = "none"
from = "dzwonek@firma.example"
"""
SECURE = """
host = "localhost"
port = {port}
security = "starttls"
user = "{user}"
from = "{sender}"
ca_file = "{authority}"
"""
SHOTS = (plain_shot("L", 320, 200), plain_shot("R", 320, 200, (0x99, 0x33, 0x11), left=320))
WORDS = "Nie słychać klienta: „cisza” od 15:55."
STOP_SECONDS = 5.0
NEWER = Problem(Code.STORE_NEWER, {"version": 99, "left": 0})


@pytest.fixture
def home(
    tmp_path: Path, component: Callable[[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Mount a small disk for the program's home."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = component("mount", "mount")
    call = [mount, "-t", "tmpfs", "-o", "size=16m", "dzwonek", str(folder)]
    if subprocess.run(call, check=False, capture_output=True).returncode != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("needs root to mount a disk")
        pytest.skip("needs root to mount a disk")
    monkeypatch.setenv("DZWONEK_HOME", str(folder / "dzwonek"))
    yield folder
    subprocess.run([component("umount", "mount"), str(folder)], check=True)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(Script(features=("8BITMIME",))) as serving:
        yield serving


@dataclass
class Desktop:
    """The real use cases, stores, desk and form; what they say is gathered."""

    core: Core
    desk: Desk
    form: ReportForm
    tasks: Tasks
    qtbot: QtBot
    saved: list[object] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)

    @property
    def told(self) -> str:
        return self.form.body.summary.ways_out.told.text()

    def write(self) -> None:
        """Press the key and fill the form in; the first picture is covered as a whole."""
        self.desk.report()
        body = self.form.body
        body.kind.show_value(Kind.OTHER)
        body.description.setPlainText(WORDS)
        body.occurrence.show_value(Occurrence.FIRST)
        body.pictures.thumbs[0].preview.click()
        editor = self.form.findChild(CoverEditor)
        assert isinstance(editor, CoverEditor)
        board = editor.canvas.board.at(0, 0).begin()
        editor.canvas.take(board.at(320, 200).end())
        editor.accept()

    def refused(self) -> Code:
        """Press *Wyślij*, which is refused; give why, by the words that stand there."""
        self.form.footer.send.click()
        ways_out = self.form.body.summary.ways_out
        self.qtbot.waitUntil(lambda: ways_out.isVisible() and self.form.footer.send.isEnabled())
        said = self.form.body.summary.accessibleName()
        return next(
            code
            for code in (
                Code.DISK_READ_ONLY,
                Code.DISK_FULL,
                Code.QUEUE_KEY_FORBIDDEN,
                Code.STORE_NEWER,
            )
            if title_and_advice(Problem(code))[0] in said
        )

    def send_now(self) -> None:
        self.form.body.summary.ways_out.send.click()

    def write_file(self, path: Path) -> None:
        self.form.file_wanted.emit(self.form.current(), str(path))
        self.qtbot.waitUntil(lambda: str(path) in self.told)

    def settle(self) -> None:
        answers: list[None] = []
        self.tasks.run(Lane.DISK, lambda: None, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))


Opening = Callable[..., Desktop]


@pytest.fixture
def opened(home: Path, server: ScriptedServer, qapp: object, qtbot: QtBot) -> Iterator[Opening]:
    """Give a way to open everything on a home that takes nothing for the reason named."""
    with ExitStack() as stack:

        def remount(how: str) -> None:
            subprocess.run(["mount", "-o", f"remount,{how}", str(home)], check=True)

        def hinder(why: str, mail: str) -> MemorySecretBox:
            where = places(os.environ)
            where.prepare()
            rule = "keyring" if why == "no keyring" else "keyring-or-file"
            settings = SETTINGS.format(mail=mail or PLAIN.format(port=server.port), queue_key=rule)
            where.settings_file.write_text(settings, encoding="utf-8")
            if why == "read-only":
                remount("ro")
            if why == "full":
                fill(home)
            missing = Problem(Code.KEYRING_MISSING) if why == "no keyring" else None
            return MemorySecretBox(missing)

        def open_up(why: str, mail: str = "", password: str = "") -> Desktop:
            box = hinder(why, mail)
            box.secrets[MAIL_SECRET] = password
            core = stack.enter_context(open_core(keyring=box, is_patient=True))
            form = ReportForm(
                core.profile, title_and_advice, core.clock, core.zone, can_uncover=True
            )
            qtbot.addWidget(form, before_close_func=lambda _: form.finish())
            tasks, screens = Tasks(), FakeScreens(SHOTS)
            stack.callback(tasks.stop, STOP_SECONDS)
            desk = Desk(core.reception, tasks, lambda: screens, lambda: form)
            desktop = Desktop(core, desk, form, tasks, qtbot)
            desk.saved.connect(desktop.saved.append)
            desk.sent.connect(desktop.sent.append)
            return desktop

        yield open_up


@pytest.fixture(params=["read-only", "full", "no keyring", "newer"])
def desktop(
    request: pytest.FixtureRequest,
    opened: Opening,
    monkeypatch: pytest.MonkeyPatch,
) -> Desktop:
    """Give the form of a report that was refused: for each reason why nothing can be stored."""
    why: str = request.param
    if why == "newer":

        def refuse(_: SealedOutbox) -> None:
            raise trouble(NEWER.code, **NEWER.values)

        monkeypatch.setattr(SealedOutbox, "recover", refuse)
    made = opened(why)
    made.write()
    reasons = {
        "read-only": Code.DISK_READ_ONLY,
        "full": Code.DISK_FULL,
        "no keyring": Code.QUEUE_KEY_FORBIDDEN,
        "newer": Code.STORE_NEWER,
    }
    assert made.refused() is reasons[why]
    return made


def pictures_of(content: bytes) -> list[bytes]:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    parts = [part for part in message.iter_attachments() if part.get_content_maintype() == "image"]
    return [b64decode(str(part.get_payload())) for part in parts]


def text_of(content: bytes) -> str:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def check_letter(content: bytes) -> None:
    """See that it holds the words, the second picture as captured and the first one all black."""
    assert WORDS in text_of(content)
    first, second = pictures_of(content)
    image = decoded(first)
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert colours == {0xFF000000}
    assert second == encode(SHOTS[1], note_of(SHOTS[1])).content


def test_sent_at_once_it_arrives_once_and_nothing_is_called_saved(
    desktop: Desktop, server: ScriptedServer
) -> None:
    with desktop.qtbot.waitSignal(desktop.desk.sent):
        desktop.send_now()
    assert not desktop.form.is_open()
    assert len(server.messages) == 1
    check_letter(server.messages[0])
    desktop.settle()
    assert desktop.saved == []
    assert desktop.sent[0].by is By.SERVER
    assert desktop.sent[0].shortcomings == ()
    folder = places(os.environ).drafts
    assert [each for each in folder.rglob("*") if each.is_file()] == []


def test_the_file_is_what_is_sent_and_the_form_stays(
    desktop: Desktop, server: ScriptedServer, tmp_path: Path
) -> None:
    place = tmp_path / "pendrive.eml"
    desktop.write_file(place)
    assert desktop.form.is_open()
    assert "nie jest jeszcze wysłany" in desktop.told
    check_letter(place.read_bytes())
    assert server.connections == 0
    with desktop.qtbot.waitSignal(desktop.desk.sent):
        desktop.send_now()
    assert server.messages == [place.read_bytes()]


def test_an_unknown_answer_is_told_and_the_same_bytes_go_again(
    opened: Opening, server: ScriptedServer
) -> None:
    desktop = opened("read-only")
    server.script = Script({"dot": [Close(), Close()]}, features=("8BITMIME",))
    desktop.write()
    desktop.refused()
    desktop.send_now()
    desktop.qtbot.waitUntil(lambda: "nie potwierdził odbioru" in desktop.told)
    assert desktop.form.is_open()
    assert desktop.form.body.summary.heading.text() == "Nie wiadomo, czy zgłoszenie dotarło."
    assert desktop.form.current().description == WORDS
    server.script = Script(features=("8BITMIME",))
    with desktop.qtbot.waitSignal(desktop.desk.sent):
        desktop.send_now()
    first, second = server.messages
    assert first == second


def test_a_silent_server_can_be_given_up(opened: Opening, server: ScriptedServer) -> None:
    desktop = opened("read-only")
    server.script = Script({"rcpt": Silent()}, features=("8BITMIME",))
    reached = server.when_reached("rcpt")
    desktop.write()
    desktop.refused()
    desktop.send_now()
    desktop.qtbot.waitUntil(reached.is_set)
    ways_out = desktop.form.body.summary.ways_out
    ways_out.stop.click()
    desktop.qtbot.waitUntil(lambda: desktop.told.startswith("Przerwano wysyłanie."))
    assert ways_out.send.isEnabled()
    assert desktop.form.current().description == WORDS
    assert server.messages == []
    assert desktop.sent == []


def test_once_there_is_room_the_usual_way_stores_it(
    opened: Opening, home: Path, server: ScriptedServer
) -> None:
    desktop = opened("read-only")
    server.script = Script({"dot": Close()}, features=("8BITMIME",))
    desktop.write()
    desktop.refused()
    desktop.send_now()
    desktop.qtbot.waitUntil(lambda: "nie potwierdził odbioru" in desktop.told)
    subprocess.run(["mount", "-o", "remount,rw", str(home)], check=True)
    with desktop.qtbot.waitSignal(desktop.desk.saved):
        desktop.form.footer.send.click()
    (entry,) = desktop.core.outbox.entries()
    assert desktop.core.outbox.message(entry.id) == server.messages[0]


def test_over_a_real_mail_server_it_arrives_once_as_the_file_has_it(
    opened: Opening, postfix: Postfix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(f'Recipients = ["{SUPPORT}"]\n', encoding="utf-8")
    monkeypatch.setenv("DZWONEK_POLICY", str(policy))
    *_, authority = postfix.authority.write(tmp_path, "localhost")
    port = postfix.ports["starttls"]
    mail = SECURE.format(port=port, user=USER, sender=SENDER, authority=authority)
    desktop = opened("read-only", mail, PASSWORD)
    desktop.write()
    desktop.refused()
    place = tmp_path / "pendrive.eml"
    desktop.write_file(place)
    with desktop.qtbot.waitSignal(desktop.desk.sent):
        desktop.send_now()
    postfix.wait_for(1)
    postfix.settle()
    (letter,) = postfix.messages()
    check_letter(letter)
    assert letter.replace(b"\r\n", b"\n").endswith(place.read_bytes().replace(b"\r\n", b"\n"))
