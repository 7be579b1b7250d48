"""The one design language of all windows: spacing, type, colours and plain-text labels.

A window calls `dress(self)` once, at the end of its `__init__`; the rest follows from the roles
that `plain` and `button` give, and from `px`, `colours_of` for what a widget paints itself.
Lengths are written for the usual 12-pixel interface font and grow with the operator's own font.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from dzwonek.domain.markup import escaped
from dzwonek.ui.sheet import written

REFERENCE_FONT = 12  # pixels; Segoe UI 9 pt at 96 dpi
READABLE = 4.5  # WCAG 2.2, 1.4.3: text
STRIKING = 7.0  # WCAG 2.2, 1.4.6: text for those who asked for high contrast
VISIBLE = 3.0  # WCAG 2.2, 1.4.11: borders of controls
LINK_INSET = 5  # pixels from a link button's edge to its text, at the usual font
SMALLER = 0.9
SWITCHED_OFF = 0.6  # of the text's colour, where all other texts have the whole of it
HOUSE_ACCENT = "#0b6e8f"
HOUSE_ACCENT_BY_NIGHT = "#58aecb"
HOUSE_DANGER = "#b3261e"
HOUSE_GOOD = "#1b6e3c"
HOUSE_LATE = "#8a5a00"


class Space(IntEnum):
    """The only distances in use, in pixels at the usual font."""

    HAIR = 2
    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 20
    HUGE = 32


class Size(IntEnum):
    """How large small things are, in pixels at the usual font."""

    LINE = 1  # of a separator, whatever the font
    MARK = 5
    ROUND = 6
    EDGE = 10  # above and below the buttons at a window's foot
    GLYPH = 14
    BOX = 16
    TARGET = 24  # WCAG 2.2, 2.5.8
    CONTROL = 30
    AVATAR = 34
    BUTTON = 36
    FRAME = 40  # a title bar with its borders


class Type(StrEnum):
    """What a text is for; the sheet gives each its size, weight and colour."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    QUIET = "quiet"
    DANGER = "danger"
    GOOD = "good"


class Act(StrEnum):
    """What a button is for: one PRIMARY a window, LINK for small acts beside a thing."""

    PRIMARY = "primary"
    NORMAL = "normal"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a window, all derived from the desktop's palette.

    `surface` is what people read and write on, `edge` the border of a control (3:1), `line` a
    separator, `tint` the accent's faint ground, `off` what cannot be used now.
    """

    window: QColor
    surface: QColor
    text: QColor
    quiet: QColor
    off: QColor
    line: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    tint: QColor
    hover: QColor
    danger: QColor
    danger_tint: QColor
    good: QColor
    late: QColor
    is_dark: bool
    is_high_contrast: bool


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """Lay `share` (0 to 1) of one colour over another."""
    rest = 1 - share
    return QColor(
        round(over.red() * share + under.red() * rest),
        round(over.green() * share + under.green() * rest),
        round(over.blue() * share + under.blue() * rest),
    )


def readable(colour: QColor, grounds: tuple[QColor, ...], ratio: float = READABLE) -> QColor:
    """Make a colour lighter or darker, keeping its hue, until it stands out on all grounds."""
    step = 0.02 if _luminance(grounds[0]) < 0.18 else -0.02
    hue, saturation = max(colour.hslHueF(), 0.0), colour.hslSaturationF()
    lightness = colour.lightnessF()
    while any(contrast(colour, ground) < ratio for ground in grounds) and 0 < lightness < 1:
        lightness = min(1.0, max(0.0, lightness + step))
        colour = QColor.fromHslF(hue, saturation, lightness)
    return colour


def colours_from(palette: QPalette, *, is_high_contrast: bool = False) -> Colours:
    """Derive all colours from a palette; under high contrast the palette's own are kept."""
    role = QPalette.ColorRole
    window, surface = palette.color(role.Window), palette.color(role.Base)
    text = palette.color(role.WindowText)
    is_dark = _luminance(window) < _luminance(text)
    is_strict = is_high_contrast or (is_dark and contrast(window, text) > 19)
    if is_strict:
        return _strict(palette, is_dark)
    window = mixed(window, surface, 0.55) if not is_dark else window
    grounds = (surface, window)
    accent = readable(QColor(HOUSE_ACCENT_BY_NIGHT if is_dark else HOUSE_ACCENT), grounds)
    tint = mixed(accent, surface, 0.20 if is_dark else 0.10)
    hover = mixed(text, surface, 0.06)
    pale = readable(QColor(HOUSE_DANGER), grounds)
    danger_tint = mixed(pale, surface, 0.16 if is_dark else 0.07)
    everywhere = (*grounds, tint, hover, danger_tint)
    quiet = readable(mixed(text, surface, 0.60), everywhere)
    soft = mixed(text, surface, 0.92 if is_dark else 0.86)
    return Colours(
        window=window,
        surface=surface,
        text=soft,
        quiet=quiet,
        off=quiet,
        line=mixed(text, window, 0.14),
        edge=readable(mixed(text, surface, 0.45), (surface,), VISIBLE),
        accent=accent,
        on_accent=_ink_on(accent),
        tint=tint,
        hover=hover,
        danger=readable(pale, everywhere),
        danger_tint=danger_tint,
        good=readable(QColor(HOUSE_GOOD), everywhere),
        late=readable(QColor(HOUSE_LATE), everywhere),
        is_dark=is_dark,
        is_high_contrast=False,
    )


