"""The words for every problem: what happened, and what to do; Polish is the source language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.ui.words.by_value import fitted, place_in
from dzwonek.ui.words.daktela import daktela
from dzwonek.ui.words.desktop import desktop
from dzwonek.ui.words.hotkeys import hotkeys
from dzwonek.ui.words.keeping import keyring, store
from dzwonek.ui.words.lacking import lacking
from dzwonek.ui.words.mail import mail_connection, mail_refusals
from dzwonek.ui.words.pictures import pictures
from dzwonek.ui.words.settings import settings
from dzwonek.ui.words.targets import targets

if TYPE_CHECKING:
    from dzwonek.domain.problem import Code, Problem

TABLES = (
    pictures,
    hotkeys,
    daktela,
    keyring,
    store,
    mail_connection,
    mail_refusals,
    settings,
    lacking,
    targets,
    desktop,
)


def title_and_advice(problem: Problem) -> tuple[str, str]:
    """Give the title and the advice for a problem, in the interface's language, as plain text."""
    title, advice = fitted(problem, *_texts(problem.code))
    values = _Values({name: str(value) for name, value in problem.values.items()})
    values["path"] = place_in(values) or "–"
    return title.format_map(values), advice.format_map(values)


def sentence(problem: Problem) -> str:
    """Give title and advice as one line."""
    return " ".join(part for part in title_and_advice(problem) if part)


class _Values(dict[str, str]):
    """A value that nobody gave reads as a dash, so that words can never fail."""

    def __missing__(self, key: str) -> str:
        return "–"


def _texts(code: Code) -> tuple[str, str]:
    for table in TABLES:
        found = table().get(code)
        if found is not None:
            return found
    raise KeyError(code)
