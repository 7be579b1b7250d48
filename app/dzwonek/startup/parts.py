"""Parts that are built when they are first asked for, once, by whichever thread asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import RLock

Part = TypeVar("Part")


class built_once(Generic[Part]):  # noqa: N801 - it is used as a decorator, like property
    """Like `functools.cached_property`, but two threads never build the same part.

    The owner holds the lock as `building`. What `build` raises is raised each time anew.
    """

    def __init__(self, build: Callable[[Any], Part]) -> None:
        self._build = build
        self._name = build.__name__
        self.__doc__ = build.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> built_once[Part]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Part: ...

    def __get__(self, owner: Any, kind: type) -> built_once[Part] | Part:
        if owner is None:
            return self
        lock: RLock = owner.building
        with lock:
            parts: dict[str, Any] = owner.__dict__
            if self._name not in parts:
                parts[self._name] = self._build(owner)
            part: Part = parts[self._name]
            return part

    def is_built(self, owner: object) -> bool:
        """Say whether the part is there already."""
        return self._name in owner.__dict__
