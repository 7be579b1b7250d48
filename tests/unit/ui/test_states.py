"""Where a report stands is told in plain words that are true."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.states import Tone, moment_words, state_words
from tests.fakes.list_scenes import NOW, ZONE, entry

LATER = NOW + timedelta(minutes=6)
UNREACHABLE = Problem(Code.MAIL_UNREACHABLE, {"host": "smtp.firma.example"})


@pytest.mark.parametrize("state", [s for s in State if s not in (State.DELIVERED, State.TOMBSTONE)])
@pytest.mark.parametrize("problem", [None, UNREACHABLE])
def test_nothing_but_a_delivered_report_is_called_handed_over(
    state: State, problem: Problem | None
) -> None:
    words = state_words(entry(state, problem=problem), NOW, ZONE)
    assert "Przekazano" not in f"{words.title} {words.detail}"
    assert words.tone is not Tone.GOOD
    assert words.title


def test_a_delivered_report_tells_when_the_mail_server_took_it() -> None:
    words = state_words(entry(State.DELIVERED, delivered_at=NOW), NOW, ZONE)
    assert words.title == "Przekazano na serwer poczty (15:55)"
    assert words.tone is Tone.GOOD


def test_a_delivered_report_of_another_day_tells_the_day() -> None:
    words = state_words(entry(State.DELIVERED, delivered_at=NOW - timedelta(days=2)), NOW, ZONE)
    assert words.title == "Przekazano na serwer poczty (25.02 o 15:55)"


def test_a_partly_refused_delivery_says_so() -> None:
    refused = Problem(Code.MAIL_RECIPIENT_REFUSED, {"address": "b@firma.example"})
    words = state_words(entry(State.DELIVERED, delivered_at=NOW, problem=refused), NOW, ZONE)
    assert "b@firma.example" in words.detail


def test_a_waiting_report_is_saved_here_and_says_why_and_when() -> None:
    words = state_words(entry(State.RETRY_WAIT, due_at=LATER, problem=UNREACHABLE), NOW, ZONE)
    assert words.title == "Zapisano na tym komputerze"
    assert words.detail == (
        "Nie udało się połączyć z serwerem poczty smtp.firma.example. Następna próba: 16:01."
    )
    assert words.tone is Tone.CALM


def test_a_report_that_is_due_goes_at_once() -> None:
    assert state_words(entry(due_at=NOW), NOW, ZONE).detail == "Zaraz wyślemy."


def test_an_unconfirmed_delivery_does_not_claim_either_end() -> None:
    words = state_words(entry(State.UNCERTAIN, due_at=LATER), NOW, ZONE)
    assert words.title == "Serwer poczty nie potwierdził odbioru"
    assert words.detail == "Ta sama wiadomość pójdzie jeszcze raz. Następna próba: 16:01."


def test_a_held_report_says_what_is_wrong_and_what_to_do() -> None:
    words = state_words(entry(State.HELD, problem=Problem(Code.MAIL_PASSWORD_MISSING)), NOW, ZONE)
    assert words.title == "Brak hasła do serwera poczty."
    assert words.detail.startswith("Wpisz je w Ustawieniach.")
    assert words.tone is Tone.TROUBLE


def test_an_expired_report_does_not_hide_that_nobody_got_it() -> None:
    words = state_words(entry(State.EXPIRED), NOW, ZONE)
    assert words.detail.startswith("Nie zostało wysłane")
    assert words.tone is Tone.TROUBLE


def test_a_moment_is_as_short_as_it_is_clear() -> None:
    assert moment_words(NOW, NOW, ZONE) == "15:55"
    assert moment_words(NOW - timedelta(hours=16), NOW, ZONE) == "26.02 o 23:55"
    assert moment_words(NOW - timedelta(days=400), NOW, ZONE) == "23.01.2019 o 15:55"


@pytest.mark.parametrize(
    ("hours", "tone"), [(0, Tone.CALM), (23, Tone.CALM), (24, Tone.LATE), (72, Tone.TROUBLE)]
)
def test_a_report_that_waits_turns_amber_after_a_day_and_red_after_three(
    hours: int, tone: Tone
) -> None:
    words = state_words(entry(minutes_ago=hours * 60, due_at=LATER), NOW, ZONE)
    assert words.tone is tone
    assert words.title == "Zapisano na tym komputerze"
    assert ("zapisz jako .eml albo skopiuj" in words.detail) == (hours >= 72)
    assert words.detail.endswith("Następna próba: 16:01.") == (hours != 24)


def test_only_the_time_since_it_was_saved_counts() -> None:
    old_draft = entry(minutes_ago=100 * 60, submitted_at=NOW - timedelta(minutes=1), due_at=NOW)
    assert state_words(old_draft, NOW, ZONE).tone is Tone.CALM


def test_a_delivered_report_never_turns_red() -> None:
    old = entry(State.DELIVERED, minutes_ago=100 * 60, delivered_at=NOW)
    assert state_words(old, NOW, ZONE).tone is Tone.GOOD


def test_a_held_report_of_three_days_offers_another_way() -> None:
    held = entry(
        State.HELD, minutes_ago=100 * 60, problem=Problem(Code.MAIL_PASSWORD_MISSING), due_at=LATER
    )
    words = state_words(held, NOW, ZONE)
    assert words.title == "Brak hasła do serwera poczty."
    assert "zapisz jako .eml" in words.detail


@pytest.mark.parametrize(("days", "is_told"), [(4, False), (3, True), (0, True)])
def test_the_end_of_a_content_is_told_three_days_ahead(days: int, is_told: bool) -> None:
    words = state_words(entry(State.REJECTED, expires_at=NOW + timedelta(days=days)), NOW, ZONE)
    assert ("Treść zostanie usunięta" in words.detail) == is_told


def test_a_report_that_some_have_says_so() -> None:
    refused = Problem(Code.MAIL_RECIPIENT_REFUSED, {"address": "b@firma.example"})
    words = state_words(entry(State.HELD, problem=refused, taken=1), NOW, ZONE)
    assert "b@firma.example" in words.title
    assert words.detail.startswith("Pozostali adresaci już je mają.")


def test_a_smaller_picture_is_told() -> None:
    assert "Zdjęcia zmniejszono" in state_words(entry(shrunk=1, due_at=NOW), NOW, ZONE).detail
