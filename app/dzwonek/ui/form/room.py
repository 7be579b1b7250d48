"""How much room the form takes on the screen, at its first use and when it unfolds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dzwonek.ui.form.footer import Rule
from dzwonek.ui.look import px
from dzwonek.ui.place import LARGE_STATES, keep_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 720
FRAME = 40  # title bar and borders
SPARE = 52  # for a second line of prompts, and for writing


def stack(
    form: QWidget, above: Sequence[QWidget], pane: QScrollArea, body: QWidget, below: QWidget
) -> None:
    """Put the strips that always stand above and below what scrolls."""
    pane.setWidget(body)
    pane.setWidgetResizable(True)
    pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in (*above, Rule(form)):
        column.addWidget(part)
    column.addWidget(pane, 1)
    column.addWidget(Rule(form))
    column.addWidget(below)


class FormRoom:
    """Sees to the size of one form: `body` scrolls in `pane`, the strips always stand."""

    def __init__(
        self, form: QWidget, pane: QScrollArea, body: QWidget, strips: Sequence[QWidget]
    ) -> None:
        self._form, self._pane, self._body, self._strips = form, pane, body, tuple(strips)
        self._is_taken = False
        inside = body.findChildren(QWidget)
        self._parts = [part for part in inside if part.layout()]

    def wished(self, least: QSize) -> QSize:
        """Ask for the whole form, or as much of it as the screen has room for."""
        form = self._form
        content = self._body.sizeHint().height() + 2
        content += sum(strip.sizeHint().height() for strip in self._strips)
        room = form.screen().availableGeometry().size()
        width = min(px(form, WIDTH), room.width())
        height = max(content, least.height()) + px(form, SPARE)
        return QSize(width, min(height, room.height() - px(form, FRAME)))

    def take(self) -> None:
        """At the first use take the room of the whole form; later keep what a person drew."""
        if self._is_taken:
            return
        self._is_taken = True
        for part in self._parts:  # while a window is hidden its parts do not tell their new sizes
            part.updateGeometry()
        self._form.resize(self._form.sizeHint())
        keep_whole(self._form)

    def keep(self) -> None:
        """Keep the size that the form has."""
        self._is_taken = True

    def grow(self) -> None:
        """Take more room for what has unfolded, where the screen has it; the rest scrolls."""
        form = self._form
        if not form.isVisible() or form.windowState() & LARGE_STATES:
            return
        for part in self._parts:
            part.updateGeometry()
        wished = form.sizeHint()
        if wished.height() > form.height():
            form.resize(form.width(), wished.height())
            keep_whole(form)

    def bring(self, field: QWidget | None) -> None:
        """Scroll until a field of the form can be seen."""
        if field is not None and self._pane.isAncestorOf(field):
            self._pane.ensureWidgetVisible(field)

    def show_whole(self, field: QWidget) -> None:
        """Scroll just as far as it takes to see the lower end of a field."""
        for _ in range(2):  # what waits to be laid out: a row asks its column, and that the form
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        low = field.mapTo(self._body, QPoint(0, field.height())).y()
        self._pane.ensureVisible(0, low, 0, 0)

    def to_top(self) -> None:
        """Show the beginning."""
        self._pane.verticalScrollBar().setValue(0)
