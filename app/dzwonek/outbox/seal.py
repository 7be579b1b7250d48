"""The sealed file: what it looks like, how it is closed, and how it is opened and checked.

Each file has a random key of its own (AES-256-GCM), wrapped by one of the queue's keys, which
the header names by id. The layout is described in `docs/reliability.md`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"DZW\x1a"
FORMAT = 1
SCHEMA = 1
KEY_LENGTH = 32
NONCE_LENGTH = 12  # NIST SP 800-38D §8.2
TAG_LENGTH = 16
PREFIX_LENGTH = len(MAGIC) + 1 + 4
HEADER_LIMIT = 32 * 1024
FILE_LIMIT = 256 * 1024 * 1024  # bytes; far more than a mail server takes
PAYLOAD, SUMMARY, ENVELOPE = "payload", "summary", "envelope"


class DamagedError(Exception):
    """What was opened is not what was sealed; it must be neither used nor deleted."""


@dataclass(frozen=True, slots=True)
class Key:
    """One of the queue's keys; its bytes never show in a log or a traceback."""

    id: str
    secret: bytes = field(repr=False)


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The readable head of a sealed file: enough to rebuild an index row, and no more.

    `wrap` is the file's key as wrapped under the queue's key `key`; `parts` are the names and
    lengths (in bytes) of the sealed fields in their order.
    """

    schema: int
    id: str
    key: str
    wrap: bytes
    meta: dict[str, str | int]
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A sealed file in memory: its header, the header's own bytes, and the sealed fields."""

    header: Header
    head: bytes
    head_seal: bytes
    fields: Mapping[str, bytes]

    @property
    def chunks(self) -> tuple[bytes, ...]:
        """Give the file's bytes, in order."""
        return (self.head, self.head_seal, *self.fields.values())


def seal(
    report_id: str,
    fields: Mapping[str, bytes],
    key: Key,
    meta: Mapping[str, str | int] | None = None,
) -> SealedFile:
    """Close `fields` under a fresh key of their own, wrapped under `key`."""
    secret = os.urandom(KEY_LENGTH)
    parts = {
        name: _close(secret, content, _aad(report_id, name)) for name, content in fields.items()
    }
    header = Header(
        schema=SCHEMA,
        id=report_id,
        key=key.id,
        wrap=_close(key.secret, secret, _aad(report_id, "key", key.id)),
        meta=dict(meta or {}),
        parts=tuple((name, len(part)) for name, part in parts.items()),
    )
    text = msgspec.json.encode(header)
    head = MAGIC + bytes([FORMAT]) + len(text).to_bytes(4, "big") + text
    head_seal = _close(secret, b"", _aad(report_id, "header") + head)
    return SealedFile(header, head, head_seal, parts)


def is_known(head: bytes) -> bool:
    """Say whether a file that begins so is not of a later version; it may be damaged."""
    return head[: len(MAGIC)] != MAGIC or head[len(MAGIC) : PREFIX_LENGTH][:1] <= bytes([FORMAT])


def parse(content: bytes) -> SealedFile:
    """Take a sealed file apart without opening it; raises as `header_of`."""
    header, end = header_of(content)
    seal_end = end + NONCE_LENGTH + TAG_LENGTH
    return SealedFile(
        header, content[:end], content[end:seal_end], _cut(content, seal_end, header.parts)
    )


def header_of(content: bytes) -> tuple[Header, int]:
    """Read the header of a sealed file, of which the beginning is enough; say where it ends.

    Raises DamagedError, or ProblemError (STORE_NEWER) for a format of a later program.
    """
    if content[: len(MAGIC)] != MAGIC or len(content) < PREFIX_LENGTH:
        raise DamagedError("not a sealed file")
    if content[len(MAGIC)] > FORMAT:
        raise trouble(Code.STORE_NEWER, version=content[len(MAGIC)])
    length = int.from_bytes(content[len(MAGIC) + 1 : PREFIX_LENGTH], "big")
    end = PREFIX_LENGTH + length
    if length > HEADER_LIMIT or content[len(MAGIC)] != FORMAT:
        raise DamagedError("header")
    try:
        header = msgspec.json.decode(content[PREFIX_LENGTH:end], type=Header)
    except (msgspec.MsgspecError, ValueError) as error:  # bad UTF-8 is a ValueError
        raise DamagedError("header") from error
    if header.schema > SCHEMA:
        raise trouble(Code.STORE_NEWER, version=header.schema)
    return header, end


def length_of(head: bytes) -> int:
    """Say by its beginning how long a whole sealed file is; raises as `header_of`."""
    header, end = header_of(head)
    lengths = [length for _, length in header.parts]
    whole = end + NONCE_LENGTH + TAG_LENGTH + sum(lengths)
    if min(lengths, default=0) < 0 or whole > FILE_LIMIT:
        raise DamagedError("length")
    return whole


def _cut(content: bytes, start: int, parts: tuple[tuple[str, int], ...]) -> dict[str, bytes]:
    if any(length < 0 for _, length in parts):
        raise DamagedError("length")
    if start + sum(length for _, length in parts) != len(content):
        raise DamagedError("length")
    fields = {}
    for name, length in parts:
        fields[name] = content[start : start + length]
        start += length
    return fields


def unwrap(report_id: str, wrap: bytes, key: Key) -> bytes:
    """Give a file's own key; raises DamagedError."""
    return _open(key.secret, wrap, _aad(report_id, "key", key.id))


def open_field(report_id: str, name: str, sealed: bytes, secret: bytes) -> bytes:
    """Open one sealed field with the file's own key; raises DamagedError."""
    return _open(secret, sealed, _aad(report_id, name))


def open_all(sealed: SealedFile, report_id: str, key: Key) -> dict[str, bytes]:
    """Check the whole file, header and all, and give its fields; raises DamagedError.

    `report_id` is the id that the file should have: a file under another's name is damage.
    """
    if sealed.header.id != report_id:
        raise DamagedError("id")
    secret = unwrap(report_id, sealed.header.wrap, key)
    _open(secret, sealed.head_seal, _aad(report_id, "header") + sealed.head)
    return {name: open_field(report_id, name, part, secret) for name, part in sealed.fields.items()}


def _aad(report_id: str, name: str, *more: str) -> bytes:
    return "|".join(("dzw1", report_id, name, str(SCHEMA), *more)).encode()


def _close(secret: bytes, content: bytes, aad: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_LENGTH)
    return nonce + AESGCM(secret).encrypt(nonce, content, aad)


def _open(secret: bytes, sealed: bytes, aad: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < NONCE_LENGTH + TAG_LENGTH:
        raise DamagedError("length")
    try:
        return AESGCM(secret).decrypt(sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], aad)
    except InvalidTag as error:
        raise DamagedError("tag") from error
