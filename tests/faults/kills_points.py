"""Kills at each system call of one report's way: choose the calls, kill, start anew, judge."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from dzwonek.domain.clock import SystemClock
from dzwonek.domain.delivery import State
from dzwonek.domain.ids import new_id
from tests.faults.kills_after import LaterClock, drained
from tests.faults.kills_life import Variant, Way, opened
from tests.faults.kills_nursery import KILLED, Nursery
from tests.faults.kills_trace import (
    Call,
    Stage,
    Watcher,
    is_in_window,
    is_said,
    last_before_the_dot,
    stage,
)
from tests.servers.postfix import Postfix

PARALLEL = 2
WAITS = "poll "
AIMS = 16  # how often a stage is aimed at that a kill was meant for and missed


def way_of(postfix: Postfix) -> Way:
    return Way(postfix.ports["tls"], str(postfix.home / "etc" / "ca.pem"))


@dataclass(frozen=True, slots=True)
class Kill:
    """One life that was killed at a call, and what was found afterwards."""

    report_id: str
    calls: list[Call]
    code: int
    was_saved: bool
    states: tuple[State, ...]
    uncertain: int

    @property
    def place(self) -> str:
        return str(self.calls[-1]) if self.calls else "nowhere"


class PointKiller:
    """Kills one life after another in homes of their own and lets each be drained."""

    def __init__(self, strace: str, postfix: Postfix, folder: Path, variant: Variant = "") -> None:
        self._strace = strace
        self._way = way_of(postfix)
        trust = postfix.tls()
        self._channel_of = lambda _: self._way.channel(trust)
        self._folder = folder
        self._variant = variant
        self._turns = count()
        self._ready = folder / "ready"
        outbox = opened(self._ready, SystemClock())
        outbox.recover()
        outbox.keys.current()
        outbox.close()

    def whole(self, nursery: Nursery) -> list[Call]:
        """Let a life go undisturbed and give its calls; the richest of three."""
        runs = [self._life(nursery, f"whole{next(self._turns)}", None) for _ in range(3)]
        assert all(code == 0 for _, code, _ in runs)
        return max((calls for calls, _, _ in runs), key=len)

    def kill(self, nursery: Nursery, at: Call) -> Kill:
        """Kill a life at a call, start anew, and see."""
        name = f"{next(self._turns)}-{at.name}{at.number}"
        calls, code, report_id = self._life(nursery, name, at)
        home = self._folder / name
        clock = LaterClock(SystemClock())
        entries = drained(home, self._channel_of, clock)
        said = (self._folder / f"{name}.said").read_text()
        return Kill(
            report_id,
            calls,
            code,
            "SAVED" in said,
            tuple(entry.state for entry in entries),
            sum(entry.uncertain_count for entry in entries),
        )

    def _life(self, nursery: Nursery, name: str, at: Call | None) -> tuple[list[Call], int, str]:
        home = self._folder / name
        shutil.copytree(self._ready, home, copy_function=linked)
        report_id = new_id(datetime.now(UTC))
        pid = nursery.bear(
            "tests.faults.kills_life:one",
            str(home),
            report_id,
            str(self._way.port),
            self._way.authority,
            self._variant,
            said=self._folder / f"{name}.said",
        )
        watcher = Watcher(self._strace, pid, self._folder / f"{name}.trace", at)
        nursery.send_on(pid)
        code = nursery.ended()
        return watcher.calls(home), code, report_id


def linked(source: str, target: str) -> None:
    """Copy a file; the reserve of four megabytes is only ever unlinked, so a link will do."""
    if Path(source).name == "ballast":
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def chosen(calls: list[Call], stride: int) -> dict[Stage, list[Call]]:
    """Choose where to die: each `stride`-th call of ours, and all round the server's answer.

    Without a stride it is where something is said to the server, each third from the last one.
    """
    dot = last_before_the_dot(calls)
    ours = [place for place, call in enumerate(calls) if call.is_ours]
    near = [turn for turn, place in enumerate(ours) if is_in_window(calls[: place + 1], dot)]
    around = range(near[0] - 1, near[-1] + 2)
    said = [turn for turn, place in enumerate(ours) if is_said(calls[place])][::-3]
    picked = {*range(0, len(ours), stride), *around} if stride else set(said)
    found: dict[Stage, list[Call]] = {}
    for turn, place in enumerate(ours):
        if turn in picked:
            found.setdefault(stage(calls[: place + 1]), []).append(calls[place])
    return found


@dataclass(frozen=True, slots=True)
class Kills:
    """All kills of one variant; `missed` are stages at which none fell; `dot` as in the trace.

    Waits (`poll`) are not among these: whether one is needed depends on how quick the server is,
    and in another run the same wait may never come.
    """

    kills: list[Kill]
    missed: set[Stage]
    dot: int


def stages_of(kills: list[Kill]) -> set[Stage]:
    """Give the stages at which somebody was killed."""
    return {stage(each.calls) for each in kills if each.code == KILLED}


def aimed_again(at: Call, wanted: Stage, kill: Kill) -> Call:
    """Aim a call later or earlier: how often a server is read from is never the same twice."""
    is_early = kill.code == KILLED and stage(kill.calls)[1:] < wanted[1:]
    return replace(at, number=max(1, at.number + (1 if is_early else -1)))


def killed_everywhere(killer: PointKiller, stride: int, aims: int = AIMS) -> Kills:
    """Kill at each chosen call, and again near it where the kill fell elsewhere."""
    free: SimpleQueue[Nursery] = SimpleQueue()

    def kill(at: Call) -> Kill:
        nursery = free.get()
        try:
            return killer.kill(nursery, at)
        finally:
            free.put(nursery)

    with ExitStack() as stack:
        for _ in range(PARALLEL):
            free.put(stack.enter_context(Nursery()))
        pool = stack.enter_context(ThreadPoolExecutor(PARALLEL))
        nursery = free.get()
        calls = killer.whole(nursery)
        free.put(nursery)
        wanted = chosen(calls, stride)
        first = {at: each for each, group in wanted.items() for at in group}
        kills = list(pool.map(kill, first))
        missed = {each: (at, done) for (at, each), done in zip(first.items(), kills, strict=True)}
        for _ in range(aims):
            missed = {each: missed[each] for each in missed.keys() - stages_of(kills)}
            again = {each: aimed_again(at, each, done) for each, (at, done) in missed.items()}
            new = list(pool.map(kill, again.values()))
            missed = {each: (at, done) for (each, at), done in zip(again.items(), new, strict=True)}
            kills += new
    never = {each for each in wanted.keys() - stages_of(kills) if not each[0].startswith(WAITS)}
    return Kills(kills, never, last_before_the_dot(calls))


def faults_of(made: Kills, received: Counter[str]) -> list[str]:
    """List what must not be."""
    faults = []
    for kill in made.kills:
        number = received[kill.report_id]
        if kill.was_saved and not kill.states:
            faults.append(f"forgotten at {kill.place}")
        if kill.was_saved and number == 0:
            faults.append(f"lost at {kill.place}")
        if set(kill.states) - {State.DELIVERED}:
            faults.append(f"{kill.states} at {kill.place}")
        if number == 0 and State.DELIVERED in kill.states and not kill.was_saved:
            faults.append(f"called delivered at {kill.place}")
        if number > 1 + kill.uncertain:
            faults.append(f"{number} copies, {kill.uncertain} uncertain, at {kill.place}")
        if number > 1 and not is_in_window(kill.calls, made.dot):
            faults.append(f"doubled at {kill.place}, {len(kill.calls)} calls in")
    return faults


def named(kills: list[Kill]) -> str:
    places = Counter(kill.place for kill in kills)
    return ", ".join(f"{place} ({number})" for place, number in places.items())
