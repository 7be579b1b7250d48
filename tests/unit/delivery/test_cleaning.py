"""What is taken out of text, addresses and file names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.delivery.cleaning import ascii_address, ascii_file_name, many_lines, one_line
from dzwonek.domain.problem import Code, ProblemError

LINE_ENDS = ["\r", "\n", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
UNSEEN = ["\0", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\u061c", "\u200e", "\u202e", "\u2066"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_a_line_end_of_any_kind_is_one_line_feed(end: str) -> None:
    assert many_lines(f"a{end}b") == "a\nb"
    assert one_line(f"a{end}Bcc: b") == "a Bcc: b"


@pytest.mark.parametrize("character", UNSEEN)
def test_controls_and_bidi_controls_are_taken_out(character: str) -> None:
    assert many_lines(f"a{character}b") == "ab"
    assert one_line(f"a{character}b") == "ab"


def test_what_people_type_stays() -> None:
    text = "Zażółć\tgęślą\njaźń 👩‍💻 שלום\u00a0„x”"

    assert many_lines(text) == text
    assert one_line("a\tb") == "a b"


def test_half_a_character_is_replaced() -> None:
    assert many_lines("a\ud83db") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize(
    ("typed", "travelling"),
    [
        ("pomoc@daktela.pl", "pomoc@daktela.pl"),
        (" a.b+c@Firma.Example ", "a.b+c@Firma.Example"),
        ("biuro@świat.example", "biuro@xn--wiat-k5a.example"),
    ],
)
def test_an_address_travels_in_ascii(typed: str, travelling: str) -> None:
    assert ascii_address(typed, "sender") == travelling


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "a",
        "@b.test",
        "a@",
        "a b@c.test",
        "a@b..test",
        "a@b.test>",
        "a@b.test\r\nBcc: c@d.test",
        "żółw@b.test",
        "a,b@c.test",
        "a@b@c.test",
        f"{'a' * 65}@b.test",
        f"a@{'b' * 64}.test",
        f"a@{'b' * 300}!",
    ],
)
def test_what_is_no_address_is_named(typed: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ProblemError) as caught:
        ascii_address(typed, "recipient")

    assert caught.value.problem.code is Code.MAIL_ADDRESS_INVALID
    assert caught.value.problem.values["role"] == "recipient"
    assert "\n" not in str(caught.value.problem.values["address"])
    assert time.monotonic() - begun < 0.5


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("zrzut-DZW-7F3K2A-1.png", "zrzut-DZW-7F3K2A-1.png"),
        ("Zrzut ekranu – łódź.PNG", "Zrzut-ekranu-lodz.PNG"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\raport.txt", "raport.txt"),
        ('a"; filename="b.exe', "a-filename-b.exe"),
        ("日本語.pdf", "pdf"),
        ("", "plik"),
        (".bashrc", "bashrc"),
        ("x" * 200 + ".json", "x" * 55 + ".json"),
    ],
)
def test_a_file_name_is_plain_ascii(name: str, bare: str) -> None:
    assert ascii_file_name(name) == bare


@settings(deadline=None)  # a busy computer is no fault
@given(st.text(max_size=120))
def test_no_file_name_needs_quoting(name: str) -> None:
    bare = ascii_file_name(name)

    assert 0 < len(bare) <= 60
    assert bare.isascii()
    assert all(letter.isalnum() or letter in "._-" for letter in bare)
