"""Secrets of the demo, in memory: the operator's own keyring is never touched."""

from __future__ import annotations


class MemoryBox:
    """A SecretBox that forgets everything at the end."""

    def __init__(self, **secrets: str) -> None:
        self._secrets = dict(secrets)

    def read(self, name: str) -> str | None:
        """Give the secret, or None."""
        return self._secrets.get(name)

    def write(self, name: str, value: str) -> None:
        """Keep the secret for this run."""
        self._secrets[name] = value

    def forget(self, name: str) -> None:
        """Remove the secret."""
        self._secrets.pop(name, None)
