"""All that a window says: on its face, in its hints, and to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import dzwonek.config.profile
from dzwonek.ui.form.footer import KeyButton

CODE = re.compile(r"DZW-[0-9A-Z]{6}")  # of a report: each scene makes new ones
SIZE = re.compile(r"\d+,\d [kM]B")  # which differs from time to time
# What reads the same in every language: keys, names of things, what people and servers wrote.
GIVEN = re.compile(
    r"(Alt|Ctrl|Shift)\+\w+|Esc|F\d+|Pause|Shift\+Pause|DP-\d|Dzwonek|TLS|STARTTLS|E-mail"
    r"|zrzut-DZW.*|polski|English|čeština|українська|zgloszenie\.json.*|DZW-7F3K2A|Zrzut|.*<[\w.\-]+@[\w.\-]+>"
    r"|\[DZW-7F3K2A\] .*"  # a message's subject is in the language of support
    r"|Anna Przykładowa|Jan Wzorcowy"  # colleagues' names
    r"|Tobiasz Świeczka( +▾)?|Zakryj dane klienta|[\w.\-]+@[\w.\-]+|[\w\-]+(\.[\w\-]+)+"
)
PROFILE = Path(dzwonek.config.profile.__file__).parent / "profiles" / "daktela-pl.toml"
MANY = 6  # words: so many of the profile's own are not found in another text by chance


def is_given(text: str) -> bool:
    """Say whether a text is no word of ours: a key, a name, or of the vendor's profile."""
    profile = PROFILE.read_text(encoding="utf-8")
    if GIVEN.fullmatch(text) or f'"{text}"' in profile:
        return True
    words = re.findall(r"[^\W\d_]{3,}", text)
    known = [word for word in words if word in profile]
    return len(words) >= MANY and len(known) == len(words)


def words_shown(window: QWidget) -> Iterator[str]:
    """Give every text of a window and of its parts that can be seen or heard now."""
    for one in [window, *window.findChildren(QWidget)]:
        if one.isVisible():
            for text in (*_spoken(one), *_written(one)):
                if any(letter.isalpha() for letter in text):
                    yield SIZE.sub("9,9 kB", CODE.sub("DZW-7F3K2A", text))


def _spoken(one: QWidget) -> Iterator[str]:
    yield from (one.windowTitle(), one.toolTip(), one.accessibleName(), one.accessibleDescription())


def _written(one: QWidget) -> Iterator[str]:
    if isinstance(one, KeyButton):
        yield one.words()
    elif isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QLineEdit | QPlainTextEdit):
        yield one.placeholderText()
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        model = one.model()
        for row in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(row, 0).data(role) or "")
