"""Where secrets, drafts and reports are kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code, Problem
from dzwonek.startup.core.surroundings import Surroundings
from dzwonek.startup.parts import built_once
from dzwonek.startup.stores import bring_together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.config.places import Places
    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.config.secrets import SessionBox
    from dzwonek.domain.ports import SecretBox
    from dzwonek.outbox.drafts import SealedDrafts
    from dzwonek.outbox.keys import KeyRing
    from dzwonek.outbox.look import Look
    from dzwonek.outbox.remembered import SealedMemory
    from dzwonek.outbox.store import SealedOutbox


class Storage(Surroundings):
    """The keyring and the sealed stores; a keyring that is handed in stands for the system's."""

    def __init__(
        self,
        environment: Mapping[str, str],
        where: Places,
        keyring: SecretBox | None = None,
        admin: AdminPlaces | None = None,
    ) -> None:
        super().__init__(environment, where, admin)
        self._given_keyring = keyring

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

    def key_note(self) -> Problem | None:
        """Say what is to be known of the queue's key: it lies in a file, or is out of reach."""
        from dzwonek.outbox.keyfile import Place

        for status in self.keys.status():
            if status.problem is not None:
                return status.problem
            if status.is_current and status.place is Place.FILE:
                return Problem(Code.QUEUE_KEY_IN_FILE)
        return None

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
        self.closing.callback(outbox.close)
        outbox.recover()
        return outbox

    @built_once
    def look(self) -> Look:
        """Look at the outbox without writing to its disk, where that takes nothing."""
        from dzwonek.outbox.look import Look

        return Look(self.places.data, self.keys, self.clock)

    def keep_for_now(self) -> None:
        """Let today's retention hold for what is stored already."""
        privacy = self.settings.privacy
        delivered = timedelta(days=privacy.keep_delivered_days)
        self.outbox.keep_for(delivered, timedelta(days=privacy.keep_undelivered_days))
        self.drafts.keep_for(timedelta(days=privacy.keep_drafts_days))
