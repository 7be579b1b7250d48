"""The locks of Windows, by a kernel in the test's hand."""

from __future__ import annotations

import pytest

from dzwonek.outbox.windows_locks import EXCLUSIVE, FAIL_IMMEDIATELY, WindowsLocks


class FakeKernel:
    """Answers as told and notes what it was asked."""

    def __init__(self, answer: int = 0) -> None:
        self.answer = answer
        self.calls: list[tuple[str, int]] = []

    def lock(self, descriptor: int, flags: int) -> int:
        self.calls.append(("lock", flags))
        return self.answer

    def unlock(self, descriptor: int) -> int:
        self.calls.append(("unlock", descriptor))
        return 0


def test_a_lock_is_shared_or_alone_and_never_waited_for() -> None:
    kernel = FakeKernel()
    locks = WindowsLocks(kernel)

    locks.share(7, is_alone=False)
    locks.seize(7)

    assert kernel.calls == [("lock", FAIL_IMMEDIATELY), ("lock", FAIL_IMMEDIATELY | EXCLUSIVE)]


def test_who_had_it_alone_shares_before_giving_that_up() -> None:
    kernel = FakeKernel()

    WindowsLocks(kernel).share(7, is_alone=True)

    assert kernel.calls == [("lock", FAIL_IMMEDIATELY), ("unlock", 7)]


@pytest.mark.parametrize("answer", [33, 997])
def test_a_lock_that_another_process_has_is_told_as_such(answer: int) -> None:
    with pytest.raises(BlockingIOError):
        WindowsLocks(FakeKernel(answer)).seize(7)


def test_any_other_refusal_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError) as caught:
        WindowsLocks(FakeKernel(1)).share(7, is_alone=False)
    assert not isinstance(caught.value, BlockingIOError)
