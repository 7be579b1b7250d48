"""Every press, click and message reaches the one who deals with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import dzwonek.resources_rc  # noqa: F401 - registers the icons
from dzwonek.config.profile import load_profile
from dzwonek.config.settings import Settings
from dzwonek.domain.command import Command
from dzwonek.domain.delivery import Entry, Expiring, State, Summary
from dzwonek.domain.draft_life import Stage
from dzwonek.domain.events import (
    CommandArrived,
    EndAsked,
    EndWanted,
    HotkeyPressed,
    NetworkUp,
    NoticeClicked,
    NoticesLost,
    Resumed,
    SessionLeft,
    SessionReturned,
    Slot,
    TrayHostAppeared,
)
from dzwonek.domain.ids import new_id
from dzwonek.domain.ports import Binding, Notice
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.profile import ContactProfile
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.rescue import Sent
from dzwonek.ui.bridge import Bridge
from dzwonek.ui.desk import Desk
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.hotkey_desk import HotkeyDesk
from dzwonek.ui.list_desk import ListDesk
from dzwonek.ui.matter_desk import MatterDesk
from dzwonek.ui.matter_form import MatterForm
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.notices import Notices
from dzwonek.ui.settings_desk import SettingsDesk
from dzwonek.ui.settings_window import SettingsWindow
from dzwonek.ui.switchboard import Lines, Switchboard
from dzwonek.ui.tasks import Tasks
from dzwonek.ui.tray import Tray, TrayMenu
from dzwonek.ui.words import title_and_advice
from tests.fakes import form_scenes, list_scenes
from tests.fakes.form import FakeForm
from tests.fakes.notifier import FakeNotifier
from tests.fakes.parts import MemoryParts
from tests.fakes.screens import FakeScreens, plain_shot

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
EMERGENCY = "22 153 0461"
STOP_SECONDS = 5.0
LONG = 30_000  # milliseconds
LESS_THAN_GRACE = 20_000  # milliseconds
ENTRY = Entry(
    new_id(NOW), "DZW-7F3K2A", "<a@b>", State.QUEUED, "mail", NOW, summary=Summary("nie słychać")
)


def spoken(language: str) -> ContactProfile:
    return load_profile("daktela-pl")


class Office:
    """A switchboard with everything around it in memory."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        self.reception = Reception(self.parts)
        self.screens = FakeScreens([plain_shot()])
        self.form = FakeForm()
        self.notifier = FakeNotifier()
        self.menu = TrayMenu(EMERGENCY)
        self.tray = Tray(self.menu)
        self.nudges = 0
        self.spreads = 0
        self.bell = QWidget()
        self.desk = Desk(
            self.reception,
            tasks,
            lambda: self.screens,
            lambda: self.form,  # type: ignore[arg-type, return-value] # a form without widgets
        )
        self.balloons: list[str] = []
        self.notices = Notices(self.notifier, self._show_balloon)
        zone = ZoneInfo("Europe/Warsaw")
        self.settings_desk = SettingsDesk(None, tasks, SettingsWindow)  # type: ignore[arg-type] # nothing is set up here
        self.first_run_desk = SettingsDesk(None, tasks, FirstRun)  # type: ignore[arg-type] # likewise
        self.list_desk = ListDesk(
            self.reception,
            tasks,
            lambda: MyReports(self.parts.clock, zone),
            self.parts.clock,
            zone,
        )
        self.matters = MatterDesk(self.reception, tasks, spoken, self.matter_form)
        self.hotkeys = HotkeyDesk(lambda: None, Bridge(), tasks)  # type: ignore[arg-type, return-value] # never loaded
        self.board = Switchboard(
            Lines(
                desk=self.desk,
                list_desk=self.list_desk,
                settings_desks=(self.settings_desk, self.first_run_desk),
                open_settings=lambda: None,
                help_window=lambda: self.bell,  # type: ignore[arg-type, return-value] # likewise
                bell_window=lambda: self.bell,  # type: ignore[arg-type, return-value] # likewise
                notices=self.notices,
                tray=self.tray,
                menu=self.menu,
                hotkeys=self.hotkeys,
                reload=self.count_nudge,
                nudge=self.count_nudge,
                spread=self.count_spread,
                matters=self.matters,
            ),
            self.reception,
            tasks,
            self.parts.clock,
            EMERGENCY,
            zone,
        )

    def _show_balloon(self, title: str, _: str) -> bool:
        self.balloons.append(title)
        return True

    def matter_form(self) -> MatterForm:
        self.letter = MatterForm(spoken, title_and_advice)
        return self.letter

    def count_nudge(self) -> None:
        self.nudges += 1

    def count_spread(self) -> None:
        assert threading.current_thread() is not threading.main_thread()
        self.spreads += 1

    def titles(self) -> list[str]:
        return [notice.title for notice in self.notifier.shown]


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    tasks = Tasks()
    office = Office(tasks)
    yield office
    assert tasks.stop(STOP_SECONDS)
    office.tray.close()


