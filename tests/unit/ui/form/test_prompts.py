"""The page's hints as prompts of each kind, and the one that says: ring now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.kinds import Kind
from dzwonek.domain.outage import is_outage
from dzwonek.ui.form.prompts import MOST, prompts_of, says_outage
from dzwonek.ui.form.window import ReportForm
from tests.fakes import form_scenes as scenes

Typing = Callable[[QWidget, str], None]


def offered(form: ReportForm) -> list[str]:
    return [link.text() for link in form.body.prompts.links if link.isVisible()]


def prompt(form: ReportForm, text: str) -> QPushButton:
    return next(link for link in form.body.prompts.links if link.text() == text)


def test_a_call_is_asked_what_the_page_asks(form: ReportForm) -> None:
    form.body.kind.chips[0].click()
    assert offered(form) == [
        "Nie słyszę klienta",
        "Klient mnie nie słyszy",
        "Rozłączyło rozmowę",
        "Echo lub trzaski",
        "Na innym urządzeniu też",
        "Klienci nie mogą się dodzwonić",
    ]
    assert "urządzeniu" in form.body.description.placeholderText()


@pytest.mark.parametrize("kind", [None, *Kind])
def test_every_kind_has_prompts_and_none_too_many(kind: Kind | None) -> None:
    prompts = prompts_of(kind)
    assert 2 <= len(prompts) <= MOST
    assert len({each.sentence for each in prompts}) == len(prompts)


def test_each_kind_has_prompts_of_its_own(form: ReportForm) -> None:
    seen = []
    for chip in form.body.kind.chips:
        chip.click()
        seen.append((tuple(offered(form)), form.body.description.placeholderText()))
    assert len(set(seen)) == len(seen)


def test_one_click_writes_a_sentence_and_one_key_takes_it_back(
    form: ReportForm, type_text: Typing, qtbot: QtBot
) -> None:
    form.body.kind.chips[0].click()
    type_text(form.body.description, "Od rana.")
    with qtbot.waitSignal(form.edited):
        prompt(form, "Echo lub trzaski").click()
    assert form.current().description == "Od rana. W rozmowie było echo lub trzaski."
    assert QApplication.focusWidget() is form.body.description
    qtbot.keyClick(form.body.description, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.current().description == "Od rana."


def test_from_the_text_tab_leads_past_the_prompts(form: ReportForm, qtbot: QtBot) -> None:
    qtbot.keyClick(form.body.description, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused in form.body.occurrence.chips


def test_when_nobody_can_call_the_form_says_to_ring_and_what_to_read_out(
    form: ReportForm,
) -> None:
    prompt(form, "Nikt nie może dzwonić").click()
    strip = form.strip
    assert strip.words.text() == "Zadzwoń teraz:"
    assert strip.number.text() == "22 153 0461"
    assert strip.code.isVisible()
    assert strip.code.text() == f"Podaj kod: {form.current().short_code}"


@pytest.mark.parametrize("kind", [None, Kind.CALL_IN, Kind.CALL_OUT, Kind.OTHER])
def test_every_prompt_of_an_outage_is_known_as_one(kind: Kind | None) -> None:
    sentences = [each.sentence for each in prompts_of(kind)]
    assert any(is_outage(sentence) for sentence in sentences)
    assert any(says_outage(f"Od rana. {sentence}") for sentence in sentences)


def test_typing_it_says_so_too_and_deleting_it_takes_that_back(
    form: ReportForm, type_text: Typing
) -> None:
    type_text(form.body.description, "Nikt nie może dzwonić")
    assert form.strip.is_urgent
    form.body.description.clear()
    assert not form.strip.is_urgent
    assert not form.strip.code.isVisible()
    assert form.strip.words.text() == "W nagłym przypadku dzwoń, całą dobę:"


def test_a_continued_outage_still_says_so_and_the_next_report_does_not(
    idle_form: ReportForm,
) -> None:
    idle_form.resume(scenes.draft(description="Klienci nie mogą się do nas dodzwonić."), {})
    assert idle_form.strip.is_urgent
    idle_form.finish()
    idle_form.begin(scenes.draft(), ())
    assert not idle_form.strip.is_urgent
