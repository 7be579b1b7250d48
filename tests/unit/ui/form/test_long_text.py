"""A paste that is far too long is cut where *Wyślij* would refuse it, and the form says so."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from dzwonek.reporting.check import MAX_DESCRIPTION
from dzwonek.ui.form.window import ReportForm


def paste(form: ReportForm, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    form.body.description.insertFromMimeData(data)


def test_a_paste_is_cut_at_the_limit_and_one_quiet_line_says_so(form: ReportForm) -> None:
    form.body.description.setPlainText("Cisza. ")
    paste(form, "a" * 200_000)
    assert len(form.current().description) == MAX_DESCRIPTION
    note = form.body.description.note
    assert note.isVisible()
    assert note.text() == "Wklejono tylko początek: zmieści się najwyżej 20000 znaków."


def test_a_usual_paste_is_whole_and_nothing_is_said(form: ReportForm) -> None:
    paste(form, "Cisza.\nPotem echo.")
    assert form.current().description == "Cisza.\nPotem echo."
    assert not form.body.description.note.isVisible()


def test_the_line_goes_once_the_text_is_shorter(form: ReportForm) -> None:
    paste(form, "a" * (MAX_DESCRIPTION + 1))
    form.body.description.setPlainText("Cisza.")
    assert not form.body.description.note.isVisible()


def test_a_paste_over_all_that_is_chosen_has_the_whole_room(form: ReportForm) -> None:
    form.body.description.setPlainText("b" * MAX_DESCRIPTION)
    form.body.description.selectAll()
    paste(form, "Cisza.")
    assert form.current().description == "Cisza."
    assert not form.body.description.note.isVisible()