def _strict(palette: QPalette, is_dark: bool) -> Colours:
    role = QPalette.ColorRole
    window, surface = palette.color(role.Window), palette.color(role.Base)
    text, accent = palette.color(role.WindowText), palette.color(role.Highlight)
    return Colours(
        window=window,
        surface=surface,
        text=text,
        quiet=text,
        off=mixed(text, surface, SWITCHED_OFF),
        line=text,
        edge=text,
        accent=readable(accent, (surface, window)),
        on_accent=_ink_on(readable(accent, (surface, window))),
        tint=surface,
        hover=surface,
        danger=readable(QColor(HOUSE_DANGER), (surface, window), STRIKING),
        danger_tint=surface,
        good=readable(QColor(HOUSE_GOOD), (surface, window), STRIKING),
        late=readable(QColor(HOUSE_LATE), (surface, window), STRIKING),
        is_dark=is_dark,
        is_high_contrast=True,
    )


def _ink_on(ground: QColor) -> QColor:
    light, dark = QColor("#ffffff"), QColor("#0a1a20")
    return light if contrast(light, ground) >= READABLE else dark


def scale_of(widget: QWidget) -> float:
    """Say how much larger than usual the operator's font is; never below 1."""
    return max(1.0, QFontInfo(QApplication.font(widget)).pixelSize() / REFERENCE_FONT)


def px(widget: QWidget, length: float) -> int:
    """Turn a length for the usual font into pixels for the operator's font."""
    return round(length * scale_of(widget))


def bold(font: QFont) -> QFont:
    """Give a font's bold sister, for what is chosen or counts most."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def small(font: QFont) -> QFont:
    """Give a font's smaller sister, for a key beside the words of its button."""
    made = QFont(font)
    made.setWeight(QFont.Weight.Normal)
    made.setPointSizeF(font.pointSizeF() * SMALLER)
    return made


def plain(text: str, kind: Type = Type.BODY, parent: QWidget | None = None) -> QLabel:
    """Make a label that shows its text as it is: nothing in it can be a tag, a link or a file."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setOpenExternalLinks(False)
    label.setText(text)
    label.setProperty("kind", kind.value)
    return label


def button(
    text: str, act: Act = Act.NORMAL, parent: QWidget | None = None, *, is_dense: bool = False
) -> QPushButton:
    """Make a button; Enter presses it as Space does. An ampersand marks the key, as in Qt.

    `is_dense` makes links of several lines stand as close as they can be hit.
    """
    made = QPushButton(text, parent)
    made.setProperty("act", act.value)
    if is_dense:
        made.setProperty("room", "dense")
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows its text as it is."""
    widget.setToolTip(escaped(text))


def set_mark(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the sheet looks at, and repaint by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def announce(widget: QWidget, text: str) -> None:
    """Tell a screen reader what changed, politely."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Dress(QObject):
    """Keeps one window in the house's colours while the desktop's palette and font change."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.colours = colours_now()
        window.installEventFilter(self)
        self._put_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the desktop."""
        if event.type() in (
            QEvent.Type.ApplicationPaletteChange,
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.ThemeChange,
        ):
            self.colours = colours_now()
            self._put_on()
        return False

    def _put_on(self) -> None:
        font = QApplication.font()
        text = written(self.colours, scale_of(self._window), QFontInfo(font).pointSizeF())
        if text != self._window.styleSheet():
            self._window.setStyleSheet(text)


def dress(window: QWidget) -> Dress:
    """Put the house's look on a window and all in it."""
    return Dress(window)


def dress_box(box: QMessageBox) -> Dress:
    """Put the house's look on a question, once all its answers stand in it."""
    box.setProperty("ground", "surface")
    for number, answer in enumerate(box.buttons(), 1):
        answer.setObjectName(answer.objectName() or f"{box.objectName()}.answer-{number}")
        answer.setProperty("act", Act.NORMAL.value)
    return Dress(box)


def colours_now() -> Colours:
    """Derive the colours from the desktop's present palette."""
    hints = QGuiApplication.styleHints()  # owns what accessibility() gives
    is_high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return colours_from(QGuiApplication.palette(), is_high_contrast=is_high)


def colours_of(widget: QWidget) -> Colours:
    """Give the colours of the window a widget stands in, for what it paints itself."""
    dressed = widget.window().findChild(Dress, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return dressed.colours if dressed is not None else colours_now()
