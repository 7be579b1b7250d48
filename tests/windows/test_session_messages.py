"""Session, power and the session's end, told by messages that another program sends for real."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dzwonek.config.places import places
from dzwonek.domain.events import EndAsked, EndWanted, Resumed, SessionLeft, SessionReturned
from dzwonek.startup.core import open_core
from tests.session.listening import listen
from tests.windows.rig_hand import Hand
from tests.windows.rig_messages import BROADCAST, FORM, meanwhile, sent, windows_of
from tests.windows.rig_windows import Look, Programs, until

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

from dzwonek.desktop.ending_windows import WM_CLOSE, WM_ENDSESSION, WM_QUERYENDSESSION  # noqa: E402
from dzwonek.desktop.messages import program_messages  # noqa: E402
from dzwonek.desktop.session_windows import (  # noqa: E402
    PBT_APMRESUMEAUTOMATIC,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
)
from dzwonek.desktop.windows_messages import MessageThread  # noqa: E402

ENDSESSION_CLOSEAPP = 1
START_SECONDS = 60.0
END_SECONDS = 10.0
QUIET = 0.5
TYPED, LAST = "nie slychac klienta", "klienta"  # a busy computer may lose the first keys


@pytest.fixture
def messages() -> Iterator[MessageThread]:
    messages = program_messages(lambda: "zapisuje", "--hidden")
    assert messages is not None
    yield messages
    messages.close()


def test_leaving_and_returning_are_heard(messages: MessageThread) -> None:
    for change in (WTS_SESSION_LOCK, WTS_SESSION_UNLOCK):
        sent((messages.window,), WM_WTSSESSION_CHANGE, change, 1)
    assert listen(messages, 2) == [SessionLeft(), SessionReturned()]


def test_waking_up_is_heard_from_what_is_told_to_all_programs(messages: MessageThread) -> None:
    sent((BROADCAST,), WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC)
    assert listen(messages, 2, QUIET) == [Resumed()]


def test_windows_waits_for_the_answer_and_then_may_end(messages: MessageThread) -> None:
    answers = meanwhile(lambda: sent((messages.window,), WM_QUERYENDSESSION))
    (asked,) = listen(messages, 1, START_SECONDS)
    assert isinstance(asked, EndAsked)
    asked.answer()
    assert answers() == ["1"]
    assert sent((messages.window,), WM_ENDSESSION, 0) == ["0"]
    assert messages.pump() == ()


def test_a_polite_request_to_close_is_heard(messages: MessageThread) -> None:
    assert sent((messages.window,), WM_CLOSE) == ["0"]
    assert listen(messages) == [EndWanted()]


# -- the whole program


@pytest.fixture
def program(polish: None, programs: Programs, look: Look, hand: Hand) -> subprocess.Popen[bytes]:
    """Start the program with its form in front, and write into it."""
    command = (sys.executable, "-X", "utf8", "-m", "dzwonek", "--report")
    started = programs.start(*command, env=os.environ)
    look.wait_in_front(FORM, START_SECONDS)
    until(lambda: windows_of(started.pid, only_hidden=True), "the message window", START_SECONDS)
    until(has_draft_file, "the first sealed draft", START_SECONDS)
    hand.type(TYPED)
    return started


def test_a_cancelled_end_leaves_the_form_and_a_true_one_stores_it_and_ends_the_program(
    program: subprocess.Popen[bytes], look: Look, hand: Hand
) -> None:
    handles = windows_of(program.pid)
    assert len(handles) > 1
    assert set(sent(handles, WM_QUERYENDSESSION)) == {"1"}
    wait_stored(LAST)
    sent(handles, WM_ENDSESSION, 0)
    assert program.poll() is None
    look.wait_in_front(FORM)
    hand.type("!")
    sent(handles, WM_QUERYENDSESSION, 0, ENDSESSION_CLOSEAPP)
    wait_stored(f"{LAST}!")
    sent(handles, WM_ENDSESSION, 1, ENDSESSION_CLOSEAPP)
    assert program.wait(END_SECONDS) == 0
    wait_stored(f"{LAST}!")


def test_a_polite_request_stores_the_draft_and_ends_the_program(
    program: subprocess.Popen[bytes],
) -> None:
    sent(windows_of(program.pid, only_hidden=True), WM_CLOSE)
    assert program.wait(END_SECONDS) == 0
    wait_stored(LAST)


def has_draft_file() -> bool:
    """Say whether something lies where drafts are kept."""
    folder = places(os.environ).drafts
    return folder.is_dir() and any(folder.rglob("*.*"))


def wait_stored(last_word: str) -> None:
    """Wait until the one draft of this computer ends so; a busy one may store it a little later."""

    def is_stored() -> bool:
        with open_core() as core:
            return any(one.description.endswith(last_word) for one in core.drafts.drafts())

    until(is_stored, f"the stored draft with {last_word!r}", START_SECONDS)
