"""Opens web pages and telephone numbers in the program that the desktop has for them."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.desktop.mail_child import Ended, Errand
from dzwonek.desktop.openers import found, has_opener
from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dzwonek.desktop.registry_windows import Registry
    from dzwonek.domain.ports import Links

SCHEMES = frozenset({"https", "mailto", "tel"})
# What an address is made of (RFC 3986 §2): no blank, no quotation mark, nothing of a shell's.
ADDRESS = re.compile(r"(https://|mailto:|tel:)[A-Za-z0-9!#$%&'()*+,./:;=?@_~\[\]-]+")
CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
COMMAND = r"{name}\shell\open\command"
OPENING = timedelta(seconds=2)  # an opener that is still alive by then has become the program
ANSWERING = timedelta(seconds=30)  # of Windows's shell, which may ask the user which program
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, of a console program


def links_for(environment: Mapping[str, str], platform: str, command: Sequence[str]) -> Links:
    """Give the way of `platform` (port Links); `command` starts this program."""
    if sys.platform == "win32" and platform == "win32":
        from dzwonek.desktop.registry_windows import SystemRegistry

        return WindowsLinks(environment, SystemRegistry(), (*command, "mail-window"))
    return FreedesktopLinks(environment) if platform == "linux" else NoLinks()


def scheme_of(address: str) -> str:
    """Give the kind of an address that may be opened; raises ProblemError (LINK_FAILED)."""
    if not ADDRESS.fullmatch(address):
        raise trouble(Code.LINK_FAILED, address=address)
    return address.partition(":")[0]


class NoLinks:
    """Opens nothing: what is needed can still be copied."""

    def can_open(self, scheme: str) -> bool:
        """Say that nothing does."""
        return False

    def open(self, address: str) -> None:
        """Raise ProblemError (LINK_FAILED with `address`)."""
        raise trouble(Code.LINK_FAILED, address=address)


class FreedesktopLinks:
    """Asks xdg-mime or GIO who opens what, and has xdg-open do it; never through a shell."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take the environment for the programs that are started."""
        self._environment = dict(environment)
        self._opened: list[subprocess.Popen[bytes]] = []

    def can_open(self, scheme: str) -> bool:
        """Say whether a program for `https`, `mailto` or `tel` is installed."""
        kind = f"x-scheme-handler/{scheme}"
        return scheme in SCHEMES and has_opener(kind, self._environment)

    def open(self, address: str) -> None:
        """Open the address; raises ProblemError (LINK_FAILED with `address`)."""
        opener = found("xdg-open", self._environment)
        if not self.can_open(scheme_of(address)) or not opener:
            raise trouble(Code.LINK_FAILED, address=address)
        self._opened = [each for each in self._opened if each.poll() is None]
        try:
            started = self._start(opener, address)
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


class WindowsLinks:
    """Looks in the registry who opens what; a process of its own asks Windows's shell to do it.

    https://learn.microsoft.com/windows/win32/shell/default-programs
    """

    def __init__(
        self, environment: Mapping[str, str], registry: Registry, child: Sequence[str]
    ) -> None:
        """Take the command of the process that asks the shell, for `desktop.mail_child`."""
        self._environment = dict(environment)
        self._registry = registry
        self._child = tuple(child)

    def can_open(self, scheme: str) -> bool:
        """Say whether what the user chose, or what was installed, can be started."""
        if scheme not in SCHEMES:
            return False
        try:
            chosen = self._registry.text(Hive.USER, CHOICE.format(scheme=scheme), "ProgId")
            return any(self._can_start(name) for name in (chosen, scheme) if name)
        except OSError:
            return False

    def open(self, address: str) -> None:
        """Open the address; raises ProblemError (LINK_FAILED with `address`)."""
        if not self.can_open(scheme_of(address)):
            raise trouble(Code.LINK_FAILED, address=address)
        try:
            asked = subprocess.run(
                self._child,
                env=self._environment,
                input=Errand("open", address).written(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=ANSWERING.total_seconds(),
                creationflags=NO_WINDOW if sys.platform == "win32" else 0,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise trouble(Code.LINK_FAILED, address=address) from error
        if asked.returncode != Ended.TAKEN:
            raise trouble(Code.LINK_FAILED, address=address)

    def _can_start(self, name: str) -> bool:
        """Programs of the store have a delegate in the place of a command line."""
        key = COMMAND.format(name=name)
        values = (self._registry.text(Hive.CLASSES, key, v) for v in ("", "DelegateExecute"))
        return any(values)
