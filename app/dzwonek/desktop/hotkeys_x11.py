"""Global hotkeys on X11: passive key grabs on a connection of our own, never a hook.

The server tells this connection of our combinations alone; other keys cost it no wakeup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xcffib
import xcffib.xproto as xproto

from dzwonek.desktop.hotkey_slots import HotkeySlots
from dzwonek.desktop.keyboard import Grab, Keyboard
from dzwonek.desktop.keys import parse
from dzwonek.domain.events import BindingsChanged, Event, HotkeyPressed, Slot
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MODIFIER_BITS = 0xFF  # above them stand pointer buttons and the keyboard group
X: Any = xcffib  # its functions carry no types, so that strict checking needs the way round
P: Any = xproto


class X11Hotkeys(HotkeySlots[frozenset[Grab]]):
    """Takes keys from the X server of `display` and tells when one is pressed.

    Raises ConnectionError when the server cannot be reached. Everything else is told by
    `Binding`; when the server is gone, `pump` raises ConnectionError.
    """

    def __init__(self, display: str) -> None:
        super().__init__()
        try:
            self._x = X.Connection(display)
        except X.XcffibException as error:
            raise ConnectionRefusedError(f"no X server at {display}") from error
        self._roots: list[int] = [screen.root for screen in self._x.setup.roots]
        self._keyboard = self._learn()
        self._held: set[Grab] = set()
        self._released_at: dict[int, int] = {}

    # -- the event loop

    def fileno(self) -> int:
        """Give the connection's descriptor."""
        return int(self._x.get_file_descriptor())

    def pump(self) -> tuple[Event, ...]:
        """Read what the server sent; raises ConnectionError when it is gone."""
        try:
            return tuple(self._read())
        except X.XcffibException as error:
            raise ConnectionResetError("the X server is gone") from error

    def close(self) -> None:
        """End the connection; the server frees our keys with it."""
        self._x.disconnect()

    def _read(self) -> Iterable[Event]:
        is_stale = False
        while True:
            event = self._x.poll_for_event()
            if event is None and not is_stale:
                return
            if event is None:  # one look at the layout for a burst of changes
                is_stale = False
                yield from self._follow_layout()
            elif isinstance(event, P.MappingNotifyEvent):
                is_stale = is_stale or event.request != P.Mapping.Pointer
            elif isinstance(event, P.KeyReleaseEvent):
                self._released_at[event.detail] = event.time
            elif isinstance(event, P.KeyPressEvent):
                yield from self._press(event)

    def _press(self, event: Any) -> Iterable[Event]:
        """Tell a press, but not its repeats: those carry the time of a release made up for them.

        Source: "XkbSetDetectableAutoRepeat", X Keyboard Extension library §10.3.1.
        """
        if self._released_at.pop(event.detail, None) == event.time:
            return
        pressed = Grab(event.detail, event.state & MODIFIER_BITS)
        for slot, grabs in self._wanted.items():
            if pressed in grabs:
                yield HotkeyPressed(slot)

    def _follow_layout(self) -> Iterable[Event]:
        self._keyboard = self._learn()
        before = dict(self._bindings)
        self._wanted.clear()
        self._settle(tuple(self._candidates))
        if before != self._bindings:
            yield BindingsChanged()

    # -- taking keys

    def _settle(self, slots: Sequence[Slot]) -> None:
        """Bind slots anew: new grabs first, and only then those that nobody wants any more.

        Giving back first would lose a press in between: the first key of a newly plugged
        keyboard announces the keyboard and is the hotkey at once.
        """
        try:
            self._bind_anew(slots)
            self._ungrab(self._held.difference(*self._wanted.values()))
            self._x.core.GetInputFocus().discard_reply()  # wakes the loop for what came meanwhile
            self._x.flush()
        except X.XcffibException:
            self._lose(slots)

    def _taken(self, slot: Slot, candidate: str) -> str:
        combination = parse(candidate)
        grabs = self._keyboard.grabs(combination)
        if not grabs:
            raise ProblemError(Problem(Code.HOTKEY_NOT_ON_LAYOUT, {"key": str(combination)}))
        are_free = grabs.isdisjoint(frozenset().union(*self._others(slot)))
        if not are_free or not self._grab(grabs - self._held):
            raise ProblemError(Problem(Code.HOTKEY_TAKEN, {"key": str(combination)}))
        self._wanted[slot] = grabs
        return str(combination)

    def _grab(self, grabs: Iterable[Grab]) -> bool:
        """Grab all or nothing; say whether all were free."""
        mode = P.GrabMode.Async
        asked = [
            self._x.core.GrabKeyChecked(False, root, grab.mask, grab.keycode, mode, mode)
            for grab in grabs
            for root in self._roots
        ]
        refusals = [cookie for cookie in asked if not _is_granted(cookie)]
        self._held.update(grabs)
        if refusals:
            self._ungrab(grabs)
        return not refusals

    def _ungrab(self, grabs: Iterable[Grab]) -> None:
        for grab in tuple(grabs):
            for root in self._roots:
                self._x.core.UngrabKey(grab.keycode, root, grab.mask)
            self._held.discard(grab)

    def _learn(self) -> Keyboard:
        setup = self._x.setup
        first, last = setup.min_keycode, setup.max_keycode
        keys = self._x.core.GetKeyboardMapping(first, last - first + 1)
        held = self._x.core.GetModifierMapping().reply()
        layout = keys.reply()
        width, codes = held.keycodes_per_modifier, list(held.keycodes)
        rows = (frozenset(codes[n * width : (n + 1) * width]) - {0} for n in range(8))
        return Keyboard(first, layout.keysyms_per_keycode, tuple(layout.keysyms), tuple(rows))


def _is_granted(cookie: Any) -> bool:
    try:
        cookie.check()
    except P.AccessError:
        return False
    return True
