"""The scenery of the demo: an agent's screen with a clock, who is logged in, and the calls.

Run it as a process of its own, so that what is captured is another program's window:
`python -m dzwonek.demo.stage --url https://localhost:8443 --ca ca.pem --geometry 1920x1080+0+0`.
It prints `ready` when it stands on the screen, and stays until it is ended.
"""

from __future__ import annotations

import argparse
import json
import re
import ssl
import sys
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

DEADLINE_SECONDS = 5.0
TITLE = "Daktela"
SECTIONS = ("Pulpit", "Połączenia", "E-maile", "Czaty", "Tickety", "Kontakty", "Statystyki")
CALL_HEADS = ("Czas", "Kierunek", "Klient", "Nasz numer", "Kolejka", "Rozmowa", "Koniec")
WRITTEN_HEADS = ("Czas", "Rodzaj", "Klient", "Temat")
STYLE = """
QWidget#stage { background: #eef2f6; color: #1d2733; font-size: 15px; }
QFrame#rail { background: #0f2b40; } QFrame#rail QLabel { color: #b9cad8; padding: 10px 22px; }
QFrame#rail QLabel#brand { color: white; font-size: 21px; font-weight: bold; padding: 20px 22px; }
QFrame#rail QLabel#chosen { color: white; background: #1b4a6b; border-left: 4px solid #f6a821; }
QFrame#bar { background: white; border-bottom: 1px solid #d7e0e8; }
QLabel#agent { font-size: 19px; font-weight: bold; } QLabel#quiet { color: #5b6b7b; }
QLabel#ready { color: #1a7f45; font-weight: bold; }
QLabel#clock { font-size: 34px; font-weight: bold; }
QFrame#card { background: white; border: 1px solid #d7e0e8; border-radius: 8px; }
QLabel#heading { font-size: 17px; font-weight: bold; } QLabel#number { font-size: 28px; }
QTableWidget { background: white; border: none; font-size: 15px;
    alternate-background-color: #f6f9fb; }
QHeaderView::section { background: white; color: #5b6b7b; border: none; padding: 8px 3px;
    border-bottom: 2px solid #d7e0e8; font-weight: bold; }
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the agent's screen shows."""

    agent: str
    extension: str
    zone: ZoneInfo
    calls: tuple[tuple[str, ...], ...]
    written: tuple[tuple[str, ...], ...]


def fetched(url: str, ca_file: Path) -> Desk:
    """Read the agent's desk from the sandbox; raises OSError or ValueError."""
    trust = ssl.create_default_context(cafile=str(ca_file))
    place = f"{url.rstrip('/')}/desk.json"
    if not place.startswith("https://"):
        raise ValueError(f"not https: {url}")
    with urllib.request.urlopen(place, timeout=DEADLINE_SECONDS, context=trust) as answer:
        told = json.load(answer)
    return Desk(
        agent=str(told["agent"]),
        extension=str(told["extension"]),
        zone=ZoneInfo(told["zone"]),
        calls=_cells(told["calls"]),
        written=_cells(told["written"]),
    )


