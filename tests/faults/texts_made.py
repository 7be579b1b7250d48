"""Texts such as people write and such as nobody would: Polish, right-to-left, emoji, combining."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Letters that belong together, so that a made text looks like a language at least in parts.
ALPHABETS = (
    "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż AĄCĆEĘLŁNŃOÓSŚZŹŻ.,:;!?()[]<>@\"'=_-/\\ 0123456789",
    "😀 🔔 👩\u200d💻 🇵🇱 📞 👍🏽 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e007f 𝔇𝔷𝔴 𐍈 ",
    "שלום עולם مرحبا بالعالم אבג، ١٢٣ ",
    "e\u0301 z\u0307 a\u0328 o\u0301\u0323 ä̈̈ ก็ नमस्ते க்ஷ ",
    "日本語 中文 한국어 「」、。",
    "„”…–—\u00a0\u200b\u200d\ufeff\u2060 ½ № ﬁ ß ẞ İ ı ſ ",
    "=?utf-8?B?xIU=?= =?iso-8859-2?Q?a?= ?= =20 =\t&amp; <b> %20 \\r\\n -- ",
)
WEIGHTS = (9, 2, 3, 2, 1, 2, 1)
LINES = (
    "",
    ".",
    "..",
    "From ktoś",
    "--",
    "-- ",
    " wcięcie",
    "\ttabulator",
    "koniec ",
    "=3D",
    "--=_x",
)


@dataclass(frozen=True, slots=True)
class Texts:
    """What one message is made of."""

    subject: str
    sender: str
    replier: str
    recipient: str
    body: str


def made(random: Random) -> Texts:
    """Draw the texts of one message."""
    return Texts(
        subject=words(random, 1, 160),
        sender=words(random, 1, 60),
        replier=words(random, 0, 60),
        recipient=words(random, 0, 60),
        body=body(random),
    )


def words(random: Random, least: int, most: int) -> str:
    """Draw one line from up to three alphabets."""
    chosen = random.choices(ALPHABETS, WEIGHTS, k=random.randint(1, 3))
    letters = "".join(chosen)
    drawn = "".join(random.choices(letters, k=random.randint(least, most)))
    if random.random() < 0.05:
        drawn += "  " + random.choice(letters) * random.randint(1, 300)
    return drawn.replace("\t", " ")


def body(random: Random) -> str:
    """Draw a description: lines short and long, some of them such as break careless senders."""
    lines = [
        random.choice(LINES) if random.random() < 0.3 else words(random, 0, 200)
        for _ in range(random.randint(1, 8))
    ]
    if random.random() < 0.02:
        lines.append(random.choice("ążyz😀") * 3000)
    return "\n".join(lines)
