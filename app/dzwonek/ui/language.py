"""Which language the windows speak; it can change while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

SPOKEN = ("pl", "en", "cs", "uk")
FIRST = "pl"
NAME = "dzwonek_translator"


def speak(app: QApplication, language: str) -> str:
    """Let the interface speak "pl", "en", "cs" or "uk", or the desktop's language for "system".

    Gives the language that was chosen. Polish stands in the source; its translation holds plural
    forms alone.
    """
    chosen = _chosen(language)
    for old in app.findChildren(QTranslator):
        if old.objectName() == NAME:
            app.removeTranslator(old)
            old.deleteLater()
    QLocale.setDefault(QLocale(chosen))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, f"{qt}/qtbase_{chosen}.qm")
    _install(app, f":/translations/dzwonek_{chosen}.qm")
    return chosen


def _chosen(language: str) -> str:
    wanted = [language] if language != "system" else QLocale.system().uiLanguages()
    for name in wanted:
        short = name.replace("_", "-").split("-")[0]
        if short in SPOKEN:
            return short
    return FIRST


def _install(app: QApplication, path: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    if translator.load(path):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
