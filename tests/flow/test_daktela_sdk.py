"""The vendor's own client as an oracle: it takes our sandbox for a Daktela, and asks as we do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from daktela import (
    DaktelaClient,
    DaktelaConfig,
    DaktelaFilter,
    DaktelaForbiddenException,
    DaktelaNotFoundException,
    DaktelaProtocolException,
    DaktelaQuery,
    DaktelaRateLimitException,
    DaktelaSort,
    DaktelaUnauthorizedException,
    DaktelaValidationException,
)
from daktela.http import RateLimitConfig, RetryConfig

from dzwonek.domain.identity import Agent
from dzwonek.sandbox import faults
from dzwonek.sandbox.story import AGENT, COLLEAGUE, VERSION
from tests.servers.daktela_rig import Rig, running_rig

pytestmark = pytest.mark.flow


@pytest.fixture
def rig() -> Iterator[Rig]:
    """Give a Daktela."""
    with running_rig() as running:
        yield running


@pytest.fixture
def vendor(rig: Rig) -> Iterator[DaktelaClient]:
    """Give the vendor's client, signed in, without second attempts."""
    with vendor_client(rig, AGENT.token) as client:
        yield client


@contextmanager
def vendor_client(rig: Rig, token: str) -> Iterator[DaktelaClient]:
    with httpx.Client(verify=rig.authority.client(), timeout=10) as transport:
        yield DaktelaClient(
            DaktelaConfig(rig.daktela.url, token),
            RetryConfig.disabled(),
            RateLimitConfig(max_retries=0),
            transport,
        )


def test_the_vendors_client_finds_the_sandbox_healthy(vendor: DaktelaClient) -> None:
    assert vendor.ping()
    assert vendor.health_check()["healthy"] is True


def test_it_logs_in_with_a_password_and_uses_the_token(rig: Rig) -> None:
    with vendor_client(rig, "nothing-yet") as stranger:
        assert stranger.get("whoim").get("user") is None
        answer = stranger.post("login", {"username": AGENT.login, "password": AGENT.password})
        bare = {"username": AGENT.login, "password": AGENT.password, "only_token": 1}
        assert stranger.post("login", bare).data == AGENT.token
        fresh = stranger.put("login", {"refreshToken": answer.get("refreshToken")})
    assert answer.get("accessToken") == fresh.get("accessToken") == AGENT.token
    assert answer.get("user")["title"] == AGENT.title
    with vendor_client(rig, AGENT.token) as client:
        told = client.get("whoim")
    assert told.get("version") == VERSION
    assert told.get("user")["title"] == "Tobiasz Świeczka"


def test_it_lists_calls_by_the_agents_name(vendor: DaktelaClient) -> None:
    query = DaktelaQuery().filter(DaktelaFilter.eq("id_agent", AGENT.login)).take(3)
    answer = vendor.get("activitiesCall", query.sort(DaktelaSort.desc("call_time")))
    assert (len(answer), answer.total) == (3, 8)
    assert (answer.as_list()[0]["clid"], answer.as_list()[0]["did"]) == ("730770660", "223784756")
    times = [row["call_time"] for row in answer]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize(
    ("endpoint", "count"),
    [("activitiesCall", 10), ("activities", 16), ("activitiesEmail", 3), ("activitiesWeb", 3)],
)
def test_it_walks_every_list_page_by_page(vendor: DaktelaClient, endpoint: str, count: int) -> None:
    assert len(vendor.get_all(endpoint, page_size=3)) == count


