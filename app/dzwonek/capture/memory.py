"""Gives memory back to the system when the work is done."""

from __future__ import annotations

import sys


def give_back_memory() -> bool:
    """Return freed memory to the system; call it when a form closes. Says whether any went.

    glibc keeps what is freed below a large block in use, after a few 4K pictures tens of
    megabytes: https://man7.org/linux/man-pages/man3/malloc_trim.3.html. Other systems and C
    libraries need no help. Takes a few milliseconds; safe in any thread.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc alone has it
    return trim is not None and bool(trim(0))
