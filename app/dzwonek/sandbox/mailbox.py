"""A mailbox over SMTP on loopback: STARTTLS, a password, and every message exactly as it came."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER = "dzwonek@firma.example"
PASSWORD = "skrzynka-na-probe"  # of a server on loopback that holds no real mail
MOST_BYTES = 35 * 1024 * 1024
ACCEPTED = "250 2.0.0 OK, w skrzynce"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it came over the wire, dots unstuffed (RFC 5321 §4.5.2) and nothing else."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    is_encrypted: bool
    user: str


class Mailbox:
    """The server: `start`, `port`, `letters`, `wait_for`, `refuse`, `stop`; can start again.

    Letters survive a stop, and a restart takes the same port.
    """

    def __init__(
        self,
        certificate: ssl.SSLContext,
        user: str = USER,
        password: str = PASSWORD,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.host = host
        self.port = port
        self._certificate = certificate
        self._login = (user.encode(), password.encode())
        self._letters: list[Letter] = []
        self._arrived = threading.Condition()
        self._refusal = ""
        self._refused_recipients: dict[str, str] = {}
        self._talking: set[asyncio.BaseTransport] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> Mailbox:
        """Begin to listen; raises OSError when the port is taken."""
        ready: list[BaseException | None] = []
        is_ready = threading.Event()

        def report(error: BaseException | None) -> None:
            ready.append(error)
            is_ready.set()

        self._thread = threading.Thread(
            target=self._serve, args=(report,), name="sandbox-mailbox", daemon=True
        )
        self._thread.start()
        is_ready.wait()
        if ready[0] is not None:
            self._thread.join()
            raise ready[0]
        return self

    def stop(self) -> None:
        """Stop listening and end every connection."""
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        self._loop = self._thread = None
        loop.call_soon_threadsafe(loop.stop)
        thread.join()

    def __enter__(self) -> Mailbox:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def letters(self) -> tuple[Letter, ...]:
        """Give what has arrived, oldest first."""
        with self._arrived:
            return tuple(self._letters)

    def wait_for(self, count: int, at_most: timedelta = timedelta(seconds=10)) -> bool:
        """Wait until `count` letters are here; False when the time ran out."""
        with self._arrived:
            return self._arrived.wait_for(
                lambda: len(self._letters) >= count, at_most.total_seconds()
            )

    def refuse(self, reply: str, recipient: str = "") -> None:
        """Answer each message (or one recipient) with this reply; an empty one accepts again."""
        if recipient:
            self._refused_recipients[recipient.lower()] = reply
        else:
            self._refusal = reply

    async def handle_RCPT(  # noqa: N802  # the name aiosmtpd calls
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        rcpt_options: list[str],
    ) -> str:
        """Take or refuse one recipient."""
        refusal = self._refused_recipients.get(address.lower())
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802  # likewise
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the message, or refuse it."""
        if self._refusal:
            return self._refusal
        letter = Letter(
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            content=envelope.original_content or b"",
            is_encrypted=session.ssl is not None,
            user=self._login[0].decode(),
        )
        with self._arrived:
            self._letters.append(letter)
            self._arrived.notify_all()
        return ACCEPTED

    def _authenticated(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, told: object
    ) -> AuthResult:
        is_right = isinstance(told, LoginPassword) and (told.login, told.password) == self._login
        return AuthResult(success=is_right, handled=is_right)

    def _speaker(self) -> SMTP:
        return _Conversation(
            self._talking,
            self,
            hostname="piaskownica.test",
            data_size_limit=MOST_BYTES,
            tls_context=self._certificate,
            require_starttls=True,
            auth_required=True,
            authenticator=self._authenticated,
            loop=asyncio.get_running_loop(),
        )

    def _serve(self, report: Callable[[BaseException | None], None]) -> None:
        loop = asyncio.new_event_loop()
        try:
            opening = loop.create_server(self._speaker, self.host, self.port)
            server = loop.run_until_complete(opening)
        except OSError as error:
            loop.close()
            report(error)
            return
        self.port = server.sockets[0].getsockname()[1]
        self._loop = loop
        report(None)
        loop.run_forever()
        server.close()
        loop.run_until_complete(_hung_up(self._talking))
        loop.close()


class _Session(Session):
    """A conversation's memory; aiosmtpd logs a warning about itself for each touch of this one."""

    login_data: Any = None


class _Conversation(SMTP):
    """One client; its connection stands in `talking` as long as it is open."""

    def __init__(
        self, talking: set[asyncio.BaseTransport], *arguments: Any, **options: Any
    ) -> None:
        self._talking = talking
        self._line: asyncio.BaseTransport | None = None
        super().__init__(*arguments, **options)

    def _create_session(self) -> Session:
        return _Session(self.loop)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin; with STARTTLS it is called again, for the transport inside the first one."""
        if self._line is None:
            self._line = transport
            self._talking.add(transport)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """End."""
        self._talking.discard(self._line)
        super().connection_lost(error)


async def _hung_up(talking: set[asyncio.BaseTransport]) -> None:
    """End every conversation under way."""
    for transport in tuple(talking):
        if isinstance(transport, asyncio.Transport):
            transport.abort()
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    await asyncio.gather(*tasks, return_exceptions=True)
