"""What the editor of pictures says: its tools, and what the keys and the mouse do now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.ui.covering_board import Mark, Tool

if TYPE_CHECKING:
    from dzwonek.ui.covering_board import Board


def tool_name(tool: Tool) -> str:
    """Name a tool."""
    translate = QCoreApplication.translate
    match tool:
        case Tool.COVER:
            return translate("CoverEditor", "Zakryj")
        case Tool.FRAME:
            return translate("CoverEditor", "Zaznacz ramką")
        case Tool.CROP:
            return translate("CoverEditor", "Przytnij")


def hint(board: Board) -> str:
    """Say what can be done now, and what stands on the picture already."""
    translate = QCoreApplication.translate
    if board.begun is not None:
        return translate("CoverEditor", "Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.")
    if board.chosen is not None:
        return _of_chosen(board.chosen)
    if not any(mark.tool is board.tool for mark in board.marks):
        return _of_tool(board.tool)
    return " ".join(_counted(board))


def _of_chosen(mark: Mark) -> str:
    translate = QCoreApplication.translate
    match mark.tool:
        case Tool.COVER:
            return translate(
                "CoverEditor", "Strzałki albo mysz przesuwają zakrycie, Delete je usuwa."
            )
        case Tool.FRAME:
            return translate("CoverEditor", "Strzałki albo mysz przesuwają ramkę, Delete ją usuwa.")
        case Tool.CROP:
            return translate(
                "CoverEditor", "Strzałki albo mysz przesuwają wycinek, Delete przywraca całość."
            )


def _of_tool(tool: Tool) -> str:
    translate = QCoreApplication.translate
    match tool:
        case Tool.COVER:
            return translate(
                "CoverEditor",
                "Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja.",
            )
        case Tool.FRAME:
            return translate(
                "CoverEditor",
                "Przeciągnij myszą wokół tego, co ważne, albo: strzałki, spacja, strzałki, spacja.",
            )
        case Tool.CROP:
            return translate(
                "CoverEditor",
                "Przeciągnij myszą po tym, co ma zostać, albo: strzałki, spacja, strzałki, spacja.",
            )


def _counted(board: Board) -> list[str]:
    translate = QCoreApplication.translate
    told = []
    if covers := len(board.places(Tool.COVER)):
        told.append(
            translate(
                "CoverEditor",
                "Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.",
                "",
                covers,
            )
        )
    if frames := len(board.places(Tool.FRAME)):
        told.append(translate("CoverEditor", "Ramki: %n. Niczego nie zakrywają.", "", frames))
    if board.crop() is not None:
        told.append(translate("CoverEditor", "Z tego, co poza wycinkiem, nic nie zostanie."))
    return told
