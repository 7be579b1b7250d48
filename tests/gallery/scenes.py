"""Every window in every state that operators meet, to be checked and looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime

import shiboken6
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from dzwonek.capture.raster import image_of
from dzwonek.config.profile import load_profile
from dzwonek.config.settings import Settings
from dzwonek.crash import CrashGuard
from dzwonek.domain.delivery import Phase
from dzwonek.domain.identity import IdentitySource
from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.domain.picture import Rect, Retouch
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.thread import Thread
from dzwonek.reporting.preview import Preview
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.form.preview import PreviewWindow
from dzwonek.ui.form.preview_parts import FullPicture
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.qr_window import QrWindow
from dzwonek.ui.region import RegionPicker
from dzwonek.ui.rescue_words import doubt_words, progress_words
from dzwonek.ui.settings_window import SettingsWindow
from tests.fakes import every_window as each
from tests.fakes import form_scenes, list_scenes, preview_scenes, settings_scenes

NIGHT = datetime(2020, 5, 1, 20, 0, tzinfo=UTC)  # a holiday's evening
EVERYTHING = frozenset({"system.url", "delivery.mail.host", "hotkeys.report", "ui.language"})
WORDS = "Połączenie zostało rozłączone w trakcie rozmowy z Klientem."
COVERS = Retouch((Rect(1330, 180, 520, 140),), (Rect(50, 380, 1290, 100),))


def form_filled(stack: ExitStack) -> ReportForm:
    """Open the form of a call that is ready to be sent."""
    form = each.form(stack)
    form.body.picker.list.toggled.emit(form_scenes.recent()[0])
    form.body.description.setPlainText(WORDS)
    form.body.occurrence.show_value(Occurrence.FIRST)
    return form


def form_offline(stack: ExitStack) -> ReportForm:
    """Open the form while Daktela cannot be reached."""
    form = each.form(stack)
    form.begin(form_scenes.draft((form_scenes.note(1),)), (form_scenes.shot(1),))
    unreachable = Problem(Code.DAKTELA_UNREACHABLE, {"host": form_scenes.HOST})
    form.tell_identity(form_scenes.identity(IdentitySource.REMEMBERED))
    form.tell_identity(unreachable)
    form.tell_recent(unreachable)
    return form


def form_of_nothing(stack: ExitStack) -> ReportForm:
    """Open the form where neither Daktela nor a picture is to be had."""
    form = each.form(stack)
    problem = Problem(Code.CAPTURE_SWITCHED_OFF)
    form.begin(form_scenes.draft((), host="", picture_problem=problem), ())
    form.tell_identity(Problem(Code.DAKTELA_NOT_CONFIGURED))
    form.tell_recent(Problem(Code.DAKTELA_NOT_CONFIGURED))
    form.show_problems((Problem(Code.SYSTEM_MISSING), Problem(Code.AGENT_MISSING)))
    return form


def form_about_others(stack: ExitStack) -> ReportForm:
    """Open the form about a letter of two colleagues."""
    form = each.form(stack)
    form.tell_colleagues(("Anna Przykładowa", "Jan Wzorcowy"))
    form.body.unfold()
    form.body.kind.chips[2].click()
    form.body.concern.choice.chips[1].click()
    names = form.body.concern.names
    names.setText("Anna Przykładowa, Jan Wzorcowy")
    names.textEdited.emit(names.text())
    form.body.picker.more.click()
    return form


def form_again(stack: ExitStack) -> ReportForm:
    """Open the form as *Zdarzyło się ponownie* does: with what was written, without pictures."""
    form = each.form(stack)
    form.finish()
    draft = form_scenes.draft(
        kind=Kind.CALL_IN,
        customer="730 770 660",
        ours="223 784 756",
        reporter=form_scenes.AGENT,
        description=f"{WORDS}\n",
        occurrence=Occurrence.REPEATED,
        follows=Thread("DZW-7F3K2A", "<2@x.example>", "<1@x.example>", 3, ticket="20471"),
    )
    form.resume(draft, {})
    form.tell_identity(form_scenes.identity())
    form.tell_recent(form_scenes.recent())
    return form


def form_half_mended(stack: ExitStack) -> ReportForm:
    """Open the form in which some of what was missing is filled in by now."""
    form = each.form_that_lacks_something(stack)
    QApplication.sendPostedEvents()
    form.body.kind.chips[0].click()
    form.body.description.setPlainText(WORDS)
    return form


def form_unstorable(stack: ExitStack) -> ReportForm:
    """Open the form of a report that cannot be stored, with the ways out."""
    form = form_filled(stack)
    form.tell_kept(is_kept=False)
    form.show_problems((Problem(Code.DISK_FULL, {"place": "/home/tobiasz/.local/share"}),))
    return form


def form_sending(stack: ExitStack) -> ReportForm:
    """Open the form while its report leaves without being stored."""
    form = form_unstorable(stack)
    form.tell_progress(progress_words(Phase.DOT_SENT))
    return form


def form_doubted(stack: ExitStack) -> ReportForm:
    """Open the form of a report that may have arrived."""
    form = form_unstorable(stack)
    form.tell_way_out(doubt_words(), is_doubted=True)
    return form


def covering_drawn(stack: ExitStack) -> CoverEditor:
    """Open the editor of a picture on which covers and a frame stand."""
    picture = form_scenes.screen(1, 1920, 1080)
    return each.shown(stack, CoverEditor(picture, "Zakryj dane klienta", COVERS))


def region(stack: ExitStack) -> RegionPicker:
    """Open the choice of a piece of a screen."""
    return each.shown(stack, RegionPicker((form_scenes.shot(1), form_scenes.shot(2))))


def reports_empty(stack: ExitStack) -> MyReports:
    """Open the list while there is nothing in it."""
    made = MyReports(form_scenes.StillClock(list_scenes.NOW), list_scenes.ZONE)
    made.show_all((), ())
    return each.shown(stack, made)


def reports_told(stack: ExitStack) -> MyReports:
    """Open the list when it has something to say of a report."""
    made = each.reports(stack)
    made.tell(Problem(Code.REPORT_BUSY))
    return made


def reports_asking(stack: ExitStack) -> QMessageBox:
    """Ask whether a report may be destroyed."""
    made = each.reports(stack)
    button = made.findChild(QPushButton, "discard")
    assert isinstance(button, QPushButton)
    button.click()
    (box,) = made.findChildren(QMessageBox)
    return box


def reports_ticket(stack: ExitStack) -> MyReports:
    """Open the list where the number of support's answer is asked for."""
    made = each.reports(stack)
    _, entries = list_scenes.everything()
    made.ticket.ask(entries[0].id, entries[0].short_code, "", ends_waiting=True)
    return made


