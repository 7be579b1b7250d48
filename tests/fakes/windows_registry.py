"""A Windows registry in memory."""

from __future__ import annotations

from dzwonek.desktop.registry_windows import Hive


class FakeRegistry:
    """Values in memory; an `error` is raised at every writing."""

    def __init__(self) -> None:
        self.values: dict[tuple[Hive, str, str], str | bytes] = {}
        self.written: list[str] = []
        self.error: OSError | None = None

    def text(self, hive: Hive, key: str, name: str) -> str | None:
        value = self.values.get((hive, key, name))
        return value if isinstance(value, str) else None

    def binary(self, hive: Hive, key: str, name: str) -> bytes | None:
        value = self.values.get((hive, key, name))
        return value if isinstance(value, bytes) else None

    def write(self, hive: Hive, key: str, name: str, text: str) -> None:
        self._change(key)
        self.values[hive, key, name] = text

    def remove(self, hive: Hive, key: str, name: str) -> None:
        self._change(key)
        self.values.pop((hive, key, name), None)

    def _change(self, key: str) -> None:
        if self.error is not None:
            raise self.error
        self.written.append(key)
