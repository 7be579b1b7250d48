"""One authority for all tests of the sandbox: making keys is slow."""

from __future__ import annotations

import pytest

from dzwonek.sandbox.certificates import Authority


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Give the sandbox's own authority."""
    return Authority()
