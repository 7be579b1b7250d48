"""Who is signed in to Daktela is known without asking; the courier learns of new settings late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dzwonek.config.settings import Settings
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.setup import DAKTELA_SECRET, MAIL_SECRET
from dzwonek.startup.core import Core, open_core
from tests.fakes.secret_box import MemorySecretBox

TOBIASZ = Agent("Tobiasz Świeczka", "tobiasz")
MET = Identity(TOBIASZ, IdentitySource.DAKTELA, datetime(2020, 2, 27, tzinfo=UTC))


@pytest.fixture
def keyring() -> MemorySecretBox:
    """Give a keyring in memory."""
    return MemorySecretBox()


@pytest.fixture
def core(tmp_path: Path, keyring: MemorySecretBox) -> Iterator[Core]:
    """Give a core in a home of its own."""
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    with open_core(home, keyring) as made:
        yield made


def test_one_whom_daktela_named_is_signed_in_while_there_is_a_token(
    core: Core, keyring: MemorySecretBox
) -> None:
    core.reception.meet(MET)
    assert core.signed_in() is None
    keyring.secrets[DAKTELA_SECRET] = "token"
    identity = core.signed_in()
    assert identity is not None
    assert identity.agent == TOBIASZ
    core.setup.sign_out()
    assert core.signed_in() is None


def test_a_name_from_the_settings_is_nobody_who_signed_in(
    core: Core, keyring: MemorySecretBox
) -> None:
    keyring.secrets[DAKTELA_SECRET] = "token"
    assert core.signed_in() is None


def test_a_keyring_in_trouble_names_nobody(core: Core, keyring: MemorySecretBox) -> None:
    core.reception.meet(MET)
    keyring.secrets[DAKTELA_SECRET] = "token"
    keyring.problem = Problem(Code.KEYRING_LOCKED)
    assert core.signed_in() is None


def test_the_courier_is_told_once_of_new_settings_and_a_new_password(
    core: Core, keyring: MemorySecretBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str | None] = []
    monkeypatch.setattr(
        core.courier, "channel_changed", lambda: told.append(keyring.secrets.get(MAIL_SECRET))
    )
    core.setup.save(Settings(), "tajne")
    assert told == ["tajne"]


def test_a_held_secret_names_why_until_the_keyring_takes_it(
    core: Core, keyring: MemorySecretBox
) -> None:
    keyring.problem = Problem(Code.KEYRING_LATE)
    core.setup.save(Settings(), "tajne")
    assert core.setup.why_held(MAIL_SECRET) == Problem(Code.KEYRING_LATE)
    keyring.problem = None
    core.setup.save(Settings(), "tajne")
    assert core.setup.why_held(MAIL_SECRET) is None
