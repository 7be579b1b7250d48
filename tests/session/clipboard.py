"""What a session's clipboard holds, as another program would paste it."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

import xcffib
import xcffib.xproto

from tests.session.programs import until

if TYPE_CHECKING:
    from typing import Self

PATIENCE = 40.0  # seconds; the machine may be busy with something else
AGAIN = 1.0  # seconds until keys that came too early are pressed once more


class Clipboard:
    """Takes the clipboard away, so that whatever stands there afterwards is new."""

    def __init__(self, display: str) -> None:
        server: Any = xcffib
        self._connection = server.Connection(display)
        self._core = self._connection.core
        screen = self._connection.get_setup().roots[0]
        self._window = self._connection.generate_id()
        kind = xcffib.xproto.WindowClass.InputOnly
        self._core.CreateWindow(
            0, self._window, screen.root, 0, 0, 1, 1, 0, kind, screen.root_visual, 0, []
        )
        self._clipboard, self._text = self._atom("CLIPBOARD"), self._atom("UTF8_STRING")

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the display."""
        self._connection.disconnect()

    def copied(self, press: Callable[[], object], seconds: float = PATIENCE) -> str:
        """Have something copied and give it; `press` is done again where nothing came of it."""
        self._core.SetSelectionOwner(self._window, self._clipboard, 0)
        self._core.GetInputFocus().reply()
        pressed_at = float("-inf")

        def look() -> bool:
            nonlocal pressed_at
            if time.monotonic() - pressed_at > AGAIN:
                press()
                pressed_at = time.monotonic()
            return self._owner() not in (0, self._window)

        until(look, "something on the clipboard", seconds)
        return self._pasted(seconds)

    def _pasted(self, seconds: float) -> str:
        self._core.ConvertSelection(self._window, self._clipboard, self._text, self._text, 0)
        self._connection.flush()
        until(self._answered, "the clipboard's text", seconds)
        any_kind, longest = xcffib.xproto.Atom.Any, 1 << 16
        told = self._core.GetProperty(True, self._window, self._text, any_kind, 0, longest).reply()
        return bytes(told.value.buf()).decode()

    def _answered(self) -> bool:
        event = self._connection.poll_for_event()
        return isinstance(event, xcffib.xproto.SelectionNotifyEvent)

    def _owner(self) -> int:
        return int(self._core.GetSelectionOwner(self._clipboard).reply().owner)

    def _atom(self, name: str) -> int:
        return int(self._core.InternAtom(False, len(name), name).reply().atom)
