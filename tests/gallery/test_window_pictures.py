"""Pictures of the list and the window without a tray, to be looked at by people."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

import dzwonek.resources_rc  # noqa: F401  # the icons
from dzwonek.domain.delivery import State
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.preview import Preview
from dzwonek.ui.bell_window import BellWindow
from dzwonek.ui.form.preview import PreviewWindow
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.qr_window import QrWindow
from dzwonek.ui.report_acts import Wish
from dzwonek.ui.report_lines import Group
from dzwonek.ui.tray import TrayMenu
from tests.fakes import list_scenes as scenes
from tests.fakes import preview_scenes
from tests.fakes.form_scenes import StillClock
from tests.gallery.conftest import Gallery


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


def test_reports_that_fit_what_is_looked_for(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all(*scenes.everything())
    reports.search.field.setText("rozłączone klient")
    hung(reports, "reports-search", gallery)
    reports.search.field.setText("faktura")
    hung(reports, "reports-search-nothing", gallery)


def test_supports_number_is_entered(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all((), (scenes.entry(State.DELIVERED, delivered_at=scenes.NOW),))
    reports.acts.buttons[Wish.TICKET].click()
    hung(reports, "reports-ticket", gallery)
    reports.ticket.field.setText("dziękujemy")
    reports.ticket.save.click()
    hung(reports, "reports-ticket-wrong", gallery)


def test_a_confirmed_report_and_what_is_behind_more(reports: MyReports, gallery: Gallery) -> None:
    _, entries = scenes.everything()
    reports.show_all((), entries[-4:])
    hung(reports, "reports-confirmed", gallery)
    reports.acts.menu.popup(reports.mapToGlobal(reports.rect().center()))
    hung(reports.acts.menu, "reports-more", gallery)
    reports.acts.menu.close()


def test_sending_anew_is_asked_about(reports: MyReports, gallery: Gallery) -> None:
    reports.show_all((), (scenes.entry(State.UNCERTAIN, uncertain_count=1),))
    reports.acts.actions_of[Wish.RESEND].trigger()
    box = reports.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    hung(box, "reports-ask-resend", gallery)
    box.reject()


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


def test_the_window_without_a_tray(gallery: Gallery, kept: list[QWidget]) -> None:
    menu = TrayMenu("22 153 0461")
    kept.append(menu)
    made = BellWindow(menu)
    kept.append(made)
    menu.show_keys("Pause", "Shift+Pause")
    made.show()
    hung(made, "bell", gallery)


def shown_preview(kept: list[QWidget], seen: Preview) -> PreviewWindow:
    made = PreviewWindow()
    kept.append(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.show_preview(seen, preview_scenes.small(seen, made.picture_room()))
    return made


def test_the_preview(gallery: Gallery, kept: list[QWidget]) -> None:
    made = shown_preview(kept, preview_scenes.preview(preview_scenes.report(2)))
    hung(made, "preview", gallery)
    unfold = made.findChild(QPushButton, "preview.show_record")
    assert isinstance(unfold, QPushButton)
    unfold.click()
    made.resize(made.width(), 2600)
    hung(made, "preview-whole", gallery)


def test_the_preview_of_what_is_incomplete(gallery: Gallery, kept: list[QWidget]) -> None:
    seen = preview_scenes.preview(preview_scenes.incomplete(), preview_scenes.NOWHERE)
    hung(shown_preview(kept, seen), "preview-incomplete", gallery)


def test_the_preview_while_it_is_made(gallery: Gallery, kept: list[QWidget]) -> None:
    made = PreviewWindow()
    kept.append(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.show_progress(2, 3)
    hung(made, "preview-progress", gallery)
    made.show_problem(Problem(Code.PROFILE_UNKNOWN, {"name": "inny"}))
    hung(made, "preview-problem", gallery)


def test_the_preview_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, kept: list[QWidget]
) -> None:
    large_font()
    made = shown_preview(kept, preview_scenes.preview())
    made.resize(1240, 1280)
    hung(made, "preview-large-font", gallery)


@pytest.mark.parametrize("times", [1, 30], ids=["short", "long"])
def test_the_code_for_a_phone_is_read_back_from_its_pictures(
    times: int, gallery: Gallery, kept: list[QWidget], component: Callable[[str, str], str]
) -> None:
    words = " ".join([preview_scenes.WORDS] * times)
    mail = preview_scenes.on_the_phone(words)
    made = QrWindow(mail)
    kept.append(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    name = f"qr-{'long' if times > 1 else 'short'}"
    hung(made, name, replace(gallery, is_wanted=True))
    zbar = component("zbarimg", "zbar-tools")
    for percent in (100, 200):
        picture = gallery.folder / f"{name}-{gallery.look}-{percent}.png"
        read = subprocess.run(
            (zbar, "--quiet", "--raw", str(picture)), capture_output=True, text=True, check=True
        )
        assert read.stdout.strip() == mail.address
