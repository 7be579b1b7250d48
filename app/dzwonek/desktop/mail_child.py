"""What the process does that speaks to the mail program on Windows: it may hang, or crash.

It is told what to do on its standard input, and says how it ended by its exit code.
"""

from __future__ import annotations

import json
import ntpath
import os
import sys
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

# What ShellExecuteEx takes of an address (INTERNET_MAX_URL_LENGTH is 2083).
LONGEST_ADDRESS = 2000
CUT_SHORT = "\r\n(…)"


class Ended(IntEnum):
    """How such a process ends; every other code is a crash or a fault."""

    TAKEN = 0
    CLOSED = 3
    REFUSED = 4


@dataclass(frozen=True, slots=True)
class Errand:
    """What the process has to do: `mapi` with the parts, or `open` a file or an address.

    `folder` is where the mail program's own libraries lie; `files` are (path, name) pairs.
    """

    way: str
    place: str = ""
    folder: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    files: tuple[tuple[str, str], ...] = ()

    def written(self) -> bytes:
        """Write it down for the process."""
        return json.dumps(asdict(self)).encode()


def read_errand(content: bytes) -> Errand:
    """Read what `written` wrote; raises ValueError, TypeError and KeyError."""
    told = json.loads(content)
    told["recipients"] = tuple(told["recipients"])
    told["files"] = tuple((path, name) for path, name in told["files"])
    return Errand(**told)


def mail_address(recipients: Sequence[str], subject: str, text: str) -> str:
    """Write the address (RFC 6068) of a new message; a text too long for one is cut short."""
    to = ",".join(quote(one, safe="@") for one in recipients)
    head = f"mailto:{to}?subject={quote(subject, safe='')}&body="
    words = text.replace("\r\n", "\n").replace("\n", "\r\n")
    whole = quote(words, safe="")
    while len(head) + len(whole) > LONGEST_ADDRESS and words:
        words = words[: len(words) * 9 // 10]
        whole = quote(words + CUT_SHORT, safe="")
    return head + whole


if sys.platform == "win32":

    def run(errand: Errand) -> Ended:
        """Do it, and say how it ended."""
        try:
            return _mapi(errand) if errand.way == "mapi" else _opened(errand.place)
        except OSError:
            return Ended.REFUSED

    def _mapi(errand: Errand) -> Ended:
        from dzwonek.desktop.mapi import MAPI_USER_ABORT, SUCCESS_SUCCESS, message_of, send

        if ntpath.isabs(errand.folder) and os.path.isdir(errand.folder):
            os.add_dll_directory(errand.folder)
        answer = send(message_of(errand.recipients, errand.subject, errand.text, errand.files))
        endings = {SUCCESS_SUCCESS: Ended.TAKEN, MAPI_USER_ABORT: Ended.CLOSED}
        return endings.get(answer, Ended.REFUSED)

    def _opened(place: str) -> Ended:
        from dzwonek.desktop.shell_open import shell_open

        shell_open(place)
        return Ended.TAKEN
