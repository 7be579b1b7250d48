"""From a press to a sealed report, with a form that has no widgets."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.identity import Remembered
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import UNTOUCHED, Rect, Retouch
from dzwonek.domain.problem import Code
from dzwonek.domain.report import Draft
from dzwonek.reporting.album import Album
from dzwonek.reporting.reception import Reception
from dzwonek.ui.desk import Desk
from dzwonek.ui.tasks import Lane, Tasks
from tests.fakes.form import FakeForm
from tests.fakes.parts import FULL, MemoryParts
from tests.fakes.screens import FakeScreens, plain_shot

STOP_SECONDS = 5.0


class Bench:
    """A desk with everything around it in memory."""

    def __init__(self, tasks: Tasks) -> None:
        self.parts = MemoryParts()
        self.screens = FakeScreens([plain_shot("L"), plain_shot("R", left=64)])
        self.form = FakeForm()
        self.tasks = tasks
        self.desk = Desk(
            Reception(self.parts),
            tasks,
            lambda: self.screens,
            lambda: self.form,  # type: ignore[arg-type, return-value] # a form without widgets
        )

    def written(self) -> Draft:
        """Give the open draft with all that a report needs."""
        self.form.draft = replace(
            self.form.current(),
            kind=Kind.CALL_IN,
            description="nie słychać klienta",
            occurrence=Occurrence.FIRST,
        )
        return self.form.draft


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    tasks = Tasks()
    yield Bench(tasks)
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def settled(qtbot: QtBot, bench: Bench) -> Callable[[], None]:
    """Wait until everything that the disk lane was given is done and answered."""

    def wait() -> None:
        answers: list[None] = []
        bench.tasks.run(Lane.DISK, lambda: None, answers.append)
        qtbot.waitUntil(lambda: bool(answers))

    return wait


def test_a_press_captures_opens_and_keeps(bench: Bench, settled: Callable[[], None]) -> None:
    bench.desk.report()
    assert bench.screens.captures == 1
    assert len(bench.form.shots) == 2
    settled()
    (draft,) = bench.parts.drafts.drafts()
    assert draft.id == bench.form.current().id
    assert [note.monitor for note in bench.form.notes] == ["L", "R"]
    assert len(bench.parts.drafts.pictures) == 2


def test_a_form_opened_before_the_names_were_read_is_told_them_then(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.parts.memory.remembered = Remembered(colleagues=("Ewa Zmyślona",))
    bench.desk.report()
    assert "Ewa Zmyślona" not in bench.form.colleagues
    settled()
    assert bench.form.colleagues == ("Ewa Zmyślona",)


def test_a_press_on_an_open_form_captures_nothing(bench: Bench) -> None:
    bench.desk.report()
    bench.desk.report()
    assert bench.screens.captures == 1
    assert bench.form.came_forward == 1


def test_typing_is_kept_without_being_asked(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draft = bench.written()
    bench.form.edited.emit()
    qtbot.waitUntil(
        lambda: bench.parts.drafts.texts[draft.id].description == "nie słychać klienta",
        timeout=2000,  # the promise: never more than 2 s behind the typing
    )


def test_sending_seals_and_closes_and_says_so(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    with qtbot.waitSignal(bench.desk.saved) as saved:
        bench.form.send_wanted.emit(bench.written())
    (entry,) = saved.args or []
    assert list(bench.parts.outbox.rows) == [entry.id]
    assert not bench.form.is_open()
    settled()
    assert bench.parts.drafts.drafts() == ()
    assert bench.parts.nudges == 1


def test_an_incomplete_report_stays_open_with_its_gaps_named(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    bench.form.send_wanted.emit(bench.form.current())
    settled()
    assert bench.form.is_open()
    assert Code.DESCRIPTION_MISSING in [problem.code for problem in bench.form.problems]


def test_a_full_disk_keeps_the_form_open(bench: Bench, settled: Callable[[], None]) -> None:
    bench.desk.report()
    settled()
    bench.parts.outbox.broken = FULL
    bench.form.send_wanted.emit(bench.written())
    settled()
    assert bench.form.is_open()
    assert not bench.form.is_sending
    assert bench.form.problems == (FULL,)


def test_esc_keeps_the_draft_and_says_so(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.report()
    draft = bench.written()
    with qtbot.waitSignal(bench.desk.kept):
        bench.form.put_aside.emit(draft)
    assert not bench.form.is_open()
    assert bench.parts.drafts.texts[draft.id].description == "nie słychać klienta"


def test_a_draft_that_cannot_be_kept_stays_in_the_open_form(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draft = bench.written()
    bench.parts.drafts.broken = FULL
    bench.form.put_aside.emit(draft)
    settled()
    assert bench.form.is_open()
    assert not bench.form.is_sending
    assert bench.form.current().description == "nie słychać klienta"
    assert bench.form.problems == (FULL,)


def test_at_the_programs_end_the_text_is_stored_before_pictures_that_take_long(
    bench: Bench, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    bench.desk.report()
    settled()
    draft = bench.written()
    is_killed = Event()
    monkeypatch.setattr(Album, "settle", lambda _: is_killed.wait())
    try:
        bench.desk.flush()
        qtbot.waitUntil(
            lambda: bench.parts.drafts.texts[draft.id].description == "nie słychać klienta"
        )
    finally:
        is_killed.set()


def test_a_flag_stores_and_opens_nothing(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.desk.flagged) as flagged:
        bench.desk.flag()
    (draft,) = flagged.args or []
    assert draft.is_flagged
    assert not bench.form.is_open()
    assert bench.parts.drafts.texts[draft.id].pictures == draft.pictures
    assert len(bench.parts.drafts.pictures) == 2


def test_a_cover_replaces_the_stored_picture(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draft = bench.form.current()
    before = bench.parts.drafts.pictures[draft.id, draft.pictures[0].id]
    bench.form.retouch_wanted.emit(draft.pictures[0].id, Retouch((Rect(0, 0, 10, 10),)))
    settled()
    after = bench.parts.drafts.pictures[draft.id, draft.pictures[0].id]
    assert after.note.is_covered
    assert after.content != before.content


def test_a_cover_taken_back_shows_the_picture_as_captured(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draft = bench.form.current()
    key = (draft.id, draft.pictures[0].id)
    before = bench.parts.drafts.pictures[key].content
    bench.form.retouch_wanted.emit(draft.pictures[0].id, Retouch((Rect(0, 0, 10, 10),)))
    bench.form.retouch_wanted.emit(draft.pictures[0].id, UNTOUCHED)
    settled()
    assert bench.parts.drafts.pictures[key].content == before
    assert not bench.parts.drafts.pictures[key].note.is_covered


def test_a_picture_that_cannot_be_had_is_told_when_a_draft_is_taken_up_again(
    bench: Bench, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    draft = bench.written()
    bench.form.put_aside.emit(draft)
    settled()
    del bench.parts.drafts.pictures[draft.id, draft.pictures[0].id]
    bench.desk.resume(draft)
    settled()
    assert [problem.code for problem in bench.form.refusals] == [Code.PICTURE_UNREADABLE]
    assert bench.form.is_open()
    bench.form.send_wanted.emit(bench.written())
    settled()
    (envelope,) = bench.parts.outbox.envelopes.values()
    assert b'"monitor": "R"' in _record(envelope.content)
    assert b'"monitor": "L"' not in _record(envelope.content)


def test_a_cover_that_found_no_room_holds_the_report_back(
    bench: Bench, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    bench.desk.report()
    settled()
    picture = bench.form.current().pictures[0].id
    bench.parts.drafts.broken = FULL
    bench.form.retouch_wanted.emit(picture, Retouch((Rect(0, 0, 64, 48),)))
    bench.form.send_wanted.emit(bench.written())
    settled()
    assert bench.parts.outbox.rows == {}
    bench.parts.drafts.broken = None
    with qtbot.waitSignal(bench.desk.saved):
        bench.form.send_wanted.emit(bench.written())
    (envelope,) = bench.parts.outbox.envelopes.values()
    assert b'"is_covered": true' in _record(envelope.content)


def test_a_fault_of_ours_gives_the_form_back(
    bench: Bench, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise MemoryError

    bench.desk.report()
    settled()
    monkeypatch.setattr(bench.parts.outbox, "submit", stumble)
    bench.form.send_wanted.emit(bench.written())
    settled()
    assert not bench.form.is_sending
    assert [problem.code for problem in bench.form.problems] == [Code.UNEXPECTED]


def _record(message: bytes) -> bytes:
    """Give the part for machines of a rendered message."""
    part = message.rpartition(b"zgloszenie.json")[2].partition(b"\r\n\r\n")[2]
    return b64decode(part.partition(b"--")[0])


def test_a_removed_picture_is_destroyed(bench: Bench, settled: Callable[[], None]) -> None:
    bench.desk.report()
    settled()
    draft = bench.form.current()
    bench.form.picture_removed.emit(draft.pictures[0].id)
    settled()
    assert (draft.id, draft.pictures[0].id) not in bench.parts.drafts.pictures


def test_without_daktela_the_form_is_told_why(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.report()
    qtbot.waitUntil(lambda: len(bench.form.recents) == 1)
    first, *_, last = bench.form.identities
    assert first.agent.name == "Tobiasz Świeczka"  # type: ignore[union-attr]
    assert last.code is Code.DAKTELA_NOT_CONFIGURED  # type: ignore[union-attr]
