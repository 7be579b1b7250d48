"""Who of a report's recipients has it already, when a server took some and refused others.

Places are positions in the envelope's recipients; addresses are compared without regard to case.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

Places = tuple[int, ...]


def left(recipients: Sequence[str], taken: Places) -> tuple[str, ...]:
    """List the recipients who do not have it yet."""
    having = _having(recipients, taken)
    return tuple(each for each in recipients if each.casefold() not in having)


def after_delivery(recipients: Sequence[str], taken: Places, refused: Collection[str]) -> Places:
    """Give the places of those who have it after a delivery that left out the `refused`."""
    missing = {address.casefold() for address in refused} - _having(recipients, taken)
    places = enumerate(recipients)
    return tuple(place for place, address in places if address.casefold() not in missing)


def joined(
    recipients: Sequence[str], taken: Places, wanted: Sequence[str]
) -> tuple[tuple[str, ...], Places]:
    """Put new recipients in the place of those left; who has it stays, and is known to have it.

    Gives the new list and the places in it of those who have it.
    """
    having = _having(recipients, taken)
    named = {address.casefold() for address in wanted}
    kept = (each for each in recipients if each.casefold() in having - named)
    everybody = (*wanted, *dict.fromkeys(kept))
    places = enumerate(everybody)
    return everybody, tuple(place for place, each in places if each.casefold() in having)


def _having(recipients: Sequence[str], taken: Places) -> set[str]:
    return {recipients[place].casefold() for place in taken if place < len(recipients)}
