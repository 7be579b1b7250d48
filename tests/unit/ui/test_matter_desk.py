"""From a click in the help to a letter that waits in the outbox, and nothing lost between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.draft_life import Stage
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.rescue import Sent
from dzwonek.ui.matter_desk import MatterDesk
from dzwonek.ui.matter_form import MatterForm
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.words import title_and_advice
from tests.fakes.parts import FULL, MemoryParts

STOP_SECONDS = 5.0
PROFILE = load_profile("daktela-pl")
EMAIL = "tobiasz@firma.example"


class Bench:
    """A desk with its real form, and everything else in memory."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        self.parts.configured_agent = Agent("Tobiasz Świeczka", "", EMAIL)
        self.tasks = tasks
        self.reception = Reception(self.parts)
        self.form = MatterForm(lambda _: PROFILE, title_and_advice)
        self.desk = MatterDesk(self.reception, tasks, lambda _: PROFILE, lambda: self.form)

    def write(self, text: str, matter: str = "order") -> None:
        self.desk.write(matter)
        self.form.text.edit.setPlainText(text)

    def drafts(self) -> tuple[Draft, ...]:
        return self.parts.drafts.drafts()


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    yield made
    assert tasks.stop(STOP_SECONDS)
    made.form.finish()
    shiboken6.delete(made.form)


@pytest.fixture
def settled(qtbot: QtBot, bench: Bench) -> Callable[[], None]:
    """Wait until everything that the disk lane was given is done and answered."""

    def wait() -> None:
        answers: list[None] = []
        bench.tasks.run(Lane.DISK, lambda: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers))

    return wait


def test_opening_stores_nothing_and_closing_leaves_nothing(
    bench: Bench, settled: Callable[[], None], qtbot: QtBot
) -> None:
    bench.desk.write("question")
    assert bench.form.isVisible()
    bench.desk.flush()
    with qtbot.assertNotEmitted(bench.desk.kept):
        bench.form._put_aside()
        settled()
    assert not bench.form.isVisible()
    assert bench.parts.drafts.saves == 0


def test_what_is_typed_is_stored_within_two_seconds(
    bench: Bench, settled: Callable[[], None], qtbot: QtBot
) -> None:
    bench.write("Prosimy o pięć licencji.")
    assert bench.desk._autosave.isActive()
    assert bench.desk._autosave.interval() <= 1000
    with qtbot.waitSignal(bench.desk.changed):
        bench.desk._autosave.timeout.emit()
    (draft,) = bench.drafts()
    assert draft.description == "Prosimy o pięć licencji."
    assert draft.stage is Stage.OPEN
    assert draft.inquiry is not None
    assert draft.inquiry.matter == "order"


def test_esc_puts_it_aside_and_the_list_can_open_it_again(bench: Bench, qtbot: QtBot) -> None:
    bench.write("Prosimy o pięć licencji.")
    with qtbot.waitActive(bench.form):
        pass
    with qtbot.waitSignal(bench.desk.kept) as kept:
        qtbot.keyClick(bench.form.text.edit, Qt.Key.Key_Escape)
    assert not bench.form.is_open()
    (draft,) = bench.drafts()
    assert kept.args == [draft]
    assert draft.stage is Stage.ASIDE
    bench.desk.resume(draft)
    assert bench.form.text.text() == "Prosimy o pięć licencji."
    assert replace(bench.form.current(), updated_at=None) == replace(
        draft, stage=Stage.OPEN, updated_at=None
    )


def test_a_letter_that_was_emptied_again_leaves_nothing(
    bench: Bench, settled: Callable[[], None], qtbot: QtBot
) -> None:
    bench.write("x")
    bench.desk._save()
    bench.form.text.edit.setPlainText("")
    with qtbot.waitSignal(bench.desk.changed):
        bench.form._put_aside()
    settled()
    assert bench.drafts() == ()


def test_a_sent_letter_waits_in_the_outbox_and_its_draft_is_gone(
    bench: Bench, settled: Callable[[], None], qtbot: QtBot
) -> None:
    bench.write("Prosimy o pięć licencji.")
    bench.form.quantity.edit.setText("5")
    with qtbot.waitSignal(bench.desk.saved) as saved:
        bench.form._send()
    settled()
    (entry,) = bench.parts.outbox.entries()
    assert saved.args == [entry]
    assert entry.summary is not None
    assert entry.summary.matter == "Aktualizacja licencji"
    message = message_from_bytes(bench.parts.outbox.message(entry.id))
    assert EMAIL in message["Reply-To"]
    assert bench.drafts() == ()
    assert not bench.form.isVisible()
    assert bench.parts.nudges == 1


