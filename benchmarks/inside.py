"""`python -m benchmarks.inside`: the program itself, with an ear that obeys the measurement.

It is the tray program as it is, with the secrets of the sandbox instead of a keyring. Lines on
standard input are obeyed, answers are lines of JSON. No timer runs unless one is asked for.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from benchmarks.beat import Beat
from dzwonek.domain.command import Command
from dzwonek.domain.delivery import State
from dzwonek.domain.kinds import Kind, Occurrence

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry
    from dzwonek.startup.tray.program import TrayProgram

SECRETS = "DZWONEK_BENCHMARK_SECRETS"  # of the sandbox, as JSON
HEAVY = (
    "requests", "cryptography", "keyring", "phonenumbers", "holidays", "sqlite3", "ssl", "smtplib",
    "email", "mss", "jeepney", "xcffib", "isal", "truststore", "tomlkit", "asyncio",
)  # fmt: skip
OF_TESTS = ("typing_extensions",)  # only the test tools bring it, and msgspec takes what is there
DESCRIPTION = "połączenie zostało rozłączone w trakcie rozmowy z Klientem"


class Ear(QObject):
    """Obeys what the measurement asks."""

    _delivered = Signal(str)

    def __init__(self, program: TrayProgram) -> None:
        super().__init__(program)
        self._program = program
        self._text = b""
        self._awaited = ""
        self._is_listening = False
        self._beat = Beat(self)
        self._delivered.connect(self._on_delivered)
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_line)
        program.hotkeys.bound.connect(lambda _: _tell("bound", True))
        program.windows.desk.saved.connect(lambda _: _tell("saved", time.monotonic()))

    def _on_line(self) -> None:
        piece = os.read(sys.stdin.fileno(), 4096)
        if not piece:
            self._notifier.setEnabled(False)
            self._program.quit()
        *lines, self._text = (self._text + piece).split(b"\n")
        for line in lines:
            word, _, rest = line.decode().partition(" ")
            {
                "fill": self._fill,
                "memory": self._memory,
                "modules": self._modules,
                "send": self._send,
                "idle": self._idle,
            }[word](rest)

    def _fill(self, _: str) -> None:
        """Fill in the open form, as its person would."""
        body = self._program.windows.form.body
        body.kind.chips[-1].click()
        body.occurrence.chips[0].click()
        body.description.setPlainText(DESCRIPTION)
        _tell("filled", True)

    def _memory(self, _: str) -> None:
        """Only the process itself may read this of a program that forbids core dumps."""
        _tell("memory", Path("/proc/self/smaps_rollup").read_text())

    def _modules(self, _: str) -> None:
        _tell("modules", [name for name in HEAVY if name in sys.modules])

    def _send(self, _: str) -> None:
        """Let a report go the whole way beside the event loop; tells the loop's longest gap."""
        reception = self._program.core.reception
        capture = self._program.windows.screens.capture()
        draft = replace(
            reception.begin(capture),
            kind=Kind.OTHER,
            occurrence=Occurrence.FIRST,
            description=DESCRIPTION,
        )
        if not self._is_listening:
            self._is_listening = True
            self._program.core.outbox.listen(self._on_entry)

        def work() -> None:
            reception.keep(draft)
            notes = reception.keep_pictures(draft, capture.shots)
            reception.submit(replace(draft, pictures=notes))

        self._awaited = draft.id
        self._beat.start()
        threading.Thread(target=work, name="benchmark-report").start()

    def _idle(self, seconds: str) -> None:
        """Tell the longest gap while nothing happens."""
        self._beat.start()
        QTimer.singleShot(round(float(seconds) * 1000), self, self._end_beat)

    def _on_entry(self, entry: Entry) -> None:
        if entry.state is State.DELIVERED:
            self._delivered.emit(entry.id)

    def _on_delivered(self, report_id: str) -> None:
        if report_id == self._awaited:
            self._end_beat()

    def _end_beat(self) -> None:
        _tell("gap", list(self._beat.end()))


def _tell(what: str, value: object) -> None:
    print(json.dumps({what: value}), flush=True)


def main() -> int:
    """Run the tray program with an ear."""
    for name in OF_TESTS:
        vars(sys)["modules"][name] = None  # how Python marks what is not there
    from dzwonek.config.places import places
    from dzwonek.demo.box import MemoryBox
    from dzwonek.desktop.single_instance import claim
    from dzwonek.startup.tray import run_tray

    where = places(os.environ)
    where.prepare()
    instance = claim(where.runtime)
    assert instance is not None
    secrets = MemoryBox(**json.loads(os.environ[SECRETS]))
    return run_tray(instance, Command.HIDDEN, keyring=secrets, on_start=Ear)


if __name__ == "__main__":
    sys.exit(main())
