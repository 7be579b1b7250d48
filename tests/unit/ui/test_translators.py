"""The compiled translations can be read by the Qt of this system, whichever compiled them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator

import dzwonek.resources_rc  # noqa: F401 - registers the translations


@pytest.mark.parametrize("language", ["pl", "en", "cs", "uk"])
def test_every_translation_is_read(language: str) -> None:
    assert QTranslator().load(f":/translations/dzwonek_{language}.qm")
