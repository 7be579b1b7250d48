"""A real Exim: unpacked, for it cannot be installed beside Postfix, and with a /etc of its own.

Exim takes its settings and its user from fixed places, so it runs in a mount namespace in which
/etc is a copy; nothing of the real system changes. Delivered mail goes to a Dovecot by LMTP.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.servers.certificates import Authority
from tests.servers.daemon import Daemon, free_ports

PACKAGES = ("exim4-daemon-light", "exim4-base")
ACCOUNT = "Debian-exim"  # compiled in
NUMBER = 65533
SLOW = 4  # seconds before the answer to the dot
# https://exim.org/exim-html-current/doc/html/spec_html/
SETTINGS = """
primary_hostname = exim.test
exim_path = {program}
spool_directory = {home}/spool
log_file_path = {home}/log.%s
pid_file_path = {home}/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port} : {tls}
tls_on_connect_ports = {tls}
tls_advertise_hosts = *
tls_certificate = {home}/tls/chain.pem
tls_privatekey = {home}/tls/key.pem
host_lookup =
rfc1413_hosts =
smtp_accept_keepalive = false
message_size_limit = 20M
acl_smtp_rcpt = rcpt
acl_smtp_data = data
never_users =
begin acl
rcpt:
  accept domains = support.test
  deny message = no relaying
data:
  defer message = come again
    condition = ${{if exists{{{home}/mode.defer}}}}
  deny message = not wanted
    condition = ${{if exists{{{home}/mode.deny}}}}
  accept condition = ${{if exists{{{home}/mode.slow}}}}
    delay = {slow}s
  accept
begin routers
box:
  driver = accept
  domains = support.test
  transport = dovecot
begin transports
dovecot:
  driver = lmtp
  socket = {lmtp}
  user = {account}
begin retry
* * F,1h,1s
"""
START = 'mount --bind "$1/etc" /etc && exec "$2" -bdf -C /etc/exim4/exim4.conf'


def missing() -> str:
    """Say what this computer lacks for an Exim of our own; "" when nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs root on Linux, for a mount namespace"
    for program in ("apt-get", "dpkg", "unshare"):
        if shutil.which(program) is None:
            return f"needs {program} (Debian)"
    return ""


def downloaded(folder: Path) -> list[Path]:
    """Have the packages in a folder that outlives this run; raises CalledProcessError."""
    for package in PACKAGES:
        if not list(folder.glob(f"{package}_*.deb")):
            subprocess.run(
                ["apt-get", "-o", "APT::Sandbox::User=root", "download", package],
                cwd=folder,
                check=True,
                capture_output=True,
                timeout=120,
            )
    return [next(folder.glob(f"{package}_*.deb")) for package in PACKAGES]


class Exim(Daemon):
    """Takes mail for support.test on `port` (STARTTLS) and `tls`, and hands it to `lmtp`."""

    name = "exim"

    def __init__(self, packages: list[Path], lmtp: Path) -> None:
        super().__init__()
        self.tls = 0
        self.authority = Authority()
        self._lmtp = lmtp
        self.program = self.home / "root/usr/sbin/exim4"
        for package in packages:
            subprocess.run(["dpkg", "-x", package, self.home / "root"], check=True)
        (self.home / "tls").mkdir()
        self.authority.write(self.home / "tls", "localhost")
        (self.home / "spool").mkdir()
        for path in (self.home, *(self.home / "tls").iterdir(), self.home / "spool"):
            shutil.chown(path, NUMBER, NUMBER)
        self._copy_etc()

    def behave(self, mode: str = "") -> None:
        """Misbehave at DATA from now on: "defer", "deny", "slow", or not at all."""
        for each in ("defer", "deny", "slow"):
            path = self.home / f"mode.{each}"
            path.touch() if each == mode else path.unlink(missing_ok=True)

    @property
    def log(self) -> str:
        """Give what Exim wrote about its work."""
        return "".join(path.read_text("utf-8", "replace") for path in self.home.glob("log*"))

    def configure(self) -> None:
        """Write its settings."""
        (self.tls,) = free_ports(1)
        folder = self.home / "etc/exim4"
        folder.mkdir(exist_ok=True)
        text = SETTINGS.format(
            program=self.program,
            home=self.home,
            port=self.port,
            tls=self.tls,
            lmtp=self._lmtp,
            account=ACCOUNT,
            slow=SLOW,
        )
        (folder / "exim4.conf").write_text(text)
        (folder / "exim4.conf").chmod(0o644)

    def command(self) -> list[str]:
        """Start it where /etc is the copy."""
        start = ["bash", "-c", START, "exim", str(self.home), str(self.program)]
        return ["unshare", "--mount", "--propagation", "private", *start]

    def _copy_etc(self) -> None:
        """Copy what Exim reads of /etc, and add its user."""
        etc = self.home / "etc"
        etc.mkdir()
        for name in ("group", "hosts", "localtime", "nsswitch.conf", "passwd", "resolv.conf"):
            if Path("/etc", name).exists():
                shutil.copy(Path("/etc", name), etc / name)
        for name in ("ssl", "ld.so.conf.d", "gnutls"):
            if Path("/etc", name).is_dir():
                shutil.copytree(Path("/etc", name), etc / name, symlinks=True)
        shutil.copy("/etc/ld.so.cache", etc)
        with (etc / "passwd").open("a") as passwd:
            passwd.write(f"{ACCOUNT}:x:{NUMBER}:{NUMBER}::/nonexistent:/usr/sbin/nologin\n")
        with (etc / "group").open("a") as group:
            group.write(f"{ACCOUNT}:x:{NUMBER}:\n")
