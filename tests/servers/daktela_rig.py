"""A Daktela of the sandbox with a client of ours in front of it, for tests of either."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from dzwonek.daktela.client import DaktelaClient
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Problem, ProblemError
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.story import AGENT

ZONE = "Europe/Warsaw"
DEADLINE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Rig:
    """One authority and one Daktela."""

    authority: Authority
    daktela: SandboxDaktela

    def client(
        self,
        token: str | None = AGENT.token,
        *,
        url: str = "",
        deadline: timedelta = DEADLINE,
        zone: str = ZONE,
        tls: Callable[[], ssl.SSLContext] | None = None,
    ) -> DaktelaClient:
        """Make a client, by default one that is signed in."""
        return DaktelaClient(
            url or self.daktela.url,
            lambda: token,
            tls or self.authority.client,
            SystemClock(),
            zone,
            deadline,
        )


@contextmanager
def running_rig() -> Iterator[Rig]:
    """Run a Daktela, and see that it found no mistake of its own."""
    authority = Authority()
    with SandboxDaktela(authority.server()) as daktela:
        yield Rig(authority, daktela)
    assert daktela.unexpected == []


def problem_of(question: Callable[[], object]) -> Problem:
    """Ask, and give the problem that has to come."""
    try:
        answer = question()
    except ProblemError as error:
        return error.problem
    raise AssertionError(f"no problem, but {answer!r}")
