"""The scripted working day: one agent at the desk, a colleague, and what both did before now.

The call of the support page's own example is in it: 730 770 660 rang 223 784 756, and the talk
was cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

VERSION = "6.27.3"
DEFAULT_ZONE = "Europe/Prague"
OURS = "223784756"

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who can log in."""

    login: str
    title: str
    password: str
    token: str
    extension: str
    email: str
    alias: str = ""

    def row(self, zone: str) -> Row:
        """Show the user as `whoim` does, the token repeated under `_sys`."""
        return {
            **self.reference(),
            "email": self.email,
            "extension": self.extension,
            "timezone": zone,
            "presence_state": "ready",
            "customFields": [],
            "_sys": {"accessToken": self.token, "permissions": {"tickets": "1"}},
        }

    def reference(self) -> Row:
        """Show the user as other objects mention him."""
        return {"name": self.login, "title": self.title, "alias": self.alias}


AGENT = Account(
    login="tobiasz.swieczka",
    title="Tobiasz Świeczka",
    password="dzwonek-na-probe",  # of a server on loopback that holds no real data
    token="piaskownica0000000000000000000000000tobiasz",  # likewise
    extension="101",
    email="tobiasz.swieczka@firma.example",
)
COLLEAGUE = Account(
    login="anna.przykladowa",
    title="Anna Przykładowa",
    password="dzwonek-na-probe-2",  # likewise
    token="piaskownica00000000000000000000000000000anna",  # likewise
    extension="102",
    email="anna.przykladowa@firma.example",
)


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue, which rows mention as an object or by its number alone."""

    name: str
    title: str

    def reference(self) -> Row:
        """Show the queue as a row mentions it."""
        return {"name": self.name, "title": self.title, "type": "in", "_sys": {"rights": "rw"}}


HOTLINE = Queue("1001", "Infolinia")
ORDERS = Queue("1002", "Zamówienia")
MAIL = Queue("2001", "Biuro obsługi")
CHAT = Queue("3001", "Czat na stronie")


@dataclass(frozen=True, slots=True)
class Call:
    """One telephone call: `minutes` before now, and how it ended."""

    minutes: int
    direction: str
    customer: str
    seconds: int
    agent: Account = AGENT
    queue: Queue = HOTLINE
    ended_by: str = "caller"
    unanswered: str = ""

    def row(self, number: int, now: datetime, zone: ZoneInfo) -> Row:
        """Show the call as `activitiesCall` does."""
        began = now - timedelta(minutes=self.minutes)
        is_answered = not self.unanswered
        return {
            "id_call": f"{int(began.timestamp())}.{number}",
            "call_time": _wall(began, zone),
            "direction": self.direction,
            "answered": is_answered,
            "id_queue": self.queue.reference(),
            "id_agent": self.agent.reference(),
            "clid": self.customer,
            "did": OURS,
            "waiting_time": 7,
            "ringing_time": "5",
            "hold_time": 0,
            "duration": self.seconds,
            "disposition_cause": self.ended_by if is_answered else "",
            "disconnection_cause": self.unanswered,
            "missed_call": not is_answered and self.direction == "in",
            "contact": None,
            "activities": [{"name": f"activities_{number}"}],
            "_sys": {"rights": "r"},
        }

    def activity(self, number: int, now: datetime, zone: ZoneInfo) -> Row:
        """Show the call as `activities` does: its details stand behind a number only."""
        row = _activity("CALL", self.minutes, self.agent, self.queue, now, zone)
        return {**row, "name": f"activities_{number}", "title": self.customer, "item": number}


@dataclass(frozen=True, slots=True)
class Written:
    """One e-mail or chat."""

    minutes: int
    type: str
    title: str
    address: str
    direction: str = "in"
    phone: str = ""
    agent: Account = AGENT

    def row(self, number: int, now: datetime, zone: ZoneInfo) -> Row:
        """Show it as `activitiesEmail` or `activitiesWeb` does."""
        moment = _wall(now - timedelta(minutes=self.minutes), zone)
        common: Row = {"name": str(number), "title": self.title, "time": moment}
        person: Row = {"id_agent": self.agent.reference(), "user": self.agent.reference()}
        if self.type == "EMAIL":
            return {**common, **person, "address": self.address, "direction": self.direction}
        told: Row = {"email": self.address, "phone": self.phone, "disconnection": "customer"}
        return {**common, **person, **told}

    def activity(self, number: int, now: datetime, zone: ZoneInfo) -> Row:
        """Show it as `activities` does, its details inside."""
        queue = MAIL if self.type == "EMAIL" else CHAT
        row = _activity(self.type, self.minutes, self.agent, queue, now, zone)
        item = self.row(number, now, zone)
        return {**row, "name": f"activities_{number}", "title": self.title, "item": item}


CALLS = (
    Call(3, "in", "730770660", 187, ended_by="system"),
    Call(11, "out", "500000001", 64, ended_by="agent"),
    Call(26, "in", "500000002", 0, unanswered="abandon"),
    Call(41, "in", "500000003", 402, queue=ORDERS),
    Call(58, "internal", "102", 35, ended_by="agent"),
    Call(73, "out", "500000004", 0, unanswered="noanswer"),
    Call(96, "in", "500000005", 233, queue=ORDERS, ended_by="transfer"),
    Call(118, "in", "500000006", 148),
    Call(5, "in", "500000007", 92, agent=COLLEAGUE),
    Call(33, "out", "500000008", 51, agent=COLLEAGUE),
)
WRITTEN = (
    Written(7, "EMAIL", "Pytanie o fakturę za luty", "klient1@poczta.example"),
    Written(19, "CHAT", "Rozmowa ze strony: zmiana adresu", "klient2@poczta.example"),
    Written(34, "EMAIL", "Odp.: reklamacja nr 17", "klient3@poczta.example", direction="out"),
    Written(49, "CHAT", "Rozmowa ze strony: status zamówienia", "", phone="500000009"),
    Written(82, "EMAIL", "Prośba o kontakt telefoniczny", "klient4@poczta.example"),
    Written(105, "CHAT", "Rozmowa ze strony", "klient5@poczta.example"),
)


class Story:
    """The day as it stands at one moment; rows are told in any time zone."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def rows(self, endpoint: str, zone: ZoneInfo) -> list[Row] | None:
        """Give all rows of a list, unsorted; None for an endpoint we do not have."""
        numbered_calls = list(enumerate(CALLS, start=100))
        numbered_written = list(enumerate(WRITTEN, start=200))
        if endpoint == "activitiesCall":
            return [call.row(number, self.now, zone) for number, call in numbered_calls]
        if endpoint == "activities":
            called = [call.activity(number, self.now, zone) for number, call in numbered_calls]
            return called + [it.activity(number, self.now, zone) for number, it in numbered_written]
        types = {"activitiesEmail": "EMAIL", "activitiesWeb": "CHAT"}
        if endpoint not in types:
            return None
        wanted = types[endpoint]
        return [
            it.row(number, self.now, zone) for number, it in numbered_written if it.type == wanted
        ]


def _activity(
    type_: str, minutes: int, agent: Account, queue: Queue, now: datetime, zone: ZoneInfo
) -> Row:
    moment = _wall(now - timedelta(minutes=minutes), zone)
    return {
        "type": type_,
        "action": "CLOSE",
        "queue": queue.reference(),
        "user": agent.reference(),
        "ticket": None,
        "time": moment,
        "time_open": moment,
        "time_close": None,
        "customFields": [],
        "_sys": {"rights": "r"},
    }


def _wall(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
