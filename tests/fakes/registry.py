"""A registry in memory, with the types that Windows gives its values."""

from __future__ import annotations

from dzwonek.config import policy_registry as types
from dzwonek.config.policy_registry import Values

SZ, EXPAND = types.REG_SZ, types.REG_EXPAND_SZ
DWORD, MULTI = types.REG_DWORD, types.REG_MULTI_SZ


class MemoryRegistry:
    """Implements Registry; `error` is raised for the hives that are named in `shut`."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str, str], dict[str, tuple[int, object]]] = {}
        self.shut: dict[str, OSError] = {}

    def put(self, hive: str, key: str, name: str, kind: int, value: object) -> None:
        """Write one value, making its key."""
        self.keys.setdefault((hive, key), {})[name] = (kind, value)

    def values(self, hive: str, key: str) -> Values | None:
        """Give the values of a key."""
        if hive in self.shut:
            raise self.shut[hive]
        return self.keys.get((hive, key))
