"""What a screen reader is given of the whole form: names, roles, questions, and what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form import footer, picker
from dzwonek.ui.form.rows import in_order
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes
from tests.fakes.every_window import form as open_form

Typing = Callable[[QWidget, str], None]
ROLE = QAccessible.Role
ACTING = {ROLE.Button, ROLE.RadioButton, ROLE.CheckBox}  # say themselves what
ASKING = {ROLE.EditableText, ROLE.List, ROLE.Grouping}  # belong to a question that stands there
TELLING = {ROLE.Border}  # the summary, which takes the keyboard
# What they are for stands in or under them, or in the answer that opens them.
TITLED_OTHERWISE = {"agent.edit", "system.edit"}


@pytest.fixture(name="whole")
def whole_fixture(qapp: QApplication) -> Iterator[ReportForm]:
    """Give the form with every question and every fault shown."""
    with ExitStack() as stack:
        form = open_form(stack)
        form.tell_colleagues(("Anna Przykładowa", "Jan Wzorcowy"))
        form.body.concern.choice.chips[1].click()
        form.body.kind.chips[0].click()
        codes = (Code.NAMES_MISSING, Code.DESCRIPTION_MISSING, Code.OCCURRENCE_MISSING)
        form.show_problems(tuple(Problem(code) for code in codes))
        QApplication.sendPostedEvents()
        yield form


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def stops(window: QWidget) -> list[QWidget]:
    """List what takes the keyboard, but for the parts that Qt's own widgets are made of."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")
    ]


def test_whatever_takes_the_keyboard_has_a_name_and_says_what_it_is(whole: ReportForm) -> None:
    strange = [
        (one.objectName(), role_of(one).name, name_of(one))
        for one in stops(whole)
        if role_of(one) not in ACTING | ASKING | TELLING or not name_of(one).strip()
    ]
    assert strange == []
    assert len(stops(whole)) > 40


def test_whatever_asks_is_tied_to_the_question_that_stands_there(whole: ReportForm) -> None:
    seen = [label for label in whole.findChildren(QLabel) if label.isVisible() and label.text()]
    led = {label.buddy() for label in seen}
    asking = {one for one in stops(whole) if role_of(one) in ASKING}
    assert {one.objectName() for one in asking - led} <= TITLED_OTHERWISE


def test_every_answer_stands_in_the_group_of_its_question(whole: ReportForm) -> None:
    answers = [one for one in stops(whole) if role_of(one) is ROLE.RadioButton]
    groups = [group for one in answers if (group := one.parentWidget()) is not None]
    assert len(groups) == len(answers)
    assert {name_of(group) for group in groups} == {
        "Rodzaj problemu",
        "Kogo dotyczy problem",
        "Wystąpienie",
    }
    assert {role_of(group) for group in groups} == {ROLE.Grouping}


def test_who_speaks_to_the_computer_can_say_the_words_on_a_button(whole: ReportForm) -> None:
    """WCAG 2.2, 2.5.3: the name holds the words that are seen."""

    def words(text: str) -> list[str]:
        return "".join(c if c.isalnum() else " " for c in text).casefold().split()

    other = [
        (one.text(), name_of(one))
        for one in whole.findChildren(QAbstractButton)
        if one.isVisible()
        and " ".join(words(one.text().replace("&", ""))) not in " ".join(words(name_of(one)))
    ]
    assert other == []


@pytest.mark.parametrize("field", ["names", "description", "occurrence"])
def test_a_field_says_itself_what_is_wrong_with_it_until_it_is_mended(
    whole: ReportForm, field: str, type_text: Typing
) -> None:
    body = whole.body
    where = {
        "names": body.concern.names,
        "description": body.description,
        "occurrence": body.occurrence.chips[2],
    }[field]
    message = body.errors[field].text()
    assert message
    assert description_of(where).startswith(message)
    body.kind.chips[2].click()  # an e-mail: the description asks for other things
    assert description_of(where).startswith(message)

    type_text(body.concern.names, "Ewa")
    type_text(body.description, "Cisza.")
    body.occurrence.chips[0].click()
    assert message not in description_of(where)
    assert description_of(where) != message
    assert body.errors[field].text() == f"✓  {in_order()}"


def test_a_ticked_line_of_the_summary_says_that_it_is_ticked(whole: ReportForm) -> None:
    whole.body.occurrence.chips[0].click()
    line = whole.body.summary.findChild(QWidget, "problems.occurrence")
    assert line is not None
    assert name_of(line) == "Wystąpienie: w porządku"


def test_a_pick_and_its_undoing_are_announced(
    whole: ReportForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(picker, "announce", lambda _, text: said.append(text))
    for _ in range(2):
        whole.body.picker.list.toggled.emit(scenes.recent()[0])
    assert said == ["Wypełniono z wybranej rozmowy", "Cofnięto wybór rozmowy"]


def test_a_draft_that_is_not_stored_any_more_is_announced_once(
    whole: ReportForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(footer, "announce", lambda _, text: said.append(text))
    for is_kept in (True, False, False, True):
        whole.tell_kept(is_kept=is_kept)
    assert said == [
        "Szkic się nie zapisuje: nie zamykaj okna.",
        "Szkic zapisuje się na tym komputerze.",
    ]
