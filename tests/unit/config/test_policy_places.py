"""Where administrators write on Linux and macOS, and whose word counts there."""

from __future__ import annotations

import plistlib
from datetime import datetime
from pathlib import Path

import pytest

from dzwonek.config.machine_defaults import MachineDefaults, machine_defaults
from dzwonek.config.policy import Effective, effective
from dzwonek.config.policy_places import AdminPlaces, limited_to, linux_places, mac_places
from dzwonek.config.settings import DEFAULTS
from dzwonek.domain.problem import Code

PLIST = "pl.dzwonek.Dzwonek.plist"


def write_plist(
    file: Path, values: dict[str, object], form: plistlib.PlistFormat = plistlib.FMT_BINARY
) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(plistlib.dumps(values, fmt=form))


def held(places: AdminPlaces) -> Effective:
    return effective(DEFAULTS, {}, places)


@pytest.mark.parametrize("form", list(plistlib.PlistFormat))
def test_managed_preferences_fix_settings(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    file = tmp_path / "Managed Preferences" / PLIST
    values: dict[str, object] = {
        "SystemUrl": "https://twojanazwa.daktela.com",
        "PrivacyScreenshots": False,
        "DeliveryMailPort": 587,
        "HotkeysReport": ["F9"],
        "Autostart": True,
    }
    write_plist(file, values, form)
    found = held(mac_places("ewa", tmp_path))
    assert found.problems == ()
    assert found.settings.system.url == "https://twojanazwa.daktela.com"
    assert not found.settings.privacy.screenshots
    assert found.settings.delivery.mail.port == 587
    assert found.settings.hotkeys.report == ("F9",)
    assert found.autostart is True
    assert found.source == str(file)


def test_on_macos_too_the_computers_word_counts_before_the_users(tmp_path: Path) -> None:
    managed = tmp_path / "Managed Preferences"
    write_plist(managed / PLIST, {"SystemUrl": "https://komputer.example"})
    own: dict[str, object] = {"SystemUrl": "https://osoba.example", "AgentName": "Ewa"}
    write_plist(managed / "ewa" / PLIST, own)
    write_plist(managed / "jan" / PLIST, {"AgentName": "Jan"})
    found = held(mac_places("ewa", tmp_path))
    assert found.settings.system.url == "https://komputer.example"
    assert found.settings.agent.name == "Ewa"
    assert found.fixed["AgentName"].place == str(managed / "ewa" / PLIST)


@pytest.mark.parametrize(
    "content", [b"", b"bplist00nonsense", b"<plist><dict><key>a</key>", b"\xff\xfe", b"<!ENTITY>"]
)
def test_managed_preferences_that_cannot_be_read_protect(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "Managed Preferences" / PLIST
    file.parent.mkdir()
    file.write_bytes(content)
    found = held(mac_places("ewa", tmp_path))
    assert [problem.code for problem in found.problems] == [Code.POLICY_UNREADABLE]
    assert found.recipients == ()


def test_a_property_list_that_is_no_dictionary_protects(tmp_path: Path) -> None:
    file = tmp_path / "Managed Preferences" / PLIST
    file.parent.mkdir()
    file.write_bytes(plistlib.dumps(["SystemUrl"]))
    assert held(mac_places("ewa", tmp_path)).recipients == ()


def test_values_that_toml_has_not_are_told(tmp_path: Path) -> None:
    values: dict[str, object] = {"SystemUrl": b"x", "AgentName": datetime(2020, 2, 27)}  # noqa: DTZ001 - property lists know no zones
    write_plist(tmp_path / "Managed Preferences" / PLIST, values)
    found = held(mac_places("ewa", tmp_path))
    assert [problem.code for problem in found.problems] == [Code.POLICY_INVALID_VALUE] * 2
    assert found.settings == DEFAULTS


def test_macos_has_defaults_for_the_computer(tmp_path: Path) -> None:
    write_plist(tmp_path / "Preferences" / PLIST, {"DeliveryMailHost": "smtp.firma.example"})
    found = machine_defaults(mac_places("ewa", tmp_path))
    assert found.settings.delivery.mail.host == "smtp.firma.example"


def test_linux_has_defaults_for_the_computer(tmp_path: Path) -> None:
    file = tmp_path / "defaults.toml"
    assert machine_defaults(linux_places(tmp_path)) == MachineDefaults()
    file.write_text('DeliveryMailHost = "smtp.firma.example"\nAgentNam = "x"\n', encoding="utf-8")
    found = machine_defaults(linux_places(tmp_path))
    assert found.settings.delivery.mail.host == "smtp.firma.example"
    assert found.places == {"delivery.mail.host": str(file)}
    (problem,) = found.problems
    assert (problem.code, problem.values["nearest"]) == (Code.SETTINGS_UNKNOWN_KEY, "AgentName")
    assert held(linux_places(tmp_path)) == Effective(DEFAULTS)


def test_defaults_that_cannot_be_read_are_told_and_close_nothing(tmp_path: Path) -> None:
    (tmp_path / "defaults.toml").write_text("SystemUrl = \n", encoding="utf-8")
    found = machine_defaults(linux_places(tmp_path))
    assert found.settings == DEFAULTS
    assert [problem.code for problem in found.problems] == [Code.SETTINGS_UNREADABLE]


def test_a_default_for_what_only_a_policy_may_fix_is_unknown(tmp_path: Path) -> None:
    text = 'Recipients = ["ktos@inny.example"]\nOutboxFolder = "/srv/x"\n'
    (tmp_path / "defaults.toml").write_text(text, encoding="utf-8")
    found = machine_defaults(linux_places(tmp_path))
    assert found.settings == DEFAULTS
    assert [problem.code for problem in found.problems] == [Code.SETTINGS_UNKNOWN_KEY] * 2


def test_places_can_be_limited_to_some_policies(tmp_path: Path) -> None:
    text = "PrivacyScreenshots = false\nDeliveryMailHost = 'smtp.firma.example'\n"
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    (tmp_path / "defaults.toml").write_text("AgentName = 'Ewa'\n", encoding="utf-8")
    places = limited_to(frozenset({"PrivacyScreenshots"}), linux_places(tmp_path))
    found = held(places)
    assert found.locked == {"privacy.screenshots"}
    assert found.settings.delivery.mail.host == ""
    assert machine_defaults(places) == MachineDefaults()
