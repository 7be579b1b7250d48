"""`dzwonek policy`: what the administrator fixed, checked, shown, and as Group Policy templates."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.cli.telling import complain_of
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from dzwonek.cli.parser import Options
    from dzwonek.config.policy import Effective, RawPolicy

VERSION = 1


def run(options: Options) -> int:
    """Do one action; 0 all well, 1 the policy has faults; raises ProblemError."""
    actions = {"check": _check, "show": _show, "admx": _admx}
    return actions[options.action](options)


def _check(options: Options) -> int:
    """Check a policy file (or the one in force) against the table of policies."""
    policy = _policy(options.file)
    if policy is None:
        print(options.file or "–")
        return 1 if options.file else 0
    applied = _applied(policy)
    complain_of(applied.problems)
    print(f"{policy.source}: {len(policy.values)}")
    return 1 if applied.problems else 0


def _show(options: Options) -> int:
    """Show every setting as it holds, and which ones are locked."""
    from dzwonek.config.places import places
    from dzwonek.config.policy import effective
    from dzwonek.config.settings import load, paths

    held = effective(load(places(os.environ).settings_file).settings, os.environ)
    values = dict(paths(held.settings))
    if options.json:
        document = {
            "version": VERSION,
            "source": held.source,
            "recipients": held.recipients,
            "locked": sorted(held.locked),
            "settings": values,
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    for name, value in values.items():
        shown = json.dumps(value, ensure_ascii=False)
        print(f"{'*' if name in held.locked else ' '} {name} = {shown}")
    complain_of(held.problems)
    return 1 if held.problems else 0


def _admx(options: Options) -> int:
    """Write the templates for Group Policy: `dzwonek.admx` and one `.adml` a language."""
    from dzwonek.config.admx import LANGUAGES, adml, admx

    folder = Path(options.folder)
    files = {folder / "dzwonek.admx": admx()}
    files |= {folder / language / "dzwonek.adml": adml(language) for language in LANGUAGES}
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise trouble(Code.FILE_NOT_WRITTEN, path=str(path)) from error
        print(path, file=sys.stdout)
    return 0


def _policy(file: str | None) -> RawPolicy | None:
    from dzwonek.config.policy import find_policy, read_policy_file, readers

    return read_policy_file(Path(file)) if file else find_policy(readers(os.environ))


def _applied(policy: RawPolicy) -> Effective:
    from dzwonek.config.policy import apply
    from dzwonek.config.settings import DEFAULTS

    return apply(DEFAULTS, policy)
