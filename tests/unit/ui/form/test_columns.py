"""The list of recent activities stands in columns, and words and links stand in lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dzwonek.domain.activity import Activity
from dzwonek.domain.kinds import Kind
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.look import LINK_INSET, Size, px
from tests.fakes import form_scenes as scenes

UNDO = "wybrane – kliknij, aby cofnąć"
LETTER = replace(
    scenes.call(48),
    kind=Kind.EMAIL,
    customer="ktos.o.bardzo.dlugim.adresie.poczty@poczta-firmowa.example",
    duration=None,
    is_answered=None,
    ended_by="",
)
MIXED = (scenes.call(3), LETTER, scenes.call(60 * 26, customer=""), scenes.call(70))
Written = list[tuple[str, QRect]]  # texts, and where they were painted


@pytest.fixture(name="written")
def written_fixture(monkeypatch: pytest.MonkeyPatch) -> Written:
    """Give a list that takes down what is painted where."""
    found: Written = []
    usual = QPainter.drawText

    def watched(painter: QPainter, *told: object) -> object:
        if len(told) == 3 and isinstance(told[0], QRect):
            found.append((str(told[2]), QRect(told[0])))
        return usual(painter, *told)  # type: ignore[call-overload]  # passed on

    monkeypatch.setattr(QPainter, "drawText", watched)
    return found


def painted(form: ReportForm, items: tuple[Activity, ...], written: Written) -> Written:
    """Paint these activities, and give what was written where, row by row."""
    form.tell_recent(items)
    view = form.body.picker.list
    QApplication.sendPostedEvents()
    if not form.body.picker.more.property("isAll"):
        form.body.picker.more.click()
    QApplication.sendPostedEvents()
    written.clear()
    view.viewport().render(QPixmap(view.size()))
    return list(written)


def rows(told: Written, count: int) -> list[Written]:
    """Sort it by rows, each from the left."""
    tops = sorted({place.top() for _, place in told})
    assert len(tops) == count
    lines = [[one for one in told if one[1].top() == top] for top in tops]
    return [sorted(line, key=lambda one: one[1].left()) for line in lines]


def test_names_times_and_queues_stand_under_each_other(form: ReportForm, written: Written) -> None:
    lines = rows(painted(form, MIXED, written), len(MIXED))
    for column in range(3):
        assert len({line[column][1].left() for line in lines}) == 1
    assert len({line[1][1].right() for line in lines}) == 1
    assert [line[1][0] for line in lines] == ["15:52", "15:07", "wczoraj 13:55", "14:45"]


def test_a_long_name_leaves_room_for_the_rest(form: ReportForm, written: Written) -> None:
    _, letter, _, _ = rows(painted(form, MIXED, written), len(MIXED))
    name, _, queue = letter
    assert name[0].endswith("…")
    assert queue[0] == "Obsługa klienta"  # a letter has no length and no ending


@pytest.mark.parametrize("picked", range(len(MIXED)))
def test_a_picked_row_keeps_its_columns_and_says_in_whole_words_how_it_is_undone(
    form: ReportForm, written: Written, picked: int
) -> None:
    before = rows(painted(form, MIXED, written), len(MIXED))[picked]
    form.body.picker.list.toggled.emit(MIXED[picked])
    after = rows(painted(form, MIXED, written), len(MIXED))[picked]
    assert after[:2] == before[:2]
    assert [text for text, _ in after[2:]] == [UNDO]


def test_where_there_is_no_room_a_picked_row_says_just_that(
    form: ReportForm, written: Written
) -> None:
    form.body.picker.list.toggled.emit(MIXED[0])
    painted(form, MIXED, written)
    view = form.body.picker.list
    view.setFixedWidth(330)
    QApplication.sendPostedEvents()
    written.clear()
    view.viewport().render(QPixmap(view.size()))
    assert "wybrane" in [text for text, _ in written]
    assert UNDO not in [text for text, _ in written]


def left_of(form: ReportForm, part: QWidget) -> int:
    return part.mapTo(form.body, QPoint(0, 0)).x()


def test_the_words_of_links_stand_in_a_line_with_the_fields(form: ReportForm) -> None:
    body = form.body
    body.kind.chips[0].click()
    QApplication.sendPostedEvents()
    column = left_of(form, body.description)
    assert {left_of(form, part) for part in (body.picker.list, body.kind, body.occurrence)} == {
        column
    }
    assert left_of(form, body.prompts.links[0]) + px(form, LINK_INSET) == column
    assert left_of(form, body.pictures.thumbs[0]) == column
    change = body.details.change
    end = left_of(form, change) + change.width() - px(form, LINK_INSET)
    assert end == left_of(form, body.description) + body.description.width()


def test_without_pictures_the_ways_to_add_one_begin_the_line(idle_form: ReportForm) -> None:
    idle_form.begin(scenes.draft(), ())
    QApplication.sendPostedEvents()
    body = idle_form.body
    link = body.pictures.adding.findChild(QPushButton, "pictures.add.screen")
    assert link is not None
    column = left_of(idle_form, body.description)
    assert left_of(idle_form, link) + px(idle_form, LINK_INSET) == column


def test_rows_of_prompts_are_as_close_as_they_can_be_hit(form: ReportForm) -> None:
    form.body.prompts.setFixedWidth(px(form, 300))
    form.body.kind.chips[0].click()
    for _ in range(2):
        QApplication.sendPostedEvents()
    links = [link for link in form.body.prompts.links if link.isVisible()]
    tops = sorted({link.y() for link in links})
    assert len(tops) > 1
    assert {below - above for above, below in pairwise(tops)} == {links[0].height()}
    assert links[0].height() == px(form, Size.TARGET)


def test_a_key_that_presses_the_button_a_moment_later_takes_no_keyboard_away(
    form: ReportForm,
) -> None:
    form.body.details.change.click()
    form.body.numbers.ours.setFocus(Qt.FocusReason.OtherFocusReason)
    form.body.details.change.clicked.emit()
    assert form.body.numbers.ours.hasFocus()
