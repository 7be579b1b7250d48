"""The core hands the server's time from Daktela to those who date a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from dzwonek.domain.problem import Code
from dzwonek.startup.core import Core, open_core
from dzwonek.startup.probes import parts_of
from tests.fakes.big_reports import big_report, picture
from tests.fakes.secret_box import MemorySecretBox

FAR = timedelta(days=400)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    """Give a core in a home of its own."""
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    with open_core(home, MemorySecretBox()) as made:
        yield made


def test_what_daktela_says_reaches_submission_and_doctor(core: Core) -> None:
    probe = parts_of(core).probes["clock"]
    assert probe() == {}
    desk = core.daktela_at("https://twojanazwa.daktela.com", None)
    assert desk._heard is not None
    desk._heard(core.clock.now() + FAR)
    found = core.submission._letters._doubt(core.clock.now())
    assert found is not None
    assert abs(found.assumed - core.clock.now() - FAR) < timedelta(minutes=1)
    with pytest.raises(Exception, match=Code.CLOCK_DOUBTED):
        probe()


def test_the_doctor_looks_at_the_clock_after_daktela_was_asked(core: Core) -> None:
    names = list(parts_of(core).probes)
    assert names.index("clock") == names.index("daktela") + 1


def test_a_report_can_be_made_smaller_with_the_profiles_words(core: Core) -> None:
    envelope, _ = big_report([picture(300, 200, colours=500)])
    smaller = core.smaller(envelope, 0)
    assert smaller is not None
    assert len(smaller.content) < len(envelope.content)
    assert smaller.message_id == f"<{envelope.report_id}.2@firma.test>"
