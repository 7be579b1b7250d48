"""Support's number is found in whatever an operator types or pastes."""

from __future__ import annotations

import pytest

from dzwonek.domain.problem import Code, ProblemError
from dzwonek.domain.ticket import ticket_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12345", "12345"),
        ("  #12345 ", "12345"),
        ("[#12345]", "12345"),
        ("nr 12345", "12345"),
        ("Zgłoszenie nr: 12345.", "12345"),
        ("TT-2020/123", "TT-2020/123"),
        ("Re: [DZW-7K2M9Q] [#12345] połączenie 730770660", "12345"),
        ("[DZW-7K2M9Q] 12345", "12345"),
        ("12345 12345", "12345"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_the_number_is_taken_out_of_what_stands_round_it(typed: str, number: str) -> None:
    assert ticket_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dziękujemy", Code.TICKET_INVALID),
        ("12345 67890", Code.TICKET_INVALID),
        ("#1 #2", Code.TICKET_INVALID),
        ("9" * 41, Code.TICKET_INVALID),
        ("DZW-7K2M9Q", Code.TICKET_OWN_CODE),
        ("[dzw-7k2m9q]", Code.TICKET_OWN_CODE),
    ],
)
def test_what_is_no_number_of_theirs_is_named(typed: str, code: Code) -> None:
    with pytest.raises(ProblemError) as caught:
        ticket_number(typed)
    assert caught.value.problem.code is code