def crash(stack: ExitStack) -> QMessageBox:
    """Tell of a fault that nobody expected."""
    guard = CrashGuard()
    guard._show("dzwonek/ui/desk.py:121 report\nValueError")
    box = guard._open
    assert box is not None
    stack.callback(shiboken6.delete, box)
    stack.callback(setattr, guard, "_open", None)
    return box


def help_at_night(stack: ExitStack) -> HelpWindow:
    """Open the help on a holiday's evening."""
    clock = form_scenes.StillClock(NIGHT)
    return each.shown(stack, HelpWindow(load_profile("daktela-pl"), clock))


def first_run_fresh(stack: ExitStack) -> FirstRun:
    """Open the window of the first start with nothing filled in."""
    made = FirstRun()
    made.load(Settings(), frozenset(), settings_scenes.BINDINGS, False, None)
    return each.shown(stack, made)


def first_run_of_everything(stack: ExitStack) -> FirstRun:
    """Open the window of the first start with the mail server unfolded and a test on its way."""
    made = first_run_fresh(stack)
    made.mail_fold.open.click()
    made.sign_in.way.show_value("without")
    made.sign_in.way.edited.emit()
    made.person.email.show_text("tobiasz@firma.example")
    made.test.tell_sent("tobiasz@firma.example")
    made.tell_autostart(True)
    return made


