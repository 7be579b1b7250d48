"""The two questions of the form that are answered by one click: what kind, and how often."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dzwonek.domain.kinds import Kind, Occurrence
from dzwonek.ui.form.choice import Answer, Choice

KIND_KEYS = tuple(f"Alt+{number}" for number in range(1, 6))
OCCURRENCE_KEYS = tuple(f"Ctrl+{number}" for number in range(1, 4))


def kind_choice(parent: QWidget) -> Choice:
    """Ask what kind of problem it is."""
    translate = QCoreApplication.translate
    choice = Choice(
        "kind",
        (
            Answer(Kind.CALL_IN, translate("Body", "Połączenie przychodzące")),
            Answer(
                Kind.CALL_OUT,
                translate("Body", "Wychodzące"),
                translate("Body", "Połączenie wychodzące"),
            ),
            Answer(Kind.EMAIL, translate("Body", "E-mail"), translate("Body", "Wiadomość e-mail")),
            Answer(Kind.CHAT, translate("Body", "Czat")),
            Answer(
                Kind.OTHER, translate("Body", "Inny"), translate("Body", "Inny rodzaj problemu")
            ),
        ),
        parent,
    )
    choice.setAccessibleName(translate("Body", "Rodzaj problemu"))
    choice.name_keys(KIND_KEYS)
    return choice


def occurrence_choice(parent: QWidget) -> Choice:
    """Ask how often it happens."""
    translate = QCoreApplication.translate
    choice = Choice(
        "occurrence",
        (
            Answer(Occurrence.FIRST, translate("Body", "Po raz pierwszy")),
            Answer(Occurrence.REPEATED, translate("Body", "Więcej niż raz")),
            Answer(Occurrence.CONSTANT, translate("Body", "Cały czas")),
        ),
        parent,
    )
    choice.setAccessibleName(translate("Body", "Wystąpienie"))
    choice.name_keys(OCCURRENCE_KEYS)
    return choice
