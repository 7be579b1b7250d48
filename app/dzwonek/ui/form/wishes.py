"""What the operator wishes to be done with the open report, by button or key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dzwonek.ui.form.ways_out import ask_file

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from dzwonek.ui.form.keys import FormKeys
    from dzwonek.ui.form.window import ReportForm


class FormWishes(QObject):
    """Turns each into a signal of the form that carries the report as it stands then."""

    def __init__(self, form: ReportForm, keys: FormKeys) -> None:
        super().__init__(form)
        self._form = form
        ways_out, footer = form.body.summary.ways_out, form.footer
        ways_out.send_wanted.connect(lambda: self._emit_readable(form.send_now_wanted))
        ways_out.file_wanted.connect(self._ask_file)
        ways_out.program_wanted.connect(lambda: self._emit_readable(form.program_wanted))
        ways_out.code_wanted.connect(lambda: self._emit_readable(form.code_wanted))
        ways_out.told_sent.connect(lambda: self._emit(form.told_sent))
        ways_out.stop_wanted.connect(form.stop_wanted)
        footer.preview_wanted.connect(self._preview)
        footer.send_wanted.connect(self._send)
        footer.later_wanted.connect(self.put_aside)
        keys.press(("Ctrl+P",), self._preview)
        keys.press(("Ctrl+Return", "Ctrl+Enter"), self._send)
        keys.press(("Esc",), self.put_aside)

    def put_aside(self) -> None:
        """Close the form and keep the draft."""
        if self._form.footer.later.isEnabled():
            self._emit(self._form.put_aside)

    def _send(self) -> None:
        """Send, unless the typed time means nothing."""
        if self._form.footer.send.isEnabled():
            self._emit_readable(self._form.send_wanted)

    def _preview(self) -> None:
        if self._form.footer.preview.isEnabled():
            self._emit(self._form.preview_wanted)

    def _ask_file(self) -> None:
        """Ask for a place; on another drive there may be room."""
        if self._form.is_open() and not self._form.refuse_time():
            ask_file(self._form, self._form.current().short_code, self._on_file)

    def _on_file(self, path: str) -> None:
        if self._form.is_open():
            self._form.file_wanted.emit(self._form.current(), path)

    def _emit_readable(self, wish: SignalInstance) -> None:
        """Let the report leave, unless the typed time means nothing."""
        if self._form.is_open() and not self._form.refuse_time():
            self._emit(wish)

    def _emit(self, wish: SignalInstance) -> None:
        if self._form.is_open():
            wish.emit(self._form.current())
