"""A report form without widgets: it notes what it is told and emits what a test wants."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Identity
from dzwonek.domain.picture import Origin, PictureNote, Retouch, Screenshot
from dzwonek.domain.problem import Problem
from dzwonek.domain.report import Draft


class FakeForm(QWidget):
    """Stands in for ReportForm."""

    edited = Signal()
    painted = Signal()
    send_wanted = Signal(object)
    put_aside = Signal(object)
    send_now_wanted = Signal(object)
    file_wanted = Signal(object, str)
    program_wanted = Signal(object)
    code_wanted = Signal(object)
    told_sent = Signal(object)
    preview_wanted = Signal(object)
    stop_wanted = Signal()
    retouch_wanted = Signal(str, object)
    picture_removed = Signal(str)
    capture_wanted = Signal(bool)
    picture_offered = Signal(object)
    pictures_added = Signal(object, object)
    forget_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.shots: tuple[Screenshot, ...] = ()
        self.came_forward = 0
        self.retouches: dict[str, Retouch] = {}
        self.identities: list[Identity | Problem] = []
        self.recents: list[tuple[Activity, ...] | Problem] = []
        self.names: tuple[str, ...] = ()
        self.colleagues: tuple[str, ...] = ()
        self.notes: tuple[PictureNote, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self.is_sending = False
        self.is_named = False
        self.is_kept = True
        self.progress: list[str] = []
        self.is_sending_now = False
        self.is_held = False
        self.told: list[str] = []
        self.is_handed = False
        self.is_doubted = False
        self.added: list[tuple[tuple[Screenshot, ...], Origin]] = []
        self.regions: list[tuple[Screenshot, ...]] = []
        self.refusals: list[Problem] = []

    def begin(self, draft: Draft, shots: tuple[Screenshot, ...]) -> None:
        self.draft, self.shots, self.problems = draft, shots, ()
        self.painted.emit()

    def resume(self, draft: Draft, images: Mapping[str, object]) -> None:
        self.draft, self.problems = draft, ()

    def current(self) -> Draft:
        assert self.draft is not None
        return self.draft

    def drawn(self) -> dict[str, Retouch]:
        return self.retouches

    def is_named_by_hand(self) -> bool:
        return self.is_named

    def is_open(self) -> bool:
        return self.draft is not None

    def come_forward(self) -> None:
        self.came_forward += 1

    def tell_identity(self, answer: Identity | Problem) -> None:
        self.identities.append(answer)

    def tell_kept(self, *, is_kept: bool) -> None:
        self.is_kept = is_kept

    def tell_recent(self, answer: tuple[Activity, ...] | Problem) -> None:
        self.recents.append(answer)

    def tell_names(self, names: tuple[str, ...]) -> None:
        self.names = names

    def tell_colleagues(self, names: tuple[str, ...]) -> None:
        self.colleagues = names

    def tell_pictures(self, notes: tuple[PictureNote, ...]) -> None:
        self.notes = notes

    def add_pictures(self, shots: tuple[Screenshot, ...], origin: Origin) -> None:
        self.added.append((shots, origin))

    def pick_region(self, shots: tuple[Screenshot, ...]) -> None:
        self.regions.append(shots)

    def refuse_picture(self, problem: Problem) -> None:
        self.refusals.append(problem)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems

    def set_sending(self, is_sending: bool) -> None:
        self.is_sending = is_sending

    def tell_progress(self, words: str, *, can_stop: bool = True, is_sending: bool = True) -> None:
        self.is_held = True
        self.is_sending_now = is_sending
        self.progress.append(words)

    def tell_way_out(self, words: str, *, is_doubted: bool, is_handed: bool = False) -> None:
        self.is_held = False
        self.is_handed = is_handed
        self.is_doubted = is_doubted
        self.told.append(words)

    def finish(self) -> None:
        self.draft = None
