"""Where a message is proposed to be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dzwonek.ui.saving import proposed


def stand_in(monkeypatch: pytest.MonkeyPatch, documents: str, home: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: documents)
    monkeypatch.setattr(QDir, "homePath", lambda: home.as_posix())


def test_a_message_is_proposed_among_the_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents = tmp_path / "Dokumenty"
    documents.mkdir()
    stand_in(monkeypatch, documents.as_posix(), tmp_path)
    assert proposed("DZW-7F3K2A") == f"{documents.as_posix()}/DZW-7F3K2A.eml"


@pytest.mark.parametrize("documents", ["", "Dokumenty"])
def test_without_a_folder_of_documents_a_dialog_opens_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot, documents: str
) -> None:
    stand_in(monkeypatch, documents and f"{tmp_path.as_posix()}/{documents}", tmp_path)
    dialog = QFileDialog(None, "", proposed("DZW-7F3K2A"))
    qtbot.addWidget(dialog)
    assert QDir(dialog.directory().path()) == QDir(tmp_path.as_posix())
