"""The page of signing in to Daktela: by password, by a pasted token, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dzwonek.domain.identity import Identity
from dzwonek.domain.problem import Code
from dzwonek.ui.look import Space, Type, px
from dzwonek.ui.settings.fields import (
    ChoiceField,
    LineField,
    Page,
    SecretField,
    paragraph,
    side_by_side,
)
from dzwonek.ui.settings.held import held_sign_in
from dzwonek.ui.settings.trial import Trial

if TYPE_CHECKING:
    from dzwonek.config.settings import Settings
    from dzwonek.domain.problem import Problem

PASSWORD, TOKEN, WITHOUT = "password", "token", "without"
LOGIN = "agent.login"


class SignInPage(Page):
    """Offers three ways, and emits the wish that was chosen; secrets are never shown again."""

    sign_in_wanted = Signal(str, str)  # user, password
    token_wanted = Signal(str)
    sign_out_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__("page.sign_in", parent)
        self._is_short = is_short
        self._signed_in: Identity | None = None
        self.signed_in = paragraph(Type.GOOD, self)
        self.signed_in.setObjectName("sign_in.who")
        self.way = ChoiceField("sign_in.way", (PASSWORD, TOKEN, WITHOUT), self)
        self.user = LineField(LOGIN, self)
        self.password = SecretField("sign_in.password", self)
        self.token = SecretField("sign_in.token", self)
        self.without = paragraph(Type.BODY, self)
        self.enter = Trial("sign_in.enter", self)
        self.leave = Trial("sign_in.leave", self)
        self._groups = {
            PASSWORD: self._group(side_by_side(self, self.user, self.password)),
            TOKEN: self._group(self.token),
            WITHOUT: self._group(self.without),
        }
        for part in (self.signed_in, self.way, *self._groups.values(), self.enter, self.leave):
            self.column.addWidget(part)
        self._connect()

    def say(self) -> None:
        """Set all texts anew."""
        self.say_title(
            self.tr("Logowanie do Dakteli"),
            self.tr("Dzięki niemu Dzwonek zna agenta i jego ostatnie rozmowy."),
        )
        self.way.say(self.tr("Sposób"))
        self.way.say_answers((self.tr("Login i hasło"), self.tr("Token"), self.tr("Bez logowania")))
        self.user.say(self.tr("Login"))
        self.password.say(
            self.tr("Hasło"), self.tr("Posłuży raz, do zalogowania. Nigdzie go nie zapisujemy.")
        )
        self.token.say(
            self.tr("Token dostępu"),
            self.tr("Dla kont logowanych przez Google lub Microsoft. Wklej go z Dakteli."),
        )
        self.without.setText(
            self.tr("Imię i numery wpiszesz w formularzu. Wszystko inne działa tak samo.")
        )
        self.enter.say(self.tr("Zaloguj"), self.tr("Logujemy…"))
        self.leave.say(self.tr("Wyloguj"), self.tr("Wylogowujemy…"))
        if self._signed_in is not None:
            self.signed_in.setText(self._told_of(self._signed_in))

    def load(self, settings: Settings) -> None:
        """Show the login that holds; who is signed in is told by `show_signed_in`."""
        self.user.show_text(settings.agent.login)
        self.way.show_value(PASSWORD)
        self.enter.stop()
        self.leave.stop()
        self.forget_secrets()
        self.show_signed_in(None)

    def show_signed_in(self, identity: Identity | None) -> None:
        """Say who is signed in, with the way out; where nobody is, offer the ways in."""
        self._signed_in = identity
        self.signed_in.setText(self._told_of(identity) if identity else "")
        self._show_way()

    def values(self) -> dict[str, object]:
        """Give the login."""
        return {LOGIN: self.user.text()}

    def forget_secrets(self) -> None:
        """Empty the fields that hold a password or a token."""
        for field in (self.password, self.token):
            field.show_text("")

    def tell(self, answer: Identity | Problem, held: Problem | None = None) -> None:
        """Say who signed in, or why nobody did; a password that was judged is gone.

        One that never reached Daktela can be tried again; it goes when the page is left.

        `held` says why the token is kept for this run only.
        """
        if not isinstance(answer, Identity):
            self.enter.tell_problem(answer)
            if answer.code is Code.DAKTELA_WRONG_PASSWORD:
                self.password.show_text("")
            return
        self.forget_secrets()
        self.enter.tell(
            lambda: f"{self._told_of(answer)} {held_sign_in(held) if held else ''}".strip(),
            Type.STRONG if held else Type.GOOD,
        )
        self.leave.forget()

    def tell_signed_out(self, problem: Problem | None) -> None:
        """Say that the token is forgotten, or why not."""
        if problem is not None:
            self.leave.tell_problem(problem)
            return
        self.leave.tell(lambda: self.tr("Wylogowano. Token został usunięty."), Type.GOOD)
        self.enter.forget()
        if self._signed_in is not None:
            self.way.show_value(WITHOUT)
            self.show_signed_in(None)

    def _told_of(self, identity: Identity) -> str:
        name = identity.agent.name or identity.agent.login
        return self.tr("Zalogowano jako {name}.").format(name=name)

    def _group(self, *parts: QWidget) -> QWidget:
        group = QWidget(self)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, Space.MEDIUM))
        for part in parts:
            column.addWidget(part)
        return group

    def _connect(self) -> None:
        self.way.edited.connect(self._show_way)
        self.enter.wanted.connect(self._enter)
        self.leave.wanted.connect(self._leave)
        for field in (self.user, self.password, self.token):
            field.edited.connect(self.enter.stop)
            field.edit.returnPressed.connect(self._enter)
        self.user.edited.connect(self.edited)

    def _show_way(self) -> None:
        way = None if self._signed_in else self.way.value()
        self.signed_in.setVisible(way is None)
        self.way.setVisible(way is not None)
        for name, group in self._groups.items():
            group.setVisible(name == way)
        self.enter.setVisible(way in (PASSWORD, TOKEN))
        # at the first start nobody can have signed in before
        self.leave.setVisible(way is None or (way == WITHOUT and not self._is_short))

    def _enter(self) -> None:
        is_by_token = self.way.value() == TOKEN
        for field in (self.token,) if is_by_token else (self.user, self.password):
            if not field.text().strip():
                field.show_wrong(lambda: self.tr("Bez tego nie można się zalogować."))
                field.edit.setFocus()
                return
        self.enter.stop()
        if is_by_token:
            self.token_wanted.emit(self.token.text())
        else:
            self.sign_in_wanted.emit(self.user.text(), self.password.text())

    def _leave(self) -> None:
        self.leave.start()
        self.sign_out_wanted.emit()
