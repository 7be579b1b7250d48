"""A real Dovecot of our own: takes mail by LMTP, throws second copies away, shows it by IMAP.

It runs as root (Dovecot switches to its own users by itself) and listens on loopback only. A
mailbox is an address; a second message of the same Message-ID is thrown away for thirty days by
the Sieve test `duplicate` (RFC 7352), as support's mailbox may be set up to do.
"""

from __future__ import annotations

import contextlib
import imaplib
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.servers.daemon import Daemon

OWNER = 65534  # nobody: whose the delivered mail is
WORD = "haslo-skrzynki"
MODULES = "/usr/lib/dovecot/modules/lib90_sieve_plugin.so"
PARTS = {  # program: Debian package
    "/usr/sbin/dovecot": "dovecot-core",
    "/usr/lib/dovecot/imap": "dovecot-imapd",
    "/usr/lib/dovecot/lmtp": "dovecot-lmtpd",
    MODULES: "dovecot-sieve",
}
SIEVE = 'require ["duplicate"];\nif duplicate { discard; stop; }\n'
# https://doc.dovecot.org/2.3/configuration_manual/, https://doc.dovecot.org/configuration_manual/sieve/
SETTINGS = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
default_internal_user = dovecot
default_login_user = dovenull
default_process_limit = 20
first_valid_uid = {owner}
first_valid_gid = {owner}
mail_location = maildir:{home}/mail/%u
lda_mailbox_autocreate = yes
lmtp_save_to_detail_mailbox = no
postmaster_address = postmaster@poczta.test
hostname = poczta.test
mail_fsync = never
passdb {{
  driver = static
  args = password={word}
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner} home={home}/mail/%u/home allow_all_users=yes
}}
service lmtp {{
  unix_listener {home}/lmtp {{
    mode = 0666
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service stats {{
  chroot =
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
service anvil {{
  chroot =
}}
protocol lmtp {{
  mail_plugins = {plugins}
}}
plugin {{
  sieve_before = {home}/sieve/twice.sieve
  sieve_duplicate_default_period = 30d
  sieve_duplicate_max_period = 30d
}}
"""


def missing() -> str:
    """Say what this computer lacks for a Dovecot of our own; "" when nothing."""
    if sys.platform == "win32":
        return "Dovecot knows no Windows"
    for path, package in PARTS.items():
        if not Path(path).exists():
            return f"needs {path} (apt-get install {package})"
    return "" if os.geteuid() == 0 else "needs root, as Dovecot itself does"


class Dovecot(Daemon):
    """One Dovecot with its own configuration, sockets and mailboxes, all in one folder of `base`.

    `throws_away` second copies unless told otherwise. Postfix hands mail on to `transport`.
    """

    name = "dovecot"
    log_name = "dovecot.log"

    def __init__(self, *mailboxes: str, throws_away: bool = True, base: str = "/tmp") -> None:
        super().__init__(base)
        self.mailboxes = mailboxes
        self._plugins = "sieve" if throws_away else ""

    @property
    def transport(self) -> str:
        """Name the way in, as Postfix's transport_maps want it."""
        return f"lmtp:unix:{self.home}/lmtp"

    @contextlib.contextmanager
    def imap(self, mailbox: str, *, is_to_change: bool = False) -> Iterator[imaplib.IMAP4]:
        """Give a connection that is logged in to a mailbox and has its INBOX selected."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=20) as connection:
            connection.login(mailbox, WORD)
            connection.select("INBOX", readonly=not is_to_change)
            yield connection

    def messages(self, mailbox: str) -> list[bytes]:
        """Give what lies in a mailbox as IMAP shows it (CRLF line ends), oldest first."""
        with self.imap(mailbox) as connection:
            _, (numbers,) = connection.search(None, "ALL")
            if not numbers:
                return []
            _, found = connection.fetch(f"1:{len(numbers.split())}", "(BODY.PEEK[])")
        return [part[1] for part in found if isinstance(part, tuple)]

    def empty(self, mailbox: str) -> None:
        """Throw away all mail of a mailbox; what it had is still known to the rule."""
        if not self.count(mailbox):
            return
        with self.imap(mailbox, is_to_change=True) as connection:
            connection.store("1:*", "+FLAGS.SILENT", "(\\Deleted)")
            connection.expunge()

    def count(self, mailbox: str) -> int:
        """Count what lies in a mailbox, without reading it."""
        folder = self.home / "mail" / mailbox
        return sum(1 for part in ("new", "cur") for _ in folder.glob(f"{part}/*"))

    def wait_for(self, count: int, mailbox: str, seconds: float = 10) -> list[bytes]:
        """Wait until a mailbox holds `count` messages; raises AssertionError when it never does."""
        self.wait_until(lambda: self.count(mailbox) >= count, seconds)
        return self.messages(mailbox)

    def prepare(self) -> None:
        """Write the Sieve rule and make the folders, with the owners that Dovecot wants."""
        for name in ("run", "sieve", "mail", *(f"mail/{box}/home" for box in self.mailboxes)):
            (self.home / name).mkdir(parents=True)
        for path in (self.home / "mail", *(self.home / "mail").rglob("*"), self.home / "sieve"):
            shutil.chown(path, OWNER, OWNER)
        (self.home / "sieve" / "twice.sieve").write_text(SIEVE)

    def configure(self) -> None:
        """Write all settings down."""
        text = SETTINGS.format(
            home=self.home, owner=OWNER, word=WORD, port=self.port, plugins=self._plugins
        )
        (self.home / "dovecot.conf").write_text(text)

    def command(self) -> list[str]:
        """Give Dovecot, in the foreground."""
        return ["/usr/sbin/dovecot", "-F", "-c", str(self.home / "dovecot.conf")]

    def is_ready(self) -> bool:
        """Say whether it greets on its port; raises OSError while it does not."""
        with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
            connection.settimeout(5)
            return connection.recv(64).startswith(b"* OK")
