"""The screenshots in the form: one thumbnail a monitor, to look at, cover or remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dzwonek.capture.raster import thumbnail
from dzwonek.domain.picture import Origin
from dzwonek.ui.form.adding import AddingTile
from dzwonek.ui.form.flow import FlowRow
from dzwonek.ui.form.said import one_line
from dzwonek.ui.look import (
    LINK_INSET,
    Act,
    Size,
    Space,
    Type,
    announce,
    button,
    colours_of,
    plain,
    px,
    set_tip,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from dzwonek.ui.form.slots import Slot

THUMB_WIDTH, THUMB_HEIGHT = 148, 83
POOL = 3  # thumbnails built beforehand


class Preview(QAbstractButton):
    """The small picture itself; a click or Enter opens it in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.is_lost = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(px(self, THUMB_WIDTH), px(self, THUMB_HEIGHT))

    def room(self) -> QSize:
        """Give the room for the picture in device pixels."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def show_image(self, image: QImage | None) -> None:
        """Show an image that already has the right size, or none."""
        self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture with rounded corners, or say that it cannot be read."""
        tones = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_marked = self.hasFocus() or self.underMouse()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, px(self, Size.MARK), px(self, Size.MARK))
        painter.fillPath(shape, tones.window)
        if self._pixmap.isNull():
            painter.setPen(tones.quiet)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            text = self.tr("nie udało się odczytać") if self.is_lost else ""
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), flags, text)
        else:
            painter.setClipPath(shape)
            size = self._pixmap.deviceIndependentSize()
            left = (self.width() - size.width()) / 2
            top = (self.height() - size.height()) / 2
            painter.drawPixmap(round(left), round(top), self._pixmap)
            painter.setClipping(False)
        painter.setPen(QPen(tones.accent if is_marked else tones.edge, 2 if is_marked else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Thumb(QWidget):
    """A preview with its picture's name and *Usuń*."""

    open_wanted = Signal(object)  # Slot
    removed = Signal(object)  # Slot

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot: Slot | None = None
        self.preview = Preview(self)
        self.preview.clicked.connect(self._open)
        self.name = plain("", Type.QUIET, self)
        self.remove = button(self.tr("Usuń"), Act.LINK, self)
        self.remove.clicked.connect(self._remove)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.name, 1)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.LINE)
        column.addWidget(self.preview)
        column.addLayout(below)

    def show_slot(self, slot: Slot, place: int) -> None:
        """Show a picture quickly; `refine` makes it smooth."""
        self.slot = slot
        title = name_of(slot)
        shown = title
        if slot.note.is_covered:
            short = self.tr("Z zakryciem")
            shown = self.tr("{screen}, z zakryciem").replace("{screen}", title)
            named = self.tr("{screen}, zakrycia").replace("{screen}", title)
            self._show_name(named if slot.number else short, short)
        else:
            self._show_name(title, title)
        self.preview.setObjectName(f"picture.{place}")
        self.remove.setObjectName(f"picture.{place}.remove")
        self.preview.setAccessibleName(
            self.tr("{screen}: otwórz, aby obejrzeć lub zakryć").replace("{screen}", shown)
        )
        self.remove.setAccessibleName(self.tr("Usuń: {screen}").replace("{screen}", shown))
        set_tip(self.preview, self.tr("Kliknij, aby obejrzeć, zakryć dane klienta lub przyciąć"))
        set_tip(self.name, one_line(slot.note.monitor) or shown)
        self.preview.is_lost = slot.image is None
        self._draw(is_smooth=False)

    def _show_name(self, text: str, short: str) -> None:
        """Show the text, or the short one where it has no room: the state is never cut off."""
        width = px(self, THUMB_WIDTH) - self.remove.sizeHint().width()
        metrics = self.name.fontMetrics()
        fitting = text if metrics.horizontalAdvance(text) <= width else short
        self.name.setText(metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, width))

    def refine(self) -> None:
        """Replace the quick drawing by a smooth one."""
        if self.slot is not None:
            self._draw(is_smooth=True)

    def forget(self) -> None:
        """Let the picture go."""
        self.slot = None
        self.preview.show_image(None)

    def _draw(self, *, is_smooth: bool) -> None:
        slot, room = self.slot, self.preview.room()
        image = slot.seen() if slot is not None and (is_smooth or slot.retouch) else None
        if slot is not None and image is None:
            image = slot.image
        if image is None:
            self.preview.show_image(None)
        elif is_smooth:
            self.preview.show_image(thumbnail(image, room.width(), room.height()))
        else:
            self.preview.show_image(image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))

    def _open(self) -> None:
        if self.slot is not None and self.slot.image is not None:
            self.open_wanted.emit(self.slot)

    def _remove(self) -> None:
        if self.slot is not None:
            self.removed.emit(self.slot)


