"""The short form: a question or an order, with what is known filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent, Identity, IdentitySource
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.report import Draft
from dzwonek.reporting.check import MAX_DESCRIPTION, problems_of
from dzwonek.reporting.matter import new_inquiry
from dzwonek.ui.matter_form import MatterForm
from dzwonek.ui.words import title_and_advice
from tests.fakes import window_walk as walk
from tests.fakes.form_scenes import AGENT, HOST, NOW

PROFILE = load_profile("daktela-pl")
TypeText = Callable[[QWidget, str], None]
Open = Callable[..., MatterForm]


def draft(matter: str = "order", reporter: Agent = AGENT) -> Draft:
    found = PROFILE.matter(matter)
    assert found is not None
    return new_inquiry(found, reporter, Agent(""), HOST, NOW)


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Open]:
    """Give a way to open the form with a letter."""
    made: list[MatterForm] = []

    def open_with(letter: Draft | None = None) -> MatterForm:
        form = MatterForm(lambda _: PROFILE, title_and_advice)
        made.append(form)
        form.begin(letter or draft())
        QApplication.sendPostedEvents()
        return form

    yield open_with
    for form in made:
        form.finish()
        shiboken6.delete(form)


def test_it_opens_filled_in_with_the_caret_in_the_text(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    with qtbot.waitActive(form):
        pass
    assert form.title.text() == "Aktualizacja licencji, nowe funkcje lub moduły"
    assert (
        form.hint.text() == "Napisz, jakich licencji, funkcji lub modułów potrzebujesz i od kiedy."
    )
    assert (form.host.text(), form.agent.text(), form.email.text()) == (
        *(HOST, AGENT.name, AGENT.email),
    )
    assert form.focusWidget() is form.text.edit
    assert form.current() == draft_of(form)


def draft_of(form: MatterForm) -> Draft:
    """Give the draft that the form was opened with."""
    kept = form._draft
    assert kept is not None
    return kept


@pytest.mark.parametrize(("matter", "asks"), [("question", False), ("order", True)])
def test_only_an_order_asks_how_many(opened: Open, matter: str, asks: bool) -> None:
    assert opened(draft(matter)).quantity.isVisible() is asks


def test_what_is_typed_stands_in_the_draft(opened: Open, type_text: TypeText) -> None:
    form = opened()
    form.host.edit.clear()
    for field, text in (
        (form.text.edit, "Prosimy o pięć licencji — od 1 marca."),
        (form.quantity.edit, "5 (pięć)"),
        (form.host.edit, "https://inna.daktela.com/index.php"),
    ):
        type_text(field, text)
    told = form.current()
    assert told.inquiry is not None
    assert told.description == "Prosimy o pięć licencji — od 1 marca."
    assert (told.inquiry.quantity, told.inquiry.matter) == ("5 (pięć)", "order")
    assert told.host == "inna.daktela.com"
    assert told.reporter == AGENT


def test_another_name_takes_the_login_of_nobody(opened: Open) -> None:
    form = opened()
    form.agent.edit.setText("Anna Nowak")
    assert form.current().reporter == Agent("Anna Nowak", email=AGENT.email)


def test_a_stored_letter_is_continued(opened: Open) -> None:
    fresh = draft("question")
    assert fresh.inquiry is not None
    stored = replace(
        fresh, description="Ile kosztuje czat?", inquiry=replace(fresh.inquiry, quantity="3")
    )
    form = opened(stored)
    assert form.text.text() == "Ile kosztuje czat?"
    assert form.quantity.isVisible()  # or what was written could not be seen
    assert form.current() == stored


def test_a_letter_about_a_matter_that_the_profile_no_longer_has_can_still_be_sent(
    opened: Open,
) -> None:
    fresh = draft()
    assert fresh.inquiry is not None
    form = opened(replace(fresh, inquiry=replace(fresh.inquiry, matter="gone")))
    assert form.title.text() == "Aktualizacja licencji"
    form.text.edit.setPlainText("x")
    assert problems_of(form.current()) == ()


@pytest.mark.parametrize("keys", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_sends(opened: Open, qtbot: QtBot, keys: Qt.Key) -> None:
    form = opened()
    with qtbot.waitActive(form):
        pass
    with qtbot.waitSignal(form.send_wanted) as wish:
        qtbot.keyClick(form.text.edit, keys, Qt.KeyboardModifier.ControlModifier)
    assert wish.args == [form.current()]


def test_esc_and_the_frames_cross_put_it_aside(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    with qtbot.waitActive(form):
        pass
    with qtbot.waitSignal(form.put_aside):
        qtbot.keyClick(form.text.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(form.put_aside):
        form.close()
    assert form.isVisible()  # until it is kept


def test_what_is_missing_is_said_on_top_and_at_its_field_and_goes_with_the_mending(
    opened: Open, type_text: TypeText
) -> None:
    form = opened(draft(reporter=Agent("Tobiasz Świeczka")))
    form.show_problems(problems_of(form.current()))
    assert list(form.summary.links) == ["description", "email"]
    assert form.text.note.text() == "Napisz, o co chodzi."
    assert form.email.note.text() == ("Podaj swój adres e-mail. Na ten adres przyjdzie odpowiedź.")
    assert form.host.note.text() == ""
    form.summary.links["email"].click()
    assert form.focusWidget() is form.email.edit
    type_text(form.email.edit, "tobiasz@firma.example")
    assert list(form.summary.links) == ["description"]
    assert form.email.note.text() == "Na ten adres przyjdzie odpowiedź."
    form.email.edit.setText("")
    type_text(form.email.edit, "tobiasz")
    assert set(form.summary.links) == {"description", "email"}  # not an address yet
    type_text(form.email.edit, "@firma.example")
    type_text(form.text.edit, "x")
    assert form.summary.links == {}
    ticked = form.summary.findChild(QPushButton, "problems.description")
    assert ticked is not None
    assert ticked.text() == "✓  Treść"  # as the field is called here


def test_a_paste_is_cut_where_the_letter_could_not_be_sent_and_one_line_says_so(
    opened: Open,
) -> None:
    form = opened()
    data = QMimeData()
    data.setText("a" * (MAX_DESCRIPTION + 1))
    form.text.edit.insertFromMimeData(data)
    note = form.text.edit.note
    assert len(form.text.text()) == MAX_DESCRIPTION
    assert problems_of(form.current()) == ()
    assert note.isVisible()
    assert note.text() == "Wklejono tylko początek: zmieści się najwyżej 20000 znaków."
    form.text.edit.setPlainText("Prosimy o pięć licencji.")
    assert not note.isVisible()


def test_who_is_logged_in_is_filled_in_where_nobody_typed(opened: Open) -> None:
    known = Identity(Agent("Anna Nowak", "anna", "anna@firma.example"), IdentitySource.DAKTELA, NOW)
    form = opened()
    form.tell_identity(known)
    assert (form.agent.text(), form.email.text()) == ("Anna Nowak", "anna@firma.example")
    assert form.current().reporter == known.agent
    typed = opened()
    typed.email.edit.setText("moja@firma.example")
    typed.tell_identity(known)
    assert typed.current().reporter == replace(known.agent, email="moja@firma.example")


def test_an_answer_without_an_address_takes_none_away(opened: Open) -> None:
    form = opened()
    form.tell_identity(Identity(Agent(AGENT.name, "t"), IdentitySource.DAKTELA, NOW))
    assert form.current().reporter == Agent(AGENT.name, "t", AGENT.email)


def test_while_it_is_stored_nothing_can_be_pressed_or_typed(opened: Open) -> None:
    form = opened()
    form.set_sending(True)
    assert not form.text.edit.isEnabled()
    assert not form.footer.send.isEnabled()
    form._send()
    form.set_sending(False)
    assert form.text.edit.isEnabled()


def test_where_nothing_can_be_stored_the_ways_out_are_offered(opened: Open, qtbot: QtBot) -> None:
    form = opened()
    form.show_problems((Problem(Code.DISK_FULL, {"path": "/x"}),))
    ways = form.summary.ways_out
    assert ways.isVisible()
    for button, signal in (
        (ways.send, form.send_now_wanted),
        (ways.program, form.program_wanted),
        (ways.code, form.code_wanted),
    ):
        with qtbot.waitSignal(signal) as wish:
            button.click()
        assert wish.args == [form.current()]
    form.tell_progress("Wysyłamy…")
    assert not form.text.edit.isEnabled()
    form.tell_way_out("Nie udało się.", is_doubted=False)
    assert form.text.edit.isEnabled()
    assert form.footer.send.isEnabled()


def test_a_closed_form_remembers_nothing(opened: Open) -> None:
    form = opened()
    form.text.edit.setPlainText("tajne")
    form.finish()
    assert not form.is_open()
    assert not form.isVisible()
    assert form.text.text() == form.email.text() == ""
    with pytest.raises(RuntimeError):
        form.current()


def test_a_change_of_language_speaks_at_once(opened: Open) -> None:
    form = opened()
    form.text.name.setText("?")
    QCoreApplication.sendEvent(form, QEvent(QEvent.Type.LanguageChange))
    assert form.text.name.text() == "Treść"


def test_what_is_missing_is_said_again_in_a_new_language(opened: Open) -> None:
    form = opened(draft(reporter=Agent("Tobiasz Świeczka")))
    form.show_problems(problems_of(form.current()))
    form.text.edit.setPlainText("x")
    form.email.edit.setFocus()
    form.summary.heading.setText("?")
    form.email.note.setText("?")
    QCoreApplication.sendEvent(form, QEvent(QEvent.Type.LanguageChange))
    assert form.summary.heading.text() == "Do uzupełnienia przed wysłaniem:"
    assert list(form.summary.links) == ["email"]
    assert form.email.note.text().startswith("Podaj swój adres e-mail.")
    assert form.text.note.text() == ""
    assert form.focusWidget() is form.email.edit


@pytest.mark.parametrize("times", [1, 2])
def test_everybody_can_use_it(opened: Open, qapp: QApplication, times: int) -> None:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * times)
    qapp.setFont(font)
    try:
        form = opened(draft(reporter=Agent("")))
        form.resize(560 * times, 800 * times)
        form.show_problems(problems_of(form.current()))
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        assert walk.nameless(form) == []
        assert walk.twins(form) == []
        assert walk.small(form) == []
        assert walk.cut(form) == []
        assert walk.outside(form) == []
        assert walk.markup(form) == []
        assert walk.unreachable(form) == []
    finally:
        qapp.setFont(before)


def test_a_continued_letter_has_the_caret_behind_what_is_written(opened: Open) -> None:
    form = opened(replace(draft("question"), description="Ile kosztuje czat?\nDo kiedy?"))
    assert form.text.edit.textCursor().atEnd()


def test_who_is_logged_in_is_nobodys_writing(opened: Open) -> None:
    form = opened(draft(reporter=Agent("")))
    form.tell_identity(Identity(AGENT, IdentitySource.DAKTELA, NOW))
    assert form.is_blank()


def test_letters_typed_on_the_summary_reach_the_letters_text(
    opened: Open, qtbot: QtBot, type_text: TypeText
) -> None:
    form = opened()
    with qtbot.waitActive(form):
        pass
    form.show_problems(problems_of(form.current()))
    assert "description" in form.summary.links
    link = next(iter(form.summary.links.values()))
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert form.text.text() == ""
    type_text(link, "Ł")
    assert form.text.text() == "Ł"
