"""Pictures of the screen: taken, shown small, covered and encoded."""

from __future__ import annotations
