"""Telephone numbers as people typed them and as they are shown."""

from __future__ import annotations

import os
import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.domain.phone import number_at_once, shown_number


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("730770660", "730 770 660"),
        ("730 770 660", "730 770 660"),
        ("730-770-660", "730 770 660"),
        ("+48730770660", "730 770 660"),
        ("0048 730 770 660", "730 770 660"),
        ("48730770660", "730 770 660"),
        ("(22) 378 47 56", "223 784 756"),
        ("+48 22 378-47-56", "223 784 756"),
        ("730\u00a0770\u00a0660", "730 770 660"),
        ("٧٣٠٧٧٠٦٦٠", "730 770 660"),
        ("800 100 200", "800 100 200"),
        ("+420 601 123 456", "+420 601 123 456"),
        ("00420601123456", "+420 601 123 456"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("101", "101"),
        ("112", "112"),
        ("12345", "12345"),
        ("anonymous", "anonymous"),
        ("sip:101@pbx.example", "sip:101@pbx.example"),
        ("22 378 47 56 wew. 12", "22 378 47 56 wew. 12"),
        ("22 378 47 56 #12", "22 378 47 56 #12"),
        ("+999 123", "+999 123"),
        ("1" * 300, "1" * 300),
        ("", ""),
        (" \t ", ""),
        ("---", "---"),
    ],
)
def test_a_number_in_any_spelling_is_shown_in_one(typed: str, shown: str) -> None:
    assert shown_number(typed, "PL") == shown


def test_a_number_without_a_country_belongs_to_the_profiles_region() -> None:
    assert shown_number("601 123 456", "CZ") == "+420 601 123 456"


@given(st.text(max_size=40))
@settings(deadline=None)
def test_nothing_typed_is_lost_or_stops_the_report(typed: str) -> None:
    shown = shown_number(typed, "PL")
    assert bool(shown) == bool(typed.split())


digits = st.from_regex(r"[1-9][0-9]{8}", fullmatch=True)
polish = st.one_of(digits, digits.map(lambda number: f"48{number[2:]}"))  # also Poland's code
spelled = st.sampled_from(["{a}{b}{c}", "{a} {b} {c}", "{a}-{b}-{c}", "({a}) {b}-{c}"])
countries = st.sampled_from(["", "+48", "+48 ", "0048", "0048 "])


@given(polish, spelled, countries)
@settings(deadline=None)
def test_a_polish_number_is_written_at_once_as_the_numbering_plans_write_it(
    digits: str, spelling: str, country: str
) -> None:
    a, b, c = digits[:3], digits[3:6], digits[6:]
    typed = country + spelling.format(a=a, b=b, c=c)
    number = phonenumbers.parse(typed, "PL")
    assert (number.country_code, str(number.national_number)) == (48, digits)
    assert shown_number(typed, "PL") == number_at_once(typed, "PL") == f"{a} {b} {c}"


def test_a_window_does_not_wait_for_the_numbering_plans() -> None:
    code = (
        "import sys; from dzwonek.domain.phone import *;"
        "shown = [number_at_once(typed, 'PL') for typed in ('730770660', '+420601123456')];"
        "assert 'phonenumbers' not in sys.modules; load_numbering_plans();"
        "print(*shown, number_at_once('+420601123456', 'PL'), sep='|')"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "730 770 660|+420601123456|+420 601 123 456"
