"""The client in front of a sandbox: zones, merging, and what it costs to have one."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from dzwonek.daktela.client import DaktelaClient
from dzwonek.domain.activity import Activity
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind
from dzwonek.domain.problem import Code, trouble
from dzwonek.sandbox import faults
from dzwonek.sandbox.story import AGENT, COLLEAGUE
from tests.servers.daktela_rig import Rig, problem_of, running_rig

ME = Agent(AGENT.title, AGENT.login)
HEAVY = ("requests", "urllib3", "charset_normalizer")


@pytest.fixture
def rig() -> Iterator[Rig]:
    """Give a Daktela."""
    with running_rig() as running:
        yield running


def told(rows: list[dict[str, object]], zone: str = "Europe/Warsaw") -> faults.Fault:
    """Let a list answer with these rows."""
    envelope = {"error": [], "result": {"data": rows, "total": len(rows)}, "_timezone": zone}
    return faults.content(json.dumps(envelope).encode())


def call(id_call: str, time: str, **more: object) -> dict[str, object]:
    row = {"id_call": id_call, "call_time": time, "direction": "in", "clid": "1", "did": "2"}
    return {**row, **more}


def done(type_: str, time: str, item: object = None) -> dict[str, object]:
    return {"type": type_, "time": time, "title": f"{type_} {time}", "item": item}


def test_the_version_proves_a_daktela(rig: Rig) -> None:
    assert rig.client(token=None).check() == "6.27.3"


def test_the_agent_is_whoever_the_token_belongs_to(rig: Rig) -> None:
    assert rig.client(COLLEAGUE.token).who_am_i().agent.name == "Anna Przykładowa"


@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Warsaw", "America/New_York"])
def test_times_are_true_whatever_zone_is_asked_for(rig: Rig, zone: str) -> None:
    found = rig.client(zone=zone).recent(ME)
    expected = rig.daktela.story.now - timedelta(minutes=3)
    assert abs(found[0].occurred_at - expected) < timedelta(seconds=2)
    assert rig.daktela.requests[0].headers["x-timezone-client"] == zone


def test_the_zone_of_the_answer_counts_more_than_the_one_asked_for(rig: Rig) -> None:
    rig.daktela.fail(told([call("1", "2020-07-01 12:00:00")], "Europe/London"), "activitiesCall")
    rig.daktela.fail(told([]), "activities")
    (found,) = rig.client(zone="America/New_York").recent(ME)
    assert found.occurred_at == datetime(2020, 7, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "Europe"])
def test_without_a_usable_zone_in_the_answer_the_one_asked_for_counts(rig: Rig, zone: str) -> None:
    rig.daktela.fail(told([call("1", "2020-07-01 12:00:00")], zone), "activitiesCall")
    rig.daktela.fail(told([]), "activities")
    (found,) = rig.client(zone="Europe/London").recent(ME)
    assert found.occurred_at == datetime(2020, 7, 1, 11, tzinfo=UTC)


def recent(rig: Rig, called: faults.Fault, rest: faults.Fault) -> tuple[Activity, ...]:
    rig.daktela.fail(called, "activitiesCall")
    rig.daktela.fail(rest, "activities")
    return rig.client().recent(ME)


def test_the_newest_ten_of_all_kinds_together_are_listed(rig: Rig) -> None:
    calls = [call(str(hour), f"2020-07-01 {hour:02}:00:00") for hour in range(8, 18)]
    rest = [done("EMAIL", f"2020-07-01 {hour:02}:30:00") for hour in range(8, 18)]
    found = recent(rig, told(calls), told(rest))
    assert [it.kind for it in found] == [Kind.EMAIL, Kind.CALL_IN] * 5
    assert found[0].title == "EMAIL 2020-07-01 17:30:00"


def test_a_call_that_stands_in_both_lists_is_told_once_and_in_its_better_form(rig: Rig) -> None:
    row = call("17", "2020-07-01 12:00:00", id_queue={"title": "Infolinia"})
    poor = {**row, "id_queue": None}
    rest = told([done("CALL", "2020-07-01 12:00:00", poor), done("CHAT", "2020-07-01 11:00:00")])
    found = recent(rig, told([row]), rest)
    assert [(it.kind, it.queue) for it in found] == [(Kind.CALL_IN, "Infolinia"), (Kind.CHAT, "")]


def test_calls_among_activities_help_out_where_the_list_of_calls_is_refused(rig: Rig) -> None:
    rest = told([done("CALL", "2020-07-01 12:00:00", call("17", "2020-07-01 12:00:00"))])
    (found,) = recent(rig, faults.refusal(403), rest)
    assert (found.call_id, found.customer, found.ours) == ("17", "1", "2")


def test_two_empty_lists_are_no_trouble(rig: Rig) -> None:
    assert recent(rig, told([]), told([])) == ()


def test_a_list_of_real_size_is_read(rig: Rig) -> None:
    ballast = {"ticket": {"description": "x" * 40_000}}
    calls = [call(str(n), f"2020-07-01 12:00:{n:02}", **ballast) for n in range(10)]
    assert len(recent(rig, told(calls), told([]))) == 10


def test_one_client_serves_several_threads_at_once(rig: Rig) -> None:
    client = rig.client()
    names: list[str] = []

    def ask() -> None:
        names.append(client.who_am_i().agent.name)
        names.append(client.recent(ME)[0].customer)

    threads = [threading.Thread(target=ask, name=f"test-{number}") for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(names) == sorted([AGENT.title, "730770660"] * 6)


def test_a_keyring_that_does_not_serve_is_told_as_such_and_nothing_is_asked(rig: Rig) -> None:
    def locked() -> str | None:
        raise trouble(Code.KEYRING_LOCKED)

    client = DaktelaClient(rig.daktela.url, locked, rig.authority.client, SystemClock(), "")
    for question in (client.who_am_i, lambda: client.recent(ME)):
        assert problem_of(question).code is Code.KEYRING_LOCKED
    assert rig.daktela.connections == 0


def test_a_trust_that_cannot_be_read_is_told_as_such(rig: Rig) -> None:
    def unreadable() -> ssl.SSLContext:
        raise trouble(Code.SETTINGS_INVALID_VALUE, key="ca_file")

    assert problem_of(rig.client(tls=unreadable).check).code is Code.SETTINGS_INVALID_VALUE


def test_having_a_client_loads_neither_requests_nor_its_kin() -> None:
    code = (
        "import sys, dzwonek.daktela.client\n"
        f"print([name for name in {HEAVY!r}"
        " if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert told.stdout.strip() == "[]"


def test_the_servers_clock_is_told_with_each_reply_even_a_refusal(rig: Rig) -> None:
    heard: list[datetime] = []
    url, tls = rig.daktela.url, rig.authority.client
    client = DaktelaClient(url, lambda: "x", tls, SystemClock(), "", heard=heard.append)
    assert problem_of(client.who_am_i).code is Code.DAKTELA_NOT_SIGNED_IN
    client.check()
    assert len(heard) == 2
    assert all(abs(SystemClock().now() - moment) < timedelta(minutes=1) for moment in heard)