@pytest.mark.parametrize("event", [NetworkUp(), Resumed()])
def test_when_the_network_is_back_or_the_computer_woke_what_waits_is_spread_off_this_thread(
    office: Office, qtbot: QtBot, event: NetworkUp | Resumed
) -> None:
    office.board.on_event(event)
    qtbot.waitUntil(lambda: office.spreads == 1)


def test_the_session_ends_only_when_the_open_draft_is_stored(office: Office, qtbot: QtBot) -> None:
    stored_at_the_answer: list[int] = []
    is_answered = threading.Event()

    def answer() -> None:
        stored_at_the_answer.append(len(office.parts.drafts.drafts()))
        is_answered.set()

    office.desk.report()
    office.board.on_event(EndAsked(answer))
    qtbot.waitUntil(is_answered.is_set)
    assert stored_at_the_answer == [1]
    assert office.form.is_open()


def test_what_was_open_at_the_end_is_offered_and_a_click_opens_it(
    office: Office, qtbot: QtBot
) -> None:
    draft = replace(list_scenes.draft(1), stage=Stage.OPEN)
    office.parts.drafts.save(draft)
    office.board.stores_opened()
    offered = "Masz niedokończone zgłoszenie"
    qtbot.waitUntil(lambda: offered in office.titles(), timeout=LONG)
    office.board.on_event(NoticeClicked(office.titles().index(offered) + 1, "default"))
    qtbot.waitUntil(office.form.is_open, timeout=LONG)
    assert office.form.current().id == draft.id


def test_an_empty_form_that_was_closed_is_kept_by_a_click(office: Office, qtbot: QtBot) -> None:
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    empty = "Puste zgłoszenie zamknięte"
    qtbot.waitUntil(lambda: empty in office.titles(), timeout=LONG)
    office.board.on_event(NoticeClicked(office.titles().index(empty) + 1, "default"))
    qtbot.waitUntil(lambda: "Szkic zachowany" in office.titles(), timeout=LONG)
    assert len(office.reception.drafts()) == 1


def test_an_empty_form_that_was_closed_is_gone_before_the_program(
    office: Office, qtbot: QtBot
) -> None:
    office.desk.report()
    with qtbot.waitSignal(office.desk.dropped, timeout=LONG):
        office.form.put_aside.emit(office.form.current())
    office.board.finish()
    qtbot.waitUntil(lambda: not office.parts.drafts.texts, timeout=LESS_THAN_GRACE)


def test_a_marked_moment_is_called_to_mind_when_the_computer_wakes_and_somebody_is_there(
    office: Office, qtbot: QtBot
) -> None:
    late = replace(list_scenes.draft(2), remind_at=NOW)
    office.parts.drafts.save(late)
    reminder = "Oznaczona chwila czeka na opis"
    office.board.on_event(SessionLeft())
    office.board.on_event(Resumed())
    office.board.on_event(SessionReturned())
    qtbot.waitUntil(lambda: reminder in office.titles(), timeout=LONG)


def test_the_window_in_place_of_a_tray_takes_no_keyboard_from_an_open_form(
    office: Office, qtbot: QtBot
) -> None:
    office.desk.report()
    office.board.show_bell_window()
    assert not office.bell.isVisible()
    office.form.put_aside.emit(office.form.current())
    qtbot.waitUntil(office.bell.isVisible, timeout=LONG)
    office.bell.hide()


