"""Standard output, which may lack letters."""

from __future__ import annotations

import io
import sys

import pytest

from dzwonek.cli.output import make_lenient

POLISH = "zażółć"


class Console(io.TextIOWrapper):
    """Output that a person reads."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("platform", "kind", "encoding"),
    [
        ("win32", io.TextIOWrapper, "utf-8"),
        ("win32", Console, "cp1250"),
        ("linux", io.TextIOWrapper, "cp1250"),
    ],
)
def test_on_windows_a_program_reads_utf_8(
    monkeypatch: pytest.MonkeyPatch, platform: str, kind: type[io.TextIOWrapper], encoding: str
) -> None:
    got = io.BytesIO()
    output = kind(got, encoding="cp1250")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "stdout", output)
    make_lenient()
    output.write(POLISH)
    output.flush()
    assert got.getvalue() == POLISH.encode(encoding)


def test_a_letter_that_the_encoding_lacks_stands_there_by_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    got = io.BytesIO()
    output = Console(got, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", output)
    make_lenient()
    output.write("ż")
    output.flush()
    assert got.getvalue() == rb"\u017c"
