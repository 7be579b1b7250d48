"""Goes round all windows in every language at one scale, and prints what the rules find.

A process of its own: Qt takes the scale and the screen at its start. Its argument is the scale in
percent; the answer on its output is a list in JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from collect_texts import Text, collect

# Full HD at 150 and 200 % is what laptops have; at 100 % the smallest screen in offices.
SCREENS = {100: (1366, 768), 150: (1920, 1080), 200: (1920, 1080)}
LONG = "long"
# A line of a list may be shortened when words are longer than any: it stands in full elsewhere.
NOT_ASKED = {LONG: ("elided",)}
LANGUAGES = ("pl", "en", "cs", "uk", LONG)
ROOT = Path(__file__).resolve().parents[2]


def use_screen(percent: int) -> None:
    """Have Qt draw into memory on a screen of a laptop at this scale; call it before Qt starts."""
    width, height = SCREENS[percent]
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = Path(tempfile.mkdtemp(prefix="dz-screen-"), "screen.json")
    file.write_text(json.dumps({"screens": [screen | dots]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["QT_SCALE_FACTOR"] = str(percent / 100)


@cache
def said() -> frozenset[Text]:
    """Give every text that the program hands to Qt for translation."""
    return collect(ROOT / "app" / "dzwonek").texts


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak a language, or the one of long words, until the block ends."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from dzwonek.ui.language import speak
    from tests.gallery.long_words import LongWords

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = QLocale()
    speak(app, "pl" if language == LONG else language)
    longer = LongWords(said()) if language == LONG else None
    if longer is not None:
        app.installTranslator(longer)
    yield
    if longer is not None:
        app.removeTranslator(longer)
    speak(app, "pl")
    QLocale.setDefault(before)


def found(names: list[str]) -> dict[str, list[str]]:
    """Give the faults of each window and language, the faultless left out."""
    from tests.gallery.rules import faults
    from tests.gallery.scenes import opened

    all_faults = {}
    for language in LANGUAGES:
        with spoken(language):
            for name in names:
                with opened(name) as window:
                    if here := faults(window, NOT_ASKED.get(language, ())):
                        all_faults[f"{name} · {language}"] = here
    return all_faults


def main(percent: int, names: list[str]) -> None:
    """Go round the windows of these names, or all, and print what is wrong."""
    use_screen(percent)
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from tests.gallery.scenes import SCENES

    wrong = found(names or sorted(SCENES))
    print(json.dumps(wrong, ensure_ascii=False, indent=1))
    application.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
