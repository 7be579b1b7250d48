"""What may stand for a proxy in the settings, and what may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dzwonek.config.policy import apply
from dzwonek.config.policy_reading import RawPolicy
from dzwonek.config.proxy import ProxyAddress, parsed
from dzwonek.config.settings import DEFAULTS, load
from dzwonek.domain.problem import Code


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://proxy.firma.example:3128", ("proxy.firma.example", 3128, "")),
        ("http://proxy.firma.example:3128/", ("proxy.firma.example", 3128, "")),
        ("HTTP://10.0.0.1:8080", ("10.0.0.1", 8080, "")),
        ("http://[2001:db8::1]:3128", ("2001:db8::1", 3128, "")),
        ("http://jan@proxy:3128", ("proxy", 3128, "jan")),
        ("http://firma%5Cjan%40x@proxy:3128", ("proxy", 3128, "firma\\jan@x")),
        ("http://żółw.example:3128", ("żółw.example", 3128, "")),
    ],
)
def test_an_address_is_read(url: str, address: tuple[str, int, str]) -> None:
    assert parsed(url) == ProxyAddress(*address)


@pytest.mark.parametrize(
    "url",
    [
        "proxy.firma.example:3128",
        "http://proxy.firma.example",
        "https://proxy.firma.example:3128",
        "socks5://proxy.firma.example:1080",
        "http://jan:tajne@proxy.firma.example:3128",
        "http://proxy.firma.example:0",
        "http://proxy.firma.example:65536",
        "http://proxy.firma.example:3128/path",
        "http://proxy.firma.example:3128?x",
        "http://:3128",
        "http://@proxy:3128",
        "http://pro xy:3128",
        "http://proxy:3128\n",
        " http://proxy:3128",
        "http://a@b@proxy:3128",
    ],
)
def test_anything_else_is_told_and_the_default_holds(url: str, tmp_path: Path) -> None:
    assert parsed(url) is None
    file = tmp_path / "settings.toml"
    shown = url.replace("\n", "\\n")
    file.write_text(f'[delivery.mail]\nproxy = "{shown}"\n', encoding="utf-8")

    loaded = load(file)

    assert loaded.settings == DEFAULTS
    assert [problem.code for problem in loaded.problems] == [Code.SETTINGS_INVALID_VALUE]
    assert "http://USER@HOST:PORT" in str(loaded.problems[0].values["allowed"])


def test_no_proxy_is_a_choice_too() -> None:
    found = apply(DEFAULTS, RawPolicy("p", {"DeliveryMailProxy": ""}))
    assert (found.problems, found.settings.delivery.mail.proxy) == ((), "")
    assert "delivery.mail.proxy" in found.locked


def test_a_policy_with_a_password_in_it_fixes_nothing_and_says_what_may_stand_there() -> None:
    found = apply(DEFAULTS, RawPolicy("p", {"DeliveryMailProxy": "http://a:b@c:1"}))
    assert found.settings == DEFAULTS
    assert [problem.values["allowed"] for problem in found.problems] == [
        "http://HOST:PORT | http://USER@HOST:PORT"
    ]
