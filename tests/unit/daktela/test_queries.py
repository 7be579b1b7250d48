"""The questions about an agent's work."""

from __future__ import annotations

from urllib.parse import parse_qsl

from dzwonek.daktela.queries import ACTIVITIES, CALLS


def test_calls_are_asked_for_by_agent_newest_first() -> None:
    assert parse_qsl(CALLS.query("tobiasz")) == [
        ("filter[logic]", "and"),
        ("filter[filters][0][field]", "id_agent"),
        ("filter[filters][0][operator]", "eq"),
        ("filter[filters][0][value]", "tobiasz"),
        ("sort[0][field]", "call_time"),
        ("sort[0][dir]", "desc"),
        ("take", "10"),
    ]


def test_activities_are_asked_for_by_user_and_time() -> None:
    asked = dict(parse_qsl(ACTIVITIES.query("tobiasz")))
    assert asked["filter[filters][0][field]"] == "user"
    assert asked["sort[0][field]"] == "time"


def test_a_login_cannot_smuggle_a_parameter_in() -> None:
    asked = parse_qsl(CALLS.query("a&take=9999#x&filter[logic]=or"))
    assert [value for key, value in asked if key == "take"] == ["10"]
    assert asked[3] == ("filter[filters][0][value]", "a&take=9999#x&filter[logic]=or")
