"""What leads outside: Daktela, the mail server, and the courier that carries reports to it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from dzwonek import __released__
from dzwonek.domain.problem import Code, ProblemError, trouble
from dzwonek.startup.core.storage import Storage
from dzwonek.startup.parts import built_once
from dzwonek.startup.ways import daktela_at, mail_channel, mail_channel_of, sender_of

if TYPE_CHECKING:
    import ssl

    from dzwonek.config.settings import Mail
    from dzwonek.daktela.client import DaktelaClient
    from dzwonek.delivery.smtp import SmtpChannel
    from dzwonek.domain.delivery import Envelope
    from dzwonek.outbox.courier import Courier
    from dzwonek.reporting.clock_check import ClockCheck
    from dzwonek.reporting.submit import Address

STOP_BOUND = timedelta(seconds=5)

log = logging.getLogger("dzwonek.startup")


class Outside(Storage):
    """The ways out as the settings name them now."""

    _trying: SmtpChannel | None = None
    _trust: tuple[str, ssl.SSLContext] | None = None

    @built_once
    def clock_check(self) -> ClockCheck:
        """Make the check of this computer's clock by what Daktela's server says."""
        from dzwonek.reporting.clock_check import ClockCheck

        released = datetime.fromisoformat(__released__).replace(tzinfo=UTC)
        return ClockCheck(self.clock, released)

    def tls(self, ca_file: str | None = None) -> ssl.SSLContext:
        """Trust what the system trusts and the CA file of the settings (or another one).

        Reading the system's store is slow, so one context serves until the file changes.
        """
        from dzwonek.config.tls import tls_context

        file = self.settings.delivery.mail.ca_file if ca_file is None else ca_file
        with self.building:
            if self._trust is None or self._trust[0] != file:
                self._trust = (file, tls_context(file))
            return self._trust[1]

    def agent_desk(self) -> DaktelaClient:
        """Give the customer's Daktela; raises ProblemError (DAKTELA_NOT_CONFIGURED)."""
        url = self.settings.system.url
        if not url:
            raise trouble(Code.DAKTELA_NOT_CONFIGURED)
        return self.daktela_at(self.normalised(url), None)

    def daktela_at(self, address: str, token: str | None) -> DaktelaClient:
        """Give the Daktela at an address, with this token or the stored one."""
        heard = self.clock_check.heard
        return daktela_at(address, token, self.secrets, self.tls, self.clock, self.zone, heard)

    def normalised(self, address: str) -> str:
        """Give `https://host` for what was typed; raises ProblemError."""
        from dzwonek.daktela.address import normalised_address

        return normalised_address(address)

    def channel(self, name: str) -> SmtpChannel:
        """Give the channel as now configured; raises ProblemError.

        While nobody knows to whom reports go, what was sealed before does not leave either.
        """
        self.must_know_support()
        return mail_channel(name, self.settings, self.secrets, self.tls, self.clock)

    def address(self, is_test: bool) -> Address:
        """Say from whom and to whom a report goes; a test report goes to its own author.

        Raises ProblemError (PROFILE_UNKNOWN, POLICY_…) while nobody knows to whom.
        """
        from dzwonek.reporting.submit import Address

        if not is_test:
            self.must_know_support()
        settings = self.settings
        return Address(
            sender=sender_of(settings),
            recipients=(settings.agent.email,)
            if is_test
            else self.policy.recipients_or(self.profile.contact.email),
            reply_to=settings.agent.email,
            owner=settings.agent.name,
            channel=settings.delivery.channel,
        )

    def try_mail(self, mail: Mail, password: str | None) -> None:
        """Try a mail server without a message; raises ProblemError with what it said."""
        channel = self._trying = mail_channel_of(
            mail, self.secrets, lambda: self.tls(mail.ca_file), self.clock, password
        )
        outcome = channel.check(self.profile.contact.email)
        if outcome is not None and outcome.problem is not None:
            raise ProblemError(outcome.problem)

    def cancel_try(self) -> None:
        """Break off the try of a mail server that is under way, from another thread."""
        if self._trying is not None:
            self._trying.cancel()

    @built_once
    def courier(self) -> Courier:
        """Make the courier; it sends nothing before `start` or `drain`."""
        from random import SystemRandom

        from dzwonek.outbox.courier import Courier

        courier = Courier(
            self.outbox, self.channel, self.clock, SystemRandom(), smaller=self.smaller
        )
        self.closing.callback(courier.stop, STOP_BOUND)
        return courier

    def smaller(self, envelope: Envelope, limit: int) -> Envelope | None:
        """Give a report with smaller pictures for a server that takes `limit` bytes (0: unknown).

        None when nothing can be made smaller.
        """
        from dzwonek.reporting.shrink import smaller

        return smaller(envelope, limit, self.profile.words)

    def readdress(self) -> None:
        """Give what waits today's sender and recipients; raises ProblemError."""
        from dzwonek.reporting.readdress import readdress_waiting

        readdress_waiting(self.outbox, self.address)

    def secrets_changed(self) -> None:
        """Let what was held for a wrong password or address go again."""
        if Outside.courier.is_built(self):
            self.courier.channel_changed()

    def nudge(self) -> None:
        """Wake the courier if it runs here, else the running program."""
        if Outside.courier.is_built(self):
            self.courier.nudge()
        else:
            self.tell_running()

    def look_again(self) -> None:
        """After another process sealed a report: take it up."""
        self.courier.nudge()

    def spread(self) -> None:
        """After sleep, or when the network is back: a whole office may not send at once."""
        log.info("woken up or network back: what is overdue goes within five minutes")
        if Outside.courier.is_built(self):
            self.courier.spread()
