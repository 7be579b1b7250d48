"""Checks that plain values from a file are what our frozen data wants.

msgspec would do it, too. Settings and profile are read before the icon stands, though, and its
import costs 24 ms of processor time where all of PySide6.QtWidgets costs 105 (55 ms where
typing_extensions is installed).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints


class WrongValueError(ValueError):
    """A value is not what is wanted; `path` is its dotted place."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def made(wanted: Any, value: object, path: str = "") -> Any:
    """Turn a value of TOML into `wanted`; raises WrongValueError.

    Knows frozen dataclasses, tuples of one type, text mappings, literals, `Annotated[int, range]`
    (or another type with what holds its values) and plain types. Nothing is converted: "465" is
    no number, 1 is no switch.
    """
    if is_dataclass(wanted):
        return _record(wanted, value, path)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is tuple and isinstance(value, list):
        return tuple(made(arguments[0], item, f"{path}[{i}]") for i, item in enumerate(value))
    if origin is Mapping and isinstance(value, dict):
        return {key: made(arguments[1], item, f"{path}.{key}") for key, item in value.items()}
    if not _fits(wanted, origin, arguments, value):
        raise WrongValueError(path)
    return value


def hints(record: Any) -> Mapping[str, Any]:
    """Give the types of a dataclass's fields by name."""
    return _hints(record)


@lru_cache  # a profile holds a dozen records of one type, and each reading takes 0.1 ms
def _hints(record: type) -> Mapping[str, Any]:
    return get_type_hints(record, include_extras=True)


def file_name(field: Field[Any]) -> str:
    """Give a field's name in the file, such as "from", which Python keeps for itself."""
    name: str = field.metadata.get("name", field.name)
    return name


def _fits(wanted: Any, origin: Any, arguments: tuple[Any, ...], value: object) -> bool:
    if origin is Literal:
        return type(value) is str and value in arguments
    if origin is Annotated:
        return type(value) is arguments[0] and value in arguments[1]
    return type(value) is wanted


def _record(wanted: Any, value: object, path: str) -> Any:
    if not isinstance(value, dict):
        raise WrongValueError(path)
    types = hints(wanted)
    found: dict[str, object] = {}
    for field in fields(wanted):
        name = file_name(field)
        inner = f"{path}.{name}" if path else name
        if name in value:
            found[field.name] = made(types[field.name], value[name], inner)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise WrongValueError(inner)
    return wanted(**found)
