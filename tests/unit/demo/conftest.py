"""Fixtures of the demo's unit tests."""

from __future__ import annotations

import pytest

pytest.importorskip("trustme", reason="needs the extra `demo`")
