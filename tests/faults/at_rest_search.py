"""Searches every byte of every file for words, in each spelling that a program might give them."""

from __future__ import annotations

import base64
import quopri
import urllib.parse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SHORTEST = 6  # bytes of a spelling that are worth a search


@dataclass(frozen=True, slots=True)
class Canary:
    """A word that must not be found, and its name for people."""

    name: str
    word: bytes

    def spellings(self) -> frozenset[bytes]:
        """Give the word as it is and as programs write it."""
        found = {self.word, self.word.hex().encode(), self.word.hex().upper().encode()}
        found |= {_base64(self.word, shift) for shift in range(3)}
        found |= {spelling.replace(b"+", b"-").replace(b"/", b"_") for spelling in found}
        try:
            text = self.word.decode()
        except UnicodeDecodeError:
            return frozenset(each for each in found if len(each) >= SHORTEST)
        for code in ("utf-16-le", "utf-16-be", "utf-32-le"):
            found.add(text.encode(code))
        for code in ("iso8859-2", "cp1250"):
            found.add(text.encode(code, "replace"))
        found |= {_base64(text.encode("utf-16-le"), shift) for shift in range(3)}
        found.add(quopri.encodestring(self.word, quotetabs=True).replace(b"=\n", b""))
        found.add(quopri.encodestring(self.word, header=True).replace(b"=\n", b""))
        found.add(urllib.parse.quote(text).encode())
        found.add(text.encode("ascii", "backslashreplace"))
        found.add(text.casefold().encode())
        return frozenset(each for each in found if len(each) >= SHORTEST)


def _base64(word: bytes, shift: int) -> bytes:
    """Give the part of a base64 text that is the word's alone, for one of its three places."""
    text = base64.b64encode(b"\0" * shift + word + b"\0" * 3)
    first = -(-shift * 8 // 6) if shift else 0
    return text[first : (shift + len(word)) * 8 // 6]


def hits(folders: Iterable[Path], canaries: Iterable[Canary]) -> list[str]:
    """List which word lies in which file, by name; a name of a file counts as its content."""
    wanted = [(canary.name, canary.spellings()) for canary in canaries]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_symlink() or not path.is_file():
                continue
            content = bytes(path.relative_to(folder)) + b"\n" + path.read_bytes()
            for name, spellings in wanted:
                found += [
                    f"{name} in {path.relative_to(folder)}"
                    for spelling in spellings
                    if spelling in content
                ][:1]
    return found


def size_of(folders: Iterable[Path]) -> int:
    """Count the bytes that a search reads."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files)
