"""The words in which people say when something happened: Polish first, Czech, Ukrainian, English.

All stand without diacritics and in small letters, as `plain_words` leaves them.
"""

from __future__ import annotations

import re
import unicodedata

NOW = (
    r"teraz|przed chwila|chwile temu|przed momentem|dopiero co|w tej chwili"
    r"|now|just now|right now|a moment ago|ted|prave ted|pred chvili|зараз|щоино|тільки що"
)
AGO_BEFORE = r"przed|sprzed|pred"
AGO_BEHIND = r"temu|ago|тому|back"
HALF = r"pol|pul|пів|half an|half a|half"
ONE_AND_HALF = r"poltorej|pultora|півтори"
QUARTER = r"kwadrans(?:em)?|ctvrthodinou|a quarter of an hour"
MINUTES = r"min\w*|хв\w*"
HOURS = r"godz\w*|hod\w*|hours?|h|год\w*"
DAYS = r"dni|dnia|dniami|dnem|dzien|dny|day|days|дні|днів|день"
WEEKS = r"tydzien|tygodni\w*|tydnem|tydny|weeks?|тиждень|тижні|тижнів"

DAYS_AGO = (
    r"dzis|dzisiaj|today|dnes|сьогодні",
    r"wczoraj|yesterday|vcera|вчора|учора",
    r"przedwczoraj|the day before yesterday|day before yesterday|predevcirem|позавчора",
)
WEEKDAYS = (
    r"poniedzial\w*|pon|pn|pondel\w*|monday|mon|понед\w*|пн",
    r"wtor\w*|wt|uter\w*|tuesday|tue|вівтор\w*|вт",
    r"srod\w*|sr|stred\w*|wednesday|wed|серед\w*|ср",
    r"czwart\w*|czw|ctvrt(?:ek|ka)|thursday|thu|четвер\w*|чт",
    r"piat\w*|pt|patek|patku|friday|fri|п'?ятниц\w*|пт",
    r"sobot\w*|sob|saturday|sat|субот\w*|сб",
    r"niedziel\w*|niedz|nd|nedel\w*|sunday|sun|неділ\w*|нд",
)
MONTHS = (
    r"stycz\w*|sty|leden|ledna|січ\w*|january|jan",
    r"lut\w*|unor\w*|лют\w*|february|feb",
    r"marzec|marca|mar|brez\w*|берез\w*|march",
    r"kwie\w*|kwi|dub\w*|квіт\w*|april|apr",
    r"maj\w*|kvet\w*|трав\w*|may",
    r"czerw\w*|cze|cerven|cervna|черв\w*|june|jun",
    r"lip\w*|cervenec|cervence|лип\w*|july|jul",
    r"sierp\w*|sie|srp\w*|серп\w*|august|aug",
    r"wrzes\w*|wrz|zari|верес\w*|september|sept|sep",
    r"paz\w*|rijen|rijna|жовт\w*|october|oct",
    r"listopad\w*|lis|листопад\w*|november|nov",
    r"grud\w*|gru|prosin\w*|груд\w*|december|dec",
)
AFTERNOON = (
    r"wieczorem|wieczor|po poludniu|in the evening|in the afternoon|evening|vecer|odpoledne"
    r"|ввечері|увечері|після обіду"
)
FILLERS = (
    r"o|ok|okolo|godz|godzina|godzinie|godzine|g|w|we|dnia|dn|roku|r|rok|mniej|wiecej|gdzies"
    r"|zeszl\w+|ostatni\w*|rano|rana|ranem|at|on|in|about|around|the|of|last|morning|oclock"
    r"|asi|kolem|ve|v|dne|hod|minul\w+|о|об|в|у|близько|приблизно|минул\w+|року|р|вранці"
)


def plain_words(text: str) -> str:
    """Take case, diacritics, needless signs and spaces away."""
    wide = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in wide if not unicodedata.combining(letter))
    for sign, other in (("ł", "l"), ("\u2019", "'"), ("\u02bc", "'"), ("\u2013", "-")):
        bare = bare.replace(sign, other)
    bare = re.sub(r"(?<=\d)t(?=\d)", " ", bare)  # ISO 8601: 2020-02-27T13:55
    return " ".join(re.sub(r"[,;()\"„”]", " ", bare).split())
