"""Standard output, which may lack letters, or a reader."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def make_lenient() -> None:
    """Let output in another encoding than UTF-8 show a letter it lacks by its number.

    Windows would write its old code page, which no reader of JSON expects, wherever the output
    goes but into a console.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        is_read = sys.platform == "win32" and not sys.stdout.isatty()
        encoding = "utf-8" if is_read else None
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def finish() -> bool:
    """Write out what waits, and say whether all of it was taken.

    What nobody takes is dropped, or the interpreter would complain of it when it ends
    (docs.python.org/3/library/signal.html#note-on-sigpipe).
    """
    if sys.stdout is None:  # started without one
        return True
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        return False
    return True
