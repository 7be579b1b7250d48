"""What every AgentDesk keeps to: the fake that tests lean on, and the client on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from dzwonek.domain.identity import Agent, IdentitySource
from dzwonek.domain.kinds import Kind
from dzwonek.domain.ports import AgentDesk
from dzwonek.domain.problem import Code
from dzwonek.sandbox import faults
from dzwonek.sandbox.story import AGENT
from tests.fakes.agent_desk import FakeAgentDesk
from tests.servers.daktela_rig import Rig, problem_of, running_rig

ME = Agent(AGENT.title, AGENT.login, AGENT.email, AGENT.extension)


class Stand(Protocol):
    """A desk, and ways to make it fail."""

    @property
    def desk(self) -> AgentDesk: ...

    def fail(self, code: Code) -> None:
        """Make every further question end with this problem."""
        ...


@dataclass(frozen=True, slots=True)
class FakeStand:
    """The hand-made desk."""

    desk: FakeAgentDesk

    def fail(self, code: Code) -> None:
        self.desk.fail(code, host="daktela.test")


@dataclass(slots=True)
class RealStand:
    """The client, in front of a server that fails as it is told."""

    rig: Rig
    deadline: timedelta = timedelta(seconds=5)

    @property
    def desk(self) -> AgentDesk:
        return self.rig.client(deadline=self.deadline)

    def fail(self, code: Code) -> None:
        if code is Code.DAKTELA_LATE:
            self.deadline = timedelta(seconds=1)
        self.rig.daktela.fail(
            {
                Code.DAKTELA_NO_RIGHT: faults.refusal(403),
                Code.DAKTELA_NOT_SIGNED_IN: faults.refusal(401),
                Code.DAKTELA_BUSY: faults.refusal(503),
                Code.DAKTELA_UNREACHABLE: faults.reset(),
                Code.DAKTELA_LATE: faults.late(timedelta(seconds=30)),
                Code.DAKTELA_NOT_A_DAKTELA: faults.captive_portal(),
            }[code]
        )


@pytest.fixture(params=["fake", "client"])
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    """Give a desk of each sort."""
    if request.param == "fake":
        yield FakeStand(FakeAgentDesk())
        return
    with running_rig() as rig:
        yield RealStand(rig)


def test_it_names_the_agent_and_where_the_knowledge_came_from(stand: Stand) -> None:
    identity = stand.desk.who_am_i()
    assert identity.agent == ME
    assert identity.source is IdentitySource.DAKTELA
    assert identity.as_of.utcoffset() == timedelta(0)
    assert identity.zone == "Europe/Warsaw"


def test_recent_work_is_of_all_kinds_newest_first_and_ten_at_most(stand: Stand) -> None:
    found = stand.desk.recent(ME)
    times = [activity.occurred_at for activity in found]
    assert times == sorted(times, reverse=True)
    assert len(found) <= 10
    assert {Kind.CALL_IN, Kind.EMAIL, Kind.CHAT} <= {activity.kind for activity in found}
    assert all(time.utcoffset() == timedelta(0) for time in times)


def test_the_newest_is_the_support_pages_own_call(stand: Stand) -> None:
    newest = stand.desk.recent(ME)[0]
    assert (newest.kind, newest.customer, newest.ours) == (Kind.CALL_IN, "730770660", "223784756")
    assert newest.occurred_at <= datetime.now(UTC)


def test_each_thing_is_listed_once(stand: Stand) -> None:
    found = stand.desk.recent(ME)
    assert len(set(found)) == len(found)
    assert len({it.call_id for it in found if it.call_id}) == len(
        [it for it in found if it.call_id]
    )


def test_an_agent_without_a_login_has_no_list(stand: Stand) -> None:
    assert stand.desk.recent(Agent("Anna Przykładowa")) == ()


def test_an_unknown_agent_has_an_empty_list(stand: Stand) -> None:
    assert stand.desk.recent(Agent("Nikt", "nikt")) == ()


@pytest.mark.parametrize(
    "code",
    [
        Code.DAKTELA_NO_RIGHT,
        Code.DAKTELA_NOT_SIGNED_IN,
        Code.DAKTELA_BUSY,
        Code.DAKTELA_UNREACHABLE,
        Code.DAKTELA_LATE,
        Code.DAKTELA_NOT_A_DAKTELA,
    ],
)
def test_every_trouble_is_a_problem_with_the_host(stand: Stand, code: Code) -> None:
    stand.fail(code)
    for question in (stand.desk.who_am_i, lambda: stand.desk.recent(ME)):
        problem = problem_of(question)
        assert problem.code is code
        assert problem.values["host"]
