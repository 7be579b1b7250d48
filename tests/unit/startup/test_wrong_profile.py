"""A profile that nobody knows keeps no program from starting, and no report goes astray for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dzwonek.config.places import places
from dzwonek.config.policy import Effective
from dzwonek.config.policy_places import AdminPlaces
from dzwonek.config.policy_reading import RawPolicy
from dzwonek.config.profile import load_profile
from dzwonek.domain.problem import Code, ProblemError
from dzwonek.startup.core import Core, open_core
from dzwonek.startup.probes import parts_of
from dzwonek.ui.words import title_and_advice
from tests.fakes.secret_box import MemorySecretBox

MAIL = {"DeliveryMailHost": "smtp.firma.example", "DeliveryMailFrom": "ewa@firma.example"}
BUILT_IN = load_profile("daktela-pl", ())


def by_policy(home: dict[str, str]) -> AdminPlaces:
    raw = RawPolicy("/etc/dzwonek/policy.toml", {**MAIL, "ProfileName": "daktela-xx"})
    return AdminPlaces((lambda: raw,))


def by_default_of_the_computer(home: dict[str, str]) -> AdminPlaces:
    raw = RawPolicy("/etc/dzwonek/defaults.toml", {**MAIL, "ProfileName": "daktela-xx"})
    return AdminPlaces((), (lambda: raw,))


def by_own_file(home: dict[str, str]) -> AdminPlaces:
    file = places(home).settings_file
    file.parent.mkdir(parents=True)
    file.write_text('[profile]\nname = "daktela-xx"\n', encoding="utf-8")
    return AdminPlaces((), (lambda: RawPolicy("/etc/dzwonek/defaults.toml", MAIL),))


def with_recipients(home: dict[str, str]) -> AdminPlaces:
    named = {**MAIL, "ProfileName": "daktela-xx", "Recipients": ["pomoc@firma.example"]}
    return AdminPlaces((lambda: RawPolicy("/etc/dzwonek/policy.toml", named),))


@pytest.fixture(params=[by_policy, by_default_of_the_computer, by_own_file, with_recipients])
def core(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Core]:
    """Give a core of which somebody wants a profile that is not there."""
    monkeypatch.setattr("dzwonek.config.profile.machine_profiles", tuple)
    home = {"DZWONEK_HOME": str(tmp_path / "dom"), "XDG_RUNTIME_DIR": str(tmp_path)}
    admin: Callable[[dict[str, str]], AdminPlaces] = request.param
    with open_core(home, MemorySecretBox(), admin=admin(home)) as made:
        yield made


def test_the_built_in_profile_gives_contacts_and_texts_and_the_problem_is_told(core: Core) -> None:
    assert core.profile == BUILT_IN
    (problem,) = core.problems
    assert problem.code is Code.PROFILE_UNKNOWN
    assert problem.values["name"] == "daktela-xx"


def test_no_report_is_addressed_and_nothing_that_waits_may_leave(core: Core) -> None:
    with pytest.raises(ProblemError, match=Code.PROFILE_UNKNOWN):
        core.address(False)
    with pytest.raises(ProblemError, match=Code.PROFILE_UNKNOWN):
        core.channel("mail")


def test_the_doctor_names_the_profile_and_no_recipient(core: Core) -> None:
    with pytest.raises(ProblemError, match=Code.PROFILE_UNKNOWN):
        parts_of(core).probes["profile"]()


def test_reports_wait_until_the_program_starts_with_a_profile_that_is_known(core: Core) -> None:
    core.policy = Effective(core.settings)
    core.loaded = core.loaded._replace(problems=())
    with pytest.raises(ProblemError, match=Code.PROFILE_UNKNOWN):
        core.channel("mail")
    assert core.problems


def test_the_words_say_that_the_usual_profile_holds_and_that_nothing_is_sent(core: Core) -> None:
    title, advice = title_and_advice(core.problems[0])
    assert "daktela-xx" in title
    assert advice == (
        "Działa profil domyślny."
        " Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora."
    )


def test_a_known_profile_is_no_problem_and_holds_nothing(tmp_path: Path) -> None:
    home = {"DZWONEK_HOME": str(tmp_path / "dom"), "XDG_RUNTIME_DIR": str(tmp_path)}
    admin = AdminPlaces((lambda: RawPolicy("/etc/dzwonek/policy.toml", MAIL),))
    with open_core(home, MemorySecretBox(), admin=admin) as core:
        assert core.problems == ()
        assert core.address(False).recipients == (core.profile.contact.email,)
        core.channel("mail")