def test_its_filters_pick_what_they_say(vendor: DaktelaClient) -> None:
    def picked(*filters: DaktelaFilter) -> set[str]:
        rows = vendor.get_all("activitiesCall", DaktelaQuery().filters(*filters))
        return {str(row["clid"]) for row in rows}

    assert picked(DaktelaFilter.eq("clid", "730770660")) == {"730770660"}
    assert picked(DaktelaFilter.begins("clid", "7307")) == {"730770660"}
    assert picked(DaktelaFilter.eq("id_agent", COLLEAGUE.login)) == {"500000007", "500000008"}
    assert picked(DaktelaFilter.in_("clid", ["102", "500000001"])) == {"102", "500000001"}
    either = DaktelaFilter.or_(DaktelaFilter.eq("clid", "102"), DaktelaFilter.like("clid", "0001"))
    assert picked(either) == {"102", "500000001"}
    assert picked(DaktelaFilter.eq("direction", "out"), DaktelaFilter.gt("duration", "60")) == {
        "500000001"
    }


def test_sorting_by_an_unknown_field_silently_gives_no_rows(vendor: DaktelaClient) -> None:
    answer = vendor.get("activitiesCall", DaktelaQuery().sort(DaktelaSort.desc("time")))
    assert answer.is_success
    assert (answer.as_list(), answer.total) == ([], 0)


def test_a_choice_of_fields_is_kept_to(vendor: DaktelaClient) -> None:
    answer = vendor.get("activitiesCall", DaktelaQuery().fields("clid", "did").take(1))
    assert set(answer.as_list()[0]) == {"clid", "did"}


def test_it_understands_every_refusal(rig: Rig, vendor: DaktelaClient) -> None:
    with vendor_client(rig, "wrong") as stranger:
        with pytest.raises(DaktelaUnauthorizedException, match="Unauthorized"):
            stranger.get("activities")
        with pytest.raises(DaktelaUnauthorizedException, match="Invalid"):
            stranger.post("login", {"username": AGENT.login, "password": "źle"})
        with pytest.raises(DaktelaValidationException, match="blank"):
            stranger.post("login", {})
    with pytest.raises(DaktelaNotFoundException):
        vendor.get("nothing")
    with pytest.raises(DaktelaForbiddenException):
        vendor.post("activities", {"title": "x"})
    rig.daktela.fail(faults.refusal(429, Retry_After="7"))
    with pytest.raises(DaktelaRateLimitException) as limited:
        vendor.get("activities")
    assert limited.value.retry_after == 7
    rig.daktela.fail(faults.captive_portal())
    with pytest.raises(DaktelaProtocolException):
        vendor.get("activities")


@pytest.mark.parametrize("login", [AGENT.login, "zażółć gęślą@firma.example", "a&b=c[0]#%"])
def test_our_addresses_equal_the_vendors(rig: Rig, vendor: DaktelaClient, login: str) -> None:
    rig.client().check()
    rig.client().recent(Agent("x", login))
    vendor.get("whoim")
    for endpoint, who, when in (
        ("activitiesCall", "id_agent", "call_time"),
        ("activities", "user", "time"),
    ):
        query = DaktelaQuery().filter(DaktelaFilter.eq(who, login)).sort(DaktelaSort.desc(when))
        vendor.get(endpoint, query.take(10))
    targets = [request.target for request in rig.daktela.requests]
    ours, theirs = targets[:3], targets[3:]
    assert sorted(map(parted, ours)) == sorted(map(parted, theirs))
    assert sorted(ours) == sorted(theirs)  # to the byte, even


def parted(target: str) -> tuple[str, list[tuple[str, str]]]:
    parts = urlsplit(target)
    return parts.path, sorted(parse_qsl(parts.query))


def test_both_clients_read_the_same_calls(rig: Rig, vendor: DaktelaClient) -> None:
    query = DaktelaQuery().filter(DaktelaFilter.eq("id_agent", AGENT.login))
    rows = vendor.get_all("activitiesCall", query)
    ours = rig.client().recent(Agent(AGENT.title, AGENT.login))
    told = {row["id_call"]: (row["clid"], row["did"], row["duration"]) for row in rows}
    calls = [activity for activity in ours if activity.call_id]
    assert calls
    for call in calls:
        assert call.duration is not None
        seconds = call.duration.total_seconds()
        assert told[call.call_id] == (call.customer, call.ours, seconds)
