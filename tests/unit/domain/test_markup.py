"""What looks like markup is shown as it is."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from dzwonek.domain.markup import escaped

TEXTS = st.text("<>&;\"'#/ltgamp żó\n")


@given(TEXTS)
def test_a_reader_of_markup_sees_the_text_itself(text: str) -> None:
    assert unescape(escaped(text)) == text


@given(TEXTS)
def test_nothing_opens_or_closes_a_tag(text: str) -> None:
    assert not {"<", ">"} & set(escaped(text))
