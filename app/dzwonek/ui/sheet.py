"""The style sheet behind `look`: what each role of label, button and field looks like."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.ui.look import Colours

LABELS = """
QLabel, QCheckBox, QRadioButton, QGroupBox { color: $text; background: transparent; }
QGroupBox { border: none; margin: 0; padding: 0; }
QLabel[kind="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="danger"] { color: $danger; }
QLabel[kind="good"] { color: $good; }
QLabel:disabled { color: $off; }
"""

GROUNDS = """
QWidget[ground="window"] { background: $window; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="tint"] { background: $tint; }
QWidget[ground="alarm"] { background: $danger_tint; }
QFrame[ground="notice"] { background: $tint; border: 1px solid $accent; }
QFrame[ground="trouble"] { background: $danger_tint; border: 1px solid $danger; }
QFrame[ground="card"] { background: $surface; border: 1px solid $line; }
QFrame[ground="notice"], QFrame[ground="trouble"], QFrame[ground="card"] {
  border-radius: ${round}px;
}
QFrame[ground="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QScrollArea { background: transparent; border: none; }
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: ${tight}px; }
"""

BUTTONS = """
QPushButton[act] {
  color: $text; background: $surface; border: 1px solid $edge; border-radius: ${round}px;
  padding: ${tight}px ${medium}px; min-height: ${target}px;
}
QPushButton[act]:hover { background: $hover; border-color: $text; }
QPushButton[act]:pressed { background: $tint; }
QPushButton[act]:focus { border: 2px solid $accent; padding: ${tight_less}px ${medium_less}px; }
QPushButton[act]:disabled { color: $off; border-color: $off_edge; }
QPushButton[act="primary"] {
  color: $on_accent; background: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[act="primary"]:hover, QPushButton[act="primary"]:pressed { background: $accent_strong; }
QPushButton[act="primary"]:focus { border: 2px solid $text; }
QPushButton[act="primary"]:disabled {
  color: $off; background: $off_ground; border-color: $off_edge;
}
QPushButton[act="link"] {
  color: $accent; background: transparent; border: 1px solid transparent;
  padding: ${hair}px ${tight}px; min-height: ${target}px; text-align: left;
}
QPushButton[act="link"][weight="strong"] { color: $text; font-weight: 600; }
QPushButton[act="link"]:hover { text-decoration: underline; }
QPushButton[act="link"]:focus { border: 2px solid $accent; padding: 1px ${tight_less}px; }
QPushButton[act="link"]:disabled { color: $off; border-color: transparent; }
QPushButton[act="link"][room="dense"] { min-height: ${target_less}px; }
QPushButton[act="link"][room="dense"]:focus { padding: ${hair_less}px ${tight_less}px; }
QPushButton::menu-indicator { width: 0; }
"""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QDateTimeEdit, QSpinBox, QComboBox, QAbstractItemView {
  color: $text; background: $surface; border: 1px solid $edge; border-radius: ${round}px;
  selection-color: $on_accent; selection-background-color: $accent;
  placeholder-text-color: $quiet;
}
QLineEdit, QComboBox { padding: 1px ${small}px; }
QLineEdit, QDateTimeEdit, QSpinBox, QComboBox { min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: ${tight}px ${tight}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateTimeEdit:focus, QSpinBox:focus,
QComboBox:focus, QAbstractItemView:focus { border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus { padding: 0 ${small_less}px; }
QDateTimeEdit:focus, QSpinBox:focus { min-height: ${field_less}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${tight_less}px ${tight_less}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QDateTimeEdit:disabled, QSpinBox:disabled,
QComboBox:disabled { color: $off; background: $window; border-color: $off_edge; }
QLineEdit:read-only { background: $window; }
QLineEdit[wrong="true"] { border: 2px solid $danger; padding: 0 ${small_less}px; }
QPlainTextEdit[wrong="true"] { border: 2px solid $danger; padding: ${tight_less}px; }
QAbstractSpinBox { padding: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit {
  border: none; background: transparent; padding: 0 ${small}px; min-height: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QAbstractItemView { outline: none; padding: 2px; }
QListView[frame="none"], QListView[frame="none"]:focus {
  border: none; background: transparent; padding: 0;
}
QMenu { color: $text; background: $surface; border: 1px solid $edge; padding: ${tight}px 0; }
QMenu::item { padding: ${small}px ${large}px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $line; margin: ${tight}px 0; }
"""

SCROLL = """
QScrollBar:vertical { background: transparent; width: ${medium}px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: ${medium}px; margin: 0; border: none; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${huge}px; }
QScrollBar::handle:horizontal { min-width: ${huge}px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def written(colours: Colours, scale: float, points: float) -> str:
    """Fill the rules with colours, lengths (grown by `scale`) and type sizes (points)."""
    lengths = {
        "hair": 1, "tight": 4, "small": 8, "medium": 12, "large": 20, "huge": 32,
        "target": 24, "field": 26, "round": 6,
        "tight_less": 3, "small_less": 7, "medium_less": 11,
    }  # fmt: skip
    values: dict[str, object] = {name: round(n * scale) for name, n in lengths.items()}
    for less in ("tight", "small", "medium"):
        values[f"{less}_less"] = round(lengths[less] * scale) - 1
    values["field_less"] = round(lengths["field"] * scale) - 2
    hair = round(lengths["hair"] * scale)
    values["hair_less"] = hair - 1
    values["target_less"] = round(lengths["target"] * scale) - 2 * (hair + 1)  # with its frame
    values |= {"title": round(points * 1.5, 1), "heading": round(points * 1.15, 1)}
    tones = ("window", "surface", "text", "quiet", "line", "edge", "accent", "on_accent", "tint")
    for tone in (*tones, "off", "hover", "danger", "danger_tint", "good"):
        values[tone] = getattr(colours, tone).name()
    is_strict = colours.is_high_contrast
    values["off_edge"] = (colours.off if is_strict else colours.line).name()
    values["off_ground"] = (colours.surface if is_strict else colours.line).name()
    strong = colours.accent.lighter(112) if colours.is_dark else colours.accent.darker(115)
    values["accent_strong"] = strong.name()
    return Template(LABELS + GROUNDS + BUTTONS + FIELDS + SCROLL).substitute(values)
