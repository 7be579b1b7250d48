"""Readers of mail that share no code with us: Python's two parsers, Perl, and Dovecot."""

from __future__ import annotations

import email
import email.header
import email.policy
import email.utils
import imaplib
import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# One JSON document a line comes in, a message in Base64; one goes out, what Perl read in it.
PERL = r"""
use strict; use warnings; use JSON::PP; use MIME::Base64; use MIME::QuotedPrint; use Encode;
my $json = JSON::PP->new->ascii;
while (my $line = <STDIN>) {
  my $raw = decode_base64($line);
  my ($head, $rest) = split /\r\n\r\n/, $raw, 2;
  $head =~ s/\r\n(?=[ \t])//g;
  my %read = map { /^([^:]+): ?(.*)$/s ? (lc $1, $2) : () } split /\r\n/, $head;
  my %found;
  for my $name ("subject", "from", "reply-to", "to") {
    my $value = $read{$name} // "";
    $value =~ s/\s*<[^<>]*>$// if $name ne "subject";
    $value = "" if $name ne "subject" && $value =~ /^[^ ]+@[^ ]+$/;
    $found{$name} = decode("MIME-Header", $value);
  }
  my ($part) = $rest =~ /Content-Type: text\/plain[^\r]*\r\n.*?\r\n\r\n(.*?)\r\n--=_/s;
  $found{body} = decode("UTF-8", decode_qp($part));
  print $json->encode(\%found), "\n";
}
"""
TOKEN = re.compile(
    rb"(?P<open>\()|(?P<close>\))|~?\{(?P<size>\d+)\}\r\n"
    rb"|\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|(?P<atom>[^\s()\"{]+)|\s+"
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader made of a message; None where it does not say."""

    subject: str | None
    sender: str | None
    replier: str | None
    recipient: str | None
    body: str | None


def read_of(subject: str, names: Iterable[str], body: str) -> Read:
    """Put together what was read; names are those of sender, replier and recipient."""
    sender, replier, recipient = names
    return Read(subject, sender, replier, recipient, _lines(body))


def python_legacy(messages: Iterable[bytes]) -> Iterator[Read]:
    """Read with `compat32` and `email.header`."""
    for each in messages:
        parsed = email.message_from_bytes(each)
        names = (_name(str(parsed.get(header, ""))) for header in ("From", "Reply-To", "To"))
        part = next(part for part in parsed.walk() if part.get_content_type() == "text/plain")
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        yield read_of(_decoded(parsed["Subject"]), names, payload.decode("utf-8"))


def python_modern(messages: Sequence[bytes]) -> Iterator[Read]:
    """Read with `email.policy.default`.

    Not the names: Python 3.11 puts a space between two encoded words of a name.
    """
    for each in messages:
        parsed = email.message_from_bytes(each, policy=email.policy.default)
        body = parsed.get_body(("plain",))
        assert body is not None
        yield Read(str(parsed["Subject"]), None, None, None, _lines(body.get_content()))


def perl(program: str, messages: Sequence[bytes]) -> Iterator[Read]:
    """Read with Perl's own modules: Encode's MIME-Header, MIME::QuotedPrint."""
    from base64 import b64encode

    lines = b"".join(b64encode(each) + b"\n" for each in messages)
    done = subprocess.run([program, "-e", PERL], input=lines, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr[:2000]
    for line in done.stdout.splitlines():
        found = json.loads(line)
        names = (found[name] for name in ("from", "reply-to", "to"))
        yield read_of(found["subject"], names, found["body"])


def dovecot(connection: imaplib.IMAP4, messages: Sequence[bytes]) -> Iterator[Read]:
    """Put messages into an empty mailbox in one go and read what Dovecot takes them for.

    ENVELOPE gives the headers as it unfolds and parses them (RFC 3501 leaves their decoding to the
    client), BINARY the text as it decodes it (RFC 3516).
    """
    connection.select("INBOX")
    _append(connection, messages)
    connection.noop()
    _, data = connection.fetch(f"1:{len(messages)}", "(ENVELOPE BODYSTRUCTURE BINARY.PEEK[1.1])")
    for fetched in _parsed(_stream(data)):
        if not isinstance(fetched, list):
            continue
        found = dict(zip(fetched[::2], fetched[1::2], strict=True))
        envelope, text = found[b"ENVELOPE"], found[b"BINARY[1.1]"]
        leaves = [part[:2] for part in _leaves(found[b"BODYSTRUCTURE"])]
        assert leaves == [[b"text", b"plain"], [b"text", b"html"], [b"image", b"png"]], leaves
        names = (_decoded((mailboxes[0][0] or b"").decode()) for mailboxes in _persons(envelope))
        yield read_of(_decoded(envelope[1].decode()), names, text.decode("utf-8"))


def finds(connection: imaplib.IMAP4, subjects: Sequence[str]) -> list[int]:
    """Let Dovecot look for each subject in its own message by the text that it decoded.

    Gives the numbers of those that it does not find.
    """
    unfound = []
    for number, subject in enumerate(subjects, start=1):
        key = subject.encode("utf-8")
        order = f"S{number} SEARCH CHARSET UTF-8 {number} SUBJECT {{{len(key)}+}}\r\n"
        connection.send(order.encode() + key + b"\r\n")
        if b"* SEARCH %d" % number not in _answers(connection, b"S%d" % number):
            unfound.append(number)
    return unfound


def _append(connection: imaplib.IMAP4, messages: Sequence[bytes]) -> None:
    """Append all in one command (MULTIAPPEND, RFC 3502; LITERAL+, RFC 7888)."""
    pieces = b" ".join(f"{{{len(each)}+}}\r\n".encode() + each for each in messages)
    connection.send(b"A1 APPEND INBOX " + pieces + b"\r\n")
    _answers(connection, b"A1")


def _answers(connection: imaplib.IMAP4, tag: bytes) -> list[bytes]:
    """Read up to the end of a command."""
    found: list[bytes] = []
    while not found or not found[-1].startswith(tag + b" "):
        found.append(connection.readline().rstrip(b"\r\n"))
    assert found[-1].startswith(tag + b" OK"), found[-1]
    return found


def _stream(data: Sequence[object]) -> bytes:
    """Put together again what imaplib took apart at its literals."""
    pieces = (b"\r\n".join(each) if isinstance(each, tuple) else each for each in data)
    return b" ".join(piece for piece in pieces if isinstance(piece, bytes))


def _parsed(stream: bytes) -> list[Any]:
    """Read IMAP's lists, atoms, quoted strings and literals (RFC 3501 §9)."""
    stack: list[list[Any]] = [[]]
    at = 0
    while at < len(stream):
        token = TOKEN.match(stream, at)
        assert token is not None, stream[at : at + 80]
        at = token.end()
        if token["open"]:
            stack.append([])
        elif token["close"]:
            ended = stack.pop()
            stack[-1].append(ended)
        elif token["size"] is not None:
            size = int(token["size"])
            stack[-1].append(stream[at : at + size])
            at += size
        elif token["quoted"] is not None:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", token["quoted"]))
        elif token["atom"] is not None:
            stack[-1].append(None if token["atom"] == b"NIL" else token["atom"])
    return stack[0]


def _persons(envelope: list[Any]) -> Iterator[list[Any]]:
    """Give From, Reply-To and To of an envelope."""
    yield from (envelope[place] for place in (2, 4, 5))


def _leaves(structure: list[Any]) -> Iterator[list[Any]]:
    """Walk through the parts that have no parts."""
    if not isinstance(structure[0], list):
        yield structure
        return
    for part in structure:
        if isinstance(part, list) and part and (isinstance(part[0], list) or len(part) > 6):
            yield from _leaves(part)


def _name(header: str) -> str:
    """Give the shown name of a header with one address."""
    ((name, _),) = email.utils.getaddresses([header.replace("\r\n", "").replace("\n", "")]) or (
        ("", ""),
    )
    return _decoded(name)


def _decoded(value: str) -> str:
    return str(email.header.make_header(email.header.decode_header(value)))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
