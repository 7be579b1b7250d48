"""Builds and connects all that needs no Qt; the command line uses only this."""

from __future__ import annotations

import logging
import os
import sys
import threading
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek import __released__, __version__
from dzwonek.config.logs import forbid_core_dumps, start_logging, stop_logging
from dzwonek.config.machine_defaults import MachineDefaults, machine_defaults
from dzwonek.config.places import Places, places
from dzwonek.config.policy import Effective, effective
from dzwonek.config.settings import Loaded, Settings, load
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.events import Command
from dzwonek.domain.identity import Agent, IdentitySource
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble
from dzwonek.startup.command import own_command
from dzwonek.startup.parts import built_once
from dzwonek.startup.stores import bring_together, placed
from dzwonek.startup.ways import daktela_at, mail_channel, mail_channel_of, sender_of
from dzwonek.startup.zone import local_zone

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping

    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.config.secrets import SessionBox
    from dzwonek.config.settings import Mail
    from dzwonek.daktela.client import DaktelaClient
    from dzwonek.delivery.smtp import SmtpChannel
    from dzwonek.desktop.mail_program import DesktopMailProgram
    from dzwonek.domain.delivery import Entry, Envelope
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import Autostart, SecretBox, Stamp
    from dzwonek.domain.profile import ContactProfile
    from dzwonek.outbox.courier import Courier
    from dzwonek.outbox.drafts import SealedDrafts
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.look import Look
    from dzwonek.outbox.remembered import SealedMemory
    from dzwonek.outbox.store import SealedOutbox
    from dzwonek.reporting.clock_check import ClockCheck
    from dzwonek.reporting.letter import Letters
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.setup import Setup
    from dzwonek.reporting.submit import Address, Submission

USUAL_ZONE = "Europe/Warsaw"
STOP_BOUND = timedelta(seconds=5)

log = logging.getLogger("dzwonek.startup")


