"""A real HTTP proxy, tinyproxy, that wants a name and connects to the ports it is given."""

from __future__ import annotations

from tests.servers.daemon import Daemon

USER, PASSWORD = "jan", "tajne-123"
SETTINGS = """
Port {port}
Listen 127.0.0.1
Timeout 60
MaxClients 20
LogLevel Connect
DisableViaHeader Yes
BasicAuth {user} {password}
{connect}
"""


class Tinyproxy(Daemon):
    """Connects to `ports` only; https://tinyproxy.github.io."""

    name = "tinyproxy"

    def __init__(self, *ports: int) -> None:
        super().__init__()
        self._ports = ports

    def configure(self) -> None:
        """Write its settings."""
        connect = "\n".join(f"ConnectPort {port}" for port in self._ports)
        (self.home / "settings").write_text(
            SETTINGS.format(port=self.port, user=USER, password=PASSWORD, connect=connect)
        )

    def command(self) -> list[str]:
        """Stay in the foreground."""
        return ["tinyproxy", "-d", "-c", f"{self.home}/settings"]
