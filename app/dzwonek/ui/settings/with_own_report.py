"""What both windows of the settings have in common that can send a test report to oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.ui.settings.base import SettingsBase
from dzwonek.ui.settings.held import is_saved
from dzwonek.ui.settings.navigation import scroll_to
from dzwonek.ui.settings.own_report_page import OwnReportPage

if TYPE_CHECKING:
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.problem import Problem


class WithOwnReport(SettingsBase):
    """Saves before it sends: a test proves what is saved, not what is typed."""

    def __init__(self, *, is_short: bool, suffix: str) -> None:
        super().__init__(is_short=is_short, suffix=suffix)
        self.test = OwnReportPage(self)
        self.test.wanted.connect(self._on_test)
        self._tests_after_saving = False

    def save(self) -> None:
        """Save alone: a test that something kept back is not sent by another button."""
        self._tests_after_saving = False
        super().save()

    def tell_saved(self, answer: Problem | None) -> None:
        """Say whether it is saved; a test report that waited for it does not go without."""
        if not is_saved(answer):
            self._tests_after_saving = False
            self.test.forget()
        super().tell_saved(answer)

    def sends_after_saving(self) -> bool:
        """Send the test report that waited for the saving, and say whether one did."""
        if not self._tests_after_saving:
            return False
        self._tests_after_saving = False
        self._emit_test()
        return True

    def tell_test(self, answer: Entry | Problem) -> None:
        """Say how far the test report is, or why there is none."""
        self.test.tell(answer, self.person.email.text())

    def _on_test(self) -> None:
        if not self.person.email.text():
            self.show_page(self.person)
            self.person.email.show_wrong(
                lambda: self.tr("Tu przyjdzie zgłoszenie próbne: wpisz adres.")
            )
            self.person.email.edit.setFocus()
        elif self.is_changed():
            self._tests_after_saving = True
            super().save()
        else:
            self._emit_test()

    def _emit_test(self) -> None:
        self.test.tell_sent(self.person.email.text())
        self.show_page(self.test)
        scroll_to(self.test.trial)
        self.test_report_wanted.emit()
