"""What every way to the desktop's programs for addresses keeps (port Links)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dzwonek.desktop.links import FreedesktopLinks, NoLinks, WindowsLinks
from dzwonek.domain.ports import Links
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.links import FakeLinks
from tests.fakes.windows_registry import FakeRegistry

Make = Callable[[Path], Links]
BARE: dict[str, Make] = {
    "fake": lambda folder: FakeLinks(),
    "none": lambda folder: NoLinks(),
    "freedesktop": lambda folder: FreedesktopLinks({"PATH": str(folder)}),
    "windows": lambda folder: WindowsLinks({}, FakeRegistry(), ("nothing",)),
}


@pytest.mark.parametrize("make", BARE.values(), ids=BARE)
@pytest.mark.parametrize("scheme", ["tel", "https", "mailto", "", "file", "\0"])
def test_a_computer_without_programs_opens_nothing(tmp_path: Path, make: Make, scheme: str) -> None:
    assert make(tmp_path).can_open(scheme) is False


@pytest.mark.parametrize("make", BARE.values(), ids=BARE)
@pytest.mark.parametrize("address", ["tel:+48221530461", "https://doc.daktela.com/", "file:///x"])
def test_what_cannot_be_opened_is_named(tmp_path: Path, make: Make, address: str) -> None:
    with pytest.raises(ProblemError) as failure:
        make(tmp_path).open(address)
    assert failure.value.problem.code is Code.LINK_FAILED
    assert failure.value.problem.values == {"address": address}