def test_leaving_the_desk_stores_what_is_written(office: Office, qtbot: QtBot) -> None:
    office.desk.report()
    qtbot.waitUntil(lambda: len(office.parts.drafts.drafts()) == 1)
    (draft,) = office.parts.drafts.drafts()
    office.form.draft = replace(draft, description="Nie słychać")
    office.board.on_event(SessionLeft())
    qtbot.waitUntil(lambda: office.parts.drafts.drafts()[0].description == "Nie słychać")
    assert office.form.is_open()


def test_the_end_of_the_session_ends_the_program(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.board.quit_wanted):
        office.board.on_event(EndWanted())


@pytest.mark.parametrize(
    "event",
    [SessionReturned(), Resumed(), HotkeyPressed(Slot.REPORT), CommandArrived(Command.SHOW)],
)
def test_a_key_that_another_program_had_is_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch, event: SessionReturned | Resumed
) -> None:
    tries: list[bool] = []
    monkeypatch.setattr(office.hotkeys, "retry_first", lambda: tries.append(True))
    office.board.on_event(event)
    assert tries == [True]


def test_the_report_key_opens_the_form(office: Office) -> None:
    office.board.on_event(HotkeyPressed(Slot.REPORT))
    assert office.form.is_open()


@pytest.mark.parametrize("which", ["settings_desk", "first_run_desk"])
def test_a_key_pressed_in_a_window_that_asks_for_it_lights_its_line_and_opens_no_form(
    office: Office, qtbot: QtBot, which: str
) -> None:
    desk: SettingsDesk = getattr(office, which)
    desk.open(Settings(), frozenset(), (), False, None)
    with qtbot.waitActive(desk.window):
        pass
    office.board.show_bindings((Binding(Slot.REPORT, "Ctrl+Shift+F9"),))
    office.board.on_event(HotkeyPressed(Slot.REPORT))
    line = desk.window.hotkeys.parts[Slot.REPORT].trial
    told = line.words.text()
    desk.window.hide()
    shiboken6.delete(desk.window)
    assert "Ctrl+Shift+F9" in told
    assert "Działa" in told
    assert not office.form.is_open()


def test_the_flag_key_marks_and_tells(office: Office, qtbot: QtBot) -> None:
    office.board.on_event(HotkeyPressed(Slot.FLAG))
    qtbot.waitUntil(lambda: "Oznaczono" in office.titles())
    assert not office.form.is_open()


def test_changed_secrets_are_read_again(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.board.reloaded):
        office.board.on_event(CommandArrived(Command.RELOAD))
    assert office.nudges == 1


@pytest.mark.parametrize("command", [Command.SHOW, Command.REPORT])
def test_a_second_start_opens_the_form(office: Office, command: Command) -> None:
    office.board.on_event(CommandArrived(command))
    assert office.form.is_open()


def test_a_hidden_second_start_does_nothing(office: Office) -> None:
    office.board.on_event(CommandArrived(Command.HIDDEN))
    assert not office.form.is_open()
    assert office.screens.captures == 0


def test_a_nudge_lets_the_courier_look(office: Office, qtbot: QtBot) -> None:
    office.board.on_event(CommandArrived(Command.NUDGE))
    qtbot.waitUntil(lambda: office.nudges == 1)


def test_quit_is_passed_on(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.board.quit_wanted):
        office.board.on_event(CommandArrived(Command.QUIT))


def test_delivered_is_told_once_and_only_when_it_is_true(office: Office) -> None:
    for state in (State.QUEUED, State.SENDING):
        office.board.outbox_changed.emit(replace(ENTRY, state=state))
    assert office.titles() == []
    delivered = replace(ENTRY, state=State.DELIVERED, delivered_at=NOW)
    office.board.outbox_changed.emit(delivered)
    office.board.outbox_changed.emit(delivered)
    assert office.titles() == ["Przekazano na serwer poczty o 15:55"]


def test_trouble_is_told_once_in_words(office: Office) -> None:
    held = replace(ENTRY, state=State.HELD, problem=Problem(Code.MAIL_LOGIN_REFUSED))
    office.board.outbox_changed.emit(held)
    office.board.outbox_changed.emit(held)
    assert held.problem is not None
    assert office.titles() == [title_and_advice(held.problem)[0]]


def test_a_report_sent_without_being_stored_is_told_once(office: Office) -> None:
    sent = Sent(ENTRY.id, ENTRY.short_code, NOW)
    office.desk.sent.emit(sent)
    (notice,) = office.notifier.shown
    assert notice.title.startswith("Przekazano na serwer poczty o ")


