"""The demo's world: a Daktela and a mailbox of its own, and a home that is thrown away."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from dzwonek.config.places import places
from dzwonek.demo.box import MemoryBox
from dzwonek.sandbox import mailbox as mail
from dzwonek.sandbox.certificates import Authority
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.mailbox import Mailbox
from dzwonek.sandbox.story import AGENT

SETTINGS = """\
[system]
url = "{url}"
[agent]
email = "{email}"
[delivery.mail]
host = "localhost"
port = {port}
security = "starttls"
user = "{user}"
from = "{user}"
ca_file = "{ca}"
"""
# Everything that a program of ours could read or write under a person's home.
HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class World:
    """Starts the servers, writes settings for them, and points this process's homes to them."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dzwonek-demo-"))
        self._before = dict(os.environ)
        authority = Authority()
        self.ca_file = authority.write(self.folder / "ca.pem")
        self.daktela = SandboxDaktela(authority.server())
        self.mailbox = Mailbox(authority.server())
        self.keyring = MemoryBox(daktela=AGENT.token, mail=mail.PASSWORD)

    def __enter__(self) -> Self:
        """Start; raises OSError when no port is free."""
        self.daktela.start()
        self.mailbox.start()
        self._settle()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the servers, throw the home away, and give the environment back."""
        self.mailbox.stop()
        self.daktela.stop()
        # Where the home's path is too long for a socket, this stands elsewhere.
        shutil.rmtree(places(os.environ).runtime, ignore_errors=True)
        os.environ.clear()
        os.environ.update(self._before)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _settle(self) -> None:
        home = self.folder / "home"
        config = home / "config"
        config.mkdir(parents=True)
        text = SETTINGS.format(
            url=self.daktela.url,
            email=AGENT.email,
            port=self.mailbox.port,
            user=mail.USER,
            ca=self.ca_file.as_posix(),
        )
        (config / "settings.toml").write_text(text, encoding="utf-8")
        os.environ["DZWONEK_HOME"] = str(home)
        os.environ.pop("DZWONEK_POLICY", None)
        for name in HOMES:
            os.environ[name] = str(self.folder / name.lower())
