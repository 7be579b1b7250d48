"""The windows speak the chosen language at once, and numbers keep their plural forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFile, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import dzwonek.resources_rc  # noqa: F401  # the translations
from dzwonek.ui.language import FIRST, NAME, OURS, SPOKEN, speak
from dzwonek.ui.tray import TrayMenu
from tests.fakes.languages import given_back


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application, and take the language back when the test ends."""
    with given_back(qapp):
        yield qapp


def ours(app: QApplication) -> list[QTranslator]:
    return [one for one in app.findChildren(QTranslator) if one.objectName() == NAME]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_language_is_spoken_and_dates_follow(app: QApplication, language: str) -> None:
    assert speak(app, language) == language
    assert QLocale().name().startswith(language)


def test_the_desktops_language_is_followed_when_it_is_one_of_ours(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Desktop:
        @staticmethod
        def uiLanguages() -> list[str]:  # noqa: N802  # Qt's name
            return ["de-DE", "cs-CZ", "pl"]

    monkeypatch.setattr("dzwonek.ui.language.QLocale.system", staticmethod(Desktop))
    assert speak(app, "system") == "cs"


def test_a_desktop_that_speaks_none_of_ours_gets_polish(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Desktop:
        @staticmethod
        def uiLanguages() -> list[str]:  # noqa: N802  # Qt's name
            return ["C"]

    monkeypatch.setattr("dzwonek.ui.language.QLocale.system", staticmethod(Desktop))
    assert speak(app, "system") == FIRST


def test_an_unknown_language_gets_polish(app: QApplication) -> None:
    assert speak(app, "tlh") == FIRST


def test_changing_often_leaves_no_old_translator_behind(app: QApplication) -> None:
    for language in (*SPOKEN, *SPOKEN, "pl"):
        speak(app, language)
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert len(ours(app)) <= 2


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 zgłoszenie czeka na wysłanie"),
        (2, "2 zgłoszenia czekają na wysłanie"),
        (5, "5 zgłoszeń czeka na wysłanie"),
        (22, "22 zgłoszenia czekają na wysłanie"),
    ],
)
def test_polish_plural_forms_are_right(app: QApplication, number: int, words: str) -> None:
    speak(app, "pl")
    text = "%n zgłoszenie(-a) czeka na wysłanie"
    assert QCoreApplication.translate("Tray", text, None, number) == words


def test_a_language_that_cannot_be_loaded_gives_way_to_polish_and_is_logged(
    app: QApplication, tmp_path: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append(r"dzwonek_en\.qm cannot be loaded")
    (tmp_path / "dzwonek_en.qm").write_bytes(b"no translation")
    QFile.copy(f"{OURS}/dzwonek_pl.qm", str(tmp_path / "dzwonek_pl.qm"))
    speak(app, "en", ours=tmp_path.as_posix())
    text = "%n zgłoszenie(-a) czeka na wysłanie"
    assert QCoreApplication.translate("Tray", text, None, 2) == "2 zgłoszenia czekają na wysłanie"


def test_polish_without_its_file_is_logged_once(
    app: QApplication,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append(r"dzwonek_pl\.qm cannot be loaded")
    speak(app, "pl", ours=tmp_path.as_posix())
    assert len(caplog.records) == 1


def test_a_menu_can_be_spoken_anew(app: QApplication) -> None:
    speak(app, "pl")
    menu = TrayMenu("22 153 0461")
    menu.report_action.setText("?")
    menu.retranslate()
    assert menu.report_action.text() == "Zgłoś problem"
    menu.deleteLater()
