"""A real Postfix of our own: STARTTLS, login, fault recipients, and Maildirs to read back.

It runs as root (Postfix switches to its own users by itself) and listens on loopback only; it has
no way of sending anything on.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.certificates import Authority

SUPPORT = "pomoc@support.test"
SENDER = "dzwonek@firma.test"
USER, PASSWORD = "dzwonek@firma.test", "zażółć-123"
OWNER = 65534  # nobody: whose the delivered mail is
SIZE_LIMIT = 10_000_000
FAULTS = {
    "grey@support.test": "451 4.7.1 Greylisted, come again",
    "full@support.test": "452 4.2.2 Mailbox full",
    "policy@support.test": "554 5.7.1 Not wanted here",
    "bye@support.test": "421 4.3.0 Going down",
    "busy@support.test": "432 4.3.2 Concurrent connections limit exceeded",
}
MASTER_PROGRAM = "/usr/lib/postfix/sbin/master"
MAIN = """
compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/lib
maillog_file = {home}/mail.log
maillog_file_prefixes = {home}
myhostname = poczta.firma.test
myorigin = $myhostname
mydestination =
local_recipient_maps =
alias_maps =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
default_transport = error:no way out of here
relay_transport = error:no way out of here
virtual_transport = virtual
virtual_mailbox_domains = {domains}
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = texthash:{home}/etc/mailboxes
virtual_uid_maps = static:{owner}
virtual_gid_maps = static:{owner}
virtual_minimum_uid = 1
message_size_limit = {limit}
virtual_mailbox_limit = 0
smtpd_tls_chain_files = {home}/etc/key.pem, {home}/etc/chain.pem
smtpd_tls_auth_only = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = {home}/etc/sasl
smtpd_sasl_local_domain = firma.test
smtpd_sender_login_maps = inline:{{ inny@firma.test=inny@firma.test }}
smtpd_recipient_restrictions =
  reject_known_sender_login_mismatch, check_recipient_access texthash:{home}/etc/faults,
  permit_sasl_authenticated, $plain_permission, reject
plain_permission =
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
"""
MASTER = """
127.0.0.1:{starttls} inet n - n - - smtpd
  -o smtpd_tls_security_level=may -o smtpd_sasl_auth_enable=yes
