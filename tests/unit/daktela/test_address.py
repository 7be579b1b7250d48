"""What people type as the address of their Daktela."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.daktela.address import host_of, normalised_address
from dzwonek.domain.problem import Code, ProblemError


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("twojanazwa.daktela.com", "https://twojanazwa.daktela.com"),
        ("  TwojaNazwa.Daktela.COM \n", "https://twojanazwa.daktela.com"),
        ("https://twojanazwa.daktela.com/", "https://twojanazwa.daktela.com"),
        ("HTTPS://twojanazwa.daktela.com/tickets/update/5?a=b#c", "https://twojanazwa.daktela.com"),
        ("twojanazwa.daktela.com/app/#/calls", "https://twojanazwa.daktela.com"),
        ("twojanazwa.daktela.com?next=http://inne.example", "https://twojanazwa.daktela.com"),
        ("https://twojanazwa.daktela.com:443", "https://twojanazwa.daktela.com"),
        ("twojanazwa.daktela.com.", "https://twojanazwa.daktela.com"),
        ("telefony.firma.example:8443/x", "https://telefony.firma.example:8443"),
        ("\ufeffhttps://twojanazwa.daktela.com\u200b", "https://twojanazwa.daktela.com"),
        ("świeczka.example", "https://xn--wieczka-cpb.example"),
        ("127.0.0.1:8443", "https://127.0.0.1:8443"),
        ("[::1]:8443", "https://[::1]:8443"),
        ("https://[0:0::1]/", "https://[::1]"),
        ("localhost", "https://localhost"),
        ("https://twojanazwa.daktela.com\\@inne.example", "https://twojanazwa.daktela.com"),
    ],
)
def test_every_usual_spelling_becomes_the_same_origin(typed: str, origin: str) -> None:
    assert normalised_address(typed) == origin


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \u200b ", "empty"),
        ("http://twojanazwa.daktela.com", "http"),
        ("HTTP://twojanazwa.daktela.com", "http"),
        ("ftp://twojanazwa.daktela.com", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("https://jan:tajne@twojanazwa.daktela.com", "credentials"),
        ("jan@firma.example", "credentials"),
        ("https://", "host"),
        ("https:///sciezka", "host"),
        ("twoja nazwa.daktela.com", "host"),
        ("twojanazwa..daktela.com", "host"),
        ("-twojanazwa.daktela.com", "host"),
        ("twoja%2enazwa.daktela.com", "host"),
        ("999.1.1.1", "host"),
        ("[::1", "host"),
        ("[::1]x", "host"),
        ("[zle]", "host"),
        ("a" * 64 + ".example", "host"),
        ("ą" * 70 + ".example", "host"),
        (".".join(["a" * 60] * 5), "host"),
        ("x" * 5000, "host"),
        ("javascript:alert(1)", "port"),
        ("twojanazwa.daktela.com:0", "port"),
        ("twojanazwa.daktela.com:65536", "port"),
        ("twojanazwa.daktela.com:²", "port"),
    ],
)
def test_what_is_no_https_address_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(ProblemError) as caught:
        normalised_address(typed)
    assert caught.value.problem.code is Code.DAKTELA_ADDRESS_INVALID
    assert caught.value.problem.values["reason"] == reason


def test_a_password_in_the_address_is_not_shown_again() -> None:
    for typed in ("https://jan:tajne@twojanazwa.daktela.com", "http://jan:tajne@x.example/"):
        with pytest.raises(ProblemError) as caught:
            normalised_address(typed)
        assert "tajne" not in str(caught.value.problem.values["address"])


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://twojanazwa.daktela.com", "twojanazwa.daktela.com"),
        ("https://localhost:8443", "localhost"),
        ("https://[::1]:8443", "::1"),
        ("", ""),
        ("http://twojanazwa.daktela.com", ""),
    ],
)
def test_the_host_stands_alone_in_a_report(address: str, host: str) -> None:
    assert host_of(address) == host


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_an_origin_or_the_one_problem(typed: str) -> None:
    code, origin = outcome(typed)
    if origin:
        assert origin.startswith("https://")
        assert origin.isascii()
        assert outcome(origin) == (None, origin)
    else:
        assert code is Code.DAKTELA_ADDRESS_INVALID


def outcome(typed: str) -> tuple[Code | None, str]:
    try:
        return None, normalised_address(typed)
    except ProblemError as error:
        return error.problem.code, ""
