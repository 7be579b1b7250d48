"""*Pomoc i kontakt*: the emergency first, what holds now, everything without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.qr import QUIET_ZONE, QrCode
from tests.fakes import window_walk as walk
from tests.fakes.form_scenes import StillClock

PROFILE = load_profile("daktela-pl")
WORKDAY = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
EVENING = datetime(2020, 2, 27, 18, 0, tzinfo=UTC)
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
            EVENING,
            (
                "Biuro zamknięte – w nagłym przypadku dzwoń: 22\u00a0153\u00a00461 (całą dobę)."
                " Znów otwarte: piątek 28.02 o 09:00."
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
    assert opened(moment).now.text() == words


def test_what_holds_is_asked_anew_at_each_opening(opened: Open) -> None:
    window = opened(WORKDAY)
    window.hide()
    window._clock = StillClock(EVENING)
    window.show()
    assert window.now.text().startswith("Biuro zamknięte")


def test_all_of_the_support_page_is_there(opened: Open) -> None:
    told = texts(opened(WORKDAY))
    for text in PROFILE.help:
        assert text.id == "emergency" or text.title in told
        assert all(paragraph in told for paragraph in text.paragraphs)
    for matter in PROFILE.matters:
        assert matter.title in told
        assert matter.hint in told


def test_the_emergency_number_is_never_called_the_emergency_services(opened: Open) -> None:
    assert "alarmow" not in texts(opened(EVENING)).casefold()


def test_the_number_is_copied_and_the_button_says_so(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    with qtbot.waitSignal(window.copy_wanted) as wish:
        window.copy_number.click()
    assert wish.args == ["22 153 0461"]
    assert QApplication.clipboard().text() == "22 153 0461"
    assert window.copy_number.text() == "✓ Skopiowano"
    window.copy_number.show_fresh()
    assert window.copy_number.text() == "Kopiuj numer"
    QApplication.clipboard().clear()


def test_address_and_guide_can_be_copied(opened: Open, qtbot: QtBot) -> None:
    window = opened(WORKDAY)
    for button, text in (
        (window.copy_mail, "daktela@daktela.pl"),
        (window.links[0][1], "https://doc.daktela.com/pages/"),
    ):
        assert text in button.text()
        with qtbot.waitSignal(window.copy_wanted) as wish:
            button.click()
        assert wish.args == [text]
    QApplication.clipboard().clear()


def test_saying_copied_moves_nothing(opened: Open) -> None:
    window = opened(WORKDAY)
    before = window.copy_number.sizeHint()
    window.copy_number.click()
    assert window.copy_number.sizeHint() == before
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
    window.copy_number.setText("?")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.copy_number.text() == "Kopiuj numer"


@pytest.mark.parametrize("times", [1, 2])
def test_everybody_can_use_it(opened: Open, qapp: QApplication, times: int) -> None:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * times)
    qapp.setFont(font)
    try:
        window = opened(HOLIDAY)
        window.resize(640 * times, 700 * times)
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
