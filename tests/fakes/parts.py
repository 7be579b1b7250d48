"""The parts of the use cases, all in memory."""

from __future__ import annotations

from dzwonek.config.profile import load_profile
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import Envelope
from dzwonek.domain.identity import Agent
from dzwonek.domain.ports import AgentDesk, Channel
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.reporting.letter import Address, Letters
from dzwonek.reporting.shrink import smaller
from dzwonek.reporting.submit import Submission
from tests.fakes.boxes import MemoryDrafts, MemoryOutbox, PlainMemory
from tests.fakes.mail_program import FakeMailProgram
from tests.fakes.post import Post

SUPPORT = "daktela@daktela.pl"


class MemoryParts:
    """Fills `Parts` of the reception; without a desk, no Daktela is configured."""

    def __init__(self, desk: AgentDesk | None = None) -> None:
        self.clock = SystemClock()
        self.drafts = MemoryDrafts()
        self.outbox = MemoryOutbox()
        self.memory = PlainMemory()
        self.host = "twojanazwa.daktela.com"
        self.configured_agent = Agent("Tobiasz Świeczka")
        self.nudges = 0
        self._desk = desk
        self.post = Post()
        self.mail_program = FakeMailProgram()
        profile = load_profile("daktela-pl")
        writing = (profile, self._address, self.clock, "dzwonek 0", "Europe/Warsaw")
        self.letters = Letters(*writing)
        self.submission = Submission(self.drafts, self.outbox, self.letters)

    def agent_desk(self) -> AgentDesk:
        if self._desk is None:
            raise trouble(Code.DAKTELA_NOT_CONFIGURED)
        return self._desk

    def channel(self, name: str) -> Channel:
        return self.post.channel(name)

    def smaller(self, envelope: Envelope, limit: int) -> Envelope | None:
        return smaller(envelope, limit, load_profile("daktela-pl").words)

    def nudge(self) -> None:
        self.nudges += 1

    def _address(self, is_test: bool) -> Address:
        return Address("dzwonek@firma.example", (SUPPORT,))


FULL = Problem(Code.DISK_FULL)
