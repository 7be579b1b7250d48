"""Policies that fix no setting: contacts, the start with the computer, the outbox's folder."""

from __future__ import annotations

import pytest

from dzwonek.config.contacts import dialled, is_phone
from dzwonek.config.own_folder import is_shared
from dzwonek.config.policy import Effective, apply
from dzwonek.config.policy_reading import RawPolicy
from dzwonek.config.profile import load_profile
from dzwonek.config.settings import DEFAULTS
from dzwonek.config.targets import Target, parsed
from dzwonek.domain.problem import Code, ProblemError

PROFILE = load_profile("daktela-pl")


def applied(**values: object) -> Effective:
    return apply(DEFAULTS, RawPolicy("a test", values))


def test_without_such_policies_the_profile_is_left_as_it_is() -> None:
    assert applied().with_contacts(PROFILE) is PROFILE
    assert applied().autostart is None
    assert applied().outbox_folder is None


def test_contacts_of_a_policy_stand_in_the_place_of_the_profiles() -> None:
    held = applied(
        ContactEmail="pomoc@firma.example",
        ContactPhone="223 784 756",
        ContactEmergency="+48 730 770 660",
    )
    contact = held.with_contacts(PROFILE).contact
    assert contact.email == "pomoc@firma.example"
    assert (contact.phone, contact.phone_e164) == ("223 784 756", "+48223784756")
    assert (contact.emergency, contact.emergency_e164) == ("+48 730 770 660", "+48730770660")
    assert contact.hours == PROFILE.contact.hours
    assert held.settings == DEFAULTS
    assert held.locked == frozenset()


def test_one_contact_leaves_the_others_to_the_profile() -> None:
    contact = applied(ContactEmergency="112").with_contacts(PROFILE).contact
    assert (contact.emergency, contact.emergency_e164) == ("112", "112")
    assert contact.phone == PROFILE.contact.phone


@pytest.mark.parametrize("raw", ["", "nikt", "a@b c", 5, ["a@b.example"]])
def test_a_wrong_address_of_support_keeps_every_report_here(raw: object) -> None:
    held = applied(ContactEmail=raw)
    (problem,) = held.problems
    assert problem.code is Code.POLICY_RECIPIENTS_INVALID
    with pytest.raises(ProblemError):
        held.recipients_or(held.with_contacts(PROFILE).contact.email)
    assert held.with_contacts(PROFILE).contact.email == PROFILE.contact.email


def test_reports_go_to_the_recipients_where_these_and_a_contact_are_fixed() -> None:
    held = applied(ContactEmail="nikt", Recipients=["it@firma.example"])
    assert held.recipients == ("it@firma.example",)


def test_reports_go_to_the_address_that_people_see() -> None:
    held = applied(ContactEmail="pomoc@firma.example")
    usual = held.with_contacts(PROFILE).contact.email
    assert held.recipients_or(usual) == ("pomoc@firma.example",)


@pytest.mark.parametrize("raw", ["", "zadzwoń", "12", "+48 22 153 0461 wew. 5", "1" * 16, 112])
def test_a_wrong_number_fixes_nothing(raw: object) -> None:
    held = applied(ContactEmergency=raw)
    assert [problem.code for problem in held.problems] == [Code.POLICY_INVALID_VALUE]
    assert held.with_contacts(PROFILE) is PROFILE


def test_numbers_are_dialled_with_the_profiles_country() -> None:
    assert dialled("22 153 0461", "PL") == "+48221530461"
    assert dialled("+420 226 211 245", "PL") == "+420226211245"
    assert dialled("999", "PL") == "999"
    assert is_phone("(22) 153-04-61")
    assert not is_phone("١٢٣٤٥٦")


def test_the_start_with_the_computer_is_on_or_off() -> None:
    assert applied(Autostart=1).autostart is True
    assert applied(Autostart=False).autostart is False
    assert applied(Autostart="tak").autostart is None


@pytest.mark.parametrize(
    "raw",
    [
        "/srv/dzwonek/%USER%",
        r"\\serwer\dane\%USERNAME%\Dzwonek",
        r"D:\Dzwonek\%USERNAME%",
        r"%HOMESHARE%\Dzwonek",
    ],
)
def test_a_folder_of_the_outbox_is_a_whole_path_on_some_system(raw: str) -> None:
    held = applied(OutboxFolder=raw)
    assert held.problems == ()
    assert held.outbox_folder == raw


@pytest.mark.parametrize("raw", ["", "dzwonek", r"..\x", r"D:dzwonek", 5, "~/x"])
def test_a_wrong_folder_of_the_outbox_is_told_and_leaves_none(raw: object) -> None:
    held = applied(OutboxFolder=raw)
    assert [problem.code for problem in held.problems] == [Code.POLICY_INVALID_VALUE]
    assert held.outbox_folder == ""


def test_one_wrong_place_to_be_measured_is_named_and_takes_nothing_from_the_others() -> None:
    held = applied(DiagnosticsTargets=["vpn.firma.example", "10.0.0.1:22", "", "x:443 y"])
    assert held.settings.diagnostics.targets == ("10.0.0.1:22",)
    assert held.locked == {"diagnostics.targets"}
    assert [problem.code for problem in held.problems] == [Code.POLICY_INVALID_VALUE] * 2
    named = [problem.values["value"] for problem in held.problems]
    assert named == ["vpn.firma.example", "x:443 y"]


def test_one_wrong_recipient_spoils_all_of_them() -> None:
    held = applied(Recipients=["a@firma.example", "b"])
    assert held.recipients == ()


@pytest.mark.parametrize(
    ("told", "is_every_bodys"),
    [
        (r"\\serwer\dane\%USERNAME%\Dzwonek", False),
        (r"%LocalAppData%\Dzwonek-2", False),
        ("/srv/dzwonek/%USER%", False),
        (r"D:\Dzwonek", True),
        (r"\\serwer\dane\%COMPUTERNAME%", True),
        (r"D:\%USERNAME", True),
    ],
)
def test_a_folder_without_the_users_name_would_be_everybodys(
    told: str, is_every_bodys: bool
) -> None:
    assert is_shared(told) is is_every_bodys


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("vpn.firma.example:443", Target("vpn.firma.example", 443)),
        ("10.0.0.1:22", Target("10.0.0.1", 22)),
        ("[::1]:443", Target("::1", 443)),
        ("vpn.firma.example", None),
        ("vpn.firma.example:0", None),
        ("vpn.firma.example:70000", None),
        ("https://vpn.firma.example:443", None),
        ("vpn firma:443", None),
        (":443", None),
    ],
)
def test_a_place_to_be_measured_is_a_host_and_a_port(text: str, target: Target | None) -> None:
    assert parsed(text) == target
    held = applied(DiagnosticsTargets=[text])
    assert held.settings.diagnostics.targets == ((text,) if target else ())
    assert bool(held.problems) is (target is None)
