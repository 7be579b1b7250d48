"""Notices are short, true, and lead to what they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dzwonek.domain.delivery import Age, State
from dzwonek.domain.picture import PictureNote
from dzwonek.domain.ports import Notice
from dzwonek.domain.problem import Code, Problem, trouble
from dzwonek.reporting.rescue import By, Sent
from dzwonek.ui.notices import (
    CONTINUE,
    DEFAULT,
    KEEP,
    Notices,
    copied_notice,
    delivered_notice,
    dropped_notice,
    expiry_notice,
    flagged_notice,
    kept_notice,
    left_open_notice,
    old_notice,
    problem_notice,
    reminder_notice,
    saved_notice,
    sent_notice,
    trouble_notice,
)
from tests.fakes.list_scenes import NOW, WORDS, ZONE, draft, entry


class Desktop:
    """A desktop that shows notices, refuses them, or takes and loses them."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.refuses = False
        self.loses: tuple[Notice, ...] = ()

    def show(self, notice: Notice) -> int:
        if self.refuses:
            raise trouble(Code.NO_NOTICES)
        self.shown.append(notice)
        return len(self.shown)

    def unshown(self) -> tuple[Notice, ...]:
        return self.loses


@pytest.fixture
def desktop() -> Desktop:
    """Give the desktop."""
    return Desktop()


@pytest.fixture
def balloons() -> list[tuple[str, str]]:
    """Give the tray's balloons, in order."""
    return []


@pytest.fixture
def notices(desktop: Desktop, balloons: list[tuple[str, str]]) -> Notices:
    """Give the notices of that desktop."""

    def balloon(title: str, body: str) -> bool:
        balloons.append((title, body))
        return True

    return Notices(desktop, balloon)


def clicks(notices: Notices) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    notices.clicked.connect(lambda subject, action: heard.append((subject, action)))
    return heard


def test_a_click_comes_back_with_what_the_notice_was_about(
    notices: Notices, desktop: Desktop
) -> None:
    heard = clicks(notices)
    notices.tell(copied_notice("22 153 0461"), "first")
    notices.tell(copied_notice("22 153 0461"), "second")
    notices.on_click(1, CONTINUE)
    notices.on_click(2, DEFAULT)
    assert heard == [("first", CONTINUE), ("second", DEFAULT)]


def test_a_click_on_a_foreign_number_is_about_nothing(notices: Notices) -> None:
    heard = clicks(notices)
    notices.on_click(77, DEFAULT)
    assert heard == [("", DEFAULT)]


def test_a_desktop_without_notices_gets_the_trays_balloon(
    notices: Notices, desktop: Desktop, balloons: list[tuple[str, str]]
) -> None:
    desktop.refuses = True
    heard = clicks(notices)
    notices.tell(saved_notice(entry()), "about")
    notices.on_balloon_click()
    assert balloons[0][0] == "Zapisano na tym komputerze"
    assert heard == [("about", DEFAULT)]


def test_what_the_desktop_took_and_never_showed_is_shown_by_balloon(
    notices: Notices, desktop: Desktop, balloons: list[tuple[str, str]]
) -> None:
    desktop.loses = (copied_notice("112"),)
    notices.lost()
    assert balloons == [("Skopiowano numer 112", "")]


