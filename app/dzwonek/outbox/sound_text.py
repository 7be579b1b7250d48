"""Texts from outside, made such that UTF-8 can hold them."""

from __future__ import annotations


def sound(text: str) -> str:
    """Put U+FFFD in the place of lone surrogates, which no UTF-8 can hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def all_sound(value: object) -> object:
    """Make every text sound in what JSON is written from: dicts, lists, texts, numbers."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {all_sound(key): all_sound(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [all_sound(each) for each in value]
    return value
