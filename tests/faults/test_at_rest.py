"""What a thief of the disk finds of a whole working life of the program: nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox import schema, seal
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.mailbox import PASSWORD, USER, Mailbox
from dzwonek.sandbox.story import AGENT
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.faults.at_rest_computer import Computer, words
from tests.faults.at_rest_life import Orders
from tests.faults.at_rest_search import Canary, hits
from tests.faults.at_rest_swaps import SWAPS, Store, believed_of_drafts, rows_wrap_and_summary
from tests.faults.conftest import Extent, Figures
from tests.servers.scripted_proxy import ScriptedProxy

CUSTOMER = "730770660"
CUSTOMER_NAME = "Bożena Kanarkowska"
COLLEAGUES = ("Anna Przykładowa", "Józef Żółtodziób")
DESCRIPTION = "rozłączone w trakcie rozmowy o pelargonii"
PROXY_PASSWORD = "haslo-posrednika-na-probe"  # of a proxy on loopback
WHILE = timedelta(hours=1)
RETENTION = timedelta(days=8)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of prctl and SIGKILL")


@dataclass(frozen=True, slots=True)
class Servers:
    """What the program speaks to, and what it is to be told."""

    orders: Orders
    mailbox: Mailbox
    proxy: ScriptedProxy


@pytest.fixture
def servers(tmp_path: Path, extent: Extent) -> Iterator[Servers]:
    """Run a Daktela, a mailbox and a proxy."""
    authority = Authority()
    folder = tmp_path / "servers"
    folder.mkdir()
    certificate = authority.server()
    with (
        SandboxDaktela(certificate) as daktela,
        Mailbox(certificate) as mailbox,
        ScriptedProxy() as proxy,
    ):
        orders = Orders(
            daktela=daktela.url,
            ca_file=str(authority.write(folder / "authority.pem")),
            mail_port=mailbox.port,
            mail_user=USER,
            mail_password=PASSWORD,
            proxy_port=proxy.port,
            proxy_password=PROXY_PASSWORD,
            token=AGENT.token,
            login=AGENT.login,
            customer=CUSTOMER,
            customer_name=CUSTOMER_NAME,
            colleagues=COLLEAGUES,
            description=DESCRIPTION,
            sender=AGENT.email,
            reports=extent.of(2, 12),
            keyring=str(folder / "keyring.json"),
        )
        yield Servers(orders, mailbox, proxy)
        assert daktela.unexpected == []


@pytest.mark.timeout(600)
def test_no_word_secret_or_picture_lies_in_any_file_from_the_first_draft_to_the_purge(
    tmp_path: Path, servers: Servers, extent: Extent, figures: Figures
) -> None:
    kinds = {"no keyring": replace(servers.orders, keyring=""), "keyring": servers.orders}
    found = []
    for kind, told in tuple(kinds.items())[: extent.of(1, 2)]:
        began, before = time.monotonic(), len(servers.mailbox.letters)
        computer = Computer(tmp_path / kind, told)

        codes = [computer.live(name) for name in ("working_day", "day_after", "week_after")]

        errors = "".join(path.read_text() for path in computer.folders["work"].glob("*.txt"))
        assert codes == [-9, 0, 0], errors
        spellings = sum(len(canary.spellings()) for canary in computer.canaries)
        figures.add(
            "at rest",
            f"{kind}: {told.reports} reports, {len(computer.canaries)} words in {spellings}"
            f" spellings, {computer.searches} searches of {computer.searched // 1_000_000} MB"
            f" together, {len(computer.hits)} hits, {time.monotonic() - began:.0f} s",
        )
        found += computer.hits
        assert len(servers.mailbox.letters) - before == told.reports - 1
        logs = computer.folders["program"] / "logs"
        assert any("life week_after" in path.read_text() for path in logs.iterdir())
    assert any(b"Proxy-Authorization" in request for request in servers.proxy.requests)
    assert found == []


@pytest.mark.timeout(300)
def test_the_harness_catches_a_log_line_with_the_description(
    tmp_path: Path, servers: Servers, figures: Figures
) -> None:
    computer = Computer(tmp_path, replace(servers.orders, is_leaky=True))

    computer.live("working_day")

    figures.add("at rest", f"control, a talkative log: {len(computer.hits)} hits")
    assert any("description in program/logs/" in hit for hit in computer.hits)


def test_every_spelling_of_every_word_would_be_found(tmp_path: Path, servers: Servers) -> None:
    for number, canary in enumerate(words(servers.orders)):
        for turn, spelling in enumerate(canary.spellings()):
            place = tmp_path / f"{number}-{turn}"
            place.mkdir()
            (place / "file").write_bytes(b"before " + spelling + b" behind")
            assert hits([place], [canary]) == [f"{canary.name} in file"]


@pytest.mark.timeout(300)
def test_swapped_rows_files_headers_and_fields_are_never_believed(
    tmp_path: Path, extent: Extent, figures: Figures
) -> None:
    believed, tries = [], 0
    for swap in SWAPS:
        for turn in range(extent.of(1, 20)):
            store = Store(tmp_path / f"{swap.__name__}-{turn}", 3)
            source, target, _ = Random(turn).sample(sorted(store.sent), 3)
            swap(store, source, target)
            tries += 1
            believed += [f"{swap.__name__} {turn}: {text}" for text in store.believed(target)]
    more, wrong = believed_of_drafts(tmp_path / "drafts")
    figures.add(
        "at rest",
        f"swaps: {tries} of reports ({len(SWAPS)} kinds), {more} of drafts and names,"
        f" {len(believed) + len(wrong)} believed",
    )
    assert believed + wrong == []


def test_the_harness_catches_a_seal_without_associated_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    monkeypatch.setattr(seal, "_aad", lambda *_: b"")
    store = Store(tmp_path, 3)
    source, target, _ = sorted(store.sent)

    rows_wrap_and_summary(store, source, target)

    believed = store.believed(target)
    figures.add("at rest", f"control, no associated data: {believed[:1]}")
    assert any("another's words" in text for text in believed)


def remains(folder: Path, reports: int, *, is_purge: bool = False) -> list[str]:
    """Destroy every second report, or deliver and purge all; search for their keys and words."""
    store = Store(folder, reports)
    ended = sorted(store.sent)[:: 1 if is_purge else 2]
    rows = [row for row in store.outbox.index.rows() if row.id in ended]
    assert len(rows) == len(ended)
    if is_purge:
        desk = Desk(store.outbox, Post(), store.clock)
        desk.run(WHILE)
        assert desk.outbox.tally().waiting == 0
        desk.run(RETENTION)
    else:
        for report_id in ended:
            store.outbox.discard(report_id)
    assert {store.outbox.index.row(each.id).state for each in rows} == {State.TOMBSTONE}  # type: ignore[union-attr]  # tombstones stay
    canaries = [Canary(f"key of {row.id}", row.wrap or b"") for row in rows]
    canaries += [Canary(f"words of {row.id}", row.summary or b"") for row in rows]
    found = hits([folder / "data"], canaries)
    store.outbox.close()
    return found + hits([folder / "data"], canaries)


def test_no_key_and_no_sealed_word_of_a_destroyed_report_is_left_without_a_vacuum(
    tmp_path: Path, extent: Extent, figures: Figures
) -> None:
    reports = extent.of(40, 400)
    found = remains(tmp_path / "discarded", reports)
    found += remains(tmp_path / "purged", reports, is_purge=True)
    figures.add(
        "at rest",
        f"{reports // 2} of {reports} reports destroyed, {reports} purged: {len(found)} remains",
    )
    assert found == []


def test_the_harness_catches_an_index_that_does_not_overwrite_what_it_deletes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    whole = schema.settings

    def careless(*, is_network_drive: bool) -> tuple[str, ...]:
        settings = whole(is_network_drive=is_network_drive)
        return tuple(
            setting.replace("secure_delete=ON", "secure_delete=OFF") for setting in settings
        )

    monkeypatch.setattr(schema, "settings", careless)
    found = remains(tmp_path, 40)
    figures.add("at rest", f"control, secure_delete=OFF: {len(found)} remains of 20 reports")
    assert found
