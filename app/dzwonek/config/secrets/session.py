"""Secrets for this run only, where the keyring does not take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, ProblemError

if TYPE_CHECKING:
    from dzwonek.domain.ports import SecretBox
    from dzwonek.domain.problem import Problem


class SessionBox:
    """The keyring, and beside it the memory of this run.

    What the keyring does not take is held until the program ends and never reaches a file. For
    tokens and passwords; the queue's key has a rule of its own.
    """

    def __init__(self, keyring: SecretBox) -> None:
        self._keyring = keyring
        self._held: dict[str, str] = {}
        self._why: dict[str, Problem] = {}

    @property
    def held(self) -> frozenset[str]:
        """Name the secrets that will be gone when the program ends."""
        return frozenset(self._held)

    def why_held(self, name: str) -> Problem | None:
        """Say why a secret will be gone when the program ends; None = it is not held."""
        return self._why.get(name) if name in self._held else None

    def read(self, name: str) -> str | None:
        """Give the secret; without a keyring there is none but those held.

        Raises ProblemError (KEYRING_LOCKED, KEYRING_LATE, KEYRING_REFUSED).
        """
        if name in self._held:
            return self._held[name]
        try:
            return self._keyring.read(name)
        except ProblemError as error:
            if error.problem.code is Code.KEYRING_MISSING:
                return None
            raise

    def write(self, name: str, value: str) -> None:
        """Store the secret, or hold it where the keyring does not; `held` tells which."""
        try:
            self._keyring.write(name, value)
        except ProblemError as error:
            self._why[name] = error.problem
            self._held[name] = value
        else:
            self._held.pop(name, None)

    def forget(self, name: str) -> None:
        """Remove the secret from both; raises ProblemError when the keyring may still hold it."""
        self._held.pop(name, None)
        try:
            self._keyring.forget(name)
        except ProblemError as error:
            if error.problem.code is not Code.KEYRING_MISSING:
                raise
