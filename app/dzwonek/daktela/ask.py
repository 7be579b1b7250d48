"""What is asked of a Daktela, what comes back, and what an answer's status means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from dzwonek.daktela.envelope import Answer, opened
from dzwonek.daktela.text import clean
from dzwonek.domain.problem import Code, ProblemError, trouble

# A row of a list carries its user, queue, ticket and contact as whole objects, 5-40 kB of JSON;
# ten of those do not fit into the 64 kB that are plenty for a receipt.
MOST_BYTES = 512 * 1024
SHORTEST_WAIT, LONGEST_WAIT = timedelta(seconds=1), timedelta(hours=6)
PASSING = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, whole. `is_login` and `is_proof` say how a refusal is to be read."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)  # may hold the token
    body: bytes | None = field(default=None, repr=False)  # may hold the password
    is_login: bool = False
    is_proof: bool = False  # shows whether the address is a Daktela at all

    @property
    def host(self) -> str:
        """Give the host, as messages name it."""
        return urlsplit(self.url).hostname or ""

    @property
    def endpoint(self) -> str:
        """Give the endpoint's name, as the log names it: `whoim`, never the query behind it."""
        return urlsplit(self.url).path.rpartition("/")[2].removesuffix(".json")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; `body` holds one byte more than MOST_BYTES when it was too long."""

    status: int
    body: bytes = field(repr=False)
    location: str = ""
    retry_after: str = ""
    date: str = ""

    @property
    def sent_at(self) -> datetime | None:
        """Give the time (UTC) that the server's clock showed (RFC 9110 §6.6.1), if it told."""
        return _moment(self.date)


def judged(reply: Reply, ask: Ask, now: datetime) -> Answer:
    """Open a good reply; raises ProblemError (DAKTELA_…) for every other.

    The problem's values are `host` and, where known, `status`, `target` (where a redirect
    pointed), `retry_after` (seconds) and `detail` (the server's own text).
    """
    status, host = reply.status, ask.host
    if len(reply.body) > MOST_BYTES:
        raise trouble(Code.DAKTELA_ANSWER_UNKNOWN, host=host, status=status, detail="")
    if 300 <= status < 400:
        raise not_a_daktela(ask, status, _target(reply.location))
    if status in PASSING or (
        status >= 500 and status != HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED
    ):
        wait = _wait(reply.retry_after, now)
        raise trouble(Code.DAKTELA_BUSY, host=host, status=status, retry_after=wait)
    if status == HTTPStatus.UNAUTHORIZED:
        code = Code.DAKTELA_WRONG_PASSWORD if ask.is_login else Code.DAKTELA_NOT_SIGNED_IN
        raise trouble(code, host=host)
    if status == HTTPStatus.FORBIDDEN:
        raise trouble(Code.DAKTELA_NO_RIGHT, host=host)
    answer = opened(reply.body)
    if 200 <= status < 300 and answer is not None:
        return answer
    raise _not_understood(status, answer, ask)


def unknown_answer(answer: Answer, ask: Ask) -> ProblemError:
    """Make the error for a good status whose content is not what was asked for."""
    detail = "; ".join(answer.errors)
    return trouble(
        Code.DAKTELA_ANSWER_UNKNOWN, host=ask.host, status=200, detail=clean(detail, 200)
    )


def not_a_daktela(ask: Ask, status: int = 200, target: str = "") -> ProblemError:
    """Make the error for an address behind which something else answered."""
    code = Code.DAKTELA_NOT_A_DAKTELA
    return trouble(code, host=ask.host, status=status, target=target)


def _not_understood(status: int, answer: Answer | None, ask: Ask) -> ProblemError:
    """Tell a strange Daktela from something that is none."""
    is_foreign = status == HTTPStatus.NOT_FOUND or answer is None or not answer.has_result
    if answer is None or (ask.is_proof and is_foreign):
        return not_a_daktela(ask, status)
    detail = clean("; ".join(answer.errors), 200)
    return trouble(Code.DAKTELA_ANSWER_UNKNOWN, host=ask.host, status=status, detail=detail)


def _target(location: str) -> str:
    """Give the origin a redirect pointed to; its path or query may hold secrets."""
    try:
        parts = urlsplit(location)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""
    except ValueError:
        return ""
    return clean(origin, 120)


def _wait(text: str, now: datetime) -> int:
    """Read Retry-After, seconds or a date (RFC 9110 §10.2.3), as seconds; 0 when it is missing."""
    if not text.strip():
        return 0
    try:
        wait = timedelta(seconds=int(text))
    except (ValueError, OverflowError):
        wait = _until(text, now)
    return int(min(max(wait, SHORTEST_WAIT), LONGEST_WAIT).total_seconds())


def _until(text: str, now: datetime) -> timedelta:
    moment = _moment(text)
    return moment - now if moment else SHORTEST_WAIT


def _moment(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
