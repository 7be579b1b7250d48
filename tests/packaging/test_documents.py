"""The documents name what is there: links, paths, tests, and the map of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = ("app", "benchmarks", "docs", "packaging", "resources", "tests")
DOCUMENTS = sorted(
    file.relative_to(ROOT).as_posix()
    for file in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob("packaging/**/*.md"),
    )
)
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")
QUOTED = re.compile(r"`([^`\n]+)`")
OURS = re.compile(rf"(?:{'|'.join(TOP)})/[\w./-]+|test_\w+|[\w/]+\.py")
# What is made by the build, or stands for any name.
NOT_IN_GIT = {"app/dzwonek/resources_rc.py", "resources/translations/dzwonek_XX.ts"}


@cache
def there() -> frozenset[str]:
    """Give every file and folder of the sources, each with all the ends of its path."""
    paths = [path.relative_to(ROOT) for top in TOP for path in (ROOT / top).rglob("*")]
    whole = [PurePosixPath(path.as_posix()) for path in paths if "__pycache__" not in path.parts]
    return frozenset(
        "/".join(path.parts[first:]) for path in whole for first in range(len(path.parts))
    )


@cache
def functions() -> frozenset[str]:
    """Give the names of all tests and what they are made of."""
    programs = (file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))
    return frozenset(name for each in programs for name in re.findall(r"^def (\w+)", each, re.M))


def missing(text: str, folder: Path) -> Iterator[str]:
    """Name what a document speaks of and nobody can find; its links count from `folder`."""
    yield from (link for link in LINK.findall(text) if not (folder / link).exists())
    for quoted in QUOTED.findall(text):
        for word in quoted.split():
            if OURS.fullmatch(word) and word not in NOT_IN_GIT and not _is_known(word.rstrip("/.")):
                yield word


def _is_known(name: str) -> bool:
    return name in there() or f"{name}.py" in there() or name in functions()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_names_is_there(name: str) -> None:
    file = ROOT / name
    assert list(missing(file.read_text(encoding="utf-8"), file.parent)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[formats](docs/format.md)",
        "`docs/format.md`",
        "`tests/unit/outbox/test_nothing.py`",
        "`test_nothing`: SIGKILL",
        "`outbox/indices.py`",
        "`python3 packaging/boot.py test`",
    ],
)
def test_what_is_not_there_is_found(text: str) -> None:
    assert list(missing(text, ROOT))


@pytest.mark.parametrize(
    "text",
    [
        "[formats](docs/formats.md#settings), [licence](https://licence.example/x)",
        "`tests/unit/outbox/`, `test_faults`, `store.py`, `outbox/store.py`",
        "`test_what_is_not_there_is_found`",
        "`config/settings.toml` is made by the program",
    ],
)
def test_what_is_there_is_not_complained_about(text: str) -> None:
    assert list(missing(text, ROOT)) == []


def test_the_readme_maps_every_part_of_the_program_and_nothing_else() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawn = readme.partition("app/dzwonek/       the program\n")[2].partition("\nresources/")[0]
    parts = set(re.findall(r"(?<=[ \n])([a-z]+(?:/|\.py)) ?(?=[ \n])", drawn))
    program = ROOT / "app" / "dzwonek"
    made = {"resources_rc.py", "__init__.py", "__main__.py"}
    packages = {f"{file.parent.name}/" for file in program.glob("*/__init__.py")}
    assert parts == packages | {file.name for file in program.glob("*.py")} - made


def test_the_way_of_a_report_in_the_readme_names_modules() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    way = readme.partition("A report's way:\n\n```\n")[2].partition("\n```")[0]
    named = re.findall(r"\b([a-z]+/[a-z_0-9]+)\b", way)
    assert len(named) >= 5
    assert [name for name in named if f"app/dzwonek/{name}.py" not in there()] == []
