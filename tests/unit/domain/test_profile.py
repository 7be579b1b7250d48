"""The profile's texts with the contacts that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dzwonek.domain.profile import ContactProfile

NEVER_CUT = "\u00a0"


@pytest.mark.parametrize(
    ("shown", "dialled", "abroad"),
    [
        ("22 153 0461", "+48221530461", "+48 22 153 0461"),
        ("022 153 0461", "+48221530461", "+48 22 153 0461"),
        ("+48 22 153 0461", "+48221530461", "+48 22 153 0461"),
        ("22 153 0461", "+420999", "+420999"),
        ("112", "112", ""),
    ],
)
def test_the_emergency_number_is_written_as_dialled_from_abroad(
    profile: ContactProfile, shown: str, dialled: str, abroad: str
) -> None:
    contact = replace(profile.contact, emergency=shown, emergency_e164=dialled)
    assert contact.abroad == abroad


def test_a_text_names_the_contacts_that_hold(profile: ContactProfile) -> None:
    contact = replace(profile.contact, email="it@firma.example", emergency="55 55")
    told = replace(profile, contact=contact).told("Pisz na {email} albo dzwoń: {emergency}.")
    assert told == f"Pisz na it@firma.example albo dzwoń: 55{NEVER_CUT}55."


def test_a_text_about_a_contact_that_there_is_not_is_left_out(profile: ContactProfile) -> None:
    contact = replace(profile.contact, emergency="112", emergency_e164="112")
    assert replace(profile, contact=contact).told("Z zagranicy: {abroad}.") == ""


def test_a_text_without_places_and_one_with_foreign_braces_stay(profile: ContactProfile) -> None:
    assert profile.told("Słuchawki {USB} {0}") == "Słuchawki {USB} {0}"


def test_a_matter_is_found_by_its_id(profile: ContactProfile) -> None:
    matter = profile.matter("order")
    assert matter is not None
    assert (matter.short, matter.asks_quantity) == ("Aktualizacja licencji", True)
    assert profile.matter("nothing") is None
    assert replace(matter, name="").short == matter.title
