"""`dzwonek report`: a report without a window."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.cli.attach import read_files
from dzwonek.cli.moment import WrongMomentError, moment_of
from dzwonek.cli.output import finish
from dzwonek.cli.telling import complain_of, mention_settings
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import Capture
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.reporting.submit import IncompleteError

if TYPE_CHECKING:
    from datetime import datetime

    from dzwonek.cli.parser import Options
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.submit import ExtraFile
    from dzwonek.startup.core import Core

SAVED, USAGE, NOT_DELIVERED = 0, 2, 3


def run(options: Options) -> int:
    """Seal a report and print its short code.

    0 saved (with --wait: and delivered), 3 saved but not delivered, 2 bad usage. Raises
    ProblemError when nothing was saved.
    """
    from dzwonek.startup.core import open_core

    try:
        with open_core() as core:
            mention_settings(core)
            return _run(core, options)
    except IncompleteError as error:
        complain_of(error.problems)
        return USAGE
    except WrongMomentError as error:
        print(f"dzwonek report: --when {error}", file=sys.stderr)
        return USAGE


def _run(core: Core, options: Options) -> int:
    occurred_at = moment_of(options.when, core.zone, core.clock.now()) if options.when else None
    extras = read_files(options.attach, core.profile.max_message_bytes)
    entry = _submitted(core, options, occurred_at, extras)
    complain_of(core.outbox.problems)
    with contextlib.suppress(OSError):  # it is saved, whether anybody listens or not
        print(entry.short_code)
    finish()
    if options.wait is None:
        core.tell_running()
        return SAVED
    core.courier.drain(timedelta(seconds=options.wait), only=entry.id)
    core.tell_running()
    entry = core.outbox.entry(entry.id)
    if entry.delivered_at is not None:
        return SAVED
    if entry.problem is not None:
        complain_of((entry.problem,))
    return NOT_DELIVERED


def _submitted(
    core: Core, options: Options, occurred_at: datetime | None, extras: tuple[ExtraFile, ...]
) -> Entry:
    core.reception.recall()
    capture = _capture(core, options)
    draft = _filled(core.reception.begin(capture), options, occurred_at)
    try:
        # The draft first: pictures whose draft nobody lists would outlive a kill for ever.
        draft = core.reception.keep(draft)
        notes = core.reception.keep_pictures(draft, capture.shots)
        return core.submission.submit(replace(draft, pictures=notes), extras)
    except BaseException:
        with contextlib.suppress(ProblemError):
            core.drafts.discard(draft.id)
        raise


def _filled(draft: Draft, options: Options, occurred_at: datetime | None) -> Draft:
    names = tuple(name.strip() for name in options.agent if name.strip())
    reporter = draft.reporter if draft.reporter.name or not names else Agent(names[0])
    is_me = not names or names == (reporter.name,)
    return replace(
        draft,
        kind=Kind(options.kind),
        customer=options.customer,
        ours=options.ours,
        occurred_at=occurred_at or draft.occurred_at,
        reporter=reporter,
        scope=Scope.ME if is_me else Scope.OTHERS,
        others=() if is_me else names,
        description=options.description,
        occurrence=Occurrence(options.occurrence),
    )


def _capture(core: Core, options: Options) -> Capture:
    if options.no_screenshot:
        return Capture(core.clock.now(), problem=Problem(Code.CAPTURE_SWITCHED_OFF))
    from dzwonek.capture.screens import screens_for

    is_allowed = core.settings.privacy.screenshots
    screens = screens_for(os.environ, sys.platform, core.clock, is_allowed=is_allowed)
    try:
        return screens.capture()
    finally:
        screens.close()
