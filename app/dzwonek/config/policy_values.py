"""What the values of policies may be, and bringing the registry's forms to those of TOML."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from dzwonek.config.contacts import is_phone
from dzwonek.config.policy_table import PolicyKind
from dzwonek.config.settings import DEFAULTS, with_value
from dzwonek.config.typed import WrongValueError, made

if TYPE_CHECKING:
    from dzwonek.config.policy_table import Policy

VARIABLE = re.compile(r"%[^%\\/]+%")
# A place that cannot be measured takes nothing from the others; a wrong recipient does.
EACH_FOR_ITSELF = frozenset({"DiagnosticsTargets"})
UNFIT = frozenset({"Cc", "Cs"})  # control characters, and halves of one that no UTF-8 can hold


def checked(entry: Policy, raw: object) -> object:
    """Give the value as the settings want it; None for what cannot be.

    The registry has 0 and 1 for a switch, and may hold a list of one as a plain text.
    A text with a line break, another control character or half a character is refused.
    """
    value = raw
    if entry.kind is PolicyKind.SWITCH and type(raw) is int and raw in (0, 1):
        value = bool(raw)
    elif entry.kind is PolicyKind.LIST:
        items = [raw] if isinstance(raw, str) else raw
        # An editor's last line may be empty.
        value = [item for item in items if item != ""] if isinstance(items, list) else raw
    if not _is_plain(value):
        return None
    return _of_setting(entry.path, value) if entry.path else _without_setting(entry, value)


def sorted_out(entry: Policy, raw: object) -> tuple[object, tuple[object, ...]]:
    """Give what can be of a list whose entries stand each for itself, and what cannot.

    None for the first where nothing is left, or where one wrong entry spoils all of them.
    """
    if entry.name not in EACH_FOR_ITSELF or not isinstance(raw, list):
        return None, (raw,)
    wrong = tuple(item for item in raw if item != "" and checked(entry, [item]) is None)
    right = [item for item in raw if item not in wrong]
    return checked(entry, right) or None, wrong


def allowed_values(entry: Policy) -> str:
    """Say in signs what a policy may be."""
    match entry.kind:
        case PolicyKind.CHOICE:
            return " | ".join(entry.offered)
        case PolicyKind.NUMBER:
            return f"{entry.low}–{entry.high}"
        case PolicyKind.SWITCH:
            return "true | false"
        case PolicyKind.LIST:
            return entry.form or '["…", "…"]'
        case PolicyKind.TEXT:
            return entry.form or '"…"'


def _is_plain(value: object) -> bool:
    """Say whether each text, of a list, too, is one line that can be written anywhere."""
    texts = value if isinstance(value, list) else [value]
    letters = "".join(text for text in texts if isinstance(text, str))
    return not any(unicodedata.category(letter) in UNFIT for letter in letters)


def _of_setting(path: str, value: object) -> object:
    try:
        with_value(DEFAULTS, path, value)
    except WrongValueError:
        return None
    return tuple(value) if isinstance(value, list) else value


def _without_setting(entry: Policy, value: object) -> object:
    """Check what fixes no setting."""
    if entry.kind is PolicyKind.SWITCH:
        return value if isinstance(value, bool) else None
    if entry.kind is PolicyKind.LIST:
        return _addresses(value) or None
    if not isinstance(value, str):
        return None
    forms = {
        "ContactEmail": is_address,
        "ContactPhone": is_phone,
        "ContactEmergency": is_phone,
        "OutboxFolder": is_whole_path,
    }
    return value if forms[entry.name](value) else None


def _addresses(value: object) -> tuple[str, ...]:
    """Give the mail addresses, or none at all where one of them is no address."""
    try:
        addresses: tuple[str, ...] = made(tuple[str, ...], value)
    except WrongValueError:
        return ()
    return addresses if all(map(is_address, addresses)) else ()


def is_address(text: str) -> bool:
    """Say whether a mail could go there."""
    name, at, host = text.partition("@")
    unfit = any(letter.isspace() or letter in "<>,;@" for letter in name + host)
    return bool(name and at and host) and not unfit


def is_whole_path(text: str) -> bool:
    """Say whether a text is a whole path on some system; it may begin with a variable."""
    if VARIABLE.match(text):
        return True
    return PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()
