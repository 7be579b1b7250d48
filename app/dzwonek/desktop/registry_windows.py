"""Reads and writes single values of the Windows registry, for autostart and mail programs."""

from __future__ import annotations

import sys
from enum import Enum
from typing import Protocol


class Hive(Enum):
    """Whose part of the registry it is."""

    COMPUTER = "HKLM"
    USER = "HKCU"
    CLASSES = "HKCR"  # what the other two say of kinds of files and addresses


class Registry(Protocol):
    """What is asked of the registry; each call raises OSError."""

    def text(self, hive: Hive, key: str, name: str) -> str | None:
        """Give a value that is text, or None where there is none; "" names the key's own."""
        ...

    def binary(self, hive: Hive, key: str, name: str) -> bytes | None:
        """Give a value that is bytes, or None where there is none."""
        ...

    def write(self, hive: Hive, key: str, name: str, text: str) -> None:
        """Write a value that is text."""
        ...

    def remove(self, hive: Hive, key: str, name: str) -> None:
        """Remove a value; nothing happens where there is none."""
        ...


if sys.platform == "win32":
    import winreg

    HIVES = {
        Hive.COMPUTER: winreg.HKEY_LOCAL_MACHINE,
        Hive.USER: winreg.HKEY_CURRENT_USER,
        Hive.CLASSES: winreg.HKEY_CLASSES_ROOT,
    }

    class SystemRegistry:
        """The registry of this computer, as 64-bit programs see it (port Registry)."""

        def text(self, hive: Hive, key: str, name: str) -> str | None:
            """Read it."""
            value = self._value(hive, key, name)
            return value if isinstance(value, str) else None

        def binary(self, hive: Hive, key: str, name: str) -> bytes | None:
            """Read it."""
            value = self._value(hive, key, name)
            return value if isinstance(value, bytes) else None

        def write(self, hive: Hive, key: str, name: str, text: str) -> None:
            """Write it as REG_SZ."""
            access = winreg.KEY_SET_VALUE | winreg.KEY_WOW64_64KEY
            with winreg.CreateKeyEx(HIVES[hive], key, 0, access) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove(self, hive: Hive, key: str, name: str) -> None:
            """Remove it."""
            access = winreg.KEY_SET_VALUE | winreg.KEY_WOW64_64KEY
            try:
                with winreg.OpenKey(HIVES[hive], key, 0, access) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return

        def _value(self, hive: Hive, key: str, name: str) -> object:
            access = winreg.KEY_QUERY_VALUE | winreg.KEY_WOW64_64KEY
            try:
                with winreg.OpenKey(HIVES[hive], key, 0, access) as opened:
                    value, kind = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return winreg.ExpandEnvironmentStrings(value) if kind == winreg.REG_EXPAND_SZ else value
