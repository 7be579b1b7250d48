"""What the report form tells: past events, and the operator's wishes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FormSignals(QWidget):
    """The form's side of the talk with its desk; `ReportForm` emits them."""

    edited = Signal()
    painted = Signal()  # what was opened is on the screen
    send_wanted = Signal(object)  # Draft
    put_aside = Signal(object)  # Draft
    send_now_wanted = Signal(object)  # Draft: without storing it
    file_wanted = Signal(object, str)  # Draft, path of the .eml
    program_wanted = Signal(object)  # Draft: open it in the mail program
    code_wanted = Signal(object)  # Draft: a code that a phone writes the message from
    told_sent = Signal(object)  # Draft: the operator says that another program sent it
    preview_wanted = Signal(object)  # Draft: show what would go
    stop_wanted = Signal()  # break off what is being sent now
    retouch_wanted = Signal(str, object)  # picture id, Retouch
    picture_removed = Signal(str)
    capture_wanted = Signal(bool)  # True: only a piece of it is going to be taken
    picture_offered = Signal(object)  # Offered: dropped, pasted or chosen, not yet judged
    pictures_added = Signal(object, object)  # tuple[PictureNote, ...], tuple[Screenshot, ...]
    copy_wanted = Signal(str)  # what was copied; the clipboard holds it already
    settings_wanted = Signal()
    forget_wanted = Signal(str)  # a name that this computer should not know
