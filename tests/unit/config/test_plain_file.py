"""Settings and policies where something else than a small file stands."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import pytest

from dzwonek.config.logs import start_logging, stop_logging
from dzwonek.config.plain_file import LIMIT
from dzwonek.config.policy_reading import read_policy_file
from dzwonek.config.settings import DEFAULTS, load, with_value
from dzwonek.config.settings_file import save
from dzwonek.domain.problem import Code, ProblemError

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="made of links and pipes of POSIX"),
    pytest.mark.timeout(30),
]


def lay(place: Path, kind: str) -> None:
    if kind == "pipe":
        if sys.platform != "win32":
            os.mkfifo(place)
    elif kind == "device":
        place.symlink_to("/dev/zero")
    elif kind == "circle":
        place.symlink_to(place)
    else:
        with place.open("wb") as file:
            file.truncate(LIMIT + 1)


KINDS = {"pipe": "EINVAL", "device": "EINVAL", "giant": "EFBIG", "circle": "ELOOP"}


@pytest.mark.parametrize(("kind", "reason"), KINDS.items())
def test_what_is_no_small_file_is_unreadable(tmp_path: Path, kind: str, reason: str) -> None:
    place = tmp_path / "settings.toml"
    lay(place, kind)

    loaded, policy = load(place), read_policy_file(place)

    assert loaded.settings == DEFAULTS
    assert [problem.code for problem in loaded.problems] == [Code.SETTINGS_UNREADABLE]
    assert loaded.problems[0].values == {"path": str(place), "line": 0, "reason": reason}
    assert policy is not None
    assert policy.problem is not None
    assert policy.problem.code is Code.POLICY_UNREADABLE


@pytest.mark.parametrize("kind", ["pipe", "device", "circle"])
def test_nothing_is_saved_into_what_is_no_file(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "settings.toml"
    lay(place, kind)

    with pytest.raises(ProblemError) as caught:
        save(place, with_value(DEFAULTS, "ui.language", "en"))

    assert caught.value.problem.code is Code.SETTINGS_NOT_SAVED
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_settings_may_be_a_link_to_a_file_elsewhere(tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "settings.toml", tmp_path / "dotfiles.toml"
    elsewhere.write_text('[ui]\nlanguage = "cs"\n', "utf-8")
    place.symlink_to(elsewhere)

    assert load(place).settings.ui.language == "cs"
    save(place, with_value(DEFAULTS, "ui.language", "en"))
    assert place.is_symlink()
    assert load(elsewhere).settings.ui.language == "en"


def test_a_pipe_in_the_place_of_the_log_keeps_nobody_waiting(tmp_path: Path) -> None:
    lay(tmp_path / "dzwonek.log", "pipe")

    handler = start_logging(tmp_path / "dzwonek.log")
    logging.getLogger("dzwonek").info("event")
    stop_logging(handler)