class PictureShelf(QWidget):
    """All thumbnails, and the reason why some or all are missing."""

    open_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictures")
        self.privacy = self._words("privacy")
        self.privacy.setText(
            self.tr("Mogą pokazywać dane klientów: zakryj to, czego wsparcie nie potrzebuje.")
        )
        self.reason = self._words("reason")
        self.complaint = self._words("complaint", Type.DANGER)
        self.complaint.hide()
        self.smaller = self._words("smaller")
        self.smaller.hide()
        self._place = QWidget(self)
        self.adding = AddingTile(self._place)
        inset = px(self, LINK_INSET)
        self._row = FlowRow(self._place, gap=px(self, Space.MEDIUM), inset=inset)
        self._row.hanging = self.adding
        self.thumbs: list[Thumb] = []
        for _ in range(POOL):
            self._add_thumb()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(self, Space.TIGHT), 0, 0)
        column.setSpacing(px(self, Space.TIGHT))
        column.addWidget(self.privacy)
        column.addWidget(self._place)
        column.addWidget(self.reason)
        column.addWidget(self.smaller)
        column.addWidget(self.complaint)

    def _words(self, name: str, kind: Type = Type.QUIET) -> QLabel:
        """Make a line that stands in a line with the pictures."""
        made = plain("", kind, self)
        made.setObjectName(f"pictures.{name}")
        made.setWordWrap(True)
        made.setIndent(px(self, LINK_INSET))
        return made

    def show_slots(self, slots: Sequence[Slot], reason: str) -> None:
        """Show these pictures; `reason` says quietly why one or all are missing."""
        while len(self.thumbs) < len(slots):
            self._add_thumb()
        for place, thumb in enumerate(self.thumbs, 1):
            is_used = place <= len(slots)
            if is_used:
                thumb.show_slot(slots[place - 1], place)
            else:
                thumb.forget()
            thumb.setVisible(is_used)
        self.privacy.setVisible(bool(slots))
        self.reason.setText(one_line(reason))
        self.reason.setVisible(bool(reason))

    def complain(self, text: str) -> None:
        """Say why a picture could not be added; nothing takes it back."""
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        if text:
            announce(self.complaint, text)

    def tell_added(self, count: int) -> None:
        """Tell a screen reader of new pictures."""
        announce(self, self.tr("Dodano obrazy: %n.", "", count))

    def tell_smaller(self, slots: Sequence[Slot]) -> None:
        """Say which pictures go in the smaller form, and why."""
        names = ", ".join(name_of(slot) for slot in slots)
        told = self.tr("Zapisane jako JPEG (każdy ponad 3 MB): {names}.").replace("{names}", names)
        self.smaller.setText(told if slots else "")
        self.smaller.setVisible(bool(slots))

    def refine(self) -> None:
        """Make the quick drawings smooth."""
        for thumb in self.thumbs:
            thumb.refine()

    def focus_in(self) -> None:
        """Put the keyboard on the first picture, if there is one."""
        if self.thumbs[0].slot is not None:
            self.thumbs[0].preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_thumb(self) -> None:
        thumb = Thumb(self._place)
        thumb.open_wanted.connect(self.open_wanted)
        thumb.removed.connect(self.removed)
        thumb.hide()
        if self.thumbs:  # the keyboard comes to it before what stands behind all pictures
            QWidget.setTabOrder(self.thumbs[-1].remove, thumb.preview)
        QWidget.setTabOrder(thumb.preview, thumb.remove)
        self.thumbs.append(thumb)
        self._row.removeWidget(self.adding)
        self._row.addWidget(thumb)
        self._row.addWidget(self.adding)


def name_of(slot: Slot) -> str:
    """Name a picture by where it comes from; its number stays when another one is removed."""
    translate = QCoreApplication.translate
    match slot.note.origin:
        case Origin.REGION:
            name = translate("Thumb", "Obszar {number}")
        case Origin.CLIPBOARD:
            name = translate("Thumb", "Ze schowka {number}")
        case Origin.FILE:
            name = translate("Thumb", "Z pliku {number}")
        case Origin.SCREEN if not slot.number:
            name = translate("Thumb", "Zrzut ekranu")
        case Origin.SCREEN if slot.is_later:
            name = translate("Thumb", "Zrzut {number}")
        case Origin.SCREEN:
            name = translate("Thumb", "Ekran {number}")
    return name.replace("{number}", str(slot.number or 1))
