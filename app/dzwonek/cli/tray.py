"""`dzwonek`: starts the tray program, or hands the wish to the one that runs."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.command import Command

if TYPE_CHECKING:
    from pathlib import Path

    from dzwonek.cli.parser import Options
    from dzwonek.desktop.single_instance import Instance


ENDING = timedelta(seconds=20)
DEADLINE = timedelta(seconds=3)  # the running program may be busy with a picture


def run(options: Options) -> int:
    """Hand over if a program runs, else become it; Qt is imported only in the second case.

    Raises ProblemError (DISK_…, INSTANCE_NOT_CLAIMED, INSTANCE_SILENT).
    """
    from dzwonek.desktop.single_instance import claim, hand_over
    from dzwonek.startup import upgrade
    from dzwonek.startup.stores import found_places

    wish = _wish(options)
    if options.hidden and not _may_start_by_itself():
        return 0
    where = found_places(os.environ)
    if options.come_back and not upgrade.is_to_come_back(where.runtime):
        return 0
    ending = ENDING if wish is Command.QUIT else None  # who asks wants to replace its files
    if hand_over(where.runtime, wish, DEADLINE, ending=ending):
        if options.make_way:
            upgrade.note_running(where.runtime)
        return 0
    if wish is Command.QUIT:
        return _nobody_is_left(where.runtime)
    where.prepare_most()  # a home that takes nothing is told in the tray, where people look
    instance = claim(where.runtime) or _second_try(where.runtime, wish)
    if instance is None:
        return 0
    from dzwonek.startup.tray import run_tray

    return run_tray(instance, wish)


def _second_try(runtime: Path, wish: Command) -> Instance | None:
    """Reach the program that began or ended meanwhile; None when the wish is in its hands.

    Raises ProblemError (INSTANCE_SILENT): it is there and does not answer.
    """
    from dzwonek.desktop.single_instance import claim, hand_over

    if hand_over(runtime, wish, DEADLINE):
        return None
    instance = claim(runtime)
    if instance is None and wish is not Command.HIDDEN:  # nobody is there to be told at log-on
        from dzwonek.domain.problem import Code, trouble

        raise trouble(Code.INSTANCE_SILENT)
    return instance


def _nobody_is_left(runtime: Path) -> int:
    """Make sure that no program runs; raises ProblemError (INSTANCE_SILENT)."""
    from dzwonek.desktop.single_instance import claim

    if not runtime.exists():
        return 0
    instance = claim(runtime)
    if instance is None:
        from dzwonek.domain.problem import Code, trouble

        raise trouble(Code.INSTANCE_SILENT)
    instance.close()
    return 0


def _may_start_by_itself() -> bool:
    """Say whether no policy forbids the start with the computer; people may start it all the same.

    An entry for the whole computer, made when it was installed, would start it for everybody.
    """
    from dzwonek.config.policy_places import find_policies

    policies = find_policies(os.environ)
    if not policies:
        return True  # mostly; and the bell is not kept waiting for what understands them
    from dzwonek.config.policy import apply
    from dzwonek.config.settings import DEFAULTS

    return apply(DEFAULTS, *policies).autostart is not False


def _wish(options: Options) -> Command:
    if options.report:
        return Command.REPORT
    if options.flag:
        return Command.FLAG
    if options.quit or options.make_way:
        return Command.QUIT
    is_quiet = options.hidden or options.come_back or options.again
    return Command.HIDDEN if is_quiet else Command.SHOW
