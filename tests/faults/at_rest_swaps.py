"""Exchanges parts of sealed things: rows, files, headers, fields; nothing of it may be believed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec

from dzwonek.domain.delivery import Envelope, State, Summary
from dzwonek.domain.identity import Agent, Identity, IdentitySource, Remembered
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox import seal
from dzwonek.outbox.drafts import SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.remembered import SealedMemory
from dzwonek.outbox.store import SealedOutbox
from tests.fakes.clock import FakeClock
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.fakes.reports import envelope
from tests.fakes.secret_box import MemorySecretBox

LONG_ENOUGH = timedelta(hours=1)

Swap = Callable[["Store", str, str], None]


class Store:
    """Two or more waiting reports, each with words of its own, and a program that has them open."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.outbox = self._opened()
        self.sent: dict[str, Envelope] = {}
        self.words: dict[str, str] = {}
        for each in range(number):
            message = envelope(each, padding=each % 2)
            message = replace(message, content=message.content + f"{each:08d}".encode())
            words = Summary(words=f"słowa {each:08d}")
            self.outbox.submit(message, words, self.clock.now())
            self.sent[message.report_id], self.words[message.report_id] = message, words.words

    def _opened(self) -> SealedOutbox:
        box = MemorySecretBox(Problem(Code.KEYRING_MISSING))
        keys = KeyRing(self.folder / "state", box, self.clock)
        outbox = SealedOutbox(self.folder / "data", keys, self.clock)
        outbox.recover()
        return outbox

    def path(self, report_id: str) -> Path:
        """Give a report's sealed file."""
        return self.folder / "data" / "spool" / f"{report_id}.dzw"

    def put_columns(self, source: str, target: str, *names: str) -> None:
        """Copy columns of one row into another, behind the program's back."""
        with closing(sqlite3.connect(self.folder / "data" / "index.db")) as connection, connection:
            for name in names:
                wanted = f"(SELECT {name} FROM report WHERE id = ?)"
                connection.execute(
                    f"UPDATE report SET {name} = {wanted} WHERE id = ?", (source, target)
                )

    def believed(self, target: str) -> list[str]:
        """Show the list, start anew, show it again, send all; tell what of it was believed."""
        found = self._shown()
        self.outbox.close()
        self.outbox = self._opened()
        found += self._shown()
        post = Post()
        Desk(self.outbox, post, self.clock).run(LONG_ENOUGH)
        sent = {message.report_id: message.content for message in post.messages}
        found += [
            f"sent another content as {report_id}"
            for report_id, content in sent.items()
            if content != self.sent[report_id].content
        ]
        others = self.sent.keys() - {target}
        if others - sent.keys():
            found.append("others were not sent")
        if target not in sent and self.outbox.entry(target).state is not State.QUARANTINED:
            found.append(f"{self.outbox.entry(target).state}")
        self.outbox.close()
        return found

    def _shown(self) -> list[str]:
        return [
            f"showed another's words as {entry.id}"
            for entry in self.outbox.entries()
            if entry.summary is not None and entry.summary.words != self.words[entry.id]
        ]


def rows_wrap(store: Store, source: str, target: str) -> None:
    store.put_columns(source, target, "wrap")


def rows_summary(store: Store, source: str, target: str) -> None:
    store.put_columns(source, target, "summary")


def rows_wrap_and_summary(store: Store, source: str, target: str) -> None:
    store.put_columns(source, target, "wrap", "summary")


def whole_file(store: Store, source: str, target: str) -> None:
    shutil.copy(store.path(source), store.path(target))


def file_with_the_other_id(store: Store, source: str, target: str) -> None:
    content = store.path(source).read_bytes()
    store.path(target).write_bytes(content.replace(source.encode(), target.encode()))


def header(store: Store, source: str, target: str) -> None:
    mine, theirs = _parsed(store, source), _parsed(store, target)
    _write(store, target, replace(theirs, head=mine.head, head_seal=mine.head_seal))


def wrap_in_the_header(store: Store, source: str, target: str) -> None:
    wrap = _parsed(store, source).header.wrap
    _reheaded(store, target, lambda told: msgspec.structs.replace(told, wrap=wrap))


def meta_in_the_header(store: Store, source: str, target: str) -> None:
    meta = _parsed(store, source).header.meta
    _reheaded(store, target, lambda told: msgspec.structs.replace(told, meta=meta))


