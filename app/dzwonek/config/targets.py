"""Places whose reachability is measured, as they stand in the settings: a host and a port."""

from __future__ import annotations

import re
from typing import NamedTuple

FORM = "HOST:PORT"
PLACE = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|\w(?:[\w.-]{0,251}[\w.])?):(?P<port>[0-9]{1,5})"
)


class Target(NamedTuple):
    """A host (a name or an address) and a TCP port."""

    host: str
    port: int


def parsed(text: str) -> Target | None:
    """Read `host:port`, an IPv6 address in brackets; None for anything else."""
    found = PLACE.fullmatch(text)
    if found is None or not 0 < int(found["port"]) < 65536:
        return None
    return Target(found["host"].strip("[]"), int(found["port"]))


class Targets:
    """All that one entry of the setting may be."""

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and parsed(text) is not None

    def __str__(self) -> str:
        return FORM