class Core:
    """All parts without a window; each is built at its first use, on whichever thread asks."""

    def __init__(
        self,
        environment: Mapping[str, str],
        where: Places,
        keyring: SecretBox | None = None,
        admin: AdminPlaces | None = None,
    ) -> None:
        self.building = threading.RLock()
        self._closing = ExitStack()
        self._trying: SmtpChannel | None = None
        self._trust: tuple[str, ssl.SSLContext] | None = None
        self._given_keyring = keyring
        self._admin = admin
        self.environment = environment
        self.clock = SystemClock()
        self.stamp: Stamp | None = None  # writing on pictures takes an application of Qt's
        self.home = where
        self.defaults: MachineDefaults = machine_defaults(admin)
        self.loaded: Loaded = load(where.settings_file, self.defaults.settings)
        self.policy: Effective = effective(self.loaded.settings, environment, admin)
        self.places = placed(where, self.policy.outbox_folder, environment)

    # -- settings

    @property
    def settings(self) -> Settings:
        """Give the settings that hold: the file's between the administrator's two kinds."""
        return self.policy.settings

    @property
    def own_settings(self) -> Settings:
        """Give the settings of the operator's own file, above the computer's defaults."""
        return self.loaded.settings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """List what is wrong with settings and policy."""
        return (*self.defaults.problems, *self.loaded.problems, *self.policy.problems)

    def keep_settings(self, settings: Settings) -> None:
        """Save the settings and put them into force; raises ProblemError (SETTINGS_NOT_SAVED).

        What the administrator fixed stays in his policy and does not come into the own file, and
        neither do the computer's defaults.
        The courier learns of it by `secrets_changed`, when a new password holds as well.
        """
        from dzwonek.config.settings import paths, with_value
        from dzwonek.config.settings_file import save

        own = dict(paths(self.own_settings))
        for name in self.policy.locked:
            if name in own:
                settings = with_value(settings, name, own[name])
        save(self.places.settings_file, settings, self.defaults.settings)
        self.loaded = load(self.places.settings_file, self.defaults.settings)
        self.policy = effective(self.loaded.settings, self.environment, self._admin)
        if Core.outbox.is_built(self):
            self._keep_for()
            self.readdress()

    def _keep_for(self) -> None:
        """Let today's retention hold for what is stored already."""
        privacy = self.settings.privacy
        delivered = timedelta(days=privacy.keep_delivered_days)
        self.outbox.keep_for(delivered, timedelta(days=privacy.keep_undelivered_days))
        self.drafts.keep_for(timedelta(days=privacy.keep_drafts_days))

    def readdress(self) -> None:
        """Give what waits today's sender and recipients; raises ProblemError."""
        from dzwonek.reporting.readdress import readdress_waiting

        readdress_waiting(self.outbox, self.address)

    def secrets_changed(self) -> None:
        """Let what was held for a wrong password or address go again."""
        if Core.courier.is_built(self):
            self.courier.channel_changed()

    @built_once
    def profile(self) -> ContactProfile:
        """Load the support profile that the settings name; raises ProblemError.

        Contacts that a policy names stand in the place of the profile's.
        """
        from dzwonek.config.profile import load_profile

        return self.policy.with_contacts(load_profile(self.settings.profile.name))

    @built_once
    def zone(self) -> str:
        """Name the zone of the operator's clock."""
        return local_zone(self.environment, USUAL_ZONE)

    @property
    def host(self) -> str:
        """Give the host of the customer's Daktela, or nothing."""
        from dzwonek.daktela.address import host_of

        return host_of(self.settings.system.url) if self.settings.system.url else ""

    @property
    def configured_agent(self) -> Agent:
        """Give the agent that the settings name."""
        agent = self.settings.agent
        return Agent(agent.name, agent.login, agent.email)

    # -- secrets

    @built_once
    def keyring(self) -> SecretBox:
        """Give the system's keyring, or the one that was handed in."""
        if self._given_keyring is not None:
            return self._given_keyring
        from dzwonek.config.secrets import KeyringBox

        return KeyringBox()

    @built_once
    def secrets(self) -> SessionBox:
        """Give the keyring, and beside it a box for this run where there is none."""
        from dzwonek.config.secrets import SessionBox

        return SessionBox(self.keyring)

    @built_once
    def keys(self) -> KeyRing:
        """Give the ring of the queue's keys."""
        from dzwonek.outbox.keys import KeyRing

        is_file_allowed = self.settings.privacy.queue_key == "keyring-or-file"
        return KeyRing(
            self.places.queue_keys,
            self.keyring,
            self.clock,
            is_file_allowed=is_file_allowed,
            is_file_wanted=is_file_allowed and self.places.outbox is not None,
        )

    def signed_in(self) -> Identity | None:
        """Name who is signed in to Daktela, as far as is known without asking; may block."""
        from dzwonek.reporting.setup import DAKTELA_SECRET

        known = self.reception.known()
        if known.source not in (IdentitySource.DAKTELA, IdentitySource.REMEMBERED):
            return None
        try:
            return known if self.secrets.read(DAKTELA_SECRET) else None
        except ProblemError:
            return None  # a locked keyring: nobody can be said to be signed in

    # -- stores

    @built_once
    def stores(self) -> Places:
        """Make sure of the folder that a policy chose, and bring what lies elsewhere into it.

        Raises ProblemError (DISK_…) where there is no such folder for this user alone.
        """
        bring_together(self.home, self.places, self.keys, self.keyring, self.clock)
        return self.places

    @built_once
    def drafts(self) -> SealedDrafts:
        """Open the sealed drafts."""
        from dzwonek.outbox.drafts import SealedDrafts

        keep = timedelta(days=self.settings.privacy.keep_drafts_days)
        return SealedDrafts(self.stores.drafts, self.keys, self.clock, keep)

    @built_once
    def memory(self) -> SealedMemory:
        """Open what this computer remembers."""
        from dzwonek.outbox.remembered import SealedMemory

        return SealedMemory(self.stores.remembered, self.keys)

    @built_once
    def outbox(self) -> SealedOutbox:
        """Open the outbox and set right what a crash left; raises ProblemError."""
        from dzwonek.outbox.store import SealedOutbox

        privacy = self.settings.privacy
        outbox = SealedOutbox(
            self.stores.data,
            self.keys,
            self.clock,
            timedelta(days=privacy.keep_delivered_days),
            keep_undelivered=timedelta(days=privacy.keep_undelivered_days),
            purge_drafts=self.drafts.purge,
        )
        self._closing.callback(outbox.close)
        outbox.recover()
        return outbox

    @built_once
    def look(self) -> Look:
        """Look at the outbox without writing to its disk, where that takes nothing."""
        from dzwonek.outbox.look import Look

        return Look(self.places.data, self.keys, self.clock)

    @built_once
    def courier(self) -> Courier:
        """Make the courier; it sends nothing before `start` or `drain`."""
        from random import SystemRandom

        from dzwonek.outbox.courier import Courier

        courier = Courier(
            self.outbox, self.channel, self.clock, SystemRandom(), smaller=self.smaller
        )
        self._closing.callback(courier.stop, STOP_BOUND)
        return courier

    def smaller(self, envelope: Envelope, limit: int) -> Envelope | None:
        """Give a report with smaller pictures for a server that takes `limit` bytes (0: unknown).

        None when nothing can be made smaller. Raises ProblemError (PROFILE_UNKNOWN).
        """
        from dzwonek.reporting.shrink import smaller

        return smaller(envelope, limit, self.profile.words)

    @built_once
    def clock_check(self) -> ClockCheck:
        """Make the check of this computer's clock by what Daktela's server says."""
        from dzwonek.reporting.clock_check import ClockCheck

        released = datetime.fromisoformat(__released__).replace(tzinfo=UTC)
        return ClockCheck(self.clock, released)

    # -- ways out

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

    def channel(self, name: str) -> SmtpChannel:
        """Give the channel as now configured; raises ProblemError.

        While the policy names nobody usable, what was sealed before does not leave either.
        """
        self.policy.must_name_somebody()
        return mail_channel(name, self.settings, self.secrets, self.tls, self.clock)

    def address(self, is_test: bool) -> Address:
        """Say from whom and to whom a report goes; a test report goes to its own author."""
        from dzwonek.reporting.submit import Address

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

    def nudge(self) -> None:
        """Wake the courier if it runs here, else the running program."""
        if Core.courier.is_built(self):
            self.courier.nudge()
        else:
            self.tell_running()

    @built_once
    def mail_program(self) -> DesktopMailProgram:
        """Make the way to the desktop's mail program; nothing is started by that."""
        from dzwonek.desktop.mail_program import mail_program_for

        folder = self.places.state / "mail-program"
        program = mail_program_for(self.environment, sys.platform, folder, own_command())
        self._closing.callback(program.close)
        return program

    def leave_mail_program(self) -> None:
        """Wait for a mail program no longer, if that is being done."""
        if Core.mail_program.is_built(self):
            self.mail_program.leave()

    def autostart(self) -> Autostart:
        """Give the switch for starting with the computer, or what a policy makes of it."""
        from dzwonek.desktop.autostart import autostart_for

        own = autostart_for(self.environment, sys.platform, own_command())
        if self.policy.autostart is None:
            return own
        from dzwonek.desktop.autostart_fixed import FixedAutostart

        return FixedAutostart(own, self.policy.autostart)

    def see_to_autostart(self) -> None:
        """Do what a policy wants of the start with the computer; what hinders it is logged."""
        if self.policy.autostart is None:
            return
        from dzwonek.desktop.autostart_fixed import FixedAutostart

        switch = self.autostart()
        try:
            if isinstance(switch, FixedAutostart):
                switch.see_to()
        except ProblemError as error:
            log.warning("autostart is not as the policy wants it: %s", error.problem.code.value)

    def install_entry(self, icons: Mapping[str, bytes]) -> None:
        """Make the program known to a Linux desktop; `icons` as `desktop.entry` wants them."""
        if sys.platform != "linux":
            return
        from dzwonek.desktop.entry import install_entry

        home = Path(self.environment.get("HOME") or Path.home())
        told = self.environment.get("XDG_DATA_HOME", "")
        data_home = Path(told) if os.path.isabs(told) else home / ".local" / "share"
        install_entry(data_home, own_command(), icons)

    def submit_test(self) -> Entry:
        """Seal a test report to the agent's own address; raises ProblemError."""
        from dzwonek.reporting.trial import trial_draft

        return self.reception.submit(trial_draft(self.settings.agent, self.host, self.clock.now()))

    def key_note(self) -> Problem | None:
        """Say what is to be known of the queue's key: it lies in a file, or is out of reach."""
        from dzwonek.outbox.keyfile import Place

        for status in self.keys.status():
            if status.problem is not None:
                return status.problem
            if status.is_current and status.place is Place.FILE:
                return Problem(Code.QUEUE_KEY_IN_FILE)
        return None

    def reload(self) -> None:
        """After another process changed settings or secrets: put them into force here."""
        self.loaded = load(self.places.settings_file, self.defaults.settings)
        self.policy = effective(self.loaded.settings, self.environment, self._admin)
        if Core.outbox.is_built(self):
            self._keep_for()
            self.readdress()
        self.secrets_changed()

    def look_again(self) -> None:
        """After another process sealed a report: take it up."""
        self.courier.nudge()

    def spread(self) -> None:
        """After sleep, or when the network is back: a whole office may not send at once."""
        log.info("woken up or network back: what is overdue goes within five minutes")
        if Core.courier.is_built(self):
            self.courier.spread()

    def tell_running(self, command: Command = Command.NUDGE) -> bool:
        """Let the running program, if there is one, look into the outbox; says whether it did."""
        from dzwonek.desktop.single_instance import hand_over

        return hand_over(self.places.runtime, command, timedelta(seconds=2))

    # -- use cases

    @built_once
    def letters(self) -> Letters:
        """Make the writing of messages, for which no store is opened."""
        from dzwonek.reporting.letter import Letters

        program = f"dzwonek {__version__}"
        doubt = self.clock_check.doubt
        return Letters(
            self.profile, self.address, self.clock, program, self.zone, doubt, self.stamp
        )

    @built_once
    def submission(self) -> Submission:
        """Make the use case that seals reports."""
        from dzwonek.reporting.submit import Submission

        return Submission(
            self.drafts,
            self.outbox,
            self.profile,
            self.address,
            self.clock,
            f"dzwonek {__version__}",
            self.zone,
            self.clock_check.doubt,
            self.stamp,
        )

    @built_once
    def reception(self) -> Reception:
        """Make the front office of all use cases."""
        from dzwonek.reporting.reception import Reception

        return Reception(self)

    @built_once
    def setup(self) -> Setup:
        """Make the use cases of the settings window."""
        from dzwonek.reporting.setup import Setup

        return Setup(self)

    def close(self) -> None:
        """Stop and close what was built, in reverse order."""
        self._closing.close()


@contextmanager
def open_core(
    environment: Mapping[str, str] | None = None,
    keyring: SecretBox | None = None,
    *,
    is_patient: bool = False,
    admin: AdminPlaces | None = None,
) -> Iterator[Core]:
    """Build a core for a command and close it behind; raises ProblemError (DISK_…).

    A patient one goes on where the disk takes nothing: the first use of the stores says it.
    `admin` stands in for this computer's places of policies and defaults.
    """
    chosen = os.environ if environment is None else environment
    where = places(chosen)
    if is_patient:
        where.prepare_most()
    else:
        where.prepare()
    forbid_core_dumps()
    log_file = start_logging(where.log_file)
    try:
        core = Core(chosen, where, keyring, admin)
        try:
            yield core
        finally:
            core.close()
    finally:
        stop_logging(log_file)
