"""Icons and translations: the same bytes each time, known names, and clear shapes."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from hatch_build import compile_resources

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
STATES = ("idle", "waiting", "trouble")


def drawn(icon: Path, size: int) -> QImage:
    """Draw an icon into a square of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(icon)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def shape(icon: Path, size: int) -> list[bool]:
    """Tell for each pixel whether the icon covers it: what is left of it without colour."""
    image = drawn(icon, size)
    return [
        image.pixelColor(x, y).alpha() > 127 for y, x in itertools.product(range(size), repeat=2)
    ]


def test_the_same_resources_give_the_same_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    for name in sorted(RESOURCES.rglob("*.*"), reverse=True):
        target = copy / name.relative_to(RESOURCES)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(name, target)  # in another order, at another place and at another time
    assert compile_resources(copy) == compile_resources(RESOURCES)


def test_every_icon_and_translation_is_found_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "compiled.py").write_bytes(compile_resources(RESOURCES))
    names = [f":/icons/{icon.name}" for icon in ICONS]
    names += [f":/translations/dzwonek_{language}.qm" for language in ("pl", "en", "cs", "uk")]
    question = (
        "import sys, compiled; from PySide6.QtCore import QFile;"
        "print([name for name in sys.argv[1:] if not QFile.exists(name)])"
    )
    command = [sys.executable, "-c", question, *names]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_a_broken_translation_stops_the_build(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES, tmp_path / "resources")
    (tmp_path / "resources" / "translations" / "dzwonek_en.ts").write_text("<TS")
    with pytest.raises(subprocess.CalledProcessError):
        compile_resources(tmp_path / "resources")


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_is_a_square_drawing_that_qt_can_draw(icon: Path) -> None:
    root = ElementTree.parse(icon).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert sum(shape(icon, 24)) > 20


@pytest.mark.parametrize("size", [16, 22, 24, 32])
@pytest.mark.parametrize("tone", ["on-light", "on-dark"])
def test_the_states_of_the_tray_icon_are_told_apart_without_colour(tone: str, size: int) -> None:
    shapes = [shape(RESOURCES / "icons" / f"tray-{state}-{tone}.svg", size) for state in STATES]
    for one, other in itertools.combinations(shapes, 2):
        differing = sum(a != b for a, b in zip(one, other, strict=True))
        assert differing / size**2 > 0.06


@pytest.mark.parametrize("state", STATES)
def test_a_tray_icon_has_the_same_shape_on_light_and_on_dark(state: str) -> None:
    light, dark = (
        RESOURCES / "icons" / f"tray-{state}-{tone}.svg" for tone in ("on-light", "on-dark")
    )
    assert shape(light, 64) == shape(dark, 64)
