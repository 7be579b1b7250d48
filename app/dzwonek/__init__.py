"""Dzwonek: ring the little bell, and a problem report is on its way to support."""

from __future__ import annotations

__version__ = "0.1.0"
__released__ = "2026-11-22"  # a computer's clock that shows an earlier day is wrong
