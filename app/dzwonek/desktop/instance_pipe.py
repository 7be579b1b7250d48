"""The pipe at which second starts knock on Windows: a line in, a word back, nobody kept waiting."""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dzwonek.desktop.wake import Wake

if TYPE_CHECKING:
    from dzwonek.desktop.pipe_ends import Happened, PipeEnds

log = logging.getLogger("dzwonek.desktop")

LINE_LIMIT = 1024  # bytes, the newline included
ENDS = 4  # second starts that may be talking at once; one of the ends always listens
END_SECONDS = 2.0


class Stage(Enum):
    """How far the talk at one end is."""

    LISTENING = "listening"
    READING = "reading"
    HEARD = "heard"  # nothing is under way until the answer comes
    ANSWERING = "answering"
    PARTING = "parting"  # until the caller hangs up: cut off earlier, it might miss the answer
    CUT_OFF = "cut off"  # what was under way has still to end


@dataclass(slots=True)
class Talk:
    """What happens at one end; `turn` counts its callers."""

    stage: Stage = Stage.LISTENING
    heard: bytes = b""
    turn: int = 0


class PipeCaller:
    """One who has said its line, or too much for one."""

    __slots__ = ("_door", "_end", "_turn", "line")

    def __init__(self, line: bytes, door: PipeDoor, end: int, turn: int) -> None:
        self.line = line
        self._door = door
        self._end = end
        self._turn = turn

    def answer(self, word: bytes) -> None:
        """Say the word and part."""
        self._door.answer(self._end, self._turn, word)


class PipeDoor:
    """Listens at a pipe's ends on one sleeping thread; for the event loop to watch."""

    def __init__(self, ends: PipeEnds) -> None:
        """Open all ends and listen; raises OSError when the pipe's name is somebody else's."""
        self._ends = ends
        self._callers: deque[PipeCaller] = deque()
        self._answers: deque[tuple[int, int, bytes]] = deque()
        self._talks: dict[int, Talk] = {}
        self._turns = 0
        self._is_closing = False
        self._wake = Wake()
        try:
            for _ in range(ENDS):
                self._talks[ends.open()] = Talk()
        except OSError:
            ends.close()
            self._wake.close()
            raise
        self._thread = threading.Thread(target=self._serve, name="dzwonek-door", daemon=True)
        self._thread.start()

    def fileno(self) -> int:
        """Give the descriptor that turns readable when somebody has said its line."""
        return self._wake.fileno()

    def callers(self) -> list[PipeCaller]:
        """Give those who have said their line; without blocking."""
        self._wake.heard()
        said = []
        while self._callers:
            said.append(self._callers.popleft())
        return said

    def answer(self, end: int, turn: int, word: bytes) -> None:
        """Have the thread say a word to the caller whose turn it was."""
        self._answers.append((end, turn, word))
        self._ends.rouse()

    def close(self) -> None:
        """Answer what has been answered, then close all ends, once."""
        if self._is_closing:
            return
        self._is_closing = True
        self._ends.rouse()
        self._thread.join(END_SECONDS)
        self._ends.close()
        self._wake.close()

    # -- on the door's thread

    def _serve(self) -> None:
        for end in self._talks:
            self._ends.listen(end)
        try:
            while not self._is_over():
                happened = self._ends.wait()
                if happened is None:
                    self._say_answers()
                else:
                    self._go_on(happened, self._talks[happened.end])
        except OSError as error:
            log.warning("nobody listens for second starts any more: %s", error)

    def _is_over(self) -> bool:
        is_quiet = all(talk.stage is not Stage.ANSWERING for talk in self._talks.values())
        return self._is_closing and not self._answers and is_quiet

    def _say_answers(self) -> None:
        while self._answers:
            end, turn, word = self._answers.popleft()
            talk = self._talks[end]
            if talk.turn == turn and talk.stage is Stage.HEARD:
                talk.stage = Stage.ANSWERING
                self._ends.write(end, word)

    def _go_on(self, happened: Happened, talk: Talk) -> None:
        end = happened.end
        if not happened.is_done or talk.stage in (Stage.PARTING, Stage.CUT_OFF):
            self._listen_again(end, talk)
        elif talk.stage is Stage.LISTENING:
            self._welcome(end, talk)
        elif talk.stage is Stage.READING:
            self._hear(end, talk, happened.words)
        elif talk.stage is Stage.ANSWERING:
            talk.stage = Stage.PARTING
            self._ends.read(end, 1)

    def _welcome(self, end: int, talk: Talk) -> None:
        self._turns += 1
        talk.stage, talk.heard, talk.turn = Stage.READING, b"", self._turns
        self._ends.read(end, LINE_LIMIT)
        free = (Stage.LISTENING, Stage.CUT_OFF)
        if all(each.stage not in free for each in self._talks.values()):
            self._make_room(end)

    def _make_room(self, newest: int) -> None:
        """Cut off who has been here longest, so that the next one finds an end that listens."""
        others = (end for end in self._talks if end != newest)
        oldest = min(others, key=lambda end: self._talks[end].turn)
        talk = self._talks[oldest]
        if talk.stage is Stage.HEARD:
            self._listen_again(oldest, talk)
        else:
            self._ends.hang_up(oldest)
            talk.stage = Stage.CUT_OFF

    def _hear(self, end: int, talk: Talk, words: bytes) -> None:
        talk.heard += words
        is_line = talk.heard.endswith(b"\n")
        if not is_line and len(talk.heard) < LINE_LIMIT:
            self._ends.read(end, LINE_LIMIT - len(talk.heard))
            return
        talk.stage = Stage.HEARD
        line = talk.heard if is_line else b""
        self._callers.append(PipeCaller(line, self, end, talk.turn))
        self._wake.ring()

    def _listen_again(self, end: int, talk: Talk) -> None:
        self._ends.hang_up(end)
        talk.stage, talk.heard = Stage.LISTENING, b""
        self._ends.listen(end)
