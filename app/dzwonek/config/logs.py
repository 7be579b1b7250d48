"""The log: ids and codes, one event a line; what might tell of people is taken out."""

from __future__ import annotations

import logging
import os
import re
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "dzwonek"
SIZE_LIMIT = 512 * 1024  # bytes of one file
OLD_FILES = 3
LINE_LIMIT = 8000  # characters of one event's message
LINE_FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s"
INDENT = "    "  # of lines that go on; an event's first line begins with its time
# A link in the log's place is not followed, and a pipe waits for no reader (not on Windows).
UNWILLING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
OPENING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | UNWILLING
PR_SET_DUMPABLE = 4  # linux/prctl.h

# What stays, whatever digits it holds: our ids (UUID version 7, short code), a mail server's codes
# (RFC 3463), and times.
PLAIN = (
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b"
    r"|\bDZW-[0-9A-HJKMNP-TV-Z]{6}\b"
    r"|\b[245]\d\d [245]\.\d{1,3}\.\d{1,3}\b"
    r"|\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?"
)
WORD = r"[^\s@<>,;:\"'()\[\]]+"
ADDRESS = rf"{WORD}@(?:{WORD}|\[[^\]\s]*\])"
# Twenty signs without a space that mix letters and digits: no word of any language. A "=" only
# ends one (base64's padding), so that "id=" is no part of the id behind it.
SIGN = r"[\w+/~-]"
TOKEN = rf"(?<!{SIGN})(?={SIGN}*\d)(?={SIGN}*[A-Za-z]){SIGN}{{20,}}(?:\.{SIGN}+)*={{0,2}}"
DIGITS = r"\+?\d(?:[ \u00a0().-]{0,2}\d){5,}"
PRIVATE = re.compile(
    rf"(?P<plain>{PLAIN})|(?P<address>{ADDRESS})|(?P<token>{TOKEN})|(?P<digits>{DIGITS})"
)
LINE_ENDS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def redacted(text: str, home: str = "") -> str:
    """Take addresses, tokens, six digits or more and the user's folder out of a text."""
    text = _without_home(text, home)
    return PRIVATE.sub(lambda found: found["plain"] or f"<{found.lastgroup}>", text)


def _without_home(text: str, home: str) -> str:
    """Put `~` for the user's folder, also as Python's errors quote it on Windows."""
    if len(home) <= 1:
        return text
    if "\\" not in home:
        return text.replace(home, "~")
    parts = (re.escape(part) for part in home.split("\\"))
    return re.sub(r"(?:\\\\|\\|/)".join(parts), "~", text, flags=re.IGNORECASE)


def failure_text(error: BaseException, home: str = "") -> str:
    """Tell what failed and where, with every cause, and without a single local value."""
    told = traceback.TracebackException.from_exception(error, capture_locals=False).format()
    return "".join(_redacted_part(part, home) for part in told).rstrip()


def _redacted_part(part: str, home: str) -> str:
    """Keep a place in the code ("  File …, line …"), which tells of nobody; redact the rest."""
    place, end, rest = part.partition("\n") if part.startswith("  File ") else ("", "", part)
    return _without_home(place, home) + end + redacted(rest, home)


class RedactingFormatter(logging.Formatter):
    """Writes an event's time (UTC), rank, name and redacted message; further lines are indented."""

    def __init__(self, home: str = "") -> None:
        super().__init__(LINE_FORMAT, "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._home = home

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging calls it so
        """Redact the message alone, so that time and name stay as they are."""
        message = LINE_ENDS.sub(f"\n{INDENT}", redacted(record.message, self._home))
        if len(message) > LINE_LIMIT:
            message = f"{message[:LINE_LIMIT]}…"
        copy = logging.makeLogRecord({**record.__dict__, "message": message})
        return super().formatMessage(copy)

    def format(self, record: logging.LogRecord) -> str:
        """Write the line, and below it what failed, if something did."""
        record.message = record.getMessage()
        record.asctime = self.formatTime(record, self.datefmt)
        lines = [self.formatMessage(record)]
        if record.exc_info and record.exc_info[1]:
            lines += _indented(failure_text(record.exc_info[1], self._home))
        return "\n".join(lines)


class LogFile(logging.Handler):
    """A log that turns over when full.

    The file is open only while a line is written: several processes write to it, and Windows
    renames no open file. A full disk loses lines and nothing else.
    """

    def __init__(
        self, path: Path, size_limit: int = SIZE_LIMIT, old_files: int = OLD_FILES
    ) -> None:
        super().__init__(logging.INFO)
        self._path = path
        self._size_limit = size_limit
        self._old_files = old_files

    def emit(self, record: logging.LogRecord) -> None:
        """Append one event; never raises, so that a log cannot stop the program."""
        try:
            line = f"{self.format(record)}\n".encode(errors="backslashreplace")
            with suppress(OSError):  # Windows renames no file that somebody reads just now
                self._turn_over()
            number = os.open(self._path, OPENING, 0o600)
            with open(number, "ab") as file:
                file.write(line)
        except OSError:
            return  # the disk is full, or the folder is gone
        except Exception:  # noqa: BLE001 - as every handler of `logging` does: told on stderr
            self.handleError(record)

    def _turn_over(self) -> None:
        if not self._path.exists() or self._path.stat().st_size < self._size_limit:
            return
        for number in range(self._old_files, 0, -1):
            younger = self._numbered(number - 1)
            if younger.exists():
                younger.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path


def start_logging(path: Path) -> logging.Handler:
    """Let everything under the name `dzwonek` go into the file; give the handler to `stop`."""
    handler = LogFile(path)
    handler.setFormatter(RedactingFormatter(str(Path.home())))
    logger = logging.getLogger(NAME)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """End what `start_logging` began."""
    logging.getLogger(NAME).removeHandler(handler)
    handler.close()


def forbid_core_dumps() -> None:
    """Keep pictures and secrets in memory out of core files.

    On Linux also PR_SET_DUMPABLE 0 (prctl(2)), because a core_pattern pipe ignores the limit; then
    other processes of the user can no longer look into /proc/PID of this one. Windows: nothing.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def _indented(text: str) -> Iterator[str]:
    return (f"{INDENT}{line}" for line in text.splitlines())
