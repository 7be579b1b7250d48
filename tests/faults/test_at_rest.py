"""What a thief of the disk finds of a whole working life of the program: nothing."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from dzwonek.domain.delivery import State
from dzwonek.outbox import schema, seal
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.mailbox import PASSWORD, USER, Mailbox
from dzwonek.sandbox.story import AGENT
from tests.fakes.courier_desk import Desk
from tests.fakes.post import Post
from tests.faults.at_rest_life import Orders
from tests.faults.at_rest_search import Canary, hits, size_of
from tests.faults.at_rest_swaps import SWAPS, Store, believed_of_drafts, rows_wrap_and_summary
from tests.faults.conftest import Extent, Figures
from tests.servers.scripted_proxy import ScriptedProxy

ROOT = Path(__file__).parents[2]
CUSTOMER = "730770660"
CUSTOMER_NAME = "Bożena Kanarkowska"
COLLEAGUES = ("Anna Przykładowa", "Józef Żółtodziób")
DESCRIPTION = "rozłączone w trakcie rozmowy o pelargonii"
PROXY_PASSWORD = "haslo-posrednika-na-probe"  # of a proxy on loopback
ON_PURPOSE = "agent's login in program/cache/printed.txt"  # the doctor says who is signed in
WHILE = timedelta(hours=1)
RETENTION = timedelta(days=8)
PROTECTED = "core (0, 0) dumpable 0"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made of prctl and SIGKILL")


def words(orders: Orders) -> list[Canary]:
    """List what nobody may find."""
    customer = orders.customer
    threes = " ".join(customer[start : start + 3] for start in range(0, len(customer), 3))
    named = {
        "token": orders.token,
        "mail password": orders.mail_password,
        "proxy password": orders.proxy_password,
        "customer": customer,
        "customer in threes": threes,
        "customer, international": f"+48 {threes}",
        "customer's name": orders.customer_name,
        "customer's surname": orders.customer_name.split()[1],
        "description": orders.description,
        "a word of the description": orders.description.split()[-1],
        "another word of it": orders.description.split()[0],
        "agent": AGENT.title,
        "agent's surname": AGENT.title.split()[1],
        "agent's login": AGENT.login,
        "sender": orders.sender,
        **{f"colleague {number}": name for number, name in enumerate(orders.colleagues)},
        **{f"surname {number}": name.split()[1] for number, name in enumerate(orders.colleagues)},
    }
    return [Canary(name, word.encode()) for name, word in named.items()]


class Computer:
    """The folders of one program, its servers, and its lives one after another."""

    def __init__(self, folder: Path, orders: Orders) -> None:
        self.orders = orders
        self.canaries = words(orders)
        self.searches = 0
        self.searched = 0
        self.hits: list[str] = []
        folder.mkdir(exist_ok=True)
        self._place = folder / "orders.json"
        self._place.write_bytes(msgspec.json.encode(orders))
        self.home = folder / "computer"
        self.folders = {
            name: self.home / name for name in ("program", "temp", "home", "run", "work")
        }
        for each in self.folders.values():
            each.mkdir(parents=True, mode=0o700)

    @property
    def environment(self) -> dict[str, str]:
        """Give a life its folders."""
        home = self.folders["home"]
        return {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'app'}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "DZWONEK_HOME": str(self.folders["program"]),
            "TMPDIR": str(self.folders["temp"]),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self.folders["run"]),
            **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE")},
        }

    def live(self, name: str) -> int:
        """Let a life go from stop to stop and search at each; give its exit code."""
        command = [sys.executable, "-m", "tests.faults.at_rest_life", str(self._place), name]
        said = self.folders["work"] / f"{name}.txt"
        with (
            said.open("w") as errors,
            subprocess.Popen(
                command,
                env=self.environment,
                cwd=self.folders["work"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            ) as process,
        ):
            assert process.stdin is not None
            assert process.stdout is not None
            for line in process.stdout:
                self._search(**json.loads(line))
                process.stdin.write("go on\n")
                process.stdin.flush()
            process.wait(60)
        self._search(f"{name} has ended", [])
        return process.returncode

    def _search(self, stage: str, seen: list[str]) -> None:
        if stage.startswith("core"):
            assert stage == PROTECTED
            return
        known = {canary.word for canary in self.canaries}
        for word in {base64.b64decode(each) for each in seen} - known:
            self.canaries.append(Canary(f"picture {len(self.canaries)}", word))
        found = [hit for hit in hits([self.home], self.canaries) if hit != ON_PURPOSE]
        self.hits += [f"{stage}: {hit}" for hit in found]
        self.searches += 1
        self.searched += size_of([self.home])


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
