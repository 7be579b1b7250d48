"""The settings' windows open with what holds, and are told what became of their wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from dzwonek.config.settings import Settings
from dzwonek.domain.delivery import Entry, State
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.ids import new_id, short_code
from dzwonek.domain.ports import AutostartNote, Binding
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.startup.tray.settings_wishes import SettingsWishes
from dzwonek.ui.tasks import Tasks

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
MET = Identity(Agent("Tobiasz Świeczka", "tobiasz"), IdentitySource.DAKTELA, NOW)
KEYS = (Binding("report", "Pause"),)  # type: ignore[arg-type]  # handed on as it is
LATE = Problem(Code.KEYRING_LATE)
IN_FILE = Problem(Code.QUEUE_KEY_IN_FILE)
BY_ADMINISTRATOR = AutostartNote(Problem(Code.AUTOSTART_FOR_ALL), is_fixed=True)
LONG = 30_000  # milliseconds
STOP_SECONDS = 30.0


def own_report() -> Entry:
    report_id = new_id(NOW)
    return Entry(report_id, short_code(report_id), f"<{report_id}>", State.QUEUED, "mail", NOW)


class FakeDesk(QObject):
    """Takes down what a settings desk is told; its window takes down the rest."""

    signed_in = Signal(object)
    hotkeys_wanted = Signal(object)
    autostart_wanted = Signal(bool)
    test_report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[object, ...]] = []
        self.tests: list[Entry | Problem] = []
        self.notes: list[AutostartNote | None] = []
        self.switched: list[bool | Problem] = []
        self.window = SimpleNamespace(
            tell_autostart_note=self.notes.append, tell_autostart=self.switched.append
        )

    def open(self, *what_holds: object) -> None:
        self.opened.append(what_holds)

    def tell_test(self, answer: Entry | Problem) -> None:
        self.tests.append(answer)


class FakeWindows(QObject):
    """The two desks, and the wish that comes out of the form."""

    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settings_desk, self.first_run_desk = FakeDesk(), FakeDesk()


class FakeHotkeys(QObject):
    """Holds keys without a keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[object] = []

    def bindings(self) -> tuple[Binding, ...]:
        return KEYS

    def bind(self, wanted: object) -> None:
        self.wanted.append(wanted)


@dataclass
class FakeCore:
    """What a core answers; `problem` stands for whatever is out of order."""

    problem: Problem | None = None
    settings: Settings = field(default_factory=Settings)
    locked: frozenset[str] = frozenset({"ui.language"})
    report: Entry = field(default_factory=own_report)
    met: list[Identity] = field(default_factory=list)
    is_on: bool = False

    @property
    def policy(self) -> SimpleNamespace:
        return SimpleNamespace(locked=self.locked)

    @property
    def reception(self) -> SimpleNamespace:
        return SimpleNamespace(meet=self._meet)

    def key_note(self) -> Problem:
        self._check()
        return IN_FILE

    def signed_in(self) -> Identity:
        return MET

    def submit_test(self) -> Entry:
        self._check()
        return self.report

    def autostart(self) -> SimpleNamespace:
        return SimpleNamespace(
            is_on=lambda: self.is_on, note=lambda: BY_ADMINISTRATOR, set_on=self._set_on
        )

    def _set_on(self, wanted: bool) -> None:
        self._check()
        self.is_on = wanted

    def _meet(self, identity: Identity) -> None:
        self._check()
        self.met.append(identity)

    def _check(self) -> None:
        if self.problem is not None:
            raise ProblemError(self.problem)


class Office:
    """The wishes of both windows, and whoever is told of them by a notice."""

    def __init__(self, tasks: Tasks) -> None:
        self.core, self.windows, self.hotkeys = FakeCore(), FakeWindows(), FakeHotkeys()
        self.wishes = SettingsWishes(self.core, self.windows, self.hotkeys, tasks, tasks)  # type: ignore[arg-type]  # as much of them as is needed
        self.failed: list[Problem] = []
        self.saved: list[Entry] = []
        self.wishes.failed.connect(self.failed.append)
        self.wishes.test_saved.connect(self.saved.append)

    @property
    def desk(self) -> FakeDesk:
        return self.windows.settings_desk


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    tasks = Tasks()
    yield Office(tasks)
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    return lambda claim: qtbot.waitUntil(lambda: bool(claim()), timeout=LONG)


Until = Callable[[Callable[[], object]], None]


@pytest.mark.parametrize("is_from_the_form", [False, True])
def test_the_settings_open_with_what_holds_now(
    office: Office, until: Until, is_from_the_form: bool
) -> None:
    office.core.is_on = True
    office.windows.settings_wanted.emit() if is_from_the_form else office.wishes.open()
    until(lambda: office.desk.notes)
    core = office.core
    assert office.desk.opened == [(core.settings, core.locked, KEYS, True, IN_FILE, MET)]
    assert office.desk.notes == [BY_ADMINISTRATOR]
    assert office.windows.first_run_desk.opened == []


def test_the_first_start_has_a_window_of_its_own(office: Office, until: Until) -> None:
    office.wishes.open_first_run()
    until(lambda: office.windows.first_run_desk.opened)
    assert office.desk.opened == []


def test_what_keeps_the_settings_from_opening_is_told(office: Office, until: Until) -> None:
    office.core.problem = LATE
    office.wishes.open()
    until(lambda: office.failed)
    assert office.failed == [LATE]
    assert office.desk.opened == []


@pytest.mark.parametrize("name", ["settings_desk", "first_run_desk"])
def test_a_test_report_is_told_in_its_window_and_by_a_notice(
    office: Office, until: Until, name: str
) -> None:
    desk: FakeDesk = getattr(office.windows, name)
    desk.test_report_wanted.emit()
    until(lambda: desk.tests)
    assert desk.tests == office.saved == [office.core.report]
    office.core.problem = LATE
    desk.test_report_wanted.emit()
    until(lambda: len(desk.tests) > 1)
    assert desk.tests[1:] == office.failed == [LATE]


def test_the_switch_for_starting_with_the_computer_shows_what_became_of_it(
    office: Office, until: Until
) -> None:
    office.desk.autostart_wanted.emit(True)
    until(lambda: office.desk.switched)
    assert office.core.is_on
    office.core.problem = Problem(Code.AUTOSTART_FAILED)
    office.desk.autostart_wanted.emit(False)
    until(lambda: len(office.desk.switched) > 1)
    assert office.desk.switched == [True, office.core.problem]
    assert office.failed == []  # it is said beside the switch


def test_who_signed_in_is_remembered_or_told_that_it_cannot_be(
    office: Office, until: Until
) -> None:
    office.desk.signed_in.emit(MET)
    until(lambda: office.core.met)
    assert office.core.met == [MET]
    office.core.problem = Problem(Code.DISK_FULL)
    office.desk.signed_in.emit(MET)
    until(lambda: office.failed)
    assert office.failed == [office.core.problem]


def test_keys_are_tried_while_the_window_is_open(office: Office) -> None:
    office.windows.first_run_desk.hotkeys_wanted.emit("keys")
    assert office.hotkeys.wanted == ["keys"]
