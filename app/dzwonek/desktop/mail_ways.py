"""Which ways lead to a mail program on this desktop, in their order."""

from __future__ import annotations

import ntpath
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from dzwonek.desktop.mail_child import Errand, mail_address
from dzwonek.desktop.openers import found, has_opener
from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.ports import Handed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dzwonek.desktop.registry_windows import Registry
    from dzwonek.domain.ports import Unsent

CLIENTS = r"Software\Clients\Mail"
CHOSEN = r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.eml\UserChoice"
CHOSEN_ADDRESS = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\mailto\UserChoice"
WRITING = timedelta(minutes=10)  # a person reads the message over before sending it
OPENING = timedelta(seconds=30)
BECOMING = timedelta(seconds=2)  # an opener that is still alive by then has become the program
READING = timedelta(minutes=2)  # until a program that was just started has read its file
ATTACHING = timedelta(minutes=30)  # some read an attachment only when the message is sent


@dataclass(frozen=True, slots=True)
class Files:
    """The message on the disk: the .eml, and (path, name) of each attachment."""

    eml: str
    attachments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """A process to be started, what it is told, and how long it may take.

    One that `becomes` the program is left alone when it is still alive by then.
    """

    command: tuple[str, ...]
    told: bytes = b""
    deadline: timedelta = OPENING
    becomes: bool = False


class Way(Protocol):
    """One way to a mail program."""

    @property
    def handed(self) -> Handed:
        """Say what arrives by this way."""
        ...

    @property
    def keep(self) -> timedelta:
        """Say how long the files are needed when the process has ended."""
        ...

    def is_there(self) -> bool:
        """Say whether a program for this way is installed."""
        ...

    def start(self, message: Unsent, files: Files) -> Start:
        """Say what to start."""
        ...


class ByMapi:
    """A new message with everything, in the program that is registered for Simple MAPI."""

    handed = Handed.WHOLE
    keep = timedelta()

    def __init__(self, registry: Registry, child: Sequence[str]) -> None:
        self._registry = registry
        self._child = tuple(child)

    def is_there(self) -> bool:
        """Look for the library of the user's mail program, or of the computer's."""
        return bool(self._library())

    def start(self, message: Unsent, files: Files) -> Start:
        """Start our own process, which loads that library."""
        errand = Errand(
            "mapi",
            folder=ntpath.dirname(self._library()),
            recipients=message.recipients,
            subject=message.subject,
            text=message.text,
            files=files.attachments,
        )
        return Start(self._child, errand.written(), WRITING)

    def _library(self) -> str:
        for chosen_in in (Hive.USER, Hive.COMPUTER):
            name = self._registry.text(chosen_in, CLIENTS, "")
            if not name:
                continue
            for hive in (Hive.USER, Hive.COMPUTER):
                for value in ("DLLPathEx", "DLLPath"):
                    path = self._registry.text(hive, rf"{CLIENTS}\{name}", value)
                    if path:
                        return path
        return ""


class ByFile:
    """The .eml, opened by the program that Windows has for such files."""

    handed = Handed.FILE
    keep = READING

    def __init__(self, registry: Registry, child: Sequence[str]) -> None:
        self._registry = registry
        self._child = tuple(child)

    def is_there(self) -> bool:
        """Look for what the user chose for .eml, or what was installed for it."""
        chosen = self._registry.text(Hive.USER, CHOSEN, "ProgId")
        return bool(chosen or self._registry.text(Hive.CLASSES, ".eml", ""))

    def start(self, message: Unsent, files: Files) -> Start:
        """Start our own process, which asks the shell."""
        return Start(self._child, Errand("open", files.eml).written())


class ByAddress:
    """A new message by a `mailto:` address: without the pictures."""

    handed = Handed.WORDS
    keep = timedelta()

    def __init__(self, registry: Registry, child: Sequence[str]) -> None:
        self._registry = registry
        self._child = tuple(child)

    def is_there(self) -> bool:
        """Look for what the user chose for such addresses, or what was installed for them."""
        chosen = self._registry.text(Hive.USER, CHOSEN_ADDRESS, "ProgId")
        command = r"mailto\shell\open\command"
        return bool(chosen or self._registry.text(Hive.CLASSES, command, ""))

    def start(self, message: Unsent, files: Files) -> Start:
        """Start our own process, which asks the shell."""
        address = mail_address(message.recipients, message.subject, message.text)
        return Start(self._child, Errand("open", address).written())


class ByXdgOpen:
    """The .eml, opened by the program that a freedesktop desktop has for such files."""

    handed = Handed.FILE
    keep = READING

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def is_there(self) -> bool:
        """Ask the desktop what opens an .eml."""
        is_known = has_opener("message/rfc822", self._environment)
        return is_known and bool(found("xdg-open", self._environment))

    def start(self, message: Unsent, files: Files) -> Start:
        """Start xdg-open, which may become the program."""
        command = (found("xdg-open", self._environment), files.eml)
        return Start(command, deadline=BECOMING, becomes=True)


class ByXdgEmail:
    """A new message with the .eml in it; its words stay out of the list of processes."""

    handed = Handed.ASKED
    keep = ATTACHING

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def is_there(self) -> bool:
        """Ask the desktop what opens `mailto:`."""
        is_known = has_opener("x-scheme-handler/mailto", self._environment)
        return is_known and bool(found("xdg-email", self._environment))

    def start(self, message: Unsent, files: Files) -> Start:
        """Start xdg-email, which may become the program."""
        words = ("--subject", message.name, "--attach", files.eml, *message.recipients)
        command = (found("xdg-email", self._environment), "--utf8", *words)
        return Start(command, deadline=BECOMING, becomes=True)
