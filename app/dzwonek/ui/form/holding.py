"""The form held still while its report is stored or leaves by another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from dzwonek.ui.form.body import Body
    from dzwonek.ui.form.footer import Footer
    from dzwonek.ui.form.person import PersonBar


class Holding:
    """Takes every question out of reach, and gives the keyboard back where it was."""

    def __init__(self, form: QWidget, person: PersonBar, body: Body, footer: Footer) -> None:
        self._form, self._person, self._body, self._footer = form, person, body, footer
        self._focused: QWidget | None = None

    def set_sending(self, is_sending: bool) -> None:
        """Hold the form still while the report is being stored."""
        if is_sending:
            self._focused = self._form.focusWidget()
        self._body.setEnabled(not is_sending)
        self._person.setEnabled(not is_sending)
        self._footer.set_sending(is_sending)
        if not is_sending and self._focused is not None:
            self._focused.setFocus()
            self._focused = None

    def hold(self) -> None:
        """Hold all but what is said of the report on top."""
        self._body.hold(is_held=True)
        self._person.setEnabled(False)
        self._footer.hold(is_held=True)

    def release(self) -> None:
        """Let the form be used again."""
        self._body.hold(is_held=False)
        self._person.setEnabled(True)
        self._footer.hold(is_held=False)
        self._body.summary.ways_out.rest()
