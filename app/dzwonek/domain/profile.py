"""The vendor's support: whom to write and call, when, and the words of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When people answer: ISO weekdays (1 = Monday), local times, and the country's holidays."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    zone: str  # IANA name
    country: str  # ISO 3166 code for public holidays


@dataclass(frozen=True, slots=True)
class Contact:
    """Addresses and numbers, as shown and as dialled (E.164)."""

    email: str
    phone: str
    phone_e164: str
    emergency: str
    emergency_e164: str
    hours: OfficeHours


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The report's own text, in the profile's language; not interface, so never translated.

    `labels` are the seven lines' names in the page's order; the mappings are keyed by the
    values of Kind and Occurrence; `weekdays` start with Monday. A text that is empty is left out.
    """

    labels: tuple[str, ...]
    kinds: Mapping[str, str]
    occurrences: Mapping[str, str]
    call_in: str
    call_out: str
    unknown_number: str
    no_number: str
    whole_team: str
    today: str
    yesterday: str
    weekdays: tuple[str, ...]
    at: str
    subject: str
    test_mark: str
    sent_at: str
    pictures: str
    no_pictures: str
    code: str
    diagnostics: str
    none: str
    reporter: str = ""
    call_id: str = ""
    queue: str = ""
    pictures_reduced: str = ""
    pictures_left_out: str = ""
    clock_by_server: str = ""
    clock_before_release: str = ""
    picture_added: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the things people write to support about, with its own short form."""

    id: str
    title: str
    hint: str
    subject: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """One piece of the support page: a title, paragraphs and, maybe, an address."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class ContactProfile:
    """Everything that belongs to one vendor and country; another one is another file."""

    name: str
    language: str
    contact: Contact
    words: ReportWords
    matters: tuple[Matter, ...]
    help: tuple[HelpText, ...]
    zone: str
    region: str  # for telephone numbers typed without a country
    max_message_bytes: int
    system_suffix: str  # hosts outside it are asked about once
