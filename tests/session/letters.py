"""Messages as they lie in a Maildir, and pictures of the screen to hold against theirs."""

from __future__ import annotations

import email
import email.policy
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from tests.session.x_session import XSession

WARSAW = ZoneInfo("Europe/Warsaw")
WEEKDAYS = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")


def parsed(raw: bytes) -> EmailMessage:
    """Read a message."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def seven_lines(raw: bytes) -> list[str]:
    """Give the first seven lines of the plain text."""
    body = parsed(raw).get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text.splitlines()[:7]


def pictures(raw: bytes) -> list[bytes]:
    """Give the attached pictures, in their order."""
    return [
        part.get_content()
        for part in parsed(raw).iter_attachments()
        if part.get_content_maintype() == "image"
    ]


def carries(raw: bytes, frozen: bytes) -> bool:
    """Say whether a delivered message ends with these frozen bytes, line ends aside."""
    return raw.replace(b"\r\n", b"\n").endswith(frozen.replace(b"\r\n", b"\n"))


def moment_line(moment: datetime) -> str:
    """Write the line of the time as the support page does, told today or soon after."""
    at = moment.astimezone(WARSAW)
    days = (datetime.now(WARSAW).date() - at.date()) // timedelta(days=1)
    name = {0: "dzisiaj", 1: "wczoraj"}.get(days, WEEKDAYS[at.weekday()])
    return f"Czas: {name}, {at:%d.%m.%Y} o {at:%H:%M}"


def grabbed(session: XSession, file: Path) -> tuple[QImage, ...]:
    """Photograph the screen with ImageMagick and cut the picture at the two monitors' border."""
    whole = QImage(str(session.screenshot(file)))
    width, height = session.size
    assert (whole.width(), whole.height()) == (width, height)
    half = width // 2
    return tuple(_plain(whole.copy(left, 0, half, height)) for left in (0, half))


def decoded(content: bytes) -> QImage:
    """Decode an attached picture."""
    image = QImage.fromData(content)
    assert not image.isNull()
    return _plain(image)


def difference(one: QImage, other: QImage) -> str:
    """Say where two pictures differ: "" when they do not."""
    if one == other:
        return ""
    if one.size() != other.size():
        return f"sizes {one.size()} and {other.size()}"
    across, down = range(0, one.width(), 4), range(0, one.height(), 4)
    differing = [(x, y) for y in down for x in across if one.pixel(x, y) != other.pixel(x, y)]
    if not differing:
        return "few pixels"
    columns, rows = zip(*differing, strict=True)
    return f"x {min(columns)}–{max(columns)}, y {min(rows)}–{max(rows)}"


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB888)
