"""Loads `requests` without the library that guesses encodings, which nobody here asks.

A reply is read as bytes. The guessing takes 4 MB that stay, and a quarter of the loading time;
`requests` only wants to know that it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

GUESSING = "charset_normalizer"
ACCEPTED = "3.0.0"  # `requests` 2.32 to 2.34 warn unless it is 2 or 3
LOADED = ("requests", "chardet", GUESSING)


@contextmanager
def without_guessing() -> Iterator[None]:
    """Let what is loaded inside find an empty library of that name, gone again afterwards.

    Does nothing where any of them is loaded or being loaded already.
    """
    if any(name in sys.modules for name in LOADED):
        yield
        return
    empty = ModuleType(GUESSING)
    vars(empty)["__version__"] = ACCEPTED
    sys.modules[GUESSING] = empty
    try:
        yield
    finally:
        if sys.modules.get(GUESSING) is empty:
            del sys.modules[GUESSING]
