"""Agents and their work, read out of rows."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dzwonek.daktela import parse
from dzwonek.daktela.envelope import Answer
from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.kinds import Kind

NOW = datetime(2020, 2, 27, 14, 58, tzinfo=UTC)
WARSAW = "Europe/Warsaw"
CALL: dict[str, object] = {
    "id_call": "1582815300.17",
    "call_time": "2020-02-27 15:55:00",
    "direction": "in",
    "answered": True,
    "id_queue": {"name": "1001", "title": "Infolinia"},
    "clid": "730770660",
    "did": "223784756",
    "duration": 187,
    "disposition_cause": "system",
    "disconnection_cause": "",
}
MAIL: dict[str, object] = {
    "type": "EMAIL",
    "time": "2020-02-27 15:40:00",
    "title": "Pytanie o fakturę",
    "queue": {"name": "2001", "title": "Biuro"},
    "item": {"address": "klient1@poczta.example"},
}


def call(**changes: object) -> Activity:
    (found,) = parse.calls([{**CALL, **changes}], WARSAW)
    return found


def mail(**changes: object) -> Activity:
    (found,) = parse.activities([{**MAIL, **changes}], WARSAW)
    return found


def test_the_support_pages_own_call_is_read_whole() -> None:
    assert call() == Activity(
        kind=Kind.CALL_IN,
        occurred_at=datetime(2020, 2, 27, 14, 55, tzinfo=UTC),
        customer="730770660",
        ours="223784756",
        queue="Infolinia",
        call_id="1582815300.17",
        duration=timedelta(seconds=187),
        is_answered=True,
        ended_by="system",
    )


@pytest.mark.parametrize(
    ("direction", "kind"),
    [
        ("in", Kind.CALL_IN),
        ("out", Kind.CALL_OUT),
        ("internal", Kind.OTHER),
        ("OUT", Kind.CALL_OUT),
    ],
)
def test_a_calls_direction_gives_its_kind(direction: str, kind: Kind) -> None:
    assert call(direction=direction).kind is kind


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"title": "Infolinia", "alias": "I", "name": "1001"}, "Infolinia"),
        ({"title": "", "alias": "I", "name": "1001"}, "I"),
        ({"title": None, "name": 1001}, "1001"),
        ("1001", "1001"),
        (1001, "1001"),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_a_queue_is_named_title_then_alias_then_name(value: object, name: str) -> None:
    assert call(id_queue=value).queue == name


@pytest.mark.parametrize(
    ("value", "duration"),
    [
        ("187", timedelta(seconds=187)),
        (0, timedelta(0)),
        (12.5, timedelta(seconds=12.5)),
        (None, None),
        ("", None),
        (-1, None),
        ("nan", None),
        (1e300, None),
        ("inf", None),
        (10**9, None),
        ({}, None),
    ],
)
def test_a_duration_is_seconds_in_any_spelling(value: object, duration: timedelta | None) -> None:
    assert call(duration=value).duration == duration


@pytest.mark.parametrize(
    ("value", "claim"),
    [
        (True, True),
        (False, False),
        (1, True),
        ("0", False),
        ("true", True),
        (None, None),
        ("maybe", None),
        ([], None),
    ],
)
def test_answered_is_yes_no_or_unknown(value: object, claim: bool | None) -> None:
    assert call(answered=value).is_answered is claim


def test_an_unanswered_call_tells_why() -> None:
    assert call(disposition_cause="", disconnection_cause="abandon").ended_by == "abandon"


@pytest.mark.parametrize(
    ("wall", "zone", "utc"),
    [
        ("2020-07-01 12:00:00", "Europe/London", datetime(2020, 7, 1, 11, tzinfo=UTC)),
        ("2020-07-01 12:00:00", "Europe/Warsaw", datetime(2020, 7, 1, 10, tzinfo=UTC)),
        ("2020-01-01 12:00:00", "Europe/Warsaw", datetime(2020, 1, 1, 11, tzinfo=UTC)),
        ("2020-07-01T12:00:00", "Europe/Warsaw", datetime(2020, 7, 1, 10, tzinfo=UTC)),
        ("2020-07-01 12:00:00+00:00", "Europe/Warsaw", datetime(2020, 7, 1, 12, tzinfo=UTC)),
        ("2020-10-25 02:30:00", "Europe/Warsaw", datetime(2020, 10, 25, 0, 30, tzinfo=UTC)),
        ("2020-03-29 02:30:00", "Europe/Warsaw", datetime(2020, 3, 29, 1, 30, tzinfo=UTC)),
        ("2020-07-01 12:00:00", "Mars/Base", datetime(2020, 7, 1, 10, tzinfo=UTC)),
        ("2020-07-01 12:00:00", "Europe", datetime(2020, 7, 1, 10, tzinfo=UTC)),
        ("2020-07-01 12:00:00", "../../etc/passwd", datetime(2020, 7, 1, 10, tzinfo=UTC)),
        ("2020-07-01 12:00:00", "", datetime(2020, 7, 1, 10, tzinfo=UTC)),
    ],
)
def test_wall_times_become_utc_by_the_zone_of_the_answer(
    wall: str, zone: str, utc: datetime
) -> None:
    assert parse.moment(wall, zone) == utc


@pytest.mark.parametrize(
    "value",
    [None, "", "soon", 5, [], "0000-00-00 00:00:00", "0001-01-01 00:00:00", "9999-12-31 23:59:59"],
)
def test_an_impossible_time_leaves_only_its_own_row_out(value: object) -> None:
    rows = [{**CALL, "call_time": value}, CALL]
    zone = "America/New_York" if value == "9999-12-31 23:59:59" else WARSAW
    assert len(parse.calls(rows, zone)) == 1


@pytest.mark.parametrize("direction", [None, "", "sideways", 7, {}])
def test_a_call_without_a_direction_is_left_out(direction: object) -> None:
    assert parse.calls([{**CALL, "direction": direction}], WARSAW) == ()


def test_an_email_is_read_whole() -> None:
    assert mail() == Activity(
        kind=Kind.EMAIL,
        occurred_at=datetime(2020, 2, 27, 14, 40, tzinfo=UTC),
        customer="klient1@poczta.example",
        title="Pytanie o fakturę",
        queue="Biuro",
    )


@pytest.mark.parametrize(
    ("type_", "kind"),
    [("CHAT", Kind.CHAT), ("chat", Kind.CHAT), ("FBM", Kind.CHAT), ("SMS", Kind.OTHER)],
)
def test_the_type_of_an_activity_gives_its_kind(type_: str, kind: Kind) -> None:
    assert mail(type=type_).kind is kind


@pytest.mark.parametrize("type_", ["", "COMMENT", None, 5, {}])
def test_an_activity_of_no_known_kind_is_left_out(type_: object) -> None:
    assert parse.activities([{**MAIL, "type": type_}, MAIL], WARSAW) == (mail(),)


@pytest.mark.parametrize(
    ("changes", "customer"),
    [
        ({"item": 17}, ""),
        ({"item": 17, "contact": {"title": "Klient próbny"}}, "Klient próbny"),
        ({"item": {"phone": "500000009"}}, "500000009"),
        ({"item": {"email": "", "phone": "500000009"}}, "500000009"),
        ({"item": None, "email": "a@poczta.example"}, "a@poczta.example"),
    ],
)
def test_the_other_side_is_named_as_well_as_the_row_allows(
    changes: dict[str, object], customer: str
) -> None:
    assert mail(**changes).customer == customer


def test_an_activity_without_a_time_takes_when_it_was_opened() -> None:
    opened = mail(time=None, time_open="2020-02-27 15:41:00")
    assert opened.occurred_at == datetime(2020, 2, 27, 14, 41, tzinfo=UTC)


def test_a_call_among_activities_counts_when_its_details_are_told() -> None:
    rows = [{**MAIL, "type": "CALL", "item": CALL}, {**MAIL, "type": "CALL", "item": 17}]
    (found,) = parse.activities(rows, WARSAW)
    assert (found.kind, found.customer, found.title) == (
        Kind.CALL_IN,
        "730770660",
        "Pytanie o fakturę",
    )


def answer(user: object) -> Answer:
    return Answer(result={"version": "6.1", "user": user})


def test_the_agent_is_read_whole() -> None:
    user = {
        "title": "Tobiasz Świeczka",
        "name": "tobiasz",
        "email": "t@firma.example",
        "extension": 101,
        "timezone": "Europe/London",
    }
    agent = Agent("Tobiasz Świeczka", "tobiasz", "t@firma.example", "101")
    expected = Identity(agent, IdentitySource.DAKTELA, NOW, "Europe/London")
    assert parse.identity_of(answer(user), NOW) == expected


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"title": " ", "alias": "Tobik", "name": "tobiasz"}, "Tobik"),
        ({"name": "tobiasz", "timezone": "Nowhere"}, "tobiasz"),
        ({"email": "t@firma.example"}, ""),
    ],
)
def test_no_field_of_the_agent_is_demanded(user: dict[str, object], name: str) -> None:
    found = parse.identity_of(answer(user), NOW)
    assert found is not None
    assert (found.agent.name, found.zone) == (name, "")


@pytest.mark.parametrize("user", [None, [], "", {}, 0, "tobiasz"])
def test_an_answer_without_a_user_means_nobody_is_logged_in(user: object) -> None:
    assert parse.identity_of(answer(user), NOW) is None


@pytest.mark.parametrize(
    ("result", "token"),
    [
        ({"accessToken": " abc "}, "abc"),
        ("abc", "abc"),
        ({"accessToken": None}, ""),
        ({}, ""),
        (None, ""),
        (["abc"], ""),
    ],
)
def test_a_login_gives_its_token_in_both_shapes(result: object, token: str) -> None:
    assert parse.token_of(Answer(result=result)) == token


odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["2020-02-27 15:55:00", "in", "CALL", "EMAIL", "CHAT", "0001-01-01 00:00:00"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
fields = sorted({*CALL, *MAIL, "contact", "time_open", "time_close", "title", "email", "phone"})
odd_rows = st.lists(
    st.dictionaries(st.sampled_from(fields), odd)
    | st.dictionaries(st.sampled_from(fields), odd).map(lambda row: {**CALL, **row})
    | st.dictionaries(st.sampled_from(fields), odd).map(lambda row: {**MAIL, **row})
    | st.dictionaries(st.sampled_from(fields), odd).map(
        lambda row: {**MAIL, "type": "CALL", "item": {**CALL, **row}}
    ),
    max_size=5,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(odd_rows, st.sampled_from([WARSAW, "America/New_York", "Pacific/Kiritimati", "", "Mars"]))
def test_no_row_breaks_the_reader_and_good_rows_survive_beside_it(
    rows: list[dict[str, object]], zone: str
) -> None:
    alone = (*parse.calls([CALL], zone), *parse.activities([MAIL], zone))
    beside = (*parse.calls([*rows, CALL], zone), *parse.activities([*rows, MAIL], zone))
    assert set(alone) <= set(beside)
    for activity in beside:
        assert activity.occurred_at.utcoffset() == timedelta(0)
        texts = (activity.customer, activity.ours, activity.title, activity.queue)
        assert all(len(text) <= 254 and text.isprintable() for text in texts)
        json.dumps(texts).encode()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(odd, odd)
def test_no_answer_breaks_the_reading_of_agent_version_and_token(user: object, it: object) -> None:
    for found in (answer(user), Answer(result=it)):
        identity = parse.identity_of(found, NOW)
        assert identity is None or identity.source is IdentitySource.DAKTELA
        assert isinstance(parse.version_of(found), str)
        assert isinstance(parse.token_of(found), str)
