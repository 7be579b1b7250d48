"""A message of our own taken apart, so that it can be put together with other parts.

Strict: whatever `mime.render` does not write is refused. The HTML side is not read, it is made
anew of the plain text.
"""

from __future__ import annotations

import re
import time
from binascii import Error, a2b_base64, a2b_qp
from dataclasses import dataclass
from typing import AnyStr

from dzwonek.delivery.mime import Attachment, assembled
from dzwonek.delivery.readdress import END_OF_HEADERS, fields_of

MULTIPART = r'Content-Type: multipart/%s;\r\n boundary="(=_%s_[0-9a-f]{32})"\r\n'
MIXED = re.compile(MULTIPART % ("mixed", "mixed"))
ALTERNATIVE = re.compile((MULTIPART % ("alternative", "alternative") + r"\r\n").encode())
QUOTED = b"; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
PLAIN, HTML = b"Content-Type: text/plain" + QUOTED, b"Content-Type: text/html" + QUOTED
LANGUAGE = re.compile(rb'<html lang=3D"([A-Za-z0-9-]{2,20})"')
FILE = re.compile(
    rb'Content-Type: ([!-~]+);\r\n name="([A-Za-z0-9._-]+)"\r\n'
    rb"Content-Transfer-Encoding: base64\r\n"
    rb'Content-Disposition: attachment;\r\n filename="\2"\r\n\r\n'
)
LINE = 76 + len("\r\n")
SLICE = LINE * 1024


class ForeignMessageError(ValueError):
    """The message is not one that this program rendered."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message is made of.

    `head` are the header fields with their line ends, without Content-Type; `text` has plain
    line feeds; the attachments' names are those that travel.
    """

    head: tuple[str, ...]
    text: str
    language: str
    attachments: tuple[Attachment, ...]

    def put_together(self, message_id: str) -> bytes:
        """Render the parts anew under this Message-ID, which stands in boundaries, too."""
        named = [
            f"Message-ID: {message_id}\r\n" if field.startswith("Message-ID:") else field
            for field in self.head
        ]
        head = "".join(named)
        return assembled(head, message_id, self.text, self.language, self.attachments)


def taken_apart(content: bytes) -> Parts:
    """Read a rendered message; raises ForeignMessageError."""
    head, _, body = content.partition(END_OF_HEADERS)
    try:
        fields = fields_of(head.decode("ascii") + "\r\n")
        texts, *files = _sections(body, _matched(MIXED.fullmatch(fields[-1]))[1].encode())
        text, language = _words(texts)
        attachments = tuple(_file(section) for section in files)
    except (IndexError, UnicodeError, Error) as error:
        raise ForeignMessageError("not a message of ours") from error
    return Parts(tuple(fields[:-1]), text, language, attachments)


def _sections(body: bytes, boundary: bytes) -> list[bytes]:
    """Split a multipart body; there is nothing before the first and behind the last boundary."""
    begin, end = b"--" + boundary + b"\r\n", b"--" + boundary + b"--\r\n"
    if not (body.startswith(begin) and body.endswith(end)):
        raise ForeignMessageError("the boundaries are missing")
    return body[len(begin) : -len(end)].split(begin)


def _words(section: bytes) -> tuple[str, str]:
    """Read the plain side, and the language that the other side names."""
    opening = _matched(ALTERNATIVE.match(section))
    plain, html = _two(_sections(section[opening.end() :], opening[1]))
    if not (plain.startswith(PLAIN) and html.startswith(HTML)):
        raise ForeignMessageError("the texts are not ours")
    text = a2b_qp(plain.removeprefix(PLAIN)).decode("utf-8").replace("\r\n", "\n")
    return text, _matched(LANGUAGE.search(html))[1].decode("ascii")


def _two(sections: list[bytes]) -> tuple[bytes, bytes]:
    if len(sections) != len((PLAIN, HTML)):
        raise ForeignMessageError("the text does not stand there twice")
    return sections[0], sections[1]


def _file(section: bytes) -> Attachment:
    found = _matched(FILE.match(section))
    letters = memoryview(section)[found.end() :]
    pieces = []
    for start in range(0, len(letters), SLICE):
        # Lets a waiting thread go first: else it waits the whole switch interval of 5 ms.
        time.sleep(0)  # noqa: TID251 - waits for nothing
        lines = bytes(letters[start : start + SLICE]).replace(b"\r\n", b"")
        pieces.append(a2b_base64(lines, strict_mode=True))
    return Attachment(found[2].decode("ascii"), found[1].decode("ascii"), b"".join(pieces))


def _matched(found: re.Match[AnyStr] | None) -> re.Match[AnyStr]:
    if found is None:
        raise ForeignMessageError("a header is not ours")
    return found
