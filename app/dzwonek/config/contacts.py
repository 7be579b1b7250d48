"""Contacts of the support that an administrator puts into the place of the profile's."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dzwonek.domain.profile import Contact

NUMBER = re.compile(r"\+?[0-9 ()./-]{3,40}")
DIGITS = range(3, 16)  # from 112 to the longest of ITU-T E.164


def is_phone(text: str) -> bool:
    """Say whether a text is a telephone number as people write it."""
    digits = sum(letter.isdigit() for letter in text)
    return NUMBER.fullmatch(text) is not None and digits in DIGITS


def dialled(text: str, region: str) -> str:
    """Give a number as it is dialled (E.164); `region` is the country of one without a country.

    A short number, such as an emergency service's, is dialled as it is.
    """
    import phonenumbers

    digits = "".join(letter for letter in text if letter.isdigit())
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return digits
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def changed(
    contact: Contact,
    region: str,
    *,
    email: str | None = None,
    phone: str | None = None,
    emergency: str | None = None,
) -> Contact:
    """Put those that are given (and not empty) into the place of the profile's."""
    if email:
        contact = replace(contact, email=email)
    if phone:
        contact = replace(contact, phone=phone, phone_e164=dialled(phone, region))
    if emergency:
        number = dialled(emergency, region)
        contact = replace(contact, emergency=emergency, emergency_e164=number)
    return contact
