"""What a status and a body mean."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dzwonek.daktela.ask import MOST_BYTES, Ask, Reply, judged, unknown_answer
from dzwonek.daktela.envelope import Answer
from dzwonek.domain.problem import Code, Problem, ProblemError

NOW = datetime(2020, 2, 27, 15, 0, tzinfo=UTC)
LIST = Ask("GET", "https://twojanazwa.daktela.com/api/v6/activities.json?take=10", {})
PROOF = Ask("GET", "https://twojanazwa.daktela.com/api/v6/whoim.json", {}, is_proof=True)
LOGIN = Ask("POST", "https://twojanazwa.daktela.com/api/v6/login.json", {}, b"{}", is_login=True)


def problem(reply: Reply, ask: Ask = LIST) -> Problem:
    with pytest.raises(ProblemError) as caught:
        judged(reply, ask, NOW)
    assert caught.value.problem.values["host"] == "twojanazwa.daktela.com"
    return caught.value.problem


def body(error: object, result: object = None) -> bytes:
    return json.dumps({"error": error, "result": result}).encode()


def test_a_good_answer_is_opened() -> None:
    assert judged(Reply(200, body([], {"data": []})), LIST, NOW).result == {"data": []}


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (301, Code.DAKTELA_NOT_A_DAKTELA),
        (304, Code.DAKTELA_NOT_A_DAKTELA),
        (307, Code.DAKTELA_NOT_A_DAKTELA),
        (400, Code.DAKTELA_ANSWER_UNKNOWN),
        (401, Code.DAKTELA_NOT_SIGNED_IN),
        (403, Code.DAKTELA_NO_RIGHT),
        (404, Code.DAKTELA_ANSWER_UNKNOWN),
        (408, Code.DAKTELA_BUSY),
        (418, Code.DAKTELA_ANSWER_UNKNOWN),
        (422, Code.DAKTELA_ANSWER_UNKNOWN),
        (425, Code.DAKTELA_BUSY),
        (429, Code.DAKTELA_BUSY),
        (500, Code.DAKTELA_BUSY),
        (503, Code.DAKTELA_BUSY),
        (511, Code.DAKTELA_ANSWER_UNKNOWN),
    ],
)
def test_each_status_has_its_meaning(status: int, code: Code) -> None:
    assert problem(Reply(status, body(["x"]))).code is code


def test_the_same_refusal_of_a_login_means_a_wrong_password() -> None:
    assert problem(Reply(401, body(["x"])), LOGIN).code is Code.DAKTELA_WRONG_PASSWORD


@pytest.mark.parametrize("content", [b"<h1>404</h1>", b'{"message": "no"}', body(["x"])])
def test_an_address_where_the_proof_is_not_found_is_no_daktela(content: bytes) -> None:
    assert problem(Reply(404, content), PROOF).code is Code.DAKTELA_NOT_A_DAKTELA


def test_a_page_instead_of_json_is_no_daktela() -> None:
    assert problem(Reply(200, b"<!doctype html>")).code is Code.DAKTELA_NOT_A_DAKTELA


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://login.example/wifi?token=SECRET", "https://login.example"),
        ("https://jan:tajne@login.example:8443/x", "https://login.example:8443"),
        ("//login.example/x", "://login.example"),
        ("/gdzie-indziej", ""),
        ("", ""),
        ("https://[zle", ""),
    ],
)
def test_a_redirect_tells_where_it_pointed_and_no_more(location: str, target: str) -> None:
    assert problem(Reply(302, b"", location)).values["target"] == target


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("7", 7),
        ("0", 1),
        ("-5", 1),
        ("9999999", 21600),
        ("9" * 30, 1),
        ("Thu, 27 Feb 2020 15:01:30 GMT", 90),
        ("Thu, 27 Feb 2020 14:00:00 GMT", 1),
        ("Thu, 27 Feb 2020 15:01:30", 90),
        ("jutro", 1),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str, seconds: int) -> None:
    assert problem(Reply(429, b"", retry_after=header)).values["retry_after"] == seconds


def test_the_servers_own_words_are_kept_short_and_clean() -> None:
    found = problem(Reply(400, body({"form": {"a": "zły\u202e " + "x" * 500}})))
    assert str(found.values["detail"]).startswith("zły x")
    assert len(str(found.values["detail"])) <= 200


def test_an_answer_that_is_too_long_is_not_read() -> None:
    assert problem(Reply(200, b" " * (MOST_BYTES + 1))).code is Code.DAKTELA_ANSWER_UNKNOWN


def test_a_good_status_with_the_wrong_content_tells_the_errors_in_it() -> None:
    found = unknown_answer(Answer(result=None, errors=("a", "b")), LIST).problem
    assert (found.code, found.values["detail"]) == (Code.DAKTELA_ANSWER_UNKNOWN, "a; b")


def test_neither_token_nor_password_shows_when_a_request_is_printed() -> None:
    ask = Ask("POST", LOGIN.url, {"X-AUTH-TOKEN": "SECRET"}, b'{"password": "SECRET"}')
    assert "SECRET" not in repr(ask)
    assert "SECRET" not in repr(Reply(200, b"SECRET"))


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Thu, 27 Feb 2020 14:55:00 GMT", datetime(2020, 2, 27, 14, 55, tzinfo=UTC)),
        ("Thu, 27 Feb 2020 15:55:00 +0100", datetime(2020, 2, 27, 14, 55, tzinfo=UTC)),
        ("Fri, 31 Dec 9999 23:00:00 -2300", None),
        ("wczoraj", None),
        ("", None),
    ],
)
def test_the_servers_clock_is_read_from_its_reply(date: str, moment: datetime | None) -> None:
    assert Reply(200, b"", date=date).sent_at == moment
