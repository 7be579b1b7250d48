"""Gives memory back to the system when the work is done.

glibc alone needs this. It keeps freed blocks for later use, and raises its idea of a large block
to whatever was freed last: after a few 4K pictures each thread holds on to tens of megabytes, which
`malloc_trim` cannot reach. https://man7.org/linux/man-pages/man3/mallopt.3.html
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

LARGE_BLOCK = 1 << 20  # bytes; from here on a block goes straight back when it is freed
KEPT_FREE = 2 << 20  # bytes that each thread's heap may keep at its end
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # <malloc.h>


def share_one_heap() -> bool:
    """Have all threads that begin from now on take memory from one heap. Says whether it is so.

    Else glibc gives each thread a heap of its own, and what one freed no other can use. Python's
    small objects are not in them, and what is large takes memory of its own, so nobody waits.
    """
    set_option = _of_glibc("mallopt")
    return set_option is not None and bool(set_option(M_ARENA_MAX, 1))


def keep_large_blocks_apart() -> bool:
    """Have pictures take memory of their own, for good; call it once. Says whether it is so.

    It costs encoding nothing: what that works on are pieces far below a large block.
    """
    set_option = _of_glibc("mallopt")
    if set_option is None:
        return False
    return bool(
        set_option(M_MMAP_THRESHOLD, LARGE_BLOCK) and set_option(M_TRIM_THRESHOLD, KEPT_FREE)
    )


def give_back_memory() -> bool:
    """Return freed memory to the system; call it when a form closes. Says whether any went.

    Takes a few milliseconds; safe in any thread.
    """
    trim = _of_glibc("malloc_trim")
    return trim is not None and bool(trim(0))


def _of_glibc(name: str) -> Callable[..., int] | None:
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)  # other C libraries lack it
