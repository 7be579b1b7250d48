"""What can go wrong between a client and a Daktela, as things to switch on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
PORTAL = "<!doctype html><title>Wi-Fi</title><p>Zaloguj się do sieci hotelowej."


@dataclass(frozen=True, slots=True)
class Fault:
    """How an answer differs from the true one; the fields can be combined."""

    status: int | None = None
    body: bytes | None = None  # instead of the true one
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    wait: timedelta = timedelta(0)  # before the first byte
    drip: timedelta | None = None  # between every two bytes
    is_head_dripped: bool = False  # status line and headers too
    cut_after: int | None = None  # bytes of the body; then the connection ends
    stall_after: int | None = None  # bytes of the body; then nothing more comes
    is_reset: bool = False  # the connection ends before any answer
    prefix: bytes = b""  # before the true body


def refusal(status: int, text: str = "", **headers: str) -> Fault:
    """Answer with a status in the true error shape; `Retry_After="7"` names a header."""
    import json

    body = json.dumps({"error": [text or f"Error {status}"], "result": None}).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(status=status, body=body, headers=named)


def redirect(location: str, status: int = 302) -> Fault:
    """Point elsewhere."""
    return Fault(status, b"moved", HTML, {"Location": location})


def captive_portal() -> Fault:
    """Answer 200 with the log-in page of a network."""
    return Fault(200, PORTAL.encode(), HTML)


def page(status: int) -> Fault:
    """Answer with a status and a page for people, as a proxy in between does."""
    return Fault(status, f"<h1>{status}</h1>".encode(), HTML)


def content(body: bytes, status: int = 200) -> Fault:
    """Answer with these bytes, called JSON."""
    return Fault(status, body)


def late(by: timedelta) -> Fault:
    """Answer truly, but late."""
    return Fault(wait=by)


def drip(every: timedelta = timedelta(milliseconds=50)) -> Fault:
    """Let the body come byte by byte, so that no socket timeout ever strikes."""
    return Fault(drip=every)


def drip_head(every: timedelta = timedelta(milliseconds=50)) -> Fault:
    """Let even the status line come byte by byte."""
    return replace(drip(every), is_head_dripped=True)


def cut(after: int = 20) -> Fault:
    """End the connection in the middle of the body."""
    return Fault(cut_after=after)


def stall(body: bytes, after: int) -> Fault:
    """Send the first bytes of a body and then keep quiet."""
    return Fault(200, body, stall_after=after)


def reset() -> Fault:
    """End the connection instead of answering."""
    return Fault(is_reset=True)


def byte_order_mark() -> Fault:
    """Answer truly, led by a byte-order mark."""
    return Fault(prefix=b"\xef\xbb\xbf")
