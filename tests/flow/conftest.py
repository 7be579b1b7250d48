"""Fixtures of the flow tests: real sessions and servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.servers.fixtures import postfix_fixture  # noqa: F401  # the fixture `postfix`
from tests.session.x_session import XSession
from tests.session.x_session import x_session as run_session


@pytest.fixture
def start_x_session() -> Iterator[Callable[..., XSession]]:
    """Start sessions of any shape (the arguments of `tests.session.x_session.x_session`)."""
    with ExitStack() as stack:
        yield lambda **shape: stack.enter_context(run_session(**shape))


@pytest.fixture
def x_session(start_x_session: Callable[..., XSession]) -> XSession:
    """Give a whole session: two monitors, openbox, trayer, dunst, an unlocked keyring."""
    return start_x_session()


@pytest.fixture
def bare_session(start_x_session: Callable[..., XSession]) -> XSession:
    """Give a display with a window manager and nothing else."""
    return start_x_session(tray=None, notices=False, keyring=False, bus=False)
