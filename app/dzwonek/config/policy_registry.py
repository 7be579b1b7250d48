r"""Policies and defaults in the registry of Windows.

`HKLM\Software\Policies` belongs to Group Policy, as does `HKCU\Software\Policies`, which users can
read only. `HKLM\Software\Dzwonek\Dzwonek` is the package's own: defaults, chosen when it is
installed. All of it is read in the 64-bit view, whichever program wrote it.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dzwonek.config.policy_reading import RawPolicy
from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from dzwonek.config.policy_reading import Reader

POLICY_KEY = r"Software\Policies\Dzwonek\Dzwonek"
DEFAULTS_KEY = r"Software\Dzwonek\Dzwonek"
MACHINE, USER = "HKLM", "HKCU"

# The registry's types, winnt.h
REG_SZ = 1
REG_EXPAND_SZ = 2
REG_DWORD = 4
REG_MULTI_SZ = 7
TYPES = {0: "REG_NONE", 3: "REG_BINARY", 5: "REG_DWORD_BIG_ENDIAN", 6: "REG_LINK", 11: "REG_QWORD"}

Values = Mapping[str, tuple[int, object]]  # type and content, by name


class Registry(Protocol):
    """The registry, as far as we read it."""

    def values(self, hive: str, key: str) -> Values | None:
        """Give the values of a key (`hive` HKLM or HKCU), None where there is no such key.

        Raises OSError.
        """
        ...


@dataclass(frozen=True, slots=True)
class StrangeValue:
    """A value of a type that no policy has."""

    kind: str

    def __str__(self) -> str:
        return self.kind


def registry_reader(registry: Registry, hive: str, key: str) -> Reader:
    """Give the reader of one key."""
    return lambda: read_key(registry, hive, key)


def read_key(registry: Registry, hive: str, key: str) -> RawPolicy | None:
    """Read a key, or None where there is none; one that cannot be read carries its problem."""
    source = f"{hive}\\{key}"
    try:
        found = registry.values(hive, key)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        values: dict[str, str | int] = {"path": source, "line": 0, "reason": reason}
        problem = Problem(Code.POLICY_UNREADABLE, values)
        return RawPolicy(source, problem=problem, is_registry=True)
    if found is None:
        return None
    # The nameless value is the key's own, of which no editor of policies knows.
    plain = {name: _plain(kind, value) for name, (kind, value) in found.items() if name}
    return RawPolicy(source, plain, is_registry=True)


def _plain(kind: int, value: object) -> object:
    """Bring a value to the form that TOML would give; variables in it stay as they are."""
    if kind in (REG_SZ, REG_EXPAND_SZ) and isinstance(value, str):
        return value.rstrip("\0")
    if kind == REG_DWORD:
        return 0 if value is None else value  # winreg gives None for one without content
    if kind == REG_MULTI_SZ:
        return [] if value is None else value
    return StrangeValue(TYPES.get(kind, f"REG_{kind}"))


if sys.platform == "win32":
    import winreg

    HIVES = {MACHINE: winreg.HKEY_LOCAL_MACHINE, USER: winreg.HKEY_CURRENT_USER}
    READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    class WindowsRegistry:
        """This computer's registry (port Registry)."""

        def values(self, hive: str, key: str) -> Values | None:
            """Give the values of a key, None where there is no such key; raises OSError."""
            try:
                opened = winreg.OpenKey(HIVES[hive], key, 0, READ)
            except FileNotFoundError:
                return None
            with opened:
                count = winreg.QueryInfoKey(opened)[1]
                found = (winreg.EnumValue(opened, number) for number in range(count))
                return {name: (kind, value) for name, value, kind in found}
