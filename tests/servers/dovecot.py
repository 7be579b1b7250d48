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
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

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


class Dovecot:
    """One Dovecot with its own configuration, sockets and mailboxes, all in one folder of `base`.

    `throws_away` second copies unless told otherwise. Postfix hands mail on to `transport`.
    """

    def __init__(self, *mailboxes: str, throws_away: bool = True, base: str = "/tmp") -> None:
        # Not pytest's own folder: Dovecot's users have to get through; a socket's path is short.
        self.home = Path(tempfile.mkdtemp(prefix="dz-dovecot-", dir=base))
        self.home.chmod(0o755)
        self.port = 0
        self.mailboxes = mailboxes
        self._plugins = "sieve" if throws_away else ""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._lay_out()
            self._start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._remove()

    @property
    def transport(self) -> str:
        """Name the way in, as Postfix's transport_maps want it."""
        return f"lmtp:unix:{self.home}/lmtp"

    @property
    def log(self) -> str:
        """Give what Dovecot wrote about its work."""
        path = self.home / "dovecot.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

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

    def wait_until(self, is_so: Callable[[], bool], seconds: float) -> None:
        """Wait until something holds; raises AssertionError, with the log, when it never does."""
        assert self._process is not None, "Dovecot is not running"
        for _ in range(int(seconds * 50)):
            if is_so():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
        raise AssertionError(f"in vain for {seconds} s\n{self.log}")

    def _lay_out(self) -> None:
        """Write the Sieve rule and make the folders, with the owners that Dovecot wants."""
        for name in ("run", "sieve", "mail", *(f"mail/{box}/home" for box in self.mailboxes)):
            (self.home / name).mkdir(parents=True)
        for path in (self.home / "mail", *(self.home / "mail").rglob("*"), self.home / "sieve"):
            shutil.chown(path, OWNER, OWNER)
        (self.home / "sieve" / "twice.sieve").write_text(SIEVE)

    def _start(self) -> None:
        for _ in range(5):
            self._configure()
            self._process = subprocess.Popen(
                ["/usr/sbin/dovecot", "-F", "-c", self.home / "dovecot.conf"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            if self._is_up():
                return
            self._stop()  # another process may have taken the port
        raise RuntimeError(f"Dovecot does not start:\n{self.log}")

    def _configure(self) -> None:
        """Choose a free port and write all settings down."""
        with socket.create_server(("127.0.0.1", 0)) as holder:
            self.port = int(holder.getsockname()[1])
        text = SETTINGS.format(
            home=self.home, owner=OWNER, word=WORD, port=self.port, plugins=self._plugins
        )
        (self.home / "dovecot.conf").write_text(text)

    def _is_up(self) -> bool:
        """Wait until it answers on its port; False when it ends instead."""
        assert self._process is not None
        for _ in range(500):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), 5) as connection,
            ):
                connection.settimeout(5)
                if connection.recv(64).startswith(b"* OK"):
                    return True
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
                return False
        return False

    def _stop(self) -> None:
        """Stop it with everything it started: all its processes are one group."""
        if self._process is None or sys.platform == "win32":
            return
        group = self._process.pid
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        self._process.wait(5)
        self._process = None

    def _remove(self) -> None:
        self._stop()
        shutil.rmtree(self.home, ignore_errors=True)
