"""Who switched the pictures off is known where they would be taken."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dzwonek.domain.problem import Code, Problem
from dzwonek.startup.core import open_core
from dzwonek.startup.tray.windows import Windows
from dzwonek.ui.tasks import Tasks
from tests.fakes.secret_box import MemorySecretBox

OWN = "[privacy]\nscreenshots = false\n"


def switched_off(tmp_path: Path, settings: str, policy: str) -> Problem | None:
    """Set a computer up and say why it takes no picture."""
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(settings, encoding="utf-8")
    file = tmp_path / "policy.toml"
    file.write_text(policy, encoding="utf-8")
    environment = {"DZWONEK_HOME": str(home), "HOME": str(tmp_path), "DZWONEK_POLICY": str(file)}
    with ExitStack() as stack, open_core(environment, MemorySecretBox()) as core:
        parent = QObject()
        windows = Windows(core, Tasks(), stack, parent)
        return windows.screens.capture().problem


@pytest.mark.parametrize("policy", ["PrivacyScreenshots = false\n", 'PrivacyScreenshots = "x"\n'])
def test_the_administrators_policy_is_told_as_such(
    tmp_path: Path, qapp: QApplication, policy: str
) -> None:
    told = Problem(Code.CAPTURE_SWITCHED_OFF, {"by": "policy"})
    assert switched_off(tmp_path, OWN, policy) == told


def test_ones_own_setting_is_told_as_such(tmp_path: Path, qapp: QApplication) -> None:
    told = Problem(Code.CAPTURE_SWITCHED_OFF)
    assert switched_off(tmp_path, OWN, 'UiLanguage = "pl"\n') == told
