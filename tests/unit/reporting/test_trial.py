"""A test report to oneself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dzwonek.config.settings import AgentSettings
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.reporting.check import problems_of
from dzwonek.reporting.trial import trial_draft

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)


def test_it_is_marked_and_lacks_nothing_and_has_no_picture() -> None:
    draft = trial_draft(AgentSettings("Tobiasz Świeczka", email="t@firma.example"), "", NOW)
    assert draft.is_test
    assert draft.pictures == ()
    assert problems_of(draft) == ()


def test_without_an_own_address_it_says_so() -> None:
    with pytest.raises(ProblemError) as refused:
        trial_draft(AgentSettings(), "twojanazwa.daktela.com", NOW)
    assert refused.value.problem.code is Code.MAIL_ADDRESS_INVALID
