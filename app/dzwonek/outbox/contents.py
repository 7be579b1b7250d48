"""What a sealed report holds: the frozen message, to whom it goes, and the words of the list."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from dzwonek.domain.delivery import BY_HAND, Envelope, State, Summary
from dzwonek.domain.ids import short_code
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.outbox import seal
from dzwonek.outbox.keys import KeyRing, MissingKeyError
from dzwonek.outbox.pace import Moment, from_number
from dzwonek.outbox.rows import Row
from dzwonek.outbox.sound_text import sound
from dzwonek.outbox.spool import MissingFileError, Spool

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING = "missing"
YEARS = range(2, 9999)  # any zone's midnight stays within what a datetime can hold
LONGEST = 2**63 - 1  # SQLite's largest INTEGER


class Addresses(msgspec.Struct, frozen=True):
    """The sealed part of the envelope: who sends to whom."""

    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A sealed report and its fingerprint (SHA-256 of the sealed bytes)."""

    sealed: seal.SealedFile
    sha256: bytes


class Contents:
    """Seals reports into the spool and opens them again, checked (invariant I9)."""

    def __init__(self, spool: Spool, keys: KeyRing) -> None:
        self._spool = spool
        self._keys = keys

    def store(self, envelope: Envelope, summary: Summary, created_at: datetime) -> Stored:
        """Seal a report into its file, durably; raises ProblemError (DISK_…, QUEUE_KEY_…)."""
        stored = self._sealed(envelope, summary, created_at)
        self._spool.write(envelope.report_id, stored.sealed.chunks)
        return stored

    def rewrite(self, envelope: Envelope, summary: Summary, row: Row) -> Stored:
        """Seal a report anew over its file, with a fresh key; when this raises, the old stands.

        The file then tells what `row` tells: its first Message-ID, who has it already, how often
        it was made smaller, and that only the operator's word tells that it arrived.
        """
        meta: dict[str, str | int] = {}
        if row.taken:
            meta["taken"] = " ".join(map(str, row.taken))
        if row.shrunk:
            meta["shrunk"] = row.shrunk
        if row.last_code == BY_HAND:
            meta[BY_HAND] = 1
        root = row.root_message_id or row.message_id
        if root and root != envelope.message_id:
            meta["root"] = root
        stored = self._sealed(envelope, summary, row.created.wall, meta)
        self._spool.rewrite(envelope.report_id, stored.sealed.chunks)
        return stored

    def _sealed(
        self,
        envelope: Envelope,
        summary: Summary,
        created_at: datetime,
        more: Mapping[str, str | int] | None = None,
    ) -> Stored:
        addresses = Addresses(envelope.sender, envelope.recipients)
        fields = {
            seal.SUMMARY: msgspec.json.encode(_sound(summary)),
            seal.ENVELOPE: msgspec.json.encode(addresses),
            seal.PAYLOAD: envelope.content,
        }
        meta: dict[str, str | int] = {
            "message_id": envelope.message_id,
            "date": envelope.date.isoformat(),
            "channel": envelope.channel,
            "created": created_at.isoformat(),
            "size": len(envelope.content),
            **({"root": envelope.root} if envelope.root else {}),
            **(more or {}),
        }
        sealed = seal.seal(envelope.report_id, fields, self._keys.current(), meta)
        return Stored(sealed, _fingerprint(sealed.chunks))

    def envelope(self, report_id: str) -> Envelope:
        """Open a report and check every byte of it; raises as `opened`."""
        return self.opened(report_id)[0]

    def opened(self, report_id: str) -> tuple[Envelope, Stored]:
        """Open a report and check every byte of it; give its file, too.

        Raises ProblemError: SEALED_FILE_DAMAGED, QUEUE_KEY_UNREACHABLE (with reason "missing"
        when the key is lost for good), STORE_NEWER, DISK_….
        """
        try:
            content = self._spool.read(report_id)
            sealed = seal.parse(content)
            fields = seal.open_all(sealed, report_id, self._keys.key(sealed.header.key))
            return _envelope(sealed.header, fields), Stored(sealed, _fingerprint((content,)))
        except MissingKeyError as error:
            key_id = str(error)
            raise trouble(Code.QUEUE_KEY_UNREACHABLE, key=key_id, reason=MISSING) from error
        except MissingFileError as error:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason=MISSING) from error
        except (seal.DamagedError, msgspec.MsgspecError, KeyError, ValueError) as error:
            raise trouble(Code.SEALED_FILE_DAMAGED, reason="changed") from error

    def summary(self, row: Row) -> Summary | None:
        """Open the words of a report's row; None when shredded or out of reach."""
        if row.wrap is None or row.summary is None:
            return None
        try:
            secret = seal.unwrap(row.id, row.wrap, self._keys.key(row.key_id))
            text = seal.open_field(row.id, seal.SUMMARY, row.summary, secret)
            return msgspec.json.decode(text, type=Summary)
        except (ProblemError, MissingKeyError, seal.DamagedError, msgspec.MsgspecError):
            return None

    def wrap(self, report_id: str) -> bytes | None:
        """Read a file's wrapped key alone, which is another one each time that it is sealed.

        None when the file has gone meanwhile. Raises DamagedError, ProblemError (STORE_NEWER,
        DISK_…).
        """
        try:
            return seal.header_of(self._spool.read_head(report_id))[0].wrap
        except MissingFileError:
            return None

    def stored(self, report_id: str) -> Stored | None:
        """Read a file as it lies, without its key; None when it has gone meanwhile.

        Raises DamagedError, ProblemError (STORE_NEWER, DISK_…).
        """
        try:
            content = self._spool.read(report_id)
        except MissingFileError:
            return None
        return Stored(seal.parse(content), _fingerprint((content,)))


