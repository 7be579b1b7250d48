"""Pictures of the list, the help and the window without a tray, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

import dzwonek.resources_rc  # noqa: F401  # the icons
from dzwonek.config.profile import load_profile
from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.bell_window import BellWindow
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.report_lines import Group
from dzwonek.ui.tray import TrayMenu
from tests.fakes import list_scenes as scenes
from tests.fakes.form_scenes import StillClock
from tests.gallery.conftest import Gallery

NIGHT = datetime(2020, 5, 1, 20, 0, tzinfo=UTC)  # a holiday's evening


@pytest.fixture
def kept(gallery: Gallery) -> Iterator[list[QWidget]]:
    """Hold a test's windows, and end them with it: a change of palette restyles all there are."""
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        window.hide()
        shiboken6.delete(window)


@pytest.fixture
def reports(gallery: Gallery, kept: list[QWidget]) -> MyReports:
    """Open the list in the gallery's look."""
    return shown_reports(kept)


def shown_reports(kept: list[QWidget]) -> MyReports:
    made = MyReports(StillClock(scenes.NOW), scenes.ZONE)
    kept.append(made)
    made.show()
    return made


def hung(window: QWidget, name: str, gallery: Gallery) -> None:
    QApplication.sendPostedEvents()
    gallery.hang(name, window)


def test_reports_in_every_state(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all(*scenes.everything())
    hung(reports, "reports-all", gallery)
    reports.resize(reports.width(), 900)
    hung(reports, "reports-all-whole", gallery)


def test_reports_in_trouble(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all(*scenes.everything())
    reports.show_group(Group.TROUBLE)
    reports.tell(Problem(Code.REPORT_BUSY))
    hung(reports, "reports-trouble", gallery)


def test_the_empty_list(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all((), ())
    hung(reports, "reports-empty", gallery)


def test_a_report_saved_as_a_file(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all((), (scenes.entry(State.DELIVERED, delivered_at=scenes.NOW),))
    reports.tell("Zapisano /home/tobiasz/Dokumenty/DZW-7K2M9Q.eml.")
    hung(reports, "reports-exported", gallery)


def test_the_list_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, kept: list[QWidget]
) -> None:
    large_font()
    reports = shown_reports(kept)
    reports.show_all(*scenes.everything())
    reports.resize(1280, 1120)
    hung(reports, "reports-large-font", gallery)


@pytest.fixture(autouse=True)
def polish() -> Iterator[None]:
    """Name the days in Polish, as the program does."""
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("moment", [scenes.NOW, NIGHT], ids=["open", "closed"])
def test_help(moment: datetime, gallery: Gallery, kept: list[QWidget]) -> None:
    made = HelpWindow(load_profile("daktela-pl"), StillClock(moment))
    kept.append(made)
    made.show()
    made.copy_number.click()
    name = "open" if moment == scenes.NOW else "closed"
    hung(made, f"help-{name}", gallery)
    made.resize(made.width(), 1800)
    hung(made, f"help-{name}-whole", gallery)


def test_help_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, kept: list[QWidget]
) -> None:
    large_font()
    made = HelpWindow(load_profile("daktela-pl"), StillClock(scenes.NOW))
    kept.append(made)
    made.show()
    made.resize(1240, 1280)
    hung(made, "help-large-font", gallery)


def test_the_window_without_a_tray(gallery: Gallery, kept: list[QWidget]) -> None:
    menu = TrayMenu("22 153 0461")
    kept.append(menu)
    made = BellWindow(menu)
    kept.append(made)
    menu.show_keys("Pause", "Shift+Pause")
    made.show()
    hung(made, "bell", gallery)
