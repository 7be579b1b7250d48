"""Plain values of a file, checked against what our data wants."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Annotated, Any, Literal

import pytest

from dzwonek.config.typed import WrongValueError, made


@dataclass(frozen=True)
class Inner:
    """One record."""

    count: Annotated[int, range(1, 4)]
    sender: str = field(default="", metadata={"name": "from"})


@dataclass(frozen=True)
class Outer:
    """A record of records."""

    inner: tuple[Inner, ...]
    words: Mapping[str, str] = field(default_factory=dict)


def test_a_table_becomes_a_record() -> None:
    table = {"inner": [{"count": 1}, {"count": 3, "from": "x"}], "words": {"a": "b"}}
    assert made(Outer, table) == Outer((Inner(1), Inner(3, "x")), {"a": "b"})


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        (str, 5),
        (int, True),
        (int, "5"),
        (int, 5.0),
        (bool, 1),
        (time, "09:00"),
        (Literal["a", "b"], "c"),
        (Literal["a", "b"], ["a"]),
        (Annotated[int, range(1, 4)], 4),
        (Annotated[int, range(1, 4)], True),
        (tuple[str, ...], "abc"),
        (tuple[str, ...], ["a", 1]),
        (Mapping[str, str], {"a": 1}),
        (Mapping[str, str], []),
        (Inner, []),
    ],
)
def test_nothing_is_converted_silently(wanted: Any, value: object) -> None:
    with pytest.raises(WrongValueError):
        made(wanted, value)


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ({}, "inner"),
        ({"inner": [{"count": 1}, {}]}, "inner[1].count"),
        ({"inner": [{"count": 1, "from": 2}]}, "inner[0].from"),
        ({"inner": [], "words": {"a": 1}}, "words.a"),
    ],
)
def test_the_wrong_place_is_named(table: object, path: str) -> None:
    with pytest.raises(WrongValueError) as caught:
        made(Outer, table)
    assert caught.value.path == path


def test_what_is_read_before_the_icon_stands_imports_nothing_heavy() -> None:
    look = (
        "import sys\n"
        "from dzwonek.config.places import places\n"
        "from dzwonek.config.policy import effective\n"
        "from dzwonek.config.profile import load_profile\n"
        "from dzwonek.config.settings import load\n"
        "from dzwonek.config.logs import start_logging\n"
        "where = places(dict(DZWONEK_HOME='.'))\n"
        "load_profile(effective(load(where.settings_file).settings, {}).settings.profile.name)\n"
        "heavy = {'msgspec', 'tomlkit', 'keyring', 'holidays', 'phonenumbers', 'ssl', 'zoneinfo',\n"
        "         'truststore', 'platformdirs', 'importlib.resources', 'logging.handlers'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path = {sys.path!r}\n{look}"],
        capture_output=True,
        text=True,
        check=True,
    )
    expected = {"linux": "[]"}.get(sys.platform, told.stdout.strip())
    assert told.stdout.strip() == expected
