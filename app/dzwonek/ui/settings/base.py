"""What the window of the settings and the short one of the first start have in common."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from dzwonek.config.settings import Settings, with_value
from dzwonek.domain.identity import Identity
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.look import Type
from dzwonek.ui.settings.faults import VENDOR, faults
from dzwonek.ui.settings.fields import Page, SwitchField
from dzwonek.ui.settings.footer import Footer
from dzwonek.ui.settings.held import held_password, is_saved
from dzwonek.ui.settings.hotkeys_page import HotkeysPage
from dzwonek.ui.settings.mail_page import MailPage
from dzwonek.ui.settings.navigation import scroll_to
from dzwonek.ui.settings.person_page import PersonPage
from dzwonek.ui.settings.program_page import StartPage
from dzwonek.ui.settings.sign_in_page import SignInPage
from dzwonek.ui.settings.system_page import SystemPage
from dzwonek.ui.settings.trial import fault_words
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.events import Slot
    from dzwonek.domain.ports import AutostartNote, Binding


class SettingsBase(QDialog):
    """What the window of the settings and the short one of the first start have in common.

    `load` comes before the window is shown; answers come in by the `tell_…` methods.
    """

    save_wanted = Signal(object, str)  # Settings, new mail password ("" = unchanged)
    check_system_wanted = Signal(str)
    sign_in_wanted = Signal(str, str, str)  # address, user, password
    token_wanted = Signal(str, str)  # address, token
    sign_out_wanted = Signal()
    try_mail_wanted = Signal(object, str)  # Mail, password ("" = the stored one)
    cancel_wanted = Signal(str)  # system | sign_in | sign_out | mail
    autostart_wanted = Signal(bool)
    test_report_wanted = Signal()
    hotkeys_wanted = Signal(object)  # HotkeySettings to bind now, for trying

    def __init__(self, *, is_short: bool, suffix: str = VENDOR) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._base = Settings()
        self._locked: frozenset[str] = frozenset()
        self._before: dict[str, object] = {}
        self._sent = self._base, self._before
        self._is_saving = False
        self._warned = False
        self._knows_no_mail = False
        self.setProperty("ground", "surface")
        self.system = SystemPage(self, suffix)
        self.sign_in = SignInPage(self, is_short=is_short)
        self.person = PersonPage(self)
        self.mail = MailPage(self, is_short=is_short)
        self.hotkeys = HotkeysPage(self, is_short=is_short)
        self.start = StartPage(self)
        self.footer = Footer(self)
        self._connect()

    # -- what subclasses are made of

    def pages(self) -> tuple[Page, ...]:
        """List the pages that this window shows, in their order."""
        return (self.system, self.sign_in, self.person, self.mail, self.hotkeys, self.start)

    def show_page(self, page: Page) -> None:
        """Bring a page before the eyes."""
        raise NotImplementedError

    def say(self) -> None:
        """Set all texts anew."""
        for page in self.pages():
            page.say()
        self.footer.say()
        self.say_buttons()

    def say_buttons(self) -> None:
        """Name the two ways out."""
        raise NotImplementedError

    def after_saving(self, held: Problem | None) -> None:
        """Go on when everything is saved; `held` says why a password lives for this run only."""

    # -- what is told

    def load(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        autostart: bool,
        key_note: Problem | None,
        signed_in: Identity | None = None,
    ) -> None:
        """Show what holds; what a person is still typing in an open window stays."""
        if not (self.isVisible() and self.is_changed()):
            self._base, self._locked = settings, locked
            for page in self.pages():
                page.load(settings)
                page.lock(locked)
            self.sign_in.show_signed_in(signed_in)
            self._knows_no_mail = False
            self._before = self._values()
            self.footer.tell("")
            self._set_warned(False)
        self.start.show_autostart(autostart)
        self.hotkeys.show_bindings(bindings)

    def tell_system(self, answer: str | Problem) -> None:
        """Say whether a Daktela answers at the address."""
        self.system.tell(answer)

    def tell_signed_in(self, answer: Identity | Problem, held: Problem | None = None) -> None:
        """Say who signed in; what Daktela knows fills the fields that are still empty.

        `held` says why the token is kept for this run only.
        """
        self.sign_in.tell(answer, held)
        if isinstance(answer, Identity):
            self.person.offer(answer.agent)

    def tell_signed_out(self, answer: Problem | None) -> None:
        """Say that the token is forgotten, or why not."""
        self.sign_in.tell_signed_out(answer)

    def tell_mail(self, answer: Problem | None) -> None:
        """Say whether the mail server would take our mail."""
        self.mail.tell(answer)

    def tell_bindings(self, bindings: tuple[Binding, ...]) -> None:
        """Show which hotkeys hold now."""
        self.hotkeys.show_bindings(bindings)

    def tell_hotkey_pressed(self, slot: Slot) -> None:
        """Say that a real hotkey arrived, where it can be seen."""
        self.show_page(self.hotkeys)
        self.hotkeys.light_up(slot)
        scroll_to(self.hotkeys.parts[slot].trial)

    def tell_autostart(self, answer: bool | Problem) -> None:
        """Say what the desktop made of the switch."""
        self.start.tell(answer)

    def tell_autostart_note(self, note: AutostartNote | None) -> None:
        """Say who else decides whether the program starts with the computer."""
        self.start.show_note(note)

    def tell_saved(self, answer: Problem | None) -> None:
        """Say whether it is saved; without a keyring the password is, for this run only."""
        self._set_saving(False)
        if answer is not None and not is_saved(answer):
            self.footer.tell(partial(sentence, answer), Type.DANGER)
            return
        self._base, self._before = self._sent
        self._set_warned(False)
        self.mail.password.show_text("")
        if answer is None:
            self.footer.tell(lambda: self.tr("Zapisano."), Type.GOOD)
        else:
            held = partial(held_password, answer)
            self.footer.tell(lambda: f"{self.tr('Zapisano.')} {held()}", Type.STRONG)
        self.after_saving(answer)

    def is_changed(self) -> bool:
        """Say whether something typed here is not saved."""
        return self._values() != self._before or bool(self.mail.password.text())

    # -- wishes

    def save(self) -> None:
        """Emit the wish to save, unless a field needs mending first."""
        if self._is_saving or self._show_faults() or self._ask_for_mail():
            return
        self.system.when_meant(self._emit_save)

    def reject(self) -> None:
        """Close; what is not saved is warned of once."""
        if self.is_changed() and not self._warned:
            self.footer.tell(lambda: self.tr("Zmian jeszcze nie zapisano."), Type.DANGER)
            self._set_warned(True)
            return
        if self.hotkeys.wanted() != self._base.hotkeys:
            self.hotkeys_wanted.emit(self._base.hotkeys)
        self.leave()
        super().reject()

    def leave(self) -> None:
        """Break off what is under way, and keep no secret in a closed window."""
        for trial in (self.system.check, self.sign_in.enter, self.sign_in.leave, self.mail.trial):
            trial.stop()
        self.sign_in.forget_secrets()
        self.mail.password.show_text("")
        self._before = self._values()

    # -- events

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter belong to the field it was pressed in: it must not press a far button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    # -- inside

    def _connect(self) -> None:
        self.system.check_wanted.connect(self.check_system_wanted)
        self.system.foreign.declined.connect(self._show_address)
        self.sign_in.sign_in_wanted.connect(self._sign_in)
        self.sign_in.token_wanted.connect(self._use_token)
        self.sign_in.sign_out_wanted.connect(self.sign_out_wanted)
        self.mail.try_wanted.connect(self._try_mail)
        self.hotkeys.hotkeys_wanted.connect(self.hotkeys_wanted)
        self.start.autostart_wanted.connect(self.autostart_wanted)
        for what, trial in (
            ("system", self.system.check),
            ("sign_in", self.sign_in.enter),
            ("sign_out", self.sign_in.leave),
            ("mail", self.mail.trial),
        ):
            trial.cancelled.connect(lambda what=what: self.cancel_wanted.emit(what))
        for page in (self.system, self.sign_in, self.person, self.mail, self.hotkeys):
            page.edited.connect(self.on_edited)
        self.footer.save.clicked.connect(self.save)
        self.footer.close_window.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)

    def on_edited(self) -> None:
        """Take back what was said of an earlier state."""
        self.footer.tell("")
        self._set_warned(False)

    def _sign_in(self, user: str, password: str) -> None:
        self._with_system(lambda address: self.sign_in_wanted.emit(address, user, password))

    def _use_token(self, token: str) -> None:
        self._with_system(lambda address: self.token_wanted.emit(address, token))

    def _with_system(self, wish: Callable[[str], None]) -> None:
        """Sign in where the address says, if it is one and is meant."""
        address = self.system.address.text()

        def go() -> None:
            self.show_page(self.sign_in)
            self.sign_in.enter.start()
            wish(address)

        if not address:
            self.sign_in.enter.tell_problem(Problem(Code.DAKTELA_NOT_CONFIGURED))
            return
        if not self.system.when_meant(go) and not self.system.is_asking:
            self._show_address()

    def _show_address(self) -> None:
        self.show_page(self.system)
        self.system.to_address()

    def _try_mail(self) -> None:
        if self.mail.trial.is_running or self._show_faults(self.mail):
            return
        self.mail.start_trial()
        self.try_mail_wanted.emit(self._settings().delivery.mail, self.mail.password.text())

    def _emit_save(self) -> None:
        self._set_saving(True)
        self._sent = self._settings(), self._values()
        self.save_wanted.emit(self._sent[0], self.mail.password.text())

    def _ask_for_mail(self) -> bool:
        """Say once that without a mail server nothing will leave; say whether it was said now."""
        is_by_mail = self._base.delivery.channel == "mail"
        if self._knows_no_mail or not is_by_mail or self.mail.host.text():
            return False
        self._knows_no_mail = True
        self.footer.tell(
            lambda: self.tr(
                "Bez serwera poczty zgłoszenia będą tylko czekać na tym komputerze. "
                "Uzupełnij go albo naciśnij jeszcze raz, aby zapisać bez niego."
            ),
            Type.STRONG,
        )
        return True

    def _show_faults(self, only: Page | None = None) -> bool:
        """Show what must be mended, with the keyboard on the first of it; say if there is any."""
        found = faults(self._values())
        wrong = [
            (page, field, found[field.path])
            for page in ((only,) if only else self.pages())
            for field in page.fields()
            if field.path in found and not (isinstance(field, SwitchField) or field.is_locked)
        ]
        for _, field, problem in wrong:
            field.show_wrong(partial(fault_words, problem))
        if wrong:
            page, field, _ = wrong[0]
            self.show_page(page)
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if only is None:
                self.footer.tell(
                    lambda: self.tr("Popraw zaznaczone pola, wtedy zapiszemy."), Type.DANGER
                )
        return bool(wrong)

    def _values(self) -> dict[str, object]:
        return {name: value for page in self.pages() for name, value in page.values().items()}

    def _settings(self) -> Settings:
        """Give what was loaded with what stands in the fields; what is locked stays as it was."""
        settings = self._base
        for name, value in self._values().items():
            if name not in self._locked:
                settings = with_value(settings, name, value)
        return settings

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.footer.save.setEnabled(not is_saving)
        self.say_buttons()

    def _set_warned(self, is_warned: bool) -> None:
        self._warned = is_warned
        self.say_buttons()
