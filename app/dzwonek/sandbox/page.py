"""The agent's page of the sandbox: who is logged in, a clock, and the last calls."""

from __future__ import annotations

import json
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from dzwonek.sandbox.listing import nested, picked
from dzwonek.sandbox.story import Account, Row, Story

CALL_HEADS = ("Czas", "Kierunek", "Klient", "Nasz numer", "Kolejka", "Rozmowa", "Koniec")
WRITTEN_HEADS = ("Czas", "Rodzaj", "Klient", "Temat")
KINDS = {"EMAIL": "e-mail", "CHAT": "czat"}
DIRECTIONS = {"in": "przychodzące", "out": "wychodzące", "internal": "wewnętrzne"}
ENDINGS = {
    "caller": "rozłączył klient",
    "agent": "rozłączył agent",
    "transfer": "przekazane",
    "system": "rozłączone przez system",
    "abandon": "porzucone",
    "noanswer": "nieodebrane",
}
STYLE = """
body{margin:0;font:15px/1.5 "DejaVu Sans",system-ui,sans-serif;color:#1d2733;background:#eef2f6}
header{display:flex;gap:2em;align-items:center;padding:1em 2em;background:#12324a;color:#fff}
header b{font-size:1.2em}header time{margin-left:auto;font-size:1.6em}
main{max-width:62em;margin:2em auto;background:#fff;border-radius:8px;overflow:hidden}
h1{font-size:1.1em;margin:0;padding:1em 1.4em}table{width:100%;border-collapse:collapse}
th,td{text-align:left;padding:.55em 1.4em;border-top:1px solid #e3e9ef}th{color:#5b6b7b}
"""
CLOCK = """
const clock=document.querySelector("time");
setInterval(()=>{clock.textContent=new Date().toLocaleTimeString("pl-PL")},1000);
"""


def desk(story: Story, agent: Account, zone: ZoneInfo) -> Row:
    """Gather what the page shows, newest first."""
    called = _newest(story, "activitiesCall", "id_agent", "call_time", agent, zone)
    done = _newest(story, "activities", "user", "time", agent, zone)
    return {
        "agent": agent.title,
        "extension": agent.extension,
        "zone": zone.key,
        "calls": [_called(row) for row in called],
        "written": [_written(row) for row in done if row["type"] in KINDS],
    }


def _newest(
    story: Story, endpoint: str, who: str, when: str, agent: Account, zone: ZoneInfo
) -> list[Row]:
    condition = [("filter[field]", who), ("filter[value]", agent.login)]
    order = [("sort[0][field]", when), ("sort[0][dir]", "desc")]
    return picked(story.rows(endpoint, zone) or [], nested(condition + order))[0]


def as_json(story: Story, agent: Account, zone: ZoneInfo) -> bytes:
    """Give the page's content for a program."""
    return json.dumps(desk(story, agent, zone), ensure_ascii=False).encode()


def as_html(story: Story, agent: Account, zone: ZoneInfo, now: datetime) -> bytes:
    """Give the page for a browser."""
    told = desk(story, agent, zone)
    return f"""<!doctype html><html lang="pl"><meta charset="utf-8"><title>Daktela</title>
<style>{STYLE}</style><header><b>Daktela</b><span>Zalogowany: {escape(agent.title)}, numer
wewnętrzny {escape(agent.extension)}</span><time>{now.astimezone(zone):%H:%M:%S}</time></header>
<main><h1>Połączenia</h1>{_table(CALL_HEADS, told["calls"])}</main>
<main><h1>E-maile i czaty</h1>{_table(WRITTEN_HEADS, told["written"])}</main>
<script>{CLOCK}</script></html>""".encode()


def _table(heads: tuple[str, ...], rows: object) -> str:
    lines = [list(row.values()) for row in rows] if isinstance(rows, list) else []
    cells = ("".join(f"<td>{escape(str(cell))}</td>" for cell in line) for line in lines)
    top = "".join(f"<th>{head}</th>" for head in heads)
    return f"<table><tr>{top}</tr>{''.join(f'<tr>{line}</tr>' for line in cells)}</table>"


def _written(row: Row) -> dict[str, str]:
    item = row["item"]
    told = item if isinstance(item, dict) else {}
    return {
        "time": str(row["time"])[11:16],
        "kind": KINDS[str(row["type"])],
        "customer": str(told.get("address") or told.get("email") or _spaced(str(told["phone"]))),
        "title": str(row["title"]),
    }


def _called(row: Row) -> dict[str, str]:
    queue = row["id_queue"]
    length = row["duration"]
    seconds = length if isinstance(length, int) else 0
    ending = str(row["disposition_cause"] or row["disconnection_cause"])
    return {
        "time": str(row["call_time"])[11:16],
        "direction": DIRECTIONS[str(row["direction"])],
        "customer": _spaced(str(row["clid"])),
        "ours": _spaced(str(row["did"])),
        "queue": str(queue["title"]) if isinstance(queue, dict) else str(queue),
        "length": f"{seconds // 60}:{seconds % 60:02}",
        "ending": ENDINGS.get(ending, ending),
    }


def _spaced(number: str) -> str:
    """Write a nine-digit number in threes."""
    return f"{number[:3]} {number[3:6]} {number[6:]}" if len(number) == 9 else number
