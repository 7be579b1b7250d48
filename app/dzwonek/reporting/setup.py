"""Setting up: is this a Daktela, who signs in, does the mail server take us; each says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dzwonek.domain.ports import SecretBox

if TYPE_CHECKING:
    from dzwonek.config.settings import Mail, Settings
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.problem import Problem

DAKTELA_SECRET = "daktela"
MAIL_SECRET = "mail"
PROXY_SECRET = "proxy"


class DaktelaDoor(Protocol):
    """What setting up needs of a Daktela; each call raises ProblemError (DAKTELA_…)."""

    def check(self) -> str:
        """Give the server's version, the proof that it is a Daktela."""
        ...

    def login(self, user: str, password: str) -> str:
        """Trade a password for an access token; the password is not kept."""
        ...

    def who_am_i(self) -> Identity:
        """Ask who the token belongs to."""
        ...


class HoldingBox(SecretBox, Protocol):
    """A box that holds for this run what the keyring does not take."""

    def why_held(self, name: str) -> Problem | None:
        """Say why a secret will be gone when the program ends; None = the keyring has it."""
        ...


class SetupParts(Protocol):
    """What setting up is made of."""

    @property
    def secrets(self) -> HoldingBox: ...  # noqa: D102

    def normalised(self, address: str) -> str:
        """Give `https://host` for what was typed; raises ProblemError."""
        ...

    def daktela_at(self, address: str, token: str | None) -> DaktelaDoor:
        """Give the Daktela at a normalised address, with a token or without."""
        ...

    def try_mail(self, mail: Mail, password: str | None) -> None:
        """Connect, sign in, name sender and recipient, send nothing; raises ProblemError."""
        ...

    def cancel_try(self) -> None:
        """Break off `try_mail`, from another thread; nothing happens when none is under way."""
        ...

    def keep_settings(self, settings: Settings) -> None:
        """Save the settings; raises ProblemError (SETTINGS_NOT_SAVED).

        What was held for the old ones goes again only after `secrets_changed`.
        """
        ...

    def secrets_changed(self) -> None:
        """Let what was held for old settings, a password or a token go again."""
        ...


class Setup:
    """Serves the settings window and `dzwonek setup`; every call may block."""

    def __init__(self, parts: SetupParts) -> None:
        self._parts = parts

    def check_system(self, address: str) -> str:
        """Give the normalised address if a Daktela answers there; raises ProblemError."""
        url = self._parts.normalised(address)
        self._parts.daktela_at(url, None).check()
        return url

    def sign_in(self, address: str, user: str, password: str) -> Identity:
        """Trade user and password for a token, keep the token, forget the password."""
        url = self._parts.normalised(address)
        token = self._parts.daktela_at(url, None).login(user, password)
        return self._keep_token(url, token)

    def use_token(self, address: str, token: str) -> Identity:
        """Keep a pasted access token after Daktela said whose it is; raises ProblemError."""
        return self._keep_token(self._parts.normalised(address), token.strip())

    def sign_out(self) -> None:
        """Forget the token."""
        self._parts.secrets.forget(DAKTELA_SECRET)
        self._parts.secrets_changed()

    def try_mail(self, mail: Mail, password: str | None) -> None:
        """Try the mail server without sending a report; None = the stored password."""
        self._parts.try_mail(mail, password)

    def cancel_try(self) -> None:
        """Break off the try of a mail server; quick, for any thread."""
        self._parts.cancel_try()

    def why_held(self, name: str) -> Problem | None:
        """Say why a secret is kept only until the program ends; None = the keyring has it."""
        return self._parts.secrets.why_held(name)

    def save(self, settings: Settings, mail_password: str = "") -> None:
        """Save the settings and a new mail password, if one is given; raises ProblemError.

        What was held goes again once, when both hold: half of them would be refused anew.
        """
        self._parts.keep_settings(settings)
        if mail_password:
            self._parts.secrets.write(MAIL_SECRET, mail_password)
        self._parts.secrets_changed()

    def _keep_token(self, url: str, token: str) -> Identity:
        identity = self._parts.daktela_at(url, token).who_am_i()
        self._parts.secrets.write(DAKTELA_SECRET, token)
        self._parts.secrets_changed()
        return identity