def preview(seen: Preview) -> each.Opened:
    """Give a way to open the preview of a message."""

    def opened(stack: ExitStack) -> PreviewWindow:
        made = each.shown(stack, PreviewWindow())
        made.show_preview(seen, preview_scenes.small(seen, made.picture_room()))
        return made

    return opened


def preview_waiting(stack: ExitStack) -> PreviewWindow:
    """Open the preview while it is being made."""
    made = each.shown(stack, PreviewWindow())
    made.show_progress(2, 3)
    return made


def full_picture(stack: ExitStack) -> FullPicture:
    """Open a picture as it leaves, in full."""
    form = each.form(stack)
    picture = image_of(form_scenes.shot(1))
    return each.shown(stack, FullPicture("zrzut-DZW-7F3K2A-1.png", picture, form))


def code_for_a_phone(stack: ExitStack) -> QrWindow:
    """Open the code of a report that is too long for it."""
    mail = preview_scenes.on_the_phone(" ".join([WORDS] * 30))
    return each.shown(stack, QrWindow(mail))


def settings_complaining(page: int) -> each.Opened:
    """Give a way to open a page of the settings on which everything is wrong at once."""

    def opened(stack: ExitStack) -> SettingsWindow:
        made = SettingsWindow()
        note = Problem(Code.QUEUE_KEY_IN_FILE)
        made.load(settings_scenes.FILLED, EVERYTHING, settings_scenes.SECOND_CHOICE, True, note)
        each.shown(stack, made)
        made.system.address.edit.setText("daktela.firma.example")
        made.tell_system(Problem(Code.DAKTELA_NOT_A_DAKTELA, {"host": "daktela.firma.example"}))
        made.tell_signed_in(Problem(Code.DAKTELA_WRONG_PASSWORD))
        made.mail.start_trial()
        made.tell_bindings(settings_scenes.NO_KEYS)
        made.tell_autostart(Problem(Code.AUTOSTART_FAILED))
        made.mail.port.edit.setText("70000")
        made.save()
        made.close()  # warns of what is not saved
        made.navigation.choose(page)
        return made

    return opened


SCENES: dict[str, each.Opened] = each.EVERY_WINDOW | {
    "form-filled": form_filled,
    "form-offline": form_offline,
    "form-nothing": form_of_nothing,
    "form-others": form_about_others,
    "form-again": form_again,
    "form-half-mended": form_half_mended,
    "form-unstorable": form_unstorable,
    "form-sending": form_sending,
    "form-doubt": form_doubted,
    "covering-drawn": covering_drawn,
    "region": region,
    "reports-empty": reports_empty,
    "reports-told": reports_told,
    "reports-asking": reports_asking,
    "reports-ticket": reports_ticket,
    "crash": crash,
    "help-night": help_at_night,
    "first-run-fresh": first_run_fresh,
    "first-run-everything": first_run_of_everything,
    "preview": lambda stack: preview(preview_scenes.preview())(stack),
    "preview-lacks": lambda stack: preview(
        preview_scenes.preview(preview_scenes.incomplete(), preview_scenes.NOWHERE)
    )(stack),
    "preview-waiting": preview_waiting,
    "full-picture": full_picture,
    "qr": code_for_a_phone,
    **{f"settings-{page}-wrong": settings_complaining(page) for page in range(6)},
}


@contextmanager
def opened(name: str) -> Iterator[QWidget]:
    """Open one of the scenes, and end it and all that it needed."""
    with each.opened_by(SCENES[name]) as window:
        settle()
        yield window


def settle() -> None:
    """Let windows do what they mean to do at once: lay out, and say it all in a new language."""
    for _ in range(4):
        QApplication.sendPostedEvents()
