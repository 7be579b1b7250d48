"""`dzwonek setup`: the system's address, and signing in with a password or a token."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dzwonek.domain.command import Command
from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dzwonek.cli.parser import Options
    from dzwonek.startup.core import Core


def run(options: Options) -> int:
    """Check the address, sign in if asked, and save; 0 done, 2 bad usage; raises ProblemError."""
    from dzwonek.startup.core import open_core

    if options.password_stdin and not options.login:
        return _usage("--password-stdin wymaga --login")
    if options.login and not options.password_stdin:
        return _usage("--login wymaga --password-stdin")
    with open_core() as core:
        return _set_up(core, options)


def _set_up(core: Core, options: Options) -> int:
    from dzwonek.cli.telling import mention_settings, secret_from_stdin
    from dzwonek.config.settings import with_value
    from dzwonek.reporting.setup import DAKTELA_SECRET

    mention_settings(core)
    setup = core.setup
    if "system.url" in core.policy.locked:
        raise trouble(Code.SETTINGS_LOCKED, key="system.url")
    url = setup.check_system(options.url)
    with _told_aside(core.places.settings_file.resolve()):
        setup.save(with_value(core.own_settings, "system.url", url))
    print(url)
    if options.password_stdin:
        print(setup.sign_in(url, options.login, secret_from_stdin()).agent.name)
    elif options.token_stdin:
        print(setup.use_token(url, secret_from_stdin()).agent.name)
    core.tell_running(Command.RELOAD)
    held = setup.why_held(DAKTELA_SECRET)
    if held is not None:
        raise ProblemError(held)  # the token is gone with this command
    return 0


@contextmanager
def _told_aside(file: Path) -> Iterator[None]:
    """Say where a settings file that nobody could read was put, if saving put one aside."""
    before = set(file.parent.glob(f"{file.name}.*"))
    yield
    for aside in set(file.parent.glob(f"{file.name}.*")) - before:
        print(f"dzwonek setup: dotychczasowy plik ustawień leży w {aside}", file=sys.stderr)


def _usage(text: str) -> int:
    print(f"dzwonek setup: {text}", file=sys.stderr)
    return 2
