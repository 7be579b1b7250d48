"""What the form's tests and its gallery show: the support page's own example, a clock, a screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from dzwonek.config.profile import load_profile
from dzwonek.domain.activity import Activity
from dzwonek.domain.identity import NOBODY, Agent, Identity, IdentitySource
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind
from dzwonek.domain.picture import PictureNote, Screenshot
from dzwonek.domain.problem import Problem
from dzwonek.domain.report import Draft
from dzwonek.reporting.matter import new_inquiry

NOW = datetime(2020, 2, 27, 14, 55, 12, tzinfo=UTC)  # 15:55:12 in Warsaw
AGENT = Agent("Tobiasz Świeczka", login="tobiasz", email="tobiasz@firma.example")
HOST = "twojanazwa.daktela.com"


class StillClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.moment = now

    def now(self) -> datetime:
        """Give the moment it stands at."""
        return self.moment

    def monotonic(self) -> timedelta:
        """Give the time since 2020."""
        return self.moment - datetime(2020, 1, 1, tzinfo=UTC)


def inquiry(matter: str = "order") -> Draft:
    """Make an order that somebody is writing; nothing stands in it but what is known."""
    found = load_profile("daktela-pl").matter(matter)
    if found is None:
        raise LookupError(matter)
    return new_inquiry(found, AGENT, NOBODY, HOST, NOW)


def words(problem: Problem) -> tuple[str, str]:
    """Name a problem by its code, where a test does not care for the real words."""
    return f"Kłopot: {problem.code.value}.", "Zrób coś."


def call(minutes_ago: int = 3, **changes: object) -> Activity:
    """Make the support page's call, a few minutes before the press."""
    fields: dict[str, object] = {
        "kind": Kind.CALL_IN,
        "occurred_at": NOW - timedelta(minutes=minutes_ago),
        "customer": "730770660",
        "ours": "223784756",
        "queue": "Obsługa klienta",
        "call_id": f"call-{minutes_ago}",
        "duration": timedelta(minutes=3, seconds=12),
        "is_answered": True,
        "ended_by": "caller",
    }
    return Activity(**(fields | changes))  # type: ignore[arg-type]  # a test's own short hand


def recent() -> tuple[Activity, ...]:
    """Give ten activities of all kinds, newest first."""
    return (
        call(3),
        call(21, kind=Kind.CALL_OUT, customer="223784756", queue="Sprzedaż", is_answered=False),
        call(48, kind=Kind.EMAIL, customer="klient@sklep.example", ours="", duration=None),
        call(75, kind=Kind.CHAT, customer="Joanna Przykładowa", queue="Czat na stronie", ours=""),
        *(call(120 + 37 * n, customer=f"73077066{n}") for n in range(5)),
        call(60 * 26, customer="", queue="Infolinia całodobowa – linia główna"),
    )  # fmt: skip


def draft(pictures: tuple[PictureNote, ...] = (), **changes: object) -> Draft:
    """Make a fresh draft at the moment of the press."""
    fields: dict[str, object] = {
        "id": new_id(NOW),
        "created_at": NOW,
        "occurred_at": NOW,
        "host": HOST,
        "reporter": NOBODY,
        "pictures": pictures,
    }
    return Draft(**(fields | changes))  # type: ignore[arg-type]  # a test's own short hand


def identity(source: IdentitySource = IdentitySource.DAKTELA, agent: Agent = AGENT) -> Identity:
    """Say who sits there; a remembered answer is two hours old."""
    is_old = source is IdentitySource.REMEMBERED
    return Identity(agent, source, NOW - timedelta(hours=2) if is_old else NOW)


def note(number: int = 1, width: int = 1920, height: int = 1080) -> PictureNote:
    """Make the note of a monitor's picture."""
    return PictureNote(f"picture-{number}", f"DP-{number}", width, height, "image/png", NOW)


def shot(number: int = 1, width: int = 1920, height: int = 1080) -> Screenshot:
    """Make a screenshot that looks like an agent's working screen."""
    image = screen(number, width, height)
    pixels = bytearray(image.constBits())
    stride = image.bytesPerLine()
    return Screenshot(f"DP-{number}", 0, 0, width, height, stride, pixels, NOW)


def screen(number: int, width: int, height: int) -> QImage:
    """Draw an agent's screen: a list of calls, a customer's card and a clock."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#eef1f4" if number % 2 else "#20303c"))
    painter = QPainter(image)
    font = QFont("DejaVu Sans")
    font.setPixelSize(height // 44)
    painter.setFont(font)
    unit = height // 24
    painter.fillRect(0, 0, width, unit * 2, QColor("#c7324c" if number % 2 else "#101820"))
    painter.setPen(Qt.GlobalColor.white)
    top = QRect(unit, 0, width - 2 * unit, unit * 2)
    painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, "Tobiasz Świeczka · Obsługa klienta")
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(top, right, "27.02.2020 15:55:12")
    for row in range(9):
        ground = QColor("#ffffff" if number % 2 else "#2b3d4b")
        place = QRect(unit, unit * (3 + 2 * row), width * 2 // 3, unit * 2 - unit // 4)
        painter.fillRect(place, ground)
        painter.setPen(QColor("#22303a" if number % 2 else "#d5e0e8"))
        text = f"   730 770 66{row}   Klient {row + 1}   połączenie przychodzące"
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
    card = QRect(width * 2 // 3 + 2 * unit, unit * 3, width // 3 - 3 * unit, unit * 10)
    painter.fillRect(card, QColor("#dfe7ee" if number % 2 else "#34495a"))
    painter.drawText(card.adjusted(unit, unit, 0, 0), 0, "Joanna Przykładowa\n730 770 660")
    painter.end()
    return image
