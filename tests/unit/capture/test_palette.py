"""256 colours at most: the pictures of few colours lose nothing, the others little."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dzwonek.capture.palette import EXACT, KNOWN, MOST, Places, best_colours, few_colours

OPAQUE = 0xFF000000


def band(*colours: int) -> memoryview:
    whole = [OPAQUE | colour for colour in colours]
    return memoryview(b"".join(each.to_bytes(4, "little") for each in whole)).cast("I")


def test_a_picture_of_few_colours_keeps_all_of_them() -> None:
    bands = [band(*range(200)), band(*range(100, 256))]
    assert few_colours(bands) == tuple(OPAQUE | colour for colour in range(256))


def test_the_first_colour_too_many_ends_the_search() -> None:
    def bands() -> list[memoryview]:
        return [band(*range(257)), band(1)]

    given_bands = iter(bands())
    assert few_colours(given_bands) is None
    assert len(list(given_bands)) == 1


def test_the_colours_of_large_areas_stay_exact() -> None:
    chance = random.Random(3)
    areas = [OPAQUE | chance.randrange(1 << 24) for _ in range(EXACT)]
    counts = Counter({OPAQUE | chance.randrange(1 << 24): 1 for _ in range(5000)})
    for colour in areas:
        counts[colour] = 1000
    palette = best_colours(counts)
    assert len(palette) <= MOST
    assert set(areas) <= set(palette)
    places = Places(palette)
    assert [palette[places[colour]] for colour in areas] == areas


@given(st.lists(st.integers(0, 0xFFFFFF), min_size=1, max_size=400))
def test_every_colour_finds_a_place_whatever_was_sampled(colours: list[int]) -> None:
    palette = best_colours(Counter(OPAQUE | colour for colour in colours[:300]))
    assert 1 <= len(palette) <= MOST
    indexed = Places(palette).indexed(band(*colours))
    assert all(place < len(palette) for place in indexed)


def test_a_grey_ramp_of_many_steps_is_off_by_little() -> None:
    greys = [
        step << 16 | step << 8 | min(step + blue, 255) for step in range(256) for blue in (0, 3)
    ]
    palette = best_colours(Counter({OPAQUE | grey: 1 for grey in greys}))
    found = Places(palette).indexed(band(*greys))
    worst = max(
        abs((palette[place] >> shift & 255) - (grey >> shift & 255))
        for place, grey in zip(found, greys, strict=True)
        for shift in (16, 8, 0)
    )
    assert worst <= 8


@pytest.mark.parametrize("extra", [0, 5])
def test_memory_for_single_colours_is_bounded(extra: int) -> None:
    places = Places((OPAQUE,))
    places.indexed(band(*range(1, KNOWN + extra)))
    assert len(places) == KNOWN
