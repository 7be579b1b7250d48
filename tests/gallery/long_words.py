"""A language that nobody speaks, whose words are 1.6 times as long as the Polish ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QTranslator

from collect_texts import Text

TIMES = 1.6
WORD = re.compile(r"(\{\w*\}|%n|\.eml|\b(?:Ctrl|Alt|Shift|Esc|Enter)\b|[^\W\d_]{2,})")
KEYS = ("Ctrl", "Alt", "Shift", "Esc", "Enter")


def lengthened(text: str) -> str:
    """Make each word longer by repeating its beginning; places, keys and marks stay."""
    return WORD.sub(lambda found: _longer(found[0]), text)


def _longer(word: str) -> str:
    if not word.isalpha() or word in KEYS:
        return word
    wanted = round(len(word) * TIMES)
    return word + (word.lower() * 2)[: wanted - len(word)]


class LongWords(QTranslator):
    """Lengthens what the program hands to Qt for translation, and nothing else."""

    def __init__(self, texts: Iterable[Text]) -> None:
        super().__init__()
        self._known = {(text.context, text.source) for text in texts}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something to translate."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Lengthen a text of ours; None leaves it to the next translator."""
        if (context, source) not in self._known:
            return None
        return lengthened(re.sub(r"\(-\w+\)", "", source))
