"""Policies in the registry of Windows: whose word counts, which types, and how faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.config.machine_defaults import machine_defaults
from dzwonek.config.policy import Effective, effective
from dzwonek.config.policy_places import windows_places
from dzwonek.config.policy_registry import DEFAULTS_KEY, MACHINE, POLICY_KEY, USER
from dzwonek.config.settings import DEFAULTS, paths, with_value
from dzwonek.domain.problem import Code, ProblemError
from tests.fakes.registry import DWORD, EXPAND, MULTI, SZ, MemoryRegistry

BINARY, QWORD = 3, 11


@pytest.fixture
def registry() -> MemoryRegistry:
    return MemoryRegistry()


def held(registry: MemoryRegistry, **environment: str) -> Effective:
    return effective(DEFAULTS, environment, windows_places(registry))


def test_an_empty_registry_is_no_policy(registry: MemoryRegistry) -> None:
    assert held(registry) == Effective(DEFAULTS)


def test_the_computers_value_wins_over_the_users_value_by_value(registry: MemoryRegistry) -> None:
    registry.put(MACHINE, POLICY_KEY, "SystemUrl", SZ, "https://komputer.example")
    registry.put(USER, POLICY_KEY, "SystemUrl", SZ, "https://osoba.example")
    registry.put(USER, POLICY_KEY, "DeliveryMailHost", SZ, "smtp.osoba.example")
    found = held(registry)
    assert found.settings.system.url == "https://komputer.example"
    assert found.settings.delivery.mail.host == "smtp.osoba.example"
    assert found.locked == {"system.url", "delivery.mail.host"}
    assert found.fixed["SystemUrl"].place == rf"HKLM\{POLICY_KEY}\SystemUrl"
    assert found.fixed["DeliveryMailHost"].place == rf"HKCU\{POLICY_KEY}\DeliveryMailHost"
    assert found.source == rf"HKLM\{POLICY_KEY}, HKCU\{POLICY_KEY}"


@pytest.mark.parametrize(
    ("name", "kind", "raw", "value"),
    [
        ("AgentName", SZ, "Tobiasz Świeczka", "Tobiasz Świeczka"),
        ("DeliveryMailCaFile", EXPAND, r"%ProgramFiles%\ca.pem", r"%ProgramFiles%\ca.pem"),
        ("DeliveryMailPort", DWORD, 587, 587),
        ("PrivacyScreenshots", DWORD, 0, False),
        ("PrivacyScreenshots", DWORD, 1, True),
        ("PrivacyKeepDeliveredDays", DWORD, None, 0),
        ("HotkeysReport", MULTI, ["F9", "Pause"], ("F9", "Pause")),
        ("HotkeysReport", MULTI, ["F9", ""], ("F9",)),
        ("HotkeysReport", SZ, "F9", ("F9",)),
        ("hotkeysREPORT", SZ, "F9", ("F9",)),
        ("DiagnosticsTargets", MULTI, ["vpn.firma.example:443"], ("vpn.firma.example:443",)),
    ],
)
def test_each_type_of_the_registry_means_what_toml_would(
    registry: MemoryRegistry, name: str, kind: int, raw: object, value: object
) -> None:
    registry.put(MACHINE, POLICY_KEY, name, kind, raw)
    found = held(registry)
    assert found.problems == ()
    (path,) = found.locked
    assert dict(paths(found.settings))[path] == value


@pytest.mark.parametrize(
    ("name", "kind", "raw", "shown"),
    [
        ("DeliveryMailPort", SZ, "587", "587"),
        ("DeliveryMailPort", QWORD, 587, "REG_QWORD"),
        ("SystemUrl", BINARY, b"x", "REG_BINARY"),
        ("SystemUrl", DWORD, 1, "1"),
        ("Autostart", DWORD, 2, "2"),
        ("Autostart", SZ, "1", "1"),
        ("HotkeysFlag", 99, b"", "REG_99"),
    ],
)
def test_a_wrong_type_is_told_by_the_values_full_name_and_the_weaker_word_counts(
    registry: MemoryRegistry, name: str, kind: int, raw: object, shown: str
) -> None:
    registry.put(MACHINE, POLICY_KEY, name, kind, raw)
    registry.put(USER, POLICY_KEY, "DeliveryMailPort", DWORD, 25)
    found = held(registry)
    (problem,) = found.problems
    assert problem.code is Code.POLICY_INVALID_VALUE
    assert problem.values["key"] == rf"HKLM\{POLICY_KEY}\{name}"
    assert problem.values["value"] == shown
    assert found.settings.delivery.mail.port == 25


def test_an_unknown_value_is_told_by_its_full_name(registry: MemoryRegistry) -> None:
    registry.put(USER, POLICY_KEY, "DeliverMailHost", SZ, "x")
    registry.put(USER, POLICY_KEY, "", SZ, "the key's own value")
    (problem,) = held(registry).problems
    assert problem.code is Code.SETTINGS_UNKNOWN_KEY
    assert problem.values["key"] == rf"HKCU\{POLICY_KEY}\DeliverMailHost"
    assert problem.values["nearest"] == "DeliveryMailHost"


def test_a_key_that_cannot_be_read_protects(registry: MemoryRegistry) -> None:
    registry.shut[USER] = PermissionError(13, "denied")
    found = held(registry)
    (problem,) = found.problems
    assert problem.code is Code.POLICY_UNREADABLE
    assert problem.values["path"] == rf"HKCU\{POLICY_KEY}"
    assert not found.settings.privacy.screenshots
    with pytest.raises(ProblemError):
        found.must_name_somebody()


def test_what_the_computer_fixes_holds_beside_a_key_that_cannot_be_read(
    registry: MemoryRegistry,
) -> None:
    registry.shut[USER] = PermissionError(13, "denied")
    registry.put(MACHINE, POLICY_KEY, "Recipients", SZ, "it@firma.example")
    registry.put(MACHINE, POLICY_KEY, "PrivacyScreenshots", DWORD, 1)
    found = held(registry)
    assert found.recipients_or("daktela@daktela.pl") == ("it@firma.example",)
    assert found.settings.privacy.screenshots


def test_wrong_recipients_of_the_computer_are_not_mended_by_the_users(
    registry: MemoryRegistry,
) -> None:
    registry.put(MACHINE, POLICY_KEY, "Recipients", SZ, "nikt")
    registry.put(USER, POLICY_KEY, "Recipients", SZ, "it@firma.example")
    assert held(registry).recipients == ()


@pytest.mark.parametrize("hive", [MACHINE, USER])
def test_the_variable_counts_only_where_no_policy_is_in_the_registry(
    registry: MemoryRegistry, tmp_path: Path, hive: str
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text('SystemUrl = "https://plik.example"\n', encoding="utf-8")
    assert held(registry, DZWONEK_POLICY=str(file)).settings.system.url == "https://plik.example"
    registry.keys[hive, POLICY_KEY] = {}
    assert held(registry, DZWONEK_POLICY=str(file)).settings == DEFAULTS


def test_the_computers_defaults_lie_under_the_settings(registry: MemoryRegistry) -> None:
    registry.put(MACHINE, DEFAULTS_KEY, "DeliveryMailHost", SZ, "smtp.firma.example")
    registry.put(MACHINE, DEFAULTS_KEY, "deliverymailport", DWORD, 587)
    registry.put(MACHINE, DEFAULTS_KEY, "HotkeysReport", SZ, "F9")
    registry.put(MACHINE, DEFAULTS_KEY, "DeliveryMailSecurity", SZ, "ssl")
    registry.put(MACHINE, DEFAULTS_KEY, "Version", SZ, "the package's own note")
    registry.put(MACHINE, DEFAULTS_KEY, "Recipients", SZ, "policy@only.example")
    found = machine_defaults(windows_places(registry))
    wanted = with_value(DEFAULTS, "delivery.mail.host", "smtp.firma.example")
    wanted = with_value(wanted, "delivery.mail.port", 587)
    assert found.settings == with_value(wanted, "hotkeys.report", ("F9",))
    assert found.places["delivery.mail.host"] == rf"HKLM\{DEFAULTS_KEY}\DeliveryMailHost"
    assert [problem.code for problem in found.problems] == [Code.SETTINGS_INVALID_VALUE]
    assert found.problems[0].values["key"] == rf"HKLM\{DEFAULTS_KEY}\DeliveryMailSecurity"
    assert held(registry) == Effective(DEFAULTS)
