"""`dzwonek policy`: what the administrator fixed, checked, shown, and as Group Policy templates."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.cli.telling import complain_to_administrator
from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dzwonek.cli.parser import Options
    from dzwonek.config.origins import Origin
    from dzwonek.config.policy import Effective
    from dzwonek.config.policy_reading import RawPolicy
    from dzwonek.domain.problem import Problem

VERSION = 1
REGISTRY = "registry"  # in the place of a file's name: what Group Policy wrote on this computer


def run(options: Options) -> int:
    """Do one action; 0 all well, 1 the policy has faults; raises ProblemError."""
    actions = {"check": _check, "show": _show, "admx": _admx}
    return actions[options.action](options)


def _check(options: Options) -> int:
    """Check a policy file (or what is in force on this computer, with its defaults)."""
    from dzwonek.cli.policy_faults import default_faults, policy_faults

    if options.file == REGISTRY and sys.platform != "win32":
        print("dzwonek policy check: rejestr jest tylko w systemie Windows", file=sys.stderr)
        return 2
    policies = _policies(options.file)
    is_here = options.file in (None, REGISTRY)
    problems = (
        *policy_faults(policies, is_here=is_here),
        *(default_faults() if is_here else ()),
    )
    complain_to_administrator(problems)
    if not policies:
        if options.file not in (None, REGISTRY):
            print(f"dzwonek policy check: nie ma takiego pliku: {options.file}", file=sys.stderr)
        print(options.file or "–")
        return 1 if problems or not is_here else 0
    for policy in policies:
        print(f"{policy.source}: {len(policy.values)}")
    return 1 if problems else 0


def _show(options: Options) -> int:
    """Show every setting as it holds, where it comes from, and which ones are locked."""
    from dzwonek.config.machine_defaults import machine_defaults
    from dzwonek.config.origins import origins
    from dzwonek.config.places import places
    from dzwonek.config.policy import effective
    from dzwonek.config.settings import load

    file = places(os.environ).settings_file
    defaults = machine_defaults()
    loaded = load(file, defaults.settings)
    held = effective(loaded.settings, os.environ)
    found = tuple(origins(file, defaults, loaded, held))
    problems = (*defaults.problems, *held.problems)
    if options.json:
        print(json.dumps(_document(found, held, problems), ensure_ascii=False, indent=2))
    else:
        _print(found, held)
    complain_to_administrator(problems)
    return 1 if problems else 0


def _document(
    found: Iterable[Origin], held: Effective, problems: Iterable[Problem]
) -> dict[str, object]:
    from dzwonek.config.policy_table import BY_NAME

    origin = list(found)
    others = {name: one for name, one in held.fixed.items() if not BY_NAME[name].path}
    return {
        "version": VERSION,
        "source": held.source,
        "recipients": held.recipients,
        "locked": sorted(held.locked),
        "settings": {one.name: one.value for one in origin},
        "sources": {one.name: {"layer": one.layer, "place": one.place} for one in origin},
        "policies": {
            name: {"value": one.value, "place": one.place} for name, one in others.items()
        },
        "problems": [{"code": one.code, "values": dict(one.values)} for one in problems],
    }


def _print(found: Iterable[Origin], held: Effective) -> None:
    from dzwonek.config.policy_table import BY_NAME

    for one in found:
        _line("*" if one.is_locked else " ", one.name, one.value, one.place or one.layer)
    for name, policy in held.fixed.items():
        if not BY_NAME[name].path:
            _line("*", name, policy.value, policy.place)


def _line(sign: str, name: str, value: object, place: str) -> None:
    print(f"{sign} {name} = {json.dumps(value, ensure_ascii=False)}  ({place})")


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


def _policies(file: str | None) -> tuple[RawPolicy, ...]:
    from dzwonek.config.policy_places import find, find_policies, this_computer
    from dzwonek.config.policy_reading import read_policy_file

    if file == REGISTRY:
        return find(this_computer().policies)
    if file:
        found = read_policy_file(Path(file))
        return () if found is None else (found,)
    return find_policies(os.environ)
