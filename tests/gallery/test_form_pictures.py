"""Pictures of the report form and of the cover editor, to be looked at by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dzwonek.config.profile import load_profile
from dzwonek.domain.delivery import Phase
from dzwonek.domain.identity import IdentitySource
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.ports import Handed
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.form.calendar import CalendarPopup
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.rescue_words import doubt_words, file_words, handed_words, progress_words
from dzwonek.ui.words import title_and_advice
from tests.fakes import form_scenes as scenes
from tests.gallery.conftest import Gallery

DESCRIPTION = "Połączenie zostało rozłączone w trakcie rozmowy z Klientem."


@pytest.fixture
def form(gallery: Gallery, qtbot: QtBot) -> Iterator[ReportForm]:
    """Build the form in the gallery's look."""
    made = ReportForm(load_profile("daktela-pl"), title_and_advice, scenes.StillClock())
    qtbot.addWidget(made)
    made.warm()
    yield made
    made.finish()


def opened(form: ReportForm, monitors: int = 2, **changes: object) -> None:
    numbers = range(1, monitors + 1)
    notes = tuple(scenes.note(number) for number in numbers)
    form.begin(scenes.draft(notes, **changes), tuple(scenes.shot(number) for number in numbers))


def settled(form: ReportForm) -> ReportForm:
    QApplication.sendPostedEvents()
    form.body.pictures.refine()
    QApplication.sendPostedEvents()
    return form


def test_the_fresh_form_while_daktela_is_being_asked(form: ReportForm, gallery: Gallery) -> None:
    opened(form, reporter=scenes.AGENT)
    gallery.hang("form-empty", settled(form))


def test_the_form_of_a_call_ready_to_be_sent(form: ReportForm, gallery: Gallery) -> None:
    opened(form)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.body.picker.list.toggled.emit(scenes.recent()[0])
    form.body.description.setPlainText(DESCRIPTION)
    form.body.occurrence.show_value(Occurrence.FIRST)
    gallery.hang("form-filled", settled(form))


def test_the_form_that_lacks_something(form: ReportForm, gallery: Gallery) -> None:
    opened(form)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    codes = (Code.KIND_MISSING, Code.DESCRIPTION_MISSING, Code.OCCURRENCE_MISSING)
    form.show_problems(tuple(Problem(code) for code in codes))
    gallery.hang("form-errors", settled(form))


def test_the_form_without_a_picture(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 0, picture_problem=Problem(Code.CAPTURE_WAYLAND))
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent()[:2])
    gallery.hang("form-no-picture", settled(form))


def test_the_form_offline_with_the_remembered_agent(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 1)
    form.tell_identity(scenes.identity(IdentitySource.REMEMBERED))
    unreachable = Problem(Code.DAKTELA_UNREACHABLE, {"host": scenes.HOST})
    form.tell_identity(unreachable)
    form.tell_recent(unreachable)
    gallery.hang("form-offline", settled(form))


def test_the_form_when_nothing_is_known(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 0, host="", picture_problem=Problem(Code.CAPTURE_SWITCHED_OFF))
    form.tell_identity(Problem(Code.DAKTELA_NOT_CONFIGURED))
    form.tell_recent(Problem(Code.DAKTELA_NOT_CONFIGURED))
    form.show_problems((Problem(Code.SYSTEM_MISSING), Problem(Code.AGENT_MISSING)))
    gallery.hang("form-unknown", settled(form))


def test_the_form_about_a_colleagues_letter(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 3, kind=Kind.EMAIL)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.tell_colleagues(("Anna Przykładowa", "Jan Wzorcowy", "Ewa Zmyślona"))
    form.body.details.change.click()
    form.body.concern.choice.chips[1].click()
    for chip in form.body.concern.known.chips[1:3] if form.body.concern.known else ():
        chip.click()
    gallery.hang("form-others", settled(form))


def test_the_form_when_nobody_can_call(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 1, kind=Kind.CALL_IN)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.body.prompts.links[5].click()
    gallery.hang("form-urgent", settled(form))


