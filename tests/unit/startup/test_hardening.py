"""Where Windows may load DLLs and programs from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from dzwonek.startup.hardening import NOT_FROM_HERE, harden, hold_archive


@dataclass
class FakeLoading:
    """Notes what is asked; `refused` names what is not done."""

    refused: str = ""
    asked: dict[str, int | str] = field(default_factory=dict)

    def set_default_folders(self, flags: int) -> bool:
        return self._note("default folders", flags)

    def set_extra_folder(self, path: str) -> bool:
        return self._note("extra folder", path)

    def set_search_mode(self, flags: int) -> bool:
        return self._note("search mode", flags)

    def add_error_mode(self, flags: int) -> None:
        self._note("error mode", flags)

    def _note(self, what: str, value: int | str) -> bool:
        self.asked[what] = value
        return what != self.refused


def test_only_the_programs_and_the_systems_folders_are_searched_and_no_memory_is_reported() -> None:
    loading, environment = FakeLoading(), {"PATH": "x"}
    assert harden(loading, environment)
    assert loading.asked == {
        "default folders": 0x1000,
        "extra folder": "",
        "search mode": 0x8001,
        "error mode": 0x2,
    }
    assert environment == {"PATH": "x", NOT_FROM_HERE: "1"}


def test_what_windows_refuses_does_not_keep_back_the_rest() -> None:
    loading = FakeLoading(refused="default folders")
    assert not harden(loading, {})
    assert len(loading.asked) == 4


def test_the_archive_of_a_frozen_program_is_held(tmp_path: Path) -> None:
    (tmp_path / "Dzwonek.pkg").write_bytes(b"modules")
    descriptor = hold_archive(str(tmp_path / "Dzwonek.exe"))
    assert descriptor is not None
    assert os.read(descriptor, 7) == b"modules"
    os.close(descriptor)


def test_a_program_without_an_archive_holds_none(tmp_path: Path) -> None:
    assert hold_archive(str(tmp_path / "python.exe")) is None
