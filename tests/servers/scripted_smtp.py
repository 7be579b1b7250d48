"""An SMTP server that misbehaves exactly as it is told, for the faults no real one will play."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.servers.scripted_listener import ScriptedListener


@dataclass(frozen=True)
class Say:
    """Answer this and go on."""

    text: str


@dataclass(frozen=True)
class Close:
    """Answer this, if anything, and close the connection."""

    text: str = ""


@dataclass(frozen=True)
class Reset:
    """Cut the connection with RST."""


@dataclass(frozen=True)
class Silent:
    """Say nothing more, keeping the connection open."""


@dataclass(frozen=True)
class Drip:
    """Say this one byte at a time, with pauses of so many seconds."""

    text: str
    pause: float = 0.1


@dataclass(frozen=True)
class Late:
    """Answer this after so many seconds."""

    seconds: float
    text: str


@dataclass(frozen=True)
class Cut:
    """Answer this without the line's end, and close the connection."""

    text: str


Action = Say | Close | Reset | Silent | Drip | Late | Cut


@dataclass
class Script:
    """What the server does where it differs from a well-behaved one.

    `steps` maps greeting, ehlo, starttls, handshake, auth, mail, rcpt, data, body, dot, rset and
    quit to an action, or to one action for each time the step comes round.
    """

    steps: Mapping[str, Action | list[Action]] = field(default_factory=dict)
    features: tuple[str, ...] = ("AUTH PLAIN LOGIN", "8BITMIME")
    starttls: ssl.SSLContext | None = None
    implicit: ssl.SSLContext | None = None
    holds: int = 0  # bytes that may wait unread, where it matters; 0 = as many as the system likes


USUAL = {
    "greeting": "220 mail.example ESMTP",
    "starttls": "220 2.0.0 Ready",
    "auth": "235 2.7.0 Welcome",
    "mail": "250 2.1.0 Ok",
    "rcpt": "250 2.1.5 Ok",
    "data": "354 Go on",
    "dot": "250 2.0.0 Ok: queued",
    "rset": "250 2.0.0 Ok",
    "quit": "221 2.0.0 Bye",
}


class EndedError(Exception):
    """The conversation is over."""


class ScriptedServer(ScriptedListener):
    """Serves on a free port of this computer until it is left."""

    def __init__(self, script: Script | None = None) -> None:
        super().__init__("scripted-smtp")
        self.script = script or Script()
        self.commands: list[str] = []
        self.messages: list[bytes] = []
        self.taken: list[bytes] = []  # those of them that were not refused, whatever was heard
        self.unfinished: list[bytes] = []  # bodies without their dot
        self.reached: dict[str, threading.Event] = {}
        self.times: Counter[str] = Counter()
        if self.script.holds:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.script.holds)

    def serve(self, guest: socket.socket) -> None:
        """Converse with one client."""
        Conversation(self, guest).run()

    def when_reached(self, step: str) -> threading.Event:
        """Give an event that is set when a conversation gets to `step`."""
        return self.reached.setdefault(step, threading.Event())

    def break_in(self, text: str) -> None:
        """Say something out of turn to the newest guest."""
        self._sockets[-1].sendall(text.encode("utf-8") + b"\r\n")


