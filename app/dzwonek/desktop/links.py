"""Opens web pages, mail and telephone numbers in the program that the desktop has for them."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = frozenset({"https", "mailto", "tel"})
ASKING = timedelta(seconds=5)
OPENING = timedelta(seconds=2)  # an opener that is still alive by then has become the program


class Links:
    """Asks the desktop who opens what; each call starts a program, so call off the GUI thread."""

    def __init__(self, environment: Mapping[str, str], platform: str) -> None:
        """Take the environment for the programs that are started, and `sys.platform`."""
        self._environment = dict(environment)
        self._platform = platform
        self._opened: list[subprocess.Popen[bytes]] = []

    def can_open(self, scheme: str) -> bool:
        """Say whether a program for `https`, `mailto` or `tel` is installed."""
        if scheme not in SCHEMES or self._platform != "linux":
            return False
        kind = f"x-scheme-handler/{scheme}"
        asked = self._said("xdg-mime", "query", "default", kind)
        if asked is not None:
            return asked.strip().endswith(".desktop")
        return ".desktop" in (self._said("gio", "mime", kind) or "")

    def open(self, address: str) -> None:
        """Open the address; raises ProblemError (LINK_FAILED with `address`)."""
        scheme = address.partition(":")[0].lower()
        if not self.can_open(scheme):
            raise trouble(Code.LINK_FAILED, address=address)
        self._opened = [opener for opener in self._opened if opener.poll() is None]
        try:
            started = self._start(self._find("xdg-open"), address)
            status = started.wait(OPENING.total_seconds())
        except subprocess.TimeoutExpired:
            self._opened.append(started)
            return
        except OSError as error:
            raise trouble(Code.LINK_FAILED, address=address) from error
        if status:
            raise trouble(Code.LINK_FAILED, address=address)

    def _start(self, opener: str, address: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            (opener, address),
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _said(self, *command: str) -> str | None:
        try:
            asked = subprocess.run(
                (self._find(command[0]), *command[1:]),
                env={**self._environment, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=ASKING.total_seconds(),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return asked.stdout

    def _find(self, program: str) -> str:
        found = shutil.which(program, path=self._environment.get("PATH", os.defpath))
        if found is None:
            raise FileNotFoundError(program)
        return found
