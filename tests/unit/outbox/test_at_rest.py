"""What a thief of the disk would find: nothing, neither while a report waits nor afterwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox import seal
from tests.fakes.courier_desk import Desk
from tests.fakes.reports import CUSTOMER, DESCRIPTION, NAME, PNG

CANARIES = [
    DESCRIPTION.encode(),
    DESCRIPTION[:20].encode(),
    CUSTOMER.encode(),
    NAME.encode(),
    "Świeczka".encode(),
    b"wsparcie@pomoc.example",
    PNG[:8],
    PNG[100:140],
    b"IEND-canary",
]


def found_in(folder: Path, canaries: list[bytes]) -> list[tuple[str, bytes]]:
    return [
        (path.name, canary)
        for path in folder.rglob("*")
        if path.is_file()
        for content in [path.read_bytes()]
        for canary in canaries
        if canary in content
    ]


def wrap_of(folder: Path, report_id: str) -> bytes:
    content = (folder / "data" / "spool" / f"{report_id}.dzw").read_bytes()
    return seal.parse(content).header.wrap


def test_the_canaries_would_be_found_if_they_were_there(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"".join(CANARIES))

    assert len(found_in(tmp_path, CANARIES)) == len(CANARIES)


def test_no_word_number_name_or_picture_is_readable_while_a_report_waits(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(20):
        desk.submit(number)

    assert (tmp_path / "data" / "index.db-wal").stat().st_size > 0
    assert found_in(tmp_path, CANARIES) == []


@pytest.mark.parametrize("is_delivered", [False, True])
def test_after_discarding_neither_content_nor_key_is_left_in_any_file(
    desk: Desk, tmp_path: Path, is_delivered: bool
) -> None:
    report_id, other = desk.submit(1), desk.submit(2)
    wrap, kept = wrap_of(tmp_path, report_id), wrap_of(tmp_path, other)
    row = desk.outbox.index.row(report_id)
    assert row is not None
    assert row.summary is not None
    if is_delivered:
        desk.look()
        assert desk.entry(report_id).state is State.DELIVERED
    assert found_in(tmp_path, [row.summary])

    desk.outbox.discard(report_id)

    assert found_in(tmp_path, [wrap, row.summary, *CANARIES]) == []
    assert found_in(tmp_path, [kept])


def test_after_the_purge_of_a_delivered_report_its_key_is_in_no_file(
    desk: Desk, tmp_path: Path
) -> None:
    report_id = desk.submit()
    wrap = wrap_of(tmp_path, report_id)

    desk.run(timedelta(days=8))

    assert desk.entry(report_id).state is State.TOMBSTONE
    assert found_in(tmp_path, [wrap, *CANARIES]) == []


def test_logs_name_reports_by_id_and_code_only(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "dzwonek")
    report_id = desk.submit()
    desk.look()
    desk.outbox.discard(report_id)

    assert report_id in caplog.text
    assert not [canary for canary in CANARIES if canary in caplog.text.encode()]
