"""Names of key combinations."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.desktop.keys import (
    KEYS,
    Combination,
    Modifier,
    is_remote_desktops,
    is_reserved,
    parse,
)
from dzwonek.domain.problem import Code, ProblemError


def refusal(text: str) -> tuple[Code, object]:
    with pytest.raises(ProblemError) as refused:
        parse(text)
    return refused.value.problem.code, refused.value.problem.values["key"]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Pause", "Pause"),
        ("pause", "Pause"),
        ("break", "Pause"),
        (" shift + PAUSE ", "Shift+Pause"),
        ("Shift+Ctrl+f9", "Ctrl+Shift+F9"),
        ("control+alt+insert", "Ctrl+Alt+Insert"),
        ("CTRL+SHIFT+y", "Ctrl+Shift+Y"),
        ("alt+1", "Alt+1"),
        ("F24", "F24"),
        ("ctrl+pgup", "Ctrl+PageUp"),
        ("Ctrl+Plus", "Ctrl+Plus"),
    ],
)
def test_a_combination_is_read_in_any_case_and_written_in_one(written: str, canonical: str) -> None:
    assert str(parse(written)) == canonical


@pytest.mark.parametrize(
    "written", ["", "+", "Ctrl+", "Ctrl", "F25", "Pauza", "Ctrl+F9+Pause", "Hyper+F9", "Ctrl++"]
)
def test_what_names_no_key_is_invalid_and_quoted(written: str) -> None:
    assert refusal(written) == (Code.HOTKEY_INVALID, written)


@pytest.mark.parametrize(
    "reserved",
    [
        *("Win+F9", "Ctrl+Win+Pause"),
        *("Ctrl+Alt+Z", "Ctrl+Alt+Shift+L", "Ctrl+Alt+1", "Ctrl+Alt+Space", "Ctrl+Alt+Comma"),
        *("F12", "Ctrl+Shift+F12", "PrintScreen", "Ctrl+PrintScreen"),
        *("A", "7", "Shift+A", "Space", "Enter", "Escape", "Shift+Insert", "Up"),
        *("Ctrl+C", "Ctrl+V", "Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Ctrl+Alt+Delete"),
        *("Ctrl+Alt+F1", "Ctrl+Alt+F9", "Ctrl+Escape"),
    ],
)
def test_keys_that_belong_to_others_are_refused_by_their_name(reserved: str) -> None:
    assert refusal(reserved) == (Code.HOTKEY_RESERVED, reserved)


@pytest.mark.parametrize(
    "kept",
    [
        *("Alt+Home", "Alt+Insert", "Alt+Delete", "Alt+PageUp", "Alt+PageDown"),
        *("Ctrl+Alt+Pause", "Ctrl+Alt+Home", "Ctrl+Alt+End", "Ctrl+Alt+Left", "Ctrl+Alt+Right"),
    ],
)
def test_keys_that_a_remote_desktop_window_keeps_are_refused_as_such(kept: str) -> None:
    assert refusal(kept) == (Code.HOTKEY_REMOTE_DESKTOP, kept)


combinations = st.builds(
    Combination, st.sampled_from(sorted(KEYS)), st.frozensets(st.sampled_from(list(Modifier)))
)


@given(combinations)
def test_the_written_form_is_read_back_as_the_same_combination(combination: Combination) -> None:
    if is_reserved(combination):
        assert refusal(str(combination)) == (Code.HOTKEY_RESERVED, str(combination))
    elif is_remote_desktops(combination):
        assert refusal(str(combination)) == (Code.HOTKEY_REMOTE_DESKTOP, str(combination))
    else:
        assert parse(str(combination)) == combination


@given(st.text())
def test_any_text_is_either_a_combination_or_a_problem(text: str) -> None:
    key = ""
    with suppress(ProblemError):
        key = parse(text).key
    assert key in {"", *KEYS}
