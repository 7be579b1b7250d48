"""Half-written reports are offered, called to mind and taken back by notices that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dzwonek.domain.draft_life import GRACE, REMIND_AFTER, Stage
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Capture
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.ui.desk import Desk
from dzwonek.ui.draft_calls import DraftCalls
from dzwonek.ui.dropped import Dropped
from dzwonek.ui.notices import CONTINUE, DEFAULT, KEEP, Notices
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes.clock import START, FakeClock
from tests.fakes.form import FakeForm
from tests.fakes.notifier import FakeNotifier
from tests.fakes.parts import FULL, MemoryParts
from tests.fakes.screens import FakeScreens, plain_shot

STOP_SECONDS = 30.0
LONG = 30_000  # milliseconds


class Office:
    """A desk whose drafts are told of."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks
        self.clock = FakeClock()
        self.parts = MemoryParts()
        self.parts.clock = self.clock  # type: ignore[assignment]  # stands still
        self.reception = Reception(self.parts)
        self.form = FakeForm()
        self.screens = FakeScreens([plain_shot()])
        self.notifier = FakeNotifier()
        self.has_balloon = True
        self.notices = Notices(self.notifier, lambda title, body: self.has_balloon)
        self.wishes: list[tuple[str, str]] = []
        self.notices.clicked.connect(self._on_click)
        self.desk = Desk(
            self.reception,
            tasks,
            lambda: self.screens,
            lambda: self.form,  # type: ignore[arg-type, return-value] # a form without widgets
        )
        zone = ZoneInfo("Europe/Warsaw")
        self.calls = DraftCalls(
            self.desk, self.reception, tasks, self.notices, self.clock, zone, self.desk
        )

    def _on_click(self, subject: str, wish: str) -> None:
        self.wishes.append((subject, wish))

    def store(self, minutes: int = 0, **changes: object) -> Draft:
        created = START - timedelta(minutes=minutes)
        draft = replace(Draft(new_id(created), created, created), **changes)  # type: ignore[arg-type]  # a test's own short hand
        self.parts.drafts.save(draft)
        return draft

    def titles(self) -> list[str]:
        return [notice.title for notice in self.notifier.shown]

    def click(self) -> tuple[str, str]:
        """Click the newest notice's body, and give what that means."""
        self.notices.on_click(len(self.notifier.shown), DEFAULT)
        return self.wishes[-1]

    def grace(self) -> QTimer:
        dropped = self.calls.findChild(Dropped)
        assert isinstance(dropped, Dropped)
        (timer,) = dropped.findChildren(QTimer)
        return timer


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    tasks = Tasks()
    yield Office(tasks)
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def settled(qtbot: QtBot, office: Office) -> Callable[[], None]:
    def once() -> None:
        answers: list[None] = []
        office.tasks.run(Lane.DISK, lambda: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=LONG)

    def wait() -> None:
        once()
        once()  # what an answer asks for again

    return wait


def test_what_was_open_at_the_end_is_offered_once_and_a_click_leads_to_it(
    office: Office, settled: Callable[[], None]
) -> None:
    draft = office.store(1, stage=Stage.OPEN, description="nie słychać")
    office.calls.look()
    settled()
    (notice,) = office.notifier.shown
    assert notice.title == "Masz niedokończone zgłoszenie"
    assert "15:54" in notice.body
    assert draft.short_code in notice.body
    assert "słychać" not in notice.body
    assert office.click() == (draft.id, CONTINUE)
    office.calls.look()
    settled()
    assert len(office.notifier.shown) == 1


def test_several_are_offered_in_one_notice_that_leads_to_the_list(
    office: Office, settled: Callable[[], None]
) -> None:
    office.store(1, stage=Stage.OPEN)
    office.store(2, stage=Stage.OPEN)
    office.calls.look()
    settled()
    assert office.titles() == ["Masz niedokończone zgłoszenia: 2"]
    assert office.click() == ("", DEFAULT)


def test_drafts_that_were_put_aside_wait_quietly(
    office: Office, settled: Callable[[], None]
) -> None:
    office.store(1)
    office.desk.report()
    office.form.draft = replace(office.form.current(), description="później")
    office.form.put_aside.emit(office.form.current())
    settled()
    office.calls.look()
    settled()
    assert office.titles() == ["Szkic zachowany"]


def test_the_form_that_is_open_is_not_offered(office: Office, settled: Callable[[], None]) -> None:
    office.desk.report()
    settled()
    office.calls.look()
    settled()
    assert office.titles() == []
    assert office.parts.drafts.texts[office.desk.open_id].stage is Stage.OPEN


