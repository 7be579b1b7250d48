"""Reads the bracketed queries of Daktela's REST API and picks rows by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dzwonek.sandbox.story import Row

Tree = dict[str, object]


def nested(pairs: Iterable[tuple[str, str]]) -> Tree:
    """Turn `filter[filters][0][field]=x` and its like into a tree of mappings."""
    tree: Tree = {}
    for key, value in pairs:
        *path, last = re.findall(r"[^\[\]]+", key) or [key]
        branch = tree
        for step in path:
            deeper = branch.setdefault(step, {})
            if not isinstance(deeper, dict):
                break
            branch = deeper
        branch[last] = value
    return tree


def picked(rows: list[Row], query: Tree) -> tuple[list[Row], int]:
    """Filter, sort and cut; gives the page and how many there were before the cut.

    As in the original, sorting by an unknown field silently gives no rows.
    """
    condition = query.get("filter")
    if isinstance(condition, dict):
        rows = [row for row in rows if matches(row, condition)]
    for rule in reversed(_branches(query.get("sort"))):
        field = str(rule.get("field", ""))
        if any(field not in row for row in rows):
            return [], 0
        rows = sorted(rows, key=lambda row: _plain(row[field]), reverse=rule.get("dir") == "desc")
    start, length = _number(query.get("skip"), 0), _number(query.get("take"), 100)
    page = rows[start : start + length]
    wanted = query.get("fields")
    if isinstance(wanted, dict):
        page = [{key: row[key] for key in wanted.values() if key in row} for row in page]
    return page, len(rows)


def matches(row: Row, condition: Mapping[str, object]) -> bool:
    """Say whether a row fulfils a filter: a group with its logic, or one comparison."""
    if "filters" in condition:
        inner = [matches(row, part) for part in _branches(condition["filters"])]
        return any(inner) if condition.get("logic") == "or" else all(inner)
    if "field" not in condition:
        return all(matches(row, part) for part in _branches(condition))
    found = row.get(str(condition["field"]))
    return _compare(_plain(found), str(condition.get("operator", "eq")), condition.get("value"))


def _compare(found: str, operator: str, wanted: object) -> bool:
    if operator in {"in", "notin"}:
        values = wanted.values() if isinstance(wanted, dict) else [wanted]
        return (found in {str(value) for value in values}) is (operator == "in")
    if operator in {"isnull", "isnotnull"}:
        return (found == "") is (operator == "isnull")
    value = str(wanted)
    if operator in {"gt", "gte", "lt", "lte"}:
        return _ordered(found, operator, value)
    tests = {
        "eq": found == value,
        "neq": found != value,
        "like": value.lower() in found.lower(),
        "notlike": value.lower() not in found.lower(),
        "begins": found.startswith(value),
        "ends": found.endswith(value),
    }
    return tests.get(operator, False)


def _ordered(found: str, operator: str, value: str) -> bool:
    """Compare by order; a bare date means its midnight."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        value += " 00:00:00"
    tests = {"gt": found > value, "gte": found >= value, "lt": found < value, "lte": found <= value}
    return tests[operator]


def _plain(value: object) -> str:
    """Give what a field compares by: an object's name."""
    if isinstance(value, dict):
        value = value.get("name")
    return "" if value is None else str(value)


def _branches(tree: object) -> list[Tree]:
    if not isinstance(tree, dict):
        return []
    return [branch for _, branch in sorted(tree.items()) if isinstance(branch, dict)]


def _number(value: object, otherwise: int) -> int:
    return int(value) if isinstance(value, str) and value.isdigit() else otherwise
