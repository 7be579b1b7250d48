"""Writes `store-1`: an outbox as the program of schema 1 left it, with a report in every state.

Run it with the program of that time (revision 6818751, before the second schema):
`PYTHONPATH=app:. python tests/data/make_store.py tests/data/store-1`. Beside the data folder it
leaves `unclosed/` (the same index with its log not yet emptied), `keyring.json` (what the keyring
held, all made up) and `expected.json` (what each report was).
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dzwonek.domain.delivery import Outcome, Phase, State, Verdict
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.outbox.circuit import Circuit, Gate
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.ledger import Ledger
from dzwonek.outbox.owner import Owner
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import DELIVERED, Post
from tests.fakes.reports import DESCRIPTION, PNG, SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

NAMES = (
    "held_key",
    "delivered_tombstone",
    "discarded_tombstone",
    "delivered",
    "retry_wait",
    "uncertain",
    "rejected",
    "quarantined",
    "held_channel",
    "sending",
    "urgent",
    "queued",
)
GREYLISTED = Outcome(Verdict.TRANSIENT, "451 4.7.1", "Greylisted", floor=timedelta(seconds=300))
CUT_OFF = Outcome(Verdict.UNCERTAIN, "lost")
REFUSED = Outcome(
    Verdict.REJECTED, "554 5.7.1", "Refused", Problem(Code.MAIL_CONTENT_REFUSED, {"code": "554"})
)
WRONG_LOGIN = Problem(Code.MAIL_LOGIN_REFUSED, {"code": "535 5.7.8"})
MINUTE = timedelta(minutes=1)


class Maker:
    """Lets one outbox live through all that can happen to a report."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = FakeClock()
        self.box = MemorySecretBox()
        self.desk = self.opened()
        self.ids: dict[str, str] = {}

    def opened(self) -> Desk:
        """Open the outbox as a process of a made-up computer."""
        keys = KeyRing(self.home / "state", self.box, self.clock)
        outbox = SealedOutbox(self.home / "data", keys, self.clock)
        outbox.owner = Owner("stanowisko-7", 4242, "earlier-start", "a1b2c3d4", "1")
        outbox.ledger = Ledger(outbox.index, outbox.spool, self.clock, outbox.owner, outbox.notify)
        outbox.recover()
        return Desk(outbox, Post(), self.clock)

    def submit(self, name: str) -> str:
        """Seal a report under the name of the state that it will reach."""
        channel = "graph" if name == "held_channel" else "mail"
        message = envelope(len(self.ids), 64 * len(self.ids), channel)
        self.ids[name] = message.report_id
        self.desk.outbox.submit(message, SUMMARY, self.clock.now())
        self.clock.advance(MINUTE)
        return message.report_id

    def attempt(self, name: str, answer: Outcome) -> None:
        """Submit a report and let one attempt end so."""
        report_id = self.submit(name)
        self.desk.post.answers.append(answer)
        self.desk.rounds.look(report_id)
        self.clock.advance(MINUTE)

    def make(self) -> None:
        """Make every state, the last one being left in the middle of an attempt."""
        self.submit("held_key")
        self.desk.outbox.close()
        self.box.problem = Problem(Code.KEYRING_MISSING)
        self.desk = self.opened()
        outbox = self.desk.outbox
        self.desk.rounds.look(self.ids["held_key"])
        self.attempt("delivered_tombstone", DELIVERED)
        outbox.shredder.keep_delivered_for(timedelta(0))
        outbox.shredder.purge()
        outbox.shredder.keep_delivered_for(timedelta(days=7))
        outbox.discard(self.submit("discarded_tombstone"))
        self.attempt("delivered", DELIVERED)
        self.attempt("retry_wait", GREYLISTED)
        self.attempt("uncertain", CUT_OFF)
        self.attempt("rejected", REFUSED)
        self.quarantine(self.submit("quarantined"))
        self.hold(self.submit("held_channel"))
        report_id = self.submit("sending")
        row = outbox.index.row(report_id)
        assert row is not None
        leased = outbox.ledger.lease(row)
        assert leased is not None
        outbox.ledger.journal(leased)(Phase.DOT_SENT)
        outbox.index.tidy()  # or the log would be larger than all the rest
        outbox.retry(self.submit("urgent"))
        self.submit("queued")
        slowed = Circuit("mail", Gate.CLOSED, 3, self.clock.now() + MINUTE, code="refused")
        outbox.index.put_circuit(slowed)
        self.drafts()

    def quarantine(self, report_id: str) -> None:
        """Spoil one bit of a report and let the courier find it."""
        path = self.home / "data" / "spool" / f"{report_id}.dzw"
        content = bytearray(path.read_bytes())
        content[-40] ^= 1
        path.write_bytes(content)
        self.desk.rounds.look(report_id)

    def hold(self, report_id: str) -> None:
        """Hold a channel, and the report with it, for a refused login."""
        floor = timedelta(minutes=30)
        outcome = Outcome(Verdict.HELD, "535 5.7.8", "Refused", WRONG_LOGIN, floor)
        held = Circuit("graph").after_refusal(outcome, self.desk.outbox.now(), floor)
        self.desk.outbox.index.put_circuit(held)
        self.desk.outbox.ledger.holds.hold_rows(held)

    def drafts(self) -> None:
        """Leave two drafts, one with a picture."""
        drafts = SealedDrafts(self.home / "data" / "drafts", self.desk.outbox.keys)
        now = self.clock.now()
        plain = Draft(new_id(now), now, now, description=DESCRIPTION, updated_at=now)
        note = PictureNote("one", "DP-1", 1920, 1080, "image/png", now)
        pictured = replace(plain, id=new_id(now), pictures=(note,))
        drafts.save(plain)
        drafts.put_picture(pictured.id, Picture(note, PNG))
        drafts.save(pictured)

    def told(self) -> dict[str, dict[str, str | int]]:
        """Say what each report is now."""
        found: dict[str, dict[str, str | int]] = {}
        for name in NAMES:
            row = self.desk.outbox.index.row(self.ids[name])
            assert row is not None
            found[row.id] = {"name": name, "state": row.state.value, "hold": row.hold}
            if row.state not in {State.TOMBSTONE, State.QUARANTINED}:
                number = NAMES.index(name)
                content = envelope(number, 64 * number).content.split(b"\r\n\r\n", 1)[1]
                found[row.id]["body"] = hashlib.sha256(content).hexdigest()
        return found


def main(folder: Path) -> None:
    """Make the store in `folder`, which must not be there yet."""
    maker = Maker(folder)
    maker.make()
    (folder / "unclosed").mkdir()
    for name in ("index.db", "index.db-wal"):
        shutil.copyfile(folder / "data" / name, folder / "unclosed" / name)
    for name, content in {"keyring": maker.box.secrets, "expected": maker.told()}.items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    maker.desk.outbox.close()
    for name in ("ballast", "outbox.lock"):
        (folder / "data" / name).unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
