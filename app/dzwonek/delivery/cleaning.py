"""Take out of text, addresses and file names what must never come near a mail header."""

from __future__ import annotations

import re
import unicodedata

from dzwonek.domain.problem import Code, trouble

# Everything that some program somewhere takes for the end of a line.
LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 controls (tab and line feed excepted) and the Bidi_Control characters of Unicode.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
LABEL = "[A-Za-z0-9_-]{1,63}"
ADDRESS = re.compile(rf"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.-]{{1,64}}@{LABEL}(\.{LABEL})*")
NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
MAX_NAME = 60


def many_lines(text: str) -> str:
    """Give `text` with plain line feeds, without controls (tab stays) and bidi controls."""
    return HALF_CHARACTER.sub(
        "\N{REPLACEMENT CHARACTER}", UNSEEN.sub("", LINE_ENDS.sub("\n", text))
    )


def one_line(text: str) -> str:
    """Give `text` on one line, fit for a header: no line end, tab, control or bidi control."""
    return many_lines(text).replace("\n", " ").replace("\t", " ").strip()


def ascii_address(address: str, role: str) -> str:
    """Give the address as it travels, its domain in ASCII (RFC 5891).

    `role` names the address for the message to people ("sender", "recipient", "reply_to").
    Raises ProblemError (MAIL_ADDRESS_INVALID) for anything that is not one plain address.
    """
    local, _, domain = address.strip().rpartition("@")
    shown = one_line(address)[:80]
    try:
        travelling = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise trouble(Code.MAIL_ADDRESS_INVALID, role=role, address=shown) from error
    if len(travelling) > 254 or not ADDRESS.fullmatch(travelling):
        raise trouble(Code.MAIL_ADDRESS_INVALID, role=role, address=shown)
    return travelling


def ascii_file_name(name: str) -> str:
    """Give a file name in plain ASCII without a path, so that no reader needs RFC 2231."""
    last = one_line(name).replace("\\", "/").rsplit("/", 1)[-1]
    spelled = last.replace("ł", "l").replace("Ł", "L")
    bare = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    stem, dot, extension = NOT_IN_A_NAME.sub("-", bare).strip(".-").rpartition(".")
    if not dot:
        stem, extension = extension, ""
    extension = extension[:8]
    room = MAX_NAME - len(dot + extension)
    return f"{stem[:room] or 'plik'}{dot}{extension}"
