"""Telephone numbers as the support page writes them."""

from __future__ import annotations

POLAND = 48  # ITU-T E.164 country code
POLISH_LENGTH = 9


def shown_number(typed: str, region: str) -> str:
    """Write a number for people: Polish ones in threes, others in international form.

    `region` (ISO 3166, such as "PL") is the country of numbers typed without one. What is no
    public number, such as an extension or "anonymous", stays as it was typed; empty stays empty.
    """
    plain = " ".join(typed.split())
    if any(letter.isalpha() for letter in plain):
        return plain  # a SIP address, "wew. 12", "anonymous": phonenumbers would dial the letters
    import phonenumbers

    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        return plain
    if number.extension:
        return plain
    national = phonenumbers.national_significant_number(number)
    if number.country_code == POLAND and len(national) == POLISH_LENGTH:
        return " ".join((national[:3], national[3:6], national[6:]))
    if not phonenumbers.is_valid_number(number):
        return plain
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
