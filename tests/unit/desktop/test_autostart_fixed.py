"""The start with the computer where a policy decides."""

from __future__ import annotations

import pytest

from dzwonek.desktop.autostart_fixed import FixedAutostart
from dzwonek.domain.ports import AutostartNote
from dzwonek.domain.problem import Code, Problem, ProblemError

OFF_BY_A_PERSON = AutostartNote(Problem(Code.AUTOSTART_SWITCHED_OFF), is_fixed=False)
FOR_ALL = AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)


class Switch:
    """A switch in memory (port Autostart)."""

    def __init__(self, is_on: bool, note: AutostartNote | None = None) -> None:
        self.on = is_on
        self.told = note

    def is_on(self) -> bool:
        return self.on

    def note(self) -> AutostartNote | None:
        return self.told

    def set_on(self, wanted: bool) -> None:
        self.on = wanted


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("before", [True, False])
def test_the_users_entry_is_made_or_removed_as_the_policy_wants(before: bool, wanted: bool) -> None:
    switch = Switch(before)
    fixed = FixedAutostart(switch, wanted)
    fixed.see_to()
    assert switch.on is wanted
    assert fixed.is_on() is wanted


def test_nobody_may_want_otherwise_and_it_says_who_decides() -> None:
    fixed = FixedAutostart(Switch(True), True)
    note = fixed.note()
    assert note is not None
    assert note.is_fixed
    assert note.problem == Problem(Code.SETTINGS_LOCKED, {"key": "Autostart"})
    with pytest.raises(ProblemError) as caught:
        fixed.set_on(False)
    assert caught.value.problem.code is Code.SETTINGS_LOCKED


def test_an_entry_for_the_whole_computer_is_left_to_who_made_it() -> None:
    switch = Switch(True, FOR_ALL)
    fixed = FixedAutostart(switch, False)
    fixed.see_to()
    assert switch.on
    assert not fixed.is_on()  # it starts, and ends at once


def test_a_persons_off_switch_is_respected_and_told() -> None:
    switch = Switch(False, OFF_BY_A_PERSON)
    fixed = FixedAutostart(switch, True)
    fixed.see_to()
    assert not switch.on
    assert not fixed.is_on()
    assert fixed.note() == AutostartNote(OFF_BY_A_PERSON.problem, is_fixed=True)
