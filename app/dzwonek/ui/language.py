"""Which language the windows speak; it can change while the program runs."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

SPOKEN = ("pl", "en", "cs", "uk")
FIRST = "pl"
NAME = "dzwonek_translator"
OURS = ":/translations"  # the folder of our own files, in the program itself

log = logging.getLogger("dzwonek.language")


def speak(app: QApplication, language: str, ours: str = OURS) -> str:
    """Let the interface speak "pl", "en", "cs" or "uk", or the desktop's language for "system".

    Gives the language that was chosen. Polish stands in the source; its translation holds plural
    forms alone, and serves too when the chosen language's file in `ours` cannot be loaded.
    """
    chosen = _chosen(language)
    for old in app.findChildren(QTranslator):
        if old.objectName() == NAME:
            app.removeTranslator(old)
            old.deleteLater()
    QLocale.setDefault(QLocale(chosen))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, f"{qt}/qtbase_{chosen}.qm")  # none is needed where Qt speaks it of itself
    for name in dict.fromkeys((chosen, FIRST)):
        path = f"{ours}/dzwonek_{name}.qm"
        if _install(app, path):
            break
        log.warning("the translation %s cannot be loaded", path)
    return chosen


def spoken_now() -> str:
    """Give the language that the windows speak now, "pl" for example."""
    return QLocale().name().partition("_")[0]


def _chosen(language: str) -> str:
    wanted = [language] if language != "system" else QLocale.system().uiLanguages()
    for name in wanted:
        short = name.replace("_", "-").split("-")[0]
        if short in SPOKEN:
            return short
    return FIRST


def _install(app: QApplication, path: str) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    if translator.load(path):
        return app.installTranslator(translator)
    translator.deleteLater()
    return False
