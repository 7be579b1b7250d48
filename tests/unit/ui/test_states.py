"""Where a report stands is told in plain words that are true."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dzwonek.domain.delivery import Entry, State, Summary
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.states import Tone, moment_words, state_words
from tests.fakes.list_scenes import NOW, ZONE, entry

LATER = NOW + timedelta(minutes=6)
GONE = "Treść usunięto z tego komputera o 15:50."
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
    assert words.title == "Zapisano na tym komputerze o 15:50"
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


def test_a_delivered_report_whose_content_is_gone_says_since_when() -> None:
    gone = entry(
        State.TOMBSTONE, delivered_at=NOW - timedelta(days=8), changed_at=NOW, summary=None
    )
    words = state_words(gone, NOW, ZONE)
    assert words.title.startswith("Przekazano na serwer poczty (")
    assert words.detail == "Treść usunięto z tego komputera o 15:55."


def test_a_held_report_says_what_is_wrong_and_what_to_do() -> None:
    words = state_words(entry(State.HELD, problem=Problem(Code.MAIL_PASSWORD_MISSING)), NOW, ZONE)
    assert words.title == "Brak hasła do serwera poczty"
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
    assert words.title.startswith("Zapisano na tym komputerze")
    assert ("zapisz jako .eml albo skopiuj" in words.detail) == (hours >= 72)
    assert words.detail.startswith("Następna próba: 16:01.")


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
    assert words.title == "Brak hasła do serwera poczty"
    assert "zapisz jako .eml" in words.detail


@pytest.mark.parametrize(("days", "is_told"), [(4, False), (3, True), (0, True)])
def test_the_end_of_a_content_is_told_three_days_ahead(days: int, is_told: bool) -> None:
    words = state_words(entry(State.REJECTED, expires_at=NOW + timedelta(days=days)), NOW, ZONE)
    assert ("Treść zostanie usunięta" in words.detail) == is_told


def test_a_report_that_some_have_says_so() -> None:
    refused = Problem(Code.MAIL_RECIPIENT_REFUSED, {"address": "b@firma.example"})
    words = state_words(entry(State.HELD, problem=refused, taken=1), NOW, ZONE)
    assert "b@firma.example" in words.title
    assert "Część adresatów już je ma." in words.detail


def test_a_smaller_picture_is_told() -> None:
    assert "Zdjęcia zmniejszono" in state_words(entry(shrunk=1, due_at=NOW), NOW, ZONE).detail


def detail(told: Entry) -> str:
    return state_words(told, NOW, ZONE).detail


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, f"Nie zostało wysłane. {GONE}"),
        ({"uncertain_count": 1}, f"Serwer poczty nie potwierdził odbioru: mogło dojść. {GONE}"),
        ({"taken": 1}, f"Część adresatów już je ma. {GONE}"),
        ({"message_id": ""}, GONE),
    ],
)
def test_an_expired_report_tells_what_is_known_of_it(known: dict[str, object], told: str) -> None:
    at = NOW - timedelta(minutes=5)
    assert detail(entry(State.EXPIRED, 5, changed_at=at, **known)) == told


def test_a_file_that_is_gone_is_not_called_damaged_and_kept() -> None:
    gone = Problem(Code.SEALED_FILE_DAMAGED, {"reason": "missing"})
    words = state_words(entry(State.QUARANTINED, problem=gone), NOW, ZONE)
    assert words.title == "Pliku zgłoszenia nie ma już na tym komputerze"
    assert "usunięt" not in words.detail


@pytest.mark.parametrize("reason", ["missing", "changed"])
@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"uncertain_count": 1}, "nie potwierdził odbioru: mogło dojść."),
        ({"taken": 1}, "Część adresatów już je ma."),
    ],
)
def test_a_damaged_report_that_somebody_may_have_is_not_called_unsent(
    reason: str, known: dict[str, object], told: str
) -> None:
    damaged = Problem(Code.SEALED_FILE_DAMAGED, {"reason": reason})
    words = detail(entry(State.QUARANTINED, 5, problem=damaged, **known))
    assert told in words
    assert "wysłany ani" not in words


def test_a_key_that_is_lost_for_good_asks_nobody_to_unlock_anything() -> None:
    lost = Problem(Code.QUEUE_KEY_UNREACHABLE, {"key": "a1", "reason": "missing"})
    words = state_words(entry(State.QUARANTINED, problem=lost), NOW, ZONE)
    assert words.title == "Klucz do tych zgłoszeń przepadł"
    assert "Odblokuj" not in words.detail


def test_a_part_that_waits_says_that_others_have_it() -> None:
    later = Problem(Code.MAIL_TRY_LATER, {"reply": "451 4.7.1"})
    words = detail(entry(State.RETRY_WAIT, problem=later, taken=1, due_at=LATER))
    assert words.endswith("Następna próba: 16:01. Część adresatów już je ma.")


def test_an_advice_stays_behind_the_title_whose_noun_it_takes_up() -> None:
    missing = Problem(Code.MAIL_PASSWORD_MISSING)
    old = entry(State.HELD, 100 * 60, problem=missing, due_at=LATER, taken=1, shrunk=1)
    assert detail(old).startswith("Wpisz je w Ustawieniach. Zgłoszenia czekają. Następna próba")


def test_where_there_is_room_for_little_the_most_urgent_stands() -> None:
    soon = NOW + timedelta(days=2)
    old = entry(State.RETRY_WAIT, 100 * 60, problem=UNREACHABLE, due_at=LATER, expires_at=soon)
    words = state_words(old, NOW, ZONE)
    assert words.short == (
        "Treść zostanie usunięta 29.02. Czeka już ponad 3 dni. Następna próba: 16:01."
    )
    assert words.detail.endswith("przekaż inaczej. Treść zostanie usunięta 29.02.")
    assert not state_words(entry(due_at=NOW), NOW, ZONE).short


def test_a_report_on_its_way_is_not_told_to_take_another() -> None:
    old = entry(State.SENDING, 100 * 60, expires_at=NOW)
    assert detail(old) == "To potrwa chwilę."


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.HELD, "Wstrzymano 26.02 o 15:55."),
        (State.REJECTED, "Odrzucono 26.02 o 15:55."),
        (State.QUARANTINED, "Stwierdzono 26.02 o 15:55."),
        (State.UNCERTAIN, "Stwierdzono 26.02 o 15:55."),
    ],
)
def test_a_state_tells_since_when_it_is_so(state: State, told: str) -> None:
    assert told in detail(entry(state, changed_at=NOW - timedelta(days=1)))
    assert "{" not in detail(entry(state))


def test_a_report_saved_on_another_day_tells_the_day() -> None:
    words = state_words(entry(submitted_at=NOW - timedelta(days=1)), NOW, ZONE)
    assert words.title == "Zapisano na tym komputerze 26.02 o 15:55"


def test_a_fresh_report_without_a_time_waits_for_its_turn() -> None:
    assert detail(entry()) == "Czeka na swoją kolej."


@pytest.mark.parametrize(
    ("known", "advises_fewer", "told"),
    [
        ({"summary": Summary(pictures=0)}, False, ""),
        ({"summary": None}, False, ""),
        ({"summary": Summary(pictures=2)}, True, ""),
        ({"summary": Summary(pictures=2), "shrunk": 1}, False, "to nie wystarczyło."),
    ],
)
def test_too_big_advises_only_what_can_help(
    known: dict[str, object], advises_fewer: bool, told: str
) -> None:
    words = detail(entry(State.REJECTED, 5, problem=Problem(Code.MAIL_TOO_BIG), **known))
    assert ("mniejszą liczbą zrzutów" in words) is advises_fewer
    assert told in words
    assert "bo zgłoszenie było za duże" not in words


@pytest.mark.parametrize("state", [State.UNCERTAIN, State.RETRY_WAIT, State.HELD, State.EXPIRED])
def test_several_tries_without_an_answer_are_counted(state: State) -> None:
    assert "Już 2 prób" in detail(entry(state, uncertain_count=2))
    assert "Już" not in detail(entry(state, uncertain_count=1))


def test_a_doubt_outlives_the_refusal_of_a_later_try() -> None:
    refused = Problem(Code.MAIL_CONTENT_REFUSED, {"reply": "554"})
    assert "mogło dojść" in detail(entry(State.REJECTED, problem=refused, uncertain_count=1))