def test_what_it_lacks_is_said_and_the_form_stays(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.write("order")
    bench.form._send()
    settled()
    assert list(bench.form.summary.links) == ["description"]
    assert bench.form.is_open()
    assert bench.parts.outbox.entries() == ()


def test_a_second_wish_brings_the_open_letter_forward_and_changes_nothing(bench: Bench) -> None:
    bench.write("Pierwszy")
    before = bench.form.current()
    bench.desk.write("question")
    bench.desk.resume(replace(before, id="other"))
    assert bench.form.current() == before


def test_where_nothing_can_be_stored_it_is_told_once_and_the_ways_out_are_there(
    bench: Bench, settled: Callable[[], None], qtbot: QtBot
) -> None:
    told: list[Problem] = []
    bench.desk.keep_failed.connect(told.append)
    bench.parts.drafts.broken = FULL
    bench.write("Prosimy o pięć licencji.")
    for _ in range(2):
        bench.desk._save()
        settled()
    assert [problem.code for problem in told] == [Code.DISK_FULL]
    bench.parts.outbox.broken = FULL
    bench.form._send()
    settled()
    assert bench.form.summary.ways_out.isVisible()
    with qtbot.waitSignal(bench.desk.sent) as sent:
        bench.form.summary.ways_out.send.click()
    (answer,) = sent.args or [None]
    assert isinstance(answer, Sent)
    assert not bench.form.is_open()
    (letter,) = bench.parts.post.messages
    assert EMAIL in message_from_bytes(letter.content)["Reply-To"]


def test_before_the_end_of_the_program_it_is_stored(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.write("Prosimy o pięć licencji.")
    bench.desk.flush()
    settled()
    (draft,) = bench.drafts()
    assert draft.description == "Prosimy o pięć licencji."
    assert draft.stage is Stage.OPEN  # the next start offers it once


def test_who_is_logged_in_is_asked_and_late_answers_reach_only_their_letter(bench: Bench) -> None:
    known = Identity(
        Agent("Anna Nowak", "anna", "anna@firma.example"),
        IdentitySource.DAKTELA,
        bench.parts.clock.now(),
    )
    bench.desk.write("question")
    letter = bench.form.current()
    bench.desk._on_identity("other", known)
    assert bench.form.current() == letter
    bench.desk._on_identity(letter.id, known)
    assert bench.form.current().reporter == known.agent


def test_a_matter_that_the_profile_does_not_have_opens_nothing(bench: Bench) -> None:
    bench.desk.write("nothing")
    assert not bench.form.isVisible()


def test_after_a_change_of_language_the_next_letter_gets_a_fresh_form(
    bench: Bench, settled: Callable[[], None]
) -> None:
    made: list[MatterForm] = []

    def make() -> MatterForm:
        made.append(MatterForm(lambda _: PROFILE, title_and_advice))
        return made[-1]

    desk = MatterDesk(bench.reception, bench.tasks, lambda _: PROFILE, make)
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    try:
        desk.write("question")
        QLocale.setDefault(QLocale("en_GB"))
        assert desk.form is made[0]  # an open letter stays where it is
        desk.put_aside(desk.form.current())
        desk.write("order")
    finally:
        QLocale.setDefault(before)
    assert len(made) == 2
    assert made[1].isVisible()
    made[1].finish()
    settled()


@pytest.mark.parametrize("field", ["email", "agent", "host"])
def test_an_address_or_a_name_that_a_hand_typed_is_kept_and_stays_kept(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None], field: str
) -> None:
    bench.desk.write("question")
    getattr(bench.form, field).edit.setText("anna@inna.example")
    with qtbot.waitSignal(bench.desk.kept):
        bench.form._put_aside()
    (kept,) = bench.drafts()
    bench.desk.resume(kept)
    with qtbot.waitSignal(bench.desk.kept):
        bench.form._put_aside()
    settled()
    assert len(bench.drafts()) == 1
