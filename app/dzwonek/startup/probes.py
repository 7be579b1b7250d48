"""What `dzwonek doctor` looks at: each probe asks one part, with the part's own deadline."""

from __future__ import annotations

import os
import platform
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek import __version__
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.startup.chosen_folder import shared_by_all, stores_are_there

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dzwonek.diagnostics.doctor import Parts
    from dzwonek.diagnostics.findings import Values
    from dzwonek.startup.core import Core

TARGET_DEADLINE = timedelta(seconds=5)


def parts_of(core: Core) -> Parts:
    """Gather what the doctor needs of a core."""
    from dzwonek.diagnostics.doctor import Parts

    troubles, is_there = _store_folder(core)
    return Parts(
        clock=core.clock,
        versions=_versions(),
        folders=core.places.folders(),
        folder_troubles=troubles,
        unmade=frozenset() if is_there else frozenset({"data"}),
        settings_file=core.places.settings_file,
        settings_problems=core.loaded.problems,
        policy_source=core.policy.source,
        policy_problems=core.policy.problems,
        locked=core.policy.locked,
        probes=_probes(core),
    )


def _store_folder(core: Core) -> tuple[Mapping[str, Problem], bool]:
    """Say what is wrong with the folder of reports, and whether it is there."""
    try:
        is_there = stores_are_there(core)
    except ProblemError as error:
        return {"data": error.problem}, True
    shared = shared_by_all(core)
    return {} if shared is None else {"data": shared}, is_there


def _probes(core: Core) -> Mapping[str, Callable[[], Values]]:
    return {
        "profile": lambda: _profile(core),
        "keyring": lambda: _keyring(core),
        "queue_key": lambda: _queue_key(core),
        "drive": lambda: _drive(core),
        "outbox": lambda: _outbox(core),
        "display": lambda: _display(core),
        "notices": lambda: _notices(core),
        "hotkeys": lambda: _hotkeys(core),
        "daktela": lambda: _daktela(core),
        "clock": lambda: _clock(core),  # behind Daktela, whose server has just told its time
        "mail": lambda: _mail(core),
        **_targets(core),
    }


def _targets(core: Core) -> Mapping[str, Callable[[], Values]]:
    """Begin all measurements at the first question, so that together they take no longer."""
    from functools import cache, partial

    from dzwonek.config.targets import parsed
    from dzwonek.diagnostics.doctor import TARGET
    from dzwonek.diagnostics.targets import Measurement, Place

    places = {
        f"{TARGET}{text}": Place(*target)
        for text in core.settings.diagnostics.targets
        if (target := parsed(text)) is not None
    }

    @cache
    def begun() -> Mapping[str, Measurement]:
        return {
            name: Measurement(place, core.clock, core.tls, TARGET_DEADLINE)
            for name, place in places.items()
        }

    def answer(name: str) -> Values:
        return begun()[name].answer()

    return {name: partial(answer, name) for name in places}


def _versions() -> Values:
    return {
        "dzwonek": __version__,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "session": os.environ.get("XDG_SESSION_TYPE", ""),
    }


def _profile(core: Core) -> Values:
    """Name those to whom reports really go; where nobody knows them, that is a fault."""
    core.must_know_support()
    recipients = core.policy.recipients_or(core.profile.contact.email)
    return {"name": core.profile.name, "recipient": ", ".join(recipients)}


def _keyring(core: Core) -> Values:
    from dzwonek.config.secrets import KeyringBox

    state = KeyringBox().describe()
    if state.problem is not None:
        raise ProblemError(state.problem)
    return {"name": state.name}


def _queue_key(core: Core) -> Values:
    statuses = core.keys.status()
    note = core.key_note()
    if note is not None:
        raise ProblemError(note)
    return {"keys": len(statuses)}


def _drive(core: Core) -> Values:
    from dzwonek.outbox.drive import drive_of

    drive = drive_of(core.places.data)
    if drive.is_network:
        raise trouble(Code.STORE_ON_NETWORK, kind=drive.kind, path=str(core.places.data))
    return {"kind": drive.kind}


def _outbox(core: Core) -> Values:
    """Count what waits; a store that was rebuilt or is a later program's still sends.

    A report in trouble is no tick, and keeps no other one from going out.
    """
    from dzwonek.diagnostics.doctor import LesserError

    if not stores_are_there(core):
        return {"is_there": False}
    for problem in reversed(core.outbox.problems):  # the later program's first
        raise LesserError(problem)
    tally = core.outbox.tally()
    values = {"waiting": tally.waiting, "troubled": tally.troubled}
    if tally.troubled:
        raise LesserError(Problem(Code.OUTBOX_TROUBLED, values))
    return values


def _display(core: Core) -> Values:
    from dzwonek.capture.screens import screens_for

    is_allowed = core.settings.privacy.screenshots
    is_fixed = "privacy.screenshots" in core.policy.locked
    screens = screens_for(
        core.environment, sys.platform, core.clock, is_allowed=is_allowed, is_fixed=is_fixed
    )
    try:
        capture = screens.capture()
    finally:
        screens.close()
    if capture.problem is not None:
        raise ProblemError(capture.problem)
    return {"monitors": len(capture.shots)}


def _notices(core: Core) -> Values:
    if sys.platform != "linux":
        return {"by": "tray"}
    from dzwonek.desktop.bus import open_session_bus

    bus = open_session_bus(core.environment)
    if bus is None:
        raise trouble(Code.NO_NOTICES)
    bus.close()
    return {}


def _hotkeys(core: Core) -> Values:
    """Try the first key unless a running program holds it: then it would seem taken."""
    from dzwonek.desktop.hotkeys import WatchedHotkeys, hotkeys_for
    from dzwonek.desktop.messages import key_messages
    from dzwonek.domain.events import Slot

    if core.tell_running():
        return {"held_by": "dzwonek"}
    messages = key_messages()
    hotkeys = hotkeys_for(core.environment, sys.platform, messages)
    try:
        binding = hotkeys.bind(Slot.REPORT, core.settings.hotkeys.report)
    finally:
        hotkeys.release()
        if isinstance(hotkeys, WatchedHotkeys):
            hotkeys.close()
        if messages is not None:
            messages.close()
    if binding.active is None and binding.refused:
        raise ProblemError(binding.refused[0])
    return {"report": binding.active or ""}


def _daktela(core: Core) -> Values:
    desk = core.agent_desk()
    version = desk.check()
    return {"host": core.host, "version": version, "agent": desk.who_am_i().agent.login}


def _clock(core: Core) -> Values:
    core.clock_check.look()
    return {}


def _mail(core: Core) -> Values:
    from dzwonek.diagnostics.doctor import GraverError

    mail = core.settings.delivery.mail
    try:
        core.tls()  # the file of certificates is told also where no server is there to ask
    except ProblemError as error:
        raise GraverError(error.problem) from error
    core.channel(core.settings.delivery.channel)
    core.try_mail(mail, None)
    return {"host": mail.host, "port": mail.port}
