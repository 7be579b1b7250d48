"""Pictures of the help and of the short forms behind it, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QWidget

import dzwonek.resources_rc  # noqa: F401  # the icons
from dzwonek.config.profile import load_profile
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.help import HelpWindow
from tests.fakes import list_scenes as scenes
from tests.fakes.every_window import matter, matter_that_lacks_something, shown
from tests.fakes.form_scenes import StillClock
from tests.gallery.conftest import Gallery

NIGHT = datetime(2020, 5, 1, 20, 0, tzinfo=UTC)  # a holiday's evening
EVERYTHING = frozenset({"tel", "https"})


@pytest.fixture(autouse=True)
def polish() -> Iterator[None]:
    """Name the days in Polish, as the program does."""
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def stack(gallery: Gallery) -> Iterator[ExitStack]:
    """End a test's windows with it: a change of palette restyles all there are."""
    with ExitStack() as windows:
        yield windows


def hung(window: QWidget, name: str, gallery: Gallery) -> None:
    for _ in range(3):  # until lines that broke anew have pushed down what is below
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    gallery.hang(name, window)


def opened(stack: ExitStack, moment: datetime) -> HelpWindow:
    return shown(stack, HelpWindow(load_profile("daktela-pl"), StillClock(moment)))


def test_help_on_a_working_day(gallery: Gallery, stack: ExitStack) -> None:
    window = opened(stack, scenes.NOW)
    window.tell_schemes(EVERYTHING)
    hung(window, "help-open", gallery)
    window.contents.choose(3)
    hung(window, "help-open-below", gallery)
    window.pane.verticalScrollBar().setValue(window.pane.verticalScrollBar().maximum())
    hung(window, "help-open-end", gallery)


def test_help_in_a_holidays_evening_without_anything_that_dials(
    gallery: Gallery, stack: ExitStack
) -> None:
    window = opened(stack, NIGHT)
    window.emergency.copy.click()
    window.tell(Problem(Code.LINK_FAILED, {"address": "https://doc.daktela.com/pages/"}))
    hung(window, "help-closed", gallery)
    QApplication.clipboard().clear()


def test_help_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, stack: ExitStack
) -> None:
    large_font()
    window = opened(stack, NIGHT)
    window.tell_schemes(EVERYTHING)
    window.resize(1400, 1100)
    hung(window, "help-large-font", gallery)
    window.resize(920, 690)  # a small screen
    hung(window, "help-large-font-small", gallery)
    number = window.emergency.number
    seen = number.visibleRegion().translated(number.mapTo(window, QPoint()))
    assert QRegion(number.rect().translated(number.mapTo(window, QPoint()))) == seen


def test_the_short_form_of_an_order(gallery: Gallery, stack: ExitStack) -> None:
    hung(matter(stack), "matter", gallery)


def test_the_short_form_that_lacks_something(gallery: Gallery, stack: ExitStack) -> None:
    hung(matter_that_lacks_something(stack), "matter-errors", gallery)


def test_the_short_form_where_nothing_can_be_stored(gallery: Gallery, stack: ExitStack) -> None:
    window = matter(stack)
    window.text.edit.setPlainText("Prosimy o pięć licencji agenta od 1 marca.")
    window.show_problems((Problem(Code.DISK_FULL, {"path": "/home/tobiasz"}),))
    hung(window, "matter-not-stored", gallery)


def test_the_short_form_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, stack: ExitStack
) -> None:
    large_font()
    window = matter_that_lacks_something(stack)
    window.resize(1120, 1100)
    hung(window, "matter-large-font", gallery)
