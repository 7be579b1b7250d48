"""The only door to the system's keyring: with a deadline, and only to keyrings that protect."""

from __future__ import annotations

from dzwonek.config.secrets.box import KeyringBox, KeyringState
from dzwonek.config.secrets.session import SessionBox

__all__ = ["KeyringBox", "KeyringState", "SessionBox"]
