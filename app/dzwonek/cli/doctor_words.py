"""What the doctor's plain values say, in words; `doctor --json` has the values themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dzwonek.diagnostics.findings import Values

KILO = 1024
UNITS = ("B", "kB", "MB", "GB", "TB")
# Values that are words already, or of which one word more says all.
WORDS = {
    "dzwonek": "Dzwonek {}",
    "python": "Python {}",
    "session": "sesja {}",
    "source": "źródło: {}",
    "locked": "ustalone: {}",
    "recipient": "odbiorca: {}",
    "keys": "klucze: {}",
    "kind": "dysk: {}",
    "waiting": "czeka: {}",
    "troubled": "wymaga uwagi: {}",
    "monitors": "ekrany: {}",
    "report": "skrót: {}",
    "held_by": "trzyma je działający program",
    "by": "przez ikonę w zasobniku",
    "version": "wersja {}",
    "agent": "agent {}",
    "port": "port {}",
    "address": "adres {}",
    "dns_ms": "nazwa {} ms",
    "tcp_ms": "połączenie {} ms",
    "tls_ms": "szyfrowanie {} ms",
    "error": "błąd programu: {}",
}


def value_words(values: Values) -> str:
    """Say everything that was found, in the order of the finding."""
    return ", ".join(_told(values))


def size_words(size: int) -> str:
    """Say how much that many bytes are, as people read it on their disks."""
    amount, unit = float(size), 0
    while amount >= KILO and unit < len(UNITS) - 1:
        amount, unit = amount / KILO, unit + 1
    shown = f"{amount:.1f}" if unit > UNITS.index("MB") else f"{amount:.0f}"
    return f"{shown.replace('.', ',')} {UNITS[unit]}"


def _told(values: Values) -> Iterator[str]:
    for name, value in values.items():
        if name == "free":
            yield f"wolne {size_words(int(value))}"
        elif name == "is_there" and not value:
            yield "powstanie przy pierwszym zgłoszeniu"
        elif value != "":
            yield WORDS.get(name, "{}").format(value)
