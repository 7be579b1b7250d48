"""Chooses at most 256 colours for a picture, so that a pixel takes one byte instead of three.

A picture of few colours keeps every pixel as it is. Else the colours of large areas stay exact and
the rest are averages (median cut, P. Heckbert, SIGGRAPH 1982). Qt's own choice is a fixed cube of
colours laid as dots, which makes a screen of text larger than it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

MOST = 256
EXACT = 64  # entries kept for the commonest colours as they are
KNOWN = 100_000  # colours whose entry is remembered; memory stays below 15 MB
WEIGHTS = (2, 4, 3)  # the eye sees green best: https://www.compuphase.com/cmetric.htm
Colour = tuple[int, int, int]
Weighted = tuple[int, Colour]


def few_colours(bands: Iterable[memoryview]) -> tuple[int, ...] | None:
    """Give all colours of a picture, 0xFFRRGGBB, or None when they are more than 256."""
    found: set[int] = set()
    for band in bands:
        found.update(band)
        if len(found) > MOST:
            return None
    return tuple(sorted(found))


def best_colours(counts: Counter[int]) -> tuple[int, ...]:
    """Choose 256 colours at most for a picture, from a sample of its pixels, 0xFFRRGGBB."""
    common = [colour for colour, _ in counts.most_common(EXACT)]
    rest = Counter(counts)
    for colour in common:
        del rest[colour]
    averages = (_packed(colour) for colour in _averages(_cells(rest), MOST - len(common)))
    return tuple(dict.fromkeys((*common, *averages)))


class Places(dict[int, int]):
    """Finds the palette's entry for each colour, the nearest one where there is no exact one."""

    def __init__(self, palette: Sequence[int]) -> None:
        """Know the palette's own colours."""
        super().__init__({colour: place for place, colour in enumerate(palette)})
        self._palette = [_unpacked(colour) for colour in palette]
        self._cells: dict[int, int] = {}
        self._distances: dict[tuple[int, int], list[int]] = {}

    def __missing__(self, colour: int) -> int:
        """Look by cells of 8 × 8 × 8 colours; only so many single ones are remembered."""
        cell = colour & 0xF8F8F8
        place = self._cells.get(cell)
        if place is None:
            place = self._cells[cell] = self._nearest(_unpacked(cell | 0x040404))
        if len(self) < KNOWN:
            self[colour] = place
        return place

    def indexed(self, band: memoryview) -> bytes:
        """Give one byte for each pixel."""
        return bytes(map(self.__getitem__, band))

    def _nearest(self, wanted: Colour) -> int:
        """Add up the squares along each axis; an axis has 32 cells, so most stand there already."""
        red, green, blue = (self._along(axis, wanted[axis]) for axis in range(3))
        distances = [r + g + b for r, g, b in zip(red, green, blue, strict=True)]
        return distances.index(min(distances))

    def _along(self, axis: int, value: int) -> list[int]:
        found = self._distances.get((axis, value))
        if found is None:
            weight = WEIGHTS[axis]
            found = [weight * (colour[axis] - value) ** 2 for colour in self._palette]
            self._distances[axis, value] = found
        return found


def _cells(counts: Counter[int]) -> list[Weighted]:
    """Join neighbouring colours into cells of 8 × 8 × 8: how many, and their average."""
    sums: dict[int, list[int]] = {}
    for colour, count in counts.items():
        red, green, blue = _unpacked(colour)
        total = sums.setdefault(colour & 0xF8F8F8, [0, 0, 0, 0])
        total[0] += count
        total[1] += red * count
        total[2] += green * count
        total[3] += blue * count
    return [(n, (r // n, g // n, b // n)) for n, r, g, b in sums.values()]


def _averages(cells: list[Weighted], most: int) -> Iterator[Colour]:
    """Cut the box of colours with the largest spread in two, until there are enough."""
    boxes = [_Box(cells)] if cells else []
    while 0 < len(boxes) < most:
        widest = max(boxes, key=lambda box: box.spread)
        if widest.spread == 0:
            break
        boxes.remove(widest)
        boxes += widest.halves()
    return (box.average for box in boxes)


class _Box:
    """Colours next to each other."""

    def __init__(self, cells: list[Weighted]) -> None:
        self._cells = cells
        self._count = sum(count for count, _ in cells)
        self.average: Colour = (self._mean(0), self._mean(1), self._mean(2))
        spreads = [self._spread(axis) for axis in range(3)]
        self.spread = max(spreads)
        self._axis = spreads.index(self.spread)

    def halves(self) -> tuple[_Box, _Box]:
        """Cut at the average of the axis that spreads most; neither half is empty."""
        axis = self._axis
        cells = sorted(self._cells, key=lambda cell: cell[1][axis])
        middle = sum(1 for _, colour in cells if colour[axis] <= self.average[axis])
        middle = min(max(middle, 1), len(cells) - 1)
        return _Box(cells[:middle]), _Box(cells[middle:])

    def _mean(self, axis: int) -> int:
        return sum(count * colour[axis] for count, colour in self._cells) // self._count

    def _spread(self, axis: int) -> int:
        mean = self.average[axis]
        return sum(count * (colour[axis] - mean) ** 2 for count, colour in self._cells)


def _unpacked(colour: int) -> Colour:
    return colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF


def _packed(colour: Colour) -> int:
    red, green, blue = colour
    return 0xFF000000 | red << 16 | green << 8 | blue
