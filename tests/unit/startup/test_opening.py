"""What stands behind the bell is built after it, and a fault in building is not swallowed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from dzwonek.startup.tray.opening import Opening


def test_without_a_tray_the_program_is_built_all_the_same(qapp: QApplication) -> None:
    built: list[str] = []

    def build() -> None:
        built.append("program")
        qapp.exit(3)

    assert Opening(qapp, build).run() == 3
    assert built == ["program"]


def test_the_program_is_built_when_something_of_ours_is_on_the_screen(qapp: QApplication) -> None:
    bell = QWidget()
    bell.show()
    exposed: list[bool] = []

    def build() -> None:
        exposed.append(bell.windowHandle().isExposed())
        qapp.exit(0)

    Opening(qapp, build).run()
    assert exposed == [True]


def test_a_fault_in_building_ends_the_program_and_is_raised(qapp: QApplication) -> None:
    def build() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Opening(qapp, build).run()
