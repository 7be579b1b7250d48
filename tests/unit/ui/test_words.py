"""Every problem has words, and its words name what the problem tells."""

from __future__ import annotations

import string

import pytest

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.words import sentence, title_and_advice


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_title_that_is_a_sentence(code: Code) -> None:
    title, advice = title_and_advice(Problem(code))
    assert title.endswith((".", "?")), title
    assert not advice or advice.endswith((".", "?")), advice


@pytest.mark.parametrize("code", Code)
def test_no_words_keep_a_place_unfilled(code: Code) -> None:
    told = sentence(Problem(code))
    assert not [name for _, name, _, _ in string.Formatter().parse(told) if name]


def test_values_are_named() -> None:
    problem = Problem(Code.HOTKEY_TAKEN, {"key": "Pause"})
    assert title_and_advice(problem)[0] == "Skrót Pause jest zajęty przez inny program."


def test_a_value_with_braces_stays_as_it_is() -> None:
    problem = Problem(Code.LINK_FAILED, {"address": "{key} {0}"})
    assert "{key} {0}" in sentence(problem)


def test_a_refused_saving_does_not_claim_that_the_settings_hold() -> None:
    assert "Obowiązują" not in sentence(Problem(Code.SETTINGS_NOT_SAVED))
