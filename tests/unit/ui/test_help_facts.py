"""Every fact of the vendor's support page is told in *Pomoc i kontakt*, in all four languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

import dzwonek.resources_rc  # noqa: F401 - registers the translations
from dzwonek.config.profile import load_profile, spoken_profile
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.language import SPOKEN, speak
from tests.fakes.form_scenes import StillClock
from tests.fakes.languages import given_back

EVENING = datetime(2020, 12, 23, 20, 0, tzinfo=UTC)  # before holidays, the office is closed
SAME = "in every language"
# A fact of the support page, and the words by which it is told: pl, en, cs, uk.
FACTS: dict[str, tuple[str, ...]] = {
    "the number for emergencies": ("22 153 0461", SAME),
    "how it is dialled from abroad": ("+48 22 153 0461", SAME),
    "it is answered at any time": (
        "o każdej porze",
        "at any time",
        "kdykoli",
        "будь-коли",
    ),
    "when to use it: calls are impossible": (
        "Gdy nie da się rozmawiać",
        "When nobody can make calls",
        "Když nelze telefonovat",
        "Коли неможливо розмовляти",
    ),
    "when to use it: clients cannot reach you": (
        "klienci nie mogą się do Ciebie dodzwonić",
        "clients cannot reach you",
        "se k vám klienti nedovolají",
        "клієнти не можуть до вас додзвонитися",
    ),
    "support's address": ("daktela@daktela.pl", SAME),
    "the office hours": ("9:00–17:00", "9:00–17:00", "9:00–17:00", "з 9:00 до 17:00"),
    "the office days": (
        "od poniedziałku do piątku",
        "Monday to Friday",
        "od pondělí do pátku",
        "з понеділка до п’ятниці",
    ),
    "whose time that is": ("czasu warszawskiego", "Warsaw time", "varšavského", "варшавським"),
    "not on holidays": (
        "z wyjątkiem świąt",
        "except on Polish public holidays",
        "kromě polských svátků",
        "крім польських свят",
    ),
    "which holidays come next": ("25.12", SAME),
    "what holds now": (
        "Biuro zamknięte – w nagłym przypadku dzwoń: 22 153 0461 (całą dobę).",
        "22 153 0461 (at any time)",
        "22 153 0461 (nonstop)",
        "22 153 0461 (цілодобово)",
    ),
    "a question about licences": (
        "Pytanie o licencje, rozszerzenia lub funkcje",
        "A question about licences, extensions or functions",
        "Dotaz na licence, rozšíření nebo funkce",
        "Запитання про ліцензії, розширення або функції",
    ),
    "licences, functions and modules are ordered": (
        "Aktualizacja licencji, nowe funkcje lub moduły",
        "Updating licences, new functions or modules",
        "Aktualizace licencí, nové funkce nebo moduly",
        "Оновлення ліцензій, нові функції або модулі",
    ),
    "a problem is reported": (
        "Problem z systemem",
        "A problem with the system",
        "Problém se systémem",
        "Проблема із системою",
    ),
    "all matters go to one mailbox": (
        "Wszystko trafia na daktela@daktela.pl.",
        "daktela@daktela.pl.",
        "daktela@daktela.pl.",
        "daktela@daktela.pl.",
    ),
    "support around the clock": (
        "Wsparcie 24/7",
        "24/7 support",
        "Podpora 24/7",
        "Підтримка 24/7",
    ),
    "the SLA of working days": ("5/8", SAME),
    "the SLA of all days": (
        "wariant 24/7 każdą godzinę każdego dnia",
        "the 24/7 variant every hour of every day",
        "varianta 24/7 každou hodinu každého dne",
        "варіант 24/7 – кожну годину кожного дня",
    ),
    "where the agreed terms stand": (
        "w specyfikacji produktu lub w zamówieniu",
        "in the product specification or in the order",
        "ve specifikaci produktu nebo v objednávce",
        "у специфікації продукту або в замовленні",
    ),
    "the terms can be changed": (
        "Na życzenie można je zmienić",
        "They can be changed on request",
        "Na přání je lze změnit",
        "За бажанням їх можна змінити",
    ),
    "who got the address and the login data": (
        "osoba kontaktowa w Twojej firmie, zwykle menedżer albo lider zespołu",
        "the contact person in your company, usually a manager or a team leader",
        "kontaktní osoba ve vaší firmě, obvykle manažer nebo vedoucí týmu",
        "контактна особа у вашій компанії, зазвичай менеджер або керівник команди",
    ),
    "else support is asked for them": (
        "napisz do wsparcia: daktela@daktela.pl",
        "write to support: daktela@daktela.pl",
        "napište podpoře: daktela@daktela.pl",
        "напишіть до підтримки: daktela@daktela.pl",
    ),
    "a mail opens a ticket": (
        "zakładany jest ticket",
        "a ticket is opened",
        "se v systému podpory založí ticket",
        "створюється тікет",
    ),
    "describe it as fully as you can": (
        "tak dokładnie, jak potrafisz",
        "as fully as you can",
        "co nejpřesněji",
        "якомога докладніше",
    ),
    "headsets on USB": (
        "słuchawki z mikrofonem na USB",
        "a USB headset is recommended",
        "sluchátka s mikrofonem na USB",
        "навушники з мікрофоном на USB",
    ),
    "with which softphones": ("MicroSIP, Zoiper", SAME),
    "for example which": ("Plantronics Blackwire", SAME),
    "the guide is free": (
        "Bezpłatny podręcznik",
        "The free guide",
        "Bezplatná příručka",
        "Безкоштовний посібник",
    ),
    "where the guide is": ("https://doc.daktela.com/pages/", SAME),
    "when support is free": (
        "bezpłatna, gdy przyczyna leży po stronie Dakteli",
        "free when the cause is on Daktela's side",
        "zdarma, když je příčina na straně Daktely",
        "безкоштовна, коли причина на боці Daktela",
    ),
    "when support is charged": (
        "płatna, gdy przyczyna leży po stronie klienta",
        "charged when the cause is on the customer's side",
        "placená, když je příčina na straně zákazníka",
        "платна, коли причина на боці клієнта",
    ),
    "for example when": (
        "nie działa internet",
        "internet is down",
        "nefunguje internet",
        "не працює інтернет",
    ),
}


@pytest.fixture(name="told", scope="module", params=SPOKEN)
def told_fixture(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[int, str]]:
    """Give which language is spoken, and all that the window says in it."""
    with given_back(qapp):
        speak(qapp, request.param)
        profile = load_profile("daktela-pl")
        window = HelpWindow(
            profile, StillClock(EVENING), lambda language: spoken_profile(profile, language, ())
        )
        window.show()
        texts = [label.text() for label in window.findChildren(QLabel)]
        texts += [act.text() for act in window.findChildren(QPushButton)]
        words = "\n".join(texts).replace("\u00a0", " ")
        yield SPOKEN.index(request.param), words
        shiboken6.delete(window)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_of_the_support_page_is_told(told: tuple[int, str], fact: str) -> None:
    number, words = told
    wanted = FACTS[fact]
    assert wanted[0 if SAME in wanted else number] in words
