"""`dzwonek`: starts the tray program, or hands the wish to the one that runs."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.events import Command

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options


DEADLINE = timedelta(seconds=3)  # the running program may be busy with a picture


def run(options: Options) -> int:
    """Hand over if a program runs, else become it; Qt is imported only in the second case.

    Raises ProblemError (DISK_…, INSTANCE_NOT_CLAIMED).
    """
    from dzwonek.config.places import places
    from dzwonek.desktop.single_instance import claim, hand_over

    wish = _wish(options)
    where = places(os.environ)
    if hand_over(where.runtime, wish, DEADLINE):
        return 0
    if wish is Command.QUIT:
        return 0
    where.prepare_most()  # a home that takes nothing is told in the tray, where people look
    instance = claim(where.runtime)
    if instance is None:
        return 0 if hand_over(where.runtime, wish, DEADLINE) else 1
    from dzwonek.startup.tray import run_tray

    return run_tray(instance, wish)


def _wish(options: Options) -> Command:
    if options.report:
        return Command.REPORT
    if options.flag:
        return Command.FLAG
    if options.quit:
        return Command.QUIT
    return Command.HIDDEN if options.hidden else Command.SHOW
