"""`dzwonek outbox`: what waits, and doing something about it."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.cli.telling import complain_of
from dzwonek.domain.delivery import WAITING, State
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.cli.parser import Options
    from dzwonek.domain.delivery import Entry
    from dzwonek.startup.core import Core

DONE, WAITS = 0, 3
VERSION = 1


def run(options: Options) -> int:
    """Do one action; 0 done, 3 something still waits (drain); raises ProblemError."""
    from dzwonek.startup.core import open_core

    actions = {
        "list": _list,
        "show": _show,
        "retry": _retry,
        "export": _export,
        "discard": _discard,
        "drain": _drain,
    }
    with open_core() as core:
        return actions[options.action](core, options)


def _list(core: Core, options: Options) -> int:
    entries = core.outbox.entries()
    if options.json:
        print(
            json.dumps({"version": VERSION, "reports": [fields_of(e) for e in entries]}, indent=2)
        )
    else:
        for entry in entries:
            print(_line(entry))
    return DONE


def _show(core: Core, options: Options) -> int:
    entry = _found(core, options.id)
    print(json.dumps({"version": VERSION, "report": fields_of(entry)}, indent=2))
    return DONE


def _retry(core: Core, options: Options) -> int:
    entries = core.outbox.entries() if options.all else (_found(core, options.id),)
    for entry in entries:
        if options.all and entry.state not in WAITING | {State.HELD}:
            continue
        core.outbox.retry(entry.id)
        print(entry.short_code)
    core.nudge()
    return DONE


def _export(core: Core, options: Options) -> int:
    content = core.outbox.message(_found(core, options.id).id)
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
    core.outbox.discard(_found(core, options.id).id)
    core.nudge()
    return DONE


def _drain(core: Core, options: Options) -> int:
    core.courier.drain(timedelta(seconds=options.timeout))
    core.tell_running()
    waiting = [e for e in core.outbox.entries() if e.state in WAITING | {State.HELD}]
    reasons = {entry.problem.code: entry.problem for entry in waiting if entry.problem}
    complain_of(tuple(reasons.values()))
    return WAITS if waiting else DONE


def _found(core: Core, wanted: str) -> Entry:
    """Find a report by its id or by its short code; raises ProblemError (REPORT_UNKNOWN)."""
    for entry in core.outbox.entries():
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
        "size": entry.size,
    }


def _line(entry: Entry) -> str:
    problem = f" {entry.problem.code.value}" if entry.problem else ""
    return f"{entry.short_code} {entry.state.value} {_iso(entry.created_at)}{problem}"


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
