"""Setting up: is this a Daktela, who signs in, does the mail server take us; each says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dzwonek.config.settings import Mail, Settings
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import SecretBox

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


class SetupParts(Protocol):
    """What setting up is made of."""

    @property
    def secrets(self) -> SecretBox: ...  # noqa: D102

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
        """Save the settings and put them into force; raises ProblemError (SETTINGS_NOT_SAVED)."""
        ...

    def secrets_changed(self) -> None:
        """Put a new password or token into force: what was held may go again."""
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

    def set_secret(self, name: str, value: str) -> None:
        """Keep a secret in the keyring; raises ProblemError (KEYRING_…)."""
        self._parts.secrets.write(name, value)
        self._parts.secrets_changed()

    def save(self, settings: Settings) -> None:
        """Save the settings and put them into force; raises ProblemError."""
        self._parts.keep_settings(settings)

    def _keep_token(self, url: str, token: str) -> Identity:
        identity = self._parts.daktela_at(url, token).who_am_i()
        self.set_secret(DAKTELA_SECRET, token)
        return identity
