"""A life that goes through the whole program with known words, and stops wherever it is told.

`python -m tests.faults.at_rest_life PLACE LIFE` reads the orders (`Orders`, JSON) from PLACE. At
each stop it writes one JSON line, {"stage": …, "seen": [base64, …]}, `seen` being bytes that must
not lie around either, and goes on when it is told by a line of standard input.
"""

from __future__ import annotations

import base64
import ctypes
import json
import logging
import os
import random
import signal
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from dzwonek.cli.outbox import fields_of
from dzwonek.config.settings import with_value
from dzwonek.diagnostics.doctor import examine
from dzwonek.diagnostics.findings import as_json
from dzwonek.domain.activity import Activity
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Phase, State
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import Capture, Rect, Retouch, Screenshot
from dzwonek.domain.ports import Journal
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.domain.report import Draft
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.rows import Row
from dzwonek.reporting.setup import DAKTELA_SECRET, MAIL_SECRET, PROXY_SECRET
from dzwonek.startup.core import Core, open_core
from dzwonek.startup.probes import parts_of

PR_GET_DUMPABLE = 3  # linux/prctl.h
WIDTH, HEIGHT = 160, 120
SLICE = 24  # bytes of a picture that nothing else has
NOW = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Orders:
    """The words to go through the program, and where its servers are."""

    daktela: str
    ca_file: str
    mail_port: int
    mail_user: str
    mail_password: str
    proxy_port: int
    proxy_password: str
    token: str
    login: str
    customer: str
    customer_name: str
    colleagues: tuple[str, ...]
    description: str
    sender: str
    reports: int
    keyring: str  # a file that stands for the system's keyring; "" = there is none
    is_leaky: bool = False  # broken: tells the log what the report says


class OutsideBox:
    """Implements SecretBox by a file outside the program's folders, as a keyring lies there."""

    def __init__(self, path: str) -> None:
        self._path = Path(path) if path else None

    def read(self, name: str) -> str | None:
        return self._secrets().get(name)

    def write(self, name: str, value: str) -> None:
        self._keep({**self._secrets(), name: value})

    def forget(self, name: str) -> None:
        self._keep({key: value for key, value in self._secrets().items() if key != name})

    def _secrets(self) -> dict[str, str]:
        if self._path is None:
            raise trouble(Code.KEYRING_MISSING)
        found = json.loads(self._path.read_text()) if self._path.exists() else {}
        return {str(name): str(value) for name, value in found.items()}

    def _keep(self, secrets: dict[str, str]) -> None:
        if self._path is None:
            raise trouble(Code.KEYRING_MISSING)
        self._path.write_text(json.dumps(secrets))


class LaterClock(SystemClock):
    """The system's clock, so many days on."""

    def __init__(self, days: int) -> None:
        self._days = timedelta(days=days)

    def now(self) -> datetime:
        return super().now() + self._days

    def monotonic(self) -> timedelta:
        return super().monotonic() + self._days


class Life:
    """The program in one process."""

    def __init__(self, core: Core, orders: Orders) -> None:
        self.core = core
        self.orders = orders
        self.seen: list[bytes] = []

    def stop(self, stage: str) -> None:
        """Let the test look round."""
        told = {"stage": stage, "seen": [base64.b64encode(each).decode() for each in self.seen]}
        print(json.dumps(told), flush=True)
        sys.stdin.readline()

    def sign_in(self) -> None:
        """Set the program up as the settings window does; secrets are given where none is kept."""
        orders, setup = self.orders, self.core.setup
        settings = self.core.own_settings
        for name, value in {
            "system.url": orders.daktela,
            "delivery.mail.host": "localhost",
            "delivery.mail.port": orders.mail_port,
            "delivery.mail.security": "starttls",
            "delivery.mail.user": orders.mail_user,
            "delivery.mail.from": orders.mail_user,
            "delivery.mail.ca_file": orders.ca_file,
            "delivery.mail.proxy": f"http://posrednik@127.0.0.1:{orders.proxy_port}",
        }.items():
            settings = with_value(settings, name, value)
        secrets = self.core.secrets
        is_known = secrets.read(MAIL_SECRET) is not None
        setup.save(settings, "" if is_known else orders.mail_password)
        if secrets.read(PROXY_SECRET) is None:
            secrets.write(PROXY_SECRET, orders.proxy_password)
        if secrets.read(DAKTELA_SECRET) is None:
            setup.use_token(orders.daktela, orders.token)

    def look_up(self) -> None:
        """Ask Daktela, remember names, and let the doctor look."""
        reception = self.core.reception
        reception.recall()
        identity = reception.ask_identity()
        reception.ask_recent(identity.agent)
        for name in self.orders.colleagues:
            reception.choose_name(name)
        self.seen_on_paper(as_json(examine(parts_of(self.core))))

    def seen_on_paper(self, text: str) -> None:
        """Keep what a command prints in a file, as an administrator would."""
        with (self.core.places.cache / "printed.txt").open("a", encoding="utf-8") as file:
            file.write(text)

    def draft(self, number: int) -> Draft:
        """Press the key, cover a part of the picture, fill in the form, and pause."""
        orders, reception = self.orders, self.core.reception
        pixels = random.Random(number).randbytes(WIDTH * HEIGHT * 4)
        moment = self.core.clock.now()
        shot = Screenshot("HDMI-1", 0, 0, WIDTH, HEIGHT, WIDTH * 4, pixels, moment)
        draft = reception.begin(Capture(moment, (shot,)))
        draft = replace(draft, pictures=reception.keep_pictures(draft, (shot,)))
        self._notice(draft)
        album = reception.album(draft)
        album.retouch(draft.pictures[0].id, Retouch((Rect(10, 10, 40, 20),)))
        draft = album.noted(draft)
        album.close()
        self._notice(draft)
        self.seen.append(pixels[4000 : 4000 + SLICE])
        call = Activity(Kind.CALL_IN, moment, orders.customer, "223784756", orders.customer_name)
        draft = replace(
            draft,
            kind=Kind.CALL_IN,
            customer=orders.customer,
            ours="223784756",
            scope=Scope.OTHERS,
            others=orders.colleagues,
            description=f"{orders.description} ({orders.customer_name})",
            occurrence=Occurrence.FIRST,
            activity=call,
        )
        if orders.is_leaky:
            logging.getLogger("dzwonek.reporting").info("kept: %s", draft.description)
        return reception.keep(draft)

    def _notice(self, draft: Draft) -> None:
        """Take down bytes of the pictures as they are stored."""
        for note in draft.pictures:
            content = self.core.reception.picture(draft.id, note.id)
            middle = len(content) // 2
            self.seen += [content[:SLICE], content[middle : middle + SLICE], content[-SLICE * 2 :]]

    def submit(self, draft: Draft) -> str:
        """Press *Wyślij*."""
        reception = self.core.reception
        entry = reception.submit(draft)
        reception.forget(draft.id)
        return entry.id

    def list(self) -> None:
        """Print the list for machines."""
        self.seen_on_paper(json.dumps([fields_of(each) for each in self.core.outbox.entries()]))


