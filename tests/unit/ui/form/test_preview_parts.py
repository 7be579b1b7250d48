"""How large something is, in the words of the preview."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from dzwonek.ui.form.preview_parts import size_words


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    """Give the default language back afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        (QLocale.Language.Polish, 801, "0,8 kB"),
        (QLocale.Language.Polish, 143_200, "143,2 kB"),
        (QLocale.Language.Polish, 999_949, "999,9 kB"),
        (QLocale.Language.Polish, 999_950, "1,0 MB"),
        (QLocale.Language.Czech, 4_210_000, "4,2 MB"),
        (QLocale.Language.English, 801, "0.8 kB"),
    ],
)
def test_a_size_is_told_in_units_that_no_language_declines(
    language: QLocale.Language, count: int, words: str
) -> None:
    QLocale.setDefault(QLocale(language))
    assert size_words(count) == words
