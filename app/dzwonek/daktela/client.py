"""The agent's desk as Daktela tells of it: who is logged in, what was done last, and signing in.

Making a client costs nothing: `requests` is imported with the first question.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dzwonek.daktela import parse
from dzwonek.daktela.address import host_of, normalised_address
from dzwonek.daktela.ask import Ask, judged, not_a_daktela, unknown_answer
from dzwonek.daktela.envelope import Answer, Row, rows
from dzwonek.daktela.errand import Errand, LateError, Line
from dzwonek.daktela.lean import without_guessing
from dzwonek.daktela.queries import ACTIVITIES, CALLS, TAKE
from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import Agent, Identity
from dzwonek.domain.ports import Clock
from dzwonek.domain.problem import Code, ProblemError, trouble

if TYPE_CHECKING:
    import ssl

DEADLINE = timedelta(seconds=5)
SHORTEST = timedelta(milliseconds=1)  # a socket takes no timeout of nothing
API = "/api/v6"
THREAD_NAME = "dzwonek-daktela"

_log = logging.getLogger(__name__)


class DaktelaClient:
    """Asks one Daktela; fills the port AgentDesk.

    Every method blocks for `deadline` at most, the token's keyring included, and raises
    ProblemError: DAKTELA_NOT_CONFIGURED, _ADDRESS_INVALID, _UNREACHABLE, _CERTIFICATE, _LATE,
    _NOT_A_DAKTELA, _NOT_SIGNED_IN, _NO_RIGHT, _BUSY or _ANSWER_UNKNOWN, each but the first two
    with `host`. `token` may raise a problem of the keyring, which flies on. Safe to share between
    threads; nothing is kept between two calls. `heard` is told the time (UTC) by the server's
    clock with each reply, from any thread.
    """

    def __init__(
        self,
        base_url: str,
        token: Callable[[], str | None],
        tls: Callable[[], ssl.SSLContext],
        clock: Clock,
        zone: str,
        deadline: timedelta = DEADLINE,
        heard: Callable[[datetime], None] | None = None,
    ) -> None:
        self._base_url = base_url
        self._token = token
        self._tls = tls
        self._clock = clock
        self._zone = zone
        self._deadline = deadline
        self._heard = heard

    def check(self) -> str:
        """Prove that the address is a Daktela, without a token; gives its version."""
        ends = self._ends()
        ask = Ask("GET", self._url("whoim"), self._headers(None), is_proof=True)
        version = parse.version_of(self._answer(ask, ends))
        if not version:
            raise not_a_daktela(ask)
        return version

    def login(self, user: str, password: str) -> str:
        """Sign in and give the access token; the password is used for this one request only.

        Raises DAKTELA_WRONG_PASSWORD beside the others.
        """
        ends = self._ends()
        body = json.dumps({"username": user, "password": password}).encode()
        headers = {**self._headers(None), "Content-Type": "application/json"}
        ask = Ask("POST", self._url("login"), headers, body, is_login=True, is_proof=True)
        answer = self._answer(ask, ends)
        token = parse.token_of(answer)
        if not _is_usable(token):
            raise unknown_answer(answer, ask)
        return token

    def who_am_i(self) -> Identity:
        """Ask who is logged in; the name is empty when Daktela tells none."""
        ends = self._ends()
        url = self._url("whoim")  # first: a wrong address is told before a missing token
        ask = Ask("GET", url, self._headers(self._key()), is_proof=True)
        answer = self._answer(ask, ends)
        found = parse.identity_of(answer, self._clock.now())
        if found is not None:
            return found
        if parse.version_of(answer):
            raise trouble(Code.DAKTELA_NOT_SIGNED_IN, host=ask.host)
        raise not_a_daktela(ask)

    def recent(self, agent: Agent) -> tuple[Activity, ...]:
        """List the agent's newest calls, e-mails and chats, newest first, ten at most.

        Both lists are asked at the same time and each may be refused or late without the other;
        only when none came is there an error: NO_RIGHT, unless one failed in another way. An
        agent without a login has no list: nothing is asked.
        """
        ends = self._ends()
        urls = [(self._url(question.endpoint), question) for question in (CALLS, ACTIVITIES)]
        if not agent.login:
            return ()
        headers = self._headers(self._key())
        asks = [
            Ask("GET", f"{url}?{question.query(agent.login)}", headers) for url, question in urls
        ]
        called, done = (self._list(*started, ends) for started in self._started(asks, ends))
        if isinstance(called, ProblemError) and isinstance(done, ProblemError):
            raise done if called.problem.code is Code.DAKTELA_NO_RIGHT else called
        return _merged(called, done)

    def _list(self, ask: Ask, errand: Errand[Answer], ends: timedelta) -> _Listed | ProblemError:
        """Wait for a list; a refusal or a delay is given back, so that the other list counts."""
        try:
            answer = self._finished(ask, errand, ends)
        except ProblemError as problem:
            return problem
        listed = rows(answer)
        if listed is None:
            return unknown_answer(answer, ask)
        return _Listed(listed, answer.zone if parse.zone_of(answer.zone) else self._zone)

    def _answer(self, ask: Ask, ends: timedelta) -> Answer:
        (started,) = self._started([ask], ends)
        return self._finished(*started, ends)

    def _started(self, asks: Sequence[Ask], ends: timedelta) -> list[tuple[Ask, Errand[Answer]]]:
        """Send all questions at the same time, each on a thread and a connection of its own."""

        def work(ask: Ask) -> Callable[[Line], Answer]:
            return lambda line: self._exchanged(ask, ends, line)

        return [(ask, Errand(work(ask), THREAD_NAME)) for ask in asks]

    def _exchanged(self, ask: Ask, ends: timedelta, line: Line) -> Answer:
        with without_guessing():
            from dzwonek.daktela.wire import exchange

        tls = self._tls()
        reply = exchange(ask, tls, self._left(ends), line)
        if self._heard is not None and reply.sent_at is not None:
            self._heard(reply.sent_at)
        return judged(reply, ask, self._clock.now())

    def _finished(self, ask: Ask, errand: Errand[Answer], ends: timedelta) -> Answer:
        """Wait for an answer and note how it went; nothing of its content goes into the log."""
        try:
            answer = errand.result(self._left(ends))
        except LateError as error:
            _log.info("%s %s", ask.endpoint, Code.DAKTELA_LATE)
            raise trouble(Code.DAKTELA_LATE, host=ask.host) from error
        except ProblemError as error:
            _log.info("%s %s", ask.endpoint, error.problem.code)
            raise
        _log.info("%s answered", ask.endpoint)
        return answer

    def _ends(self) -> timedelta:
        return self._clock.monotonic() + self._deadline

    def _left(self, ends: timedelta) -> timedelta:
        return max(ends - self._clock.monotonic(), SHORTEST)

    def _url(self, endpoint: str) -> str:
        """Write the address of an endpoint; nothing but https to the one origin can come out."""
        if not self._base_url.strip():
            raise trouble(Code.DAKTELA_NOT_CONFIGURED)
        return f"{normalised_address(self._base_url)}{API}/{endpoint}.json"

    def _headers(self, token: str | None) -> dict[str, str]:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # so that the limit on bytes is one on content
            "Connection": "close",
            "User-Agent": "Dzwonek",
            "x-timezone-client": self._zone,
        }
        return headers if token is None else {**headers, "X-AUTH-TOKEN": token}

    def _key(self) -> str:
        """Give the token; without a usable one there is nobody to ask for."""
        token = (self._token() or "").strip()
        if not _is_usable(token):
            raise trouble(Code.DAKTELA_NOT_SIGNED_IN, host=host_of(self._base_url))
        return token


@dataclass(frozen=True, slots=True)
class _Listed:
    """Rows as they came, and the zone of their wall times."""

    rows: tuple[Row, ...]
    zone: str


def _is_usable(token: str) -> bool:
    """Say whether a text can stand in a header: a pasted one may be anything."""
    return token.isascii() and token.isprintable() and bool(token) and " " not in token


def _merged(called: _Listed | ProblemError, done: _Listed | ProblemError) -> tuple[Activity, ...]:
    """Put both lists into one; the calls of `activities` count only where the better list failed.

    The newest ten of each list always hold the newest ten of all.
    """
    found: list[Activity] = []
    if isinstance(called, _Listed):
        found += parse.calls(called.rows, called.zone)
    if isinstance(done, _Listed):
        found += [
            activity
            for activity in parse.activities(done.rows, done.zone)
            if not (activity.call_id and isinstance(called, _Listed))
        ]
    return tuple(sorted(found, key=lambda activity: activity.occurred_at, reverse=True)[:TAKE])
