"""What the seal keeps, and what it notices."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.outbox import seal
from dzwonek.outbox.seal import DamagedError, Key

KEY = Key("0123456789abcdef", bytes(range(32)))
ID = "019c9f7c-0000-7000-8000-000000000001"
OTHER = "019c9f7c-0000-7000-8000-000000000002"
FIELDS = {seal.SUMMARY: b"words", seal.ENVELOPE: b"addresses", seal.PAYLOAD: b"message" * 9}


def sealed_bytes(report_id: str = ID) -> bytes:
    return b"".join(seal.seal(report_id, FIELDS, KEY, {"date": "today"}).chunks)


def test_a_sealed_file_opens_to_what_was_sealed() -> None:
    sealed = seal.parse(sealed_bytes())

    assert seal.open_all(sealed, ID, KEY) == FIELDS
    assert sealed.header.key == KEY.id
    assert sealed.header.meta == {"date": "today"}


def test_nothing_of_the_content_is_readable_in_a_sealed_file() -> None:
    content = sealed_bytes()

    assert not [field for field in FIELDS.values() if field in content]


def test_every_flipped_bit_of_a_sealed_file_is_noticed() -> None:
    content = sealed_bytes()

    for place in range(len(content) * 8):
        spoilt = bytearray(content)
        spoilt[place // 8] ^= 1 << place % 8
        with pytest.raises((DamagedError, ProblemError)):
            seal.open_all(seal.parse(bytes(spoilt)), ID, KEY)


def test_every_shortened_or_lengthened_file_is_noticed() -> None:
    content = sealed_bytes()

    for spoilt in [*(content[:length] for length in range(len(content))), content + b"\0"]:
        with pytest.raises(DamagedError):
            seal.open_all(seal.parse(spoilt), ID, KEY)


@given(st.binary(max_size=300))
def test_a_file_of_anything_is_damage_or_a_later_format_and_no_crash(content: bytes) -> None:
    for spoilt in (content, sealed_bytes()[:9] + content):
        with pytest.raises((DamagedError, ProblemError)):
            seal.open_all(seal.parse(spoilt), ID, KEY)


def test_a_file_under_another_reports_name_is_noticed() -> None:
    with pytest.raises(DamagedError):
        seal.open_all(seal.parse(sealed_bytes(OTHER)), ID, KEY)


def test_swapped_fields_are_noticed() -> None:
    sealed = seal.parse(sealed_bytes())
    swapped = {
        **sealed.fields,
        seal.SUMMARY: sealed.fields[seal.PAYLOAD],
        seal.PAYLOAD: sealed.fields[seal.SUMMARY],
    }

    with pytest.raises(DamagedError):
        seal.open_all(replace(sealed, fields=swapped), ID, KEY)


def test_fields_of_another_file_are_noticed() -> None:
    mine, theirs = seal.parse(sealed_bytes()), seal.parse(sealed_bytes())

    with pytest.raises(DamagedError):
        seal.open_all(replace(mine, fields=theirs.fields), ID, KEY)


def test_another_key_of_the_same_id_opens_nothing() -> None:
    with pytest.raises(DamagedError):
        seal.open_all(seal.parse(sealed_bytes()), ID, Key(KEY.id, os.urandom(32)))


def test_two_seals_of_the_same_content_share_no_key_and_no_bytes() -> None:
    first, second = seal.parse(sealed_bytes()), seal.parse(sealed_bytes())

    assert seal.unwrap(ID, first.header.wrap, KEY) != seal.unwrap(ID, second.header.wrap, KEY)
    assert first.fields[seal.PAYLOAD] != second.fields[seal.PAYLOAD]


def test_a_later_format_is_told_apart_from_damage() -> None:
    content = bytearray(sealed_bytes())
    content[4] = seal.FORMAT + 1

    with pytest.raises(ProblemError) as caught:
        seal.parse(bytes(content))
    assert caught.value.problem.code is Code.STORE_NEWER


def test_a_key_does_not_show_its_bytes() -> None:
    assert str(KEY.secret) not in repr(KEY)
    assert "secret" not in repr(KEY)


def test_a_file_of_a_later_schema_is_left_to_the_later_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(seal, "SCHEMA", seal.SCHEMA + 1)
        content = b"".join(seal.seal("id", {"payload": b"x"}, KEY).chunks)

    with pytest.raises(ProblemError) as caught:
        seal.parse(content)
    assert caught.value.problem.code is Code.STORE_NEWER


@pytest.mark.parametrize(
    ("head", "is_known"),
    [
        (b"DZW\x1a\x01\x00\x00\x00\x10", True),
        (b"DZW\x1a\x02\x00\x00\x00\x10", False),
        (b"DZW\x1a", True),
        (b"noise", True),
        (b"", True),
    ],
)
def test_the_head_alone_tells_whether_a_later_version_sealed_it(
    head: bytes, is_known: bool
) -> None:
    assert seal.is_known(head) is is_known
