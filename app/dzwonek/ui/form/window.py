"""The window "Zgłoś problem": built once, filled anew for every report."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from dzwonek.capture.raster import image_of
from dzwonek.domain.ids import new_id
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.report import Draft
from dzwonek.ui.form.adding import PASTE_KEYS, ask_picture
from dzwonek.ui.form.body import Body
from dzwonek.ui.form.complaints import field_of
from dzwonek.ui.form.footer import Footer, Rule
from dzwonek.ui.form.gates import Offered, PictureGates
from dzwonek.ui.form.person import PersonBar
from dzwonek.ui.form.picture_desk import PictureDesk
from dzwonek.ui.form.said import one_line
from dzwonek.ui.form.slots import Slot
from dzwonek.ui.form.strip import EmergencyStrip
from dzwonek.ui.form.ways_out import ask_file
from dzwonek.ui.look import dress, px
from dzwonek.ui.place import keep_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.domain.activity import Activity
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.picture import Origin, Retouch, Screenshot
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile

WIDTH = 680


class ReportForm(QWidget):
    """Asks what the support page asks, fills in what is known, and emits the operator's wishes.

    A retouch is final once the editor is accepted, unless `can_uncover`: then `retouch_wanted`
    always carries all that is done to the picture as captured, and whoever stores it has to start
    from `original_of`.
    """

    edited = Signal()
    painted = Signal()  # what was opened is on the screen
    send_wanted = Signal(object)  # Draft
    put_aside = Signal(object)  # Draft
    send_now_wanted = Signal(object)  # Draft: without storing it
    file_wanted = Signal(object, str)  # Draft, path of the .eml
    program_wanted = Signal(object)  # Draft: open it in the mail program
    stop_wanted = Signal()  # break off what is being sent now
    retouch_wanted = Signal(str, object)  # picture id, Retouch
    picture_removed = Signal(str)
    capture_wanted = Signal(bool)  # True: only a piece of it is going to be taken
    picture_offered = Signal(object)  # Offered: dropped, pasted or chosen, not yet judged
    pictures_added = Signal(object, object)  # tuple[PictureNote, ...], tuple[Screenshot, ...]
    copy_wanted = Signal(str)  # what was copied; the clipboard holds it already
    settings_wanted = Signal()

    def __init__(
        self,
        profile: ContactProfile,
        words: Callable[[Problem], tuple[str, str]],
        clock: Clock,
        zone: str = "Europe/Warsaw",
        *,
        can_uncover: bool = False,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._words, self._clock = words, clock
        self._draft: Draft | None = None
        self._focused: QWidget | None = None
        self._is_filling = False
        self._is_unseen = False
        self._has_room = False
        self.setObjectName("form")
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Zgłoś problem"))
        self.strip = EmergencyStrip(profile.contact.emergency, self)
        self.person = PersonBar(words, clock, self)
        self.body = Body(words, clock, ZoneInfo(zone), self)
        self.pictures = PictureDesk(self.body.pictures, words, can_uncover=can_uncover)
        self.gates = PictureGates(self, self.body.description)
        self.pane = QScrollArea(self)
        self.footer = Footer(self)
        self._arrange()
        self._connect()
        dress(self)
        self._parts = [part for part in self.body.findChildren(QWidget) if part.layout()]
        self._order_tabs()

    def _arrange(self) -> None:
        self.pane.setWidget(self.body)
        self.pane.setWidgetResizable(True)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.strip, self.person, Rule(self)):
            column.addWidget(part)
        column.addWidget(self.pane, 1)
        column.addWidget(Rule(self))
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.strip.copied.connect(self.copy_wanted)
        self.person.changed.connect(self._on_person)
        self.body.edited.connect(self._on_edit)
        self.body.summary.field_wanted.connect(self._lead_to)
        self.body.picker.settings_wanted.connect(self.settings_wanted)
        self.pictures.retouch_wanted.connect(self._on_retouch)
        self.pictures.removed.connect(self._on_removed)
        self.pictures.added.connect(self._on_added)
        adding = self.body.pictures.adding
        adding.screen_wanted.connect(lambda: self._want_capture(is_region=False))
        adding.region_wanted.connect(lambda: self._want_capture(is_region=True))
        adding.paste_wanted.connect(self._paste)
        adding.file_wanted.connect(self._ask_picture)
        self.gates.arrived.connect(self._on_offered)
        for keys in ("Ctrl+V", PASTE_KEYS):
            QShortcut(QKeySequence(keys), self).activated.connect(self._paste)
        ways_out = self.body.summary.ways_out
        ways_out.send_wanted.connect(self._send_now)
        ways_out.file_wanted.connect(self._ask_file)
        ways_out.program_wanted.connect(self._hand_over)
        ways_out.stop_wanted.connect(self.stop_wanted)
        self.footer.send_wanted.connect(self._send)
        self.footer.later_wanted.connect(self._put_aside)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._put_aside)

    def _order_tabs(self) -> None:
        body = self.body
        order: list[QWidget] = [
            self.strip.copy, self.person.name, self.person.edit, self.person.system_edit,
            body.summary, *body.summary.ways_out.buttons,
            body.picker.list, body.picker.more, body.picker.settings,
            *body.kind.chips, body.numbers.customer, body.numbers.ours, body.when.edit,
            *body.concern.choice.chips, body.concern.names, body.description,
            *body.occurrence.chips,
        ]  # fmt: skip
        for thumb in body.pictures.thumbs:
            order += [thumb.preview, thumb.remove]
        order += body.pictures.adding.buttons
        order += [self.footer.later, self.footer.send]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def sizeHint(self) -> QSize:
        """Ask for the whole form, or as much of it as the screen has room for."""
        wanted = super().sizeHint()
        content = self.body.sizeHint().height() + self.strip.sizeHint().height()
        content += self.person.sizeHint().height() + self.footer.sizeHint().height() + 2
        room = self.screen().availableGeometry().size()
        frame = px(self, 40)  # title bar and borders
        width = min(px(self, WIDTH), room.width())
        return QSize(width, min(max(content, wanted.height()), room.height() - frame))

    # -- what startup tells

    def warm(self) -> None:
        """Fill, lay out and paint once where nobody sees it, so that the first press is quick.

        A form that is open already is left alone: somebody was quicker.
        """
        if self.is_open():
            return
        now = self._clock.now()
        notes = tuple(PictureNote("", "", 16, 9, "", now) for _ in self.body.pictures.thumbs)
        blank = QImage(16, 9, QImage.Format.Format_RGB32)
        slots = [Slot(note, blank) for note in notes]
        self._fill(Draft(new_id(now), now, now), slots, "", is_chosen=False)
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self._take_room()
        self.winId()  # the system's window, so that the first show has only to map it
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()
        self.grab()
        self.finish()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)

    def begin(self, draft: Draft, shots: tuple[Screenshot, ...]) -> None:
        """Open for a new report; `draft.pictures` holds one note for each shot."""
        slots = [
            Slot(note, image_of(shot), shot)
            for note, shot in zip(draft.pictures, shots, strict=True)
        ]
        self._open(draft, slots, self.body.opening_words(), is_chosen=False)

    def resume(self, draft: Draft, images: Mapping[str, QImage]) -> None:
        """Open for a draft that is continued; a picture without an image shows the gap."""
        slots = [Slot(note, images.get(note.id)) for note in draft.pictures]
        why = self.tr("z tego szkicu")
        self._open(draft, slots, why, is_chosen=bool(draft.reporter.name))

    def current(self) -> Draft:
        """Give the draft as it stands in the form. Raises RuntimeError when none is open."""
        if self._draft is None:
            raise RuntimeError("no draft is open")
        matter = self.body.matter()
        return replace(
            self._draft,
            host=self.person.host(),
            reporter=self.person.agent(),
            kind=matter.kind,
            customer=matter.customer,
            ours=matter.ours,
            occurred_at=matter.occurred_at,
            activity=matter.activity,
            scope=self.body.concern.scope(),
            others=self.body.concern.others(),
            description=self.body.description.toPlainText(),
            occurrence=self.body.often(),
            pictures=self.pictures.notes(),
        )

    def is_open(self) -> bool:
        """Say whether a draft is open."""
        return self._draft is not None

    def come_forward(self) -> None:
        """Bring the window before the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def original_of(self, picture_id: str) -> QImage | None:
        """Give a picture as captured, while the form is open."""
        return self.pictures.image_of(picture_id)

    def tell_identity(self, answer: Identity | Problem) -> None:
        """Take in who is logged in, or why that is not known; never over a chosen name."""
        if self.is_open():
            self.person.tell_identity(answer)

    def tell_recent(self, answer: tuple[Activity, ...] | Problem) -> None:
        """Take in the recent activities, or why there are none."""
        if self.is_open():
            self.body.picker.tell(answer)

    def tell_names(self, names: tuple[str, ...]) -> None:
        """Take in the last names used on this computer."""
        self.person.tell_names(names)

    def tell_pictures(self, notes: tuple[PictureNote, ...]) -> None:
        """Take in the notes of the pictures as stored."""
        self.pictures.tell_stored(notes)

    def add_pictures(self, shots: tuple[Screenshot, ...], origin: Origin) -> None:
        """Take more pictures in, behind the others."""
        if self.is_open():
            self.pictures.add(shots, origin)

    def pick_region(self, shots: tuple[Screenshot, ...]) -> None:
        """Let a piece of one of these be chosen; only the piece is taken in."""
        if self.is_open():
            self.pictures.pick_region(shots)

    def refuse_picture(self, problem: Problem) -> None:
        """Say why a picture could not be added; nothing else changes."""
        if self.is_open():
            self.pictures.refuse(problem)

    def tell_kept(self, *, is_kept: bool) -> None:
        """Take in whether the draft is stored on this computer."""
        self.footer.tell_kept(is_kept=is_kept)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what keeps the report from leaving; nothing typed is touched."""
        self.body.clear_errors()
        self.body.summary.show_problems(problems)
        for problem in problems:
            self._show_at_field(problem)
        self.pane.verticalScrollBar().setValue(0)

    def set_sending(self, is_sending: bool) -> None:
        """Hold the form still while the report is being stored."""
        if is_sending:
            self._focused = self.focusWidget()
        self.body.setEnabled(not is_sending)
        self.person.setEnabled(not is_sending)
        self.footer.set_sending(is_sending)
        if not is_sending and self._focused is not None:
            self._focused.setFocus()
            self._focused = None

    def tell_progress(self, words: str, *, can_stop: bool = True, is_sending: bool = True) -> None:
        """Hold the form still while the report leaves by another way, and say how far it is."""
        self.body.hold(is_held=True)
        self.person.setEnabled(False)
        self.footer.hold(is_held=True)
        self.body.summary.tell_progress(words, can_stop=can_stop, is_sending=is_sending)

    def tell_way_out(self, words: str, *, is_doubted: bool) -> None:
        """Say what came of it; the form can be used again."""
        self._release()
        self.body.summary.tell_way_out(words, is_doubted=is_doubted)

    def finish(self) -> None:
        """Close and forget the draft and its pictures."""
        self._draft = None
        self._is_filling = True
        for editor in self.findChildren(QDialog):
            editor.done(0)
        self.hide()
        self._release()
        self.set_sending(False)
        self.pictures.forget()
        self.body.description.clear()
        self._is_filling = False

    # -- inside

    def _release(self) -> None:
        self.body.hold(is_held=False)
        self.person.setEnabled(True)
        self.footer.hold(is_held=False)
        self.body.summary.ways_out.rest()

    def _send_now(self) -> None:
        if self.is_open():
            self.send_now_wanted.emit(self.current())

    def _hand_over(self) -> None:
        if self.is_open():
            self.program_wanted.emit(self.current())

    def _ask_file(self) -> None:
        """Ask for a place; on another drive there may be room."""
        if self._draft is not None:
            ask_file(self, self._draft.short_code, self._on_file)

    def _on_file(self, path: str) -> None:
        if self.is_open():
            self.file_wanted.emit(self.current(), path)

    def _open(self, draft: Draft, slots: list[Slot], why: str, *, is_chosen: bool) -> None:
        self._fill(draft, slots, why, is_chosen=is_chosen)
        self._take_room()
        self.body.description.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_unseen = True
        self.come_forward()

    def _fill(self, draft: Draft, slots: list[Slot], why: str, *, is_chosen: bool) -> None:
        self._is_filling = True
        self._draft = draft
        self.person.begin(draft.reporter, draft.host, is_chosen=is_chosen)
        self.body.show_draft(draft, why)
        problem = draft.picture_problem
        told = self._words(problem) if problem is not None else ()
        self.pictures.show_slots(slots, " ".join(part for part in told if part))
        self.strip.show_fresh()
        self.pane.verticalScrollBar().setValue(0)
        self._is_filling = False

    def _take_room(self) -> None:
        """At the first use take the room of the whole form; later keep what a person drew."""
        if self._has_room:
            return
        self._has_room = True
        for part in self._parts:  # while a window is hidden its parts do not tell their new sizes
            part.updateGeometry()
        self.resize(self.sizeHint())
        keep_whole(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first painting, make the quick thumbnails smooth."""
        super().paintEvent(event)
        self.pictures.refine_soon()
        if self._is_unseen:
            self._is_unseen = False
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft; the window stays until whoever keeps it says `finish`."""
        if self.is_open():
            self._put_aside()
        event.setAccepted(not self.is_open())

    def _send(self) -> None:
        if self.is_open() and self.footer.send.isEnabled():
            self.send_wanted.emit(self.current())

    def _put_aside(self) -> None:
        if self.is_open() and self.footer.later.isEnabled():
            self.put_aside.emit(self.current())

    def _on_edit(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _on_retouch(self, picture_id: str, retouch: Retouch) -> None:
        self.retouch_wanted.emit(picture_id, retouch)
        self._on_edit()

    def _on_added(self, notes: object, shots: object) -> None:
        self.pictures_added.emit(notes, shots)
        self._on_edit()

    def _can_change(self) -> bool:
        return self.is_open() and self.body.pictures.isEnabled()

    def _want_capture(self, *, is_region: bool) -> None:
        if self._can_change() and self.pictures.has_room():
            self.capture_wanted.emit(is_region)

    def _paste(self) -> None:
        if self._can_change():
            self.gates.paste()

    def _ask_picture(self) -> None:
        ask_picture(self, lambda paths: self._on_offered(Offered(tuple(paths))))

    def _on_offered(self, offered: Offered) -> None:
        if self._can_change() and self.pictures.has_room():
            self.picture_offered.emit(offered)

    def _on_removed(self, picture_id: str) -> None:
        if not self.pictures.notes():
            self.body.description.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picture_removed.emit(picture_id)
        self._on_edit()

    def _on_person(self) -> None:
        if self.person.agent().name.strip():
            self.body.summary.mend("agent")
        if self.person.host():
            self.person.show_system_wrong("")
            self.body.summary.mend("host")
        self._on_edit()

    def _show_at_field(self, problem: Problem) -> None:
        field = field_of(problem)
        message = one_line(" ".join(part for part in self._words(problem) if part))
        if field == "agent":
            self.person.show_wrong(message)
        elif field == "host":
            self.person.show_system_wrong(one_line(self._words(problem)[0]))
        elif field:
            self.body.show_error(field, message)

    def _lead_to(self, field: str) -> None:
        if field == "agent":
            self.person.focus_in()
        elif field == "host":
            self.person.focus_system()
        else:
            self.body.focus_field(field)
