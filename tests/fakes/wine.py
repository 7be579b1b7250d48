"""What wine lacks of Windows, all in one place: tests of it are passed over there, and only there.

https://gitlab.winehq.org/wine/wine; each point was seen in wine 8.0.
"""

from __future__ import annotations

import ctypes
import sys

import pytest


def is_wine() -> bool:
    """Say whether this is wine's Windows: its ntdll tells, as its FAQ recommends."""
    if sys.platform != "win32":
        return False
    return hasattr(ctypes.WinDLL("ntdll.dll"), "wine_get_version")


IS_WINE = is_wine()

checks_chains = pytest.mark.skipif(
    IS_WINE, reason="wine takes a chain without its root for a good one, and adds no root of ours"
)
