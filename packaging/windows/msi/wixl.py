"""Builds the installer on Linux, with wixl and msibuild of msitools.

wixl 0.101 knows but a part of WiX's language, and puts actions of our own at odd places. What it
does not know is taken out of the source, and goes into the tables afterwards (see `rows.py`).
"""

from __future__ import annotations

import copy
import hashlib
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from windows.msi.cabinet import Packed, cabinet
from windows.msi.rows import SEQUENCES, is_plain, queries
from windows.msi.source import tag, write_source

CODEPAGE = "1250"
DAY = date(2026, 11, 22)  # every file's, so that the same files give the same cabinet
# The attributes that wixl does not know, by element.
UNKNOWN = {
    "Package": ("Platform", "Manufacturer"),
    "Property": ("Secure",),
    "MajorUpgrade": ("Schedule",),
    "MediaTemplate": ("CompressionLevel",),
    "Feature": ("AllowAdvertise", "Absent"),
    "Shortcut": ("Advertise",),  # it makes all of them advertised
}
UNKNOWN_BELOW = {"Component": ("Condition",), "Shortcut": ("ShortcutProperty",), "Product": ("UI",)}


def build(source: Element, files: Path, target: Path, work: Path) -> None:
    """Make the installer `target` of a whole source, whose files lie under `files`.

    Raises `subprocess.CalledProcessError` when one of the tools fails.
    """
    reduced = work / "reduced.wxs"
    write_source(reduce(source), reduced)
    target.unlink(missing_ok=True)
    command = ["wixl", "--arch", "x64", "--output", str(target.resolve()), str(reduced.resolve())]
    subprocess.run(command, cwd=files, check=True)
    _pack_better(source, files, target, work)
    _force_codepage(target, work)
    actions = {name: sequence(target, name) for name in SEQUENCES}
    subprocess.run(["msibuild", str(target), "-q", *queries(source, actions)], check=True)


def reduce(source: Element) -> Element:
    """Give a copy of the source without what wixl cannot read; letters beyond ASCII crash it."""
    reduced = copy.deepcopy(source)
    for element in reduced.iter():
        name = element.tag.rpartition("}")[2]
        for attribute in UNKNOWN.get(name, ()):
            element.attrib.pop(attribute, None)
        for child in UNKNOWN_BELOW.get(name, ()):
            for found in element.findall(tag(child)):
                element.remove(found)
        for attribute, text in element.attrib.items():
            element.set(attribute, text if is_plain(text) else "-")
        if name in SEQUENCES:
            element[:] = []
        if element.get("Type") == "multiString":
            texts = [each.text or "" for each in element]
            element[:] = []
            element.attrib.update(Type="string", Value="[~]" + "[~]".join(texts) + "[~]")
    return reduced


def sequence(installer: Path, name: str) -> dict[str, int]:
    """Give the number of each action of one of an installer's sequences."""
    return {row[0]: int(row[2]) for row in table(installer, name)}


def table(installer: Path, name: str) -> list[list[str]]:
    """Give the rows of one of an installer's tables."""
    command = ["msiinfo", "export", str(installer), name]
    done = subprocess.run(command, check=True, capture_output=True)
    text = done.stdout.decode("utf-8")
    return [line.split("\t") for line in text.split("\r\n")[3:] if line]


def _pack_better(source: Element, files: Path, target: Path, work: Path) -> None:
    """Put a smaller cabinet into the place of wixl's, with the same files in the same order."""
    places = {each.get("Id"): files / each.get("Source", "") for each in source.iter(tag("File"))}
    ((_, last, _, name, *_),) = table(target, "Media")
    rows = sorted(table(target, "File"), key=lambda row: int(row[7]))
    if int(last) != len(rows):
        raise ValueError(f"{len(rows)} files, but the last one's number is {last}")
    packed = _cabinet([Packed(row[0], places[row[0]]) for row in rows], work)
    stream = name.removeprefix("#")
    subprocess.run(["msibuild", str(target), "-a", stream, str(packed)], check=True)


def _cabinet(files: Sequence[Packed], work: Path) -> Path:
    """Give the cabinet of `files`; one that was made of the very same ones is taken again."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{file.path.stat().st_size}\0".encode())
        digest.update(file.path.read_bytes())
    made = work / f"{digest.hexdigest()}.cab"
    if not made.exists():
        part = made.with_suffix(".part")
        part.write_bytes(cabinet(files, DAY))
        part.replace(made)
    return made


def _force_codepage(target: Path, work: Path) -> None:
    """Say in which code page the texts are kept (`_ForceCodepage`, learn.microsoft.com)."""
    file = work / "_ForceCodepage.idt"
    file.write_bytes(f"\r\n\r\n{CODEPAGE}\t_ForceCodepage\r\n".encode())
    subprocess.run(["msibuild", str(target), "-i", str(file)], check=True)
