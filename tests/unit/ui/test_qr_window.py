"""The code for a phone: what it says, what it asks, and how large it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.reporting.phone_mail import Lack, PhoneMail
from dzwonek.ui.qr import SMALLEST_STEP, LargeQrCode
from dzwonek.ui.qr_window import QrWindow

ADDRESS = "mailto:daktela@daktela.pl?subject=%5BDZW-7F3K2A%5D&body=" + "a" * 1200
ALL = frozenset(Lack)


def mail(lacks: frozenset[Lack] = ALL) -> PhoneMail:
    recipients = ("daktela@daktela.pl",)
    return PhoneMail("id", ADDRESS, recipients, "[DZW-7F3K2A] <b>czat</b>", "treść", lacks)


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.hide()
    shiboken6.delete(made)


def words(window: QrWindow) -> str:
    shown = (window.heading, window.address, window.subject, window.lacks, window.warning)
    return "\n".join(label.text() for label in shown if not label.isHidden())


def test_it_says_to_whom_and_what_the_code_cannot_carry(parent: QWidget) -> None:
    window = QrWindow.ask(parent, mail(), lambda: None)
    told = words(window)
    assert "daktela@daktela.pl" in told
    assert "[DZW-7F3K2A] <b>czat</b>" in told
    assert "Zrzutów ekranu kod nie przeniesie" in told
    assert "przeniesie tylko jego początek" in told
    assert "Danych technicznych" in told
    assert "Sam kod niczego nie wysyła" in told


def test_of_a_code_that_carries_everything_nothing_is_missed(parent: QWidget) -> None:
    window = QrWindow.ask(parent, mail(frozenset()), lambda: None)
    assert "nie przeniesie" not in words(window)


def test_only_the_operators_word_says_that_it_was_sent(parent: QWidget, qtbot: QtBot) -> None:
    said: list[str] = []
    window = QrWindow.ask(parent, mail(), lambda: said.append("sent"))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert said == []
    again = QrWindow.ask(parent, mail(), lambda: said.append("sent"))
    again.done_sent.click()
    assert said == ["sent"]
    assert not again.isVisible()


def test_enter_closes_and_says_nothing(parent: QWidget, qtbot: QtBot) -> None:
    said: list[str] = []
    window = QrWindow.ask(parent, mail(), lambda: said.append("sent"))
    qtbot.waitUntil(window.close_window.hasFocus)
    qtbot.keyClick(window.close_window, Qt.Key.Key_Return)
    assert not window.isVisible()
    assert said == []


def test_its_modules_are_large_enough_for_a_camera(parent: QWidget) -> None:
    window = QrWindow.ask(parent, mail(), lambda: None)
    code = window.findChild(LargeQrCode)
    assert isinstance(code, LargeQrCode)
    assert len(code.modules) == 117
    assert min(code.width(), code.height()) >= code.count * SMALLEST_STEP
    window.resize(window.minimumSizeHint())
    QApplication.sendPostedEvents()
    assert min(code.width(), code.height()) >= code.count * SMALLEST_STEP


def test_it_speaks_a_new_language_at_once(parent: QWidget) -> None:
    window = QrWindow.ask(parent, mail(), lambda: None)
    window.heading.setText("?")
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.heading.text() == "Zeskanuj telefonem, otwórz w poczcie i wyślij"
