"""Who has a report already: by place, compared by address."""

from __future__ import annotations

from dzwonek.outbox.recipients import after_delivery, joined, left

A, B, C = "a@pomoc.example", "b@pomoc.example", "c@pomoc.example"


def test_who_has_it_is_not_among_those_left() -> None:
    assert left((A, B, C), ()) == (A, B, C)
    assert left((A, B, C), (0, 2)) == (B,)
    assert left((A, B), (0, 1)) == ()


def test_an_address_that_stands_twice_gets_one_copy() -> None:
    assert left((A, "A@pomoc.example", B), (0,)) == (B,)


def test_after_a_delivery_all_but_the_refused_have_it() -> None:
    assert after_delivery((A, B, C), (), (B,)) == (0, 2)
    assert after_delivery((A, B, C), (0, 2), (B,)) == (0, 2)
    assert after_delivery((A, B, C), (0, 2), ()) == (0, 1, 2)


def test_who_had_it_before_keeps_having_it_whatever_the_server_says_now() -> None:
    assert after_delivery((A, B), (0,), (A, B)) == (0,)


def test_new_recipients_stand_beside_those_who_have_it_and_order_changes_nothing() -> None:
    assert joined((A, B), (0,), (C,)) == ((C, A), (1,))
    assert joined((A, B), (0,), (B, A)) == ((B, A), (1,))
    assert joined((A, B), (0,), (A,)) == ((A,), (0,))
    assert joined((A, B), (1,), ("B@POMOC.EXAMPLE", C)) == (("B@POMOC.EXAMPLE", C), (0,))
