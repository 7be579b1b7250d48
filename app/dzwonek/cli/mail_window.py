"""`dzwonek mail-window`: the process by which the program speaks to a mail program on Windows.

Not for people: what to do comes on standard input, and a mail program that crashes or hangs takes
only this process along.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options


def run(options: Options) -> int:
    """Do what standard input says; the exit codes are `desktop.mail_child.Ended`."""
    from dzwonek.desktop import mail_child

    if sys.platform != "win32":
        return mail_child.Ended.REFUSED
    with open(0, "rb", closefd=False) as told:  # sys.stdin is none in a program for windows
        errand = mail_child.read_errand(told.read())
    return mail_child.run(errand)
