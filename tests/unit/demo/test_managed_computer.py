"""A demo on a computer whose administrator fixed a mail server: nothing of it leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dzwonek.config import policy_places
from dzwonek.config.settings import DEFAULTS, load
from dzwonek.demo import show
from dzwonek.demo.world import World
from dzwonek.startup.core import open_core


def test_neither_server_nor_folder_of_a_policy_counts_in_a_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "DeliveryMailHost = 'smtp.firma.example'\nRecipients = ['it@firma.example']\n"
        f"OutboxFolder = '{(tmp_path / 'x').as_posix()}'\nPrivacyScreenshots = false\n"
    )
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    places = policy_places.linux_places(tmp_path)
    monkeypatch.setattr(policy_places, "this_computer", lambda: places)
    given: list[Any] = []

    def run_tray(instance: Any, wish: Any, **about: Any) -> int:
        given.append(about["admin"])
        instance.close()
        return 0

    monkeypatch.setattr("dzwonek.startup.tray.run_tray", run_tray)
    with World() as world:
        show._run(world, lambda _: None)
        with open_core(keyring=world.keyring, admin=given[0]) as core:
            own = load(core.places.settings_file).settings
            assert core.settings.delivery == own.delivery
            assert core.settings.delivery.mail.host == "localhost"
            assert core.policy.recipients is None
            assert core.places.outbox is None
            assert not core.settings.privacy.screenshots
            assert core.settings != DEFAULTS
