"""Every program that a test needs is one that the bootstrap installs."""

from __future__ import annotations

import re
from pathlib import Path

import bootstrap_system
from tests.session.programs import PACKAGES

TESTS = Path(__file__).parents[1]
CALL = re.compile(r"\b(?:need|component)\(\s*\"([A-Za-z0-9_.-]+)\"(?:,\s*\"([a-z0-9.-]+)\")?")
# Of packages that every Debian has, and the names that tests of the helpers themselves make up.
ALWAYS_THERE = {"mount", "util-linux"}
MADE_UP = {"no-such-program"}


def needed() -> dict[str, str]:
    """Map each program that a test asks for to its Debian package."""
    found = {}
    for path in sorted(TESTS.rglob("*.py")):
        for program, package in CALL.findall(path.read_text(encoding="utf-8")):
            if program not in MADE_UP:
                found[program] = package or PACKAGES.get(program, program)
    return found


def test_the_bootstrap_installs_what_the_tests_need() -> None:
    provided = {*bootstrap_system.NEEDS["test"], *ALWAYS_THERE}
    provided |= {"xfconfd"} if "xfconf" in provided else set()
    provided |= {"display", "convert"} if "imagemagick" in provided else set()
    missing = {program: package for program, package in needed().items() if package not in provided}
    assert missing == {}


def test_the_search_finds_something() -> None:
    assert {"xterm", "strace", "import"} <= set(needed())
