"""What the sandbox's Daktela answers, without a network."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dzwonek.sandbox.api import Api, Call
from dzwonek.sandbox.story import AGENT, COLLEAGUE, VERSION, Story

NOW = datetime(2020, 2, 27, 14, 58, tzinfo=UTC)
LOGIN = {"username": AGENT.login, "password": AGENT.password}


def ask(
    target: str, token: str = "", method: str = "GET", body: object = None, **headers: str
) -> tuple[int, dict[str, Any]]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        told["x-auth-token"] = token
    content = b"" if body is None else json.dumps(body).encode()
    status, answer = Api(Story(NOW)).answer(Call(method, f"/api/v6/{target}", told, content), NOW)
    return status, json.loads(answer)


def test_whoim_without_a_token_proves_a_daktela_and_names_nobody() -> None:
    status, answer = ask("whoim.json")
    assert status == 200
    assert answer["result"] == {"version": VERSION, "user": None}


def test_whoim_repeats_the_token_as_the_original_does() -> None:
    _, answer = ask("whoim.json", AGENT.token)
    assert answer["result"]["user"]["title"] == "Tobiasz Świeczka"
    assert answer["result"]["user"]["_sys"]["accessToken"] == AGENT.token


@pytest.mark.parametrize("endpoint", ["activities", "activitiesCall", "tickets", "nothing"])
def test_nothing_else_is_told_without_a_token(endpoint: str) -> None:
    for token in ("", "wrong"):
        assert ask(f"{endpoint}.json", token)[0] == 401


def test_a_token_in_the_address_is_taken_too() -> None:
    assert ask(f"activities.json?accessToken={AGENT.token}")[0] == 200


def test_login_gives_a_token_in_both_shapes() -> None:
    status, answer = ask("login.json", method="POST", body=LOGIN)
    assert (status, answer["result"]["accessToken"]) == (200, AGENT.token)
    assert answer["result"]["user"]["name"] == AGENT.login
    _, bare = ask("login.json", method="POST", body={**LOGIN, "only_token": True})
    assert bare["result"] == AGENT.token
    refresh = {"refreshToken": answer["result"]["refreshToken"]}
    assert ask("login.json", method="PUT", body=refresh)[1]["result"]["accessToken"] == AGENT.token


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({**LOGIN, "password": "źle"}, 401),
        ({**LOGIN, "password": COLLEAGUE.password}, 401),
        ({}, 400),
        ([], 400),
    ],
)
def test_a_wrong_login_is_refused(body: object, status: int) -> None:
    assert ask("login.json", method="POST", body=body)[0] == status


def test_a_form_error_names_its_field() -> None:
    _, answer = ask("login.json", method="POST", body={})
    assert "username" in answer["error"]["form"]


def test_times_are_told_in_the_zone_that_was_asked_for() -> None:
    sort = "activitiesCall.json?sort[0][field]=call_time&sort[0][dir]=desc&take=1"
    expected = {
        "Europe/London": "2020-02-27 14:55:00",
        "Europe/Warsaw": "2020-02-27 15:55:00",
        "": "2020-02-27 15:55:00",
        "Mars/Base": "2020-02-27 15:55:00",
    }
    for zone, time in expected.items():
        _, answer = ask(sort, AGENT.token, **({"x_timezone_client": zone} if zone else {}))
        assert answer["result"]["data"][0]["call_time"] == time
    assert answer["_timezone"] == "Europe/Prague"


def test_the_support_pages_own_call_is_the_agents_newest() -> None:
    query = f"filter[field]=id_agent&filter[value]={AGENT.login}"
    _, answer = ask(f"activitiesCall.json?{query}", AGENT.token)
    newest = max(answer["result"]["data"], key=lambda row: str(row["call_time"]))
    assert (newest["clid"], newest["did"], newest["direction"]) == ("730770660", "223784756", "in")
    assert newest["disposition_cause"] == "system"


def test_totals_come_as_numbers_and_as_text_as_in_the_wild() -> None:
    totals = {
        type(ask(f"{endpoint}.json", AGENT.token)[1]["result"]["total"])
        for endpoint in ("activities", "activitiesEmail")
    }
    assert totals == {int, str}


def test_everything_happened_before_now() -> None:
    _, answer = ask("activities.json", AGENT.token, x_timezone_client="Europe/Warsaw")
    latest = max(str(row["time"]) for row in answer["result"]["data"])
    local = NOW + timedelta(hours=1)
    assert latest < f"{local:%Y-%m-%d %H:%M:%S}"


def test_writing_is_not_allowed() -> None:
    assert ask("activities.json", AGENT.token, "POST", {})[0] == 403
