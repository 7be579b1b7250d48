"""Telephone numbers as the support page writes them."""

from __future__ import annotations

import re
import sys

POLAND = 48  # ITU-T E.164 country code
POLISH_LENGTH = 9
POLISH = re.compile(r"(?:(?:\+|00)48)?([1-9][0-9]{8})")
BETWEEN = str.maketrans("", "", " -()")


def shown_number(typed: str, region: str) -> str:
    """Write a number for people: Polish ones in threes, others in international form.

    `region` (ISO 3166, such as "PL") is the country of numbers typed without one. What is no
    public number, such as an extension or "anonymous", stays as it was typed; empty stays empty.
    """
    plain = " ".join(typed.split())
    if not plain or any(letter.isalpha() for letter in plain):
        return plain  # a SIP address, "wew. 12", "anonymous": phonenumbers would dial the letters
    if polish := _polish(plain, region):
        return polish
    import phonenumbers

    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        return plain
    if number.extension:
        return plain
    national = phonenumbers.national_significant_number(number)
    if number.country_code == POLAND and len(national) == POLISH_LENGTH:
        return _in_threes(national)
    if not phonenumbers.is_valid_number(number):
        return plain
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def number_at_once(typed: str, region: str) -> str:
    """Write a number as `shown_number` does, as far as that needs no loading of numbering plans.

    Loading them takes tenths of a second, too long for a window. Until something else has loaded
    them, a number that is not plainly Polish stays as it was typed.
    """
    if "phonenumbers" in sys.modules:
        return shown_number(typed, region)
    plain = " ".join(typed.split())
    return _polish(plain, region) or plain


def load_numbering_plans() -> None:
    """Load what foreign numbers are known by, where nobody waits for it."""
    import phonenumbers  # noqa: F401  # the loading is what is wanted


def _polish(plain: str, region: str) -> str:
    """Write what is a Polish number beyond doubt in threes; empty for all else."""
    bare = plain.translate(BETWEEN)
    found = POLISH.fullmatch(bare)
    if found is None or (region != "PL" and len(bare) == POLISH_LENGTH):
        return ""
    return _in_threes(found[1])


def _in_threes(national: str) -> str:
    return " ".join((national[:3], national[3:6], national[6:]))
