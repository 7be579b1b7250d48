"""What the sandbox's Daktela answers, without any network: requests in, replies out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlsplit
from zoneinfo import ZoneInfo

from dzwonek.sandbox.listing import nested, picked
from dzwonek.sandbox.story import AGENT, COLLEAGUE, DEFAULT_ZONE, VERSION, Account, Row, Story

PREFIX = "/api/v6/"
SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it came; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def endpoint(self) -> str:
        """Give the endpoint's name, such as `whoim`; empty outside the API."""
        path = urlsplit(self.target).path
        return path.removeprefix(PREFIX).removesuffix(SUFFIX) if path.startswith(PREFIX) else ""

    @property
    def query(self) -> list[tuple[str, str]]:
        """Give the query's pairs in their order."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)


@dataclass(frozen=True, slots=True)
class Said:
    """A reply: a status and what stands in the envelope."""

    status: int
    result: object = None
    error: object = ()


class Api:
    """Answers as the original does, in its envelope and its error shapes."""

    def __init__(self, story: Story, accounts: tuple[Account, ...] = (AGENT, COLLEAGUE)) -> None:
        self._story = story
        self._accounts = accounts

    def answer(self, call: Call, now: datetime) -> tuple[int, bytes]:
        """Give status and body for a request."""
        name = call.headers.get("x-timezone-client", DEFAULT_ZONE)
        zone = _zone(name)
        said = self._said(call, zone)
        envelope = {
            "error": said.error if isinstance(said.error, dict) else list(_texts(said.error)),
            "result": said.result,
            "_time": now.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"),
            "_timezone": zone.key,
        }
        return said.status, json.dumps(envelope, ensure_ascii=False).encode()

    def _said(self, call: Call, zone: ZoneInfo) -> Said:
        if call.endpoint == "login":
            return self._login(call, zone)
        account = self._bearer(call)
        if call.endpoint == "whoim":
            return Said(
                200, {"version": VERSION, "user": account.row(zone.key) if account else None}
            )
        if account is None:
            return Said(401, error="Unauthorized")
        rows = self._story.rows(call.endpoint, zone)
        if rows is None:
            return Said(404, error="Endpoint not found")
        if call.method != "GET":
            return Said(403, error="Forbidden")
        page, total = picked(rows, nested(call.query))
        return Said(200, {"data": page, "total": str(total) if len(page) > 5 else total})

    def _login(self, call: Call, zone: ZoneInfo) -> Said:
        told = _object(call.body)
        if call.method == "PUT":
            known = (it for it in self._accounts if _refresh(it) == told.get("refreshToken"))
            account = next(known, None)
        else:
            if not told.get("username"):
                return Said(400, error={"form": {"username": "This value should not be blank."}})
            pair = (told.get("username"), told.get("password"))
            account = next((it for it in self._accounts if (it.login, it.password) == pair), None)
        if account is None:
            return Said(401, error="Invalid username or password")
        if told.get("only_token"):
            return Said(200, account.token)
        tokens: Row = {"accessToken": account.token, "refreshToken": _refresh(account)}
        expires = f"{self._story.now.astimezone(zone).year + 1}-01-01 00:00:00"
        return Said(
            200, {**tokens, "accessTokenExpirationDate": expires, "user": account.row(zone.key)}
        )

    def _bearer(self, call: Call) -> Account | None:
        token = call.headers.get("x-auth-token") or dict(call.query).get("accessToken")
        return next((account for account in self._accounts if account.token == token), None)


def _refresh(account: Account) -> str:
    return account.token[::-1]


def _object(body: bytes) -> Row:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _texts(error: object) -> tuple[str, ...]:
    return (error,) if isinstance(error, str) else ()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return ZoneInfo(DEFAULT_ZONE)