class Stage(QWidget):
    """The window: a rail of sections, a bar with agent and clock, the last call, two lists."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("stage")
        self.setWindowTitle(title)
        self.setStyleSheet(STYLE)
        self._zone = desk.zone
        self._clock = _label("", "clock")
        self._date = _label("", "quiet")
        self._ticks = QTimer(self)
        self._ticks.setSingleShot(True)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(_rail())
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self._bar(desk))
        down.addLayout(_content(desk), 1)
        across.addLayout(down, 1)
        self._tick()

    def _bar(self, desk: Desk) -> QFrame:
        bar, across = _frame("bar", QHBoxLayout)
        across.setContentsMargins(28, 12, 28, 12)
        who = QVBoxLayout()
        who.addWidget(_label(f"Zalogowany: {desk.agent}", "agent"))
        who.addWidget(_label(f"numer wewnętrzny {desk.extension}", "quiet"))
        across.addLayout(who)
        across.addSpacing(36)
        across.addWidget(_label("● Gotowy do rozmów", "ready"))
        across.addStretch(1)
        across.addWidget(self._date)
        across.addSpacing(18)
        across.addWidget(self._clock)
        return bar

    def _tick(self) -> None:
        """Show the time now, and look again when the next second begins."""
        now = datetime.now(self._zone)
        self._clock.setText(f"{now:%H:%M:%S}")
        self._date.setText(f"{now:%d.%m.%Y}")
        self._ticks.start(1000 - now.microsecond // 1000)


class Announcer(QObject):
    """Says on standard output, once, that the window has been painted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting; the word goes out behind it."""
        if event.type() == QEvent.Type.Paint:
            self._stage.removeEventFilter(self)
            QTimer.singleShot(0, self, self._announce)
        return False

    def _announce(self) -> None:
        print("ready", flush=True)


def _cells(rows: Sequence[Mapping[str, object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(cell) for cell in row.values()) for row in rows)


def _label(text: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def _frame(
    name: str, kind: type[QHBoxLayout] | type[QVBoxLayout]
) -> tuple[QFrame, QHBoxLayout | QVBoxLayout]:
    frame = QFrame()
    frame.setObjectName(name)
    return frame, kind(frame)


def _rail() -> QFrame:
    rail, down = _frame("rail", QVBoxLayout)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    rail.setFixedWidth(210)
    down.addWidget(_label(TITLE, "brand"))
    for section in SECTIONS:
        down.addWidget(_label(section, "chosen" if section == "Połączenia" else "section"))
    down.addStretch(1)
    return rail


def _content(desk: Desk) -> QVBoxLayout:
    down = QVBoxLayout()
    down.setContentsMargins(28, 24, 28, 24)
    down.setSpacing(20)
    if desk.calls:
        down.addWidget(_last_call(dict(zip(CALL_HEADS, desk.calls[0], strict=True))))
    down.addWidget(_list("Połączenia", CALL_HEADS, desk.calls), 5)
    down.addWidget(_list("E-maile i czaty", WRITTEN_HEADS, desk.written), 4)
    return down


def _last_call(call: Mapping[str, str]) -> QFrame:
    card, across = _frame("card", QHBoxLayout)
    across.setContentsMargins(22, 16, 22, 16)
    left = QVBoxLayout()
    left.addWidget(_label(f"Ostatnie połączenie: {call['Kierunek']}", "heading"))
    left.addWidget(_label(f"{call['Klient']}  →  {call['Nasz numer']}", "number"))
    across.addLayout(left)
    across.addStretch(1)
    right = QVBoxLayout()
    right.addWidget(_label(f"{call['Kolejka']}, godz. {call['Czas']}", "quiet"))
    right.addWidget(_label(f"rozmowa {call['Rozmowa']}, {call['Koniec']}", "quiet"))
    across.addLayout(right)
    return card


def _list(heading: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QFrame:
    card, down = _frame("card", QVBoxLayout)
    down.setContentsMargins(22, 14, 22, 14)
    down.addWidget(_label(heading, "heading"))
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.setItem(line, column, QTableWidgetItem(cell))
    down.addWidget(table)
    return card


def _geometry(text: str) -> QRect:
    """Read an X geometry, `WIDTHxHEIGHT+LEFT+TOP`."""
    found = re.fullmatch(r"(\d+)x(\d+)([+-]\d+)([+-]\d+)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"not a geometry: {text}")
    width, height, left, top = (int(part) for part in found.groups())
    return QRect(left, top, width, height)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the stage and stay; gives 1 when the sandbox cannot be read."""
    parser = argparse.ArgumentParser(prog="dzwonek.demo.stage", description=__doc__)
    parser.add_argument("--url", required=True)
    parser.add_argument("--ca", type=Path, required=True)
    parser.add_argument("--geometry", type=_geometry)
    parser.add_argument("--title", default=TITLE)
    chosen = parser.parse_args(arguments)
    try:
        desk = fetched(chosen.url, chosen.ca)
    except (OSError, ValueError) as error:
        print(f"stage: {error}", file=sys.stderr)
        return 1
    application = QApplication(["stage"])
    stage = Stage(desk, chosen.title)
    Announcer(stage)
    stage.setGeometry(chosen.geometry or stage.screen().geometry())
    stage.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
