"""What the operator wishes of the form's pictures, from every button, key and drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dzwonek.ui.form.adding import PASTE_KEYS, ask_picture
from dzwonek.ui.form.gates import Offered, PictureGates

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dzwonek.ui.form.body import Body
    from dzwonek.ui.form.picture_desk import PictureDesk

PASTING_KEYS = ("Ctrl+V", PASTE_KEYS)


class PictureWishes(QObject):
    """Tells of them while a report is open and not held still."""

    capture_wanted = Signal(bool)  # True: only a piece of it is going to be taken
    offered = Signal(object)  # Offered: dropped, pasted or chosen, not yet judged
    removed = Signal(str)

    def __init__(
        self, form: QWidget, body: Body, pictures: PictureDesk, is_open: Callable[[], bool]
    ) -> None:
        super().__init__(form)
        self._form, self._body, self._pictures = form, body, pictures
        self._is_open = is_open
        self.gates = PictureGates(form, body.description)
        adding = body.pictures.adding
        adding.screen_wanted.connect(lambda: self._want_capture(is_region=False))
        adding.region_wanted.connect(lambda: self._want_capture(is_region=True))
        adding.paste_wanted.connect(self.paste)
        adding.file_wanted.connect(self._ask_file)
        self.gates.arrived.connect(self._on_offered)
        pictures.removed.connect(self._on_removed)

    def paste(self) -> None:
        """Take the picture of the clipboard."""
        if self._can_change():
            self.gates.paste()

    def _can_change(self) -> bool:
        return self._is_open() and self._body.pictures.isEnabled()

    def _want_capture(self, *, is_region: bool) -> None:
        if self._can_change() and self._pictures.has_room():
            self.capture_wanted.emit(is_region)

    def _ask_file(self) -> None:
        ask_picture(self._form, lambda paths: self._on_offered(Offered(tuple(paths))))

    def _on_offered(self, offered: Offered) -> None:
        if self._can_change() and self._pictures.has_room():
            self.offered.emit(offered)

    def _on_removed(self, picture_id: str) -> None:
        if not self._pictures.notes():
            self._body.description.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(picture_id)
