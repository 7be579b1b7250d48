"""What a computer remembers of people, and how it forgets them."""

from __future__ import annotations

from dzwonek.domain.identity import Remembered


def test_the_last_colleagues_come_first_each_once() -> None:
    known = Remembered(colleagues=("Anna Przykładowa", "Jan Wzorcowy"))
    known = known.with_colleagues(("Ewa Zmyślona", "jan  wzorcowy"))
    assert known.colleagues == ("Ewa Zmyślona", "jan wzorcowy", "Anna Przykładowa")


def test_no_more_colleagues_are_kept_than_one_row_of_names() -> None:
    known = Remembered().with_colleagues(tuple(f"Agent {number}" for number in range(20)))
    assert known.colleagues == tuple(f"Agent {number}" for number in range(8))


def test_a_name_is_forgotten_everywhere() -> None:
    known = Remembered(names=("Anna", "Jan"), colleagues=("Ewa", "anna"), host="a.example")
    assert known.without(" ANNA") == Remembered(None, ("Jan",), ("Ewa",), "a.example")


def test_a_new_name_leaves_the_rest_remembered() -> None:
    known = Remembered(colleagues=("Ewa",), host="a.example")
    assert known.with_name("Jan") == Remembered(None, ("Jan",), ("Ewa",), "a.example")
