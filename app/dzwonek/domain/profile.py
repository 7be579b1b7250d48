"""The vendor's support: whom to write and call, when, and the words of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time

NEVER_CUT = "\u00a0"  # no-break space


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

    @property
    def abroad(self) -> str:
        """Write the emergency number with its country's; empty where it has none (`112`)."""
        shown, dialled = self.emergency, self.emergency_e164
        digits = "".join(letter for letter in shown if letter.isdigit())
        if shown.startswith("+") or not dialled.startswith("+"):
            return shown if shown.startswith("+") else ""
        country, is_tail, _ = dialled.rpartition(digits.lstrip("0"))
        return f"{country} {shown.lstrip('0')}" if is_tail else dialled


@dataclass(frozen=True, slots=True)
class MatterWords:
    """The words of letters about other matters than a problem; empty in a profile without them.

    `title`, `quantity`, `email` and `text` name the lines; `subject` names `{code}`, `{subject}`
    and `{words}`.
    """

    title: str = ""
    quantity: str = ""
    email: str = ""
    text: str = ""
    subject: str = ""

    def __bool__(self) -> bool:
        """Say whether such letters can be written."""
        return bool(self.subject)


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
    pictures_by_phone: str = ""
    clock_by_server: str = ""
    clock_before_release: str = ""
    picture_added: str = ""
    screen: str = ""
    again: str = ""
    resent: str = ""
    ticket: str = ""
    matter: MatterWords = MatterWords()


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the things people write to support about, with its own short form.

    `name` is short, for lists; `asks_quantity` says whether the form asks how many are wanted.
    """

    id: str
    title: str
    hint: str
    subject: str
    name: str = ""
    asks_quantity: bool = False

    @property
    def short(self) -> str:
        """Give the name for lists."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class HelpText:
    """One piece of the support page: a title, paragraphs and, maybe, an address.

    `name` is short, for the list of contents. Titles and paragraphs may name `{emergency}`,
    `{abroad}` (the same, dialled from another country), `{phone}` and `{email}`, which an
    administrator can put others in the place of.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    link: str = ""
    name: str = ""

    @property
    def short(self) -> str:
        """Give the name for the list of contents."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class MatterTexts:
    """What a person reads about a matter; `id` is that of the profile."""

    id: str
    title: str
    hint: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SpokenTexts:
    """The texts of *Pomoc i kontakt* in another language; links stay the profile's."""

    matters: tuple[MatterTexts, ...]
    help: tuple[HelpText, ...]


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

    def told(self, text: str) -> str:
        """Put the contacts that hold into a text of this profile; numbers are never cut in two.

        Empty when the text names a contact that there is not.
        """
        contact = self.contact
        names = ("emergency", "abroad", "phone", "email")
        for name in names:
            value: str = getattr(contact, name).replace(" ", NEVER_CUT)
            place = f"{{{name}}}"
            if place in text and not value:
                return ""
            text = text.replace(place, value)
        return text

    def spoken(self, texts: SpokenTexts) -> ContactProfile:
        """Give the profile with what a person reads in another language.

        What the other language lacks stays as it is; what is sent stays in the profile's.
        """
        matters = {each.id: each for each in texts.matters}
        pieces = {each.id: each for each in texts.help}
        return replace(
            self,
            matters=tuple(_said(own, matters.get(own.id)) for own in self.matters),
            help=tuple(replace(pieces.get(own.id, own), link=own.link) for own in self.help),
        )

    def matter(self, wanted: str) -> Matter | None:
        """Find a matter by its id."""
        return next((matter for matter in self.matters if matter.id == wanted), None)


def _said(own: Matter, other: MatterTexts | None) -> Matter:
    if other is None:
        return own
    return replace(own, title=other.title, hint=other.hint, name=other.name)