127.0.0.1:{tls} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes
127.0.0.1:{plain} inet n - n - - smtpd
  -o plain_permission=permit_mynetworks
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
"""
SASL = """
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {home}/etc/sasl/sasldb2
mech_list: PLAIN LOGIN
"""


def missing() -> str:
    """Say what this computer lacks for a Postfix of our own; "" when nothing."""
    for program, package in (("postfix", "postfix"), ("saslpasswd2", "sasl2-bin")):
        if shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin") is None:
            return f"needs {program} (apt-get install {package})"
    if not Path("/usr/lib/x86_64-linux-gnu/sasl2/libplain.so").exists() and not list(
        Path("/usr/lib").glob("*/sasl2/libplain.so")
    ):
        return "needs the SASL mechanism PLAIN (apt-get install libsasl2-modules)"
    return "" if os.geteuid() == 0 else "needs root, as Postfix itself does"


class Postfix:
    """One Postfix with its own configuration, queue and mailboxes, all in one folder of /tmp."""

    def __init__(self, mailboxes: tuple[str, ...] = (SUPPORT, "drugi@support.test")) -> None:
        # Not pytest's own folder: Postfix's users have to get through to theirs.
        self.home = Path(tempfile.mkdtemp(prefix="dz-postfix-", dir="/tmp"))
        self.home.chmod(0o755)
        self.authority = Authority()
        self.mailboxes = mailboxes
        self.ports = dict.fromkeys(("starttls", "tls", "plain"), 0)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._lay_out()
            self.start()
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
    def log(self) -> str:
        """Give what Postfix wrote about its work."""
        path = self.home / "mail.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def tls(self) -> ssl.SSLContext:
        """Give a client's context that trusts this Postfix."""
        return self.authority.client()

    def start(self) -> None:
        """Start it, and come back when it answers. The ports stay the same over restarts."""
        for _ in range(5):
            self._process = subprocess.Popen(
                [MASTER_PROGRAM, "-c", self.home / "etc", "-s"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            if self._answers():
                return
            self.stop()
            self._choose_ports()  # another process may have taken one
        raise RuntimeError(f"Postfix does not start:\n{self.log}")

    def stop(self) -> None:
        """Stop it with everything it started: all its processes are one group."""
        if self._process is None:
            return
        group = self._process.pid
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        self._process.wait(5)
        self._process = None

    def restart(self) -> None:
        """Stop it and start it again on the same ports, with the same mailboxes."""
        self.stop()
        self.start()

    def messages(self, mailbox: str = SUPPORT) -> list[bytes]:
        """Give what was delivered to a mailbox, oldest first, as it lies in the Maildir."""
        folder = self.home / "mail" / mailbox / "new"
        paths = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_bytes() for path in paths]

    def wait_for(self, count: int, mailbox: str = SUPPORT, seconds: float = 10) -> list[bytes]:
        """Wait until a mailbox holds `count` messages; raises AssertionError when it never does."""
        self._wait_until(lambda: len(self.messages(mailbox)) >= count, seconds)
        return self.messages(mailbox)

    def wait_for_log(self, words: str, count: int = 1, seconds: float = 10) -> list[str]:
        """Wait until `count` lines of the log hold `words`, and give them."""
        self._wait_until(lambda: len(self._lines_with(words)) >= count, seconds)
        return self._lines_with(words)

    def empty(self) -> None:
        """Throw away all delivered mail."""
        for mailbox in self.mailboxes:
            for path in (self.home / "mail" / mailbox / "new").iterdir():
                path.unlink()

    def _lines_with(self, words: str) -> list[str]:
        return [line for line in self.log.splitlines() if words in line]

    def _wait_until(self, is_so: Callable[[], bool], seconds: float) -> None:
        assert self._process is not None, "Postfix is not running"
        for _ in range(int(seconds * 50)):
            if is_so():
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)
        raise AssertionError(f"in vain for {seconds} s\n{self.log}")

    def _lay_out(self) -> None:
        """Write the configuration, the passwords and the empty mailboxes."""
        shutil.copytree("/etc/postfix/postfix-files.d", self.home / "etc" / "postfix-files.d")
        etc = self.home / "etc"
        shutil.copy("/etc/postfix/postfix-files", etc)
        shutil.copy("/etc/postfix/dynamicmaps.cf", etc)
        (etc / "dynamicmaps.cf.d").mkdir()
        self.authority.write(etc, "localhost", "127.0.0.1", "poczta.firma.test")
        domains = sorted({each.rpartition("@")[2] for each in (*self.mailboxes, *FAULTS)})
        (etc / "main.cf").write_text(
            MAIN.format(home=self.home, domains=", ".join(domains), owner=OWNER, limit=SIZE_LIMIT)
        )
        boxes = "".join(f"{each} {each}/\n" for each in self.mailboxes)
        (etc / "mailboxes").write_text(boxes)
        (etc / "faults").write_text("".join(f"{key} {reply}\n" for key, reply in FAULTS.items()))
        for each in self.mailboxes:
            for part in ("", "new", "cur", "tmp"):
                (self.home / "mail" / each / part).mkdir(parents=True, exist_ok=True)
        for path in (self.home / "mail", *(self.home / "mail").rglob("*")):
            os.chown(path, OWNER, OWNER)
        (self.home / "spool").mkdir()
        (self.home / "lib").mkdir()
        shutil.chown(self.home / "lib", "postfix")
        self._lay_out_passwords()
        self._choose_ports()
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

    def _choose_ports(self) -> None:
        """Choose free ports and write them down."""
        with contextlib.ExitStack() as stack:
            for name in self.ports:
                holder = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
                self.ports[name] = int(holder.getsockname()[1])
        (self.home / "etc" / "master.cf").write_text(MASTER.format(**self.ports))

    def _answers(self) -> bool:
        """Wait until each port answers; False when the process ends instead."""
        assert self._process is not None
        for port in (self.ports["plain"], self.ports["starttls"], self.ports["tls"]):
            for _ in range(500):
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port), 5).close()
                    break
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.02)
                if self._process.poll() is not None:
                    return False
            else:
                return False
        return True

    def _remove(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)
