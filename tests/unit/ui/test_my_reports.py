"""*Moje zgłoszenia*: what waits, what was delivered, and what a person wants done with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import State, Summary
from dzwonek.domain.kinds import Kind
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui import report_painter
from dzwonek.ui.look import Type
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.report_acts import Wish
from dzwonek.ui.report_lines import Group, draft_line, entry_line
from tests.fakes import list_scenes as scenes
from tests.fakes import window_walk as walk
from tests.fakes.form_scenes import StillClock, call


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MyReports]:
    """Give the list, open and empty."""
    made = MyReports(StillClock(scenes.NOW), scenes.ZONE)
    made.show()
    with qtbot.waitActive(made):
        pass
    yield made
    shiboken6.delete(made)


def chip(window: MyReports, group: Group) -> QPushButton:
    return next(one for one in window.groups.chips if one.answer.value is group)  # type: ignore[return-value]  # a button all the same


def codes(window: MyReports) -> list[str]:
    lines = (window.lines.line(row) for row in range(window.lines.rowCount()))
    return [line.code for line in lines if line]


def visible(window: MyReports) -> list[str]:
    return [one.text() for one in window.acts.buttons.values() if one.isVisible()]


def behind(window: MyReports) -> list[str]:
    """Name what stands behind *Więcej*."""
    return [one.text() for one in window.acts.menu.actions() if one.isVisible() and one.text()]


def press(window: MyReports, wish: Wish) -> None:
    """Do it by its button or, if it has none now, by the menu."""
    made = window.acts.buttons.get(wish)
    if made is not None and made.isVisible():
        made.click()
        return
    action = window.acts.actions_of[wish]
    assert action.isVisible()
    action.trigger()


def test_drafts_and_reports_stand_together_newest_first(window: MyReports) -> None:
    window.show_all((scenes.draft(2),), (scenes.entry(minutes_ago=1), scenes.entry(minutes_ago=3)))
    ages = [window.lines.line(row).when for row in range(3)]  # type: ignore[union-attr]  # they are there
    assert ages == ["15:54", "15:53", "15:52"]


def test_the_groups_count_and_filter(window: MyReports) -> None:
    window.show_all(*scenes.everything())
    assert [one.text() for one in window.groups.chips] == [
        "Wszystkie (16)",
        "Szkice (2)",
        "Czekają (6)",
        "Wymagają uwagi (4)",
        "Przekazane (4)",
    ]
    chip(window, Group.TROUBLE).click()
    assert window.lines.rowCount() == 4


def test_an_empty_list_says_what_will_stand_there(window: MyReports) -> None:
    window.show_all((), ())
    assert window.empty.isVisible()
    assert window.empty.text().startswith("Nic tu nie ma.")
    assert visible(window) == []


def test_an_empty_group_says_that_only_it_is_empty(window: MyReports) -> None:
    window.show_all((scenes.draft(),), ())
    chip(window, Group.TROUBLE).click()
    assert window.empty.text() == "W tej grupie nic nie ma."


COPIES = ["Kopiuj kod zgłoszenia", "Kopiuj treść"]
ELSEWHERE = ["Otwórz w programie pocztowym", "Kod QR"]
KNOWN = ["Wpisz numer od wsparcia", "Dotarło inną drogą", "Zdarzyło się ponownie"]
ANEW = "Wyślij ponownie jako nowe"


@pytest.mark.parametrize(
    ("state", "first", "more"),
    [
        (
            State.QUEUED,
            ["Usuń", "Zapisz jako .eml", "Wyślij teraz"],
            [*COPIES, *ELSEWHERE, *KNOWN],
        ),
        (
            State.SENDING,
            ["Usuń", "Zapisz jako .eml"],
            [*COPIES, ELSEWHERE[0], "Zdarzyło się ponownie"],
        ),
        (
            State.REJECTED,
            ["Usuń", "Zapisz jako .eml", "Wyślij teraz"],
            [*COPIES, *ELSEWHERE, *KNOWN, ANEW],
        ),
        (
            State.DELIVERED,
            ["Usuń", "Wpisz numer od wsparcia", "Zdarzyło się ponownie"],
            [*COPIES, "Zapisz jako .eml", ELSEWHERE[0], ANEW],
        ),
        (
            State.QUARANTINED,
            ["Usuń", "Zapisz jako .eml", "Wyślij teraz"],
            [*COPIES, ELSEWHERE[0]],
        ),
        (State.TOMBSTONE, ["Usuń", "Zdarzyło się ponownie"], COPIES[:1]),
        (State.EXPIRED, ["Usuń"], COPIES[:1]),
    ],
)
def test_only_what_makes_sense_is_offered(
    window: MyReports, state: State, first: list[str], more: list[str]
) -> None:
    window.show_all((), (scenes.entry(state, delivered_at=scenes.NOW),))
    assert (visible(window), behind(window)) == (first, more)


def test_a_draft_is_continued_by_its_button_and_by_enter(window: MyReports, qtbot: QtBot) -> None:
    draft = scenes.draft()
    window.show_all((draft,), ())
    assert visible(window) == ["Usuń", "Dokończ"]
    with qtbot.waitSignal(window.continue_wanted) as wish:
        press(window, Wish.CONTINUE)
    assert wish.args == [draft]
    with qtbot.waitSignal(window.continue_wanted):
        qtbot.keyClick(window.list, Qt.Key.Key_Return)


def test_a_waiting_report_is_retried(window: MyReports, qtbot: QtBot) -> None:
    entry = scenes.entry(State.RETRY_WAIT)
    window.show_all((), (entry,))
    with qtbot.waitSignal(window.retry_wanted) as wish:
        press(window, Wish.RETRY)
    assert wish.args == [entry.id]


def question(window: MyReports) -> QMessageBox:
    return window.findChildren(QMessageBox)[-1]


def test_deleting_is_asked_about_and_staying_is_the_safe_answer(
    window: MyReports, qtbot: QtBot
) -> None:
    entry = scenes.entry(State.QUEUED)
    window.show_all((), (entry,))
    press(window, Wish.DISCARD)
    box = question(window)
    assert box.text() == (
        "Usunąć „Połączenie zostało rozłączone w trakcie…”,"
        f" {window.chosen().when} ({entry.short_code})?"  # type: ignore[union-attr]  # it is chosen
    )
    assert "Nie zostanie wysłane" in box.informativeText()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.defaultButton().text() == "Zostaw"
    with qtbot.assertNotEmitted(window.discard_wanted):
        box.defaultButton().click()


def test_deleting_goes_on_after_yes(window: MyReports, qtbot: QtBot) -> None:
    draft = scenes.draft()
    window.show_all((draft,), ())
    qtbot.keyClick(window.list, Qt.Key.Key_Delete)
    yes = next(one for one in question(window).buttons() if one.text() == "Usuń")
    with qtbot.waitSignal(window.discard_draft_wanted) as wish:
        yes.click()
    assert wish.args == [draft.id]


def test_a_delivered_report_is_not_called_lost(window: MyReports) -> None:
    window.show_all((), (scenes.entry(State.DELIVERED, delivered_at=scenes.NOW),))
    press(window, Wish.DISCARD)
    assert "Serwer poczty już je ma" in question(window).informativeText()
    question(window).reject()


def test_two_presses_of_delete_ask_once(window: MyReports, qtbot: QtBot) -> None:
    window.show_all((scenes.draft(),), ())
    press(window, Wish.DISCARD)
    press(window, Wish.DISCARD)
    assert len(window.findChildren(QMessageBox)) == 1
    question(window).reject()


def test_a_report_can_be_opened_in_the_mail_program_and_a_draft_cannot(
    window: MyReports, qtbot: QtBot
) -> None:
    entry = scenes.entry()
    window.show_all((), (entry,))
    with qtbot.waitSignal(window.program_wanted) as wish:
        press(window, Wish.PROGRAM)
    assert wish.args == [entry.id]
    window.show_all((scenes.draft(),), ())
    assert behind(window) == ["Kopiuj kod zgłoszenia"]


def test_saving_proposes_the_code_as_the_name(window: MyReports, qtbot: QtBot) -> None:
    entry = scenes.entry()
    window.show_all((), (entry,))
    press(window, Wish.EXPORT)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{entry.short_code}.eml")
    with qtbot.waitSignal(window.export_wanted) as wish:
        dialog.fileSelected.emit("/tmp/x.eml")
    assert wish.args == [entry.id, "/tmp/x.eml"]
    dialog.reject()


def test_the_chosen_line_stays_chosen_when_the_list_is_read_again(window: MyReports) -> None:
    drafts, entries = scenes.everything()
    window.show_all(drafts, entries)
    window.list.setCurrentIndex(window.lines.index(4, 0))
    chosen = window.chosen()
    window.show_all((*drafts, scenes.draft(0)), entries)
    assert window.chosen() == chosen


def test_after_a_deletion_the_next_line_is_chosen_not_the_first(window: MyReports) -> None:
    _, entries = scenes.everything()
    window.show_all((), entries)
    window.list.setCurrentIndex(window.lines.index(3, 0))
    window.show_all((), (*entries[:3], *entries[4:]))
    assert window.list.currentIndex().row() == 3


def test_the_answer_to_a_wish_is_told_and_gone_at_the_next_opening(window: MyReports) -> None:
    window.tell(Problem(Code.REPORT_BUSY))
    assert "właśnie wysyłane" in window.told.text()
    window.hide()
    window.show()
    assert window.told.text() == ""


def test_f5_reads_again_and_esc_closes(window: MyReports, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.refresh_wanted):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_change_of_language_speaks_at_once_the_lines_too(window: MyReports, qtbot: QtBot) -> None:
    window.show_all((), (scenes.entry(),))
    made = window.acts.buttons[Wish.DISCARD]
    made.setText("?")
    with qtbot.waitSignal(window.lines.dataChanged):
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert made.text() == "Usuń"


def test_ten_thousand_reports_are_shown_and_filtered(window: MyReports) -> None:
    entries = tuple(scenes.entry(minutes_ago=n, due_at=scenes.NOW) for n in range(10_000))
    window.show_all((), entries)
    assert window.lines.rowCount() == 10_000
    chip(window, Group.TROUBLE).click()
    assert window.lines.rowCount() == 0


def test_a_line_is_read_out_as_it_is_seen(window: MyReports) -> None:
    line = entry_line(
        scenes.entry(State.DELIVERED, delivered_at=scenes.NOW), scenes.NOW, scenes.ZONE
    )
    window.show_all((), (scenes.entry(State.DELIVERED, delivered_at=scenes.NOW),))
    spoken = window.lines.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (line.when, line.words, line.state.title):
        assert part in spoken


def test_a_report_whose_key_is_away_says_so() -> None:
    line = entry_line(scenes.entry(summary=None), scenes.NOW, scenes.ZONE)
    assert line.words == "(treść teraz nieczytelna)"


@pytest.mark.parametrize("state", [State.TOMBSTONE, State.EXPIRED])
def test_a_report_whose_content_is_destroyed_says_so(state: State) -> None:
    line = entry_line(scenes.entry(state, summary=None), scenes.NOW, scenes.ZONE)
    assert line.words == "(treść usunięto)"


def test_a_marked_moment_is_told_from_a_half_written_report() -> None:
    marked = draft_line(scenes.draft(description=" ", is_flagged=True), scenes.NOW, scenes.ZONE)
    assert (marked.state.title, marked.words) == (
        "Oznaczone, czeka na opis",
        "(bez opisu) połączenie przychodzące, 15:54",
    )
    assert draft_line(scenes.draft(), scenes.NOW, scenes.ZONE).state.title == "Szkic"


def test_everybody_can_use_it_and_foreign_text_stays_text(window: MyReports) -> None:
    hostile = scenes.entry(summary=Summary(words=scenes.HOSTILE))
    window.show_all((scenes.draft(description=scenes.HOSTILE),), (hostile,))
    window.tell(Problem(Code.FILE_NOT_WRITTEN, {"path": scenes.HOSTILE}))
    QApplication.sendPostedEvents()
    assert walk.nameless(window) == []
    assert walk.twins(window) == []
    assert walk.small(window) == []
    assert walk.markup(window) == []
    assert walk.outside(window) == []
    assert scenes.HOSTILE in window.told.text()
    assert codes(window)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"kind": None}, "(bez opisu)"),
        ({"kind": Kind.CHAT}, "(bez opisu) czat, 15:54"),
        ({"kind": None, "customer": "730770660"}, "(bez opisu) 730 770 660, 15:54"),
        ({"activity": call(21)}, "(bez opisu) połączenie przychodzące, 730 770 660, 15:34"),
        ({"description": "Cisza."}, "Cisza."),
    ],
)
def test_drafts_without_a_description_are_told_apart_by_what_is_known(
    known: dict[str, object], words: str
) -> None:
    fields: dict[str, object] = {"description": "", **known}
    assert draft_line(scenes.draft(1, **fields), scenes.NOW, scenes.ZONE).words == words


def test_the_chosen_lines_state_stands_there_in_full(window: MyReports) -> None:
    old = scenes.entry(minutes_ago=100 * 60)
    window.show_all((), (old,))
    assert window.standing.text() == (
        "Zapisano na tym komputerze 23.02 o 11:55. Czeka na swoją kolej. "
        "Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej."
    )
    window.show_all((), ())
    assert not window.standing.isVisible()


def test_the_list_shows_what_is_urgent_where_the_whole_would_be_cut_off(
    window: MyReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = scenes.NOW + timedelta(days=2)
    window.show_all((), (scenes.entry(minutes_ago=100 * 60, expires_at=soon),))
    written: list[str] = []
    monkeypatch.setattr(report_painter, "_write", lambda *given: written.append(given[4]))
    window.list.grab()
    assert "Treść zostanie usunięta 29.02. Czeka już ponad 3 dni." in written
    assert window.lines.line(0).code in written  # type: ignore[union-attr]  # it is there
    assert window.standing.text().endswith("Treść zostanie usunięta 29.02.")


def test_a_letter_that_changes_nothing_has_nothing_painted_but_a_later_look_has(
    window: MyReports, qtbot: QtBot
) -> None:
    both = (scenes.entry(minutes_ago=3), scenes.entry(minutes_ago=4))
    window.show_all((), both)
    window.list.grab()
    model = window.lines
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        window.search.field.setText("połączenie")
    with qtbot.waitSignal(model.dataChanged):
        window.show_all((), both)


def test_codes_and_moments_stand_whole_at_any_size(window: MyReports) -> None:
    for size in range(8, 24):
        font = window.font()
        font.setPointSize(size)
        face = report_painter.Face.of(font)
        for text in [*(scenes.entry(minutes_ago=n).short_code for n in range(50)), "27.02 o 14:05"]:
            elided = Qt.TextElideMode.ElideRight
            assert face.metrics.elidedText(text, elided, face.width(text)) == text


def test_the_text_of_a_report_can_be_copied_but_not_of_a_draft(
    window: MyReports, qtbot: QtBot
) -> None:
    entry = scenes.entry()
    window.show_all((), (entry,))
    with qtbot.waitSignal(window.copy_wanted) as wish:
        press(window, Wish.COPY)
    assert wish.args == [entry.id]
    window.show_all((scenes.draft(),), ())
    assert "Kopiuj treść" not in behind(window)


def test_what_is_told_goes_when_another_line_is_chosen_or_looked_for(window: MyReports) -> None:
    window.show_all((), (scenes.entry(minutes_ago=1), scenes.entry(minutes_ago=2)))
    window.tell("Zapisano.")
    window.list.setCurrentIndex(window.lines.index(1, 0))
    assert window.told.text() == ""
    window.tell("Zapisano.")
    window.search.field.setText("a")
    assert window.told.text() == ""


def test_what_is_told_goes_with_the_next_change_of_its_report(window: MyReports) -> None:
    entry = scenes.entry()
    window.show_all((), (entry,))
    window.tell("Jeszcze nie teraz.", is_done=False)
    assert window.told.property("kind") == Type.QUIET.value
    changed = replace(entry, attempts=entry.attempts + 1)
    window.show_all((), (changed,))  # which the wish itself brought about
    assert window.told.text() == "Jeszcze nie teraz."
    window.show_all((), (changed,))
    assert window.told.text() == "Jeszcze nie teraz."
    window.show_all((), (replace(changed, state=State.SENDING),))
    assert window.told.text() == ""


def test_what_stands_in_the_row_is_not_said_again_below(window: MyReports) -> None:
    window.show_all((scenes.draft(1),), ())
    assert not window.standing.isVisible()
    window.show_all((), (scenes.entry(minutes_ago=100 * 60, expires_at=scenes.NOW),))
    assert window.standing.isVisible()
