"""Lets a test speak, and gives the language back behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from dzwonek.ui.language import NAME


@contextmanager
def given_back(app: QApplication) -> Iterator[None]:
    """Leave no translator and no locale of ours behind, Polish plural forms neither."""
    before = QLocale()
    try:
        yield
    finally:
        for translator in app.findChildren(QTranslator):
            if translator.objectName() == NAME:
                app.removeTranslator(translator)
                translator.setParent(None)
        QLocale.setDefault(before)
        for _ in range(4):
            QApplication.sendPostedEvents()
