"""*Ustawienia*: shows what holds, takes changes, and says in words what became of each wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from dzwonek.config.settings import Settings, with_value
from dzwonek.domain.identity import Identity
from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.look import Act, Space, Type, announce, button, dress, px, set_mark
from dzwonek.ui.settings.faults import VENDOR, faults
from dzwonek.ui.settings.fields import Page, SwitchField, paragraph
from dzwonek.ui.settings.hotkeys_page import HotkeysPage
from dzwonek.ui.settings.mail_page import MailPage
from dzwonek.ui.settings.navigation import Navigation, scrolled
from dzwonek.ui.settings.own_report_page import OwnReportPage
from dzwonek.ui.settings.person_page import PersonPage
from dzwonek.ui.settings.program_page import LanguagePage, PrivacyPage, StartPage
from dzwonek.ui.settings.sign_in_page import SignInPage
from dzwonek.ui.settings.system_page import SystemPage
from dzwonek.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.domain.events import Slot
    from dzwonek.domain.ports import Binding

SIZE = QSize(760, 620)  # at the usual font
KEYRING_TROUBLES = frozenset(
    {Code.KEYRING_MISSING, Code.KEYRING_LOCKED, Code.KEYRING_LATE, Code.KEYRING_REFUSED}
)


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
        self._is_saving = False
        self._warned = False
        self.setProperty("ground", "surface")
        self.system = SystemPage(self, suffix)
        self.sign_in = SignInPage(self)
        self.person = PersonPage(self)
        self.mail = MailPage(self, is_short=is_short)
        self.hotkeys = HotkeysPage(self, is_short=is_short)
        self.start = StartPage(self)
        self.told = paragraph(Type.QUIET, self)
        self.told.setObjectName("settings.told")
        self.save_button = button("", Act.PRIMARY, self)
        self.save_button.setObjectName("save")
        self.close_button = button("", Act.NORMAL, self)
        self.close_button.setObjectName("close")
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
        self.say_buttons()

    def say_buttons(self) -> None:
        """Name the two ways out."""
        raise NotImplementedError

    def after_saving(self) -> None:
        """Go on when everything is saved."""

    # -- what is told

    def load(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        autostart: bool,
        key_note: Problem | None,
    ) -> None:
        """Show what holds; what a person is still typing in an open window stays."""
        if not (self.isVisible() and self.is_changed()):
            self._base, self._locked = settings, locked
            for page in self.pages():
                page.load(settings)
                page.lock(locked)
            self._before = self._values()
            self._say_told("")
            self._set_warned(False)
        self.start.show_autostart(autostart)
        self.hotkeys.show_bindings(bindings)

    def tell_system(self, answer: str | Problem) -> None:
        """Say whether a Daktela answers at the address."""
        self.system.tell(answer)

    def tell_signed_in(self, answer: Identity | Problem) -> None:
        """Say who signed in; what Daktela knows fills the fields that are still empty."""
        self.sign_in.tell(answer)
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
        """Say that a real hotkey arrived."""
        self.hotkeys.light_up(slot)

    def tell_autostart(self, answer: bool | Problem) -> None:
        """Say what the desktop made of the switch."""
        self.start.tell(answer)

    def tell_saved(self, answer: Problem | None) -> None:
        """Say whether it is saved; without the keyring only the password is not."""
        self._set_saving(False)
        if answer is not None and answer.code not in KEYRING_TROUBLES:
            self._say_told(sentence(answer), Type.DANGER)
            return
        self._base = self._settings()
        self._before = self._values()
        self._set_warned(False)
        if answer is not None:
            told = self.tr("Ustawienia zapisano, hasła nie.")
            self._say_told(f"{told} {sentence(answer)}", Type.DANGER)
            return
        self.mail.password.show_text("")
        self._say_told(self.tr("Zapisano."), Type.GOOD)
        self.after_saving()

    def is_changed(self) -> bool:
        """Say whether something typed here is not saved."""
        return self._values() != self._before or bool(self.mail.password.text())

    # -- wishes

    def save(self) -> None:
        """Emit the wish to save, unless a field needs mending first."""
        if self._is_saving or self._show_faults():
            return
        if not self.system.when_meant(self._emit_save):
            self.show_page(self.system)

    def reject(self) -> None:
        """Close; what is not saved is warned of once."""
        if self.is_changed() and not self._warned:
            self._say_told(self.tr("Zmian jeszcze nie zapisano."), Type.DANGER)
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
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)

    def on_edited(self) -> None:
        """Take back what was said of an earlier state."""
        self._say_told("")
        self._set_warned(False)

    def footer(self) -> QFrame:
        """Make the strip with what happened and the two ways out."""
        strip = QFrame(self)
        strip.setProperty("ground", "window")
        row = QHBoxLayout(strip)
        edge = px(self, Space.LARGE)
        row.setContentsMargins(edge, px(self, 10), edge, px(self, 10))
        row.setSpacing(px(self, Space.SMALL))
        row.addWidget(self.told, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        return strip

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
        if not self.system.when_meant(go):
            self.show_page(self.system)

    def _try_mail(self) -> None:
        if self.mail.trial.is_running or self._show_faults(self.mail):
            return
        self.mail.start_trial()
        self.try_mail_wanted.emit(self._settings().delivery.mail, self.mail.password.text())

    def _emit_save(self) -> None:
        self._set_saving(True)
        self.save_wanted.emit(self._settings(), self.mail.password.text())

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
            field.show_wrong(sentence(problem))
        if wrong:
            page, field, _ = wrong[0]
            self.show_page(page)
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if only is None:
                self._say_told(self.tr("Popraw zaznaczone pola, wtedy zapiszemy."), Type.DANGER)
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
        self.save_button.setEnabled(not is_saving)
        self.say_buttons()

    def _set_warned(self, is_warned: bool) -> None:
        self._warned = is_warned
        self.say_buttons()

    def _say_told(self, text: str, kind: Type = Type.QUIET) -> None:
        self.told.setText(text)
        set_mark(self.told, "kind", kind.value)
        if text:
            announce(self, text)


class SettingsWindow(SettingsBase):
    """All settings, one page at a time."""

    def __init__(self, suffix: str = VENDOR) -> None:
        super().__init__(is_short=False, suffix=suffix)
        self.setObjectName("settings")
        self.language = LanguagePage(self)
        self.privacy = PrivacyPage(self)
        self.test = OwnReportPage(self)
        self._tests_after_saving = False
        for page in (self.language, self.privacy):
            page.edited.connect(self.on_edited)
        self.test.wanted.connect(self._on_test)
        self._sheets = (
            (self.system, self.sign_in),
            (self.person,),
            (self.mail, self.test),
            (self.hotkeys,),
            (self.start, self.language),
            (self.privacy,),
        )
        self.navigation = Navigation(len(self._sheets), self)
        self.stack = QStackedWidget(self)
        self._arrange()
        self.say()
        dress(self)

    def sizeHint(self) -> QSize:
        """Ask for a window that fits every screen in use."""
        room = self.screen().availableGeometry().size()
        return QSize(px(self, SIZE.width()), px(self, SIZE.height())).boundedTo(room * 0.9)

    def pages(self) -> tuple[Page, ...]:
        """List all pages in their order."""
        return tuple(page for sheet in self._sheets for page in sheet)

    def show_page(self, page: Page) -> None:
        """Turn to the sheet on which a page stands."""
        number = next(n for n, sheet in enumerate(self._sheets) if page in sheet)
        self.navigation.choose(number)

    def load(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        autostart: bool,
        key_note: Problem | None,
    ) -> None:
        """Show what holds, and where the key of the stored reports lies."""
        super().load(settings, locked, bindings, autostart, key_note)
        self.privacy.show_key(key_note)

    def say(self) -> None:
        """Set all texts anew."""
        super().say()
        self.setWindowTitle(self.tr("Ustawienia"))
        self.navigation.say(
            self.tr("Strony ustawień"),
            (
                self.tr("Daktela"),
                self.tr("O mnie"),
                self.tr("Poczta"),
                self.tr("Skróty"),
                self.tr("Program"),
                self.tr("Prywatność"),
            ),
        )

    def say_buttons(self) -> None:
        """Name the two ways out."""
        self.save_button.setText(self.tr("Zapisujemy…") if self._is_saving else self.tr("Zapisz"))
        closing = self.tr("Zamknij bez zapisywania") if self._warned else self.tr("Zamknij")
        self.close_button.setText(closing)

    def tell_saved(self, answer: Problem | None) -> None:
        """Say whether it is saved; a test report that waited for it does not go without."""
        if answer is not None:
            self._tests_after_saving = False
            self.test.forget()
        super().tell_saved(answer)

    def after_saving(self) -> None:
        """Send the test report that waited for the saving."""
        if self._tests_after_saving:
            self._tests_after_saving = False
            self._emit_test()

    def _on_test(self) -> None:
        """Save first: a test proves what is saved, not what is typed."""
        if not self.person.email.text():
            self.show_page(self.person)
            self.person.email.show_wrong(self.tr("Tu przyjdzie zgłoszenie próbne: wpisz adres."))
            self.person.email.edit.setFocus()
        elif self.is_changed():
            self._tests_after_saving = True
            self.save()
        else:
            self._emit_test()

    def _emit_test(self) -> None:
        self.test.tell_sent(self.person.email.text())
        self.test_report_wanted.emit()

    def _arrange(self) -> None:
        for sheet in self._sheets:
            self.stack.addWidget(scrolled(sheet, self))
        self.navigation.chosen.connect(self.stack.setCurrentIndex)
        side = px(self, Space.SMALL)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        rail = QFrame(self)
        rail.setProperty("ground", "window")
        rail_column = QVBoxLayout(rail)
        rail_column.setContentsMargins(side, px(self, Space.MEDIUM), side, side)
        rail_column.addWidget(self.navigation)
        middle.addWidget(rail)
        middle.addWidget(self.stack, 1)
        rule = QFrame(self)
        rule.setProperty("ground", "rule")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(rule)
        whole.addWidget(self.footer())
