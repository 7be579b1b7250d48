"""A keyring that lives in memory and can be locked, late, refusing or forgetful."""

from __future__ import annotations

from dzwonek.domain.problem import Problem, ProblemError


class MemorySecretBox:
    """Implements SecretBox; `problem` is raised by each call while it is set."""

    def __init__(self, problem: Problem | None = None) -> None:
        self.secrets: dict[str, str] = {}
        self.problem = problem
        self.is_forgetful = False
        self.calls = 0

    def read(self, name: str) -> str | None:
        self._check()
        return self.secrets.get(name)

    def write(self, name: str, value: str) -> None:
        self._check()
        if not self.is_forgetful:
            self.secrets[name] = value

    def forget(self, name: str) -> None:
        self._check()
        self.secrets.pop(name, None)

    def _check(self) -> None:
        self.calls += 1
        if self.problem is not None:
            raise ProblemError(self.problem)
