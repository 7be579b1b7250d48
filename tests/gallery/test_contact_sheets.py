"""A contact sheet of every window, written into `DZWONEK_GALLERY` where that is set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.gallery.conftest import LOOKS, palette
from tests.gallery.contact_sheet import sheet_of
from tests.gallery.scenes import SCENES

FOLDER = os.environ.get("DZWONEK_GALLERY", "")
WITHOUT_A_FOLDER = ("help",)  # one is enough to know that sheets can be made


@pytest.mark.parametrize("name", SCENES if FOLDER else WITHOUT_A_FOLDER)
def test_a_contact_sheet_shows_a_window_in_all_that_it_may_wear(
    name: str, tmp_path: Path, qapp: QApplication
) -> None:
    usual = QPalette(qapp.palette())
    looks = {look: palette(colours) if colours else usual for look, colours in LOOKS.items()}
    sheet = sheet_of(name, looks)
    path = Path(FOLDER or tmp_path, f"sheet-{name}.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    assert sheet.save(str(path)), path
