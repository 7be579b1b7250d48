"""Which Debian packages each command needs, which of them are missing, and how they get here."""

from __future__ import annotations

import contextlib
import enum
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bootstrap_process import carry_out, say

# The Qt tools that compile the resources.
BUILD = ("libbrotli1", "libglib2.0-0", "libgssapi-krb5-2")
# What the Qt of PySide6 and the screen capture load. Without a font every letter is a box.
QT = (
    *BUILD,
    *("fonts-dejavu-core", "libdbus-1-3", "libegl1", "libfontconfig1", "libgl1"),
    *("libx11-6", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
    *("libxcb-randr0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1"),
    *("libxcb-xfixes0", "libxcb-xkb1", "libxfixes3", "libxkbcommon-x11-0", "libxrandr2"),
)
VIRTUAL_DISPLAY = ("xvfb",)
# A whole desktop for the tests: displays, windows, tray hosts, notices, a keyring, a mail server.
DESKTOP = (
    *("openbox", "x11-utils", "x11-xkb-utils", "x11-xserver-utils", "xdotool", "imagemagick"),
    *("trayer", "xfce4-panel", "dunst", "libnotify-bin", "dbus", "dbus-x11"),
    *("gnome-keyring", "libsecret-tools", "desktop-file-utils", "strace", "at-spi2-core"),
    *("dex", "file", "libglib2.0-bin", "perl", "xdg-utils", "xfconf", "xterm", "e2fsprogs"),
    *("zbar-tools", "postfix", "libsasl2-modules", "sasl2-bin"),
)
# More servers and file systems, for the damage done on purpose.
FAULTS = (
    *("dovecot-core", "dovecot-imapd", "dovecot-lmtpd", "dovecot-sieve", "postgrey", "tinyproxy"),
    *("xfsprogs", "iproute2", "mount"),
)
# A Windows computer: wine on an X server of its own, and a compiler for what wine lacks.
WINDOWS = (
    *("wine", "wine64", "gcc-mingw-w64-x86-64-win32", "binutils-mingw-w64-x86-64"),
    *("xvfb", "xserver-xorg-core", "xserver-xorg-video-dummy", "x11-xkb-utils"),
    *("x11-xserver-utils", "xdotool", "imagemagick", "fonts-dejavu-core", "fonts-wine"),
)
# What builds, signs and reads an installer of Windows.
INSTALLER = ("wixl", "msitools", "osslsigncode", "openssl")
PEERS = ("flameshot", "ksnip")

NEEDS = {
    "check": BUILD,
    "run": QT,
    "demo": (*QT, *VIRTUAL_DISPLAY),
    "test --fast": QT,
    "test": (*QT, *VIRTUAL_DISPLAY, *DESKTOP, *FAULTS, *WINDOWS, *INSTALLER),
    "test --windows": (*BUILD, *WINDOWS),
    "package": (*BUILD, *WINDOWS, *INSTALLER),
    "bench": (*QT, *VIRTUAL_DISPLAY, *DESKTOP, *PEERS),
}

INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
UNATTENDED = ("-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=900")

POLICY = Path("/usr/sbin/policy-rc.d")
POLICY_TEXT = """\
#!/bin/sh
# Dzwonek's bootstrap: a package that is installed for tests starts no service.
exit 101
"""


class AptRule(enum.Enum):
    """Whether this run may install system packages."""

    WHEN_ROOT = "install when root, else only name the command"
    ALLOWED = "install, through sudo when not root"
    FORBIDDEN = "only name the command"


def provide(command: str, rule: AptRule, *, with_venv: bool) -> list[str]:
    """Install what `command` still needs, as far as `rule` allows, and name what is missing then.

    `with_venv` asks for Python's own venv package too, where Debian keeps it apart.
    """
    wanted = [*NEEDS[command], *(_venv_packages() if with_venv else [])]
    if sys.platform != "linux":
        return []  # Qt brings what it needs there, and what it shows is the system's own desktop
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        say("This is no Debian: the following Debian packages, or what they are called here,")
        say(f"have to be installed already: {' '.join(wanted)}")
        return []
    absent = missing(wanted)
    if not absent:
        return []
    prefix = _root_prefix(rule)
    say(f"Missing system packages: {' '.join(absent)}")
    by_hand = [] if prefix == ["env"] else ["sudo"]
    say(f"They are installed by: {shlex.join([*by_hand, *INSTALL, *absent])}")
    if prefix is None:
        say("This run does not install them" + _why_not(rule))
        return absent
    _apt(absent, prefix)
    return missing(wanted)


def missing(names: list[str]) -> list[str]:
    """Give those of the Debian packages `names` that are not installed."""
    # Newer Debians renamed some libraries (libglib2.0-0 is libglib2.0-0t64 there).
    asked = [spelling for name in names for spelling in (name, f"{name}t64")]
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,  # it answers 1 when it knows one of the names not at all
    ).stdout
    installed = {line.split()[1] for line in answer.splitlines() if line.startswith("installed ")}
    return [name for name in names if not {name, f"{name}t64"} & installed]


def _venv_packages() -> list[str]:
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _root_prefix(rule: AptRule) -> list[str] | None:
    if rule is AptRule.FORBIDDEN:
        return None
    if sys.platform != "win32" and os.geteuid() == 0:
        return ["env"]
    return ["sudo", "env"] if rule is AptRule.ALLOWED and shutil.which("sudo") else None


def _why_not(rule: AptRule) -> str:
    if rule is AptRule.FORBIDDEN:
        return " (--no-apt)."
    if rule is AptRule.ALLOWED:
        return ": there is no sudo here."
    return ": it is not root. Run the line above, or add --apt."


def _apt(names: list[str], prefix: list[str]) -> None:
    apt_get = [*prefix, "DEBIAN_FRONTEND=noninteractive", *INSTALL[:1], *UNATTENDED]
    update = [*apt_get, "update"]
    install = [*apt_get, *INSTALL[1:], *names]
    has_lists = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    if not has_lists:
        say("Fetching the lists of packages (apt-get update) ...")
        carry_out(update)
    say(f"Installing {len(names)} system packages ...")
    with no_services_started(prefix):
        if carry_out(install) == 0 or not has_lists:
            return
        say("That failed; trying once more with fresh lists of packages (apt-get update) ...")
        carry_out(update)
        carry_out(install)


@contextlib.contextmanager
def no_services_started(prefix: list[str]) -> Iterator[None]:
    """Keep a freshly installed mail server from starting, and leave no trace of that."""
    if POLICY.exists():  # somebody's own rule; it decides
        yield
        return
    with tempfile.NamedTemporaryFile("w", suffix=".sh") as written:
        written.write(POLICY_TEXT)
        written.flush()
        carry_out([*prefix, "install", "-m", "755", written.name, str(POLICY)])
    try:
        yield
    finally:
        if POLICY.is_file() and POLICY.read_text(encoding="utf-8") == POLICY_TEXT:
            carry_out([*prefix, "rm", "-f", str(POLICY)])
