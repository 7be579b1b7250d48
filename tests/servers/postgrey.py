"""A real greylister, postgrey: the first try of an unknown sender is sent away for a while."""

from __future__ import annotations

import shutil

from tests.servers.daemon import Daemon

DELAY = 1  # seconds in which a second try comes too early


class Postgrey(Daemon):
    """Serves Postfix's policy protocol; a Postfix asks it by `restriction`."""

    name = "postgrey"

    @property
    def restriction(self) -> str:
        """Give the words for Postfix's smtpd_recipient_restrictions."""
        return f"check_policy_service inet:127.0.0.1:{self.port}"

    def configure(self) -> None:
        """Make the folder of its memory."""
        (self.home / "memory").mkdir(exist_ok=True)
        shutil.chown(self.home / "memory", "nobody", "nogroup")

    def command(self) -> list[str]:
        """Stay in the foreground; taint mode, as its own first line wants it."""
        return [
            *("perl", "-T", "/usr/sbin/postgrey", f"--inet=127.0.0.1:{self.port}"),
            *(f"--delay={DELAY}", f"--dbdir={self.home}/memory"),
            *("--user=nobody", "--group=nogroup"),
        ]
