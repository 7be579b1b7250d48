"""The wrapping of Daktela's answers, in the shapes seen in the wild."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dzwonek.daktela.envelope import MOST_ERRORS, Answer, opened, rows


def answer(document: object) -> Answer:
    found = opened(json.dumps(document).encode())
    assert found is not None
    return found


@pytest.mark.parametrize(
    "result",
    [
        {"data": [{"name": "a"}, {"name": "b"}], "total": 2},
        {"data": [{"name": "a"}, {"name": "b"}], "total": "2"},
        {"data": {"a": {"name": "a"}, "b": {"name": "b"}}, "total": 2},
        {"data": [{"name": "a"}, None, 7, "x", [], {"name": "b"}]},
        [{"name": "a"}, {"name": "b"}],
    ],
)
def test_rows_are_found_in_every_known_shape(result: object) -> None:
    assert rows(answer({"error": [], "result": result})) == ({"name": "a"}, {"name": "b"})


@pytest.mark.parametrize("result", [None, "text", 5, {}, {"data": None}, {"data": "x"}])
def test_what_is_no_list_is_told_apart_from_an_empty_one(result: object) -> None:
    assert rows(answer({"result": result})) is None
    assert rows(answer({"result": {"data": []}})) == ()


@pytest.mark.parametrize(
    ("error", "texts"),
    [
        ([], ()),
        (None, ()),
        (["a"], ("a",)),
        ("a", ("a",)),
        ({"form": {"title": "a"}}, ("a",)),
        ({"form": {"title": {"inner": ["a", "b"]}}}, ("a", "b")),
        ({"primary": ["a"]}, ("a",)),
        ({"primary": ["a"], "form": {"x": "b"}}, ("a", "b")),
        ([{"deep": [[["a"]]]}], ("a",)),
        (["a\u202e\n"], ("a",)),
        ([5, None, True], ()),
    ],
)
def test_error_texts_are_found_in_every_known_shape(error: object, texts: tuple[str, ...]) -> None:
    assert answer({"error": error, "result": None}).errors == texts


def test_a_flood_of_errors_is_cut() -> None:
    assert len(answer({"error": ["x"] * 1000}).errors) == MOST_ERRORS


def test_an_error_may_stand_beside_a_result() -> None:
    found = answer({"error": ["careful"], "result": {"data": [{"name": "a"}]}})
    assert found.errors == ("careful",)
    assert rows(found) == ({"name": "a"},)


def test_the_token_that_the_server_repeats_is_dropped_at_the_border() -> None:
    user = {"name": "t", "_sys": {"accessToken": "SECRET"}}
    found = answer({"result": {"user": user, "list": [{"_sys": "SECRET"}]}, "_sys": "SECRET"})
    assert found.result == {"user": {"name": "t"}, "list": [{}]}
    assert "SECRET" not in repr(found.result)


def test_an_answer_does_not_show_its_content_when_it_is_printed() -> None:
    assert "SECRET" not in repr(answer({"result": {"accessToken": "SECRET"}}))


def test_a_byte_order_mark_does_not_disturb() -> None:
    found = opened(b"\xef\xbb\xbf" + json.dumps({"result": {"version": "6"}}).encode())
    assert found == Answer(result={"version": "6"}, has_result=True)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html>",
        b"[1, 2]",
        b'"text"',
        b'{"a": ',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_json_object_is_no_answer(body: bytes) -> None:
    assert opened(body) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=20,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_no_body_at_all_breaks_the_reader(body: bytes) -> None:
    found = opened(body)
    if found is not None:
        rows(found)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(json_values, json_values)
def test_no_envelope_breaks_the_reader(result: object, error: object) -> None:
    found = answer({"result": result, "error": error, "_timezone": error})
    for row in rows(found) or ():
        assert isinstance(row, dict)
