"""The ways to the outside as the settings name them now: Daktela and the mail server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble
from dzwonek.reporting.setup import DAKTELA_SECRET, MAIL_SECRET, PROXY_SECRET

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from datetime import datetime

    from dzwonek.config.settings import Mail, Settings
    from dzwonek.daktela.client import DaktelaClient
    from dzwonek.delivery.smtp import SmtpChannel
    from dzwonek.domain.ports import Clock, SecretBox

    Trust = Callable[[], ssl.SSLContext]

NO_SENDER = "dzwonek@localhost.invalid"  # RFC 6761 §6.4: never a real host


def sender_of(settings: Settings) -> str:
    """Give the address that reports come from; without one they wait for it."""
    return settings.delivery.mail.sender or settings.agent.email or NO_SENDER


def daktela_at(
    url: str,
    token: str | None,
    secrets: SecretBox,
    tls: Trust,
    clock: Clock,
    zone: str,
    heard: Callable[[datetime], None] | None = None,
) -> DaktelaClient:
    """Give the Daktela at `url`; without a token of its own it takes the stored one.

    `heard` is told the time by the server's clock.
    """
    from dzwonek.daktela.client import DaktelaClient

    def stored() -> str | None:
        return secrets.read(DAKTELA_SECRET)

    return DaktelaClient(
        url,
        stored if token is None else lambda: token,
        tls,
        clock,
        zone,
        heard=heard,
    )


def mail_channel(
    name: str, settings: Settings, secrets: SecretBox, tls: Trust, clock: Clock
) -> SmtpChannel:
    """Give the channel `name`; raises ProblemError (MAIL_NOT_CONFIGURED, CHANNEL_NOT_BUILT)."""
    if name != "mail":
        raise trouble(Code.CHANNEL_NOT_BUILT, channel=name)
    return mail_channel_of(settings.delivery.mail, secrets, tls, clock, None)


def mail_channel_of(
    mail: Mail, secrets: SecretBox, tls: Trust, clock: Clock, password: str | None
) -> SmtpChannel:
    """Give the channel to one mail server, with this password or the stored one."""
    from dzwonek.config.proxy import parsed
    from dzwonek.delivery.server import Proxy, SmtpServer
    from dzwonek.delivery.smtp import SmtpChannel

    if not (mail.host and mail.sender):
        raise trouble(Code.MAIL_NOT_CONFIGURED)
    address = parsed(mail.proxy)
    proxy = Proxy(*address) if address else None
    server = SmtpServer(mail.host, mail.port, mail.security, mail.user, mail.sender, proxy)

    def secret() -> str | None:
        return secrets.read(MAIL_SECRET) if password is None else password

    def proxy_secret() -> str | None:
        return secrets.read(PROXY_SECRET)

    return SmtpChannel(server, secret, tls, clock, proxy_password=proxy_secret)
