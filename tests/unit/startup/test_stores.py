"""Settings between an administrator's two layers, and the folder of reports that a policy chose."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from dzwonek.config import machine_defaults, policy_places
from dzwonek.config.settings import with_value
from dzwonek.diagnostics.doctor import examine, looked_at
from dzwonek.diagnostics.findings import Mark
from dzwonek.domain.delivery import Tally
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.startup.core import Core, open_core
from dzwonek.startup.probes import parts_of
from tests.fakes.reports import SUMMARY, envelope
from tests.fakes.secret_box import MemorySecretBox

HOST = "delivery.mail.host"
posix = pytest.mark.skipif(sys.platform == "win32", reason="the mode bits are POSIX's")


class Office:
    """A computer on which an administrator writes, and an operator starts the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.admin = folder / "admin"
        self.admin.mkdir()
        self.environment = {"DZWONEK_HOME": str(folder / "dom"), "USER": "ewa"}
        self.keyring = MemorySecretBox()

    def fix(self, **values: str) -> None:
        """Write the policy anew."""
        self._write("policy.toml", values)

    def choose(self, **values: str) -> None:
        """Write the computer's defaults anew."""
        self._write("defaults.toml", values)

    def _write(self, name: str, values: dict[str, str]) -> None:
        text = "".join(f"{key} = '{value}'\n" for key, value in values.items())
        (self.admin / name).write_text(text, encoding="utf-8")

    @contextmanager
    def started(self) -> Iterator[Core]:
        with open_core(self.environment, self.keyring) as core:
            yield core

    @property
    def own_file(self) -> dict[str, object]:
        text = (self.folder / "dom" / "config" / "settings.toml").read_text(encoding="utf-8")
        return tomllib.loads(text)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    office = Office(tmp_path)
    places = policy_places.linux_places(office.admin)
    for module in (policy_places, machine_defaults):
        monkeypatch.setattr(module, "this_computer", lambda: places)
    return office


def submitted(core: Core, number: int = 0) -> str:
    report = envelope(number)
    core.outbox.submit(report, SUMMARY, core.clock.now())
    return report.report_id


def test_the_layers_lie_in_their_order(office: Office) -> None:
    office.choose(DeliveryMailHost="smtp.komputer.example", AgentName="Stanowisko 4")
    office.fix(SystemUrl="https://twojanazwa.daktela.com")
    with office.started() as core:
        assert core.settings.delivery.mail.host == "smtp.komputer.example"
        assert core.policy.locked == {"system.url"}
        core.keep_settings(with_value(core.settings, "agent.name", "Ewa"))
        assert core.settings.agent.name == "Ewa"
        assert core.settings.system.url == "https://twojanazwa.daktela.com"


def test_saving_freezes_neither_the_computers_defaults_nor_a_policy(office: Office) -> None:
    office.choose(DeliveryMailHost="smtp.stary.example", DeliveryMailUser="stary")
    office.fix(SystemUrl="https://twojanazwa.daktela.com")
    with office.started() as core:
        core.keep_settings(with_value(core.settings, "agent.name", "Ewa"))
    assert office.own_file == {"agent": {"name": "Ewa"}}
    office.choose(DeliveryMailHost="smtp.nowy.example")
    office.fix()
    with office.started() as core:
        assert core.settings.delivery.mail.host == "smtp.nowy.example"
        assert core.settings.delivery.mail.user == ""
        assert core.settings.system.url == ""


def test_what_an_operator_changed_outlives_another_default(office: Office) -> None:
    office.choose(DeliveryMailHost="smtp.stary.example")
    with office.started() as core:
        core.keep_settings(with_value(core.settings, HOST, ""))
        assert core.settings.delivery.mail.host == ""
    office.choose(DeliveryMailHost="smtp.nowy.example")
    with office.started() as core:
        assert core.settings.delivery.mail.host == ""
        core.keep_settings(with_value(core.settings, HOST, "smtp.nowy.example"))
    office.choose(DeliveryMailHost="smtp.trzeci.example")
    with office.started() as core:
        assert core.settings.delivery.mail.host == "smtp.nowy.example"


def test_contacts_of_a_policy_reach_form_help_and_recipients(office: Office) -> None:
    office.fix(ContactEmergency="730 770 660", ContactEmail="pomoc@firma.example")
    with office.started() as core:
        assert core.profile.contact.emergency == "730 770 660"
        address = core.address(is_test=False)
    assert address.recipients == ("pomoc@firma.example",)


def test_reports_lie_where_the_policy_wants_them_with_their_key(office: Office) -> None:
    office.fix(OutboxFolder=f"{office.folder}/dane/%USER%")
    with office.started() as core:
        report_id = submitted(core)
        written = core.outbox.message(report_id)
    chosen = office.folder / "dane" / "ewa"
    assert (chosen / "spool" / f"{report_id}.dzw").exists()
    assert (chosen / "keys" / "queue.key").exists()
    assert office.keyring.secrets == {}
    assert not (office.folder / "dom" / "data" / "spool").exists()
    office.environment["DZWONEK_HOME"] = str(office.folder / "another computer")
    office.keyring = MemorySecretBox()
    with office.started() as core:
        assert core.outbox.message(report_id) == written


