"""A Daktela made by hand, for tests of what stands above it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.kinds import Kind
from dzwonek.domain.problem import Code, Problem, ProblemError

NOW = datetime(2020, 2, 27, 14, 58, tzinfo=UTC)
AGENT = Agent("Tobiasz Świeczka", "tobiasz.swieczka", "tobiasz.swieczka@firma.example", "101")
CALL = Activity(
    kind=Kind.CALL_IN,
    occurred_at=NOW - timedelta(minutes=3),
    customer="730770660",
    ours="223784756",
    queue="Infolinia",
    call_id="1582815300.100",
    duration=timedelta(seconds=187),
    is_answered=True,
    ended_by="system",
)
MAIL = Activity(
    kind=Kind.EMAIL,
    occurred_at=NOW - timedelta(minutes=7),
    customer="klient1@poczta.example",
    title="Pytanie o fakturę za luty",
    queue="Biuro obsługi",
)
CHAT = Activity(
    kind=Kind.CHAT,
    occurred_at=NOW - timedelta(minutes=19),
    customer="klient2@poczta.example",
    title="Rozmowa ze strony",
    queue="Czat na stronie",
)


@dataclass(slots=True)
class FakeAgentDesk:
    """Fills the port AgentDesk, `check` and `login` beside it; set `problem` to make it fail.

    `asked` holds the names of the methods that were called, in order.
    """

    agent: Agent = AGENT
    activities: tuple[Activity, ...] = (CALL, MAIL, CHAT)
    problem: Problem | None = None
    password: str = "dzwonek-na-probe"
    token: str = "token"
    now: datetime = NOW
    asked: list[str] = field(default_factory=list)

    def fail(self, code: Code, **values: str | int) -> None:
        """Make every further question fail."""
        self.problem = Problem(code, values)

    def check(self) -> str:
        """Give a version."""
        self._note("check")
        return "6.27.3"

    def login(self, user: str, password: str) -> str:
        """Give the token for the right password."""
        self._note("login")
        if (user, password) != (self.agent.login, self.password):
            raise ProblemError(Problem(Code.DAKTELA_WRONG_PASSWORD, {"host": "daktela.test"}))
        return self.token

    def who_am_i(self) -> Identity:
        """Give the agent at the desk."""
        self._note("who_am_i")
        return Identity(self.agent, IdentitySource.DAKTELA, self.now, "Europe/Warsaw")

    def recent(self, agent: Agent) -> tuple[Activity, ...]:
        """Give the activities to the agent with the right login, none to anybody else."""
        self._note("recent")
        if not agent.login or agent.login != self.agent.login:
            return ()
        newest = sorted(self.activities, key=lambda it: it.occurred_at, reverse=True)
        return tuple(newest[:10])

    def _note(self, name: str) -> None:
        self.asked.append(name)
        if self.problem is not None:
            raise ProblemError(self.problem)
