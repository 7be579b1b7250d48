"""Whom a report is about: oneself, colleagues whose names come back, or the whole team."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Scope
from dzwonek.ui.form.known_names import KnownNames, NameChip
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]
COLLEAGUES = ("Anna Przykładowa", "Jan Wzorcowy")


@pytest.fixture
def known(form: ReportForm) -> KnownNames:
    """Give the known names of a report about others, made by Tobiasz Świeczka."""
    form.tell_identity(scenes.identity())
    form.tell_colleagues(COLLEAGUES)
    form.body.details.change.click()
    form.body.concern.choice.chips[1].click()
    assert form.body.concern.known is not None
    return form.body.concern.known


def chip(known: KnownNames, name: str) -> NameChip:
    return next(each for each in known.chips if each.name == name)


def forget_button(known: KnownNames, name: str) -> QPushButton:
    found = known.findChild(QPushButton, f"names.forget.{name}")
    assert isinstance(found, QPushButton)
    return found


def test_a_report_about_oneself_has_no_list_of_names(form: ReportForm) -> None:
    form.tell_colleagues(COLLEAGUES)
    assert form.body.concern.known is None


def test_the_names_of_this_computer_are_offered_behind_ones_own(known: KnownNames) -> None:
    assert [each.accessibleName() for each in known.chips] == ["Tobiasz Świeczka", *COLLEAGUES]


def test_one_click_names_a_colleague_and_one_more_takes_her_back(
    form: ReportForm, known: KnownNames, type_text: Typing
) -> None:
    type_text(form.body.concern.names, "Ewa Zmyślona")
    chip(known, "Anna Przykładowa").click()
    assert form.current().others == ("Ewa Zmyślona", "Anna Przykładowa")
    chip(known, "Anna Przykładowa").click()
    assert form.current().others == ("Ewa Zmyślona",)


def test_a_typed_name_presses_its_chip(
    form: ReportForm, known: KnownNames, type_text: Typing
) -> None:
    type_text(form.body.concern.names, "jan wzorcowy")
    assert chip(known, "Jan Wzorcowy").isChecked()
    assert not chip(known, "Anna Przykładowa").isChecked()


def test_a_report_on_behalf_of_another_keeps_who_reports(
    form: ReportForm, known: KnownNames
) -> None:
    chip(known, "Anna Przykładowa").click()
    draft = form.current()
    assert draft.reporter == scenes.AGENT
    assert (draft.scope, draft.names) == (Scope.OTHERS, ("Anna Przykładowa",))


def test_a_colleague_is_forgotten_with_one_click(
    form: ReportForm, known: KnownNames, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.forget_wanted) as told:
        forget_button(known, "Anna Przykładowa").click()
    assert told.args == ["Anna Przykładowa"]
    assert [each.name for each in known.chips] == ["Tobiasz Świeczka", "Jan Wzorcowy"]


def test_ones_own_name_is_not_forgotten_here(known: KnownNames) -> None:
    assert known.findChild(QPushButton, "names.forget.Tobiasz Świeczka") is None


def test_what_forgets_says_what_it_does(known: KnownNames) -> None:
    told = forget_button(known, "Jan Wzorcowy").accessibleName()
    assert told == "Zapomnij na tym komputerze: Jan Wzorcowy"


def test_the_whole_team_needs_no_names(form: ReportForm, known: KnownNames) -> None:
    form.body.concern.choice.chips[2].click()
    assert not known.isVisible()
    assert not form.body.concern.names.isVisible()
    assert form.current().names == ()


def test_a_name_of_ones_list_is_forgotten_from_the_menu(form: ReportForm, qtbot: QtBot) -> None:
    form.tell_names(COLLEAGUES)
    form.person.name.click()
    submenu = form.person.menu.findChild(QMenu)
    assert isinstance(submenu, QMenu)
    with qtbot.waitSignal(form.forget_wanted) as told:
        submenu.actions()[1].trigger()
    form.person.menu.hide()
    assert told.args == ["Jan Wzorcowy"]
    form.person.name.click()
    shown = [each.text() for each in form.person.menu.actions()]
    form.person.menu.hide()
    assert "Jan Wzorcowy" not in shown


def test_ones_own_name_alone_is_no_offer_among_others(form: ReportForm) -> None:
    form.tell_identity(scenes.identity())
    form.body.concern.choice.chips[1].click()
    known = form.body.concern.known
    assert known is not None
    assert not known.chips
    assert not known.isVisible()


def test_enter_behind_a_name_begins_the_next_one(
    form: ReportForm, qtbot: QtBot, type_text: Typing
) -> None:
    form.body.concern.choice.chips[1].click()
    names = form.body.concern.names
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert names.text() == ""
    type_text(names, "Ewa Zmyślona")
    qtbot.keyClick(names, Qt.Key.Key_Return)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert names.text() == "Ewa Zmyślona, "
    type_text(names, "Jan Wzorcowy")
    assert form.current().others == ("Ewa Zmyślona", "Jan Wzorcowy")
