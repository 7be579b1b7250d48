"""Everybody can use the form: names, keys, sizes, whole words, and no foreign markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.look import Type, colours_from, contrast, px
from dzwonek.ui.words import title_and_advice
from tests.fakes import form_scenes as scenes
from tests.gallery.conftest import CONTRAST, DARK, palette

INPUTS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
HOSTILE = '<img src="file:///etc/passwd"><b>x</b>&amp;'


@pytest.fixture(params=[1, 2])
def full_form(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[ReportForm]:
    """Give the form with everything shown, at the usual and at the doubled font."""
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(font)
    form = ReportForm(load_profile("daktela-pl"), title_and_advice, scenes.StillClock())
    qtbot.addWidget(form, before_close_func=ReportForm.finish)
    notes = (scenes.note(1, 320, 180), scenes.note(2, 320, 180))
    shots = (scenes.shot(1, 320, 180), scenes.shot(2, 320, 180))
    form.begin(scenes.draft(notes, host=""), shots)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.tell_colleagues(("Anna Przykładowa", "Jan Wzorcowy"))
    form.body.concern.choice.chips[1].click()
    form.body.kind.chips[0].click()
    form.body.description.setPlainText("Nikt nie może dzwonić")
    codes = (Code.SYSTEM_MISSING, Code.KIND_MISSING, Code.NAMES_MISSING, Code.OCCURRENCE_MISSING)
    form.show_problems(tuple(Problem(code) for code in codes))
    form.resize(680 * request.param, 1000 * request.param)
    QApplication.sendPostedEvents()
    yield form
    qapp.setFont(before)


def inputs(form: QWidget) -> list[QWidget]:
    found = [child for child in form.findChildren(QWidget) if isinstance(child, INPUTS)]
    return [one for one in found if one.isVisible() and one.objectName() != "qt_spinbox_lineedit"]


def test_every_input_has_a_name_for_tools_and_for_screen_readers(full_form: ReportForm) -> None:
    nameless = [
        one
        for one in inputs(full_form)
        if not one.objectName()
        or not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


def test_no_two_inputs_share_a_name(full_form: ReportForm) -> None:
    names = [one.objectName() for one in inputs(full_form)]
    assert len(names) == len(set(names))


def test_every_target_is_at_least_24_pixels(full_form: ReportForm) -> None:
    small = [
        (one.objectName(), one.size())
        for one in inputs(full_form)
        if min(one.width(), one.height()) < 24
    ]
    assert small == []


def test_every_question_has_a_label_that_leads_to_it(full_form: ReportForm) -> None:
    led = {label.buddy() for label in full_form.findChildren(QLabel) if label.buddy() is not None}
    body = full_form.body
    questions = {
        body.picker.list, body.kind, body.numbers.customer, body.numbers.ours, body.when.edit,
        body.concern.choice, body.description, body.occurrence, body.pictures.thumbs[0].preview,
        body.details.change, body.concern.names,
    }  # fmt: skip
    assert led == questions


def test_no_two_labels_share_a_key(full_form: ReportForm) -> None:
    texts = [label.text() for label in full_form.findChildren(QLabel) if label.buddy()]
    keys = [text[text.index("&") + 1].casefold() for text in texts]
    assert len(keys) == len(set(keys)), keys


def test_tab_goes_through_the_form_as_it_is_read(full_form: ReportForm) -> None:
    order: list[QWidget] = []
    widget: QWidget | None = full_form.strip.copy
    while widget is not None and widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    reached = [one for one in order if one in inputs(full_form)]
    seen = {one.objectName() for one in reached}
    assert {one.objectName() for one in inputs(full_form)} <= seen
    asked = [one for one in reached if full_form.body.isAncestorOf(one)]
    tops = [one.mapTo(full_form, QPoint(0, 0)).y() for one in asked]
    jumps_back = [(a, b) for a, b in pairwise(tops) if b < a - px(full_form, 100)]
    assert jumps_back == []


def test_no_text_is_cut(full_form: ReportForm) -> None:
    cut = []
    for label in full_form.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height()
        else:
            fits = label.sizeHint().width() <= label.width()
        if not fits:
            cut.append((label.objectName(), label.text(), label.size()))
    for one in full_form.findChildren(QAbstractButton):
        if one.isVisible() and one.text():
            width = QFontMetrics(one.font()).horizontalAdvance(one.text().replace("&", ""))
            if width > one.width() or one.sizeHint().height() > one.height():
                cut.append((one.objectName(), one.text(), one.size()))
    for field in (full_form.body.when.edit, full_form.person.system_edit):
        text = field.text() or field.placeholderText()
        if QFontMetrics(field.font()).horizontalAdvance(text) > field.width():
            cut.append((field.objectName(), text, field.size()))
    assert cut == []


def test_nothing_lies_outside_its_parent(full_form: ReportForm) -> None:
    outside = []
    for child in full_form.body.findChildren(QWidget):
        parent = child.parentWidget()
        if parent is None or not child.isVisible():
            continue
        is_in_list = isinstance(parent.parentWidget(), QAbstractItemView)
        if not is_in_list and not parent.rect().contains(child.geometry()):
            outside.append((child.objectName(), child.geometry(), parent.size()))
    assert outside == []


def test_the_fonts_have_polish_letters(full_form: ReportForm) -> None:
    metrics = QFontMetrics(full_form.body.description.font())
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–")


def test_the_whole_form_fits_a_small_laptop_with_a_task_bar(idle_form: ReportForm) -> None:
    notes = (scenes.note(1), scenes.note(2))
    idle_form.begin(scenes.draft(notes), (scenes.shot(1), scenes.shot(2)))
    assert idle_form.height() <= 768 - 40 - 32  # task bar, title bar
    assert idle_form.width() <= 1366
    bar = idle_form.pane.verticalScrollBar()
    assert bar.maximum() == 0


def test_no_server_text_is_ever_taken_for_markup(form: ReportForm) -> None:
    form.tell_identity(scenes.identity(agent=Agent(HOSTILE)))
    form.tell_names((HOSTILE,))
    calls = tuple(
        scenes.call(n, customer="", title=HOSTILE, queue=HOSTILE, ours=HOSTILE) for n in (1, 2)
    )
    form.tell_recent(calls)
    form.body.picker.list.toggled.emit(calls[0])
    form.person.name.click()
    form.person.menu.hide()
    for label in form.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.objectName()
        assert not label.openExternalLinks()
    for widget in form.findChildren(QWidget):
        assert "<" not in widget.toolTip(), widget.objectName()


def test_a_hostile_monitor_name_stays_text(idle_form: ReportForm) -> None:
    note = replace(scenes.note(), monitor=HOSTILE)
    idle_form.begin(scenes.draft((note,)), (scenes.shot(),))
    assert "<" not in idle_form.body.pictures.thumbs[0].name.toolTip()


def test_control_and_direction_characters_do_not_reach_the_eye(form: ReportForm) -> None:
    form.tell_recent((scenes.call(customer="", title="a\u202eb\x00\nc"),))
    model = form.body.picker.list.activities
    heard = str(model.data(model.index(0), Qt.ItemDataRole.DisplayRole))
    assert "a b c" in heard


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_text_stands_out_from_its_ground(name: str, qapp: QApplication) -> None:
    desktop = {"light": qapp.palette(), "dark": palette(DARK), "contrast": palette(CONTRAST)}
    tones = colours_from(desktop[name])
    for ground in (tones.surface, tones.window, tones.tint, tones.hover):
        for ink in (tones.text, tones.quiet, tones.accent):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())
    assert contrast(tones.danger, tones.surface) >= 4.5
    assert contrast(tones.danger, tones.window) >= 4.5
    assert contrast(tones.accent, tones.danger_tint) >= 4.5
    assert contrast(tones.on_accent, tones.accent) >= 4.5
    assert contrast(tones.edge, tones.surface) >= 3


def test_a_changed_desktop_palette_changes_the_open_form(
    form: ReportForm, qapp: QApplication
) -> None:
    before = QPalette(qapp.palette())
    qapp.setPalette(palette(DARK))
    QApplication.sendPostedEvents()
    try:
        assert "#1e1f22" in form.styleSheet()
    finally:
        qapp.setPalette(before)


def test_quiet_lines_are_quiet(form: ReportForm) -> None:
    assert form.person.source.property("kind") == Type.QUIET.value
