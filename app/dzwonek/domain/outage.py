"""Tells a report that cannot wait: nobody can call, or customers cannot reach the company."""

from __future__ import annotations

import re

from dzwonek.domain.when_words import plain_words

CALL = r"(?:za|po)?dzwoni\w*|(?:po)?laczy\w*|rozmawia\w*|(?:za)?volat|call|(?:по)?дзвонит\w*"
REACH = r"dodzwoni\w*|polaczy\w*|dovola\w*|reach|call|get through|додзвонит\w*"
ONE = (
    r"(?!.{0,12}\b(?:do klienta|do niego|do niej|na numer|na ten|zakaznikovi))"  # number or person
)
PATTERNS = (
    rf"(?:nikt|zaden agent|nikdo)\b.{{0,20}}\b(?:nie moze|nemuze)\b.{{0,20}}\b(?:{CALL})",
    rf"(?:nie da sie|nie mozna|nie mozemy|neni mozne|nelze|nemuzeme)\b.{{0,20}}\b(?:{CALL}){ONE}",
    rf"(?:nobody|no one|none of us)\b.{{0,10}}\bcan\b.{{0,20}}\b(?:{CALL})",
    rf"we\b.{{0,10}}\b(?:cannot|can't)\b.{{0,20}}\b(?:{CALL})",
    rf"(?:ніхто|ми|жоден)\b.{{0,10}}\bне мож\w+\b.{{0,20}}\b(?:{CALL})",
    rf"(?:klienci|zaden klient|nikt)\b.{{0,20}}\bnie mo(?:ga|ze)\b.{{0,20}}\b(?:{REACH})",
    rf"(?:zakaznici|klienti|nikdo)\b.{{0,20}}\b(?:nemohou|nemuzou|nemuze)\b.{{0,20}}\b(?:{REACH})",
    rf"(?:customers|clients|callers)\b.{{0,10}}\b(?:cannot|can't|can not)\b.{{0,20}}\b(?:{REACH})",
    rf"(?:клієнти|ніхто)\b.{{0,10}}\bне мож\w+\b.{{0,20}}\b(?:{REACH})",
    r"(?:zadne|wszystkie) telefony nie dzialaja|telefony nie dzialaja|nie dzialaja telefony",
)


BEGINNING = 4_000  # characters that are weighed; who cannot wait says so at once


def is_outage(description: str) -> bool:
    """Say whether a description means that calls are impossible for more than one person.

    It only makes the program name the emergency telephone more loudly; nothing is sent otherwise.
    """
    plain = plain_words(description[:BEGINNING])
    return any(re.search(rf"\b(?:{pattern})", plain) for pattern in PATTERNS)
