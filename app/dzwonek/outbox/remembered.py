"""The names and the identity this computer remembers between reports, in one sealed file."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import msgspec

from dzwonek.domain.identity import Remembered
from dzwonek.domain.problem import ProblemError
from dzwonek.outbox.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from dzwonek.outbox.keys import KeyRing

NAME = "remembered"

_log = logging.getLogger(__name__)


class RememberedText(msgspec.Struct, frozen=True):
    """What the file holds, in JSON."""

    version: int
    remembered: Remembered


class SealedMemory:
    """Keeps what is remembered (port Memory); safe from any thread, not from the GUI's."""

    def __init__(self, path: Path, keys: KeyRing) -> None:
        self._path = path
        self._vault = Vault(keys)
        self._lock = threading.Lock()

    def load(self) -> Remembered:
        """Give what is remembered; nothing remembered when it cannot be read."""
        try:
            content = self._vault.read(self._path, NAME)
            return msgspec.json.decode(content, type=RememberedText).remembered
        except FileNotFoundError:
            return Remembered()
        except ProblemError as error:
            _log.info("remembered names unreadable code=%s", error.problem.code.value)
        except msgspec.MsgspecError as error:
            _log.info("remembered names unreadable error=%s", type(error).__name__)
        return Remembered()

    def save(self, remembered: Remembered) -> None:
        """Replace what is remembered; a failure is logged, not raised."""
        content = msgspec.json.encode(RememberedText(1, remembered))
        try:
            with self._lock:
                self._vault.store(self._path, NAME, content)
        except ProblemError as error:
            _log.info("names not remembered code=%s", error.problem.code.value)
