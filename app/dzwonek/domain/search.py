"""Finding reports by what people remember of them: words, a number, a name, a code, a ticket."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NUMERIC = re.compile(r"[+(]?[0-9][0-9()+./-]*")
CODE = re.compile(r"dzw-?([0-9a-z]{1,6})")
NOT_DIGITS = re.compile(r"[^0-9]+")
LEAST_OF_A_NUMBER = 7  # digits of a whole telephone number without its country
UNFOLDED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "ı": "i", "’": "'"})
# read out by telephone, these are heard or written for one another (Crockford's base32)
MISHEARD = str.maketrans("oil", "011")
BETWEEN = "\n"  # stands in no folded text, so that no word reaches over two fields


@dataclass(frozen=True, slots=True)
class Sought:
    """What of a report can be searched: folded text, and digits with a line's end round each."""

    text: str
    digits: str = ""


def sought(texts: Iterable[str], numbers: Iterable[str] = ()) -> Sought:
    """Make a report ready to be searched."""
    digits = [NOT_DIGITS.sub("", number) for number in numbers]
    spellings = dict.fromkeys(each for one in digits for each in (one, one.lstrip("0")) if each)
    known = BETWEEN.join(("", *spellings, "")) if spellings else ""
    return Sought(BETWEEN.join(map(folded, texts)), known)


def folded(text: str) -> str:
    """Take case, accents and spare room from a text: `Świeczka` and `swieczka` are the same."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).casefold()
    parts = unicodedata.normalize("NFKD", plain)
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(bare.translate(UNFOLDED).split())


@dataclass(frozen=True, slots=True)
class Search:
    """What a person typed, taken apart; all of it has to be found."""

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()  # digits

    def __bool__(self) -> bool:
        """Say whether anything is looked for."""
        return bool(self.words or self.numbers)

    def hits(self, where: Sequence[Sought]) -> list[int]:
        """Give the places of what fits, in their order."""
        found: Iterable[int] = range(len(where))
        for word in self.words:  # one plain loop for each word: ten thousand take a millisecond
            found = [row for row in found if word in where[row].text]
        for number in self.numbers:
            found = _fitting(number, found, where)
        return list(found)


def parsed(typed: str) -> Search:
    """Take apart what was typed; digits that stand side by side are one number.

    `730 770 660`, `+48 730-770-660` and `0048730770660` look for the same.
    """
    words: list[str] = []
    numbers: list[str] = []
    is_number = False
    for token in folded(typed).split():
        if NUMERIC.fullmatch(token):
            digits = NOT_DIGITS.sub("", token)
            if is_number:
                numbers[-1] += digits
            else:
                numbers.append(digits)
            is_number = True
        else:
            words.append(_as_code(token))
            is_number = False
    return Search(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(numbers)))


def _as_code(token: str) -> str:
    """Write a code as it was given, though somebody heard an O for a zero."""
    found = CODE.fullmatch(token)
    return f"dzw-{found[1].translate(MISHEARD)}" if found else token


def _fitting(number: str, rows: Iterable[int], where: Sequence[Sought]) -> list[int]:
    """Keep the rows that have digits: of a number, with or without its country, or of a text."""
    bare = number.removeprefix("00")
    fits = [row for row in rows if bare in where[row].digits or number in where[row].text]
    if len(bare) <= LEAST_OF_A_NUMBER:
        return fits
    known = set(fits)
    for start in range(1, len(bare) - LEAST_OF_A_NUMBER + 1):
        whole = f"{BETWEEN}{bare[start:]}{BETWEEN}"  # it stands there without its country
        known.update(row for row in rows if whole in where[row].digits)
    return [row for row in rows if row in known]