def test_a_marked_moment_is_called_to_mind_and_a_click_leads_to_it(
    office: Office, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    with qtbot.waitSignal(office.desk.flagged, timeout=LONG) as flagged:
        office.desk.flag()
    (draft,) = flagged.args or []
    office.clock.advance(REMIND_AFTER)
    (timer,) = office.calls.reminders.findChildren(QTimer)
    timer.timeout.emit()
    settled()
    assert office.titles() == ["Oznaczono", "Oznaczona chwila czeka na opis"]
    assert office.click() == (draft.id, CONTINUE)
    with qtbot.waitSignal(office.calls.continue_wanted, timeout=LONG) as wanted:
        assert office.calls.follow(draft.id, CONTINUE)
    assert [one.id for one in wanted.args or []] == [draft.id]
    assert not office.calls.follow(draft.id, DEFAULT)


def test_a_form_that_nobody_wrote_in_leaves_nothing_behind_and_says_so(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    settled()
    assert not office.form.is_open()
    (notice,) = office.notifier.shown
    assert notice.title == "Puste zgłoszenie zamknięte"
    assert "zrzuty" in notice.body
    assert office.reception.drafts() == ()
    assert office.grace().isActive()
    assert office.grace().interval() == GRACE // timedelta(milliseconds=1)
    office.grace().timeout.emit()
    settled()
    assert office.parts.drafts.texts == {}
    assert office.parts.drafts.pictures == {}


def test_a_click_takes_the_empty_draft_back_with_its_pictures(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    settled()
    subject, wish = office.click()
    assert wish == KEEP
    assert office.calls.dropped.take_back(subject)
    office.grace().timeout.emit()
    settled()
    assert office.titles()[-1] == "Szkic zachowany"
    (kept,) = office.reception.drafts()
    assert kept.id == subject
    assert len(office.parts.drafts.pictures) == 1
    assert not office.calls.dropped.take_back(subject)


def test_the_end_of_the_program_does_not_wait_for_a_change_of_mind(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    settled()
    assert len(office.parts.drafts.texts) == 1  # it could still be taken back
    office.calls.dropped.finish()
    settled()
    assert office.parts.drafts.texts == {}


def test_an_empty_form_can_be_closed_on_a_full_disk(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.report()
    settled()
    office.parts.drafts.broken = FULL
    office.form.put_aside.emit(office.form.current())
    settled()
    assert not office.form.is_open()
    assert office.titles() == ["Puste zgłoszenie zamknięte"]


def test_a_draft_that_was_taken_up_and_left_again_is_kept(
    office: Office, settled: Callable[[], None]
) -> None:
    draft = office.store(1, is_flagged=True, remind_at=START)
    office.desk.resume(draft)
    settled()
    opened = office.parts.drafts.texts[draft.id]
    assert (opened.stage, opened.remind_at) == (Stage.OPEN, None)
    office.form.put_aside.emit(office.form.current())
    settled()
    assert office.titles() == ["Szkic zachowany"]
    assert office.parts.drafts.texts[draft.id].stage is Stage.ASIDE


def test_a_name_that_was_typed_and_nothing_else_is_kept(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.report()
    office.form.is_named = True
    office.form.put_aside.emit(office.form.current())
    settled()
    assert office.titles() == ["Szkic zachowany"]
    (kept,) = office.reception.drafts()
    assert kept.stage is Stage.ASIDE


def test_where_no_notice_can_be_shown_an_empty_form_is_kept(
    office: Office, settled: Callable[[], None]
) -> None:
    office.notifier.is_gone = True
    office.has_balloon = False
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    settled()
    settled()
    office.grace().timeout.emit()
    settled()
    (kept,) = office.reception.drafts()
    assert kept.stage is Stage.ASIDE


def test_an_empty_form_whose_notice_was_lost_behind_the_desktops_back_is_kept(
    office: Office, settled: Callable[[], None]
) -> None:
    office.has_balloon = False
    office.desk.report()
    office.form.put_aside.emit(office.form.current())
    settled()
    office.notifier.lost = (office.notifier.shown[-1],)
    office.notices.lost()
    settled()
    (kept,) = office.reception.drafts()
    assert kept.stage is Stage.ASIDE
    office.grace().timeout.emit()
    settled()
    assert office.reception.drafts() == (kept,)


def follow_up_of(office: Office) -> Draft:
    begun = office.reception.begin(Capture(START))
    report = replace(begun, kind=Kind.CHAT, description="znowu", occurrence=Occurrence.FIRST)
    office.clock.advance(timedelta(minutes=1))
    return office.reception.shelf.follow_up(office.reception.submit(report).id)


def test_a_follow_up_that_nobody_changed_leaves_nothing_behind_and_says_so(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.resume(follow_up_of(office))
    settled()
    office.form.put_aside.emit(office.form.current())
    settled()
    assert office.titles() == ["Puste zgłoszenie zamknięte"]
    assert office.reception.drafts() == ()
    office.grace().timeout.emit()
    settled()
    assert office.parts.drafts.texts == {}


def test_a_follow_up_that_somebody_wrote_in_is_kept(
    office: Office, settled: Callable[[], None]
) -> None:
    office.desk.resume(follow_up_of(office))
    settled()
    draft = office.form.current()
    office.form.put_aside.emit(
        replace(draft, description=f"{draft.description}, teraz u wszystkich")
    )
    settled()
    assert office.titles() == ["Szkic zachowany"]


def test_a_follow_up_that_was_kept_before_is_never_dropped(
    office: Office, settled: Callable[[], None]
) -> None:
    draft = follow_up_of(office)
    office.clock.advance(timedelta(seconds=5))
    office.desk.resume(office.reception.keep(draft))
    settled()
    office.form.put_aside.emit(office.form.current())
    settled()
    assert office.titles() == ["Szkic zachowany"]
