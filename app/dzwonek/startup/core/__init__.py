"""Builds and connects all that needs no Qt; the command line uses only this.

One floor on the other, each in a file: rules, surroundings, storage, outside, and here the use
cases.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dzwonek import __version__
from dzwonek.config.logs import forbid_core_dumps, start_logging, stop_logging
from dzwonek.domain.identity import IdentitySource
from dzwonek.domain.problem import ProblemError
from dzwonek.startup.core.outside import Outside
from dzwonek.startup.core.storage import Storage
from dzwonek.startup.parts import built_once
from dzwonek.startup.stores import found_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.config.settings import Settings
    from dzwonek.domain.delivery import Entry
    from dzwonek.domain.identity import Identity
    from dzwonek.domain.ports import SecretBox, Stamp
    from dzwonek.reporting.letter import Letters
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.setup import Setup
    from dzwonek.reporting.submit import Submission

PROGRAM = f"dzwonek {__version__}"


class Core(Outside):
    """All parts without a window; each is built at its first use, on whichever thread asks."""

    stamp: Stamp | None = None  # writing on pictures takes an application of Qt's

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
        self.read_rules()
        if Storage.outbox.is_built(self):
            self.keep_for_now()
            self.readdress()

    def reload(self) -> None:
        """After another process changed settings or secrets: put them into force here."""
        self.read_rules()
        if Storage.outbox.is_built(self):
            self.keep_for_now()
            self.readdress()
        self.secrets_changed()

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

    def submit_test(self) -> Entry:
        """Seal a test report to the agent's own address; raises ProblemError."""
        from dzwonek.reporting.trial import trial_draft

        return self.reception.submit(trial_draft(self.settings.agent, self.host, self.clock.now()))

    @built_once
    def letters(self) -> Letters:
        """Make the writing of messages, for which no store is opened."""
        from dzwonek.reporting.letter import Letters

        doubt = self.clock_check.doubt
        return Letters(
            self.profile, self.address, self.clock, PROGRAM, self.zone, doubt, self.stamp
        )

    @built_once
    def submission(self) -> Submission:
        """Make the use case that seals reports."""
        from dzwonek.reporting.submit import Submission

        return Submission(self.drafts, self.outbox, self.letters)

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
        self.closing.close()


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
    where = found_places(chosen)
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
