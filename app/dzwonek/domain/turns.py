"""Long work beside a window: others get their turn between its pieces."""

from __future__ import annotations

import time


def let_others() -> None:
    """Let a waiting thread go first: else it waits the whole switch interval of 5 ms."""
    time.sleep(0)  # noqa: TID251 - waits for nothing
