"""*Podgląd*: the report as its reader will find it, shown before anything is sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dzwonek.domain.report_text import one_line
from dzwonek.ui.form.footer import KeyButton, Rule
from dzwonek.ui.form.preview_parts import SeenPicture, Small, WholeText, file_words, size_words
from dzwonek.ui.look import Act, Size, Space, Type, announce, button, dress, plain, px
from dzwonek.ui.words import sentence, title_and_advice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dzwonek.domain.problem import Problem
    from dzwonek.reporting.preview import Preview

SIZE = QSize(660, 640)  # at the usual font
PAGES = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
NOWHERE = ".invalid>"  # the sender while no mail server is set up


class PreviewWindow(QDialog):
    """Shows what would go; nothing can be changed here, only sent or gone back from."""

    send_wanted = Signal()
    picture_wanted = Signal(int)  # which one to show in full, from 0
    progressed = Signal(str)  # what is said of how far it is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._images: tuple[Small, ...] = ()
        self._say_again: Callable[[], None] = self._say_nothing
        self.setObjectName("preview_window")
        self.setProperty("ground", "surface")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = QScrollArea(self)
        self.told = plain("", Type.BODY, self)
        self.told.setObjectName("preview.told")
        self.told.setWordWrap(True)
        self.note = plain("", Type.QUIET, self)
        self.note.setWordWrap(True)
        self.back = KeyButton("", "", Act.NORMAL, self)
        self.back.setObjectName("preview.back")
        self.send = KeyButton("", "", Act.PRIMARY, self)
        self.send.setObjectName("preview.send")
        self._arrange()
        self._connect()
        self._say()
        dress(self)
        room = self.screen().availableGeometry().size()
        self.resize(QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9))
        self.show_progress(0, 0)

    # -- what is told

    def show_progress(self, number: int, count: int) -> None:
        """Say that it is being made, at which picture of how many."""
        words = self.tr("Przygotowujemy podgląd…")
        if count:
            step = self.tr("Przygotowujemy podgląd… Zdjęcie {number} z {count}.")
            words = step.format(number=number, count=count)
        self._say_again = partial(self.show_progress, number, count)
        self._tell(words)
        self.progressed.emit(words)

    def show_problem(self, problem: Problem) -> None:
        """Say why nothing could go."""
        self._say_again = partial(self.show_problem, problem)
        self._tell(sentence(problem))

    def show_preview(self, preview: Preview, images: Sequence[Small]) -> None:
        """Show the message; `images` are its pictures, made to fit `picture_room`."""
        self._preview, self._images = preview, tuple(images)
        self._say_again = partial(self.show_preview, preview, self._images)
        place = self.pane.verticalScrollBar().value()
        self.pane.setWidget(self._content(preview))
        self.pane.verticalScrollBar().setValue(place)
        self._waiting.hide()
        self.pane.show()
        if images:
            self.setMinimumWidth(self.width())  # the pictures were made for it
        self.send.setEnabled(True)
        self.note.setText(self._notes(preview))
        announce(self, self.windowTitle())

    def picture_room(self) -> QSize:
        """Give the room for a picture in device pixels; its height is not bounded by the window."""
        edges = 2 * px(self, Space.LARGE) + px(self, Space.LARGE)
        ratio = self.devicePixelRatioF()
        return QSize(round((self.width() - edges) * ratio), round(self.height() * 2 * ratio))

    def preview(self) -> Preview | None:
        """Give what is shown; None while nothing is."""
        return self._preview if not self.pane.isHidden() else None

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._say_again()
        super().changeEvent(event)

    # -- building

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Podgląd zgłoszenia"))
        self.back.rename(self.tr("Wróć"), self.tr("Esc"))
        self.send.rename(self.tr("Wyślij"), self.tr("Ctrl+Enter"))

    def _say_nothing(self) -> None:
        """Have nothing to say again yet."""

    def _arrange(self) -> None:
        self.pane.setObjectName("preview.pane")
        self.pane.setWidgetResizable(True)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edge = px(self, Space.LARGE)
        self._waiting = QWidget(self)
        around = QVBoxLayout(self._waiting)
        around.setContentsMargins(edge, edge, edge, edge)
        around.addWidget(self.told)
        around.addStretch(1)
        bottom = QFrame(self)
        bottom.setProperty("ground", "window")
        row = QHBoxLayout(bottom)
        row.setContentsMargins(edge, px(self, Size.EDGE), edge, px(self, Size.EDGE))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.note, 1)
        row.addWidget(self.back)
        row.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._waiting, 1)
        column.addWidget(self.pane, 1)
        column.addWidget(Rule(self))
        column.addWidget(bottom)

    def _connect(self) -> None:
        self.back.clicked.connect(self.reject)
        self.send.clicked.connect(self._send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send)
        bar = self.pane.verticalScrollBar()
        for page, step in PAGES.items():
            QShortcut(page, self).activated.connect(partial(bar.triggerAction, step))

    def _send(self) -> None:
        if self.send.isEnabled():
            self.accept()
            self.send_wanted.emit()

    def _tell(self, words: str) -> None:
        self.pane.hide()
        self.told.setText(words)
        self._waiting.show()
        self.send.setEnabled(False)
        self.note.setText("")
        announce(self.told, words)

    def _content(self, preview: Preview) -> QWidget:
        whole = QWidget(self)
        whole.setProperty("ground", "surface")
        column = QVBoxLayout(whole)
        edge = px(self, Space.LARGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(self, Space.MEDIUM))
        if preview.lacks or preview.lost is not None:
            column.addWidget(self._warning(preview, whole))
        column.addLayout(self._head(preview, whole))
        text = WholeText("preview.text", whole)
        text.setAccessibleName(self.tr("Treść zgłoszenia"))
        text.show_text(preview.text.rstrip("\n"))
        label = plain(self.tr("Treść"), Type.QUIET, whole)
        label.setBuddy(text)
        body = QVBoxLayout()
        body.setSpacing(px(self, Space.TIGHT))
        body.addWidget(label)
        body.addWidget(text)
        column.addLayout(body)
        column.addWidget(plain(self._files_title(preview), Type.HEADING, whole))
        self._add_files(preview, whole, column)
        column.addStretch(1)
        return whole

    def _warning(self, preview: Preview, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setProperty("ground", "notice")
        column = QVBoxLayout(card)
        edge = px(self, Space.MEDIUM)
        column.setContentsMargins(edge, edge, edge, edge)
        lines = [title_and_advice(problem)[0] for problem in preview.lacks]
        if lines:
            lines.insert(0, self.tr("Zanim wyślesz, uzupełnij:"))
        if preview.lost is not None:
            lines.append(title_and_advice(preview.lost)[0])
        for number, line in enumerate(lines):
            label = plain(line, Type.STRONG if number == 0 else Type.BODY, card)
            label.setWordWrap(True)
            column.addWidget(label)
        return card

    def _head(self, preview: Preview, parent: QWidget) -> QGridLayout:
        sender = preview.sender
        if sender.endswith(NOWHERE):
            sender = self.tr("będzie znany, gdy ustawisz pocztę")
        rows = (
            (self.tr("Do"), preview.recipients, Type.STRONG),
            (self.tr("Od"), sender, Type.BODY),
            (self.tr("Odpowiedź na"), preview.reply_to or self.tr("adres nadawcy"), Type.BODY),
            (self.tr("Temat"), preview.subject, Type.STRONG),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(self, Space.MEDIUM))
        grid.setVerticalSpacing(px(self, Space.TIGHT))
        grid.setColumnStretch(1, 1)
        for number, (name, value, kind) in enumerate(rows):
            label, told = plain(name, Type.QUIET, parent), _selectable(value, kind, parent)
            told.setAccessibleName(f"{name}: {value}")
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, number, 1)
        return grid

    def _files_title(self, preview: Preview) -> str:
        return self.tr("Załączniki: %n", "", len(preview.files))

    def _add_files(self, preview: Preview, parent: QWidget, column: QVBoxLayout) -> None:
        pictures = list(zip(preview.pictures, self._images, strict=False))
        for number, (file, image) in enumerate(pictures):
            seen = SeenPicture(number, image.image, parent)
            seen.setAccessibleName(self.tr("Pokaż w całości: {name}").format(name=file.filename))
            seen.clicked.connect(lambda _=False, number=number: self.picture_wanted.emit(number))
            column.addWidget(seen, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(plain(file_words(file, image), Type.QUIET, parent))
        shown = [file for file, _ in pictures]
        label = plain("", Type.BODY, parent)
        for file in preview.files:
            if file not in shown:
                label = plain(file_words(file), Type.BODY, parent)
                column.addWidget(label)
        label.setBuddy(self._add_record(preview, parent, column))

    def _add_record(self, preview: Preview, parent: QWidget, column: QVBoxLayout) -> QWidget:
        """Fold the last file's text below its name."""
        record = WholeText("preview.record", parent)
        record.setAccessibleName(self.tr("Plik zgloszenie.json"))
        record.use_fixed_letters()
        record.hide()
        unfold = button(self.tr("Pokaż plik zgloszenie.json"), Act.LINK, parent)
        unfold.setObjectName("preview.show_record")
        unfold.clicked.connect(lambda: self._unfold(unfold, record, preview.record))
        column.addWidget(unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(record)
        return record

    def _unfold(self, by: QPushButton, record: WholeText, text: str) -> None:
        is_shown = record.isHidden()
        record.setVisible(is_shown)
        if is_shown:
            record.show_text(text)
        by.setText(
            self.tr("Ukryj plik zgloszenie.json")
            if is_shown
            else self.tr("Pokaż plik zgloszenie.json")
        )

    def _notes(self, preview: Preview) -> str:
        told = [
            self.tr("Razem {size}. Zmieni się tylko godzina wysłania.").format(
                size=size_words(preview.size)
            )
        ]
        if preview.is_large:
            told.append(self.tr("Gdyby serwer poczty tyle nie przyjął, zmniejszymy zdjęcia."))
        return " ".join(told)


def _selectable(text: str, kind: Type, parent: QWidget) -> QLabel:
    label = plain(one_line(text), kind, parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
