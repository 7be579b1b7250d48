"""Where a message is proposed to be saved."""

from __future__ import annotations

from PySide6.QtCore import QDir, QStandardPaths


def proposed(code: str) -> str:
    """Propose a file among the person's documents, named by a report's code.

    Where that folder does not exist a file dialog would open at the place that the program was
    started from, so the home folder stands in.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not folder or not QDir(folder).exists():
        folder = QDir.homePath()
    return f"{folder}/{code}.eml"
