"""What can be wrong with `settings.toml`, in codes and values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from dzwonek.domain.problem import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SHOWN_LENGTH = 60  # characters of a wrong value
LIKENESS = 0.7


def invalid(name: str, value: object, wanted: str) -> Problem:
    """Tell of a value that cannot be; `allowed` says in signs what may stand there."""
    shown = str(value)
    if len(shown) > SHOWN_LENGTH:
        shown = shown[: SHOWN_LENGTH - 1] + "…"
    return Problem(Code.SETTINGS_INVALID_VALUE, {"key": name, "value": shown, "allowed": wanted})


def unknown(name: str, known: Sequence[str]) -> Problem:
    """Tell of a key that nobody knows, with the nearest known one or none."""
    return Problem(Code.SETTINGS_UNKNOWN_KEY, {"key": name, "nearest": nearest(name, known)})


def nearest(name: str, known: Sequence[str]) -> str:
    """Find the known setting that an unknown name most likely means; empty when none is near."""
    from difflib import get_close_matches

    every = [*known, *sorted({path.rpartition(".")[0] for path in known})]
    folder, _, last = name.rpartition(".")
    beside = {_last(path): path for path in every if path.rpartition(".")[0] == folder}
    anywhere = {_last(path): path for path in reversed(every)}
    for candidates, wanted in ((beside, last), (anywhere, last), ({p: p for p in every}, name)):
        if found := get_close_matches(wanted.casefold(), candidates, n=1, cutoff=LIKENESS):
            return candidates[found[0]]
    return ""


def unreadable(path: Path, error: Exception) -> Problem:
    """Say which line of which file cannot be read; line 0 stands for the whole file."""
    import errno
    import re

    line, reason = 0, "syntax"
    if isinstance(error, OSError):
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    elif isinstance(error, UnicodeDecodeError):
        line, reason = error.object[: error.start].count(b"\n") + 1, "encoding"
    elif found := re.search(r"(?:at|:) line (\d+)", str(error)):  # TOML, XML
        line = int(found[1])
    elif "end of document" in str(error):
        line = len(path.read_bytes().splitlines())
    return Problem(Code.SETTINGS_UNREADABLE, {"path": str(path), "line": line, "reason": reason})


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def allowed(wanted: Any, path: str = "") -> str:
    """Say in signs, not in a language's words, what a setting of this type may be."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return " | ".join(arguments)
    if origin is Annotated and arguments[0] is str:
        return str(arguments[1])
    if origin is Annotated:
        bounds: range = arguments[1]
        return f"{bounds.start}–{bounds.stop - 1}"
    if origin is tuple:
        form = arguments[0].__metadata__[0] if get_origin(arguments[0]) is Annotated else "…"
        return f'["{form}", "…"]'
    return {bool: "true | false", str: '"…"'}.get(wanted, f"[{path}]")
