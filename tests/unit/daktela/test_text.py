"""Text that a server sent."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.daktela.text import clean


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Tobiasz Świeczka", "Tobiasz Świeczka"),
        ("  dwa\r\n wiersze\t", "dwa wiersze"),
        ("od\u202etyłu\u2066", "od tyłu"),
        ("\x00\x1b[31mczerwone\x7f", "[31mczerwone"),
        ("a\u2028b\u0085c", "a b c"),
        ("pół\ud83d znaku", "pół znaku"),
        (730770660, "730770660"),
        (1.5, "1.5"),
        (None, ""),
        (True, ""),
        ({"a": 1}, ""),
        (["a"], ""),
        pytest.param(10**5000, "", id="an int too long to print"),
    ],
)
def test_server_text_is_one_line_without_marks_that_move_others(value: object, text: str) -> None:
    assert clean(value, 100) == text


def test_long_text_is_cut() -> None:
    assert clean("słowo " * 10_000, 13) == "słowo słowo s"


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(1, 50))
def test_clean_text_fits_and_can_be_written_down(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    cleaned.encode()
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in cleaned)
    assert clean(cleaned, limit) == cleaned
