"""Every window of ours, filled as an operator sees it, to be shown on a screen of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

import dzwonek.resources_rc  # noqa: F401 - the icons
from dzwonek.capture.raster import image_of
from dzwonek.config.profile import load_profile, spoken_profile
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.profile import ContactProfile
from dzwonek.reporting.check import problems_of
from dzwonek.ui.bell_window import BellWindow
from dzwonek.ui.covering import CoverEditor
from dzwonek.ui.first_run import FirstRun
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.help import HelpWindow
from dzwonek.ui.matter_form import MatterForm
from dzwonek.ui.my_reports import MyReports
from dzwonek.ui.place import centre
from dzwonek.ui.settings_window import SettingsWindow
from dzwonek.ui.tray import TrayMenu
from dzwonek.ui.words import title_and_advice
from tests.fakes import form_scenes, list_scenes, settings_scenes

MISSING = (Code.KIND_MISSING, Code.DESCRIPTION_MISSING, Code.OCCURRENCE_MISSING)
Opened = Callable[[ExitStack], QWidget]
Window = TypeVar("Window", bound=QWidget)


def form(stack: ExitStack) -> ReportForm:
    """Open the form with two pictures, as a key press does."""
    made = _kept(
        stack,
        ReportForm(
            load_profile("daktela-pl"), title_and_advice, form_scenes.StillClock(), can_uncover=True
        ),
    )
    stack.callback(made.finish)
    made.warm()
    centre(made)
    numbers = (1, 2)
    notes = tuple(form_scenes.note(number) for number in numbers)
    made.begin(form_scenes.draft(notes), tuple(form_scenes.shot(number) for number in numbers))
    made.tell_identity(form_scenes.identity())
    made.tell_recent(form_scenes.recent())
    return made


def form_that_lacks_something(stack: ExitStack) -> ReportForm:
    """Open the form with a list of what is missing."""
    made = form(stack)
    made.show_problems(tuple(Problem(code) for code in MISSING))
    return made


def covering(stack: ExitStack) -> CoverEditor:
    """Open the covering of a picture over the form."""
    picture = image_of(form_scenes.shot(1))
    made = CoverEditor.ask(form(stack), picture, "Zrzut", lambda _: None)
    return _kept(stack, made)


def reports(stack: ExitStack) -> MyReports:
    """Open the list with a report of every state."""
    made = MyReports(form_scenes.StillClock(list_scenes.NOW), list_scenes.ZONE)
    made.show_all(*list_scenes.everything())
    return shown(stack, made)


def settings(page: int) -> Opened:
    """Give a way to open a page of the settings."""

    def opened(stack: ExitStack) -> SettingsWindow:
        made = SettingsWindow()
        made.load(settings_scenes.FILLED, frozenset(), settings_scenes.SECOND_CHOICE, True, None)
        made.navigation.choose(page)
        return shown(stack, made)

    return opened


def first_run(stack: ExitStack) -> FirstRun:
    """Open the window of the first start."""
    made = FirstRun()
    made.load(settings_scenes.FILLED, frozenset(), settings_scenes.SECOND_CHOICE, True, None)
    return shown(stack, made)


def help_window(stack: ExitStack) -> HelpWindow:
    """Open help and contacts."""
    clock = form_scenes.StillClock(list_scenes.NOW)
    made = shown(stack, HelpWindow(load_profile("daktela-pl"), clock, spoken))
    made.tell_schemes(frozenset({"tel", "https"}))
    return made


def spoken(language: str) -> ContactProfile:
    """Give the profile as people read it in a language."""
    return spoken_profile(load_profile("daktela-pl"), language)


def matter(stack: ExitStack) -> MatterForm:
    """Open the short form of an order."""
    made = _kept(stack, MatterForm(spoken, title_and_advice))
    stack.callback(made.finish)
    centre(made)
    made.begin(form_scenes.inquiry())
    return made


def matter_that_lacks_something(stack: ExitStack) -> MatterForm:
    """Open the short form with a list of what is missing."""
    made = matter(stack)
    made.email.edit.setText("tobiasz")
    made.show_problems(problems_of(made.current()))
    return made


def bell(stack: ExitStack) -> BellWindow:
    """Open the window that stands in for a tray."""
    menu = _kept(stack, TrayMenu("22 153 0461"))
    menu.show_keys("Pause", "Shift+Pause")
    return shown(stack, BellWindow(menu))


EVERY_WINDOW: dict[str, Opened] = {
    "form": form,
    "form-errors": form_that_lacks_something,
    "covering": covering,
    "reports": reports,
    **{f"settings-{page}": settings(page) for page in range(6)},
    "first-run": first_run,
    "help": help_window,
    "matter": matter,
    "matter-errors": matter_that_lacks_something,
    "bell": bell,
}


@contextmanager
def opened(name: str) -> Iterator[QWidget]:
    """Open one, and end it and all that it needed."""
    with opened_by(EVERY_WINDOW[name]) as window:
        yield window


@contextmanager
def opened_by(way: Opened) -> Iterator[QWidget]:
    """Open a window in a way of its own, and end it and all that it needed."""
    with ExitStack() as stack:
        window = way(stack)
        QApplication.sendPostedEvents()
        yield window
        window.hide()
        for _ in range(2):  # what a window means to do at once it does while it lives
            QApplication.processEvents()


def shown(stack: ExitStack, window: Window) -> Window:
    """Show a window until the stack ends."""
    centre(window)
    window.show()
    return _kept(stack, window)


def _kept(stack: ExitStack, window: Window) -> Window:
    def end() -> None:
        if shiboken6.isValid(window):
            window.hide()
            shiboken6.delete(window)

    stack.callback(end)
    return window
