"""Makes text that a server sent fit to be shown and stored."""

from __future__ import annotations

import unicodedata

# Controls, bidi and zero-width marks, lone surrogates, private and unassigned characters, and
# line or paragraph separators: none of them belongs into a name or a subject.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(value: object, limit: int) -> str:
    """Give at most `limit` characters of one-line text; anything but text or a number is empty."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    try:
        text = str(value)[: limit * 4]
    except ValueError:  # an int of more than 4,300 digits
        return ""
    kept = (" " if unicodedata.category(letter) in _UNWANTED else letter for letter in text)
    return " ".join("".join(kept).split())[:limit].rstrip()
