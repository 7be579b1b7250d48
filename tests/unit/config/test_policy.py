"""What an administrator fixed, and what holds then."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from dzwonek.config.machine_defaults import laid_under
from dzwonek.config.policy import Effective, apply
from dzwonek.config.policy_places import AdminPlaces, find_policies, linux_places
from dzwonek.config.policy_reading import RawPolicy, read_policy_file
from dzwonek.config.policy_table import POLICIES, PolicyKind
from dzwonek.config.settings import DEFAULTS, paths, with_value
from dzwonek.config.settings_faults import allowed
from dzwonek.config.typed import file_name, hints
from dzwonek.domain.problem import Code, ProblemError

USUAL = "daktela@daktela.pl"


def applied(**values: object) -> Effective:
    return apply(DEFAULTS, RawPolicy("a test", values))


def camel(path: str) -> str:
    return "".join(word.capitalize() for word in path.replace(".", "_").split("_"))


def test_every_setting_has_its_policy_named_by_its_path() -> None:
    named = {entry.name: entry.path for entry in POLICIES if entry.path}
    assert named == {camel(path): path for path, _ in paths()}
    others = {"Recipients", "Autostart", "OutboxFolder"}
    others |= {"ContactEmail", "ContactPhone", "ContactEmergency"}
    assert {entry.name for entry in POLICIES} == set(named) | others


def test_kinds_choices_and_bounds_are_those_of_the_settings() -> None:
    kinds = {
        bool: PolicyKind.SWITCH,
        int: PolicyKind.NUMBER,
        tuple: PolicyKind.LIST,
        str: PolicyKind.TEXT,
    }
    usual = dict(paths())
    for entry in POLICIES:
        if not entry.path:
            continue
        hint = _hint(entry.path)
        choices = get_args(hint) if "Literal" in str(hint) else ()
        assert entry.kind is (PolicyKind.CHOICE if choices else kinds[type(usual[entry.path])])
        assert entry.choices == choices
        if entry.kind is PolicyKind.NUMBER:
            assert f"{entry.low}–{entry.high}" == allowed(hint)
        has_form = "ProxyUrls" in str(hint) or "Targets" in str(hint)
        assert entry.form == (allowed(hint) if has_form else "")


def _hint(path: str) -> object:
    section: Any = DEFAULTS
    *folders, last = path.split(".")
    for folder in folders:
        section = getattr(section, folder)
    (name,) = [part.name for part in fields(section) if file_name(part) == last]
    return hints(type(section))[name]


def test_without_a_policy_the_settings_hold() -> None:
    mine = with_value(DEFAULTS, "system.url", "https://a.example")
    assert apply(mine) == Effective(mine)
    assert apply(mine).recipients_or(USUAL) == (USUAL,)


def test_a_policy_wins_over_the_settings_and_locks_them() -> None:
    mine = with_value(DEFAULTS, "delivery.mail.host", "moj.example")
    found = apply(mine, RawPolicy("p", {"DeliveryMailHost": "smtp.firma.example"}))
    assert found.settings.delivery.mail.host == "smtp.firma.example"
    assert found.locked == {"delivery.mail.host"}
    assert found.problems == ()
    assert found.source == "p"


@pytest.mark.parametrize(
    ("name", "raw", "path", "value"),
    [
        ("PrivacyScreenshots", 0, "privacy.screenshots", False),
        ("PrivacyScreenshots", False, "privacy.screenshots", False),
        ("PrivacyScreenshots", 1, "privacy.screenshots", True),
        ("DeliveryMailPort", 587, "delivery.mail.port", 587),
        ("HotkeysReport", ["F9"], "hotkeys.report", ("F9",)),
        ("HotkeysReport", "F9", "hotkeys.report", ("F9",)),
        ("HotkeysReport", [], "hotkeys.report", ()),
        ("UiLanguage", "cs", "ui.language", "cs"),
    ],
)
def test_values_of_the_registry_and_of_toml_mean_the_same(
    name: str, raw: object, path: str, value: object
) -> None:
    found = applied(**{name: raw})
    assert dict(paths(found.settings))[path] == value
    assert found.locked == {path}


@pytest.mark.parametrize(
    ("name", "raw", "allowed_signs"),
    [
        ("DeliveryMailPort", 0, "1–65535"),
        ("DeliveryMailPort", True, "1–65535"),
        ("DeliveryMailSecurity", "ssl", "tls | starttls | none"),
        ("SystemUrl", 5, '"…"'),
        ("HotkeysFlag", [1], '["…", "…"]'),
    ],
)
def test_a_policy_that_cannot_be_is_told_and_locks_nothing(
    name: str, raw: object, allowed_signs: str
) -> None:
    found = applied(**{name: raw})
    (problem,) = found.problems
    assert problem.code is Code.POLICY_INVALID_VALUE
    assert problem.values["key"] == name
    assert problem.values["allowed"] == allowed_signs
    assert found.settings == DEFAULTS
    assert found.locked == frozenset()


def test_an_unknown_policy_is_told_with_the_nearest_known_one() -> None:
    (problem,) = applied(DeliverMailHost="x").problems
    assert problem.code is Code.SETTINGS_UNKNOWN_KEY
    assert problem.values == {"key": "DeliverMailHost", "nearest": "DeliveryMailHost"}


def test_recipients_stand_in_the_place_of_the_profiles_address() -> None:
    found = applied(Recipients=["it@firma.example", "wsparcie@firma.example"])
    assert found.recipients_or(USUAL) == ("it@firma.example", "wsparcie@firma.example")
    assert applied(Recipients="it@firma.example").recipients_or(USUAL) == ("it@firma.example",)


@pytest.mark.parametrize(
    "raw", [[], "", "it", ["it@firma.example", "x"], ["a@b@c"], [5], 5, "a b@c.example", ["@c"]]
)
def test_wrong_recipients_send_nothing_astray(raw: object) -> None:
    found = applied(Recipients=raw)
    assert [problem.values["key"] for problem in found.problems] == ["Recipients"]
    with pytest.raises(ProblemError) as caught:
        found.recipients_or(USUAL)
    assert caught.value.problem.code is Code.POLICY_RECIPIENTS_INVALID
    assert caught.value.problem.values == {"path": "a test"}  # the wrong value may be an address
    with pytest.raises(ProblemError):
        found.must_name_somebody()
    applied(Recipients="it@firma.example").must_name_somebody()
    applied().must_name_somebody()


def test_a_wrong_word_about_pictures_means_no_pictures() -> None:
    found = applied(PrivacyScreenshots="nie")
    assert not found.settings.privacy.screenshots
    assert found.locked == {"privacy.screenshots"}
    assert len(found.problems) == 1


def test_a_policy_that_cannot_be_read_protects(tmp_path: Path) -> None:
    machine = tmp_path / "policy.toml"
    machine.write_text("Recipients = [\n", encoding="utf-8")
    found = apply(DEFAULTS, *find_policies({}, linux_places(tmp_path)))
    (problem,) = found.problems
    assert problem.code is Code.POLICY_UNREADABLE
    assert problem.values["path"] == str(machine)
    assert not found.settings.privacy.screenshots
    with pytest.raises(ProblemError) as caught:
        found.recipients_or(USUAL)
    assert caught.value.problem == problem


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("policy.toml", "Autostart = true\nSystemUrl = twojanazwa.daktela.com\n"),
        ("policy.toml", "Autostart = true\nRecipients = ["),
        ("policy.plist", "<plist>\n<dict></plist>"),
    ],
)
def test_a_policy_that_cannot_be_read_tells_its_line(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    found = read_policy_file(file)
    assert found is not None
    assert found.problem is not None
    assert found.problem.values == {"path": str(file), "line": 2, "reason": "syntax"}


def test_the_variable_is_honoured_only_where_no_machine_policy_exists(tmp_path: Path) -> None:
    machine, named = tmp_path / "policy.toml", tmp_path / "named.toml"
    named.write_text('SystemUrl = "https://named.example"\n', encoding="utf-8")
    environment = {"DZWONEK_POLICY": str(named)}
    places = linux_places(tmp_path)
    expected = RawPolicy(str(named), {"SystemUrl": "https://named.example"})
    assert find_policies(environment, places) == (expected,)
    machine.write_text("", encoding="utf-8")
    assert find_policies(environment, places) == (RawPolicy(str(machine), {}),)
    machine.unlink()
    machine.mkdir()  # something stands there, though it cannot be read
    (found,) = find_policies(environment, places)
    assert found.problem is not None


def test_no_place_means_no_policy(tmp_path: Path) -> None:
    assert find_policies({}, linux_places(tmp_path)) == ()


def test_a_policy_that_is_named_and_not_there_closes_as_an_unreadable_one(tmp_path: Path) -> None:
    environment = {"DZWONEK_POLICY": str(tmp_path / "none.toml")}
    held = apply(DEFAULTS, *find_policies(environment, AdminPlaces(())))
    assert [problem.code for problem in held.problems] == [Code.POLICY_UNREADABLE]
    assert not held.settings.privacy.screenshots


@pytest.mark.parametrize("text", ["a\ud83d", "a\nb", "a\r\n", "a\x00b", "a\x7f", "a\x9bb", "a\tb"])
@pytest.mark.parametrize(
    ("name", "is_list"),
    [("AgentName", False), ("HotkeysReport", True), ("HotkeysReport", False)],
)
def test_a_text_with_half_a_character_or_a_control_character_is_told(
    text: str, name: str, is_list: bool
) -> None:
    raw: object = ["F9", text] if is_list else text
    found = applied(**{name: raw})
    assert [problem.code for problem in found.problems] == [Code.POLICY_INVALID_VALUE]
    assert found.settings == DEFAULTS
    chosen = laid_under(RawPolicy("a test", {name: raw}))
    assert len(chosen.problems) == 1
    assert chosen.settings == DEFAULTS
