"""The window "Zgłoś problem": built once, filled anew for every report."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QScrollArea

from dzwonek.capture.raster import image_of
from dzwonek.reporting.check import problems_of
from dzwonek.ui.form.anew import Held, NewLanguage, Told, clear
from dzwonek.ui.form.body import Body
from dzwonek.ui.form.corrections import Corrections
from dzwonek.ui.form.edits import Edits
from dzwonek.ui.form.footer import Footer
from dzwonek.ui.form.holding import Holding
from dzwonek.ui.form.keys import FormKeys, order_tabs
from dzwonek.ui.form.person import PersonBar
from dzwonek.ui.form.picture_desk import PictureDesk
from dzwonek.ui.form.picture_wishes import PASTING_KEYS, PictureWishes
from dzwonek.ui.form.reading import draft_as_shown
from dzwonek.ui.form.rehearsal import blank_report, paint_unseen
from dzwonek.ui.form.room import FormRoom, stack
from dzwonek.ui.form.signals import FormSignals
from dzwonek.ui.form.slots import Slot
from dzwonek.ui.form.strip import EmergencyStrip
from dzwonek.ui.form.wishes import FormWishes
from dzwonek.ui.look import Dress, dress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QImage

    from dzwonek.domain.activity import Activity
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.picture import Origin, PictureNote, Retouch, Screenshot
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.domain.report import Draft


class ReportForm(FormSignals):
    """Asks what the support page asks, fills in what is known, and emits the operator's wishes.

    A retouch is final once the editor is accepted, unless `can_uncover`: then `retouch_wanted`
    always carries all that is done to the picture as captured, and whoever stores it has to start
    from `original_of`.
    """

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
        self._profile, self._words, self._clock = profile, words, clock
        self._zone, self._can_uncover = ZoneInfo(zone), can_uncover
        self._draft: Draft | None = None
        self._told = Told()
        self._is_unseen = False
        self.setObjectName("form")
        self.setProperty("ground", "surface")
        self._language = NewLanguage(self, self._speak_anew)
        self._dress: Dress | None = None
        self._build()
        self._dress = dress(self)
        order_tabs(self.strip, self.person, self.body, self.footer)

    def _build(self) -> None:
        """Make all parts, in the language that is spoken now."""
        words, clock = self._words, self._clock
        self.setWindowTitle(self.tr("Zgłoś problem"))
        self.strip = EmergencyStrip(self._profile.contact.emergency, self)
        self.person = PersonBar(words, clock, self)
        self.body = Body(words, clock, self._zone, self._profile.region, self)
        self.pictures = PictureDesk(self.body.pictures, words, can_uncover=self._can_uncover)
        self.pane = QScrollArea(self)
        self.footer = Footer(self)
        stack(self, (self.strip, self.person), self.pane, self.body, self.footer)
        self._room = FormRoom(self, self.pane, self.body, (self.strip, self.person, self.footer))
        self._corrections = Corrections(self.person, self.body, words)
        self._keys = FormKeys(self, self.body)
        self._wishes = FormWishes(self, self._keys)
        self._picture_wishes = PictureWishes(self, self.body, self.pictures, self.is_open)
        self.gates = self._picture_wishes.gates
        self._edits = Edits(self, self._corrections, self._room)
        self._holding = Holding(self, self.person, self.body, self.footer)
        self._connect()

    def _connect(self) -> None:
        self.strip.copied.connect(self.copy_wanted)
        self.body.picker.settings_wanted.connect(self.settings_wanted)
        for part in (self.person, self.body.concern):
            part.forget_wanted.connect(self.forget_wanted)
        wishes = self._picture_wishes
        wishes.capture_wanted.connect(self.capture_wanted)
        wishes.offered.connect(self.picture_offered)
        self._keys.press(PASTING_KEYS, wishes.paste)

    def sizeHint(self) -> QSize:
        """Ask for the whole form, or as much of it as the screen has room for."""
        return self._room.wished(super().sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once, with all that was typed and told."""
        if event.type() == QEvent.Type.LanguageChange:
            self._language.hear()
        super().changeEvent(event)

    def _speak_anew(self) -> None:
        held = Held.by(self) if self._draft is not None else None
        clear(self, (self._language, self._dress))
        self._build()
        order_tabs(self.strip, self.person, self.body, self.footer)
        if held is not None:
            self._room.keep()
            slots = [copy(slot) for slot in held.slots]  # which filling numbers anew
            self._fill(
                held.draft, slots, self.body.words_of_moment(held.draft), is_chosen=held.is_settled
            )
            self._told.repeat()
            held.give_back(self)
            self._corrections.look_again(self.current)
        else:
            self.warm()

    # -- what startup tells

    def warm(self) -> None:
        """Fill, lay out and paint once where nobody sees it, so that the first press is quick.

        A form that is open already is left alone: somebody was quicker.
        """
        if self.is_open():
            return
        draft, slots = blank_report(len(self.body.pictures.thumbs), self._clock.now())
        self._fill(draft, slots, "", is_chosen=False)
        paint_unseen(self, self._room.take, self.finish)

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
        self._open(draft, slots, self.tr("z tego szkicu"), is_chosen=bool(draft.reporter.name))

    def current(self) -> Draft:
        """Give the draft as it stands in the form. Raises RuntimeError when none is open."""
        if self._draft is None:
            raise RuntimeError("no draft is open")
        return draft_as_shown(self._draft, self.person, self.body, self.pictures)

    def short_code(self) -> str:
        """Give the code of the open report; empty when none is open."""
        return self._draft.short_code if self._draft is not None else ""

    def drawn(self) -> dict[str, Retouch]:
        """Give what is to be done to the pictures as captured, by their ids."""
        return self.pictures.drawn_on()

    def is_named_by_hand(self) -> bool:
        """Say whether somebody typed or chose who reports."""
        return self.person.is_by_hand()

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
            self._told.keep(type(answer).__name__, partial(self.tell_identity, answer))
            self.person.tell_identity(answer)

    def tell_recent(self, answer: tuple[Activity, ...] | Problem) -> None:
        """Take in the recent activities, or why there are none."""
        if self.is_open():
            self._told.keep("recent", partial(self.tell_recent, answer))
            self.body.picker.tell(answer)

    def tell_names(self, names: tuple[str, ...]) -> None:
        """Take in the last names used on this computer."""
        self._told.keep("names", partial(self.tell_names, names))
        self.person.tell_names(names)

    def tell_colleagues(self, names: tuple[str, ...]) -> None:
        """Take in the last colleagues that a report of this computer was about."""
        self._told.keep("colleagues", partial(self.tell_colleagues, names))
        self._edits.tell_colleagues(names)

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
        self._told.keep("kept", partial(self.tell_kept, is_kept=is_kept))
        self.footer.tell_kept(is_kept=is_kept)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what keeps the report from leaving; nothing typed is touched."""
        self._told.keep("problems", partial(self.show_problems, problems))
        self._corrections.show(problems)
        self._room.to_top()

    def refuse_time(self) -> bool:
        """Say that the typed time means nothing, together with all else; False when it is fine."""
        faults = self._corrections.faults_of_time()
        if faults:
            others = replace(self.current(), when_typed="")  # the faults tell more of the time
            self.show_problems((*problems_of(others), *faults))
        return bool(faults)

    def set_sending(self, is_sending: bool) -> None:
        """Hold the form still while the report is being stored."""
        self._told.keep("sending", partial(self.set_sending, is_sending))
        self._holding.set_sending(is_sending)

    def tell_progress(self, words: str, *, can_stop: bool = True, is_sending: bool = True) -> None:
        """Hold the form still while the report leaves by another way, and say how far it is."""
        held = partial(self.tell_progress, words, can_stop=can_stop, is_sending=is_sending)
        self._told.keep("sending", held)
        self._holding.hold()
        self.body.summary.tell_progress(words, can_stop=can_stop, is_sending=is_sending)

    def tell_way_out(self, words: str, *, is_doubted: bool, is_handed: bool = False) -> None:
        """Say what came of it; the form can be used again."""
        came = partial(self.tell_way_out, words, is_doubted=is_doubted, is_handed=is_handed)
        self._told.keep("sending", came)
        self._holding.release()
        self.body.summary.tell_way_out(words, is_doubted=is_doubted, is_handed=is_handed)

    def finish(self) -> None:
        """Close and forget the draft and its pictures."""
        self._draft = None
        self._edits.is_paused = True
        for editor in self.findChildren(QDialog):
            editor.done(0)
        self.hide()
        self._holding.release()
        self.set_sending(False)
        self.pictures.forget()
        self.body.description.clear()
        self._edits.is_paused = False

    # -- inside

    def _open(self, draft: Draft, slots: list[Slot], why: str, *, is_chosen: bool) -> None:
        self._told.forget()
        self._fill(draft, slots, why, is_chosen=is_chosen)
        self._room.take()
        self.body.description.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_unseen = True
        self.come_forward()
        self._room.show_whole(self.body.description)

    def _fill(self, draft: Draft, slots: list[Slot], why: str, *, is_chosen: bool) -> None:
        self._edits.is_paused = True
        self._draft = draft
        self.person.begin(draft.reporter, draft.host, is_chosen=is_chosen)
        self.body.show_draft(draft, why)
        problem = draft.picture_problem
        told = self._words(problem) if problem is not None else ()
        self.pictures.show_slots(slots, " ".join(part for part in told if part))
        self.pictures.tell_capture(problem)
        self._corrections.forget()
        self._edits.tell_names()
        self.strip.show_fresh()
        self._edits.weigh()
        self._room.to_top()
        self._edits.is_paused = False

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
            self._wishes.put_aside()
        event.setAccepted(not self.is_open())
