"""The demo's world: its own home and secrets, and nothing of them left behind."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from dzwonek.config.settings import load
from dzwonek.demo.box import MemoryBox
from dzwonek.demo.world import HOMES, World


def test_the_world_has_a_home_of_its_own_and_gives_the_persons_back(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("DZWONEK_POLICY", str(home / "policy.toml"))
    before = dict(os.environ)

    with World() as world:
        own = Path(os.environ["DZWONEK_HOME"])
        assert own.is_relative_to(world.folder)
        assert all(Path(os.environ[name]).is_relative_to(world.folder) for name in HOMES)
        assert "DZWONEK_POLICY" not in os.environ
        loaded = load(own / "config" / "settings.toml")
        assert loaded.problems == ()
        assert loaded.settings.system.url == world.daktela.url
        assert loaded.settings.delivery.mail.port == world.mailbox.port
        text = (own / "config" / "settings.toml").read_text("utf-8")
        assert str(world.keyring.read("mail")) not in text
        assert tomllib.loads(text)["delivery"]["mail"]["security"] == "starttls"

    assert dict(os.environ) == before
    assert not world.folder.exists()


def test_secrets_live_in_memory_alone() -> None:
    box = MemoryBox(mail="tajne")
    box.write("daktela", "żeton")
    assert (box.read("mail"), box.read("daktela"), box.read("proxy")) == ("tajne", "żeton", None)
    box.forget("mail")
    box.forget("mail")
    assert box.read("mail") is None
