"""Bracketed queries, and the rows they pick."""

from __future__ import annotations

import pytest

from dzwonek.sandbox.listing import matches, nested, picked
from dzwonek.sandbox.story import Row

ROWS: list[Row] = [
    {"name": "a", "time": "2020-02-27 10:00:00", "agent": {"name": "t", "title": "Tobiasz"}},
    {"name": "b", "time": "2020-02-27 12:00:00", "agent": {"name": "a", "title": "Anna"}},
    {"name": "c", "time": "2020-02-27 00:00:00", "agent": None},
]


def names(*pairs: tuple[str, str]) -> list[object]:
    return [row["name"] for row in picked(ROWS, nested(pairs))[0]]


def test_brackets_become_a_tree() -> None:
    pairs = [("filter[filters][0][field]", "a"), ("take", "5"), ("filter[logic]", "and")]
    assert nested(pairs) == {
        "filter": {"filters": {"0": {"field": "a"}}, "logic": "and"},
        "take": "5",
    }


@pytest.mark.parametrize(
    ("operator", "field", "value", "expected"),
    [
        ("eq", "agent", "t", ["a"]),
        ("neq", "agent", "t", ["b", "c"]),
        ("like", "name", "B", ["b"]),
        ("notlike", "name", "B", ["a", "c"]),
        ("begins", "time", "2020-02-27 1", ["a", "b"]),
        ("ends", "time", "12:00:00", ["b"]),
        ("gt", "time", "2020-02-27 10:00:00", ["b"]),
        ("gte", "time", "2020-02-27 10:00:00", ["a", "b"]),
        ("lt", "time", "2020-02-27 10:00:00", ["c"]),
        ("lte", "time", "2020-02-27", ["c"]),
        ("isnull", "agent", "", ["c"]),
        ("isnotnull", "agent", "", ["a", "b"]),
        ("unknown", "name", "a", []),
    ],
)
def test_each_operator_picks_what_it_says(
    operator: str, field: str, value: str, expected: list[str]
) -> None:
    condition = [("filter[field]", field), ("filter[operator]", operator), ("filter[value]", value)]
    assert names(*condition) == expected


def test_a_bare_date_means_its_midnight() -> None:
    assert matches(ROWS[2], {"field": "time", "operator": "lte", "value": "2020-02-27"})
    assert not matches(ROWS[0], {"field": "time", "operator": "lte", "value": "2020-02-27"})


def test_groups_join_with_and_or_or() -> None:
    two = [
        ("filter[filters][0][field]", "name"),
        ("filter[filters][0][value]", "a"),
        ("filter[filters][1][field]", "agent"),
        ("filter[filters][1][value]", "a"),
    ]
    assert names(*two, ("filter[logic]", "or")) == ["a", "b"]
    assert names(*two, ("filter[logic]", "and")) == []


def test_rows_are_sorted_cut_and_counted() -> None:
    pairs = [("sort[0][field]", "time"), ("sort[0][dir]", "desc"), ("take", "1"), ("skip", "1")]
    page, total = picked(ROWS, nested(pairs))
    assert ([row["name"] for row in page], total) == (["a"], 3)


def test_an_unknown_sort_field_gives_no_rows() -> None:
    assert picked(ROWS, nested([("sort[0][field]", "nothing")])) == ([], 0)


def test_chosen_fields_are_all_that_is_told() -> None:
    page, _ = picked(ROWS, nested([("fields[0]", "name")]))
    assert page == [{"name": "a"}, {"name": "b"}, {"name": "c"}]
