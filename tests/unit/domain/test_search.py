"""A report is found by what a person remembers of it, however it is spelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.search import Search, folded, parsed, sought

THERE = (
    sought(
        ("połączenie zostało rozłączone", "Tobiasz Świeczka", "DZW-7K20M9", "nr 100234"),
        ("730770660", "+48 22 378 47 56"),
    ),
    sought(("Klient nie słyszy mnie", "Łucja Żółć", "DZW-A1B2C3", ""), ("tel. 0 601 222 333",)),
)


def found(typed: str) -> list[int]:
    return parsed(typed).hits(THERE)


@pytest.mark.parametrize(
    "typed",
    [
        "rozłączone",
        "ROZLACZONE",
        "świeczka tobiasz",
        "Swieczka połączenie",
        "730770660",
        "730 770 660",
        "730-770-660",
        "+48 730 770 660",
        "0048730770660",
        "(730) 770 660",
        "770 66",
        "22 378 47 56",
        "223784756",
        "0048 22 378 47 56",
        "dzw-7k20m9",
        "DZW-7K2OM9",
        "dzw7k2om9",
        "7k20m9",
        "100234",
        "nr 100234",
        "swieczka 730770660",
    ],
)
def test_every_spelling_finds_the_same_report(typed: str) -> None:
    assert found(typed) == [0]


def test_a_number_kept_with_a_leading_zero_is_found_with_its_country() -> None:
    assert found("+48601222333") == [1]


def test_all_that_is_typed_has_to_be_there() -> None:
    assert found("łucja zolc") == [1]
    assert found("łucja 730770660") == []


def test_no_word_reaches_over_two_fields() -> None:
    assert found("mnie łucja") == [1]
    assert found("mniełucja") == []
    assert parsed("mnie łucja").words == ("mnie", "lucja")


def test_nothing_typed_fits_everything_and_looks_for_nothing() -> None:
    assert not parsed("  ")
    assert found("") == [0, 1]
    assert parsed("x")


def test_a_short_number_alone_is_not_taken_for_the_end_of_a_longer_one() -> None:
    short = sought(("",), ("112",))
    assert parsed("48112").hits([short]) == []
    assert parsed("112").hits([short]) == [0]


@given(st.text(max_size=60))
def test_any_text_is_found_by_itself(text: str) -> None:
    there = sought((text,), (text,))
    assert parsed(text).hits([there]) == [0]


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=30))
def test_a_search_is_the_same_however_it_is_spaced(text: str) -> None:
    assert parsed(f"  {text} ") == parsed(text)
    assert isinstance(parsed(text), Search)


def test_a_word_that_is_typed_twice_is_looked_for_once() -> None:
    assert parsed("a " * 50 + "11 b 11") == Search(("a", "b"), ("11",))
