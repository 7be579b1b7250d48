"""Collects Python's cyclic garbage on the GUI thread alone.

Python collects on whichever thread happens to allocate, and a Qt object must die on its own thread:
elsewhere Qt warns ("Timers cannot be stopped from another thread") or the process ends. So the
collector's own timing is switched off, and the GUI thread collects when enough has come up.
"""

from __future__ import annotations

import gc

YOUNG = 1  # a generation; what outlives two looks is older
DUE = 5_000  # new objects that hold others, since the last look


def take_over() -> None:
    """Switch the collector's own timing off; what lives now is not looked at again."""
    gc.collect()
    gc.freeze()
    gc.disable()


def give_back() -> None:
    """Let Python collect by itself again, when no Qt object is left to harm."""
    gc.unfreeze()
    gc.enable()


def collect() -> None:
    """Collect now, if that is ours to do; for the GUI thread, when nobody waits."""
    if not gc.isenabled():
        gc.collect()


def collect_if_due() -> None:
    """Collect what came up lately, if it is enough; for the GUI thread.

    What has outlived an earlier look waits for `collect`: ten thousand reports in the list would
    else be walked through at each of its pages, up to 9 ms each time.
    """
    if not gc.isenabled() and gc.get_count()[0] > DUE:
        gc.collect(YOUNG)
