"""Whatever colours a desktop has, texts can be read and controls can be seen."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.ui.look import (
    READABLE,
    VISIBLE,
    Colours,
    bold,
    colours_from,
    contrast,
    px,
    scale_of,
    small,
)
from tests.gallery.conftest import CONTRAST, DARK, palette

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT = {
    "Window": "#f0f0f0", "Base": "#ffffff", "Button": "#f0f0f0", "Text": "#000000",
    "WindowText": "#000000", "ButtonText": "#000000", "Highlight": "#308cc6",
}  # fmt: skip
GROUNDS = ("surface", "window", "tint", "hover", "danger_tint")
INKS = ("text", "quiet", "accent", "danger", "good", "late")
shades = st.integers(0, 255)
colours = st.builds(QColor, shades, shades, shades)


def pale(tones: Colours) -> list[tuple[str, str, float]]:
    """List texts that cannot be read on a ground that they stand on."""
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    measured = [
        (ink, ground, contrast(getattr(tones, ink), getattr(tones, ground)))
        for ink, ground in (*pairs, ("on_accent", "accent"))
    ]
    return [each for each in measured if each[-1] < READABLE]


@pytest.mark.parametrize("desktop", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_every_text_stands_out_from_every_ground_it_is_put_on(desktop: dict[str, str]) -> None:
    tones = colours_from(palette(desktop))
    assert pale(tones) == []
    assert contrast(tones.edge, tones.surface) >= VISIBLE


@given(window=colours, base=colours)
@settings(max_examples=150, deadline=None)
def test_a_desktop_of_any_colours_gives_words_that_can_be_read(
    window: QColor, base: QColor
) -> None:
    """A theme's own text is taken for readable on its own grounds: it is made so here."""
    text = max((QColor("#000000"), QColor("#ffffff")), key=lambda ink: contrast(ink, window))
    if contrast(text, window) < 2 * READABLE or contrast(text, base) < 2 * READABLE:
        return
    made = QPalette(window, window)
    for role, colour in (("Base", base), ("WindowText", text), ("Text", text)):
        made.setColor(QPalette.ColorRole[role], colour)
    tones = colours_from(made)
    for ink in ("text", "accent", "danger", "good", "quiet"):
        for ground in ("surface", "window"):
            found = contrast(getattr(tones, ink), getattr(tones, ground))
            assert found >= READABLE, (ink, ground, found)


def test_under_high_contrast_the_desktops_own_colours_stay() -> None:
    made = palette(CONTRAST)
    tones = colours_from(made, is_high_contrast=True)
    assert tones.is_high_contrast
    assert tones.text == made.color(QPalette.ColorRole.WindowText)
    assert tones.window == made.color(QPalette.ColorRole.Window)


@pytest.mark.parametrize("desktop", [CONTRAST, DARK])
def test_under_high_contrast_what_is_wrong_or_well_stands_out_clearly(
    desktop: dict[str, str],
) -> None:
    tones = colours_from(palette(desktop), is_high_contrast=True)
    for colour in (tones.danger, tones.good, tones.late):
        painted = QColor(colour.name())  # in whole steps, as on the screen
        assert contrast(painted, tones.surface) >= 6.9
        assert contrast(painted, tones.window) >= 6.9


def test_what_cannot_be_used_looks_so_under_high_contrast_too() -> None:
    tones = colours_from(palette(CONTRAST))
    assert contrast(tones.text, tones.off) > 2
    assert contrast(tones.off, tones.surface) >= VISIBLE


def test_all_colours_of_a_window_are_real_ones() -> None:
    tones = colours_from(palette(LIGHT))
    shades_of = [getattr(tones, one.name) for one in fields(tones) if not one.name.startswith("is")]
    assert all(isinstance(one, QColor) and one.isValid() for one in shades_of)


def test_lengths_grow_with_the_operators_font(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    usual = px(widget, 100)
    qapp.setFont(larger)
    try:
        assert scale_of(widget) > 1.5
        assert px(widget, 100) > usual * 1.5
    finally:
        qapp.setFont(before)


def test_a_bold_or_small_letter_stays_of_the_operators_own_font(qapp: QApplication) -> None:
    usual = qapp.font()
    assert bold(usual).family() == small(usual).family() == usual.family()
    assert bold(usual).weight() > usual.weight()
    assert 0.8 * usual.pointSizeF() < small(usual).pointSizeF() < usual.pointSizeF()
