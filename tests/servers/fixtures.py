"""Servers as fixtures; a test module imports the ones it wants."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.servers.postfix import Postfix, missing


@pytest.fixture(name="postfix", scope="module")
def postfix_fixture() -> Iterator[Postfix]:
    """Give a running Postfix; where it cannot run the summary says why, and CI fails."""
    reason = missing()
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    with Postfix() as postfix:
        yield postfix
