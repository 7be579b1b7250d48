"""Headers decode to what was written, in every reader."""

from __future__ import annotations

import email
import email.header
import email.message
import email.policy
import email.utils
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dzwonek.delivery.cleaning import one_line
from dzwonek.delivery.headers import address_header, date_header, text_header

ALPHABETS = (
    "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż AĄCĆEĘLŁNŃOÓSŚZŹŻ.,:;!?()[]<>@\"'=_-/ 0123456789",
    "😀🔔👩‍💻🇵🇱📞👍🏽 é e\u0301 ",
    "שלום עולם مرحبا بالعالم 123 ",
    "日本語 中文 한국어 „”…–— \u00a0\u200b =?utf-8?B?xIU=?= ",
)
# Reads each NUL-ended header from stdin, unfolds and decodes it, writes it NUL-ended as UTF-8.
PERL = r"""
use Encode; binmode(STDOUT, ":utf8"); $/ = "\0";
while (<STDIN>) { chomp; s/^[^:]*: //; s/\r\n(?=[ \t])//g; s/\r\n$//;
print Encode::decode("MIME-Header", $_), "\0"; }
"""


def random_subjects(count: int) -> list[str]:
    chance = random.Random(20200227)
    subjects = []
    for _ in range(count):
        letters = "".join(chance.choices(ALPHABETS, weights=(6, 2, 2, 1))[0] for _ in range(3))
        words = "".join(chance.choice(letters) for _ in range(chance.randint(1, 180)))
        subjects.append(one_line(words))
    return subjects


def lines_of(header: str) -> list[str]:
    assert header.endswith("\r\n")
    return header[:-2].split("\r\n")


def decoded(header: str, policy: email.policy.Policy[email.message.Message]) -> str:
    message = email.message_from_string(header + "\r\n", policy=policy)
    (value,) = message.values()
    if policy is email.policy.default:
        return str(value)
    return str(email.header.make_header(email.header.decode_header(value)))


def decoded_names(header: str) -> list[str]:
    """Decode the names of an address header as RFC 2047 says.

    Not by the modern parser: that of Python 3.11 puts a space between two words of a name.
    """
    value = header.partition(": ")[2].replace("\r\n", "")
    names = [name for name, _ in email.utils.getaddresses([value])]
    return [str(email.header.make_header(email.header.decode_header(name))) for name in names]


def test_200_subjects_read_the_same_in_python() -> None:
    for subject in random_subjects(200):
        header = text_header("Subject", subject)
        assert decoded(header, email.policy.default) == subject
        assert decoded(header, email.policy.compat32) == subject


@pytest.mark.skipif(sys.platform == "win32", reason="Linux's tests ask the Perl that Linux has")
def test_200_subjects_read_the_same_in_perl(component: Callable[[str, str], str]) -> None:
    subjects = random_subjects(200)
    headers = "\0".join(text_header("Subject", subject) for subject in subjects) + "\0"

    done = subprocess.run(
        [component("perl", "perl"), "-e", PERL], input=headers.encode(), capture_output=True
    )

    assert done.stderr == b""
    assert done.stdout.decode("utf-8").split("\0")[:-1] == subjects


@settings(deadline=None)  # a busy computer is no fault
@given(st.text(max_size=400))
def test_no_text_breaks_a_header(text: str) -> None:
    header = text_header("Subject", text)

    lines = lines_of(header)
    assert all(len(line) <= 76 for line in lines)
    assert all(line.startswith(" ") and line.strip() for line in lines[1:])
    assert all(" " <= letter <= "~" for line in lines for letter in line)
    assert decoded(header, email.policy.default) == one_line(text)


@settings(deadline=None)  # a busy computer is no fault
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_breaks_an_address_header(first: str, second: str) -> None:
    header = address_header("To", [("a@b.test", first), ("c@d.test", second)])

    message = email.message_from_string(header + "\r\n")
    (name,) = message.keys()
    assert name == "To"
    assert all(len(line) <= 76 for line in lines_of(header))
    addresses = email.utils.getaddresses([message["To"].replace("\r\n", "")])
    assert [address for _, address in addresses] == ["a@b.test", "c@d.test"]
    assert decoded_names(header) == [" ".join(one_line(each).split()) for each in (first, second)]


def test_an_encoded_word_never_splits_a_character() -> None:
    lines = lines_of(text_header("Subject", "😀" * 60))
    assert len(lines) > 1
    for line in lines:
        word = line.removeprefix("Subject:").strip()
        (raw, charset), *rest = email.header.decode_header(word)
        assert isinstance(raw, bytes)
        assert charset == "utf-8"
        assert set(raw.decode("utf-8")) == {"😀"}
        assert rest == []


@pytest.mark.parametrize("text", ["=?utf-8?B?xIU=?=", "a =?utf-8?Q?b?= c", "two  spaces"])
def test_words_that_look_encoded_stay_what_they_are(text: str) -> None:
    header = text_header("Subject", text)

    assert decoded(header, email.policy.default) == text
    assert decoded(header, email.policy.compat32) == text
    (name,) = decoded_names(address_header("From", [("a@b.test", text)]))
    assert name == " ".join(text.split())


def test_a_plain_subject_stays_readable() -> None:
    assert text_header("Subject", "Plain words (1)") == "Subject: Plain words (1)\r\n"


@pytest.mark.parametrize("name", ["Jan Kowalski", "J. Kowalski", 'Jan "Szef" Kowalski', "Ślązak"])
def test_a_name_is_shown_as_it_is(name: str) -> None:
    header = address_header("From", [("a@b.test", name)])

    message = email.message_from_string(header + "\r\n", policy=email.policy.default)
    assert message["From"].addresses[0].display_name == name


def test_a_long_address_stands_whole() -> None:
    address = f"{'a' * 60}@{'b' * 60}.test"

    assert f"<{address}>\r\n" in address_header("To", [(address, "Zażółć gęślą jaźń")])


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2020, 2, 27, 15, 55, 3, tzinfo=UTC), "Thu, 27 Feb 2020 15:55:03 +0000"),
        (
            datetime(2026, 1, 4, 1, 2, 3, tzinfo=timezone(timedelta(hours=2))),
            "Sun, 04 Jan 2026 01:02:03 +0200",
        ),
        (
            datetime(2026, 12, 31, 23, 0, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "Thu, 31 Dec 2026 23:00:00 -0330",
        ),
    ],
)
def test_the_date_is_written_in_english_whatever_the_locale(moment: datetime, written: str) -> None:
    assert date_header(moment) == f"Date: {written}\r\n"
