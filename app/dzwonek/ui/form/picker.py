"""The row of recent activities: the list, where it comes from, and what is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dzwonek.domain.problem import Code
from dzwonek.ui.form import said
from dzwonek.ui.form.filling import Matter, filled, is_of, taken_back
from dzwonek.ui.form.recent import ROW_HEIGHT, ActivityList
from dzwonek.ui.look import LINK_INSET, Act, Space, Type, announce, button, plain, px

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from dzwonek.domain.activity import Activity
    from dzwonek.domain.ports import Clock
    from dzwonek.domain.problem import Problem

MENDED_IN_SETTINGS = (
    Code.DAKTELA_NOT_CONFIGURED,
    Code.DAKTELA_ADDRESS_INVALID,
    Code.DAKTELA_NOT_A_DAKTELA,
    Code.DAKTELA_NOT_SIGNED_IN,
)
FEW = 3  # rows seen at once


class RecentPicker(QObject):
    """Owns two widgets of one row: `side` (name, source, more) and `list`."""

    wanted = Signal(object)  # Matter that the form should show from now on
    settings_wanted = Signal()

    def __init__(
        self,
        words: Callable[[Problem], tuple[str, str]],
        clock: Clock,
        zone: tzinfo,
        region: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._words, self._clock = words, clock
        self._before: Matter | None = None
        self._filled: Matter | None = None
        self._let_go: Activity | None = None  # picked, but the fields tell of another one now
        self._region = region
        self._had_trouble = False
        self.list = ActivityList(zone, region, parent)
        self.list.toggled.connect(self._toggle)
        self._ask_matter: Callable[[], Matter] | None = None
        self._build_side(parent)
        self._set_rows(FEW)

    def _build_side(self, parent: QWidget) -> None:
        self.side = QWidget(parent)
        self.name = plain(self.tr("O&statnie"), Type.BODY, self.side)
        self.name.setBuddy(self.list)
        self.source = plain("", Type.QUIET, self.side)
        self.source.setObjectName("recent.source")
        self.more = button("", Act.LINK, self.side)
        self.more.setObjectName("recent.more")
        self.more.clicked.connect(self._switch_more)
        widest = 0  # kept from the start, so that a late answer moves nothing
        for text in (self.tr("Pokaż mniej"), self.tr("Pokaż wszystkie")):
            self.more.setText(text)
            widest = max(widest, self.more.sizeHint().width())
        self.side.setMinimumWidth(widest)
        self.settings = button(self.tr("Ustawienia…"), Act.LINK, self.side)
        self.settings.setObjectName("recent.settings")
        self.settings.clicked.connect(self.settings_wanted)
        for label in (self.name, self.source):
            label.setIndent(px(self.side, LINK_INSET))
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, px(self.side, Space.TIGHT), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.source)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def ask_matter_by(self, ask: Callable[[], Matter]) -> None:
        """Take the form's way to say what its fields hold now."""
        self._ask_matter = ask

    # -- what the form tells

    def begin(self, picked: Activity | None) -> None:
        """Wait for the answer; keep little room when the last one was a refusal.

        What a continued draft was filled with can be let go, but not what stood there before.
        """
        self._before = self._filled = self._let_go = None
        self.list.activities.show_items((picked,) if picked else (), self._clock.now())
        self.list.activities.show_picked(picked)
        self.list.say(self.tr("wczytujemy ostatnie rozmowy…"))
        self.source.setText("")
        self.more.hide()
        self.settings.hide()
        self._set_rows(1 if self._had_trouble and picked is None else FEW)

    def tell(self, answer: tuple[Activity, ...] | Problem) -> None:
        """Show the answer quietly; what is picked stays picked."""
        if not isinstance(answer, tuple):
            self._had_trouble = True
            if not self.list.activities.items:
                self.list.say(said.one_line(self._words(answer)[0]))
                self.settings.setVisible(answer.code in MENDED_IN_SETTINGS)
            return
        self._had_trouble = False
        picked = self.list.activities.picked
        is_missing = picked is not None and picked not in answer
        items = (picked, *answer) if picked is not None and is_missing else answer
        self.list.activities.show_items(items, self._clock.now())
        self.list.say(self.tr("brak ostatnich rozmów"))
        self.source.setText(self.tr("z Dakteli") if answer else "")
        if items:
            self._set_rows(FEW)
        self._show_more(is_all=False)

    def picked(self) -> Activity | None:
        """Give the picked activity."""
        return self.list.activities.picked

    # -- picking

    def weigh(self, now: Matter) -> None:
        """After an edit: let the picked activity go while the fields tell of another one."""
        activity = self.picked() or self._let_go
        if activity is None:
            return
        is_right = is_of(now, activity, self._region)
        if is_right != (self.picked() is not None):
            self._let_go = None if is_right else activity
            self.list.activities.show_picked(activity if is_right else None)

    def _toggle(self, activity: Activity) -> None:
        if self._ask_matter is None:
            return
        now = self._ask_matter()
        self._let_go = None
        if activity == self.picked():
            self._put_back(now)
            return
        if self._before is not None and self._filled is not None:
            now = taken_back(now, self._filled, self._before)
        self._before, self._filled = now, filled(now, activity)
        self.list.activities.show_picked(activity)
        announce(self.list, self.tr("Wypełniono z wybranej rozmowy"))
        self.wanted.emit(self._filled)

    def _put_back(self, now: Matter) -> None:
        self.list.activities.show_picked(None)
        before, filled_in = self._before, self._filled
        self._before = self._filled = None
        announce(self.list, self.tr("Cofnięto wybór rozmowy"))
        if before is not None and filled_in is not None:
            self.wanted.emit(taken_back(now, filled_in, before))
        else:
            self.wanted.emit(Matter(now.kind, now.customer, now.ours, now.occurred_at))

    # -- room

    def _switch_more(self) -> None:
        self._show_more(is_all=not self.more.property("isAll"))

    def _show_more(self, *, is_all: bool) -> None:
        items = len(self.list.activities.items)
        self.more.setVisible(items > FEW)
        self.more.setProperty("isAll", is_all)
        told = self.tr("Pokaż mniej") if is_all else self.tr("Pokaż wszystkie")
        self.more.setText(told)
        if items:
            self._set_rows(items if is_all else FEW)

    def _set_rows(self, rows: int) -> None:
        frame = 2 * 2  # the border at its widest
        self.list.setFixedHeight(rows * px(self.list, ROW_HEIGHT) + frame)
