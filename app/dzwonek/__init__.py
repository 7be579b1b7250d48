"""Dzwonek: ring the little bell, and a problem report is on its way to support."""

from __future__ import annotations

__version__ = "0.1.0"
