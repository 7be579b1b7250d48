"""The settings' desk: tries and saves what a person sets up, and says what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from dzwonek.domain.identity import Identity
from dzwonek.domain.problem import Problem
from dzwonek.reporting.setup import DAKTELA_SECRET, MAIL_SECRET, Setup
from dzwonek.ui.place import centre
from dzwonek.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.config.settings import Mail, Settings
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.ports import Binding
    from dzwonek.ui.settings.with_own_report import WithOwnReport
    from dzwonek.ui.settings_window import SettingsBase


class SettingsDesk(QObject):
    """Serves one settings window (or the short one of the first start) while it is open."""

    saved = Signal(object)  # Settings
    signed_in = Signal(object)  # Identity
    hotkeys_wanted = Signal(object)  # HotkeySettings to try
    autostart_wanted = Signal(bool)
    test_report_wanted = Signal()

    def __init__(
        self,
        setup: Setup,
        tasks: Tasks,
        window: Callable[[], SettingsBase],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._setup = setup
        self._tasks = tasks
        self._make_window = window
        self._window: SettingsBase | None = None
        self._asked: dict[str, int] = {}
        self._test_id = ""
        self._last: Entry | None = None  # the report whose state changed last

    @property
    def window(self) -> SettingsBase:
        """Give the window, built at its first use and kept."""
        if self._window is None:
            self._window = self._make_window()
            self._connect(self._window)
        return self._window

    @property
    def open_window(self) -> SettingsBase | None:
        """Give the window only if it is on the screen."""
        is_open = self._window is not None and self._window.isVisible()
        return self._window if is_open else None

    def open(
        self,
        settings: Settings,
        locked: frozenset[str],
        bindings: tuple[Binding, ...],
        is_autostart_on: bool,
        key_note: Problem | None,
        signed_in: Identity | None = None,
    ) -> None:
        """Show the window with what holds now, in front."""
        self.window.load(settings, locked, bindings, is_autostart_on, key_note, signed_in)
        centre(self.window)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def tell_test(self, answer: Entry | Problem) -> None:
        """Say what became of the test report that was wanted here."""
        self._test_id = "" if isinstance(answer, Problem) else answer.id
        quicker = self._last  # it may have left before its being saved was told
        is_known = quicker is not None and quicker.id == self._test_id
        cast("WithOwnReport", self.window).tell_test(quicker if is_known and quicker else answer)

    def follow(self, entry: Entry) -> None:
        """Say how far the test report is; other reports are not told of here."""
        self._last = entry
        if entry.id == self._test_id and self.open_window is not None:
            cast("WithOwnReport", self.window).tell_test(entry)

    def _connect(self, window: SettingsBase) -> None:
        window.save_wanted.connect(self._save)
        window.check_system_wanted.connect(self._check_system)
        window.sign_in_wanted.connect(self._sign_in)
        window.token_wanted.connect(self._use_token)
        window.sign_out_wanted.connect(self._sign_out)
        window.try_mail_wanted.connect(self._try_mail)
        window.cancel_wanted.connect(self._cancel)
        window.hotkeys_wanted.connect(self.hotkeys_wanted)
        window.autostart_wanted.connect(self.autostart_wanted)
        window.test_report_wanted.connect(self.test_report_wanted)

    def _check_system(self, address: str) -> None:
        self._ask("system", partial(self._setup.check_system, address), self.window.tell_system)

    def _sign_in(self, address: str, user: str, password: str) -> None:
        work = partial(self._setup.sign_in, address, user, password)
        self._ask("sign_in", partial(self._entered, work), self._on_entered)

    def _use_token(self, address: str, token: str) -> None:
        work = partial(self._setup.use_token, address, token)
        self._ask("sign_in", partial(self._entered, work), self._on_entered)

    def _entered(self, enter: Callable[[], Identity]) -> tuple[Identity, Problem | None]:
        """Sign in, and learn why the token is kept for this run only, if it is."""
        return enter(), self._setup.why_held(DAKTELA_SECRET)

    def _on_entered(self, answer: tuple[Identity, Problem | None] | Problem) -> None:
        if not isinstance(answer, tuple):
            self.window.tell_signed_in(answer)
            return
        identity, held = answer
        self.window.tell_signed_in(identity, held)
        self.signed_in.emit(identity)

    def _sign_out(self) -> None:
        self._ask("sign_out", self._setup.sign_out, self.window.tell_signed_out)

    def _try_mail(self, mail: Mail, password: str) -> None:
        work = partial(self._setup.try_mail, mail, password or None)
        self._ask("mail", work, self.window.tell_mail)

    def _save(self, settings: Settings, mail_password: str) -> None:
        self._tasks.run(
            Lane.NET,
            partial(self._save_all, settings, mail_password),
            self._on_saved,
            self.window.tell_saved,
        )

    def _save_all(self, settings: Settings, mail_password: str) -> tuple[Settings, Problem | None]:
        """Save, and learn why a new password is kept for this run only, if it is."""
        self._setup.save(settings, mail_password)
        return settings, self._setup.why_held(MAIL_SECRET) if mail_password else None

    def _on_saved(self, answer: tuple[Settings, Problem | None]) -> None:
        settings, held = answer
        self.window.tell_saved(held)
        self.saved.emit(settings)

    def _ask(
        self,
        what: str,
        work: Callable[[], object],
        tell: Callable[[Any], object],
    ) -> None:
        """Run a try whose answer counts only if it was not cancelled or asked again since."""
        number = self._asked[what] = self._asked.get(what, 0) + 1

        def answer(told: Any) -> None:
            if self._asked[what] == number:
                tell(told)

        self._tasks.run(Lane.NET, work, answer, answer)

    def _cancel(self, what: str) -> None:
        """Forget the answer of a try, and end the one that can take long."""
        self._asked[what] = self._asked.get(what, 0) + 1
        if what == "mail":
            self._setup.cancel_try()
