"""*Pomoc i kontakt*: the emergency first, what holds now, everything without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile, spoken_profile
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.profile import ContactProfile, MatterWords
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.help_emergency import LONGEST_NAP
from dzwonek.ui.help_sections import TextSection
from dzwonek.ui.qr import QUIET_ZONE, QrCode
from tests.fakes import window_walk as walk
from tests.fakes.form_scenes import StillClock

PROFILE = load_profile("daktela-pl")
WORKDAY = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
EVENING = datetime(2020, 2, 27, 18, 0, tzinfo=UTC)
MORNING = datetime(2020, 2, 27, 6, 30, tzinfo=UTC)
HOLIDAY = datetime(2020, 5, 1, 10, 0, tzinfo=UTC)  # a Friday
Open = Callable[[datetime], HelpWindow]


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Open]:
    """Give a way to open the window at a moment."""
    made: list[HelpWindow] = []
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))

    def open_at(moment: datetime) -> HelpWindow:
        window = HelpWindow(PROFILE, StillClock(moment))
        made.append(window)
        window.show()
        return window

    yield open_at
    QLocale.setDefault(before)
    for window in made:
        shiboken6.delete(window)


def texts(window: HelpWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (WORKDAY, "Biuro otwarte do 17:00."),
        (
            MORNING,
            (
                "Biuro zamknięte – w nagłym przypadku dzwoń: 22\u00a0153\u00a00461 (całą dobę)."
                " Znów otwarte: dziś o 09:00."
            ),
        ),
        (
            EVENING,
            (
                "Biuro zamknięte – w nagłym przypadku dzwoń: 22\u00a0153\u00a00461 (całą dobę)."
                " Znów otwarte: jutro o 09:00."
            ),
        ),
        (
            HOLIDAY,
            (
                "Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń:"
                " 22\u00a0153\u00a00461 (całą dobę). Znów otwarte: poniedziałek 04.05 o 09:00."
            ),
        ),
    ],
)
def test_it_says_what_holds_now(opened: Open, moment: datetime, words: str) -> None:
    assert opened(moment).emergency.now.text() == words


def change(window: HelpWindow) -> QTimer:
    return window.emergency._change


def test_what_holds_is_asked_anew_at_each_opening(opened: Open) -> None:
    window = opened(WORKDAY)
    window.hide()
    clock_of(window).moment = EVENING
    window.show()
    assert window.emergency.now.text().startswith("Biuro zamknięte")


def clock_of(window: HelpWindow) -> StillClock:
    clock = window._clock
    assert isinstance(clock, StillClock)
    return clock


def test_what_holds_stays_true_while_it_is_open(opened: Open) -> None:
    """Five minutes before closing it looks at the stroke, and not before; then it says so."""
    window = opened(datetime(2020, 2, 27, 15, 55, tzinfo=UTC))
    assert window.emergency.now.text() == "Biuro otwarte do 17:00."
    assert change(window).isSingleShot()
    assert change(window).interval() == 5 * 60 * 1000 + 1
    clock_of(window).moment = datetime(2020, 2, 27, 16, 0, tzinfo=UTC)
    change(window).timeout.emit()
    assert window.emergency.now.text().startswith("Biuro zamknięte")
    assert change(window).isActive()


def test_far_from_a_change_it_looks_again_all_the_same_for_a_computer_may_have_slept(
    opened: Open,
) -> None:
    assert change(opened(EVENING)).interval() == LONGEST_NAP


def test_nothing_wakes_up_for_a_closed_window(opened: Open) -> None:
    window = opened(WORKDAY)
    assert change(window).isActive()
    window.close()
    assert not change(window).isActive()


def test_whoever_comes_back_to_the_window_sees_what_holds(opened: Open) -> None:
    window = opened(WORKDAY)
    clock_of(window).moment = EVENING
    window.look_again()
    assert window.emergency.now.text().startswith("Biuro zamknięte")


def test_the_next_holidays_are_named(opened: Open) -> None:
    window = opened(datetime(2026, 11, 22, 10, 0, tzinfo=UTC))
    assert window.support is not None
    assert window.support.holidays.text() == (
        "Najbliższe święta, biuro nieczynne: czwartek 24.12, piątek 25.12, piątek 01.01."
    )


def test_all_of_the_support_page_is_there(opened: Open) -> None:
    told = texts(opened(WORKDAY))
    for text in PROFILE.help:
        assert text.title in told
        assert all(PROFILE.told(paragraph) in told for paragraph in text.paragraphs)
    for matter in PROFILE.matters:
        assert matter.title in told
        assert matter.hint in told


def test_contacts_of_an_administrator_stand_in_all_texts(qapp: QApplication) -> None:
    contact = replace(
        PROFILE.contact, email="it@firma.example", emergency="5555", emergency_e164="5555"
    )
    window = HelpWindow(replace(PROFILE, contact=contact), StillClock(EVENING))
    window.show()
    told = texts(window)
    shiboken6.delete(window)
    assert "daktela@daktela.pl" not in told
    assert "153" not in told.replace("+48\u00a022\u00a0153\u00a00461", "")  # the office's phone
    assert "it@firma.example" in told
    assert "5555" in told


def test_the_number_stays_in_sight_however_far_one_scrolls(opened: Open) -> None:
    window = opened(WORKDAY)
    bar = window.pane.verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 0
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        number = window.emergency.number
        assert not number.visibleRegion().isEmpty()
        assert number.visibleRegion().boundingRect() == number.rect()


def test_the_contents_lead_to_each_section_and_follow_the_reader(opened: Open) -> None:
    window = opened(WORKDAY)
    QApplication.processEvents()
    bar, names = window.pane.verticalScrollBar(), [one.short for one in window.sections]
    assert names == [
        *("Nagły przypadek", "Wsparcie techniczne", "Z czym można pisać", "Jak opisać problem"),
        *("Adres i logowanie", "Słuchawki", "Podręcznik", "Kiedy jest płatne"),
        "SLA i wsparcie 24/7",
    ]
    for row, section in enumerate(window.sections):
        window.contents.choose(row)
        assert window.contents.currentRow() == row
        assert not section.heading.visibleRegion().isEmpty()
    bar.setValue(0)
    assert window.contents.currentRow() == 0
    bar.setValue(window.sections[3].y())
    assert window.contents.currentRow() == 3
    bar.setValue(bar.maximum())
    assert window.contents.currentRow() == len(names) - 1


def test_page_keys_turn_the_pages_from_everywhere(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    with qtbot.waitActive(window):
        pass
    window.emergency.copy.setFocus()
    bar = window.pane.verticalScrollBar()
    qtbot.keyClick(window.emergency.copy, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(window.emergency.copy, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_call_is_offered_only_where_something_dials(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    call = window.emergency.call
    assert not call.isVisible()
    window.tell_schemes(frozenset({"https"}))
    assert not call.isVisible()
    window.tell_schemes(frozenset({"tel"}))
    assert call.isVisible()
    with qtbot.waitSignal(window.open_wanted) as wish:
        call.click()
    assert wish.args == ["tel:+48221530461"]


def guide(window: HelpWindow) -> TextSection:
    (found,) = (one for one in window.sections if isinstance(one, TextSection) and one.copy)
    return found


def test_the_guide_opens_in_a_browser_where_there_is_one(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    act = guide(window).open
    assert act is not None
    assert act.isHidden()
    window.tell_schemes(frozenset({"https"}))
    assert not act.isHidden()
    with qtbot.waitSignal(window.open_wanted) as wish:
        act.click()
    assert wish.args == ["https://doc.daktela.com/pages/"]


def test_a_link_that_is_not_safe_can_only_be_copied(qapp: QApplication) -> None:
    texts = tuple(replace(t, link="http://a.test" if t.link else "") for t in PROFILE.help)
    window = HelpWindow(replace(PROFILE, help=texts), StillClock(WORKDAY))
    window.tell_schemes(frozenset({"https", "http"}))
    act = guide(window).open
    assert act is not None
    assert act.isHidden()
    shiboken6.delete(window)


def test_what_could_not_be_opened_is_told_until_the_next_opening(opened: Open) -> None:
    window = opened(WORKDAY)
    window.tell(Problem(Code.LINK_FAILED, {"address": "tel:+48221530461"}))
    assert "tel:+48221530461" in window.told.text()
    assert window.told.isVisible()
    window.hide()
    window.show()
    assert not window.told.isVisible()


def test_each_matter_leads_to_its_form(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    for matter in ("question", "order"):
        with qtbot.waitSignal(window.matter_wanted) as wish:
            window.matters.acts[matter].click()
        assert wish.args == [matter]
    with qtbot.waitSignal(window.report_wanted):
        window.matters.acts["problem"].click()


def test_a_profile_without_words_for_other_matters_offers_no_form_for_them(
    qapp: QApplication,
) -> None:
    words = replace(PROFILE.words, matter=MatterWords())
    window = HelpWindow(replace(PROFILE, words=words), StillClock(WORKDAY))
    assert list(window.matters.acts) == ["problem"]
    shiboken6.delete(window)


def test_a_profile_without_a_support_section_still_names_the_matters(qapp: QApplication) -> None:
    window = HelpWindow(replace(PROFILE, help=()), StillClock(WORKDAY))
    window.show()
    assert window.sections == (window.matters,)
    shiboken6.delete(window)


def test_the_emergency_number_is_never_called_the_emergency_services(opened: Open) -> None:
    assert "alarmow" not in texts(opened(EVENING)).casefold()


def test_the_number_is_copied_and_the_button_says_so(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    with qtbot.waitSignal(window.copy_wanted) as wish:
        window.emergency.copy.click()
    assert wish.args == ["22 153 0461"]
    assert QApplication.clipboard().text() == "22 153 0461"
    assert window.emergency.copy.text() == "✓ Skopiowano"
    window.emergency.copy.show_fresh()
    assert window.emergency.copy.text() == "Kopiuj numer"
    QApplication.clipboard().clear()


def test_address_and_guide_can_be_copied(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    assert window.support is not None
    for button, text in (
        (window.support.copy_mail, "daktela@daktela.pl"),
        (guide(window).copy, "https://doc.daktela.com/pages/"),
    ):
        assert button is not None
        assert text in button.text()
        with qtbot.waitSignal(window.copy_wanted) as wish:
            button.click()
        assert wish.args == [text]
    QApplication.clipboard().clear()


def test_saying_copied_moves_nothing(opened: Open) -> None:
    window = opened(WORKDAY)
    before = window.emergency.copy.sizeHint()
    window.emergency.copy.click()
    assert window.emergency.copy.sizeHint() == before
    QApplication.clipboard().clear()


def test_the_code_dials_the_number_and_has_its_quiet_zone(opened: Open) -> None:
    import segno

    code = opened(WORKDAY).findChild(QrCode)
    assert isinstance(code, QrCode)
    wanted = segno.make("tel:+48221530461", error="m", micro=False).matrix
    assert code.modules == tuple(tuple(bool(module) for module in row) for row in wanted)
    assert painted_modules(code.grab().toImage(), len(code.modules)) == code.modules


def painted_modules(image: QImage, count: int) -> tuple[tuple[bool, ...], ...]:
    """Read the modules back out of the picture, as a camera does."""
    step = image.width() // (count + 2 * QUIET_ZONE)
    start = (image.width() - step * count) // 2
    assert start >= QUIET_ZONE * step

    def is_dark(x: int, y: int) -> bool:
        middle = start + x * step + step // 2, start + y * step + step // 2
        return image.pixelColor(*middle).lightness() < 128

    return tuple(tuple(is_dark(x, y) for x in range(count)) for y in range(count))


def test_esc_closes(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    with qtbot.waitActive(window):
        pass
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_change_of_language_speaks_at_once(opened: Open) -> None:
    window = opened(WORKDAY)
    window.emergency.copy.setText("?")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.emergency.copy.text() == "Kopiuj numer"


@pytest.mark.parametrize("times", [1, 2])
def test_everybody_can_use_it(opened: Open, qapp: QApplication, times: int) -> None:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * times)
    qapp.setFont(font)
    try:
        window = opened(HOLIDAY)
        window.tell_schemes(frozenset({"tel", "https"}))
        window.tell(Problem(Code.LINK_FAILED, {"address": "tel:+48221530461"}))
        window.resize(780 * times, 700 * times)
        QApplication.sendPostedEvents()
        assert walk.nameless(window) == []
        assert walk.twins(window) == []
        assert walk.small(window) == []
        assert walk.cut(window) == []
        assert walk.outside(window) == []
        assert walk.markup(window) == []
        assert walk.unreachable(window) == []
    finally:
        qapp.setFont(before)


def test_the_page_is_read_in_the_language_of_the_windows(qapp: QApplication) -> None:
    asked: list[str] = []

    def spoken(language: str) -> ContactProfile:
        asked.append(language)
        return spoken_profile(PROFILE, language, ())

    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    window = HelpWindow(PROFILE, StillClock(WORKDAY), spoken)
    window.show()
    try:
        assert "When to call at once" in texts(window)
        assert window.sections[0].short == "Emergency"
        assert "Kiedy dzwonić od razu" not in texts(window)
        QLocale.setDefault(QLocale("pl_PL"))
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        assert "Kiedy dzwonić od razu" in texts(window)
        assert window.contents.item(0).text() == "Nagły przypadek"
        assert asked == ["en", "pl"]
    finally:
        QLocale.setDefault(before)
        shiboken6.delete(window)


def test_tab_goes_through_the_page_as_it_is_read(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    window.tell_schemes(frozenset({"tel", "https"}))
    with qtbot.waitActive(window):
        pass
    passed = []
    for _ in range(9):
        passed.append(window.focusWidget().objectName())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [
        *("pages", "help_copy_mail", "help_matter_question", "help_matter_order"),
        *("help_matter_problem", "help_open_guide", "help_link_guide"),
        *("help_call", "help_copy_number"),
    ]


def test_an_offices_own_number_can_be_copied_where_it_is_another(
    opened: Open, qapp: QApplication, qtbot: QtBot
) -> None:
    usual = opened(WORKDAY).support
    assert usual is not None
    assert usual.copy_phone is None
    contact = replace(PROFILE.contact, phone="+48 55 555 5555", phone_e164="+48555555555")
    window = HelpWindow(replace(PROFILE, contact=contact), StillClock(WORKDAY))
    assert window.support is not None
    act = window.support.copy_phone
    assert act is not None
    with qtbot.waitSignal(window.copy_wanted) as wish:
        act.click()
    assert wish.args == ["+48 55 555 5555"]
    QApplication.clipboard().clear()
    shiboken6.delete(window)