class Conversation:
    """One client's visit."""

    def __init__(self, server: ScriptedServer, guest: socket.socket) -> None:
        self._server = server
        self._script = server.script
        self._guest = guest
        self._unread = b""

    def run(self) -> None:
        """Serve until the client leaves or the script ends it."""
        try:
            with contextlib.suppress(OSError, EndedError):
                if self._script.implicit is not None:
                    self._secure(self._script.implicit)
                self._play("greeting")
                while True:
                    self._answer(self._line())
        finally:
            with contextlib.suppress(OSError):
                self._guest.close()

    def _answer(self, line: str) -> None:
        """Answer one command."""
        self._server.commands.append(line)
        verb = line.split(" ", 1)[0].split(":")[0].lower()
        if verb == "ehlo":
            self._play("ehlo", self._features())
        elif verb == "starttls":
            self._play("starttls")
            if self._script.starttls is not None:
                self._secure(self._script.starttls)
        elif verb == "auth":
            self._log_in(line)
        elif verb == "data":
            self._play("data")
            self._take_body()
        elif verb in USUAL:
            self._play(verb)
            if verb == "quit":
                raise EndedError
        else:
            self._say("502 5.5.2 What?")

    def _features(self) -> str:
        is_open = not isinstance(self._guest, ssl.SSLSocket)
        can = self._script.starttls is not None and is_open
        lines = ["mail.example", *self._script.features, *(["STARTTLS"] if can else [])]
        return "\r\n".join([*(f"250-{line}" for line in lines[:-1]), f"250 {lines[-1]}"])

    def _log_in(self, line: str) -> None:
        """Take PLAIN with its initial response, or LOGIN in its two turns."""
        if line.upper().startswith("AUTH LOGIN"):
            for prompt in ("VXNlcm5hbWU6", "UGFzc3dvcmQ6"):
                self._say(f"334 {prompt}")
                self._server.commands.append(self._line())
        self._play("auth")

    def _take_body(self) -> None:
        """Read to the dot."""
        if "body" in self._script.steps:
            self._more()
            self._play("body")
        body = bytearray(b"\r\n" + self._unread)
        while not body.endswith(b"\r\n.\r\n"):
            self._unread = b""
            try:
                self._more()
            except EndedError:
                self._server.unfinished.append(bytes(body[2:]))
                raise
            body += self._unread
        self._unread = b""
        self._server.messages.append(bytes(body[:-3]).replace(b"\r\n.", b"\r\n")[2:])
        if getattr(self._next("dot"), "text", "")[:1] not in ("4", "5"):
            self._server.taken.append(self._server.messages[-1])
        self._play("dot")

    def _play(self, step: str, usual: str = "") -> None:
        """Do what the script, or else good manners, say."""
        action = self._next(step, usual)
        self._server.when_reached(step).set()
        self._server.times[step] += 1
        if isinstance(action, Drip):
            for letter in action.text + "\r\n":
                self._pause(action.pause)
                self._guest.sendall(letter.encode("latin-1"))
        elif isinstance(action, Late):
            self._pause(action.seconds)
            self._say(action.text)
        elif isinstance(action, Say):
            self._say(action.text)
        else:
            self._end(action)

    def _next(self, step: str, usual: str = "") -> Action:
        """Give what this step's next time has to bring."""
        action = self._script.steps.get(step, Say(usual or USUAL.get(step, "")))
        if isinstance(action, list):
            return action[min(self._server.times[step] + 1, len(action)) - 1]
        return action

    def _end(self, action: Close | Reset | Silent | Cut) -> None:
        """Leave the client in one of the rude ways."""
        if isinstance(action, Silent):
            self._server.stopping.wait()
        if isinstance(action, Cut):
            self._guest.sendall(action.text.encode("utf-8"))
        if isinstance(action, Close) and action.text:
            self._say(action.text)
        if isinstance(action, Reset):
            linger = struct.pack("hh" if hasattr(socket, "SIO_RCVALL") else "ii", 1, 0)
            self._guest.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        raise EndedError

    def _secure(self, context: ssl.SSLContext) -> None:
        action = self._script.steps.get("handshake")
        if action is not None:
            if isinstance(action, Close | Reset | Silent):
                self._more()  # the client's part of the handshake
            self._play("handshake")
        try:
            self._guest.getpeername()  # of one who is gone, wrap_socket may leave its socket open
        except OSError as error:
            raise EndedError from error
        self._guest = context.wrap_socket(self._guest, server_side=True)
        self._server.keep(self._guest)
        self._unread = b""

    def _pause(self, seconds: float) -> None:
        if self._server.stopping.wait(seconds):
            raise EndedError

    def _say(self, text: str) -> None:
        self._guest.sendall(text.encode("utf-8") + b"\r\n")

    def _line(self) -> str:
        while b"\r\n" not in self._unread:
            self._more()
        line, _, self._unread = self._unread.partition(b"\r\n")
        return line.decode("utf-8", "replace")

    def _more(self) -> None:
        found = self._guest.recv(65536)
        if not found:
            raise EndedError
        self._unread += found
