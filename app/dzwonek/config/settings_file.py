"""Writing `settings.toml` so that what people wrote there by hand stays."""

from __future__ import annotations

import errno
import os
import sys
import tomllib
from typing import TYPE_CHECKING, Any

from dzwonek.config.plain_file import read_text
from dzwonek.config.settings import DEFAULTS, Settings, from_table, load, paths
from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from pathlib import Path

PAUSES = (0.01, 0.05, 0.2, 0.5, 1.0) if sys.platform == "win32" else ()


def save(path: Path, settings: Settings, defaults: Settings = DEFAULTS) -> None:
    """Write what differs from `defaults`, and what the file names already.

    Comments, order and unknown keys stay. The file is replaced as a whole or not at all; one that
    cannot be read is first put aside under a new name. Give the operator's own settings, not those
    that a policy laid over them. Raises ProblemError (SETTINGS_NOT_SAVED, `path`, `reason`), also
    where a pipe or a device stands in the file's place.
    """
    try:
        target = path.resolve()  # a link stays a link
        if target.is_symlink():  # a circle, of which Python tells no longer from 3.13 on
            raise OSError(errno.ELOOP, "links in a circle", str(path))
        content = _content(target, settings, defaults)
        replace_file(target, content)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise _not_saved(path, error) from error


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into the place of a file: all of it or, on OSError, nothing of it."""
    from tempfile import mkstemp

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(name, path.stat().st_mode & 0o777)
        take_place(name, path)
    except OSError:
        os.unlink(name)
        raise
    _sync_folder(path.parent)


def take_place(new: str, path: Path, pauses: Sequence[float] = PAUSES) -> None:
    """Give the file `new` the name `path`; raises OSError.

    After each of `pauses` (seconds) it tries again: Windows refuses while a scanner looks at it.
    """
    from threading import Event

    for pause in pauses:
        try:
            os.replace(new, path)
        except PermissionError:
            Event().wait(pause)
        else:
            return
    os.replace(new, path)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be opened there; NTFS writes the rename to its journal
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _content(path: Path, settings: Settings, defaults: Settings) -> bytes:
    import tomlkit

    document = tomlkit.parse(_readable_text(path))
    for (name, value), (_, usual) in zip(paths(settings), paths(defaults), strict=True):
        _put(document, name.split("."), value, is_usual=value == usual)
    text = tomlkit.dumps(document)
    if from_table(tomllib.loads(text), defaults).settings != settings:
        raise ValueError("the file would not say what was meant")
    return text.encode()


def _readable_text(path: Path) -> str:
    """Give the file's text; one that cannot be read is put aside, so that nothing typed is lost."""
    if not path.exists():
        return ""
    if not path.is_file():
        raise OSError(errno.EINVAL, "no regular file", str(path))
    if not any(problem.code is Code.SETTINGS_UNREADABLE for problem in load(path).problems):
        return read_text(path)
    number = 1
    while (aside := path.with_name(f"{path.name}.unreadable-{number}")).exists():
        number += 1
    aside.write_bytes(path.read_bytes())
    return ""


def _put(table: MutableMapping[str, Any], steps: list[str], value: Any, *, is_usual: bool) -> None:
    """Set one value, unless it is the usual one and the file does not speak of it."""
    import tomlkit

    key, deeper = steps[0], steps[1:]
    plain = list(value) if isinstance(value, tuple) else value
    inner = table.get(key)
    if not deeper:
        # `1` equals `True` and `465.0` equals `465`, yet they are other values to the reader.
        is_other = repr(getattr(inner, "unwrap", lambda: inner)()) != repr(plain)
        if (key in table and is_other) or (key not in table and not is_usual):
            table[key] = plain
    elif isinstance(inner, dict):
        _put(inner, deeper, value, is_usual=is_usual)
    elif key in table or not is_usual:
        table[key] = tomlkit.table()
        _put(table[key], deeper, value, is_usual=is_usual)


def _not_saved(path: Path, error: Exception) -> ProblemError:
    reason = type(error).__name__
    if isinstance(error, OSError):
        reason = errno.errorcode.get(error.errno or 0, reason)
    return trouble(Code.SETTINGS_NOT_SAVED, path=str(path), reason=reason)
