"""A notifier that keeps what it was told to show."""

from __future__ import annotations

from dzwonek.domain.ports import Notice
from dzwonek.domain.problem import Code, trouble


class FakeNotifier:
    """A desktop whose notices can be read, and switched off."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.is_gone = False
        self.lost: tuple[Notice, ...] = ()

    def show(self, notice: Notice) -> int:
        if self.is_gone:
            raise trouble(Code.NO_NOTICES)
        self.shown.append(notice)
        return len(self.shown)

    def unshown(self) -> tuple[Notice, ...]:
        lost, self.lost = self.lost, ()
        return lost
