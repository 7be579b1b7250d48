"""Build the way out that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, trouble

if TYPE_CHECKING:
    import ssl

    from dzwonek.delivery.server import SmtpServer
    from dzwonek.delivery.smtp import SmtpChannel
    from dzwonek.domain.ports import Clock


def channel_for(
    name: str,
    server: SmtpServer,
    password: Callable[[], str | None],
    tls: Callable[[], ssl.SSLContext],
    clock: Clock,
) -> SmtpChannel:
    """Give the channel called `name` in the settings.

    Raises ProblemError (CHANNEL_NOT_BUILT) for a name that this version cannot serve: graph,
    ticket, webhook, mailprogram.
    """
    if name != "mail":
        raise trouble(Code.CHANNEL_NOT_BUILT, channel=name)
    from dzwonek.delivery.smtp import SmtpChannel

    return SmtpChannel(server, password, tls, clock)
