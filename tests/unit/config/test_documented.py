"""The pages about settings and policy name what the program knows, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dzwonek.config.policy_places import LINUX_FOLDER, MAC_FILE, MAC_LIBRARY
from dzwonek.config.policy_registry import DEFAULTS_KEY, MACHINE, POLICY_KEY, USER
from dzwonek.config.policy_table import POLICIES, PolicyKind
from dzwonek.config.settings import paths

DOCS = Path(__file__).parents[3] / "docs"
REGISTRY = {
    PolicyKind.TEXT: "REG_SZ",
    PolicyKind.CHOICE: "REG_SZ",
    PolicyKind.NUMBER: "REG_DWORD",
    PolicyKind.SWITCH: "REG_DWORD",
    PolicyKind.LIST: "REG_MULTI_SZ",
}


def rows(page: str, heading: str) -> list[list[str]]:
    """Give the cells of the first table below a heading."""
    text = (DOCS / page).read_text(encoding="utf-8").partition(f"# {heading}\n")[2]
    table = text.partition("|---")[2].partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table]


def test_every_setting_stands_in_the_formats_page_with_its_default() -> None:
    told = {row[0].strip("`"): row[2].strip("`") for row in rows("formats.md", "`settings.toml`")}
    assert told == {
        name: json.dumps(list(value) if isinstance(value, tuple) else value)
        for name, value in paths()
    }


def test_every_policy_stands_in_the_guide_with_its_registry_type() -> None:
    table = rows("administrator.md", "The policies")
    told = [(row[0].strip("`"), row[3].strip(" |")) for row in table]
    assert told == [
        (entry.name, "REG_EXPAND_SZ" if entry.is_expandable else REGISTRY[entry.kind])
        for entry in POLICIES
    ]
    fixed = {row[0].strip("`"): row[1] for row in table}
    for entry in POLICIES:
        assert fixed[entry.name] == f"`{entry.path}`" if entry.path else fixed[entry.name]


def test_the_guide_names_every_place_where_an_administrator_writes() -> None:
    guide = (DOCS / "administrator.md").read_text(encoding="utf-8")
    for place in (
        rf"{MACHINE}\{POLICY_KEY}",
        rf"{USER}\{POLICY_KEY}",
        rf"{MACHINE}\{DEFAULTS_KEY}",
        f"{LINUX_FOLDER.as_posix()}/policy.toml",
        f"{LINUX_FOLDER.as_posix()}/defaults.toml",
        f"{MAC_LIBRARY.as_posix()}/Managed Preferences/{MAC_FILE}",
        f"{MAC_LIBRARY.as_posix()}/Managed Preferences/<user>/{MAC_FILE}",
        f"{MAC_LIBRARY.as_posix()}/Preferences/{MAC_FILE}",
    ):
        assert f"`{place}`" in guide, place


@pytest.mark.parametrize("entry", [entry for entry in POLICIES if entry.choices])
def test_every_choice_of_a_setting_is_named(entry: object) -> None:
    by_path = {row[0].strip("`"): row[1] for row in rows("formats.md", "`settings.toml`")}
    policy = next(one for one in POLICIES if one is entry)
    assert tuple(re.findall(r"`([^`]+)`", by_path[policy.path])) == policy.choices
