"""The last line of defence."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from dzwonek.crash import CrashGuard, technical


def shown() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def failed(secret: str) -> Exception:
    try:
        raise ValueError(secret)
    except ValueError as error:
        return error


def test_what_an_operator_typed_is_in_no_trace() -> None:
    text = technical(failed("730 770 660"))
    assert "730" not in text
    assert text.endswith("ValueError")
    assert "test_crash.py" in text


def test_a_fault_on_any_thread_is_told_once(qtbot: QtBot, expected_warnings: list[str]) -> None:
    expected_warnings.append("unexpected ZeroDivisionError")
    guard = CrashGuard()
    guard.install()
    try:
        threads = [threading.Thread(target=lambda: 1 / 0) for _ in range(2)]
        for thread in threads:
            thread.start()
            thread.join()
    finally:
        guard.remove()
    qtbot.waitUntil(lambda: len(shown()) == 1)
    (box,) = shown()
    assert "ZeroDivisionError" in box.detailedText()
    assert "bezpieczn" not in box.informativeText()  # whether a draft is stored it cannot know
    box.done(0)