def fields_within_the_file(store: Store, _: str, target: str) -> None:
    theirs = _parsed(store, target)
    first, second = seal.SUMMARY, seal.PAYLOAD
    fields = {**theirs.fields, first: theirs.fields[second], second: theirs.fields[first]}
    lengths = tuple((name, len(part)) for name, part in fields.items())
    store.path(target).write_bytes(b"".join(replace(theirs, fields=fields).chunks))
    _reheaded(store, target, lambda told: msgspec.structs.replace(told, parts=lengths), fields)


def names_of_the_fields(store: Store, _: str, target: str) -> None:
    def renamed(told: seal.Header) -> seal.Header:
        (first, one), (second, other), *rest = told.parts
        return msgspec.structs.replace(told, parts=((second, one), (first, other), *rest))

    _reheaded(store, target, renamed)


def one_field(store: Store, source: str, target: str) -> None:
    mine, theirs = _parsed(store, source), _parsed(store, target)
    part = {seal.SUMMARY: mine.fields[seal.SUMMARY]}
    _write(store, target, replace(theirs, fields={**theirs.fields, **part}))


def all_fields(store: Store, source: str, target: str) -> None:
    mine, theirs = _parsed(store, source), _parsed(store, target)
    _write(store, target, replace(theirs, fields=mine.fields))


SWAPS: tuple[Swap, ...] = (
    rows_wrap,
    rows_summary,
    rows_wrap_and_summary,
    whole_file,
    file_with_the_other_id,
    header,
    wrap_in_the_header,
    meta_in_the_header,
    fields_within_the_file,
    names_of_the_fields,
    one_field,
    all_fields,
)


def _parsed(store: Store, report_id: str) -> seal.SealedFile:
    return seal.parse(store.path(report_id).read_bytes())


def _write(store: Store, report_id: str, sealed: seal.SealedFile) -> None:
    store.path(report_id).write_bytes(b"".join(sealed.chunks))


def _reheaded(
    store: Store,
    report_id: str,
    change: Callable[[seal.Header], seal.Header],
    fields: dict[str, bytes] | None = None,
) -> None:
    """Change a file's header and leave its seal as it is."""
    content = store.path(report_id).read_bytes()
    told, end = seal.header_of(content)
    rest = content[end : end + seal.NONCE_LENGTH + seal.TAG_LENGTH]
    body = (
        content[end + seal.NONCE_LENGTH + seal.TAG_LENGTH :]
        if fields is None
        else b"".join(fields.values())
    )
    text = msgspec.json.encode(change(told))
    head = seal.MAGIC + bytes([seal.FORMAT]) + len(text).to_bytes(4, "big") + text
    store.path(report_id).write_bytes(head + rest + body)


def believed_of_drafts(folder: Path) -> tuple[int, list[str]]:
    """Exchange files of two drafts and of what is remembered; count, and tell what was believed."""
    clock = FakeClock()
    keys = KeyRing(folder / "state", MemorySecretBox(Problem(Code.KEYRING_MISSING)), clock)
    places = folder / "drafts"
    drafts, memory = SealedDrafts(places, keys, clock), SealedMemory(folder / "names.dzw", keys)
    ids = [envelope(number).report_id for number in range(2)]
    notes = [PictureNote(name, "HDMI-1", 1, 1, "image/png", clock.now()) for name in ("one", "two")]
    for each in ids:
        drafts.save(Draft(each, clock.now(), clock.now(), description=each))
        for note in notes:
            drafts.put_picture(each, Picture(note, f"{each} {note.id}".encode()))
    agent = Agent("Tobiasz Świeczka")
    memory.save(Remembered(Identity(agent, IdentitySource.DAKTELA, clock.now())))
    first, second = (places / each for each in ids)
    files = sorted([*first.glob("*.dzw"), *second.glob("*.dzw"), folder / "names.dzw"])
    whole = {path: path.read_bytes() for path in files}
    tries, found = 0, []
    for source in files:
        for target in files:
            if source == target:
                continue
            target.write_bytes(whole[source])
            tries += 1
            found += _believed(drafts, memory, ids, notes)
            target.write_bytes(whole[target])
    return tries, found


def _believed(
    drafts: SealedDrafts, memory: SealedMemory, ids: list[str], notes: list[PictureNote]
) -> list[str]:
    """List what was read that is not what was sealed; exactly one thing must be refused."""
    refused = (len(ids) - len(drafts.drafts())) + (memory.load().identity is None)
    found = [each.id for each in drafts.drafts() if each.description != each.id]
    for each in ids:
        for note in notes:
            try:
                if drafts.picture(each, note.id) != f"{each} {note.id}".encode():
                    found.append(f"{each} {note.id}")
            except ProblemError:
                refused += 1
    return found if refused == 1 else [*found, f"{refused} refused"]