def test_a_click_on_a_notice_opens_the_list(office: Office, qtbot: QtBot) -> None:
    office.notices.tell(Notice("a", "b"))
    office.board.on_event(NoticeClicked(1, "default"))
    qtbot.waitUntil(office.list_desk.window.isVisible)
    office.list_desk.window.close()


def test_a_notice_that_nobody_saw_comes_as_a_balloon(office: Office) -> None:
    office.notifier.lost = (Notice("Zapisano na tym komputerze", ""),)
    office.board.on_event(NoticesLost())
    assert office.balloons == ["Zapisano na tym komputerze"]


def test_a_key_that_is_taken_is_named_once_with_the_one_that_holds(office: Office) -> None:
    taken = Problem(Code.HOTKEY_TAKEN, {"key": "Pause"})
    bindings = (Binding(Slot.REPORT, "Ctrl+Shift+F9", (taken,)), Binding(Slot.FLAG, None))
    office.board.show_bindings(bindings)
    office.board.show_bindings(bindings)
    (notice,) = office.notifier.shown
    assert "Pause" in notice.title
    assert "Ctrl+Shift+F9" in notice.body
    assert office.menu.report_action.text().endswith("Ctrl+Shift+F9")


def test_the_emergency_number_is_copied(office: Office) -> None:
    office.menu.emergency_action.trigger()
    assert QGuiApplication.clipboard().text() == EMERGENCY


def test_a_host_that_comes_late_gets_a_new_icon(office: Office) -> None:
    before = office.tray._icon
    office.board.on_event(TrayHostAppeared())
    assert office.tray._icon is not before


def test_what_will_be_destroyed_is_told_and_only_then_noted(office: Office, qtbot: QtBot) -> None:
    end = list_scenes.NOW + timedelta(days=3)
    office.parts.outbox.ending = [list_scenes.entry(State.REJECTED, expires_at=end)]
    office.parts.drafts.ending = [Expiring(new_id(end), "DZW-000000", end + timedelta(days=1))]
    office.board.stores_opened()
    qtbot.waitUntil(lambda: not office.parts.drafts.ending)
    assert office.parts.outbox.ending == []
    assert "Od 01.03 usuniemy stare treści" in office.titles()


def test_a_letter_goes_on_in_its_own_form_and_a_problem_in_its(
    office: Office, qtbot: QtBot
) -> None:
    letter = form_scenes.inquiry()
    office.list_desk.continue_wanted.emit(letter)
    assert office.letter.current().inquiry == letter.inquiry
    assert office.form.draft is None
    office.list_desk.continue_wanted.emit(replace(letter, inquiry=None))
    qtbot.waitUntil(lambda: office.form.draft is not None)
    office.letter.finish()


def test_a_letter_is_told_of_as_reports_are(office: Office, qtbot: QtBot) -> None:
    office.matters.write("question")
    office.letter.text.edit.setPlainText("Ile kosztuje czat?")
    office.letter.footer.later.click()
    qtbot.waitUntil(lambda: "Szkic zachowany" in office.titles())
    (draft,) = office.parts.drafts.drafts()
    office.board.resume(draft)
    office.letter.email.edit.setText("tobiasz@firma.example")
    office.letter.footer.send.click()
    qtbot.waitUntil(lambda: "Zapisano na tym komputerze" in office.titles())
    assert not office.letter.is_open()


@pytest.mark.parametrize("event", [SessionLeft(), EndAsked(lambda: None)])
def test_an_open_letter_is_stored_before_the_session_ends(
    office: Office, qtbot: QtBot, event: SessionLeft | EndAsked
) -> None:
    office.matters.write("question")
    office.letter.text.edit.setPlainText("Ile kosztuje czat?")
    office.matters._autosave.stop()  # or it would be stored without being told to
    office.board.on_event(event)
    qtbot.waitUntil(lambda: bool(office.parts.drafts.texts))
    (draft,) = office.parts.drafts.drafts()
    assert draft.description == "Ile kosztuje czat?"
    office.letter.finish()


def test_whoever_shows_the_time_hears_that_the_computer_slept(office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office.board.resumed):
        office.board.on_event(Resumed())