def working_day(life: Life) -> None:
    """Set up, draft, submit, discard, and die by SIGKILL while sending."""
    if sys.platform == "win32":
        raise NotImplementedError
    life.sign_in()
    life.look_up()
    drafts = [life.draft(number) for number in range(life.orders.reports + 1)]
    life.stop("drafts are kept")
    ids = [life.submit(draft) for draft in drafts[:-1]]
    life.core.reception.discard_draft(drafts[-1].id)
    life.list()
    life.stop("reports are saved, a draft is discarded")
    life.core.reception.discard(ids.pop())
    life.stop("a report is discarded")
    outbox = life.core.outbox
    outbox.ledger = Deadly(outbox.index, outbox.spool, outbox.clock, outbox.owner, outbox.notify)
    life.core.courier.drain(NOW)
    raise AssertionError("nobody was killed")


class Deadly(Ledger):
    """Dies when the message's bytes are about to go."""

    def journal(self, row: Row) -> Journal:
        write = super().journal(row)

        def deadly(phase: Phase) -> None:
            write(phase)
            if phase is Phase.DATA_OPEN and sys.platform != "win32":
                os.kill(os.getpid(), signal.SIGKILL)

        return deadly


def day_after(life: Life) -> None:
    """Start after the crash, deliver, and ask for things that fail."""
    life.sign_in()
    life.look_up()
    life.core.outbox.entries()
    life.stop("started after a crash")
    life.core.courier.drain(timedelta(minutes=2))
    life.list()
    for wanted in (life.orders.description, life.orders.customer):
        try:
            life.core.outbox.retry(wanted)
        except ProblemError as error:
            logging.getLogger("dzwonek.test").error("refused", exc_info=error)
    life.stop("reports are delivered")


def week_after(life: Life) -> None:
    """Let what was delivered be purged."""
    life.core.clock = LaterClock(8)
    life.sign_in()
    life.core.courier.drain(NOW)
    life.list()
    states = {each.state for each in life.core.outbox.entries()}
    assert states == {State.TOMBSTONE}, states
    life.stop("reports are purged")


def protection() -> str:
    """Tell how far this process keeps its memory to itself."""
    if sys.platform == "win32":
        raise NotImplementedError
    import resource

    dumpable = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
    return f"core {resource.getrlimit(resource.RLIMIT_CORE)} dumpable {dumpable}"


LIVES = {"working_day": working_day, "day_after": day_after, "week_after": week_after}


def main(place: Path, name: str) -> None:
    """Live one of the lives."""
    orders = msgspec.json.decode(place.read_bytes(), type=Orders)
    with open_core(keyring=OutsideBox(orders.keyring)) as core:
        log = logging.getLogger("dzwonek")
        log.setLevel(logging.DEBUG)
        for handler in log.handlers:
            handler.setLevel(logging.DEBUG)
        log.debug("life %s begins at %s", name, datetime.now(UTC))
        life = Life(core, orders)
        life.stop(protection())
        LIVES[name](life)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