def test_with_keyring_alone_no_key_is_written_into_the_folder(office: Office) -> None:
    office.fix(OutboxFolder=f"{office.folder}/dane/%USER%", PrivacyQueueKey="keyring")
    with office.started() as core:
        submitted(core)
    assert len(office.keyring.secrets) == 1
    assert not (office.folder / "dane" / "ewa" / "keys" / "queue.key").exists()


def test_what_lies_at_home_goes_along_when_the_policy_comes_and_when_it_goes(
    office: Office,
) -> None:
    with office.started() as core:
        first = submitted(core)
    for told in (f"{office.folder}/a/%USER%", f"{office.folder}/b/%USER%", None):
        office.fix(**({} if told is None else {"OutboxFolder": told}))
        with office.started() as core:
            assert [entry.id for entry in core.outbox.entries()] == [first]
            assert core.outbox.message(first)
    sealed = list(office.folder.rglob("*.dzw"))
    assert sealed == [office.folder / "dom" / "data" / "spool" / f"{first}.dzw"]
    notes = office.folder / "dom" / "state" / "outbox-folders.txt"
    assert notes.read_text(encoding="utf-8") == ""


@posix
def test_a_folder_that_is_refused_stores_nothing_and_nothing_elsewhere(office: Office) -> None:
    shared = office.folder / "wspolny"
    shared.mkdir()
    shared.chmod(0o777)
    office.fix(OutboxFolder=str(shared))
    with office.started() as core:
        with pytest.raises(ProblemError) as caught:
            submitted(core)
        problem = caught.value.problem
        assert (problem.code, problem.values["reason"]) == (Code.DISK_FAILED, "open")
        with pytest.raises(ProblemError):
            core.drafts.drafts()
        shared.chmod(0o700)  # mended while it runs
        submitted(core)
    assert not list((office.folder / "dom").rglob("*.dzw"))


@pytest.mark.parametrize("told", ["dzwonek", "%NIC%/dzwonek"])
def test_a_wrong_folder_stores_nothing_until_it_is_mended(office: Office, told: str) -> None:
    office.fix(OutboxFolder=told)
    with office.started() as core:
        with pytest.raises(ProblemError) as caught:
            submitted(core)
        assert caught.value.problem.values["reason"] == "policy"
    assert not list((office.folder / "dom").rglob("*.dzw"))


def test_an_earlier_folder_that_is_away_is_asked_again_at_the_next_start(office: Office) -> None:
    office.fix(OutboxFolder=f"{office.folder}/a/%USER%")
    with office.started() as core:
        first = submitted(core)
    away = office.folder / "a-away"
    (office.folder / "a").rename(away)
    office.fix()
    with office.started() as core:
        assert core.outbox.entries() == ()
    away.rename(office.folder / "a")
    with office.started() as core:
        assert [entry.id for entry in core.outbox.entries()] == [first]


@pytest.mark.skipif(sys.platform == "win32", reason="the registry is the user's own")
def test_the_policy_of_the_start_is_seen_to(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(office.folder / "config"))
    office.environment["XDG_CONFIG_HOME"] = str(office.folder / "config")
    (office.admin / "policy.toml").write_text("Autostart = true\n", encoding="utf-8")
    with office.started() as core:
        core.see_to_autostart()
        assert core.autostart().is_on()
        with pytest.raises(ProblemError):
            core.autostart().set_on(False)
    (office.admin / "policy.toml").write_text("Autostart = false\n", encoding="utf-8")
    with office.started() as core:
        core.see_to_autostart()
        assert not core.autostart().is_on()
    assert not list((office.folder / "config").rglob("*.desktop"))


def test_a_policy_that_comes_meanwhile_holds_after_a_reload(office: Office) -> None:
    with office.started() as core:
        office.fix(AgentName="Ewa")
        core.reload()
        assert core.settings.agent.name == "Ewa"
        assert core.policy.locked == {"agent.name"}


def test_the_doctor_names_a_folder_as_the_administrator_wrote_it(office: Office) -> None:
    office.fix(OutboxFolder="dzwonek")
    with office.started() as core:
        findings = examine(replace(parts_of(core), probes={}))
        with pytest.raises(ProblemError) as outbox:
            parts_of(core).probes["outbox"]()
    (data,) = [check for check in findings.checks if check.id == "folder.data"]
    for problem in (data.problem, outbox.value.problem):
        assert problem is not None
        assert problem.code is Code.DISK_FAILED
        assert problem.values["path"] == "dzwonek"


@posix
def test_the_doctor_names_the_folder_itself_and_none_within_it(office: Office) -> None:
    shared = office.folder / "ewa"
    shared.mkdir()
    shared.chmod(0o777)
    office.fix(OutboxFolder=str(office.folder / "%USER%"))
    with office.started() as core:
        findings = examine(replace(parts_of(core), probes={}))
    (data,) = [check for check in findings.checks if check.id == "folder.data"]
    assert data.problem is not None
    assert data.problem.values == {"path": str(shared), "reason": "open"}


def test_a_report_in_trouble_is_no_tick(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with office.started() as core:
        probe = parts_of(core).probes["outbox"]
        submitted(core)
        assert looked_at("outbox", probe).mark is Mark.OK
        monkeypatch.setattr(type(core.outbox), "tally", lambda _: Tally(waiting=1, troubled=1))
        found = looked_at("outbox", probe)
    assert found.mark is Mark.WARN
    assert found.problem == Problem(Code.OUTBOX_TROUBLED, {"waiting": 1, "troubled": 1})
