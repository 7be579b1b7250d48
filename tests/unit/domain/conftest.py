"""The support page's own example, and the profile it belongs to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.profile import ContactProfile
from dzwonek.domain.report import Draft, Report


@pytest.fixture(scope="session")
def profile() -> ContactProfile:
    return load_profile("daktela-pl", folders=())


@pytest.fixture
def draft() -> Draft:
    return Draft(
        id="017088a3-8f60-7abc-8123-456789abcdef",
        created_at=datetime(2020, 2, 27, 14, 55, 10, tzinfo=UTC),
        occurred_at=datetime(2020, 2, 27, 14, 55, tzinfo=UTC),
        host="twojanazwa.daktela.com",
        kind=Kind.CALL_IN,
        customer="730770660",
        ours="+48 22 378 47 56",
        reporter=Agent("Tobiasz Świeczka"),
        description="połączenie zostało rozłączone w trakcie rozmowy z Klientem",
        occurrence=Occurrence.FIRST,
    )


@pytest.fixture
def report(draft: Draft) -> Report:
    return Report(draft, datetime(2020, 2, 27, 14, 57, tzinfo=UTC))
