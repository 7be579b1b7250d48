"""What the administrator fixed in the registry is shown locked, and obeyed by what is sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.session.letters import parsed, pictures, seven_lines
from tests.windows.rig_fixtures import (  # noqa: F401 - fixtures by their import
    bell_fixture,
    dzwonek_fixture,
    office_fixture,
)
from tests.windows.rig_hand import Hand
from tests.windows.rig_program import PATIENCE, Dzwonek, Office, close, write_and_send
from tests.windows.rig_scene import keep, stands_still
from tests.windows.rig_tray import Bell
from tests.windows.rig_windows import Look

assert sys.platform == "win32"  # the type checker leaves the rest alone on Linux

import winreg  # noqa: E402 - Windows alone

from dzwonek.config.policy_registry import POLICY_KEY  # noqa: E402 - Windows alone

RECIPIENTS = ["zgloszenia@firma.example", "wsparcie@pomoc.example"]
HOST = "polityka.daktela.com"
WORDS = "Czat się nie otwiera"
SETTINGS = "Ustawienia"
ACCESS = winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY


@pytest.fixture
def policy() -> Iterator[None]:
    """Fix recipients, system and pictures for the whole computer."""
    try:
        key = winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, POLICY_KEY, 0, ACCESS)
    except PermissionError:
        pytest.skip("only an administrator may write policies")
    with key:
        if winreg.QueryInfoKey(key)[1]:
            pytest.skip("this computer has policies of its own")
        winreg.SetValueEx(key, "Recipients", 0, winreg.REG_MULTI_SZ, RECIPIENTS)
        winreg.SetValueEx(key, "SystemUrl", 0, winreg.REG_SZ, f"https://{HOST}")
        winreg.SetValueEx(key, "PrivacyScreenshots", 0, winreg.REG_DWORD, 0)
    yield
    winreg.DeleteKeyEx(winreg.HKEY_LOCAL_MACHINE, POLICY_KEY, winreg.KEY_WOW64_64KEY, 0)


@pytest.mark.usefixtures("policy")
def test_a_policy_is_shown_locked_and_obeyed(
    office: Office, dzwonek: Dzwonek, bell: Bell, hand: Hand, look: Look
) -> None:
    dzwonek.start_ready()
    bell.choose("settings")
    look.wait_in_front(SETTINGS, PATIENCE)
    hand.move(400, 300)
    stands_still(hand)
    keep(hand, "1-settings")
    close(hand, look, SETTINGS)
    hand.press("Pause")
    write_and_send(hand, look, WORDS)

    (raw,) = office.letters()
    assert office.mailbox.letters[0].recipients == tuple(RECIPIENTS)
    assert parsed(raw)["To"] == ", ".join(RECIPIENTS)
    assert seven_lines(raw)[0] == f"URL: {HOST}"
    assert seven_lines(raw)[5] == f"Opis: {WORDS}"
    assert pictures(raw) == []
    dzwonek.wait_entries("delivered")
