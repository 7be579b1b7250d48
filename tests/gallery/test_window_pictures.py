"""Pictures of the list, the help and the window without a tray, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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
def reports(gallery: Gallery, qtbot: QtBot) -> MyReports:
    """Open the list in the gallery's look."""
    return shown_reports(qtbot)


def shown_reports(qtbot: QtBot) -> MyReports:
    made = MyReports(StillClock(scenes.NOW), scenes.ZONE)
    qtbot.addWidget(made)
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
    large_font: Callable[[], None], gallery: Gallery, qtbot: QtBot
) -> None:
    large_font()
    reports = shown_reports(qtbot)
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
def test_help(moment: datetime, gallery: Gallery, qtbot: QtBot) -> None:
    made = HelpWindow(load_profile("daktela-pl"), StillClock(moment))
    qtbot.addWidget(made)
    made.show()
    made.copy_number.click()
    name = "open" if moment == scenes.NOW else "closed"
    hung(made, f"help-{name}", gallery)
    made.resize(made.width(), 1800)
    hung(made, f"help-{name}-whole", gallery)


def test_help_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, qtbot: QtBot
) -> None:
    large_font()
    made = HelpWindow(load_profile("daktela-pl"), StillClock(scenes.NOW))
    qtbot.addWidget(made)
    made.show()
    made.resize(1240, 1280)
    hung(made, "help-large-font", gallery)


def test_the_window_without_a_tray(gallery: Gallery, qtbot: QtBot) -> None:
    menu = TrayMenu("22 153 0461")
    qtbot.addWidget(menu)
    made = BellWindow(menu)
    qtbot.addWidget(made)
    menu.show_keys("Pause", "Shift+Pause")
    made.show()
    hung(made, "bell", gallery)
