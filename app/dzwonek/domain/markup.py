"""Text that stands where a reader takes some characters for markup."""

from __future__ import annotations


def escaped(text: str) -> str:
    """Write a text so that a reader of HTML or of a notice's markup shows it as it is.

    For what stands between tags, not for an attribute's value. Python's own `html` loads two
    thousand names of characters with it.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