def row_of(stored: Stored, now: Moment, due: datetime) -> Row:
    """Make the index row of a sealed file, `queued` for `due`; raises DamagedError."""
    header = stored.sealed.header
    try:
        meta = header.meta
        return Row(
            id=header.id,
            short_code=short_code(header.id),
            message_id=str(meta["message_id"]),
            root_message_id=str(meta.get("root", meta["message_id"])),
            date=_time(meta["date"]),
            state=State.QUEUED,
            channel=str(meta["channel"]),
            created=Moment(_time(meta["created"]), now.mono, now.boot),
            changed_at=now.wall,
            due=due,
            size=_length(meta["size"]),
            sha256=stored.sha256,
            key_id=header.key,
            wrap=header.wrap,
            summary=stored.sealed.fields[seal.SUMMARY],
            taken=tuple(_length(place) for place in str(meta.get("taken", "")).split()),
            shrunk=_length(meta.get("shrunk", 0)),
            last_code=BY_HAND if meta.get(BY_HAND) else "",
        )
    except (KeyError, ValueError) as error:
        raise seal.DamagedError("header") from error


def _time(value: str | int) -> datetime:
    """Read a header's time; raises ValueError, also for one without a zone or out of reach."""
    time = datetime.fromisoformat(str(value))
    if time.tzinfo is None or time.year not in YEARS:
        raise ValueError("time")
    return time


def _length(value: str | int) -> int:
    """Read a header's length in bytes; raises ValueError for one that no file can have."""
    length = int(value)
    if not 0 <= length <= LONGEST:
        raise ValueError("length")
    return length


def quarantined_row(report_id: str, now: Moment, reason: str) -> Row:
    """Make the row of a file that cannot be read; its id still tells when it was made."""
    told = from_number(uuid.UUID(report_id).int >> 80)  # RFC 9562 §5.7, unix_ts_ms
    created = min(told, now.wall)
    return Row(
        id=report_id,
        short_code=short_code(report_id),
        message_id="",
        date=created,
        state=State.QUARANTINED,
        channel="",
        created=Moment(created, now.mono, now.boot),
        changed_at=now.wall,
        problem=Problem(Code.SEALED_FILE_DAMAGED, {"reason": reason}),
    )


def _envelope(header: seal.Header, fields: Mapping[str, bytes]) -> Envelope:
    addresses = msgspec.json.decode(fields[seal.ENVELOPE], type=Addresses)
    return Envelope(
        report_id=header.id,
        message_id=str(header.meta["message_id"]),
        date=datetime.fromisoformat(str(header.meta["date"])),
        sender=addresses.sender,
        recipients=addresses.recipients,
        content=fields[seal.PAYLOAD],
        channel=str(header.meta["channel"]),
        root=str(header.meta.get("root", "")),
    )


def _sound(summary: Summary) -> Summary:
    """Put U+FFFD in the place of lone surrogates, which no UTF-8 can hold."""
    return replace(
        summary,
        words=sound(summary.words),
        customer=sound(summary.customer),
        ours=sound(summary.ours),
        ticket=sound(summary.ticket),
        names=tuple(sound(name) for name in summary.names),
    )


def _fingerprint(chunks: tuple[bytes, ...]) -> bytes:
    import hashlib  # loads all of OpenSSL, which a bell that waits does not need

    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.digest()
