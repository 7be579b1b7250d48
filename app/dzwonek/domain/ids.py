"""Report ids that sort by time, and the short code that people read out."""

from __future__ import annotations

import os
import uuid
from datetime import datetime

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # https://www.crockford.com/base32.html
RANDOM_BITS = 62  # rand_b of a version 7 UUID, RFC 9562 §5.7
CODE_LENGTH = 6


def new_id(now: datetime) -> str:
    """Make a version 7 UUID (RFC 9562 §5.7) for the moment `now` (aware)."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    chance = int.from_bytes(os.urandom(10), "big")  # `secrets` would load all of OpenSSL
    value = milliseconds << 80 | 0x7 << 76 | (chance >> 68) << 64
    value |= 0b10 << 62 | chance & ((1 << RANDOM_BITS) - 1)
    return str(uuid.UUID(int=value))


def short_code(report_id: str) -> str:
    """Give `DZW-` and six Crockford base32 characters of the id's random bits.

    Raises ValueError when `report_id` is not a UUID.
    """
    bits = uuid.UUID(report_id).int & ((1 << RANDOM_BITS) - 1)
    letters = ""
    for _ in range(CODE_LENGTH):
        letters = CROCKFORD[bits & 31] + letters
        bits >>= 5
    return f"DZW-{letters}"
