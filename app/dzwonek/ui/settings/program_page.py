"""The pages of the program itself: start with the computer, language, privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.look import Type
from dzwonek.ui.settings.fields import ChoiceField, Page, SwitchField, paragraph
from dzwonek.ui.settings.locked import fixed_words
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dzwonek.config.settings import Settings
    from dzwonek.domain.ports import AutostartNote

LANGUAGE = "ui.language"
LANGUAGES = ("system", "pl", "en", "cs", "uk")
OWN_NAMES = ("polski", "English", "čeština", "українська")
SCREENSHOTS, QUEUE_KEY = "privacy.screenshots", "privacy.queue_key"
WITH_FILE, KEYRING_ALONE = "keyring-or-file", "keyring"


class StartPage(Page):
    """Switches the start with the computer at once; the answer is told beneath the switch."""

    autostart_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page.start", parent)
        self.autostart = SwitchField("autostart", self)
        self.column.addWidget(self.autostart)
        self.autostart.edited.connect(self._on_switched)
        self._answer: bool | Problem | None = None
        self._note: AutostartNote | None = None

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(self.tr("Uruchamianie"))
        self.autostart.say(
            self.tr("Uruchamiaj z komputerem"),
            _note_words(self._note.problem)
            if self._note
            else self.tr("Dzwonek czeka wtedy w zasobniku od początku pracy."),
        )
        self._say_answer()

    def load(self, settings: Settings) -> None:
        """Hold no setting: the switch is the desktop's own."""

    def show_autostart(self, is_on: bool) -> None:
        """Show what the desktop does."""
        self._answer = None
        self.autostart.box.setChecked(is_on)
        self.autostart.show_wrong("")

    def show_note(self, note: AutostartNote | None) -> None:
        """Say who else decides, beneath the switch; one that is fixed takes no press."""
        self._note = note
        is_fixed = note is not None and note.is_fixed
        self.autostart.box.setEnabled(not (self.autostart.is_locked or is_fixed))
        self.say()

    def values(self) -> dict[str, object]:
        """Give nothing to be saved."""
        return {}

    def tell(self, answer: bool | Problem) -> None:
        """Say what the desktop made of the switch; a refusal puts it back."""
        self._answer = answer
        box = self.autostart.box
        box.setChecked(not box.isChecked() if isinstance(answer, Problem) else answer)
        self._say_answer()

    def _say_answer(self) -> None:
        answer = self._answer
        if isinstance(answer, Problem):
            self.autostart.show_wrong(sentence(answer))
        elif answer is not None:
            on = self.tr("Gotowe: Dzwonek uruchomi się razem z komputerem.")
            off = self.tr("Gotowe: Dzwonek nie uruchomi się sam.")
            self.autostart.show_wrong(on if answer else off, Type.GOOD)

    def _on_switched(self) -> None:
        self._answer = None
        self.autostart.show_wrong("")
        self.autostart_wanted.emit(self.autostart.box.isChecked())


def _note_words(problem: Problem) -> str:
    """Say who else decides; a policy as it is said of every other setting."""
    if problem.code is Code.SETTINGS_LOCKED:
        return fixed_words(str(problem.values["key"]))
    return sentence(problem)


class LanguagePage(Page):
    """Chooses the language of the windows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page.language", parent)
        self.language = ChoiceField(LANGUAGE, LANGUAGES, self)
        self.column.addWidget(self.language)
        self.language.edited.connect(self.edited)

    def say(self) -> None:
        """Set all texts anew; each language names itself."""
        self.say_title(self.tr("Język"))
        self.language.say(
            self.tr("Język okien"), self.tr("Treść zgłoszenia jest zawsze w języku wsparcia.")
        )
        self.language.say_answers((self.tr("Jak w systemie"), *OWN_NAMES))

    def load(self, settings: Settings) -> None:
        """Show what holds."""
        self.language.show_value(settings.ui.language)

    def values(self) -> dict[str, object]:
        """Give the choice."""
        return {LANGUAGE: self.language.value()}


class PrivacyPage(Page):
    """Switches pictures, and says where the key of the stored reports lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page.privacy", parent)
        self.screenshots = SwitchField(SCREENSHOTS, self)
        self.queue_key = SwitchField(QUEUE_KEY, self)
        self.key_now = paragraph(Type.BODY, self)
        self.key_now.setObjectName("key_now")
        self._key_note: Problem | None = None
        for part in (self.screenshots, self.queue_key, self.key_now):
            self.column.addWidget(part)
        for switch in (self.screenshots, self.queue_key):
            switch.edited.connect(self.edited)

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(
            self.tr("Prywatność"),
            self.tr("Szkice i czekające zgłoszenia leżą na tym komputerze zaszyfrowane."),
        )
        self.screenshots.say(
            self.tr("Rób zrzuty ekranu do zgłoszeń"),
            self.tr("Zawsze widać je przed wysłaniem: można je zakryć albo usunąć."),
        )
        self.queue_key.say(
            self.tr("Klucz do zapisów może leżeć w pliku"),
            self.tr(
                "Gdy nie ma systemowego magazynu haseł. Plik chroni słabiej,"
                " ale bez klucza niczego tu nie zapiszemy."
            ),
        )
        self._say_key()

    def load(self, settings: Settings) -> None:
        """Show what holds."""
        self.screenshots.box.setChecked(settings.privacy.screenshots)
        self.queue_key.box.setChecked(settings.privacy.queue_key == WITH_FILE)

    def values(self) -> dict[str, object]:
        """Give the switches."""
        return {
            SCREENSHOTS: self.screenshots.box.isChecked(),
            QUEUE_KEY: WITH_FILE if self.queue_key.box.isChecked() else KEYRING_ALONE,
        }

    def show_key(self, note: Problem | None) -> None:
        """Say where the key lies now; None is the keyring, which needs no word of warning."""
        self._key_note = note
        self._say_key()

    def _say_key(self) -> None:
        usual = self.tr("Klucz trzyma systemowy magazyn haseł; powstaje przy pierwszym zapisie.")
        self.key_now.setText(sentence(self._key_note) if self._key_note else usual)
