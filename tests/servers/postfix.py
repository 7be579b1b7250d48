"""A real Postfix of our own: STARTTLS, login, fault recipients, and Maildirs to read back.

It runs as root (Postfix switches to its own users by itself) and listens on loopback only; it has
no way of sending anything on.
"""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.servers.certificates import Authority
from tests.servers.daemon import Daemon, free_ports
from tests.servers.postfix_config import (
    FAULTS,
    MAIN,
    MASTER,
    OWNER,
    PASSWORD,
    SASL,
    SENDER,
    SIZE_LIMIT,
    SUPPORT,
    USER,
)

__all__ = ["FAULTS", "PASSWORD", "SENDER", "SIZE_LIMIT", "SUPPORT", "USER", "Postfix", "missing"]

MASTER_PROGRAM = "/usr/lib/postfix/sbin/master"


def missing() -> str:
    """Say what this computer lacks for a Postfix of our own; "" when nothing."""
    if sys.platform == "win32":
        return "Postfix knows no Windows"
    for program, package in (("postfix", "postfix"), ("saslpasswd2", "sasl2-bin")):
        if shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin") is None:
            return f"needs {program} (apt-get install {package})"
    if not list(Path("/usr/lib").glob("*/sasl2/libplain.so")):
        return "needs the SASL mechanism PLAIN (apt-get install libsasl2-modules)"
    return "" if os.geteuid() == 0 else "needs root, as Postfix itself does"


class Postfix(Daemon):
    """One Postfix with its own configuration, queue and mailboxes, all in one folder of `base`.

    `handed_on` are further mailboxes, each with the transport that has it (of a Dovecot's, say);
    `copied` mailboxes keep what they get and give a copy to another one. `more` are lines for the
    end of main.cf, where they overrule the others.
    """

    name = "postfix"
    log_name = "mail.log"

    def __init__(
        self,
        mailboxes: tuple[str, ...] = (SUPPORT, "drugi@support.test"),
        handed_on: Mapping[str, str] | None = None,
        copied: Mapping[str, str] | None = None,
        more: str = "",
        base: str = "/tmp",
    ) -> None:
        super().__init__(base)
        self.authority = Authority()
        self.mailboxes = mailboxes
        self._handed_on = dict(handed_on or {})
        self._copied = dict(copied or {})
        self._more = more
        self.ports = dict.fromkeys(("starttls", "tls", "plain"), 0)

    def tls(self) -> ssl.SSLContext:
        """Give a client's context that trusts this Postfix."""
        return self.authority.client()

    def messages(self, mailbox: str = SUPPORT) -> list[bytes]:
        """Give what was delivered to a mailbox, oldest first, as it lies in the Maildir."""
        folder = self.home / "mail" / mailbox / "new"
        paths = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_bytes() for path in paths]

    def wait_for(self, count: int, mailbox: str = SUPPORT, seconds: float = 10) -> list[bytes]:
        """Wait until a mailbox holds `count` messages; raises AssertionError when it never does."""
        self.wait_until(lambda: len(self.messages(mailbox)) >= count, seconds)
        return self.messages(mailbox)

    def wait_for_log(self, words: str, count: int = 1, seconds: float = 10) -> list[str]:
        """Wait until `count` lines of the log hold `words`, and give them."""
        self.wait_until(lambda: len(self._lines_with(words)) >= count, seconds)
        return self._lines_with(words)

    def settle(self, seconds: float = 60) -> None:
        """Wait until nothing is under way: all that was taken lies in the mailboxes."""
        # In the order in which a message goes through them, so that none slips by.
        queues = [self.home / "spool" / name for name in ("incoming", "active", "deferred")]
        self.wait_until(
            lambda: not any(names for queue in queues for *_, names in os.walk(queue)), seconds
        )

    def empty(self) -> None:
        """Throw away all delivered mail."""
        for mailbox in self.mailboxes:
            for path in (self.home / "mail" / mailbox / "new").iterdir():
                path.unlink()

    def _lines_with(self, words: str) -> list[str]:
        return [line for line in self.log.splitlines() if words in line]

    def prepare(self) -> None:
        """Write the configuration, the passwords and the empty mailboxes."""
        shutil.copytree("/etc/postfix/postfix-files.d", self.home / "etc" / "postfix-files.d")
        etc = self.home / "etc"
        shutil.copy("/etc/postfix/postfix-files", etc)
        shutil.copy("/etc/postfix/dynamicmaps.cf", etc)
        (etc / "dynamicmaps.cf.d").mkdir()
        self.authority.write(etc, "localhost", "127.0.0.1", "poczta.firma.test")
        boxes = (*self.mailboxes, *self._handed_on)
        domains = sorted({each.rpartition("@")[2] for each in (*boxes, *FAULTS)})
        (etc / "main.cf").write_text(
            MAIN.format(home=self.home, domains=", ".join(domains), owner=OWNER, limit=SIZE_LIMIT)
            + self._more
        )
        tables = {
            "mailboxes": {each: f"{each}/" for each in boxes},
            "faults": FAULTS,
            "transports": self._handed_on,
            "copies": {each: f"{each}, {other}" for each, other in self._copied.items()},
        }
        for name, rows in tables.items():
            (etc / name).write_text("".join(f"{key} {value}\n" for key, value in rows.items()))
        for each in self.mailboxes:
            for part in ("", "new", "cur", "tmp"):
                (self.home / "mail" / each / part).mkdir(parents=True, exist_ok=True)
        for path in (self.home / "mail", *(self.home / "mail").rglob("*")):
            shutil.chown(path, OWNER, OWNER)
        (self.home / "spool").mkdir()
        (self.home / "lib").mkdir()
        shutil.chown(self.home / "lib", "postfix")
        self._lay_out_passwords()
        self._settle_on_ports()
        # Makes the queue's folders, with the owners that Postfix wants.
        subprocess.run(["/usr/sbin/postfix", "-c", etc, "check"], check=True, capture_output=True)

    def _lay_out_passwords(self) -> None:
        """Write the one account into a password file that Postfix's user can read."""
        folder = self.home / "etc" / "sasl"
        folder.mkdir()
        (folder / "smtpd.conf").write_text(SASL.format(home=self.home))
        name, _, realm = USER.partition("@")
        subprocess.run(
            ["/usr/sbin/saslpasswd2", "-p", "-c", "-f", folder / "sasldb2", "-u", realm, name],
            input=PASSWORD.encode(),
            check=True,
            capture_output=True,
        )
        shutil.chown(folder / "sasldb2", "root", "postfix")

    def choose_ports(self) -> None:
        """Choose free ports, one for each way in."""
        self.ports = dict(zip(self.ports, free_ports(len(self.ports)), strict=True))

    def configure(self) -> None:
        """Write the ports down."""
        (self.home / "etc" / "master.cf").write_text(MASTER.format(**self.ports))

    def command(self) -> list[str]:
        """Give Postfix's master, in the foreground."""
        return [MASTER_PROGRAM, "-c", str(self.home / "etc"), "-s"]

    def is_ready(self) -> bool:
        """Say whether it told that it listens on all ports."""
        return bool(self._lines_with(f"postfix/master[{self.pid}]: daemon started"))
