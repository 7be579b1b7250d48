"""`dzwonek outbox`: what waits, and doing something about it."""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dzwonek.cli.telling import complain, complain_of, mention_settings
from dzwonek.domain.delivery import WAITING, State
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dzwonek.cli.parser import Options
    from dzwonek.domain.delivery import Entry
    from dzwonek.outbox.look import Look
    from dzwonek.outbox.store import SealedOutbox
    from dzwonek.startup.core import Core

    Action = Callable[[Core, Options], int]

DONE, WAITS = 0, 3
VERSION = 1
READING = frozenset({"list", "show", "export"})
STUCK = frozenset({State.REJECTED, State.QUARANTINED})
TAKES_NOTHING = frozenset({Code.DISK_READ_ONLY, Code.DISK_FULL})


def run(options: Options) -> int:
    """Do one action; 0 done, 3 something still waits (drain); raises ProblemError.

    What only reads works on a disk that takes nothing, too.
    """
    from dzwonek.startup.core import open_core

    actions: dict[str, Action] = {
        "list": _list,
        "show": _show,
        "retry": _retry,
        "export": _export,
        "discard": _discard,
        "drain": _drain,
    }
    with open_core(is_patient=options.action in READING) as core:
        return actions[options.action](core, options)


def _opened(core: Core) -> SealedOutbox:
    """Open the outbox, and tell what its start found."""
    outbox = core.outbox
    complain_of(outbox.problems)
    return outbox


def _looked_at(core: Core) -> SealedOutbox | Look:
    """Open the outbox, or only look at it where it cannot be opened, and say why."""
    try:
        return _opened(core)
    except ProblemError as error:
        code = error.problem.code
        if code in TAKES_NOTHING:
            values = {"reason": code.value, "path": str(core.places.data)}
            complain(Problem(Code.STORE_READ_ONLY, values))
        elif code is Code.STORE_NEWER:
            complain(error.problem)
        else:
            raise
        return core.look


def _list(core: Core, options: Options) -> int:
    entries = _looked_at(core).entries()
    if options.json:
        print(
            json.dumps({"version": VERSION, "reports": [fields_of(e) for e in entries]}, indent=2)
        )
    else:
        for entry in entries:
            print(_line(core, entry))
    return DONE


def _show(core: Core, options: Options) -> int:
    entry = _found(_looked_at(core), options.id)
    print(json.dumps({"version": VERSION, "report": fields_of(entry)}, indent=2))
    return DONE


def _retry(core: Core, options: Options) -> int:
    outbox = _opened(core)
    entries = outbox.entries() if options.all else (_found(outbox, options.id),)
    for entry in entries:
        if options.all and entry.state not in WAITING | {State.HELD}:
            continue
        outbox.retry(entry.id)
        print(entry.short_code)
    core.nudge()
    return DONE


def _export(core: Core, options: Options) -> int:
    outbox = _looked_at(core)
    content = outbox.message(_found(outbox, options.id).id)
    try:
        with open(options.file, "xb", opener=_privately) as file:
            file.write(content)
    except OSError as error:
        raise trouble(Code.FILE_NOT_WRITTEN, path=options.file) from error
    return DONE


def _privately(path: str, flags: int) -> int:
    """Open a file that nobody else may read, whatever the umask."""
    return os.open(path, flags, 0o600)


def _discard(core: Core, options: Options) -> int:
    outbox = _opened(core)
    outbox.discard(_found(outbox, options.id).id)
    core.nudge()
    return DONE


def _drain(core: Core, options: Options) -> int:
    mention_settings(core)
    outbox = _opened(core)
    core.courier.drain(timedelta(seconds=options.timeout))
    core.tell_running()
    entries = outbox.entries()
    waiting = [entry for entry in entries if entry.state in WAITING | {State.HELD}]
    reasons = {entry.problem.code: entry.problem for entry in waiting if entry.problem}
    if core.courier.problem is not None:
        reasons[core.courier.problem.code] = core.courier.problem
    complain_of(tuple(reasons.values()))
    _tell_waiting(core, waiting)
    _tell_stuck([entry for entry in entries if entry.state in STUCK])
    return WAITS if waiting else DONE


def _tell_waiting(core: Core, waiting: list[Entry]) -> None:
    """Say how many wait, and until when at the soonest."""
    if not waiting:
        return
    told = f"Zgłoszenia, które czekają: {len(waiting)}."
    due = min((entry.due_at for entry in waiting if entry.due_at), default=None)
    if due is not None:
        told += f" Następna próba: {_moment(core, max(due, core.clock.now()))}."
    print(f"dzwonek: {told}", file=sys.stderr)


def _tell_stuck(stuck: list[Entry]) -> None:
    """Name those that nobody will send before a person has looked at them."""
    if stuck:
        codes = ", ".join(entry.short_code for entry in stuck)
        told = f"Zgłoszenia, które wymagają uwagi: {len(stuck)} ({codes})."
        print(f"dzwonek: {told} Powód poda: dzwonek outbox list", file=sys.stderr)


def _found(outbox: SealedOutbox | Look, wanted: str) -> Entry:
    """Find a report by its id or by its short code; raises ProblemError (REPORT_UNKNOWN)."""
    for entry in outbox.entries():
        if wanted.casefold() in (entry.id, entry.short_code.casefold()):
            return entry
    raise trouble(Code.REPORT_UNKNOWN, id=wanted)


def fields_of(entry: Entry) -> dict[str, object]:
    """Give an entry for machines: ids, states, times and codes, and nothing of the content."""
    return {
        "id": entry.id,
        "code": entry.short_code,
        "state": entry.state.value,
        "channel": entry.channel,
        "created_at": _iso(entry.created_at),
        "submitted_at": _iso(entry.submitted_at),
        "changed_at": _iso(entry.changed_at),
        "due_at": _iso(entry.due_at),
        "delivered_at": _iso(entry.delivered_at),
        "expires_at": _iso(entry.expires_at),
        "attempts": entry.attempts,
        "uncertain": entry.uncertain_count,
        "shrunk": entry.shrunk,
        "taken": entry.taken,
        "phase": entry.phase.value,
        "last_code": entry.last_code,
        "problem": entry.problem.code.value if entry.problem else None,
        "message_id": entry.message_id,
        "root_message_id": entry.root_message_id,
        "size": entry.size,
    }


def _line(core: Core, entry: Entry) -> str:
    """Tell of a report as the window does: its code, when it was made, where it stands."""
    from dzwonek.ui.states import state_words

    words = state_words(entry, core.clock.now(), ZoneInfo(core.zone))
    title = words.title if words.title.endswith(".") else f"{words.title}."
    told = f"{title} {words.detail}".rstrip()
    return f"{entry.short_code} ({_moment(core, entry.created_at)}) {told}"


def _moment(core: Core, moment: datetime) -> str:
    from dzwonek.ui.states import moment_words

    return moment_words(moment, core.clock.now(), ZoneInfo(core.zone))


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
