"""One place says how all windows look: no other file has colours, lengths or fonts of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "app" / "dzwonek" / "ui"
LANGUAGE_OF_DESIGN = {"look.py", "sheet.py"}
# What is no part of a window's look, looked at one by one.
OF_THEIR_OWN = {
    ("covering_paint.py", "colour"): "marks over a picture stand on pixels of any colour",
    ("stamp.py", "colour"): "the strip under a picture leaves with it",
    ("stamp.py", "font"): "its letters are a part of the picture's width",
    ("qr.py", "colour"): "cameras want black on white",
    ("form/calendar.py", "sheet"): "Qt's month takes the house's colours by a sheet alone",
    ("form/preview_parts.py", "font"): "letters of one width, as large as the others",
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|rgba?\(.*")
LENGTHS = {
    "px", "setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing",
    "addSpacing", "setFixedSize", "setFixedWidth", "setFixedHeight", "setMinimumWidth",
    "setMinimumHeight", "setMaximumWidth", "setMaximumHeight", "setIconSize",
}  # fmt: skip
FONTS = {"setPixelSize", "setPointSize", "setPointSizeF", "setFamily", "setWeight", "setBold"}


def literals(program: str) -> Iterator[tuple[str, int]]:
    """Name each colour, length, font or sheet that is written out, with its line."""
    for node in ast.walk(ast.parse(program)):
        kind = _of_call(node) if isinstance(node, ast.Call) else _of_word(node)
        if kind:
            yield kind, getattr(node, "lineno", 0)


def _of_word(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "colour" if COLOUR.fullmatch(node.value) else ""
    is_named = isinstance(node, ast.Attribute) and node.attr == "GlobalColor"
    return "colour" if is_named else ""


def _of_call(call: ast.Call) -> str:
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    written = [part.value for part in call.args if isinstance(part, ast.Constant)]
    if name == "QColor" and written:
        return "colour"
    if name in LENGTHS and any(isinstance(value, int | float) and value for value in written):
        return "length"
    if name in FONTS or (name == "QFont" and written):
        return "font"
    return "sheet" if name == "setStyleSheet" else ""


def test_no_window_has_colours_lengths_or_fonts_of_its_own() -> None:
    found = {
        (file.relative_to(UI).as_posix(), kind, line)
        for file in UI.rglob("*.py")
        for kind, line in literals(file.read_text(encoding="utf-8"))
    }
    alien = [
        (file, kind, line)
        for file, kind, line in sorted(found)
        if file not in LANGUAGE_OF_DESIGN and (file, kind) not in OF_THEIR_OWN
    ]
    assert alien == [], "use Space, Size, Type, bold, small and colours_of of ui/look.py"


def test_every_exception_is_still_needed() -> None:
    for file, kind in OF_THEIR_OWN:
        program = (UI / file).read_text(encoding="utf-8")
        assert kind in {found for found, _ in literals(program)}, (file, kind)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('edge = "#b3261e"', "colour"),
        ("pen = QColor(20, 24, 28)", "colour"),
        ("pen = Qt.GlobalColor.red", "colour"),
        ("label.setFixedHeight(px(self, 30))", "length"),
        ("column.setContentsMargins(8, 0, 8, 0)", "length"),
        ("font.setPointSizeF(font.pointSizeF() * 0.9)", "font"),
        ('font = QFont("Arial")', "font"),
        ('self.setStyleSheet("border: none")', "sheet"),
    ],
)
def test_what_is_written_out_is_found(line: str, kind: str) -> None:
    assert kind in {found for found, _ in literals(line)}


@pytest.mark.parametrize(
    "line",
    ["column.setContentsMargins(0, 0, 0, 0)", "px(self, Size.CONTROL)", "colours_of(self).danger"],
)
def test_names_and_nothing_are_no_lengths_of_ones_own(line: str) -> None:
    assert list(literals(line)) == []
