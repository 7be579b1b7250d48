"""The program is killed at every call that matters and at random, against a real Postfix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.conftest import Extent, Figures
from tests.faults.kills_letter import copies
from tests.faults.kills_life import Variant
from tests.faults.kills_nursery import KILLED
from tests.faults.kills_place import base, folder
from tests.faults.kills_points import (
    PARALLEL,
    PointKiller,
    faults_of,
    killed_everywhere,
    named,
    stages_of,
    way_of,
)
from tests.faults.kills_random import BOX, Aftermath, RandomKiller, reckoned
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot import missing as dovecot_missing
from tests.servers.postfix import SUPPORT, Postfix
from tests.servers.postfix import missing as postfix_missing


@pytest.fixture(name="dovecot", scope="module")
def dovecot_fixture(extent: Extent) -> Iterator[Dovecot]:
    """Give support's mailbox, which throws second copies away."""
    reason = dovecot_missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with Dovecot(BOX, base=base(extent)) as dovecot:
        yield dovecot


@pytest.fixture(name="postfix", scope="module")
def postfix_that_copies(dovecot: Dovecot, extent: Extent) -> Iterator[Postfix]:
    """Give a Postfix that keeps what support gets, and hands a copy of it to support's Dovecot."""
    reason = postfix_missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    copied, handed_on = {SUPPORT: BOX}, {BOX: dovecot.transport}
    with Postfix(handed_on=handed_on, copied=copied, base=base(extent)) as postfix:
        yield postfix


@pytest.fixture(name="place")
def place_fixture(extent: Extent) -> Iterator[Path]:
    """Give a folder for stores."""
    with folder(extent) as place:
        yield place


@pytest.fixture(autouse=True)
def _empty_mailboxes(postfix: Postfix, dovecot: Dovecot) -> Iterator[None]:
    yield
    postfix.empty()
    dovecot.empty(BOX)


@pytest.mark.timeout(1200)
def test_killed_at_any_call_of_submit_and_send_nothing_is_lost_and_doubles_have_one_place(
    component: Callable[[str, str], str],
    postfix: Postfix,
    extent: Extent,
    figures: Figures,
    place: Path,
) -> None:
    killer = PointKiller(component("strace", "strace"), postfix, place)
    found = killed_everywhere(killer, extent.of(20, 1))
    postfix.settle()
    received = copies(postfix.messages(SUPPORT))

    hit = [kill for kill in found.kills if kill.code == KILLED]
    doubled = [kill for kill in hit if received[kill.report_id] > 1]
    figures.add(
        "kills",
        f"{len(hit)} kills at {len(stages_of(hit))} stages of submit and send"
        f" over TLS to Postfix: 0 lost, {len(doubled)} doubled, at {named(doubled)}",
    )
    assert faults_of(found, received) == []
    assert found.missed == set()
    assert {kill.code for kill in found.kills} <= {KILLED, 0}
    assert len(hit) >= extent.of(20, 150)
    assert doubled, "nobody was killed between the server's answer and the commit"


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("variant", "fault"), [("mark first", "lost at"), ("after quit", "doubled at")]
)
def test_the_harness_catches_a_courier_that_writes_delivered_at_the_wrong_moment(
    component: Callable[[str, str], str],
    postfix: Postfix,
    extent: Extent,
    figures: Figures,
    place: Path,
    variant: Variant,
    fault: str,
) -> None:
    killer = PointKiller(component("strace", "strace"), postfix, place, variant)
    found = killed_everywhere(killer, extent.of(0, 3), aims=0)
    postfix.settle()
    faults = faults_of(found, copies(postfix.messages(SUPPORT)))

    figures.add("kills, control", f"{variant}: {len(faults)} faults of {len(found.kills)} kills")
    assert any(each.startswith(fault) for each in faults), faults


@pytest.mark.timeout(1200)
def test_killed_at_random_under_load_nothing_is_lost_and_support_sees_no_report_twice(
    postfix: Postfix, dovecot: Dovecot, extent: Extent, figures: Figures, place: Path
) -> None:
    killer = RandomKiller(way_of(postfix), place)
    stores, kills, most = range(extent.of(2, 10)), extent.of(4, 50), extent.of(10, 30)

    found = reckoned(killer, postfix, dovecot, stores, kills, most)

    figures.add("kills", str(found))
    assert found.lost == set()
    assert found.undelivered == 0
    assert found.doubled <= found.uncertain
    assert found.kept.keys() == found.raw.keys()
    assert set(found.kept.values()) == {1}
    assert 1000 * found.doubled <= extent.of(1000, 5) * len(found.raw)


@pytest.mark.timeout(600)
def test_the_harness_catches_couriers_under_load_that_lose_or_repeat(
    postfix: Postfix, extent: Extent, figures: Figures, place: Path
) -> None:
    def aftermath(variant: Variant, seed: int) -> Aftermath:
        killer = RandomKiller(way_of(postfix), place / variant, 0.05, variant)
        return killer.aftermath(seed, extent.of(6, 30), 24)

    kills, naively, lost, doubled = 0, 0, 0, 0
    for seed in range(8):
        with ThreadPoolExecutor(PARALLEL) as pool:
            lossy, naive = pool.map(aftermath, ("mark first", "batch"), (seed, seed))
        postfix.settle()
        raw = copies(postfix.messages(SUPPORT))
        kills += lossy.kills
        naively += len(naive.saved)
        lost += len(lossy.saved - raw.keys())
        doubled += sum(raw[report_id] - 1 for report_id in naive.saved & raw.keys())
        if lost and doubled:
            break
    share = 100 * doubled / naively
    figures.add(
        "kills, control",
        f"{kills} random kills: marked first, {lost} lost; written down after five,"
        f" {share:.1f} % raw duplicates",
    )
    assert lost
    assert share > 0.5
