"""Which descriptions cannot wait for a letter to be read."""

from __future__ import annotations

import pytest

from dzwonek.domain.outage import is_outage


@pytest.mark.parametrize(
    "text",
    [
        "Nikt z nas nie może dzwonić.",
        "Od rana nikt w zespole nie może zadzwonić do żadnego klienta",
        "Klienci nie mogą się do nas dodzwonić.",
        "NIE DA SIĘ DZWONIĆ",
        "Nie można wykonywać połączeń, nie możemy dzwonić",
        "telefony nie działają",
        "Nikdo z nás nemůže volat.",
        "Zákazníci se k nám nemohou dovolat.",
        "Ніхто з нас не може дзвонити.",
        "Клієнти не можуть до нас додзвонитися.",
        "None of us can make calls.",
        "Customers cannot reach us.",
    ],
)
def test_a_silent_company_has_to_ring(text: str) -> None:
    assert is_outage(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Połączenie zostało rozłączone w trakcie rozmowy z Klientem.",
        "Nie słyszę klienta, klient mnie słyszy.",
        "Nie można zadzwonić do klienta, zły numer",
        "We can call everyone, but the chat is slow",
        "Klient nie może mnie usłyszeć",
        "Klienci nie widzą czatu na stronie.",
    ],
)
def test_one_bad_call_can_wait(text: str) -> None:
    assert not is_outage(text)


def test_only_the_beginning_of_a_text_is_weighed() -> None:
    assert is_outage("Nikt nie może dzwonić. " + "a" * 100_000)
    assert not is_outage("a" * 100_000 + " Nikt nie może dzwonić.")