def test_the_form_half_corrected(form: ReportForm, gallery: Gallery) -> None:
    opened(form)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.body.details.change.click()
    form.body.when.edit.setText("w zeszłym tygodniu")
    form.body.when.edit.textEdited.emit(form.body.when.edit.text())
    codes = (Code.KIND_MISSING, Code.DESCRIPTION_MISSING, Code.TIME_UNCLEAR)
    form.show_problems(tuple(Problem(code) for code in codes))
    form.body.kind.chips[0].click()
    form.body.description.setPlainText(DESCRIPTION)
    gallery.hang("form-half-corrected", settled(form))


def test_the_form_with_everything_corrected(form: ReportForm, gallery: Gallery) -> None:
    opened(form)
    form.tell_identity(scenes.identity())
    form.show_problems((Problem(Code.KIND_MISSING), Problem(Code.DESCRIPTION_MISSING)))
    form.body.kind.chips[0].click()
    form.body.description.setPlainText(DESCRIPTION)
    gallery.hang("form-corrected", settled(form))


def test_the_calendar_of_the_form(form: ReportForm, gallery: Gallery) -> None:
    opened(form, 1, kind=Kind.CALL_OUT)
    form.body.details.change.click()
    form.body.when.calendar.click()
    calendar = form.findChild(CalendarPopup)
    assert calendar is not None
    assert calendar.month.locale().language() is QLocale.Language.Polish
    gallery.hang("form-calendar", calendar)
    calendar.close()


def test_the_form_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, qtbot: QtBot
) -> None:
    large_font()
    form = ReportForm(load_profile("daktela-pl"), title_and_advice, scenes.StillClock())
    qtbot.addWidget(form)
    opened(form)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent())
    form.resize(1360, 1380)
    gallery.hang("form-large-font", settled(form))


def unstorable(form: ReportForm, code: Code = Code.DISK_FULL) -> None:
    opened(form)
    form.tell_identity(scenes.identity())
    form.tell_recent(scenes.recent()[:3])
    form.body.kind.show_value(Kind.OTHER)
    form.body.description.setPlainText(DESCRIPTION)
    form.body.occurrence.show_value(Occurrence.FIRST)
    form.tell_kept(is_kept=False)
    form.show_problems((Problem(code, {"place": "/home/tobiasz/.local/share/dzwonek/data"}),))


def test_the_form_of_a_report_that_cannot_be_stored(form: ReportForm, gallery: Gallery) -> None:
    unstorable(form)
    gallery.hang("form-unstorable", settled(form))


def test_the_form_while_it_is_sent_without_being_stored(form: ReportForm, gallery: Gallery) -> None:
    unstorable(form, Code.QUEUE_KEY_FORBIDDEN)
    form.tell_progress(progress_words(Phase.DOT_SENT))
    gallery.hang("form-unstorable-sending", settled(form))


def test_the_form_of_a_report_that_may_have_arrived(form: ReportForm, gallery: Gallery) -> None:
    unstorable(form, Code.DISK_READ_ONLY)
    form.tell_way_out(doubt_words(), is_doubted=True)
    gallery.hang("form-unstorable-doubt", settled(form))


def test_the_form_of_a_report_that_lies_in_a_file(form: ReportForm, gallery: Gallery) -> None:
    unstorable(form, Code.STORE_NEWER)
    place = Path("/media/tobiasz/KINGSTON/Zgłoszenia do wysłania z innego komputera/DZW-7F3K2A.eml")
    words = file_words(place, ("daktela@daktela.pl",))
    form.tell_way_out(words, is_doubted=False)
    gallery.hang("form-unstorable-file", settled(form))


def test_the_ways_out_with_the_desktops_font_doubled(
    large_font: Callable[[], None], gallery: Gallery, qtbot: QtBot
) -> None:
    large_font()
    form = ReportForm(load_profile("daktela-pl"), title_and_advice, scenes.StillClock())
    qtbot.addWidget(form)
    unstorable(form)
    form.tell_progress(progress_words(Phase.MAIL))
    form.resize(1360, 1380)
    gallery.hang("form-unstorable-large-font", settled(form))


def test_the_form_of_a_report_that_a_mail_program_has(form: ReportForm, gallery: Gallery) -> None:
    unstorable(form, Code.STORE_NEWER)
    words = handed_words(Handed.WHOLE, ("daktela@daktela.pl",))
    form.tell_way_out(words, is_doubted=True)
    gallery.hang("form-unstorable-mail-program", settled(form))