def test_a_click_on_the_body_means_what_the_notice_was_told_with(
    notices: Notices, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []
    notices.clicked.connect(lambda subject, wish: told.append((subject, wish)))
    notices.tell(copied_notice("112"), "one", CONTINUE)
    notices.on_click(1, DEFAULT)
    notices.on_click(1, KEEP)
    assert told == [("one", CONTINUE), ("one", KEEP)]


@pytest.mark.parametrize("is_lost", [False, True])
def test_a_click_on_the_balloon_that_stands_in_for_it_means_the_same(
    notices: Notices, desktop: Desktop, qtbot: QtBot, *, is_lost: bool
) -> None:
    notice = copied_notice("112")
    desktop.refuses = not is_lost
    desktop.loses = (notice,)
    notices.tell(notice, "one", CONTINUE)
    if is_lost:
        notices.lost()
    with qtbot.waitSignal(notices.clicked) as clicked:
        notices.on_balloon_click()
    assert clicked.args == ["one", CONTINUE]


@pytest.mark.parametrize("words", [left_open_notice, reminder_notice])
def test_an_unfinished_draft_is_named_by_its_time_and_code_alone(
    words: Callable[..., Notice],
) -> None:
    one, other = draft(1), draft(2)
    single, several = words((one,), NOW, ZONE), words((one, other), NOW, ZONE)
    assert one.short_code in single.body
    assert f"{one.created_at.astimezone(ZONE):%H:%M}" in single.body
    assert single.actions == ((DEFAULT, "Dokończ"),)
    assert several.title.endswith(": 2")
    assert several.actions == ((DEFAULT, "Moje zgłoszenia"),)
    for notice in (single, several):
        assert WORDS not in f"{notice.title} {notice.body}"


def test_an_empty_draft_that_goes_can_be_kept_and_its_pictures_are_named_if_there_are_any() -> None:
    bare = draft(1)
    pictured = replace(bare, pictures=(PictureNote("one", "L", 64, 48, "image/png", NOW),))
    assert "zrzuty" in dropped_notice(pictured).body
    assert "zrzuty" not in dropped_notice(replace(bare, pictures=())).body
    assert dropped_notice(bare).actions == ((DEFAULT, "Zachowaj szkic"),)


def test_a_saved_report_is_not_called_sent() -> None:
    one = entry()
    notice = saved_notice(one)
    assert notice.title == "Zapisano na tym komputerze"
    assert one.short_code in notice.body
    assert "wysł" not in f"{notice.title} {notice.body}".casefold()


def test_a_delivered_report_names_the_mail_server_and_the_local_time() -> None:
    notice = delivered_notice(entry(State.DELIVERED, delivered_at=NOW), ZONE)
    assert notice.title == "Przekazano na serwer poczty o 15:55"


def test_trouble_says_what_to_do() -> None:
    one = entry(State.HELD, problem=Problem(Code.MAIL_PASSWORD_MISSING))
    notice = trouble_notice(one)
    assert notice.is_trouble
    assert notice.title == "Brak hasła do serwera poczty."
    assert "Ustawieniach" in notice.body


def test_the_advice_stands_before_the_reports_code() -> None:
    one = entry(State.HELD, problem=Problem(Code.MAIL_NOT_CONFIGURED))
    advice, code = trouble_notice(one).body.split("\n")
    assert advice.startswith("Wpisz go w Ustawieniach.")
    assert code == one.short_code


@pytest.mark.parametrize(
    "notice",
    [
        saved_notice(entry()),
        delivered_notice(entry(State.DELIVERED, delivered_at=NOW), ZONE),
        trouble_notice(entry(State.QUARANTINED)),
        trouble_notice(entry(State.REJECTED, problem=Problem(Code.REPORT_UNKNOWN))),
        trouble_notice(entry(State.HELD, problem=Problem(Code.MAIL_PASSWORD_MISSING))),
        sent_notice(Sent("id", entry().short_code, NOW), ZONE),
        kept_notice(draft()),
        flagged_notice(draft()),
    ],
)
def test_a_desktop_that_keeps_notices_keeps_no_word_of_a_report(notice: Notice) -> None:
    told = f"{notice.title} {notice.body}"
    assert WORDS not in told


def test_trouble_without_a_reason_asks_for_a_look() -> None:
    notice = trouble_notice(entry(State.QUARANTINED))
    assert (notice.title, notice.is_trouble) == ("Zgłoszenie wymaga uwagi", True)


def test_trouble_whose_words_give_no_advice_ends_cleanly() -> None:
    notice = trouble_notice(entry(State.REJECTED, problem=Problem(Code.REPORT_UNKNOWN)))
    assert notice.body == notice.body.strip()
    assert ".." not in notice.body


def test_a_kept_draft_can_be_finished_from_the_notice() -> None:
    notice = kept_notice(draft())
    assert [action for action, _ in notice.actions] == [DEFAULT, CONTINUE]
    assert notice.actions[1][1] == "Dokończ"
    assert draft().short_code[:4] in notice.body


def test_a_marked_moment_is_told_briefly() -> None:
    notice = flagged_notice(draft())
    assert notice.title == "Oznaczono"
    assert len(notice.body) < 80


def test_a_problem_of_the_program_is_told_as_trouble() -> None:
    notice = problem_notice(Problem(Code.DISK_FULL))
    assert notice.is_trouble
    assert "na dysku nie ma miejsca" in notice.title


def test_an_old_report_says_what_helps() -> None:
    assert old_notice(Age.LATE).title == "Zgłoszenie czeka już ponad dobę"
    assert not old_notice(Age.LATE).is_trouble
    assert "Zapisz je jako .eml" in old_notice(Age.OVERDUE).body
    assert old_notice(Age.OVERDUE).is_trouble


def test_an_end_is_announced_for_what_there_is() -> None:
    end = "Wyślij, dokończ albo zapisz jako .eml."
    assert expiry_notice(2, 0, "25.11").body == f"Niewysłane zgłoszenia: 2. {end}"
    assert expiry_notice(0, 1, "25.11").body == f"Szkice: 1. {end}"
    assert expiry_notice(2, 3, "25.11").body == f"Niewysłane zgłoszenia: 2, szkice: 3. {end}"
    assert "25.11" in expiry_notice(1, 1, "25.11").title


def test_what_was_sent_without_being_stored_is_told_with_its_time_and_leads_to_no_list() -> None:
    sent = Sent("id", "DZW-7F3K2A", NOW)
    notice = sent_notice(sent, ZONE)
    assert notice.title == f"Przekazano na serwer poczty o {NOW.astimezone(ZONE):%H:%M}"
    assert notice.body == "DZW-7F3K2A"
    assert notice.actions == ()


@pytest.mark.parametrize(
    ("by", "whence"), [(By.PHONE, "z telefonu"), (By.PROGRAM, "z programu pocztowego")]
)
def test_what_only_the_operator_says_was_sent_is_called_no_delivery(by: By, whence: str) -> None:
    notice = sent_notice(Sent("id", "DZW-7F3K2A", NOW, by=by), ZONE)
    assert notice.title.startswith(f"Oznaczono jako wysłane {whence} o ")
    assert "Przekazano" not in notice.title
    assert notice.body == "DZW-7F3K2A\nCzy dotarło, pokaże odpowiedź wsparcia."


def test_what_was_sent_with_a_picture_left_out_says_so() -> None:
    lost = Problem(Code.PICTURE_UNREADABLE)
    sent = Sent("id", "DZW-7F3K2A", NOW, (lost,))
    assert "zrzutu ekranu nie można odczytać" in sent_notice(sent, ZONE).body


def test_a_notice_that_nothing_can_show_is_told_as_unseen(qtbot: QtBot) -> None:
    desktop = Desktop()
    desktop.refuses = True
    notices = Notices(desktop, lambda title, body: False)
    with qtbot.waitSignal(notices.unseen) as unseen:
        notices.tell(Notice("Puste", ""), "one", "keep")
    assert unseen.args == ["one", "keep"]
